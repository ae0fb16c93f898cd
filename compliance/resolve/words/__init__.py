"""What names, notes and sentences of a manifest tell beside its facts, in any language."""
