"""Regular expressions that are compiled when they are first used: a run uses few of those that modules name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["regex"]

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
