"""Regular expressions that are compiled when they are first used: a run uses few of those that modules name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["regex", "whole_letters"]

if TYPE_CHECKING:
    from re import compile as regex
else:

    class _Later:
        """Stands for a compiled expression."""

        __slots__ = ("__dict__", "_said")

        def __init__(self, *said: Any) -> None:
            self._said = said

        def __getattr__(self, name: str) -> Any:
            found = getattr(re.compile(*self._said), name)
            self.__dict__[name] = found
            return found

    def regex(text: str, flags: Any = 0) -> Any:
        """As `re.compile`; what is wrong with an expression shows when it is used."""
        return _Later(text, flags)


_HALVES = regex("[\ud800-\udfff]")
"""Halves of a letter beyond the first plane. Alone they are no text: nothing can write them out again."""


def whole_letters(text: str) -> str:
    """The text with the sign for what cannot be read in place of each half of a letter that stands alone.

    >>> whole_letters(f"a{chr(0xD835)}b") == f"a{chr(0xFFFD)}b"
    True
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text)
