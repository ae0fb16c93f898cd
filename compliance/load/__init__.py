"""Files into model values: YAML with line marks, all faults at once."""
