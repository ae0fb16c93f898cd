"""Measurements of the product on material that it was not written around."""
