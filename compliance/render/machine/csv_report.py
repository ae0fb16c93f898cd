"""Print causes as a table for spreadsheets: a row for each, the heaviest first."""

from __future__ import annotations

import csv
import io

from compliance.render.view.cause_table import CauseLine
from compliance.render.view.report_view import View

COLUMNS = (
    "open", "position", "reading", "what", "upstream", "releases", "why", "to do", "who", "findings", "place", "cause",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that make a spreadsheet compute a cell."""


def render_csv(view: View) -> str:
    """Return the causes as comma-separated values with a heading; what a spreadsheet would compute is made text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cause in view.causes:
        writer.writerow([_cell(text) for text in _row(cause)])
    for card in view.waived:
        what = [card.title, card.short_subject, "", card.waiver or ""]
        writer.writerow(["no", "waived", "", *map(_cell, what), *[""] * (len(COLUMNS) - 7)])
    if view.verdict.let_pass:
        writer.writerow(["no", "let pass", "", _cell(view.verdict.let_pass), *[""] * (len(COLUMNS) - 4)])
    for told in view.warnings:
        writer.writerow(["no", "warning", "", _cell(told), *[""] * (len(COLUMNS) - 4)])
    return out.getvalue()


def _row(cause: CauseLine) -> tuple[str, ...]:
    return (
        "yes" if cause.open else "no", cause.position_word, cause.reading, cause.title, cause.upstream, cause.where,
        cause.why, cause.do, ", ".join(cause.who), str(cause.findings), cause.location or "", cause.key,
    )  # fmt: skip


def _cell(text: str) -> str:
    """The text, behind an apostrophe where it would be taken for a formula.

    >>> _cell("=1+1"), _cell("a name")
    ("'=1+1", 'a name')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
