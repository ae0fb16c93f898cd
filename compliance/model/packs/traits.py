"""Traits of licences by which more is judged than a rule names."""

from __future__ import annotations

FREE = frozenset({"permissive", "public-domain"})
LIMITING = frozenset(
    {
        "non-commercial", "research-only", "non-production", "copyleft", "network-copyleft", "same-terms",
        "no-derivatives", "no-redistribution", "use-limits", "output-limits", "user-threshold", "revenue-limit",
        "business-limit", "territory-limits", "registration", "gated",
    }
)  # fmt: skip
"""Traits that a label must not drop on the same work."""
