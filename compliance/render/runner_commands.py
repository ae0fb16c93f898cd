"""Keep GitHub's runners from obeying a report: no line of any format begins with `::` or holds `##[`.

Each format has a spelling of the same characters that a runner does not know and its readers do not notice, so that
a report says the same wherever it is printed. Only the format that is made of commands keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from compliance.errors import without_commands
from compliance.patterns import regex

__all__ = ["GUARDS"]

_LINE = regex(r"(?:^|(?<=[\r\n]))([^\S\r\n]*):(?=:)")
_APART = regex(r"(<script\b.*?</script>|<style\b.*?</style>)", re.DOTALL)


def _own(text: str) -> str:
    """The program's own commands, which name nothing that an older runner would obey."""
    return text.replace("##[", "# #[")


def _json(text: str) -> str:
    r"""The same JSON; a number sign stands within texts only, and no text breaks a line.

    >>> _json('{"a": "##[error]"}')
    '{"a": "\\u0023#[error]"}'
    """
    return text.replace("##[", r"\u0023#[")


def _markup(text: str) -> str:
    r"""The same XML or HTML, outside of scripts and styles.

    >>> _markup("<p>\n::error::a ##[b]</p>")
    '<p>\n&#58;:error::a &#35;#[b]</p>'
    """
    return _LINE.sub(r"\1&#58;", text).replace("##[", "&#35;#[")


def _page(text: str) -> str:
    """The same page; its data is JSON, and its style and script are named by their digests."""
    return "".join(_piece(piece) for piece in _APART.split(text))


def _piece(piece: str) -> str:
    if piece.startswith('<script type="application/json"'):
        return _json(piece)
    return piece if piece.startswith(("<script", "<style")) else _markup(piece)


GUARDS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "text": without_commands,
        "markdown": without_commands,
        "mermaid": without_commands,
        "csv": without_commands,
        "json": _json,
        "sarif": _json,
        "gitlab": _json,
        "html": _page,
        "junit": _markup,
        "svg": _markup,
        "github": _own,
    }
)
"""What each format of text goes through last."""
