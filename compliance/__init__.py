"""Check how a model or data set was made against the terms, licences and laws that may bind it."""

__version__ = "0.1.0"
