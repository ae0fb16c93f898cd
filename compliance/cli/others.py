"""What is said aloud where an answer rests on packs of a further folder and what is printed does not say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.cli.output import say

if TYPE_CHECKING:
    import datetime

    from compliance.load.manifest import LoadedManifest
    from compliance.model.knowledge import Knowledge

_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""
_MOST = 5
"""How many substitutes are named."""


def say_of_substitutes(packs: Knowledge) -> None:
    """Say which models of further folders stand among those that could take the place of others."""
    if names := tuple(dict.fromkeys(packs.registry.own_substitutes)):
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        named = ", ".join(names[:_MOST])
        say(f"substitutes from a registry file of your own, and as good as that file: {named}{more}")


def say_of_others(loaded: LoadedManifest, packs: Knowledge, on: datetime.date | None = None) -> None:
    """Say which records, parties, providers and licences of further folders a manifest rests on.

    With a day also of which sources only rules of such folders speak then: what follows rests on these rules alone.
    """
    others = [one for one in packs.used if not one.path.startswith(_BUNDLED)]
    if not others:
        return
    from compliance.model.further import of_further
    from compliance.pipeline import check_loaded, resolved

    asks = on if any(one.rules for one in others) else None
    asked = resolved(loaded, packs) if asks is None else check_loaded(loaded, packs, asks)
    for line in of_further(asked.warnings):
        say(line)
