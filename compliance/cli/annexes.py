"""`--with`: short parts on plans, scenarios, exposure and shares beside the findings of a check."""

from __future__ import annotations

import pathlib
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from compliance.model.answered.report import Report
    from compliance.model.known.knowledge import Knowledge

With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="PARTS",
        help="Add short parts to the report: plan, whatif, exposure and/or shares, joined by commas. They count for "
        "nothing.",
    ),
]


def wanted(given: list[str] | None) -> tuple[str, ...]:
    """The parts that the option names."""
    return tuple(word.strip() for text in given or () for word in text.split(","))


def with_annexes(
    report: Report,
    path: pathlib.Path,
    packs: Knowledge,
    wanted: tuple[str, ...],
    waivers: pathlib.Path | None,
) -> Report:
    """The report with what was asked for beside it. Raises `UsageError` for what is not known."""
    from compliance.annexing import annexes
    from compliance.load.manifest.manifest import load_manifest
    from compliance.planning import Question, accepted

    question = Question(
        load_manifest(path, packs),
        packs,
        report.as_of,
        report.gate,
        report.allowed,
        accepted(waivers, packs),
    )
    return replace(report, annexes=annexes(question, wanted))
