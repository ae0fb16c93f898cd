"""What a drawing that stands alone says of the packs that its report rests on."""

from __future__ import annotations

from compliance.model.answered.further import of_further
from compliance.render.view.report_view import View
from compliance.render.view.words import count

MOST_TOLD = 5
"""Warnings that the description of a drawing repeats."""


def resting_words(view: View) -> str:
    """One line for everybody to see; empty where the report rests on the bundled packs and nothing opens its gate."""
    told = of_further(view.warnings)
    return (
        f"Rests on more than the bundled packs: see {count(len(told), 'warning')} of the report"
        if told
        else ""
    )


def resting_description(view: View) -> str:
    """The same with the warnings themselves, for those who read a drawing's description."""
    told = of_further(view.warnings)
    more = f"; and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    return f"{resting_words(view)}: {'; '.join(told[:MOST_TOLD])}{more}" if told else ""
