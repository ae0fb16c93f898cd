"""The report as text for people: the terminal, and Markdown for a comment."""
