"""The names that a record of models publishes, written out: each member of its templates, without those of others."""

from __future__ import annotations

import functools

from compliance.model.names.records import ModelEntry
from compliance.model.names.template import expansions
from compliance.model.words.spelling import key, split_organisation, words
from compliance.patterns import regex

_DATE = regex(r"\d{4}|\d{6}|\d{8}")


def published(entry: ModelEntry, text: str) -> tuple[str, ...]:
    """The keys of the names that one template of the record stands for, dated ones also without their date.

    Of a template whose sizes nobody listed none is written out: which of them there are, it does not tell.
    """
    return _keys(text, tuple(sorted(entry.slots.items())), entry.excluded)


@functools.lru_cache(maxsize=8192)
def _keys(
    text: str, slots: tuple[tuple[str, tuple[str, ...]], ...], excluded: tuple[str, ...]
) -> tuple[str, ...]:
    listed = dict(slots)
    if "{size}" in text and "size" not in listed:
        return ()
    others = {key(split_organisation(one)[1]) for one in excluded}
    found: dict[str, None] = {}
    for one in expansions(text, listed):
        name = words(one)
        if "".join(f"{word} " for word in name) not in others:
            plain = unversioned(name)
            found[as_key(plain)] = None
            found[as_key(tuple(word for word in plain if not _DATE.fullmatch(word)))] = None
    return tuple(found)


def as_key(name: tuple[str, ...]) -> str:
    """Words as one text, each followed by a space."""
    return "".join(f"{word} " for word in name)


def is_dated(begins: tuple[str, ...]) -> bool:
    """Whether there is a date among the words."""
    return any(_DATE.fullmatch(word) for word in begins)


@functools.lru_cache(maxsize=4096)
def unversioned(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the `v` before a version.

    >>> unversioned(("llava", "v", "1.5", "13", "b"))
    ('llava', '1.5', '13', 'b')
    """
    return tuple(
        word
        for word, after in zip(name, (*name[1:], ""), strict=False)
        if word != "v" or not after[:1].isdigit()
    )
