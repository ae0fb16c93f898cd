"""Tables and links that a card writes as HTML, as Markdown of the same length: every word keeps its place."""

from __future__ import annotations

import re

_TABLE = re.compile(r"(?i)<table\b")
_TABLE_ENDS = re.compile(r"(?i)</table\s*>")
_ROW = re.compile(r"(?i)<tr\b[^<>]*>")
_CELL = re.compile(r"(?i)<t[dh]\b[^<>]*>")
_TAG = re.compile(
    r"(?i)</?(?:table|thead|tbody|tfoot|tr|td|th|caption|col|colgroup|p|div|span|br|b|strong|i|em|code|center|sup|sub|small)\b[^<>]*>"
)
_ANCHOR = re.compile(
    r"(?i)<a\s(?:[^<>]*?\s)?href\s*=\s*[\"']?(?P<leads>https?://[^\s\"'<>()]+)[\"']?[^<>]*>(?P<label>[^<>\[\]]{1,200})</a>"
)
MOST_TABLE = 200_000
"""The most characters of a table that is read as one."""


def as_markdown(text: str) -> str:
    """A page with its HTML tables as rows of Markdown and its HTML links as links.

    >>> as_markdown("<table><tr><td>Fen</td><td>3M</td></tr></table>").split()
    ['|', 'Fen', '|', '3M']
    >>> page = 'On <a href="https://hf.co/datasets/fen/reeds">Reeds</a>.'
    >>> as_markdown(page).split(), len(as_markdown(page)) == len(page)
    (['On', '[Reeds](https://hf.co/datasets/fen/reeds)', '.'], True)
    """
    if "</a>" in text or "</A>" in text:
        text = _ANCHOR.sub(_link, text)
    parts, at = [], 0
    while (begins := _TABLE.search(text, at)) is not None:
        ends = _TABLE_ENDS.search(text, begins.end(), begins.end() + MOST_TABLE)
        if ends is None:
            break
        parts += [text[at : begins.start()], _rows(text[begins.start() : ends.end()])]
        at = ends.end()
    return "".join((*parts, text[at:]))


def _link(one: re.Match[str]) -> str:
    """A link of Markdown, with what its HTML is longer as blanks before it; a line that it goes over stays one."""
    written = f"[{' '.join(one['label'].split())}]({one['leads']})"
    return one[0] if "\n" in one[0] else written.ljust(len(one[0]))


def _rows(table: str) -> str:
    """The rows of a table, each on a line of its own; one within another is left as it is."""
    rows = list(_ROW.finditer(table))
    if not rows or len(_TABLE.findall(table)) > 1:
        return table
    parts = [_flat(table[: rows[0].start()])]
    for row, after in zip(rows, [*(one.start() for one in rows[1:]), len(table)], strict=True):
        parts.append(f"\n{_flat(_CELL.sub(_mark, table[row.start() : after]))[1:]}")
    return f"{''.join(parts)[:-1]}\n"


def _mark(one: re.Match[str]) -> str:
    return "|".ljust(len(one[0]))


def _flat(text: str) -> str:
    """A text without tags, on one line."""
    return _TAG.sub(lambda one: " " * len(one[0]), text).replace("\n", " ").replace("\r", " ")
