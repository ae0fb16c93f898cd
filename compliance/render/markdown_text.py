r"""Make text harmless within Markdown as GitHub reads it: no markup, no HTML, no mentions, no links by themselves.

What would be read as markup becomes a character reference, which is text wherever it stands, within HTML too. What
GitHub looks for in the finished page (mentions, addresses, numbers of issues) is parted by a space of no width.
"""

from __future__ import annotations

import re

from compliance.errors import printable, shortened
from compliance.patterns import regex

_MARKUP = regex(r"[&<>\"\\`*\[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_START = regex(r"^(?:[#+=:-]|\d+(?=[.)]))")
_LINKS = r"@(?=[\w-])|(?<=:)(?=//)|(?<=\bwww)(?=\.)|\b(?:mailto|xmpp):(?=\S)"
_LINKED = regex(_LINKS, re.IGNORECASE)
"""Where what is read as an address or a mention is parted, in code too."""
_FOUND = regex(rf"{_LINKS}|#(?=\d)|\bGH-(?=\d)|:(?=[a-z0-9_+-]+:)", re.IGNORECASE)
"""Where numbers of issues and names of pictures are parted as well."""
_ADDRESS = regex(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~/%?=&+,;@!-]*)?")
_NOTHING_WIDE = "&#8203;"


def escape(text: str) -> str:
    """Return text so that Markdown shows it as it is.

    >>> escape("a|b <i> gpt_4"), escape("@org"), escape("1. x"), escape("see http://x.example")
    ('a&#124;b &lt;i&gt; gpt_4', '@&#8203;org', '&#49;. x', 'see http:&#8203;//x.example')
    """
    return _harmless(text, _FOUND)


def code(text: str) -> str:
    """Return text as code, which GitHub neither reads nor links.

    >>> code("a`b|c.yaml:18:3")
    '<code>a&#96;b&#124;c.yaml:18:3</code>'
    """
    return f"<code>{_harmless(text, _LINKED)}</code>"


def link(text: str, address: str | None) -> str:
    """Return text that leads to an address of the web; the text alone where the address is not plainly one.

    >>> link("Terms", "https://x.example/terms"), link("Terms", "javascript:alert(1)")
    ('[Terms](<https://x.example/terms>)', 'Terms')
    """
    if address is None or not _ADDRESS.fullmatch(address):
        return escape(text)
    return f"[{escape(text)}](<{address}>)"


def cut(text: str, length: int) -> str:
    """Return text shortened before it is made harmless."""
    return shortened(" ".join(text.split()), length)


def _harmless(text: str, apart: re.Pattern[str]) -> str:
    line = printable(" ".join(text.split()))
    start = _START.match(line)
    head = "".join(_reference(character) for character in start[0]) if start else ""
    rest = line[start.end() :] if start else line
    pieces, last = [], 0
    for match in apart.finditer(rest):
        pieces += [_referenced(rest[last : match.end()]), _NOTHING_WIDE]
        last = match.end()
    return head + "".join([*pieces, _referenced(rest[last:])])


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def _reference(character: str) -> str:
    return _NAMED.get(character, f"&#{ord(character)};")


def _referenced(text: str) -> str:
    return _MARKUP.sub(lambda match: _reference(match[0]), text)
