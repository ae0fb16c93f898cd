"""What is said aloud where an answer rests on packs of a further folder and what is printed does not say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.cli.outcome.output import say
from compliance.errors import one_line, printable

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from compliance.load.manifest.manifest import LoadedManifest
    from compliance.model.answered.report import Report
    from compliance.model.known.knowledge import Knowledge, PackUsed

_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""
_MOST = 5
"""How many substitutes are named."""
_MOST_NAMES = 20
"""How many lines tell on what single names rest; what tells it of the whole answer stands before them, and in full."""


def say_of_substitutes(packs: Knowledge) -> None:
    """Say which models of further folders stand among those that could take the place of others."""
    if names := tuple(dict.fromkeys(packs.registry.own_substitutes)):
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        named = ", ".join(map(one_line, names[:_MOST]))
        say(f"substitutes from a registry file of your own, and as good as that file: {named}{more}")


def say_of_others(loaded: LoadedManifest, packs: Knowledge, on: datetime.date | None = None) -> None:
    """Say which records, parties, providers and licences of further folders a manifest rests on.

    With a day also of which sources only rules of such folders speak then, and what would be open without them.
    """
    say_of_warnings(warnings_of_others(loaded, packs, on))


def warnings_of_others(
    loaded: LoadedManifest, packs: Knowledge, on: datetime.date | None = None
) -> tuple[str, ...]:
    """The warnings of a manifest, among them what it rests on; none where no further folder is read."""
    if not _of_others(packs):
        return ()
    from compliance.pipeline import check_loaded, resolved

    return resolved(loaded, packs).warnings if on is None else check_loaded(loaded, packs, on).warnings


def say_of_warnings(*warnings: Iterable[str]) -> None:
    """Say which of the warnings of some reports tell what rests on packs of further folders, each once."""
    from compliance.model.answered.further import of_further
    from compliance.model.words.warned import WarningKind, kind_of

    lines = of_further(dict.fromkeys(line for of_one in warnings for line in of_further(of_one)))
    names = [line for line in lines if kind_of(line) is WarningKind.ONE_NAME]
    for line in lines[: len(lines) - len(names) + _MOST_NAMES]:
        say(one_line(line))  # a name of such a folder may hold line ends
    if len(names) > _MOST_NAMES:
        say(f"and {len(names) - _MOST_NAMES:,} more warnings of this kind; a JSON report holds every one")


def say_of_passed(report: Report, variant: str = "") -> None:
    """Say what counts for nothing since somebody accepted it, or let it pass, where what is printed does not say so."""
    from compliance.model.answered.passed import passed

    where = f"of the variant {variant}, " if variant else ""
    for line in passed(report):
        say(f"{where}{line}")


def say_of_files(packs: Knowledge) -> None:
    """Say which files of further folders answers may rest on, where nothing tells what each of them does."""
    names = [one.path for one in _of_others(packs)]
    if names:
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        named = ", ".join(map(printable, names[:_MOST]))
        say(f"files of a further folder are read too, and the answers are as good as they are: {named}{more}")


def say_of_sight(now: Iterable[str], alone: Iterable[str]) -> None:
    """Say which lines of a scan the bundled registry alone would give and a further folder's files take away."""
    told = set(now)
    gone = [line.strip() for line in alone if line.startswith("  ") and line[2:3] != " " and line not in told]
    if gone:
        more = f"; and {len(gone) - _MOST} more" if len(gone) > _MOST else ""
        named = "; ".join(gone[:_MOST])
        say(
            f"without what a registry file of your own says, this would be told too, or otherwise: {named}{more}; "
            "what is seen is as good as that file"
        )


def _of_others(packs: Knowledge) -> list[PackUsed]:
    return [one for one in packs.used if not one.path.startswith(_BUNDLED)]
