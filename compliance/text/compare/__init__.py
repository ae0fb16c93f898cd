"""Two versions of a text side by side: what changed, and whether it matters."""
