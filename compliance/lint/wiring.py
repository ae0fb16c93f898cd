"""Rules and texts belong together: every clause is read or says why not, and rules ask for what their clauses say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from compliance.errors import Fault
from compliance.model.known.citing import uncited
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Asked, Limit
from compliance.model.packs.operator import FactOp
from compliance.model.packs.rule import Rule

_COUNTS = {
    "publisher.monthly_users": ("monthly-users", "daily-users", "annual-users", "monthly-visits"),
    "publisher.product_users": ("monthly-users", "monthly-visits"),
    "publisher.product_visits": ("monthly-visits",),
    "publisher.daily_users": ("daily-users",),
    "publisher.annual_users": ("annual-users",),
    "release.monthly_users": ("monthly-users",),
    "publisher.revenue": ("annual-revenue",),
    "publisher.revenue_yuan": ("annual-revenue",),
    "publisher.revenue_euro": ("annual-revenue",),
    "publisher.product_revenue_year": ("annual-revenue",),
    "publisher.product_revenue_month": ("monthly-revenue",),
    "publisher.hosting_revenue": ("annual-revenue", "monthly-revenue"),
}
"""Facts that count what a clause may limit, and the measures that they may stand for."""


def unwired(packs: Knowledge) -> Iterator[Fault]:
    """Clauses and texts that no rule reads without saying why, and figures and words that no cited clause has."""
    for one in uncited(packs):
        what = f"{one.name}: no rule cites it, and nothing says why"
        yield Fault(None, what, "cite it, or say why in `no_rule`")
    for _, rule in packs.rules():
        if rule.status not in ("draft", "withdrawn") and rule.cites:
            yield from _strange(rule, packs)


def _strange(rule: Rule, packs: Knowledge) -> Iterator[Fault]:
    """What a rule asks of numbers, names and notices that its clauses do not say."""
    asked = tuple(_asked(rule, packs))
    for node in packs.nodes(*rule.when.values(), *rule.unless.values()):
        if not isinstance(node, FactOp):
            continue
        if node.fact in _COUNTS:
            yield from _limits(rule, node, asked)
        if node.fact == "release.name" and node.starts_with is not None:
            yield from _words(rule, node.starts_with, asked, "name_prefix", _prefixes)
        if node.fact == "release.notices" and node.contains is not None:
            yield from _words(rule, node.contains, asked, "notice, badge or credit line", _shown)


def _asked(rule: Rule, packs: Knowledge) -> Iterator[Asked]:
    """What the cited clauses and their versions ask for in numbers and words."""
    for cite in rule.cites:
        clause = packs.instruments[cite.instrument].clauses[cite.clause]
        yield clause
        yield from clause.versions


def _limits(rule: Rule, node: FactOp, asked: Sequence[Asked]) -> Iterator[Fault]:
    given = [limit for one in asked for limit in one.limits if limit.measure in _COUNTS[node.fact]]
    # Above nothing is no figure of a text: it asks whether there is any.
    figures = [one for one in (node.over, node.under) if isinstance(one, int | float) and one]
    for figure in figures if given else ():
        days = {limit.at for limit in given if _is(figure, limit)}
        if not days:
            said = ", ".join(f"{one:g}" for one in sorted({limit.above for limit in given}))
            what = f"{rule.id}: compares {node.fact} with {figure:g}, and its clauses say {said}"
            yield Fault(None, what, "take the figure of the clause, or record it there under `limits`")
        elif node.day is not None and node.day not in days:
            what = (
                f"{rule.id}: reads {node.fact} on {node.day}, and its clauses say {', '.join(sorted(days))}"
            )
            yield Fault(None, what, "take the day of the clause, or record it there under `limits`")


def _is(figure: float, limit: Limit) -> bool:
    """Whether a rule's figure is that of the clause, or just below one that counts itself."""
    return figure == limit.above or (limit.inclusive and 0 < limit.above - figure <= 1)


def _words(
    rule: Rule, words: str, asked: Sequence[Asked], name: str, told: Callable[[Asked], Iterator[str]]
) -> Iterator[Fault]:
    given = [_letters(text) for one in asked for text in told(one)]
    wanted = _letters(words)
    if given and not any(wanted == text if told is _prefixes else wanted in text for text in given):
        what = f"{rule.id}: asks for the words {words!r}, which are no {name} of its clauses"
        yield Fault(None, what, "take the words of the clause, or record them there")


def _letters(text: str) -> str:
    """Letters and digits alone: how words are joined, and how licence is spelt, makes no difference."""
    return "".join(char for char in text.casefold() if char.isalnum()).replace("licence", "license")


def _prefixes(one: Asked) -> Iterator[str]:
    yield from one.name_prefix or ()


def _shown(one: Asked) -> Iterator[str]:
    yield from (*(one.notice or ()), *(one.badge or ()), *(one.credit_line or ()))
