"""What sentences say, whatever they stand beside: who wrote or made a thing, from what, and under which terms."""
