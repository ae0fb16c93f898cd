"""What a rule that reads many texts says of some of them alone, told where a source is under one of these."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from compliance.model.packs.rule import Besides, Rule

ProseField = Literal["says", "consequence", "does_not_cover", "clear_because"]


class Prose(NamedTuple):
    """The sentences of a rule, as they are told of one source."""

    says: str
    consequence: str
    does_not_cover: str
    clear_because: str | None


def meant(rule: Rule, texts: Collection[str]) -> Iterator[Besides]:
    """What the rule says besides of any of some texts."""
    return (one for one in rule.besides if not set(texts).isdisjoint(one.of))


def prose_of(rule: Rule, texts: Collection[str]) -> Prose:
    """The sentences that all texts of a rule share, followed by those that are said of one of `texts`."""
    more = tuple(meant(rule, texts))

    def told(field: ProseField) -> str:
        parts = (getattr(rule, field), *(getattr(one, field) for one in more))
        return " ".join(part.strip() for part in parts if part)

    return Prose(told("says"), told("consequence"), told("does_not_cover"), told("clear_because") or None)
