"""Frozen values shared by every stage; nothing here reads files, the clock or the environment."""
