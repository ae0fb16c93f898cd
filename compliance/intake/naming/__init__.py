"""What names of a folder are names of: one thing under several names, and what the registry knows of each."""
