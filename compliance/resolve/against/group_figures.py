"""Figures that count for a whole group, where one of its parties alone is said to have more."""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest

_OF_THE_GROUP = ("monthly_users", "daily_users", "revenue", "revenue_euro", "revenue_yuan")
"""Facts of the publisher that licences count together with its affiliates."""


def without_smaller_figures(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest without figures of the publisher that an affiliate alone exceeds, and what is said of each."""
    told, facts = [], dict(manifest.publisher.facts)
    for fact in _OF_THE_GROUP:
        ours = _largest(facts.get(fact))
        for key, party in manifest.parties.items():
            theirs = _largest(party.facts.get(fact)) if party.affiliate == "yes" else None
            if ours is not None and theirs is not None and theirs > ours:
                told.append(
                    f"publisher: its {fact} counts that of its affiliates, and parties.{key} alone has more; "
                    "it is taken as not known: give the figure of the whole group"
                )
                facts.pop(fact, None)
                break
    if not told:
        return manifest, ()
    publisher = manifest.publisher.model_copy(update={"facts": facts})
    return manifest.model_copy(update={"publisher": publisher}), tuple(told)


def _largest(value: object) -> float | None:
    """The largest of the numbers that are given; None where none is."""
    given = list(value.values()) if isinstance(value, dict) else [value]
    numbers = [one for one in given if isinstance(one, int | float) and not isinstance(one, bool)]
    return max(numbers, default=None)
