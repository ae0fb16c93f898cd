"""What notes of a manifest say of how a thing was made, and which are so plain that they leave nothing open."""
