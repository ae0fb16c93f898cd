"""Tools that made the pages, plots and reports about the work, and nothing of the work itself."""

from __future__ import annotations

from dataclasses import replace

from compliance.acquire.names import is_hub_name
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import Sighting
from compliance.patterns import regex

_OF_PAGES = (
    r"(?:(?:quality|qc|test|coverage|html|build|run|summary|evaluation|audit|profiling|benchmark) reports?|plots?|"
    r"charts?|(?:figures?|tables?|diagrams?|illustrations?|graphs?)(?: (?:in|of|on|for) (?:this|the|our) "
    r"(?:page|card|read ?me|paper|report|docs?|documentation|site))?|dashboards?|documentation|docs|web ?sites?|"
    r"(?:the|our|project) (?:site|pages?|home ?page)|change ?logs?|badges?|slides|posters?|leaderboards?)"
)
_DONE = r"(?:generated|made|produced|created|built|rendered|drawn|plotted|laid out|typeset|compiled)"
_MADE = regex(
    rf"(?i)\b{_OF_PAGES}\s+(?:(?:here|above|below|itself|themselves)\s+)?(?:is|are|was|were|have been|has been)\s+"
    rf"(?:[\w-]+\s+)?{_DONE}\s+(?:[\w-]+\s+)?(?:by|with|using|in|from)\s+(?:the\s+)?\W{{0,3}}$"
)
"""How words end behind which the maker of pages stands."""


def of_pages(one: Sighting, known: RegistryWords) -> Sighting:
    """A name that nobody knows as a model, and that made only pages or plots, as no upstream."""
    if one.relation != "generated-by" or not one.how.startswith("prose") or one.negated:
        return one
    if is_hub_name(one.name) or known(one.name) is not None:
        return one
    return replace(one, relation="none") if _MADE.search(one.words.partition(one.name)[0]) else one
