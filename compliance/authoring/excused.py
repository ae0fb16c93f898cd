"""Faults that no situation can notice: each is listed with a kind of reason and why, and lint holds it to both."""

from __future__ import annotations

import fnmatch
import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from compliance import situations
from compliance.authoring.mutants import never
from compliance.authoring.mutate import Unit, units
from compliance.errors import ComplianceError, Fault
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.situation import Survivor
from compliance.model.shapes.location import Location

_OF_DAYS = re.compile(r"clause at |clauses a day |time |before |since ")


def named(one: Survivor, faults: Iterable[str]) -> Iterator[str]:
    """Faults that an entry means; a star in it stands for any words."""
    patterns = [re.compile(fnmatch.translate(_only_stars(text))) for text in one.faults]
    yield from (fault for fault in faults if any(pattern.match(fault) for pattern in patterns))


def _only_stars(text: str) -> str:
    return text.replace("[", "[[]").replace("?", "[?]")


def misplaced(packs: Knowledge, places: Sequence[pathlib.Path]) -> Iterator[Fault]:
    """Listed faults that no rule or definition has, and reasons of a kind that cannot be theirs."""
    listed = list(_listed(places))
    asked = sorted({one.of for one, _ in listed})
    known = {unit.name: unit for unit in (units(packs, asked) if asked else ())}
    for one, place in listed:
        yield from (Fault(place, f"{one.of}: {what}", to_do) for what, to_do in _wrong(one, known, packs))


def _listed(places: Sequence[pathlib.Path]) -> Iterator[tuple[Survivor, Location]]:
    for path in situations.files(places):
        try:
            held, document = situations.read_situations(path)
        except ComplianceError:
            continue  # told where situations are looked at
        for number, one in enumerate(held.survives):
            yield one, document.marks.of(("survives", number, "of"))


def _wrong(one: Survivor, known: Mapping[str, Unit], packs: Knowledge) -> Iterator[tuple[str, str]]:
    unit = known.get(one.of)
    if unit is None:
        yield "is no rule or definition that is put", "take the entry out of `survives`"
        return
    had = [mutant.what for mutant in unit.mutants]
    for text in one.faults:
        if not list(named(one.model_copy(update={"faults": (text,)}), had)):
            yield f"has no fault {text!r}", "take it out of `survives`; `rules mutate` names those there are"
    if one.kind == "no-date-between" and not all(_OF_DAYS.search(fault) for fault in named(one, had)):
        yield "gives dates as the reason for a fault that is none of dates", "choose another `kind`"
    if one.kind == "clear-either-way" and not _always_clear(unit, packs):
        yield "says that it is clear either way, and can bite", "choose another `kind`"


def _always_clear(unit: Unit, packs: Knowledge) -> bool:
    """Whether every rule of the unit permits, or asks for something that never holds."""
    return all(
        rule.norm == "permission" or any(never(op, "broad", packs.definitions) for op in rule.when.values())
        for _, rule in unit.rules
    )
