"""The clauses that a report cites, numbered in the order in which they are first cited."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from compliance.render.view.evidence import ClauseLine


@dataclass(frozen=True, slots=True)
class NumberedClause:
    """A clause, and the number under which the appendix has it."""

    number: str
    anchor: str
    line: ClauseLine
    href: str | None
    """Its address, if it is one that a reader may follow."""


class Clauses:
    """Gives every clause one number."""

    def __init__(self) -> None:
        self._numbered: dict[ClauseLine, NumberedClause] = {}

    def number(self, line: ClauseLine) -> NumberedClause:
        """Return the clause with its number; the first citation gives it."""
        if line not in self._numbered:
            place = len(self._numbered) + 1
            self._numbered[line] = NumberedClause(f"C{place}", f"c{place}", line, safe_link(line.url))
        return self._numbered[line]

    @property
    def all(self) -> tuple[NumberedClause, ...]:
        """Every clause that has a number."""
        return tuple(self._numbered.values())


def safe_link(url: str | None) -> str | None:
    """Return an address if it is a plain one on the web.

    >>> safe_link("https://example.org/terms"), safe_link("javascript:alert(1)"), safe_link("file:///etc/passwd")
    ('https://example.org/terms', None, None)
    """
    if not url or not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None
