"""What a place in prose or code is worth: whether something there went into the work, and how firmly."""
