"""Causes: findings and uncovered names that one act or one answer would settle, under the heaviest of them."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.packs.truth import SCALE, Position
from compliance.model.words.placeholder import STILL, UNFILLED
from compliance.values import dataclass

WEIGHT = (
    Position.BREACH, Position.ARGUABLE, Position.NEEDS_FACTS, Position.NOT_COVERED, Position.REMOTE, Position.CLEAR,
    Position.NOT_APPLICABLE,
)  # fmt: skip
"""Positions, the heaviest first."""
SETTLED = (Position.CLEAR, Position.NOT_APPLICABLE)
_STOPS = {"prohibition": 0, "obligation": 2}
"""What stops most first."""
_OF_LABEL, _STOPS_NOTHING = 1, 3
_LABELS = "label-conflict"
"""Family of the rules on what a release is said to be under."""
UNASKED = "unasked"
"""Kind of the cause that stands for what nothing asks of a release, because something is not told of it."""
NOT_ALL_ASKED = "of which not everything is asked, since something is not told"


def is_unfilled(one: NotCovered) -> bool:
    """Whether it is a place in the manifest where a placeholder stands, which nothing allows."""
    return one.cause == UNFILLED


def is_unasked(one: NotCovered) -> bool:
    """Whether it is a release of which not everything is asked, because something is not told of it."""
    return one.cause.partition("@")[0] == UNASKED


def uncovered_words(one: NotCovered) -> str:
    """What is not covered, and what is wrong with it."""
    if is_unasked(one):
        return f"{one.name}, {NOT_ALL_ASKED}"
    return f"{one.name} {STILL}" if is_unfilled(one) else f"{one.name}: no loaded text or rule speaks of it"


@dataclass(frozen=True, slots=True)
class Cause:
    """What several findings come from."""

    key: str
    findings: tuple[Finding, ...]
    """The heaviest first."""
    uncovered: tuple[NotCovered, ...] = ()
    open: bool = False
    """Whether any of it keeps the check from passing."""

    @property
    def lead(self) -> Finding | None:
        """The finding that stands for the cause; None where only uncovered names have it."""
        return self.findings[0] if self.findings else None

    @property
    def position(self) -> Position:
        """Where the cause stands: where its heaviest finding does."""
        return self.findings[0].position if self.findings else Position.NOT_COVERED


def key_of(finding: Finding) -> str:
    """The cause of a finding; a finding without one is a cause of its own."""
    return finding.cause or "/".join(finding.identity)


def weight_of(finding: Finding) -> tuple[int, int, int, int]:
    """How heavy a finding is, the heaviest first: by position, and what needs facts by where these may lead.

    What stands against the release whatever the facts are comes before what only may; among equals decides what a
    finding would stop.
    """
    stops = stops_of(finding)
    if finding.position is not Position.NEEDS_FACTS:
        return WEIGHT.index(finding.position), 0, 0, stops
    low, high = SCALE.index(finding.low), SCALE.index(finding.high)
    return WEIGHT.index(finding.position), -low if low >= SCALE.index(Position.ARGUABLE) else 0, -high, stops


def is_of_label(finding: Finding) -> bool:
    """Whether it speaks of what something is said to be under, and not of what is done with it."""
    return finding.family.partition(":")[0] == _LABELS


def stops_of(finding: Finding) -> int:
    """How much a finding would stop, by its norm and force, what stops most first.

    A prohibition stops what is done, whatever it is called; what speaks of a label ends with another label; a duty is
    met beside what is done. What nobody but the project itself asks for comes after what others do.
    """
    norm = _OF_LABEL if is_of_label(finding) else _STOPS.get(finding.norm, _STOPS_NOTHING)
    return norm if finding.force == "in-force" else norm + _STOPS_NOTHING + 1


def group(
    findings: Iterable[tuple[Finding, bool]], uncovered: Iterable[tuple[NotCovered, bool]]
) -> tuple[Cause, ...]:
    """Group findings and uncovered names by cause, in the order in which causes come; the flag says what is open."""
    members: dict[str, list[tuple[Finding, bool]]] = {}
    for finding, is_open in findings:
        members.setdefault(key_of(finding), []).append((finding, is_open))
    names: dict[str, list[tuple[NotCovered, bool]]] = {}
    for one, is_open in uncovered:
        names.setdefault(one.cause or f"uncovered:{one.subject}", []).append((one, is_open))
    causes = []
    for key in dict.fromkeys([*members, *names]):
        # Sorting is stable: among equals what asks for more stands for the others, then the order of the report holds.
        found = sorted(
            members.get(key, ()), key=lambda pair: (not pair[1], weight_of(pair[0]), -len(pair[0].duties))
        )
        left = names.get(key, ())
        if left and found and WEIGHT.index(found[0][0].position) > WEIGHT.index(Position.NOT_COVERED):
            # A finding that counts for less would hide what nothing speaks of.
            causes.append(Cause(f"{key}/uncovered", (), tuple(n for n, _ in left), any(f for _, f in left)))
            left = ()
        is_open = any(flag for _, flag in (*found, *left))
        causes.append(Cause(key, tuple(f for f, _ in found), tuple(n for n, _ in left), is_open))
    return tuple(causes)
