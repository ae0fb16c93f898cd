"""The words that a text sets literally, to be shown with what is made under it or put first in its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.instrument import Instrument

SENTENCES = ("notice", "credit_line")
"""Fields of a clause that hold whole sentences."""
SHORT = ("badge", "name_prefix")
"""Those that hold a few words."""


def set_words(text: Instrument) -> Iterator[tuple[str, str]]:
    """Each of them with the field in which it stands, the shortest first: a badge before a notice that holds it."""
    found: dict[tuple[str, str], None] = {}
    for clause in text.clauses.values():
        for version in (clause, *clause.versions):
            for field in ("badge", "notice", "credit_line", "name_prefix"):
                given = getattr(version, field) or ()
                found |= dict.fromkeys(
                    (field, one) for one in ((given,) if isinstance(given, str) else given)
                )
    yield from sorted(found, key=lambda one: len(one[1]))


def set_lines(text: Instrument, fields: Sequence[str] = (*SHORT, *SENTENCES)) -> list[str]:
    """The words alone, of some fields, each once."""
    return list(dict.fromkeys(words for field, words in set_words(text) if field in fields))
