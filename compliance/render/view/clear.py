"""What is clear, as a number with names: which upstreams and rules gave no reason to stop."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.render.view.card import Card
from compliance.render.view.evidence import known_name
from compliance.render.view.words import clean, count
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Clear:
    """Findings on which no reading bites, in short."""

    findings: int
    rules: tuple[str, ...]
    """Titles of their rules, each once."""
    upstreams: tuple[str, ...]
    """Names of what they were asked of, each once."""

    @property
    def words(self) -> str:
        """How many there are, of how many rules."""
        if not self.findings:
            return "nothing"
        return f"{count(self.findings, 'finding')} under {count(len(self.rules), 'rule')}"


def build_clear(cards: Sequence[Card]) -> Clear:
    """Count the clear findings among the cards, and name what they are about."""
    findings = [card.finding for card in cards]
    names = (clean(one.source_name or known_name(one.source)) for one in findings if one.source)
    return Clear(
        len(findings),
        tuple(dict.fromkeys(card.title for card in cards)),
        tuple(dict.fromkeys(names)),
    )
