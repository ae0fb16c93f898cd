"""Weigh what is seen around a name: a linear model, trained by `tools.mention_weights` on sentences of our own."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from compliance.model.sighting import LINEAGE, MentionRelation
from compliance.text.mention.name import Name

WEIGHTS = Path(__file__).parent / "data" / "weights.json"
SCALE = 100
"""Weights are written as whole hundredths, so that their file is small and the same everywhere."""


SURE = 0.55
"""How likely an upstream must be where a rule sees something else, or where only its form tells that a name is one."""
SURE_OF_KNOWN = 0.4
"""How likely it must be where no rule says anything of a thing that the registry holds, in a section on the work."""
SURE_OF_NONE = 0.5
"""How likely it must be that what a rule takes for an upstream is none; below that it stays one, and is asked about."""
SURE_AGAINST_STRONG = 0.9
"""The same where the rule rests on words that are strong by themselves."""
SURE_OF_ASIDE = 0.5
"""How likely it must be that what a rule takes for no upstream is none in another way."""
SURE_AGAINST_NONE = 0.7
"""How likely an upstream must be where words that are strong by themselves say that it is none."""
SURE_OF_OTHER = 0.65
"""How likely it must be that an upstream was for something else than a rule says."""


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
    best = max(likely, key=likely.__getitem__)
    strong = f"rule strong {rule}" in seen
    if best in LINEAGE and rule not in LINEAGE and likely[best] < _wanted(seen, name, rule):
        best = max((one for one in likely if one not in LINEAGE), key=likely.__getitem__)
    if (
        rule in LINEAGE
        and best in LINEAGE
        and (f"frame {rule}" in seen or likely[best] < SURE_OF_OTHER)
        and _can_be(rule, name)
    ):
        return rule
    if rule == "own-release" and best not in LINEAGE:
        return rule
    needed = SURE_AGAINST_STRONG if strong else SURE_OF_NONE
    if best in ("none", "own-release") and rule in LINEAGE and likely[best] < needed:
        return rule
    if (
        rule not in (None, *LINEAGE)
        and best not in LINEAGE
        and likely[best] < SURE_OF_ASIDE
        and rule in likely
    ):
        return rule
    return "none" if best == "own-release" else best


def _wanted(seen: Collection[str], name: Name, rule: MentionRelation | None) -> float:
    """How likely an upstream must be where no rule sees one."""
    if f"rule strong {rule}" in seen and rule not in (None, "none"):
        return SURE_AGAINST_STRONG
    if "rule strong none" in seen:
        return SURE_AGAINST_NONE
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
