"""Manifests and waivers: names that point somewhere, answers in their places, papers beside them."""
