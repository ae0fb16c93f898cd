"""Models of a hub with what they were made from, read from card to card."""
