"""What a report does not speak of: releases without a rule, limits of what can be known, untriggered rules."""

from __future__ import annotations

from collections import Counter

from compliance.model.answered.report import Report
from compliance.render.view import words
from compliance.render.view.words import clean, count

_ASIDE = (
    "Plans, scenarios, exposure to origin and shares, which were not asked for: “check --with "
    "plan,whatif,exposure,shares” adds them."
)
_OFFERED = "where it is offered"
"""How the fact that triggers the laws of a place is called."""


def _of_places(report: Report) -> list[str]:
    """Titles of the laws that only an offer to the whole world reaches, and that wait for facts."""
    return list(dict.fromkeys(clean(finding.title) for finding in report.findings if finding.everywhere))


def places_unasked(report: Report) -> str:
    """What an offer to the whole world leaves unasked, in short; nothing where all places are named."""
    titles = _of_places(report)
    return (
        f"Offered worldwide: {count(len(titles), 'law')} of places not named would ask for facts, and "
        f"{'it is' if len(titles) == 1 else 'they are'} not asked here. Name the markets to be asked "
        "(-v names the laws)."
        if titles
        else ""
    )


def bounds_in_short(report: Report) -> str:
    """What the report does not speak of, in one sentence for the first screen and the first page."""
    elsewhere = "laws elsewhere; " if any(_OFFERED in one.triggers for one in report.not_put) else ""
    asked = count(report.rules_asked, "rule")
    return f"Not looked at: the manifest's truth; {elsewhere}more than {asked}."


def _everywhere(report: Report) -> list[str]:
    """One line for the laws that only an offer to the whole world reaches."""
    titles = _of_places(report)
    if not titles:
        return []
    return [
        f"Offered worldwide: {count(len(titles), 'law')} of places that are not named would ask for facts "
        f"({words.listed(titles)}). Name a market to be asked what its laws ask."
    ]


def not_looked_at(report: Report) -> tuple[str, ...]:
    """What the report does not speak of, in sentences."""
    files = sum(pack.rules > 0 for pack in report.packs)
    asked = f"{count(report.rules_asked, 'rule')} of {count(files, 'pack')}"
    skipped = [
        f"Release {clean(item.id)}: no loaded rule could be put to it."
        for item in report.releases
        if not item.evaluated
    ]
    triggers = Counter(name for one in report.not_put for name in one.triggers)
    named = [f"{clean(name)} ({count(number, 'rule')})" for name, number in triggers.most_common(5)]
    untriggered = [
        f"{count(len(report.not_put), 'further rule')}: nothing in the manifest triggers them. "
        f"Most would be asked if more, or something else, were stated of these: {words.listed(named)}."
    ]
    allowed = [
        f"Findings that are {clean(item)} do not fail this check, as asked for." for item in report.allowed
    ]
    return (
        *skipped,
        *(clean(one.sentence) for one in report.limits),
        *_everywhere(report),
        f"Only {asked} were asked; other terms, licences and laws were not looked at.",
        *(untriggered if report.not_put else ()),
        "Whether the manifest is right and complete: its statements were taken as given.",
        "Copyright, data protection, patents, trade marks and export control, where no rule asks.",
        *allowed,
        *([] if report.annexes else [_ASIDE]),
    )
