"""A manifest in the words of other standards; what these have no word for is told, never dropped in silence."""
