"""How packs are written: the format, ids that rules had, and places that are still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.errors import Fault
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import FORMAT
from compliance.model.shapes.shape import Shape

_OPEN = "TODO"


def unfinished(packs: Knowledge) -> Iterator[Fault]:
    """Packs in an older format, ids that mean two rules, and marks that something is still to be written."""
    for pack in packs.packs:
        if pack.pack.format < FORMAT:
            what = f"pack {pack.pack.id}: is written in format {pack.pack.format}, and {FORMAT} is the present one"
            yield Fault(None, what, "run `compliance rules migrate` on its folder")
    yield from _of_two(packs)
    for pack in packs.packs:
        yield from (fault for rule in pack.rules for fault in _open(rule.id, rule))
    for name, definition in packs.definitions.items():
        yield from _open(name, definition)
    for key in packs.instruments:
        yield from _open(key, packs.instruments[key])


def _of_two(packs: Knowledge) -> Iterator[Fault]:
    now = {rule.id for _, rule in packs.rules()}
    had: dict[str, str] = {}
    for _, rule in packs.rules():
        for old in rule.formerly:
            other = old if old in now else had.setdefault(old, rule.id)
            if other != rule.id:
                whose = "a rule" if other == old else f"claimed by {other}"
                yield Fault(
                    None, f"{rule.id}: says that it was {old}, which is {whose}", "let an id mean one rule"
                )


def _open(name: str, value: object) -> Iterator[Fault]:
    """One fault for a rule, definition or text that has marks, with how many there are."""
    marks = sum(_OPEN in text for text in _texts(value))
    if marks:
        what = (
            f"{name}: {marks} places are marked {_OPEN}"
            if marks > 1
            else f"{name}: a place is marked {_OPEN}"
        )
        yield Fault(None, what, "write what belongs there")


def _texts(value: object) -> Iterator[str]:
    """Every text in a tree of shapes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Shape):
        yield from (text for held in value.__dict__.values() for text in _texts(held))
    elif isinstance(value, Mapping):
        yield from (text for held in value.values() for text in _texts(held))
    elif isinstance(value, tuple):
        yield from (text for held in value for text in _texts(held))
