"""The first screen of the terminal report: the answer, the causes, what to find out, and what else there is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.answered.further import of_further
from compliance.model.packs.truth import Position
from compliance.model.words.placeholder import FILL_IN
from compliance.patterns import regex
from compliance.render.plain.terminal_page import POSITION_STYLE, Page
from compliance.render.view.answer import SIGNS, AnswerKind, short_question
from compliance.render.view.cause_table import CauseLine
from compliance.render.view.questions import SHIPPED, RankedQuestion
from compliance.render.view.report_view import Group, View
from compliance.render.view.words import count, listed, questions_by_number

_QUESTIONS = regex(r"answer questions? \d+(?:(?:, | and )\d+\b(?! more))*(?: and (?P<more>\d+) more)?")
CAUSES_SHOWN = 5
QUESTIONS_SHOWN = 3
LINES_SHOWN = 4
WARNINGS_SHOWN = 1
FURTHER_SHOWN = 5
OTHERS_SHOWN = 2
NAMES_SHOWN = 2
CLEAR_NAMED = 1
_STYLE: dict[AnswerKind, str] = {
    "as-stated": "bold green",
    "once": "bold yellow",
    "unknown": "bold cyan",
    "not-as-stated": "bold red",
}


_FEWEST_SHOWN = 3
"""So many points of what stands open a first screen prints whatever else is on it."""


def first_screen(page: Page, view: View, *, short: bool) -> None:
    """Print what there is to know first; `short` cuts it to what fits one screen, and says what was cut."""
    page.line(f"{view.title}, of {view.publisher}, as of {view.as_of}", "bold")
    for answer in view.told:
        page.marked(SIGNS[answer.kind], answer.sentence, answer.limits, _STYLE[answer.kind])
    page.line(f"{view.verdict.line}. Exit {view.verdict.exit_code}.", "dim")
    page.labelled("Since", view.since, indent=0)
    # What rests on packs of a further folder stands first, and no other warning hides it.
    least = max(WARNINGS_SHOWN, min(len(of_further(view.warnings)), FURTHER_SHOWN))
    shown = view.warnings[:least] if short else view.warnings
    page.labelled("Warning", shown, style="yellow", indent=0)
    if left := len(view.warnings) - len(shown):
        page.line(f"… and {count(left, 'more warning')}", "dim")
    _causes(page, view, short=short)
    _questions(page, view, short=short)
    for annex in view.annexes:
        page.heading(annex.title)
        for text in (*annex.lines, *(f"{bar.label}: {bar.words}" for bar in annex.bars)):
            page.bullet(text)


def _causes(page: Page, view: View, *, short: bool) -> None:
    opened = view.points
    if not opened:
        return
    shown = _that_fit(opened, view) if short else opened
    page.heading(f"What stands open · {view.open_words}")
    for number, cause in enumerate(shown, 1):
        why = _subject(cause, page) if short else f"{cause.subject}: {cause.why}"
        labels = (cause.position_word, cause.reading_short, ", ".join(cause.who))
        texts = (cause.title, why, f"→ {_do(cause, view) if short else cause.do}")
        page.cause(number, labels, texts, POSITION_STYLE[cause.position])
    if left := sum(cause.points for cause in opened[len(shown) :]):
        it = "it" if left == 1 else "them"
        page.line(f"… and {count(left, 'more point')} (-v shows {it})", "dim", indent=2)


def _that_fit(opened: Sequence[CauseLine], view: View) -> Sequence[CauseLine]:
    """The points of a first screen: where not all fit, those that only wait for facts leave room for the questions."""
    shown = list(opened[:CAUSES_SHOWN])
    crowded = len(opened) > len(shown) and len(view.questions.weighing) >= QUESTIONS_SHOWN
    while crowded and len(shown) > _FEWEST_SHOWN and shown[-1].position is Position.NEEDS_FACTS:
        shown.pop()
    return shown


def _subject(cause: CauseLine, page: Page) -> str:
    """What it comes from in one line, and why where no question asks for that, and it is more than the way."""
    told, full, where = cause.subject, f"{cause.subject}: {cause.why}", cause.where
    if cause.in_short and not page.fits_cause(told):
        where = cause.in_short
        told = f"{cause.upstream} → {where}" if cause.upstream else where
    elif cause.of_base or (not cause.question and (not cause.routed or page.fits_cause(full))):
        return full
    if page.fits_cause(told) or len(cause.upstreams) <= 1:
        return told
    return f"{cause.upstreams[0]} and {len(cause.upstreams) - 1} more → {where}"


def _do(cause: CauseLine, view: View) -> str:
    """What to do, with the way to the questions that the first screen does not print."""
    printed = min(QUESTIONS_SHOWN, len(view.questions.weighing))
    named = _QUESTIONS.search(cause.do)
    more = int(named["more"] or 0) if named else 0
    numbers = [int(number) for number in re.findall(r"\d+\b(?! more)", named.group())] if named else []
    further = [number for number in numbers if number > printed]
    if named is None or not further:
        return cause.do
    told = [
        questions_by_number([number for number in numbers if number <= printed]),
        f"{questions_by_number(further, more)} (-v)",
    ]
    return f"{cause.do[: named.start()]}answer {', and '.join(one for one in told if one)}{cause.do[named.end() :]}"


def _questions(page: Page, view: View, *, short: bool) -> None:
    items = view.questions.weighing if short else view.questions.items
    if not items:
        return
    shown = items[:QUESTIONS_SHOWN] if short else items
    of = (
        f"{len(shown)} of {count(len(items), 'question')}"
        if len(shown) < len(items)
        else count(len(items), "question")
    )
    page.heading(f"To find out · {of} ({view.questions.scope})", "" if short else view.questions.lead)
    for number, item in enumerate(shown, 1):
        asked = f"{short_question(item.question)}?" if short and item.by_answer else item.question
        page.question(number, asked, *(_brief(item) if short else _full(item)))


def _brief(item: RankedQuestion) -> tuple[list[tuple[str, str]], str]:
    """The lines to paste, or the first of many, with what the answers lead to behind the last."""
    told = item.by_answer or item.fact in SHIPPED or not item.lines
    note = item.brief if told else "; ".join(part for part in (item.lines[0].note, item.brief) if part)
    if item.lines and FILL_IN in item.lines[0].text and item.by_answer:
        # What to write in its place is needed before what it leads to.
        note = item.lines[0].note if item.brings else f"{item.lines[0].note} ({item.brief})"
    note = f"{note}; but {item.brings}" if item.brings else note
    if not item.lines:
        return [], note
    # Things of which each has to say how it was made are several answers to one question, and all are needed.
    each = item.fact == "source.making_explained" and len(item.lines) <= LINES_SHOWN
    if item.whole or each:
        return [*((line.text, "") for line in item.lines[:-1]), (item.lines[-1].text, note)], ""
    left = len(item.lines) - 1
    return [(item.lines[0].text, f"{note}; and {count(left, 'more line')} (-v)" if left else note)], ""


def _full(item: RankedQuestion) -> tuple[list[tuple[str, str]], str]:
    """Every line to paste with its place, and after them what the answers lead to, who would know, what it is worth."""
    lines = [(line.text, " · ".join(part for part in (line.note, line.place) if part)) for line in item.lines]
    weight = "" if item.weighs else "bears on nothing that is open"
    who = f"ask {item.who}" if item.who else ""
    return lines, " · ".join(part for part in (item.effect, item.worth, who, weight) if part)


def _numbered(group: Group) -> str:
    """How many findings a group holds, in the words of its title.

    >>> _numbered(Group("others", "Positions of others", "", (None,)))
    '1 position of others'
    """
    number, title = len(group.cards), group.title.lower()
    return f"{number} {title.replace('positions', 'position') if number == 1 else title}"


def _few(told: Sequence[str]) -> list[str]:
    """Some lines, each once, and how many more there are."""
    each = list(dict.fromkeys(told))
    more = len(each) - OTHERS_SHOWN
    return [*each[:OTHERS_SHOWN], *([f"and {more} more (-v)"] if more > 0 else [])]


def _of_others(view: View) -> list[str]:
    """What bites on the plain reading for those who made the calls or performed a step, which may come back to us."""
    bites = (Position.BREACH, Position.ARGUABLE)
    cards = [c for c in view.others.cards if c.finding.party == "bound-party" and c.position in bites]
    return _few([f"{card.party}, {card.position_word}: {card.title}." for card in cards])


def rest_in_short(page: Page, view: View) -> None:
    """Print what is not open as numbers with names, and where the rest is."""
    page.line("")
    told = [
        f"{card.title} ({card.short_subject}), {card.position_word}. {card.waiver}" for card in view.waived
    ]
    page.labelled("Waived", told[:WARNINGS_SHOWN], style="yellow", indent=0)
    if len(told) > WARNINGS_SHOWN:
        page.labelled("", [f"and {len(told) - WARNINGS_SHOWN} more waived"], indent=0)
    page.labelled("Clear", [f"{view.clear.told(CLEAR_NAMED)}."], indent=0)
    if unknown := [item.name for item in view.not_covered if item.no_text]:
        named = listed(unknown[:NAMES_SHOWN])
        page.labelled(
            "No text", [f"{named}: no loaded text or rule speaks of it, which is no clearance."], indent=0
        )
    page.labelled("Access", [view.screen.short], indent=0)
    aside = [_numbered(group) for group in (*view.if_enacted, view.others) if group.cards]
    remote = [card for group in view.groups if group.key == Position.REMOTE.value for card in group.cards]
    if remote:
        aside.insert(0, f"{len(remote)} on the broadest reading only")
        if not view.verdict.exit_code:
            # Who may go ahead is told what a cautious reader would still say.
            said = [f"{card.title}: {card.subject.partition(';')[0]}." for card in remote]
            page.labelled("Broadest", _few(said), indent=0)
    if aside:
        page.labelled("Aside", [f"{listed(aside)}; not counted."], indent=0)
    page.labelled("Others", _of_others(view), indent=0)
    page.labelled("Origin", view.origin, indent=0)
    page.labelled("Places", [view.places] if view.places else [], indent=0)
    page.labelled(
        "More", ["-v shows every point, -vv everything; --report html=report.html writes a page."], indent=0
    )
    page.line(f"{view.disclaimers[0].partition('. ')[0]}. {view.bounds}", "dim")
