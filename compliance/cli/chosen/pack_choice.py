"""Which packs a run is about: those of the program, of a bundle, or of the update in effect."""

from __future__ import annotations

import pathlib

from compliance.errors import Fault, UsageError, printable
from compliance.model.words.warned import of_whole

_NAMED = 2
UPDATED = "updated"
"""What stands for the packs that `rules update` put in effect."""


def chosen(named: str | None) -> tuple[pathlib.Path | bytes | None, list[str]]:
    """The bundle that an option names, if it names one, and what every report has to say of it.

    Raises `UsageError` where no update is in effect, `PackError` or `UnverifiedError` where it is damaged.
    """
    if named is None:
        return None, []
    if named != UPDATED:
        return _of_file(pathlib.Path(named))
    from compliance.load.updating.updates import Updates, updates_folder

    update = Updates(updates_folder()).current()
    if update is None:
        to_do = "take one over with `compliance rules update`, or leave --packs out"
        raise UsageError(Fault(None, "no update is in effect", to_do))
    told = f"The packs are those of an update, not those that came with the program: {update.words}."
    return update.content, [of_whole(told)]


def _of_file(path: pathlib.Path) -> tuple[bytes, list[str]]:
    """What a file of packs holds, and in what it differs from the packs that came with the program.

    Nobody signed it, so that whoever reads a report has to see that other packs gave the answer.
    """
    from compliance.load.packs.bundle import bundle_of, read_bundle
    from compliance.load.packs.knowledge import pack_files

    held = read_bundle(path)
    places, contents = pack_files()
    own = {shown: content for (_, shown), content in zip(places, contents, strict=True)}
    given = dict(held)
    other = sorted(name for name in {*own, *given} if own.get(name) != given.get(name))
    if held == list(own.items()):
        return bundle_of(held), []
    if not other:
        other = ["the order of files"]
    more = f" and {len(other) - _NAMED} more" if len(other) > _NAMED else ""
    told = (
        f"The packs are those of the file {printable(str(path))}, not those that came with the program: "
        f"{', '.join(other[:_NAMED])}{more} differ{'' if other[1:] else 's'}."
    )
    return bundle_of(held), [of_whole(told)]
