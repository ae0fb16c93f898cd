"""Laws that are reached only because a release is offered everywhere.

An offer to the whole world is one in every place, and asking what each of its laws asks would drown the rest. What
such a law finds missed on the stated facts counts like any other finding; what merely waits for facts is told in one
line, and asked once the place is named.
"""

from __future__ import annotations

from compliance.evaluate.conditions.cheaply import may_hold
from compliance.evaluate.context import Context
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Readings
from compliance.model.words.places import EVERYWHERE


def only_everywhere(rule: Rule, family: str, context: Context, bites: Readings) -> bool:
    """Whether the rule is a law that waits for facts and would not be put but for an offer to the whole world."""
    release = context.target.release
    if (
        not family.startswith("law")
        or bites.decided
        or EVERYWHERE not in release.markets
        or rule.asked_if is None
    ):
        return False
    named = tuple(place for place in release.markets if place != EVERYWHERE)
    elsewhere = context.assuming({f"release.markets@{release.key}": named})
    return not may_hold(rule.asked_if, elsewhere)
