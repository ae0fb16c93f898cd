"""What a manifest says against what its folder shows."""
