"""What code calls, loads and publishes: Python by its syntax tree, notebooks cell by cell, shell by its assignments."""

from compliance.acquire.code.python import gather, read_python

__all__ = ["gather", "read_python"]
