"""What machines show of a report, decided once: which entries need a look, how severe they are, and where they stand.

Notable is what is open, and what bites or is undecided below the gate, under rules in force and for the publisher
itself. Clear positions, those of others and rules not in force are no alerts: the full reports hold them.
"""

from __future__ import annotations

import posixpath
import re
from typing import Literal

from compliance.model.answered.report import COUNTED, Report
from compliance.model.packs.truth import Position
from compliance.render.view.card import Card
from compliance.render.view.report_view import View
from compliance.render.view.words import count, listed
from compliance.values import dataclass

Severity = Literal["error", "warning", "note"]

_PLACE = re.compile(r"(?P<file>.+):(?P<line>[1-9][0-9]{0,8}):(?P<column>[1-9][0-9]{0,8})")
_UNDECIDED = (Position.NEEDS_FACTS, Position.NOT_COVERED)
_BITES = (Position.BREACH, Position.ARGUABLE)
_SETTLED = (Position.CLEAR, Position.NOT_APPLICABLE)
_NOT_EVALUATED = "Release that no loaded rule could be put to"
_ORDER: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file; the first line and the first column are 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """Something open that no rule speaks of: a name that is not covered, or a release that was not evaluated."""

    rule: Literal["compliance/not-covered", "compliance/not-evaluated"]
    title: str
    subject: str
    """Id of the artifact or the release."""
    text: str
    severity: Severity
    location: str | None
    counts: bool
    """Whether it keeps the check from passing."""


def place(location: str | None, report: Report, source: str | None = None) -> Place:
    """Return the place that a location names; the first line of the manifest where it names none.

    Args:
        location: `file:line:column`, or nothing.
        report: Its manifest is where things stand.
        source: How the manifest is called from the root of its repository, if that is known.
    """
    found = _PLACE.fullmatch(location or "")
    file = found["file"] if found else report.manifest
    if source is not None and file == report.manifest:
        file = source
    file = posixpath.normpath(file) if file else file
    return Place(file, int(found["line"]), int(found["column"])) if found else Place(file)


def severity(card: Card) -> Severity:
    """Return how severe a finding is: what is open and bites is an error, what is open and undecided a warning.

    What is not open is a note, but a warning where it bites on the plain reading and nobody has accepted it.
    """
    if card.open:
        return "warning" if card.position in _UNDECIDED else "error"
    counted = card.finding.own and card.finding.force in COUNTED and card.state != "waived"
    return "warning" if counted and card.position in _BITES else "note"


def notable_cards(view: View) -> tuple[Card, ...]:
    """Return the findings that need a look, the most severe first and otherwise in the order of the report."""
    cards = [
        card
        for card in view.cards
        if card.finding.own and card.finding.force in COUNTED and card.position not in _SETTLED
    ]
    return tuple(sorted(cards, key=lambda card: (_ORDER.index(severity(card)), not card.open)))


def left_out(view: View) -> str:
    """Return in a sentence which findings are not notable; empty where all are."""
    rest = [card for card in view.cards if not (card.finding.own and card.finding.force in COUNTED)]
    settled = len(view.cards) - len(rest) - len(notable_cards(view))
    others = sum(card.finding.force in COUNTED for card in rest)
    parts = [
        f"{number} {words}"
        for number, words in (
            (settled, "clear or not applicable"),
            (others, "of others than the publisher"),
            (len(rest) - others, "under rules that are not in force"),
        )
        if number
    ]
    total = len(view.cards) - len(notable_cards(view))
    return f"{count(total, 'further finding')} in the full report: {listed(parts)}." if parts else ""


def notices(report: Report, view: View) -> tuple[Notice, ...]:
    """Return what is open beside the findings, so that a list of alerts is not empty where the check fails."""
    gate_on = report.gate != "never"
    missed = tuple(
        Notice(
            "compliance/not-evaluated",
            _NOT_EVALUATED,
            release.id,
            f"{release.name} was not evaluated: no loaded rule could be put to it.",
            "error" if gate_on else "note",
            None,
            gate_on,
        )
        for release in view.releases
        if not release.evaluated
    )
    if not missed and not report.evaluated:
        text = "Nothing was evaluated: no loaded rule could be put to anything."
        level: Severity = "error" if gate_on else "note"
        missed = (
            Notice("compliance/not-evaluated", _NOT_EVALUATED, report.project, text, level, None, gate_on),
        )
    counts = report.uncovered and gate_on
    uncovered = tuple(
        Notice(
            "compliance/not-covered",
            "Name of which no loaded rule or text speaks",
            item.name,
            f"{item.name}: {item.why}" + (f" Behind {item.releases}." if item.releases else ""),
            "warning" if counts else "note",
            item.location,
            counts,
        )
        for item in view.not_covered
    )
    return (*missed, *uncovered)
