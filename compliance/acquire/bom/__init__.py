"""Bills of materials and data-set metadata: CycloneDX, SPDX 3.0, Croissant."""
