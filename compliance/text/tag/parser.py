"""Look at tags again with a parser of the reader's own: who the grammatical subject of the tagged words is.

Patterns decide without it. A spaCy pipeline in a local folder can only move a tag from sure to be reviewed, where the
sentence speaks of what the provider does. Nothing is downloaded, and spaCy is loaded only when a folder is given.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from compliance.bounds import make_room
from compliance.errors import Fault, InputError, shown
from compliance.model.packs.clause_text import Tag, TaggedClause

__all__ = ["load_parser", "reviewed"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_PROVIDER = frozenset({"we", "us", "company", "provider", "licensor"})


def load_parser(folder: pathlib.Path) -> Any:
    """Load a spaCy pipeline that parses sentences.

    Raises:
        InputError: If the folder holds none.
    """
    advice = "give the folder of a spaCy pipeline with a parser, as `nlp.to_disk` writes it"
    if not folder.is_dir():
        raise InputError(Fault(None, f"there is no folder {folder}", advice))
    make_room()
    import spacy

    try:
        parser = spacy.load(folder)
    except (OSError, ValueError, KeyError, TypeError, ImportError) as error:
        raise InputError(Fault(None, f"{folder} is no spaCy pipeline: {shown(str(error))}", advice)) from None
    if "parser" not in parser.pipe_names:
        raise InputError(Fault(None, f"the spaCy pipeline in {folder} has no parser", advice))
    return parser


def reviewed(tagged: Iterable[TaggedClause], parser: Any) -> tuple[TaggedClause, ...]:
    """Return the clauses, with sure tags set to be reviewed where the parser finds the provider for a subject."""
    return tuple(replace(each, tags=tuple(_seen(each, parser))) for each in tagged)


def _seen(each: TaggedClause, parser: Any) -> Iterator[Tag]:
    sure = any(tag.tier == "confirmed" and tag.evidence for tag in each.tags)
    document = parser(each.clause.own) if sure else None
    for tag in each.tags:
        if document is not None and tag.tier == "confirmed" and tag.evidence:
            place = tag.evidence[0].span
            words = document.char_span(place.start, place.end, alignment_mode="expand")
            if words is not None and _subject(words.root) in _PROVIDER:
                yield replace(tag, tier="review")
                continue
        yield tag


def _subject(word: Any) -> str:
    """The subject of the nearest verb over a word, in lower case; empty where it has none."""
    for above in (word, *word.ancestors):
        for child in above.children:
            if child.dep_ in _SUBJECTS:
                return str(child.lower_)
    return ""
