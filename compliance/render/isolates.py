"""Names written from right to left, each in a frame of its own: they turn nothing round that stands beside them.

Unicode's first-strong isolate and its end have no width: what was aligned stays so. Lines to paste into a manifest get
none, for there they would be part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from compliance.patterns import regex

_FROM, _TO = "\u2068", "\u2069"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY = regex(f"[{_RIGHT_TO_LEFT}]")
_BORDERS = r"\s,;<>|⁨⁩"
_WORD = f"[^{_BORDERS}]*[{_RIGHT_TO_LEFT}][^{_BORDERS}]*"
_RUN = f"{_WORD}(?: {_WORD})*"
"""Words next to each other that hold such letters; a comma, a bracket of markup or another word ends them."""
_END = regex(r"[.:?!…”’\"'*_`]+$")
_START = regex(r"^[“‘\"'*_`]+")
_PARTS = regex(r"(<(script|style)\b[^>]*>.*?</\2>|<code\b[^>]*>.*?</code>|<[^>]*>)", re.DOTALL)


def isolated(text: str, names: Iterable[str] = (), kept: Iterable[str] = ()) -> str:
    r"""Return text with every right-to-left name in a frame.

    Args:
        text: What is printed.
        names: Names that are framed as a whole, figures and brackets in them too.
        kept: Pieces that stay as they are.

    >>> isolated("olmo → dolma") == "olmo → dolma"
    True
    >>> isolated("אב ג, דה? x").replace("\u2068", "{").replace("\u2069", "}")
    '{אב ג}, {דה}? x'
    """
    if not _ANY.search(text):
        return text
    whole = [_ordered(kept, "kept"), _ordered(names, "name"), f"(?P<run>{_RUN})"]
    return re.sub("|".join(part for part in whole if part), _framed, text)


def isolated_page(page: str, names: Iterable[str] = (), escaped: Callable[[str], str] = str) -> str:
    """The same for the texts between tags, of HTML or Markdown: no tag, code, script or style is touched.

    `escaped` is how a name is written there.
    """
    if not _ANY.search(page):
        return page
    written = [str(escaped(one)) for one in names if _begins(one)]
    parts, last = [], 0
    for match in _PARTS.finditer(page):
        parts += [isolated(page[last : match.start()], written), match[0]]
        last = match.end()
    return "".join([*parts, isolated(page[last:], written)])


def _ordered(texts: Iterable[str], group: str) -> str:
    """A pattern of texts, the longest first; of names, those that begin with such letters. Empty for none."""
    held = sorted({one for one in texts if group == "kept" or _begins(one)}, key=lambda one: (-len(one), one))
    return f"(?P<{group}>{'|'.join(map(re.escape, held))})" if held else ""


def _begins(name: str) -> bool:
    """Whether the first letter of a name is written from right to left; others need a frame for some words only."""
    first = next((one for one in name if one.isalpha()), "")
    return bool(_ANY.match(first))


def _framed(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("kept"):
        return match[0]
    if found.get("name"):
        return f"{_FROM}{match[0]}{_TO}"
    start = _START.match(match[0])
    begins = start.end() if start else 0
    end = _END.search(match[0])
    ends = end.start() if end else len(match[0])
    return f"{match[0][:begins]}{_FROM}{match[0][begins:ends]}{_TO}{match[0][ends:]}"
