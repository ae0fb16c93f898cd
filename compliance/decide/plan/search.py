"""The search for plans: the solver proposes the cheapest set of acts, evaluating the changed manifest tests it.

What stays open under a proposal becomes a condition: another act that bears on it has to be taken, or one of those that
do has to be left. A proposal that leaves nothing open is a cheapest plan, since every cheaper set breaks a condition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from compliance.decide.plan.candidates import Candidates
from compliance.decide.plan.edits import apply_acts
from compliance.decide.plan.labels import Labels
from compliance.decide.plan.opened import Judge, item_of, of_name, open_of
from compliance.decide.plan.outcome import obstacles_of, plan_of
from compliance.decide.plan.prices import NEVER, Prices
from compliance.decide.plan.reads import Reach, Reads, bears_on, reads_of
from compliance.decide.plan.solver import Row, cheapest, without_implied
from compliance.errors import InputError
from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.answered.plan import Act, Costs, OpenItem, Planning
from compliance.model.answered.report import Gate
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge

Choice = frozenset[str]
_WEIGHTY = 4
"""An act weighs in a plan if it is at least one in so many parts of its cost."""
_FURTHER = 8
"""How many proposals are tested for another way, where one is known."""
_SAME_WAY = ("license", "name", "fact")


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that stayed open under a choice of acts."""

    item: OpenItem
    chosen: Choice


