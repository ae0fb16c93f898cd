"""What is done to the program to break it, and what came of it."""
