"""A page of Markdown: its sections, its links, its sentences, and what it calls the work."""
