"""What a project declares, and the lineage that follows from it."""
