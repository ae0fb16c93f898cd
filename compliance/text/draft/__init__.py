"""Skeletons of rules for clauses that nobody has read into a rule yet."""
