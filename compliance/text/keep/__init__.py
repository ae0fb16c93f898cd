"""The texts that are held, pinned or recorded, and the proof that cited words stand in them."""
