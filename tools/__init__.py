"""Tools of maintainers; no part of the installed program."""
