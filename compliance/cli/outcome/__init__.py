"""Where output goes, what is said beside it, and how a run ends."""