@dataclass(slots=True)
class Search:
    """State of one search: the acts known so far, what stayed open under which, and the plans found."""

    manifest: Manifest
    knowledge: Knowledge
    prices: Prices
    judge: Judge
    answers: bool = True
    """Whether plans may rest on answers that speak for the release."""
    acts: dict[str, Act] = field(default_factory=dict)
    cuts: list[Cut] = field(default_factory=list)
    impossible: list[Choice] = field(default_factory=list)
    plans: list[Choice] = field(default_factory=list)
    open_under: dict[Choice, tuple[OpenItem, ...]] = field(default_factory=dict)
    gate: Gate = "plain"
    reach: Reach = field(init=False)
    labels: Labels = field(init=False)
    _candidates: Candidates = field(init=False)
    _refused: set[str] = field(default_factory=set)
    """Keys of acts by which alone nothing could be released any more."""
    _licences: list[Act] = field(default_factory=list)
    _reads: dict[str, Reads] = field(default_factory=dict)
    _passed: set[tuple[tuple[str, str, str, str], Choice]] = field(default_factory=set)
    """Open items with the acts that bear on them under which they were not open."""
    _bearing: dict[tuple[str, str, str, str], frozenset[str]] = field(default_factory=dict)
    """By open item the acts that bear on it, until a test tells of further acts or routes."""
    _rows: dict[int, Row] = field(default_factory=dict)
    """The condition that each of the cuts sets, as long."""
    _known: tuple[int, ...] = ()
    """How many acts and routes were known when these were worked out: there are never fewer."""

    def __post_init__(self) -> None:
        """Nothing is known of routes before the first test."""
        self.reach = Reach(self.manifest, self.knowledge.registry.licences)
        self.labels = Labels(self.manifest, self.knowledge)
        self._candidates = Candidates(self.manifest, self.knowledge, self.prices)

    def test(self, choice: Choice) -> tuple[OpenItem, ...] | None:
        """What stays open under a choice of acts; None where there is no such lineage."""
        if choice in self.open_under:
            return self.open_under[choice]
        changed = apply_acts(self.manifest, (self.acts[key] for key in sorted(choice)))
        if changed is None:
            return None
        try:
            items = self._open(changed, choice) or self._open(changed)
        except InputError:
            return None
        self.open_under[choice] = items
        return items

    def _open(self, changed: Manifest, choice: Choice | None = None) -> tuple[OpenItem, ...]:
        """What stays open: under all rules or, for a choice, under those of which it is not known that it passes them.

        Where nothing is left under these, all are to be put; that alone shows a plan.
        """
        asked: list[tuple[OpenItem, tuple[str, str, str, str], Choice]] = []
        if choice is not None:
            # Names that nothing covers show under all rules alone.
            met = {cut.item.key: cut.item for cut in self.cuts if cut.item.rule}
            moved = ((item, key, self.bearing(item) & choice) for key, item in met.items())
            asked = [one for one in moved if one[1:] not in self._passed]
            if not asked:
                return ()
        rules = {item.rule for item, _, _ in asked}
        lineage, report = self.judge(changed, rules)
        self.gate = report.gate
        self.reach.silence_passes = "needs-facts" in report.allowed
        self.reach.add(lineage)
        self.labels.add(lineage)
        findings, uncovered = open_of(report)
        uncovered = () if rules else uncovered
        self._learn(findings, uncovered, lineage)
        self._forget()
        items = (*(item_of(one) for one in findings), *(item for n in uncovered for item in of_name(n)))
        still = {item.key for item in items}
        self._passed |= {(key, moved) for _, key, moved in asked if key not in still}
        return items

    def _forget(self) -> None:
        """Drop what was worked out of acts and routes, if a test told of further ones."""
        known = (len(self.acts), self.reach.extent, len(self.labels.known), self.reach.silence_passes)
        if known != self._known:
            self._known = known
            self._bearing.clear()
            self._rows.clear()

    def _learn(self, findings: Iterable[Finding], uncovered: Iterable[NotCovered], lineage: Lineage) -> None:
        """Take in the acts that may settle what is open."""
        found = [act for finding in findings for act in self._candidates.of(finding, lineage)]
        found += [act for one in uncovered for act in self._candidates.of_uncovered(one, lineage)]
        for act in found:
            wanted = act.cost != NEVER and (self.answers or not act.question)
            if not wanted or act.key in self.acts or act.key in self._refused:
                continue
            if any(act.edit == one.edit for one in self.acts.values()):
                continue
            if apply_acts(self.manifest, (act,)) is None:
                self._refused.add(act.key)
            else:
                self.acts[act.key] = act
                if act.slot.startswith("license:"):
                    self._licences.append(act)

    def rows(self) -> list[Row]:
        """The conditions that every plan has to keep, over all acts known by now."""
        for number in range(len(self.cuts)):
            if number not in self._rows:
                self._rows[number] = self.row(self.cuts[number])
        rows = [self._rows[number] for number in range(len(self.cuts))]
        rows += [Row(frozenset(), choice) for choice in self.impossible]
        rows += [self.otherwise(choice) for choice in self.plans]
        return without_implied(rows)

    def otherwise(self, choice: Choice) -> Row:
        """The condition that sets alternatives apart: of the acts that make up a plan's cost, one is not taken.

        Another licence or name in place of one that was chosen is no other way.
        """
        total = sum(self.acts[key].cost for key in choice)
        heavy = [act for key in choice if (act := self.acts[key]).cost * _WEIGHTY >= total]
        weighty = heavy or [self.acts[key] for key in choice]
        slots = {act.slot for act in weighty if act.slot.partition(":")[0] in _SAME_WAY}
        alike = {act.key for act in self.acts.values() if act.slot in slots}
        return Row(frozenset(), frozenset(alike | {act.key for act in weighty}), len(weighty) - 1)

    def row(self, cut: Cut) -> Row:
        """The condition that something open sets: what bears on it has to be chosen otherwise."""
        bearing = self.bearing(cut.item)
        taken = bearing & cut.chosen
        # Another licence that comes to the same, in place of the one that was chosen, leaves it open just so.
        alike = frozenset[str]().union(
            *(self.labels.alike(self.acts[key], cut.item, self._licences) for key in taken)
        )
        left = taken | alike
        return Row(bearing - left, left, None if left == taken else len(taken) - 1)

    def bearing(self, item: OpenItem) -> frozenset[str]:
        """The acts that bear on something open."""
        held = self._bearing.get(item.key)
        if held is None:
            reads = self.reads_of_rule(item.rule)
            found = frozenset(key for key, act in self.acts.items() if bears_on(act, item, reads, self.reach))
            held = self._bearing[item.key] = found - self.labels.unmoved(item, self._licences)
        return held

    def reads_of_rule(self, rule: str) -> Reads | None:
        """What a rule looks at; None for what no rule speaks of."""
        if rule not in self._reads:
            held = self.knowledge.find_rule(rule)
            if held is None:
                return None
            self._reads[rule] = reads_of(held[1], self.knowledge)
        return self._reads[rule]

    def next_plan(self, rounds: int) -> tuple[Choice | None, bool]:
        """The cheapest choice that leaves nothing open and is another way; whether the search came to an end."""
        for _ in range(rounds):
            choice = cheapest(tuple(self.acts.values()), self.rows())
            if choice is None:
                return None, True
            items = self.test(choice)
            if items is None:
                self.impossible.append(choice)
            elif not items:
                return choice, True
            else:
                self.cuts += [Cut(item, choice) for item in items]
        return None, False

    def some_plan(self, rounds: int) -> Choice | None:
        """A choice that leaves nothing open and is not known to be cheapest; None where it is not found either.

        What stayed open under some acts is taken to need others, though with more of them it might have been settled.
        """
        for _ in range(rounds):
            tried: dict[tuple[str, str, str, str], tuple[OpenItem, Choice]] = {}
            for cut in self.cuts:
                _, before = tried.get(cut.item.key, (cut.item, frozenset()))
                tried[cut.item.key] = (cut.item, before | cut.chosen)
            rows = [Row(left) for item, acts in tried.values() if (left := self.bearing(item) - acts)]
            rows += [Row(frozenset(), choice) for choice in self.impossible]
            choice = cheapest(tuple(self.acts.values()), rows)
            if choice is None:
                return None
            items = self.test(choice)
            if items == ():
                return self._needed(choice)
            if items is None:
                self.impossible.append(choice)
            self.cuts += [Cut(item, choice) for item in items or ()]
        return None

    def _needed(self, choice: Choice) -> Choice:
        """The choice without acts that are not needed for it, the dearest first."""
        for key in sorted(choice, key=lambda one: -self.acts[one].cost):
            if self.test(choice - {key}) == ():
                choice -= {key}
        return choice


