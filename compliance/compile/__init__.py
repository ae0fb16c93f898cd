"""Rules compiled to lineage queries over many artifacts at once: the same semantics, without a manifest each."""
