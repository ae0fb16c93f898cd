"""The same question over a whole hub: artifacts and edges in an embedded store, every rule asked of every release."""
