"""Headers of files of weights: what they say of licence, bases and data. Only the header is read, and bounded."""
