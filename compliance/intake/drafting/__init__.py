"""From what was seen in a folder to a manifest that people read, complete and correct."""
