"""What is clear, as a number with names: which upstreams and rules gave no reason to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.model.answered.cause import SETTLED
from compliance.render.view.card import Card
from compliance.render.view.evidence import known_name
from compliance.render.view.words import clean, count, listed
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Clear:
    """Findings on which no reading bites, in short."""

    findings: int
    rules: tuple[str, ...]
    """Titles of their rules, each once."""
    upstreams: tuple[str, ...]
    """Names of what they were asked of and on which nothing stands open, each once."""

    @property
    def words(self) -> str:
        """How many there are, of how many rules."""
        if not self.findings:
            return "nothing"
        return f"{count(self.findings, 'finding')} under {count(len(self.rules), 'rule')}"

    def told(self, most: int | None = None) -> str:
        """The same with names, so many of them; who is clear under one rule only is not called clear."""
        names = list(self.upstreams[:most])
        left = len(self.upstreams) - len(names)
        named = listed([*names, f"{left} more"] if left else names)
        return f"{self.words}; nothing open on {named}" if named else self.words


def build_clear(cards: Sequence[Card]) -> Clear:
    """Count the clear findings among one's own cards, and name what they are about where nothing is open on it."""
    clear = [card for card in cards if card.position in SETTLED]
    open_on = {*_sources(card for card in cards if card.open)}
    return Clear(
        len(clear),
        tuple(dict.fromkeys(card.title for card in clear)),
        tuple(name for name in dict.fromkeys(_sources(clear)) if name not in open_on),
    )


def _sources(cards: Iterable[Card]) -> Iterator[str]:
    findings = (card.finding for card in cards)
    return (clean(one.source_name or known_name(one.source)) for one in findings if one.source)
