"""Pipelines and their records: what stages read from elsewhere, which model wrote rows, what runs started from."""
