"""Pure evaluation: lineage and packs in, findings out; no files, no clock, no environment."""

from compliance.evaluate.engine import evaluate

__all__ = ["evaluate"]
