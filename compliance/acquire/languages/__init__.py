"""Cards in other languages: the words that tell what a name was for, put into English for the one grammar."""
