"""What those who write packs need: mutants, differences between packs, pages, and packs to start from."""
