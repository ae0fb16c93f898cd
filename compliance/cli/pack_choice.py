"""Which packs a run is about: those of the program, of a bundle, or of the update in effect."""

from __future__ import annotations

import pathlib

from compliance.errors import Fault, UsageError

UPDATED = "updated"
"""What stands for the packs that `rules update` put in effect."""


def chosen(named: str | None) -> tuple[pathlib.Path | bytes | None, list[str]]:
    """The bundle that an option names, if it names one, and what every report has to say of it.

    Raises `UsageError` where no update is in effect, `PackError` or `UnverifiedError` where it is damaged.
    """
    if named != UPDATED:
        return (pathlib.Path(named) if named is not None else None), []
    from compliance.load.updates import Updates, updates_folder

    update = Updates(updates_folder()).current()
    if update is None:
        to_do = "take one over with `compliance rules update`, or leave --packs out"
        raise UsageError(Fault(None, "no update is in effect", to_do))
    return update.content, [
        f"The packs are those of an update, not those that came with the program: {update.words}."
    ]
