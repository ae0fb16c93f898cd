"""The report in a few lines: what it comes to, how positions spread over force and readings, which clauses are cited.

Renderers for people print this before the findings; it counts what `report_view.py` grouped and decides nothing anew.
"""

from __future__ import annotations

from compliance.model.answered.report import COUNTED
from compliance.model.packs.truth import READINGS, Position, Truth
from compliance.render.view.card import Card
from compliance.render.view.evidence import ClauseLine
from compliance.render.view.report_view import View
from compliance.render.view.words import FORCE_WORD, POSITION_MEANING, POSITION_WORD, count, listed, sentence
from compliance.values import dataclass

WEIGHTY = 3
"""How many findings a summary names."""
_BITES = (Position.BREACH, Position.ARGUABLE, Position.REMOTE)


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One thing to know first: what it is about, what there is to say, and the card that it speaks of."""

    label: str
    text: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """How many findings of one kind stand in each position."""

    key: str
    title: str
    meaning: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Force by position; assurance stands with each finding."""

    columns: tuple[tuple[Position, str, str], ...]
    """Position, its word and its meaning, in the order of the report."""
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What the counted findings come to on one reading."""

    reading: str
    meaning: str
    bites: int
    undecided: int
    bites_not: int
    gate: bool
    """Whether the check is decided on this reading."""


@dataclass(frozen=True, slots=True)
class CitedClause:
    """A clause in the version that counts, and the cards that cite it."""

    line: ClauseLine
    cards: tuple[Card, ...]


READING_MEANING = {
    "narrow": "only what the words require of the party that accepted them",
    "plain": "the ordinary reading",
    "broad": "the furthest plausible reading",
}
_ROWS = (
    ("in-force", "Rules in force", "what binds today; only this and house rules can fail the check"),
    ("house-rule", "House rules", FORCE_WORD["house-rule"]),
    ("screen", "Access screen", "how access was obtained; kept apart from what was trained on what"),
    ("not-yet-in-force", "Enacted, not yet in force", "does not bind on the date of the report; not counted"),
    ("proposed", "Proposed law", "not law; not counted"),
    ("soft-law", "Guidance", "binds nobody by itself; not counted"),
    ("historic", "Historic", "no longer in force; not counted"),
    ("others", "Positions of others", "how the same rules meet others than the publisher; not counted"),
)


def build_matrix(view: View) -> Matrix:
    """Count findings by force and position; rows without findings are left out."""
    screen = frozenset(card.finding.identity for card in view.screen.cards)
    kinds: dict[str, list[Card]] = {}
    for card in view.cards:
        kinds.setdefault(_kind(card, screen), []).append(card)
    positions = tuple(POSITION_WORD)
    rows = tuple(
        MatrixRow(
            key,
            title,
            sentence(meaning),
            tuple(sum(card.position is position for card in kinds[key]) for position in positions),
            len(kinds[key]),
        )
        for key, title, meaning in _ROWS
        if key in kinds
    )
    columns = tuple((position, POSITION_WORD[position], POSITION_MEANING[position]) for position in positions)
    return Matrix(columns, rows)


def _kind(card: Card, screen: frozenset[tuple[str, str, str, str]]) -> str:
    if card.finding.identity in screen:
        return "screen"
    if card.finding.force in COUNTED and not card.finding.own:
        return "others"
    return card.finding.force


def build_readings(view: View) -> tuple[ReadingRow, ...]:
    """Count what bites on each reading, among the publisher's own findings under rules in force."""
    own = [card for card in view.cards if card.finding.own and card.finding.force in COUNTED]
    rows = []
    for place, reading in enumerate(READINGS):
        truths = [card.bites[place].truth for card in own]
        rows.append(
            ReadingRow(
                reading,
                READING_MEANING[reading],
                truths.count(Truth.YES),
                truths.count(Truth.UNKNOWN),
                truths.count(Truth.NO),
                gate=view.verdict.gate == reading,
            )
        )
    return tuple(rows)


def build_summary(view: View) -> tuple[SummaryLine, ...]:
    """Say what the report comes to."""
    lines: list[SummaryLine] = []
    weighty = [card for group in view.groups for card in group.cards if card.open]
    for place, card in enumerate(weighty[:WEIGHTY]):
        lines.append(SummaryLine("" if place else "Weighs most", _weighty(card), card))
    if len(weighty) > WEIGHTY:
        more = count(len(weighty) - WEIGHTY, "more open finding")
        lines.append(SummaryLine("", f"And {more}, below."))
    if view.questions.items:
        first = view.questions.items[0]
        lines.append(SummaryLine("Ask first", f"{first.question} It {first.worth}."))
        lines.append(SummaryLine("", f"{view.questions.lead} All questions are listed below."))
    if view.not_covered:
        number = count(len(view.not_covered), "name")
        lines.append(
            SummaryLine("Not covered", f"{number} of which no loaded text or rule speaks; no clearance.")
        )
    lines.append(SummaryLine("Access", view.screen.statement))
    if view.if_enacted:
        told = [_not_in_force(group.title, group.cards) for group in view.if_enacted]
        lines.append(SummaryLine("Not in force", sentence(listed(told))))
    return tuple(lines)


def _weighty(card: Card) -> str:
    return f"{card.title} ({card.short_subject}): {card.position_word}."


def _not_in_force(title: str, cards: tuple[Card, ...]) -> str:
    bites = sum(card.position in _BITES for card in cards)
    return f"{title.lower()}: {count(len(cards), 'finding')}, {bites} of which bite{'s' * (bites == 1)} on some reading"


def cited_clauses(view: View) -> tuple[CitedClause, ...]:
    """Return every clause that a finding cites, each version once, by instrument and clause."""
    cited: dict[tuple[str, str, str], tuple[ClauseLine, list[Card]]] = {}
    for card in view.cards:
        for line in card.clauses:
            key = (line.reference, line.version, line.locator)
            cited.setdefault(key, (line, []))[1].append(card)
    return tuple(CitedClause(line, tuple(cards)) for _, (line, cards) in sorted(cited.items()))
