"""The one place that decides order, grouping and words of a report; renderers loop over a `View` and print.

A finding stands in one place: the access screen, law that is not in force, positions of others, or its own groups.
"""

from __future__ import annotations

from compliance.model.answered.annex import Annex
from compliance.model.answered.cause import is_unasked, is_unfilled
from compliance.model.answered.finding import ORIGIN, NotCovered
from compliance.model.answered.further import further_first
from compliance.model.answered.report import COUNTED, ReleaseInfo, Report
from compliance.model.words.warned import reworded
from compliance.render.view import words
from compliance.render.view.answer import Answer, build_answers
from compliance.render.view.card import Card, build_cards
from compliance.render.view.cause_table import CauseLine, build_causes
from compliance.render.view.causes import told_elsewhere, under_causes
from compliance.render.view.clear import Clear, build_clear
from compliance.render.view.made_with import PackLine, pack_line, packs_line
from compliance.render.view.not_looked_at import bounds_in_short, not_looked_at, places_unasked
from compliance.render.view.numbered import with_numbers
from compliance.render.view.questions import Questions, RankedQuestion, build_questions
from compliance.render.view.screen import Screen, build_screen
from compliance.render.view.since import since_words
from compliance.render.view.together import answers_together, keys_together, rows_together
from compliance.render.view.verdict import Counts, Verdict, build_verdict, is_screen
from compliance.render.view.words import POSITION_MEANING, POSITION_WORD, clean, count
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that are shown together."""

    key: str
    title: str
    meaning: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Something in the lineage of which no loaded rule or text speaks."""

    name: str
    why: str
    location: str | None
    releases: str
    no_text: bool


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release in one line."""

    id: str
    name: str
    facts: str
    evaluated: bool


@dataclass(frozen=True, slots=True)
class View:
    """A report in words, in order."""

    verdict: Verdict
    answers: tuple[Answer, ...]
    """What to make of each release, in a sentence."""
    causes: tuple[CauseLine, ...]
    """What stands open and what may, the heaviest first."""
    clear: Clear
    since: tuple[str, ...]
    title: str
    publisher: str
    as_of: str
    manifest: str
    manifest_sha256: str
    tool: str
    releases: tuple[ReleaseLine, ...]
    warnings: tuple[str, ...]
    upstream: tuple[str, ...]
    questions: Questions
    groups: tuple[Group, ...]
    """The publisher's own positions under rules in force."""
    not_covered: tuple[Uncovered, ...]
    screen: Screen
    if_enacted: tuple[Group, ...]
    """Proposed law and other rules that are not in force, by force; never counted."""
    others: Group
    """Positions of others than the publisher; never counted."""
    origin: tuple[str, ...]
    """One line on pending texts that look at where a release comes from, where any do."""
    places: str
    """What an offer to the whole world leaves unasked, in short."""
    annexes: tuple[Annex, ...]
    bounds: str
    """What was not looked at, in one sentence."""
    not_looked_at: tuple[str, ...]
    not_put: tuple[str, ...]
    packs: tuple[PackLine, ...]
    packs_line: str
    disclaimers: tuple[str, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every finding's card, in the order of the report."""
        groups = (*self.groups, *self.if_enacted, self.others)
        return (*(card for group in groups for card in group.cards), *self.screen.cards)

    @property
    def points(self) -> tuple[CauseLine, ...]:
        """What stands open in as few rows as it takes, the heaviest first."""
        return rows_together([cause for cause in self.causes if cause.open])

    @property
    def point_keys(self) -> tuple[tuple[str, ...], ...]:
        """For each of these rows the keys of its causes."""
        return keys_together([cause for cause in self.causes if cause.open])

    @property
    def told(self) -> tuple[Answer, ...]:
        """The answers, those once that say the same of several releases."""
        return answers_together(self.answers)

    @property
    def open_words(self) -> str:
        """How much stands open, the access screen apart."""
        number, screened = sum(one.points for one in self.points), self.verdict.counts.screen_open
        return f"{count(number, 'point')}{f', and {screened} on access' if screened else ''}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names that a manifest chose: of the project, its publisher, its releases and what stands behind them."""
        return (self.title, self.publisher, *(one.name for one in self.releases), *self.upstream)

    @property
    def waived(self) -> tuple[Card, ...]:
        """Findings that somebody has accepted, while the acceptance counts."""
        return tuple(card for card in self.cards if card.state == "waived")


_NOT_IN_FORCE = {
    "proposed": (
        "If enacted",
        "Proposed law: not law today. It shows where the release would stand, and counts for nothing.",
    ),
    "not-yet-in-force": (
        "Enacted, not yet in force",
        "It does not bind on the date of the report, and is not counted.",
    ),
    "soft-law": ("Guidance", "Recommendations that bind nobody by themselves; not counted."),
    "historic": ("Historic", "No longer in force; not counted."),
}
_OTHERS = "How the same rules meet who made the calls, who publishes, or who takes the release. Not counted."


def build_view(report: Report) -> View:
    """Decide order, grouping and words of a report."""
    cards = with_numbers(build_cards(report), report)
    screen = [card for card in cards if is_screen(card.finding)]
    rest = [card for card in cards if not is_screen(card.finding)]
    in_force = [card for card in rest if card.finding.force in COUNTED and not card.finding.everywhere]
    own, told = under_causes([card for card in in_force if card.finding.own], report)
    causes = build_causes(report)
    return View(
        verdict=build_verdict(report),
        answers=build_answers(report),
        causes=causes,
        clear=build_clear([card for card in in_force if card.finding.own]),
        since=since_words(report),
        title=clean(report.title),
        publisher=clean(report.publisher),
        as_of=report.as_of.isoformat(),
        manifest=clean(report.manifest),
        manifest_sha256=clean(report.manifest_sha256),
        tool=clean(report.tool),
        releases=tuple(_release(release) for release in report.releases),
        warnings=tuple(_told(one) for one in further_first(report.warnings)),
        upstream=tuple(dict.fromkeys(clean(one.name) for one in report.artifacts)),
        questions=build_questions(report),
        groups=_by_position(own, [line.key for line in causes]),
        not_covered=tuple(_uncovered(item) for item in report.not_covered if item not in told),
        screen=build_screen(
            _by_weight(screen), services=any(item.kind == "service" for item in report.artifacts)
        ),
        if_enacted=_not_in_force([card for card in rest if not told_elsewhere(card.finding)]),
        others=_others([card for card in in_force if not card.finding.own]),
        origin=tuple(clean(one.sentence) for one in report.limits if one.kind == ORIGIN),
        places=places_unasked(report),
        annexes=report.annexes,
        bounds=bounds_in_short(report),
        not_looked_at=not_looked_at(report),
        not_put=tuple(clean(one.title) for one in report.not_put),
        packs=tuple(pack_line(pack) for pack in report.packs),
        packs_line=packs_line(report.packs),
        disclaimers=words.DISCLAIMERS,
    )


def _others(cards: list[Card]) -> Group:
    return Group("others", "Positions of others", _OTHERS, _by_weight(cards))


def _by_weight(cards: list[Card]) -> tuple[Card, ...]:
    order = list(POSITION_WORD)
    return tuple(sorted(cards, key=lambda card: (order.index(card.position), not card.open)))


def _by_position(cards: list[Card], causes: list[str]) -> tuple[Group, ...]:
    """Cards by position, and within one in the order of their causes."""
    place = {key: number for number, key in enumerate(causes)}
    last = len(place)
    ordered = _by_weight(sorted(cards, key=lambda card: place.get(clean(card.finding.cause), last)))
    groups = (
        Group(
            position.value,
            POSITION_WORD[position].capitalize(),
            words.sentence(POSITION_MEANING[position]),
            tuple(card for card in ordered if card.position is position),
        )
        for position in POSITION_WORD
    )
    return tuple(group for group in groups if group.cards)


def _not_in_force(cards: list[Card]) -> tuple[Group, ...]:
    groups = (
        Group(force, title, meaning, _by_weight([card for card in cards if card.finding.force == force]))
        for force, (title, meaning) in _NOT_IN_FORCE.items()
    )
    return tuple(group for group in groups if group.cards)


def _told(warning: str) -> str:
    return reworded(warning, words.sentence(clean(warning)))


def _uncovered(item: NotCovered) -> Uncovered:
    name = clean(item.name)
    subject = clean(item.subject)
    return Uncovered(
        name=name if name == subject else f"{name} ({subject})",
        why=words.sentence(clean(item.why)),
        location=clean(item.location) if item.location else None,
        releases=words.listed([clean(release) for release in item.releases]),
        no_text=not (is_unfilled(item) or is_unasked(item)),
    )


def _release(release: ReleaseInfo) -> ReleaseLine:
    known = "unknown", ""
    facts = [
        f"dated {clean(release.date)}" if release.date else "date not stated",
        clean(release.license) if release.license else "licence not stated",
        "access not stated" if release.access in known else clean(release.access),
        "function not stated" if release.function in known else clean(release.function),
    ]
    if not release.evaluated:
        facts.append("NOT EVALUATED: no loaded rule could be put to it")
    return ReleaseLine(clean(release.id), clean(release.name), ", ".join(facts), release.evaluated)


__all__ = [
    "Card",
    "Counts",
    "Group",
    "PackLine",
    "Questions",
    "RankedQuestion",
    "ReleaseLine",
    "Screen",
    "Uncovered",
    "Verdict",
    "View",
    "build_view",
]
