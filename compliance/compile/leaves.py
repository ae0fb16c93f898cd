"""What each leaf of a rule depends on, and its value for one combination of facts: worked out once for all alike."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

from compliance.compile.contexts import Contexts
from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.compile.formula import CHOSEN, EITHER, IN_FORCE, Span, spanned
from compliance.evaluate import clauses, operators
from compliance.evaluate.context import Context
from compliance.evaluate.select import selects
from compliance.model import operator
from compliance.model.operator import PartyRole
from compliance.model.rule import Rule
from compliance.model.truth import NEVER, Readings


class Case(NamedTuple):
    """One combination of facts: the first of all that are alike in what is asked."""

    release: ReleaseFacts
    source: SourceFacts | None
    entry: EntryFacts | None
    whose: str
    role: PartyRole


class Needs(NamedTuple):
    """Which facts a leaf looks at."""

    source: frozenset[str]
    release: frozenset[str]
    entry: bool
    role: bool


def needs_of(leaf: Any, rule: Rule, contexts: Contexts) -> Needs:
    """The facts that a leaf looks at, by groups."""
    if leaf == CHOSEN:
        return Needs(frozenset({"all"}) if rule.about.source else frozenset(), frozenset(), False, False)
    if leaf == IN_FORCE:
        return _of_clause(rule.time)
    found = [_one(node) for node in contexts.knowledge.nodes(leaf)]
    return Needs(
        frozenset().union(*(one.source for one in found)), frozenset().union(*(one.release for one in found)),
        any(one.entry for one in found), any(one.role for one in found),
    )  # fmt: skip


_NONE = Needs(frozenset(), frozenset(), False, False)


def _one(node: Any) -> Needs:
    if isinstance(node, operator.InForce):
        return _of_clause(node.at)
    if isinstance(node, operator.PartyOp):
        return Needs(frozenset(), frozenset(), False, True)
    if isinstance(node, operator.LicenceTest):
        both = bool(node.drops) or node.differs is not None or bool(node.copied or node.noticed)
        source = frozenset({"licence"}) if both or node.of == "source" else frozenset()
        release = frozenset({"licence", "access"}) if both or node.of == "release" else frozenset()
        return Needs(source, release, False, False)
    if isinstance(node, operator.ConflictOp):
        side = frozenset({"licence"})
        return Needs(*(side, frozenset()) if node.conflict == "source" else (frozenset(), side), False, False)
    if not isinstance(node, operator.FactOp):
        return _NONE
    names = [
        node.fact,
        *(one for one in (node.at, node.mentions, node.over, node.under) if isinstance(one, str)),
    ]
    scopes = {name.partition(".")[0] for name in names}
    made_here = "source.made_here" in names
    return Needs(
        frozenset({"all"}) if "source" in scopes else frozenset(),
        frozenset({"all"}) if scopes & {"release", "model", "publisher", "party"} else frozenset(),
        "step" in scopes or made_here, "party" in scopes or made_here,
    )  # fmt: skip


def _of_clause(at: str) -> Needs:
    source = frozenset({"licence", "access"})
    if at == "step":
        return Needs(source | {"released"}, frozenset({"date"}), True, False)
    return Needs(source, frozenset({"date"}) if at == "release" else frozenset(), False, False)


def source_part(facts: SourceFacts | None, groups: frozenset[str]) -> Hashable:
    """The values of a source in these groups."""
    if facts is None or not groups:
        return None
    if "all" in groups:
        return facts.key
    one, found = facts.artifact, []
    if "licence" in groups:
        found += [one.licences, one.licence_options, one.licence_text is None, one.statements]
    if "access" in groups:
        found += [one.kind, one.provider, one.route, one.plan] if one.kind == "service" else [None]
    if "released" in groups:
        found.append(one.released)
    return tuple(found)


def release_part(facts: ReleaseFacts, groups: frozenset[str]) -> Hashable:
    """The values of a release in these groups."""
    if not groups:
        return None
    if "all" in groups:
        return facts.key
    one, found = facts.artifact, []
    if "licence" in groups:
        found += [
            one.licences,
            one.licence_options,
            one.licence_text is None,
            one.statements,
            one.contradicted,
        ]
    if "access" in groups:
        found.append(facts.access)
    if "date" in groups:
        found.append(facts.date)
    return tuple(found)


class Leaves:
    """Values of leaves, remembered by what they look at."""

    def __init__(self, contexts: Contexts) -> None:
        """Start empty."""
        self.contexts = contexts
        self._known: dict[Hashable, Span] = {}
        self._needs: dict[Hashable, Needs] = {}

    def needs(self, leaf: Any, rule: Rule) -> Needs:
        """What the leaf looks at; without a source, a step is none either."""
        key = (rule.id, leaf) if isinstance(leaf, str) else id(leaf)
        if key not in self._needs:
            self._needs[key] = needs_of(leaf, rule, self.contexts)
        return self._needs[key]

    def value(self, leaf: Any, rule: Rule, case: Case) -> Span:
        """The value of a leaf in a case."""
        needs = self.needs(leaf, rule)
        entry = case.entry if needs.entry else None
        key = (
            (rule.id, leaf) if isinstance(leaf, str) else id(leaf),
            source_part(case.source, needs.source),
            release_part(case.release, _without_days(needs, case)),
            entry, (case.whose, case.role) if needs.role else None, case.entry is None,
        )  # fmt: skip
        if key not in self._known:
            self._known[key] = self._value(leaf, rule, case)
        return self._known[key]

    def _value(self, leaf: Any, rule: Rule, case: Case) -> Span:
        if leaf == CHOSEN:
            return self._chosen(rule, case)
        if leaf == IN_FORCE:
            context = self._context(case, of_step=rule.time == "step")
            found = clauses.standing(context, rule.cites, rule.time, whole=rule.norm == "permission").truth
            return Span(Readings.same(found), Readings.same(found))
        if spanned(leaf):
            if not isinstance(leaf, operator.LicenceOp):
                return EITHER
            return Span(NEVER, operators.evaluate(leaf, self._context(case)).readings)
        needs = self.needs(leaf, rule)
        readings = operators.evaluate(leaf, self._context(case, of_step=needs.entry)).readings
        return Span(readings, readings)

    def _chosen(self, rule: Rule, case: Case) -> Span:
        if rule.about.source is None or case.source is None:
            return Span(Readings.same(2), Readings.same(2))  # type: ignore[arg-type]
        truth = selects(rule.about.source, case.source.artifact, self.contexts.knowledge.registry)
        return Span(Readings.same(truth), Readings.same(truth))

    def _context(self, case: Case, *, of_step: bool = False) -> Context:
        return self.contexts.context(
            case.release, case.source, case.entry, case.whose, case.role, of_step=of_step
        )


def _without_days(needs: Needs, case: Case) -> frozenset[str]:
    """A step's days are bounded by what it wrote, where a step is known; the release's then say nothing."""
    return needs.release - {"date"} if needs.entry and case.entry is not None else needs.release
