"""The answer for each release in one sentence: may it go out as stated, and if not, what must change or be known.

It is composed here once and printed by every format. It goes by the gate's reading, by the plain one where the gate is
off; what was allowed to stay open is no clearance and is told among the limits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from compliance.model.answered.cause import is_unasked, is_unfilled, uncovered_words, weight_of
from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.answered.report import COUNTED, ReleaseInfo, Report
from compliance.model.packs.truth import READINGS, Position, Truth
from compliance.model.words.placeholder import STILL
from compliance.model.words.spelling import key as spelt
from compliance.render.view.causes import heaviest_first
from compliance.render.view.due import also_due, first_due
from compliance.render.view.questions import asked_of, in_order
from compliance.render.view.words import clean, count
from compliance.values import dataclass

AnswerKind = Literal["as-stated", "once", "unknown", "not-as-stated"]
SIGNS: Mapping[AnswerKind, str] = MappingProxyType(
    {"as-stated": "✓", "once": "!", "unknown": "?", "not-as-stated": "✗"}
)
"""A sign for each kind of answer, beside its words."""
READING_WORDS = {
    "narrow": "on the narrowest reading",
    "plain": "on the ordinary (plain) reading",
    "broad": "on the broadest reading",
}
DUTIES = ("notices", "name")
"""Kinds of causes that words settle: a notice, a licence text, a name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one release."""

    release: str
    """Its id."""
    name: str
    kind: AnswerKind
    sentence: str
    limits: str
    """What the sentence leaves open, in one more; empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the causes of one release stand on the reading that counts."""

    bites: tuple[Finding, ...]
    """The heaviest finding of each cause that bites."""
    waits: tuple[Finding, ...]
    duties: tuple[Finding, ...]
    """Findings of causes that words settle, biting or undecided."""
    uncovered: tuple[str, ...]
    wider: int
    """Causes that bite or wait on a wider reading only."""
    against: Finding | None
    """The heaviest that bites, whether words settle it or not."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to each release, gathered in one pass: of a thousand releases, none looks through all findings."""

    groups: Mapping[str, Sequence[tuple[str, Sequence[Finding]]]]
    """Findings of each cause that are of the release, the heaviest cause first; the access screen after them."""
    uncovered: Mapping[str, Sequence[str]]
    """Names without a text that no finding of the release tells of."""
    waived: Mapping[str, int]
    asked: Mapping[tuple[str, str, str, str], Sequence[int]]
    """Numbers of the questions that bear on a finding."""
    questions: Sequence[str]
    licences: Mapping[str, str]
    """What each weight or row is said to be under, by the id of the artifact."""
    open: frozenset[str]
    """Causes that keep the check from passing, for whichever release."""


def build_answers(report: Report) -> tuple[Answer, ...]:
    """One answer for each release, in the order of the manifest."""
    found = _gathered(report)
    return tuple(_answer(release, report, found) for release in report.releases)


def _gathered(report: Report) -> _Found:
    groups: dict[str, list[tuple[str, list[Finding]]]] = {}
    uncovered: dict[str, list[str]] = {}
    for cause in heaviest_first(report):
        behind: dict[str, list[Finding]] = {}
        for finding in cause.findings:
            behind.setdefault(finding.release, []).append(finding)
        for release, findings in behind.items():
            groups.setdefault(release, []).append((cause.key, findings))
        for one in cause.uncovered:
            # A name without a text that shares its cause with a finding is told by that finding.
            for release in set(one.releases).difference(behind):
                uncovered.setdefault(release, []).append(clean(_uncovered(one)))
    waived: dict[str, int] = {}
    for finding in report.findings:
        if finding.screens and finding.own and not finding.waived:
            groups.setdefault(finding.release, []).append(("screen", [finding]))
        waived[finding.release] = waived.get(finding.release, 0) + (finding.own and finding.waived)
    questions = [question.missing.question for question in in_order(report)]
    opened = frozenset(cause.key for cause in report.causes() if cause.open)
    under = {one.id: one.license for one in report.artifacts if one.license and one.kind != "service"}
    return _Found(groups, uncovered, waived, asked_of(report), questions, under, opened)


def _answer(release: ReleaseInfo, report: Report, found: _Found) -> Answer:
    reading = report.gate if report.gate in READINGS else "plain"
    name = clean(release.name)
    stand = _stand(release.id, found, reading)
    waived = found.waived.get(release.id, 0)
    kind, sentence = _sentence(name, release, found, stand, reading)
    return Answer(clean(release.id), name, kind, sentence, _limits(waived, stand, kind))


def _stand(release: str, found: _Found, reading: str) -> _Stand:
    bites, waits, duties, against, wider = [], [], [], [], 0
    for key, findings in found.groups.get(release, ()):
        if findings[0].force not in COUNTED:
            continue
        truths = [_truth(finding, reading) for finding in findings]
        worst = max(truths)
        lead = min((f for f, truth in zip(findings, truths, strict=True) if truth is worst), key=weight_of)
        against += [lead] if worst is Truth.YES else []
        if worst is Truth.NO:
            # What stands open for another release is told there, and is counted there.
            wider += key not in found.open and any(one.readings.broad is not Truth.NO for one in findings)
        elif re.split("[:@]", key)[0] in DUTIES:
            duties += [
                finding for finding, truth in zip(findings, truths, strict=True) if truth is not Truth.NO
            ]
        elif worst is Truth.YES:
            bites.append(lead)
        else:
            waits.append(lead)
    # Where the causes stand for all releases is not where each stands for this one.
    for stand in (bites, waits, against):
        stand.sort(key=weight_of)
    names = tuple(dict.fromkeys(found.uncovered.get(release, ())))
    return _Stand(tuple(bites), tuple(waits), tuple(duties), names, wider, against[0] if against else None)


