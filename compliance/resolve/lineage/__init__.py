"""How things came to be: steps in their order, what stands behind each, what of its making nobody said."""
