"""What a folder puts out, under which names, and what its documents state of it."""
