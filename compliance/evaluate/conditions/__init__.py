"""What a condition of a rule comes to, with the sentence that explains it and what is missing."""
