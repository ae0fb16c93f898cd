"""Packs that came later: signed, dated, in effect or not, in a folder of the user."""
