"""Words that texts oblige whoever releases something to show, exactly as the texts set them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.model.answered.finding import ClauseInForce
from compliance.model.known.knowledge import Knowledge

DisplayKind = Literal["notice", "badge", "credit_line"]
_KINDS: tuple[DisplayKind, ...] = ("notice", "badge", "credit_line")


@dataclass(frozen=True, slots=True)
class Display:
    """Words to be shown, and the clause that sets them."""

    words: str
    kind: DisplayKind
    instrument: str
    title: str
    locator: str
    url: str | None
    alternatives: tuple[str, ...] = ()
    """Other words, each of which will do as well."""


def displays(clauses: Iterable[tuple[str, str]], knowledge: Knowledge) -> Iterator[Display]:
    """The words that clauses set, given as pairs of instrument and clause; those of their latest version."""
    told: set[str] = set()
    for instrument, name in clauses:
        clause = knowledge.clause(instrument, name)
        if clause is None:
            continue
        asked, text = clause.asked(clause.versions[-1]), knowledge.instruments[instrument]
        for kind in _KINDS:
            words, *others = getattr(asked, kind) or ("",)
            if words and words not in told:
                told.add(words)
                yield Display(words, kind, instrument, text.title, clause.locator, text.url, tuple(others))


def licence_clauses(licence: str, knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """All clauses of the text of a licence that the registry knows."""
    record = knowledge.registry.licences.get(licence)
    if record is None or record.instrument is None or record.instrument not in knowledge.instruments:
        return ()
    return tuple((record.instrument, name) for name in knowledge.instruments[record.instrument].clauses)


def cited(clauses: Iterable[ClauseInForce]) -> tuple[tuple[str, str], ...]:
    """The clauses of a finding, as pairs of instrument and clause."""
    return tuple((one.instrument, one.clause) for one in clauses)