def search(
    manifest: Manifest,
    knowledge: Knowledge,
    costs: Costs,
    judge: Judge,
    *,
    alternatives: int = 1,
    answers: bool = True,
    rounds: int = 60,
) -> Planning:
    """Find the cheapest plans.

    Args:
        manifest: The manifest as it is.
        knowledge: Packs and registry.
        costs: What changes cost.
        judge: Resolves and evaluates a changed manifest.
        alternatives: How many plans to look for; each is the cheapest that lacks a weighty act of each earlier one.
        answers: Whether a plan may rest on facts that would speak for the release.
        rounds: How many proposals are tested for the first plan before the search gives up.

    Raises:
        UsageError: If the solver is not installed.
    """
    state = Search(manifest, knowledge, Prices(costs), judge, answers)
    nothing: Choice = frozenset()
    at_first = state.test(nothing) or ()
    complete, bound = True, 0
    state.cuts += [Cut(item, nothing) for item in at_first]
    while at_first and len(state.plans) < alternatives:
        choice, ended = state.next_plan(_FURTHER if state.plans else rounds)
        complete = complete and (ended or bool(state.plans))
        if choice is None:
            break
        state.plans.append(choice)
    if not state.plans and at_first and not complete:
        last = cheapest(tuple(state.acts.values()), state.rows())
        bound = sum(state.acts[key].cost for key in last or ())
        some = state.some_plan(2 * _FURTHER)
        state.plans += [some] if some is not None else []
    return Planning(
        gate=state.gate,
        open=at_first,
        plans=tuple(plan_of(state, choice) for choice in state.plans),
        obstacles=obstacles_of(state) if complete and at_first and not state.plans else (),
        complete=complete,
        bound=bound,
        considered=len(state.acts),
        evaluations=len(state.open_under),
    )
