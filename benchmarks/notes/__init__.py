"""Case notes and questions as manifests: words are mapped, never a note's id or text."""
