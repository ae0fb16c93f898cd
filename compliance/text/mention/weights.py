"""Weigh what is seen around a name: a linear model, trained by `tools.mention_weights` on sentences of our own."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from compliance.model.declared.sighting import LINEAGE, MentionRelation
from compliance.text.mention.name import Name

WEIGHTS = Path(__file__).parent / "data" / "weights.json"
SCALE = 100
"""Weights are written as whole hundredths, so that their file is small and the same everywhere."""


SURE = 0.6
"""How likely upstreams must be together where a rule sees something else, or in a section aside from the work."""
SURE_OF_FORM = 0.55
"""How likely one of them must be where no rule says anything of what only its form tells to be a name."""
SURE_OF_KNOWN = 0.5
"""The same where no rule says anything of a thing that the registry holds, in a section on the work."""
SURE_OF_RULED = 0.4
"""The same where a rule sees an upstream; where they are less likely it is none."""
SURE_OF_STRONG = 0.1
"""The same where that rule rests on words that are strong by themselves."""
SURE_AGAINST_STRONG = 0.8
"""The same where such words say that it is something else than an upstream."""
SURE_AGAINST_NONE = 0.6
"""The same where they say that it is none."""
SURE_OF_ASIDE = 0.35
"""What share of what is no upstream must be one thing where a rule says another."""
SURE_OF_OTHER = 0.6
"""What share of the upstreams must be one where a rule says another."""
SURE_OF_OTHER_AGAINST_STRONG = 0.85
"""The same where that rule rests on words that are strong by themselves."""


_MEASURED = frozenset({"measuring", "place compared", "cue evaluation-judge"})
_TITLES = (
    "sec eval",
    "sec bench",
    "sec result",
    "sec perform",
    "sec scor",
    "sec test",
    "sec experiment",
    "sec judg",
    "sec win",
    "sec metric",
)
"""Words of titles over sections that measure."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Relations, and for each thing that may be seen what it says for and against each of them."""

    relations: tuple[MentionRelation, ...]
    of: Mapping[str, tuple[int, ...]]


@functools.cache
def weights() -> Weights:
    """The weights; read once."""
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(tuple(told["relations"]), {seen: tuple(row) for seen, row in told["weights"].items()})


def likelihoods(seen: Collection[str]) -> dict[MentionRelation, float]:
    """How likely each relation is, by what is seen."""
    table = weights()
    sums = [0] * len(table.relations)
    for one in seen:
        for at, weight in enumerate(table.of.get(one, ())):
            sums[at] += weight
    top = max(sums)
    shares = [math.exp((each - top) / SCALE) for each in sums]
    return {relation: share / sum(shares) for relation, share in zip(table.relations, shares, strict=True)}


def weighed(seen: Collection[str], name: Name, rule: MentionRelation | None) -> MentionRelation:
    """The likeliest relation that a thing of its kind can have; an upstream is one only where that is likely enough.

    Args:
        seen: What is seen around the name, as `features` puts it.
        name: The name.
        rule: What the rules alone make of it.
    """
    likely = {one: share for one, share in likelihoods(seen).items() if _can_be(one, name)}
    if not _measures(seen) and "judged-by" in likely:
        likely["judged-by"] += likely.pop("evaluation-judge", 0.0)
    if rule in likely and f"rule surest {rule}" in seen:
        return rule
    upstream = {one: share for one, share in likely.items() if one in LINEAGE}
    formed = name.known is None and rule is None
    if (not formed or max(upstream.values(), default=0.0) >= SURE_OF_FORM) and (
        sum(upstream.values()) >= _wanted(seen, name, rule) * sum(likely.values())
    ):
        return _likeliest(upstream, seen, rule)
    best = _likeliest({one: share for one, share in likely.items() if one not in LINEAGE}, seen, rule)
    return "none" if best == "own-release" != rule else best


def share_of_upstreams(seen: Collection[str], name: Name) -> float:
    """How likely a name is some upstream, by what is seen around it alone, whatever rules make of it."""
    likely = {one: share for one, share in likelihoods(seen).items() if _can_be(one, name)}
    return sum(share for one, share in likely.items() if one in LINEAGE) / (sum(likely.values()) or 1.0)


def _likeliest(
    likely: Mapping[MentionRelation, float], seen: Collection[str], rule: MentionRelation | None
) -> MentionRelation:
    """The likeliest of some relations; that of a rule where it is among them and none is much likelier."""
    best = max(likely, key=likely.__getitem__)
    least = SURE_OF_ASIDE
    if best in LINEAGE:
        least = SURE_OF_OTHER_AGAINST_STRONG if f"rule strong {rule}" in seen else SURE_OF_OTHER
    framed = f"frame {rule}" in seen and rule in LINEAGE
    if (
        rule is not None
        and rule in likely
        and (framed or rule == "own-release" or likely[best] < least * sum(likely.values()))
    ):
        return rule
    return best


def _wanted(seen: Collection[str], name: Name, rule: MentionRelation | None) -> float:
    """How likely upstreams must be together for one of them to be told."""
    strong = f"rule strong {rule}" in seen
    if rule in LINEAGE:
        return SURE_OF_STRONG if strong else SURE_OF_RULED
    if rule == "none" and (strong or "possible" in seen):
        return SURE_AGAINST_NONE if strong else SURE_AGAINST_STRONG
    if strong and rule is not None:
        return SURE_AGAINST_STRONG
    if (
        rule in (None, "evaluation-judge", "compared-with")
        and any(one.startswith(_TITLES) for one in seen)
        and not any("train" in one for one in seen)
    ):
        return SURE_AGAINST_STRONG
    plain = name.known is not None and name.known.kind != "provider" and "place aside" not in seen
    return SURE_OF_KNOWN if plain and rule is None else SURE


def _measures(seen: Collection[str]) -> bool:
    """Whether something around a name measures the finished work: who judges elsewhere judges what goes in."""
    return not _MEASURED.isdisjoint(seen) or any(one.startswith(_TITLES) for one in seen)


def _can_be(relation: MentionRelation, name: Name) -> bool:
    """Whether a thing of its kind can have a relation: rows write nothing, a model is no rows."""
    kind = name.known.kind if name.known else None
    if name.is_generic:
        return relation not in ("base", "data", "component")
    if kind == "dataset":
        return relation not in ("generated-by", "base", "component", "judged-by", "filtered-by")
    return relation != "data" or kind is None
