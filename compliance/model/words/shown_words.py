"""Whether a notice shows the words that are owed: whole, in any case and spacing, and not as what does not hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from compliance.model.words.to_come import to_come
from compliance.patterns import regex

_DENIED = regex(
    r"(?:^|[^\w])(?:not|no|never|without|nothing|neither|nor|than|unlike|instead of|rather than|untrue|false|wrong"
    r"|\w+n['’]t)(?:(?:\s+[^\s.,;:!?–—()]+){0,3}\s+|\s?[:–—-]\s?)[\"'“‘«]?$"
)
"""A word that denies what follows a few words later in the same clause, or says it of something else."""
_UNDONE = (
    r"(?:removed|deleted|dropped|withdrawn|omitted|hidden|missing|struck|stripped|retired|obsolete|outdated|deprecated|"
    r"revoked|cancell?ed|former|formerly|previously|pending|planned|todo|tbd|to\s+do|to\s+be\s+(?:added|shown|confirmed|decided)|"
    r"coming\s+soon|placeholder|draft|untrue|false|wrong|no\s+longer|n/a|"
    r"(?:not|isn['’]t|doesn['’]t|does\s+not)\s+(?:yet\s+)?"
    r"(?:apply|applicable|any\s+more|anymore|needed|required|shown|displayed|included|used|true|added|present|the\s+case))"
    r"(?!\w)"
)
"""What a remark says of words that are not shown: that they were taken away, are still to come, or do not hold."""
_UNDONE_BEFORE = regex(rf"(?:^|[^\w])(?:{_UNDONE}|used\s+to\s+be|once)\W{{0,4}}$")
_CLOSED = r"[\"'”’»)\]*_]{0,3}\s*"
_UNDONE_AFTER = regex(
    _CLOSED + r"(?:(?:\.\s*)?[(\[{]+\s*|[,:–—/-]+\s*)?"
    r"(?:(?:the|this|badge|notice|line|logo|text|label|words?|sentence|now|since|later|already|currently|is|are|was|were|"
    r"has|have|been|be)\s+){0,4}" + _UNDONE
)
"""Such a remark right before the words, and right behind them, in brackets or not."""
_ANSWERED_NO = regex(
    rf"{_CLOSED}(?:\?|(?:[(\[{{:=.!–—-]+\s*)(?:no|nope|not|none|never)(?:\s*[.,;!)\]]|\s*$|\s+(?:more|longer|at\s+all)))"
)
"""Words that are asked, or that are answered by a no."""
_UNTICKED = regex(r"\[\s?\]\s*$")
"""A box before the words that nobody ticked."""
_STRUCK = regex(r"~~[^~]+~~|<(?:s|del|strike)>.*?(?:</(?:s|del|strike)>|$)|<!--.*?(?:-->|$)")
"""Text that a page shows as struck out, or not at all."""
_LINK = regex(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = regex(r"[*`]|</?[a-z][^<>]{0,80}>")
"""How words are set, which is not read."""
_NEAR = 80
"""How much of a text before the words is looked at."""
_GOES_ON = regex(r"[^\W\d_]|[-_.’'][^\W\d_]{2}")
"""More of the same word, or of a compound that begins with it: another name than the one that is owed."""
_FIGURES_GO_ON = regex(r"\d|\.\d")
"""More of a version that the words end with."""
_VERSION = regex(r"[\s\-_(v]*(\d+(?:\.\d+)*)(?![\w]|\.\d)")
"""A version behind a name; a figure with a letter right behind it is a size."""
_CLAUSE = regex(r"[;!?\n]|\.(?!\w)")


def shows(text: str, owed: str, versions: Collection[str] = (), *, whole: bool = True) -> bool:
    """Whether a text shows the words.

    `versions` are those of the thing whose name the words end with, where it is known: no other may follow. Where it is
    not asked for the `whole` words, what follows may be of the same word.

    >>> shows("Built with Llama 3.2", "built with llama"), shows("No longer built with Llama", "built with llama")
    (True, False)
    >>> shows("Built with Llama (removed)", "built with llama"), shows("~~Built with Llama~~", "built with llama")
    (False, False)
    >>> shows("Built with Llama 2", "built with llama", ["3.1"]), shows("Built with Llama? No.", "built with llama")
    (False, False)
    """
    held, words = as_shown(text), " ".join(owed.lower().split())
    return bool(words) and any(
        _ends(held, found, whole)
        and stands(held, found.start(), found.end())
        and _fits(held, found, versions)
        for found in re.finditer(re.escape(words), held)
    )


def as_shown(text: str) -> str:
    """A text as it is compared: in small letters, without what a page does not show."""
    held = _STRUCK.sub(" … ", " ".join(text.lower().split()))
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", held)).split())


def stands(text: str, start: int, end: int) -> bool:
    """Whether what stands there begins a word, and is neither denied, asked, taken back nor still to come."""
    begins_within = text[start].isalnum() and text[start - 1 : start].isalnum()
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    undone = _UNDONE_BEFORE.search(before) or _UNDONE_AFTER.match(after) or _ANSWERED_NO.match(after)
    denied = _DENIED.search(before) or _UNTICKED.search(before)
    return not (begins_within or undone or denied or to_come(before, after))


def _ends(text: str, found: re.Match[str], whole: bool) -> bool:
    """Whether the words end where their last word does."""
    end = found.end()
    if not whole or not text[end - 1].isalnum() or "/" in found.group():
        return True
    if text[end - 1].isdigit() and _FIGURES_GO_ON.match(text, end):
        return False
    return _GOES_ON.match(text, end) is None


def _fits(text: str, found: re.Match[str], versions: Collection[str]) -> bool:
    """Whether what follows the words is no other version than those of the thing that they name."""
    told = _VERSION.match(text, found.end()) if versions else None
    if told is None:
        return True
    border = _CLAUSE.search(text, told.end())
    rest = text[found.end() : border.start() if border else len(text)]
    name = found.group().rpartition(" ")[2]
    said = {told.group(1), *versions_in(rest, name)}
    return any(_same_line(one, other) for one in said for other in versions)


def versions_in(text: str, name: str) -> Iterator[str]:
    """The versions that stand right behind a name in a text.

    >>> list(versions_in("Llama-3.1-8B and Llama 70B", "llama"))
    ['3.1']
    """
    held = text.lower()
    for found in re.finditer(re.escape(name.lower()), held):
        if not held[found.start() - 1 : found.start()].isalnum() and (
            told := _VERSION.match(held, found.end())
        ):
            yield told.group(1)


def _same_line(one: str, other: str) -> bool:
    """Whether one version is the other, or one that it takes in, as 3 takes in 3.1."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


_SIZE = regex(r"(?:\.\d+)?[bm](?![a-z])", re.IGNORECASE)


def begins_with(name: str, prefix: str) -> bool:
    """Whether a name, without whose it is, begins with a word or words, and not with a longer word.

    >>> [begins_with(name, "Llama") for name in ("acme/Llama-3-tutor", "LlamaTutor", "Llamada-7b")]
    [True, True, False]
    """
    bare = name.rsplit("/", 1)[-1].strip()
    if not bare.lower().startswith(prefix.lower()):
        return False
    rest, last = bare[len(prefix) :], bare[len(prefix) - 1 : len(prefix)]
    if last.isdigit():
        return not (_FIGURES_GO_ON.match(rest) or _SIZE.match(rest))
    if not rest[:1].isalpha() or not last.isalpha():
        return True
    # A capital begins a word of its own: behind a small letter, or before one.
    return rest[0].isupper() and (last.islower() or rest[1:2].islower())
