"""Whether a release shows the words that licences set: their lines whole, under the right name, version and owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.evaluate.context import Context
from compliance.evaluate.select import alternatives
from compliance.model.due_lines import gives
from compliance.model.instrument import Instrument
from compliance.model.knowledge import Knowledge
from compliance.model.registry import LicenceRecord
from compliance.model.shown_words import shows, versions_in

_LITERAL = ("badge", "notice", "credit_line", "name_prefix")
"""Fields of a clause that hold words to be shown."""


def set_lines(text: Instrument) -> list[str]:
    """Literal words of a text, the shortest first: a badge before a notice that holds it."""
    found: dict[str, None] = {}
    for clause in text.clauses.values():
        for version in (clause, *clause.versions):
            for field in _LITERAL:
                given = getattr(version, field) or ()
                found |= dict.fromkeys((given,) if isinstance(given, str) else given)
    return sorted(found, key=len)


def is_noticed(record: LicenceRecord, notices: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether notices hold every word that those owed under a licence do, each in the line in which its text sets it."""
    text = knowledge.instruments.get(record.instrument or "")
    lines = set_lines(text) if text else []
    return all(_given(words, lines, notices) for words in record.notice)


def _given(words: str, lines: Sequence[str], notices: Sequence[str]) -> bool:
    setting = [line for line in lines if as_read(words) in as_read(line)]
    if setting:
        return any(gives(notices, line) for line in setting)
    return any(shows(as_read(one), as_read(words), whole=False) for one in (*notices, ". ".join(notices)))


def as_read(words: str) -> str:
    """Spellings of a notice that are the same to whoever reads it."""
    return " ".join(words.lower().replace("licence", "license").replace("\u00a9", "(c)").split())


def shown_for(words: Iterable[str], owed: str, context: Context) -> bool:
    """Whether some notice shows the words that are owed for the source, and not for another version of it."""
    versions = tuple(dict.fromkeys(_versions(owed.rpartition(" ")[2], context)))
    return any(shows(one, owed, versions) for one in words)


def _versions(name: str, context: Context) -> Iterator[str]:
    """The versions of what is called by a name that the source is, by its own name and the titles of its licences."""
    source = context.source
    if source is None or not name.isalpha():
        return
    yield from versions_in(source.name, name)
    licences = context.knowledge.registry.licences
    for record in (licences[one] for ids in alternatives(source) for one in ids if one in licences):
        yield from versions_in(record.title, name)
