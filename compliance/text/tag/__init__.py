"""What clauses are about: topics, who is bound and how far, by patterns that are data."""