def _truth(finding: Finding, reading: str) -> Truth:
    if finding.position is Position.NOT_COVERED:
        return Truth.UNKNOWN
    truth: Truth = getattr(finding.readings, reading)
    return truth


def _sentence(
    name: str, release: ReleaseInfo, found: _Found, stand: _Stand, reading: str
) -> tuple[AnswerKind, str]:
    where = READING_WORDS[reading]
    if not release.evaluated:
        return "unknown", f"Whether {name} may go out cannot be said: no loaded rule could be put to it."
    if stand.bites and stand.against:
        return (
            "not-as-stated",
            f"{name} should not go out as stated, because {_against(stand.against, where, found)}.",
        )
    if stand.against and (stand.waits or stand.uncovered):
        # Words would settle it; facts are missing beside it, and must not hide it.
        owed = [finding for finding in stand.duties if _truth(finding, reading) is Truth.YES]
        all_its_own = all(finding.rule == stand.against.rule for finding in owed)
        that = "that is" if all_its_own else "that, and what other rules ask to be shown or named, is"
        return (
            "not-as-stated",
            f"{name} should not go out as stated, because {_against(stand.against, where, found)}; {that} met once "
            f"{_settled(owed)}.",
        )
    if stand.waits or stand.uncovered:
        return (
            "unknown",
            f"Whether {name} may go out cannot be said before {_unknown(found, stand)}",
        )
    if stand.duties:
        return "once", f"{name} may go out once {_settled(stand.duties)}."
    waived = found.waived.get(release.id, 0)
    risk = f", with {count(waived, 'point')} accepted by a waiver" if waived else ""
    return "as-stated", f"{name} may go out as stated, {where}{risk}."


def _against(finding: Finding, where: str, found: _Found) -> str:
    """What stands against the release, and on whose reading."""
    on = "on every reading" if finding.position is Position.BREACH else where
    return f"{on} it falls under “{clean(finding.title)}”{_behind(finding, _other_text(finding, found))}"


def _behind(finding: Finding, text: str = "") -> str:
    return f" ({clean(finding.source_name)}{text})" if finding.source_name else ""


def _other_text(finding: Finding, found: _Found) -> str:
    """The text by which it counts, where the source is said to be under another one; empty where it is that one."""
    stated = spelt(found.licences.get(finding.source or "", ""))
    if not stated or not finding.clauses:
        return ""
    first = finding.clauses[0]
    named = (spelt(first.instrument), spelt(first.title))
    return "" if any(one in stated or stated in one for one in named) else f", under {clean(first.title)}"


def _unknown(found: _Found, stand: _Stand) -> str:
    """The first thing to know, in short, and how many more there are."""
    asked = [found.asked[one.identity][0] for one in stand.waits if one.identity in found.asked]
    number = len(stand.waits) + len(stand.uncovered)
    head = f"{number} points are settled, first: " if number > 1 else "this is settled: "
    if asked:
        return f"{head}{short_question(found.questions[min(asked) - 1])}?"
    if stand.waits:
        return f"{head}“{clean(stand.waits[0].title)}”."
    return f"{head}{stand.uncovered[0]}."


def _uncovered(one: NotCovered) -> str:
    if is_unasked(one):
        return uncovered_words(one)
    said = f" {STILL}" if is_unfilled(one) else ", of which no loaded text or rule speaks"
    return f"{one.name}{said}"


def short_question(question: str) -> str:
    """A question without its mark and its explanation, to stand in a sentence; words quoted from the manifest stay.

    >>> short_question("Which channel served it: the provider itself, Azure?")
    'Which channel served it'
    >>> short_question("Where do rows (v2) come from: the web?"), short_question("How many users (by date)?")
    ('Where do rows (v2) come from', 'How many users')
    >>> short_question("Which holds of chat-1 (provider: its own, or (as stated) a host)?")
    'Which holds of chat-1 (provider: its own, or (as stated) a host)'
    >>> short_question("Why does it show “Language model: Lark”: is it in it?")
    'Why does it show “Language model: Lark”'
    """
    text = clean(question).removesuffix("?")
    for cut in re.finditer(": ", text):
        # What stands in brackets is no explanation of the whole: it may name what is asked. Nor is what is quoted.
        if all(text.count(a, 0, cut.start()) <= text.count(b, 0, cut.start()) for a, b in ("()", "“”")):
            text = text[: cut.start()]
            break
    # Words of the manifest in brackets are why it is asked at all.
    return re.sub(r" \([^():“]*\)$", "", text)


def _settled(findings: Sequence[Finding]) -> str:
    return first_due(findings) or f"this is settled: {clean(findings[0].title)}{_behind(findings[0])}"


def _limits(waived: int, stand: _Stand, kind: AnswerKind) -> str:
    """What else there is to know, by number."""
    parts = []
    told = stand.against if kind == "not-as-stated" else None
    bites, waits = len(stand.bites) - (told in stand.bites), len(stand.waits) + len(stand.uncovered)
    if bites > 0:
        parts.append(f"{count(bites, 'more point')} stand{'s' * (bites == 1)} against it")
    if waits and kind == "not-as-stated":
        parts.append(f"{count(waits, 'point')} wait{'s' * (waits == 1)} for facts")
    if kind != "once" and (due := [finding for finding in stand.duties if finding != told]):
        parts.append(also_due(due))
    if stand.wider:
        parts.append(
            f"{count(stand.wider, 'more point')} count{'s' * (stand.wider == 1)} on a wider reading only"
        )
    if waived and kind != "as-stated":
        parts.append(f"{count(waived, 'finding')} {'is' if waived == 1 else 'are'} accepted as waived")
    return f"{'; '.join(parts)[:1].upper()}{'; '.join(parts)[1:]}." if parts else ""
