"""What keeps the place of an answer and is none: the one list of signs and words, whoever reads them.

A sign that a line to paste prints itself (`FILL-IN`, `<true|false>`, `…`) is taken out and told as not filled in; a
word that somebody wrote instead (`TBD`, `n/a`, `[your name]`) is an error where it stands. Neither answers anything.
"""

from __future__ import annotations

from compliance.patterns import regex

FILL_IN = "FILL-IN"
"""Stands in a line to paste where only the reader knows the answer."""
UNFILLED = "unfilled"
"""Cause of what is told of placeholders that still stand in a manifest."""
NOBODY = "unknown"
"""The name of a publisher whom nobody named, as a manifest writes it."""
THE_PUBLISHER = "the publisher"
"""What such a publisher is called wherever it is spoken of."""
STILL = "still holds a placeholder"
_PRINTED = r"fill[-_ ]?in|<[^<>]*>|\[?(?:\.\.\.|\u2026)\]?|todo"
"""Signs that lines to paste print, and the word for what is still to do."""
_WRITTEN = (
    r"[\W_]+|\[[^\[\]]*\]|\$?\{+[^{}]*\}+|x{3,6}|tb[acd]|todo[ :].*|fixme(?:[ :].*)?"
    r"|change[ -]?me|place[ -]?holder|n/a|n\.a\.?"
    r"|not (?:applicable|specified|stated|given|available)|unspecified|to be \w+(?: .*)?"
    r"|(?:insert|fill|enter)\b.*\b(?:here|in)|your (?:answer|name|value|text)(?: here)?"
)
"""Places that templates leave open, and words for them."""
_IS_PRINTED = regex(_PRINTED, flags=2)
_STANDS_FOR = regex(f"{_PRINTED}|{_WRITTEN}", flags=2)
_OPEN_PLACE = regex(r"<[^\W\d_][^<>@:]{2,}>")
"""An open place inside a value: `<org>/rows`; an address in such brackets is none."""


def is_placeholder(value: object) -> bool:
    """Whether a text is a sign that a line to paste prints.

    >>> is_placeholder("FILL-IN"), is_placeholder("<true|false>"), is_placeholder("Apache-2.0"), is_placeholder("TBD")
    (True, True, False, False)
    """
    return isinstance(value, str) and _IS_PRINTED.fullmatch(value.strip()) is not None


def stands_for_an_answer(text: str, *, within: bool = True) -> bool:
    """Whether a value only keeps the place of an answer, or holds an open place where `within` is set.

    >>> [stands_for_an_answer(one) for one in ("<true|false>", "…", "TBD", "acme/<rows>")]
    [True, True, True, True]
    >>> [stands_for_an_answer(one) for one in ("< 700000000", "todo-lists", "unknown", "C++ & co")]
    [False, False, False, False]
    """
    bare = text.strip() or text
    return _STANDS_FOR.fullmatch(bare) is not None or (within and _OPEN_PLACE.search(bare) is not None)


def told_as_unfilled(place: str, question: str) -> str:
    """A question whose line stands in the manifest, and is not filled in.

    >>> told_as_unfilled("Line 12", "Under which licence do the rows stand?")
    'Line 12 still holds a placeholder. Under which licence do the rows stand?'
    """
    return f"{place} {STILL}. {question}"


def unfilled_part(question: str) -> str:
    """What a question tells of lines that are not filled in; empty where it tells of none.

    >>> unfilled_part("Line 12 still holds a placeholder. Under which licence do the rows stand?")
    'Line 12 still holds a placeholder'
    """
    place, told, _ = question.partition(f" {STILL}. ")
    return f"{place} {STILL}" if told else ""
