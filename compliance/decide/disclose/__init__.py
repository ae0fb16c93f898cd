"""Drafts for publication out of a manifest: nothing is invented, what is missing is asked."""

from compliance.decide.disclose.forms import FORMS, draft

__all__ = ["FORMS", "draft"]
