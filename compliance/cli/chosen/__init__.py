"""What a run is about: options that commands share, manifests and packs."""
