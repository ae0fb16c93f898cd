"""Which part of a model's training data descends from each source, as intervals through mixtures."""

from compliance.decide.shares.portions import with_portions
from compliance.decide.shares.spread import shares_of

__all__ = ["shares_of", "with_portions"]
