"""Draft records of the registry out of lists, cards and READMEs, and write them in one form."""
