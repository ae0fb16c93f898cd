"""Drafts for publication as Markdown and as text files."""
