"""Names of models, services and data sets in prose: what a sentence makes of each, and whether it denies it."""

from compliance.text.mention.sentence import mentions

__all__ = ["mentions"]
