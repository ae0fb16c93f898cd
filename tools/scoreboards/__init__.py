"""What the product answers, measured against keys that people wrote; `python -m benchmarks.scoreboard` runs them."""
