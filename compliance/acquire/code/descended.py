"""Classes of the work that descend from a library's: to make one asks or runs what the library's own would."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TYPE_CHECKING

from compliance.acquire.code.bindings import dotted
from compliance.acquire.code.libraries import any_call_of

if TYPE_CHECKING:
    from compliance.acquire.code.elsewhere import Elsewhere

_ASKS = ("asks", "runs", "embeds")
MOST_STEPS = 6
"""How far a line of classes is followed."""
Classes = Mapping[str, tuple[str, ...]]
"""Each class of a module, with the dotted names of those that it descends from."""


def classes_of(tree: ast.Module, imports: Mapping[str, str]) -> Classes:
    """The classes that a module defines, wherever in it."""
    return {
        one.name: tuple(name for base in one.bases if (name := dotted(base, imports)))
        for one in ast.walk(tree)
        if isinstance(one, ast.ClassDef)
    }


def library_class(name: str, classes: Classes, elsewhere: Elsewhere | None) -> str | None:
    """The library's class that one of the work descends from, where it takes the name of a model; else None.

    Args:
        name: Dotted name of the class that is made.
        classes: Those of the module in which it is made.
        elsewhere: The other modules of the folder.
    """
    if not name.rsplit(".", 1)[-1][:1].isupper():
        return None
    for _ in range(MOST_STEPS):
        parents = classes.get(name)
        if parents is None:
            found = elsewhere.module(name) if elsewhere and "." in name else None
            if found is None or len(found[1]) != 1:
                return None
            name, classes = found[1][0], found[0].classes
            parents = classes.get(name, ())
        known = next((one for one in parents if (entry := any_call_of(one)) and entry.use in _ASKS), None)
        if known is not None or not parents:
            return known
        name = parents[0]
    return None
