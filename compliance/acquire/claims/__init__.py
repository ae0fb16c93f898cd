"""Claims of a folder's files on one property each, so that any two files can be held against each other."""

from __future__ import annotations

from compliance.acquire.claims.gather import claims_of

__all__ = ["claims_of"]
