"""A plain evaluator that says what the fast one must find; used by tests only."""
