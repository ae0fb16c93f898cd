"""What code calls, loads and publishes: Python by its syntax tree, notebooks cell by cell, shell by its assignments."""

from compliance.acquire.code.python import read_python

__all__ = ["read_python"]
