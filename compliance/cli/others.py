"""What is said aloud where an answer rests on packs of a further folder and what is printed does not say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.cli.output import say

if TYPE_CHECKING:
    from compliance.load.manifest import LoadedManifest
    from compliance.model.knowledge import Knowledge

_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""


def say_of_others(loaded: LoadedManifest, packs: Knowledge) -> None:
    """Say which records, parties, providers and licences of further folders a manifest rests on."""
    if all(one.path.startswith(_BUNDLED) for one in packs.used):
        return
    from compliance.model.further import of_further
    from compliance.pipeline import resolved

    for line in of_further(resolved(loaded, packs).warnings):
        say(line)
