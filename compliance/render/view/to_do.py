"""What to do about a cause in a few words, and what is not known of a source where that is all it waits for."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.answered.cause import is_of_label
from compliance.model.answered.finding import MAKING, Finding
from compliance.model.packs.truth import Position
from compliance.render.view.actions import Action, told_short
from compliance.render.view.words import questions_by_number

_LACKS = {"source.license": "licence", "source.grant_shown": "licence", "source.origin": "", MAKING: "making"}
"""Facts that tell what a source is at all, and what its lack is called; where it is from only helps."""


def helping(actions: Sequence[Action]) -> list[Action]:
    """What can be done beside answering."""
    return [one for one in actions if one.id not in ("supply-fact", "state-fact")]


def to_do(lead: Finding, actions: Sequence[Action], owed: Sequence[Action], asked: Sequence[int]) -> str:
    """What to do: where facts decide the answer comes first, else it comes along."""
    owed = owed if lead.duties else ()
    if lead.position is Position.NEEDS_FACTS and asked:
        return answered_or(asked, told_short(helping(actions), 1, owed))
    told = told_short(helping(actions), 2, owed)
    return f"{told}; answer {questions_by_number(asked)} too" if asked else told


def answered_or(asked: Sequence[int], otherwise: str) -> str:
    """Which questions to answer, and what would do instead.

    >>> answered_or([1, 2], "replace the input")
    'answer questions 1 and 2, or replace the input'
    """
    answer = f"answer {questions_by_number(asked)}"
    return ", or ".join(part for part in (answer, otherwise) if part)


def lacking(lead: Finding) -> str:
    """What is not known of a source as such; empty where it waits for anything else, or for the base of a step.

    Where a text is cited, what it asks is at stake, and of a label that is contested more is known than too little.
    """
    facts = {one.fact for one in lead.missing}
    if lead.position is not Position.NEEDS_FACTS or not facts or not facts <= _LACKS.keys():
        return ""
    if lead.clauses or is_of_label(lead) or any(one.of_base for one in lead.missing):
        return ""
    told = {_LACKS[one] for one in facts} - {""}
    return told.pop() if len(told) == 1 else ""
