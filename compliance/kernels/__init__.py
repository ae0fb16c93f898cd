"""Evaluators of compiled rules: one compiled form, several machines, the same verdicts."""
