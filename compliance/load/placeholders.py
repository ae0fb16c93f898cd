"""Values that stand for an answer and are none: `<name>`, `…`, `TODO`, `n/a`. None may stand in a manifest.

What is not known is left out, or written as `unknown`, and is asked; a sign in its place would pass for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.errors import FaultCollector, shown
from compliance.load.yaml_reader import Document
from compliance.model.location import Path, path_words
from compliance.patterns import regex

_READERS_ALONE = ("note", "title")
"""Fields that no rule and no registry sees."""
_READ_ELSEWHERE = ("license", "license_copies")
"""Licences that say nothing have a reading of their own, and are asked."""
_STANDS_FOR = regex(
    r"[\W_]+|<[^<>]*>|\[[^\[\]]*\]|\$?\{+[^{}]*\}+|x{3,6}|tb[acd]|todo(?:[ :].*)?|fixme(?:[ :].*)?"
    r"|change[ -]?me|place[ -]?holder|n/a|n\.a\.?"
    r"|not (?:applicable|specified|stated|given|available)|unspecified|to be \w+(?: .*)?"
    r"|(?:insert|fill|enter)\b.*\b(?:here|in)|your (?:answer|name|value|text)(?: here)?",
    flags=2,
)
"""The whole of a value that says nothing, a template's open place, or a word for one."""
_OPEN_PLACE = regex(r"<[^\W\d_][^<>@:]{2,}>")
"""An open place inside a value: `<org>/rows`; an address in such brackets is none."""


def check_placeholders(document: Document, faults: FaultCollector) -> None:
    """Collect every value in whose place an answer should stand."""
    for path, text in _values(document.data, ()):
        if stands_for_an_answer(text, within=not {*path} & {"notices", "signed_by"}):
            what = f"{path_words(path)}: {shown(text)} stands in the place of an answer and is none"
            advice = "write the answer, or leave the field out: what is not known is asked where it matters"
            faults.report(document.marks.value_of(path), what, advice)


def stands_for_an_answer(text: str, *, within: bool = True) -> bool:
    """Whether a value is an open place, or holds one where `within` is set.

    >>> [stands_for_an_answer(one) for one in ("<true|false>", "…", "TBD", "acme/<rows>")]
    [True, True, True, True]
    >>> [stands_for_an_answer(one) for one in ("< 700000000", "todo-lists", "unknown", "C++ & co")]
    [False, False, False, False]
    """
    bare = text.strip() or text
    return _STANDS_FOR.fullmatch(bare) is not None or (within and _OPEN_PLACE.search(bare) is not None)


def _values(node: object, path: Path) -> Iterator[tuple[Path, str]]:
    if path and path[-1] in (*_READERS_ALONE, *_READ_ELSEWHERE):
        return
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _values(value, (*path, key))
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from _values(value, (*path, n))
