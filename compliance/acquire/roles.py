"""What the roles of our own manifests, kept in exports to other standards, make of an input."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.sighting import MentionRelation

ROLES: Mapping[str, MentionRelation] = {
    "teacher": "generated-by", "judge": "judged-by", "filter": "filtered-by", "reward": "judged-by", "base": "base",
    "data": "data", "source": "data", "seed": "data", "prompts": "data", "component": "component",
    "adapter": "adapter", "tool": "generated-by", "unknown": "unknown-use", "reference": "none", "subject": "none",
}  # fmt: skip
