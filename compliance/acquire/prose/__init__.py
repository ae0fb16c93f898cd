"""What the sentences of a page tell of upstreams, of licences and of who wrote the rows."""
