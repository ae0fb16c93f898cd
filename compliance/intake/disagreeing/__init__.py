"""Where the files of a folder disagree with each other, and what they claim against what they show."""
