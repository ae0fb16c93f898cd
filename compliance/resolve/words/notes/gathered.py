"""What a step gathers at places to which its inputs only lead: a list of addresses, search terms, with a crawler.

Who lists the addresses as one's own has said nothing of the pages. What was found there is asked, unless rows that are
not called one's own stand behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.declared.manifest import ROWS, Step
from compliance.model.shapes.shape import Role
from compliance.resolve.lineage.acts import GATHERS
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.words.prose.works_of_others import pointers, takers

_FROM: tuple[Role, ...] = ("source", "data", "seed", "prompts", "unknown")


def gathered_at(key: str, full: Expanded) -> Iterator[str]:
    """Words of what steps gathered by, of rows of which nobody says whose they are."""
    artifact = full.artifacts[key]
    if artifact.kind not in ROWS or artifact.origin != "unknown":
        return
    for step in full.writing.writers(key):
        yield from _led_by(step, full)


def _led_by(step: Step, full: Expanded) -> Iterator[str]:
    """What led a step to what it gathered: addresses and search terms, and programs that take from pages."""

    def called(role: Role) -> Iterator[str]:
        yield from (
            full.artifacts[item.artifact].name or item.artifact
            for item in step.inputs.get(role, ())
            if item.artifact in full.artifacts
        )

    if step.kind == "collect":
        yield from (word for role in _FROM for name in called(role) for word in pointers(name))
    if step.kind in GATHERS:
        yield from (word for name in called("tool") for word in takers(name))
