"""What a manifest says, held against what is known: contradictions, and reasons that settle them."""
