"""What the registry knows, for people and programs that ask it directly: look-ups, lists, edges, drafts. Pure."""
