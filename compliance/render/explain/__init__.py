"""One rule in plain English: what it asks, on which texts, on each reading."""
