"""What is said aloud where an answer rests on packs of a further folder and what is printed does not say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compliance.cli.output import say

if TYPE_CHECKING:
    from compliance.load.manifest import LoadedManifest
    from compliance.model.knowledge import Knowledge

_FURTHER = ("registry file of your own", "of a further folder")
"""What stands in every warning that something rests on packs of a further folder."""
_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""


def of_others(warnings: Iterable[str]) -> Iterator[str]:
    """Those of a report's warnings that tell what rests on packs of a further folder."""
    return (one for one in warnings if any(words in one for words in _FURTHER))


def say_of_others(loaded: LoadedManifest, packs: Knowledge) -> None:
    """Say which records, parties, providers and licences of further folders a manifest rests on."""
    if all(one.path.startswith(_BUNDLED) for one in packs.used):
        return
    from compliance.pipeline import resolved

    for line in of_others(resolved(loaded, packs).warnings):
        say(line)
