"""Everything known at once, and what became of the clauses that rules cite."""
