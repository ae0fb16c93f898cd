"""Words, names of places and bounds, as people write them."""
