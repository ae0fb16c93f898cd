"""Runs over collections of recorded texts: each step aligned, graded and reported."""
