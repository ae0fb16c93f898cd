"""Which packs a run is about: those of the program, of a bundle, or of the update in effect."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.output import say
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from compliance.model.knowledge import Knowledge

PacksFile = Annotated[
    str | None,
    typer.Option(
        "--packs",
        metavar="FILE",
        help="Packs that `rules bundle` wrote, in the place of the bundled ones; `updated` for those that "
        "`rules update` put in effect.",
    ),
]

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


def held_packs(packs: str | None, *, cache: bool) -> tuple[Callable[..., Knowledge], list[str]]:
    """What loads packs of folders beside those of the option, and what every report has to say of these."""
    bundle, told = chosen(packs)
    for line in told:
        say(line)

    @functools.cache
    def load(*folders: pathlib.Path) -> Knowledge:
        from compliance import pipeline

        return pipeline.load_packs(folders, cache=cache, bundle=bundle)

    return load, told
