"""Packs of rules, texts and records: folders and bundles to one `Knowledge`, checked, kept and bounded."""
