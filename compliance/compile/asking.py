"""As what the owner of a release is asked by a rule, and whether what software loads counts for it."""

from __future__ import annotations

from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.operator import PartyRole
from compliance.model.packs.rule import Rule


def roles(rule: Rule) -> tuple[PartyRole | None, PartyRole | None]:
    """As what the owner of a release is asked: where it performed the step itself, and where others did."""
    if set(rule.parties) == {"recipient"}:
        return "recipient", "recipient"
    return "caller", "releaser" if "releaser" in rule.parties else None


def follows_loading(rule: Rule, knowledge: Knowledge) -> bool:
    """Whether the rule looks at what software makes its user load."""
    nodes = knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values())
    return "fetch" in rule.about.used_in or any(
        isinstance(node, operator.ReachSets) and "loaded" in node.broad for node in nodes
    )
