"""The clause that a draft is asked for: a recorded one with the tags of its words, or a line of a text."""

from __future__ import annotations

import pathlib

from compliance.errors import Fault, UsageError, shortened
from compliance.model.known.knowledge import Knowledge
from compliance.model.known.policy_text import cited_versions
from compliance.model.packs.clause_text import TaggedClause
from compliance.text.draft.rule import Draft, draft_of_record, draft_of_text
from compliance.text.keep.pin import Store, store_folder
from compliance.text.keep.pin_quotes import pinned_quotes
from compliance.text.keep.pin_source import file_source
from compliance.text.read.segment import segment
from compliance.text.tag.tagger import tag

__all__ = ["drafted"]


def drafted(named: str, knowledge: Knowledge, store: pathlib.Path | None, provider: str = "") -> Draft:
    """Draft for `INSTRUMENT#CLAUSE`, with the tags of the pinned words if there are any, or for `FILE:LINE`.

    Raises:
        UsageError: If neither is named, or there is no such clause.
    """
    instrument, sign, clause = named.partition("#")
    if sign:
        text = knowledge.instruments.get(instrument)
        if text is None:
            what = f"no text {shortened(instrument)!r} is loaded"
            raise UsageError(Fault(None, what, "see `compliance policy list`"))
        tagged = _pinned(knowledge, instrument, clause, store)
        return draft_of_record(text, clause, tagged, knowledge.registry.providers)
    place, colon, line = named.rpartition(":")
    if not colon or not line.isdecimal():
        what = f"{shortened(named)!r} names no clause"
        raise UsageError(Fault(None, what, "write INSTRUMENT#CLAUSE, or FILE:LINE"))
    return draft_of_text(_at(pathlib.Path(place), int(line)), pathlib.Path(place).name, provider)


def _pinned(
    knowledge: Knowledge, instrument: str, clause: str, store: pathlib.Path | None
) -> tuple[TaggedClause, ...]:
    cited = [
        each for each in cited_versions(knowledge) if each.instrument == instrument and each.clause == clause
    ]
    quotes = pinned_quotes(Store(store_folder(store)), cited)
    newest = [quotes[mark] for each in cited if (mark := each.version.fingerprint or "") in quotes][-1:]
    return tuple(each for quote in newest for each in tag(segment(quote.words, "text")))


def _at(path: pathlib.Path, line: int) -> TaggedClause:
    """Return the clause of a line, the first that is on a topic where there are several."""
    there = [each for each in tag(file_source(path).segmented()) if each.clause.line == line]
    if not there:
        raise UsageError(Fault(None, f"no clause begins at {path}:{line}", "see `compliance policy import`"))
    return next((each for each in there if each.tags), there[0])
