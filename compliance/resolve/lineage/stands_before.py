"""Whether what a name sounds like was itself made from it."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.names.records import Ancestry
from compliance.model.words.spelling import key as spelt
from compliance.resolve.names.lookup import Names

MAX_GENERATIONS = 6
"""How far known ancestry is followed."""


def stands_before(name: str, ancestry: Ancestry, names: Names) -> bool:
    """Whether what a name sounds like was made from it: `lark-7b-base` is no tune of the `lark-7b` tuned from it."""
    waiting, seen = [*_named_in(ancestry)], set[str]()
    for _ in range(MAX_GENERATIONS):
        if any(one.lower() == name.lower() or spelt(one) == spelt(name) for one in waiting):
            return True
        records = [names.model(base) for base in waiting if base not in seen]
        seen.update(waiting)
        waiting = [
            one for record in records if record and record.ancestry for one in _named_in(record.ancestry)
        ]
    return False


def _named_in(ancestry: Ancestry) -> Iterable[str]:
    return (name for step in ancestry.steps for given in step.inputs.values() for name in given)
