"""What is said of a release as a whole: what no rule covers, what comes of one cause, whom other law would touch."""
