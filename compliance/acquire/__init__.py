"""Foreign documents and whole folders: what they say of upstreams, with the place where they say it."""
