"""Sheets: pages of paragraphs, lists and tables for the terminal and as Markdown, and what they tell as JSON."""
