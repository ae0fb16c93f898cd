"""Which text governed when, and whether a clause stood in it."""
