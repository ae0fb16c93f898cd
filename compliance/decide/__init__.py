"""What would change the answer, and what to do about it: pure functions over manifests and reports."""
