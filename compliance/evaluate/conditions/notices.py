"""Whether a release shows the words that licences set, whole and under the right name, and ships their texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from compliance.evaluate.context import Context
from compliance.evaluate.select import alternatives
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.registry import LicenceRecord
from compliance.model.names.set_words import SENTENCES, SHORT, set_lines
from compliance.model.words.due_lines import gives
from compliance.model.words.shown_words import shows, versions_in


def is_copied(record: LicenceRecord, copies: Collection[str]) -> bool:
    """Whether the text of a licence, or one of those that its name covers, is among the copies that ship."""
    return not {record.id, *record.members}.isdisjoint(copies)


def is_copied_vaguely(record: LicenceRecord, copies: Collection[str]) -> bool:
    """Whether the copy that ships is named by a word for several texts, and none of these is named.

    Nobody can tell from such a word that the text which governs went along.
    """
    return "ambiguous" in record.traits and record.id in copies and set(record.members).isdisjoint(copies)


def is_noticed(record: LicenceRecord, notices: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether notices hold all words that those owed under a licence do, each in the line in which its text sets it."""
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


def shown_for(words: Sequence[str], owed: str, context: Context) -> bool:
    """Whether some notice shows the words that are owed for the source, and not for another version of it.

    Where they are part of a sentence that a licence of the source sets, that sentence is what is owed.
    """
    records = tuple(_records(context))
    whole = [line for record in records for line in _sentences(owed, record, context.knowledge)]
    if whole:
        return any(gives(words, line) for line in whole)
    versions = tuple(dict.fromkeys(_versions(owed.rpartition(" ")[2], records, context)))
    return any(shows(one, owed, versions) for one in words)


def _records(context: Context) -> Iterator[LicenceRecord]:
    """The licences that the source may stand under."""
    held = context.knowledge.registry.licences
    for ids in alternatives(context.source) if context.source is not None else ():
        yield from (held[one] for one in ids if one in held)


def _sentences(owed: str, record: LicenceRecord, knowledge: Knowledge) -> list[str]:
    """The sentences of a licence that hold the words, where these are no badge of their own."""
    text = knowledge.instruments.get(record.instrument or "")
    if text is None or as_read(owed) in map(as_read, set_lines(text, SHORT)):
        return []
    return [line for line in set_lines(text, SENTENCES) if as_read(owed) in as_read(line)]


def _versions(name: str, records: Iterable[LicenceRecord], context: Context) -> Iterator[str]:
    """The versions of what is called by a name that the source is, by its own name and the titles of its licences."""
    if context.source is None or not name.isalpha():
        return
    yield from versions_in(context.source.name, name)
    for record in records:
        yield from versions_in(record.title, name)
