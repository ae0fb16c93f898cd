"""The words that a text sets literally, to be shown with what is made under it or put first in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from compliance.model.names.registry import LicenceRecord
from compliance.model.packs.instrument import Instrument

SENTENCES = ("notice", "credit_line")
"""Fields of a clause that hold whole sentences."""
SHORT = ("badge", "name_prefix")
"""Those that hold a few words."""
NAMED, ADDRESS = "named", "address"
"""What tells a licence from others beside these: the name that its notices have for it, and where it stands."""
_AGREEMENT = re.compile(r"licen[cs]e|terms", re.IGNORECASE)


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


def words_of_licences(
    licences: Mapping[str, LicenceRecord], texts: Mapping[str, Instrument]
) -> dict[str, list[list[str]]]:
    """Licence to the words that its text sets, and to those by which a notice tells it from others."""
    found = {}
    for key, one in licences.items():
        text = texts.get(one.instrument or "")
        set_ = [[field, words] for field, words in set_words(text)] if text is not None else []
        named = [[NAMED, words] for words in one.notice if _is_its_own(words, one, licences)]
        stands = [[ADDRESS, url] for url in one.urls if one.kind == "model"]
        if given := [*set_, *named, *stands]:
            found[key] = given
    return found


def _is_its_own(words: str, record: LicenceRecord, licences: Mapping[str, LicenceRecord]) -> bool:
    """Whether words name an agreement, and none of another text."""
    return _AGREEMENT.search(words) is not None and not any(
        words.lower() in other.lower()
        for one in licences.values()
        if one.instrument != record.instrument
        for other in (*one.notice, one.title)
    )
