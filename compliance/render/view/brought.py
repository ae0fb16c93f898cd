"""What answers that help bring in turn: points that stand open once a question is answered."""

from __future__ import annotations

from compliance.model.answered.cause import WEIGHT
from compliance.model.answered.report import Brought, Question
from compliance.model.packs.truth import Position
from compliance.render.view.words import POSITION_WORD, clean, count, listed

TITLE_WORDS = 5
"""How many words of a title stand on the line of an answer that brings it."""


def brought(question: Question) -> str:
    """Points that an answer brings, the first one by its title."""
    by_answers: dict[tuple[str, ...], list[Brought]] = {}
    for one in question.brings:
        by_answers.setdefault(one.answers, []).append(one)
    parts = []
    for answers, found in by_answers.items():
        first = min(found, key=lambda one: WEIGHT.index(one.position))
        more = f" and {count(len(found) - 1, 'more point')}" if len(found) > 1 else ""
        with_it = f"with {listed([clean(one) for one in answers], 'or')}" if answers else "with it"
        parts.append(f"{with_it} “{clean(first.title)}” opens ({POSITION_WORD[first.position]}){more}")
    return "; ".join(parts)


def brought_in_short(question: Question) -> str:
    """The same in few words, for the line on which an answer stands."""
    parts = []
    for answers in dict.fromkeys(one.answers for one in question.brings):
        found = [one for one in question.brings if one.answers == answers]
        first = min(found, key=lambda one: WEIGHT.index(one.position))
        with_it = ", ".join(clean(one) for one in answers) if answers else "it"
        if first.position is Position.NOT_COVERED:
            parts.append(f"no rule is loaded for {with_it}")
        else:
            parts.append(f"{with_it} open{'s' * (len(answers) < 2)} {_title(first)}")
    return "; ".join(parts)


def _title(point: Brought) -> str:
    words = clean(point.title).split()
    return f"“{' '.join(words[:TITLE_WORDS])}{' …' if len(words) > TITLE_WORDS else ''}”"
