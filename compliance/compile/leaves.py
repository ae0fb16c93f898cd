"""What each leaf of a rule depends on, and its value for one combination of facts: worked out once for all alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, NamedTuple

from compliance.compile.contexts import Contexts
from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.compile.formula import CHOSEN, EITHER, IN_FORCE, Span, spanned
from compliance.evaluate.conditions import operators
from compliance.evaluate.context import Context
from compliance.evaluate.select import selects
from compliance.evaluate.texts import clauses, own_texts
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.operator import PartyRole
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import NEVER, Readings


class Case(NamedTuple):
    """One combination of facts: the first of all that are alike in what is asked."""

    release: ReleaseFacts
    source: SourceFacts | None
    entry: EntryFacts | None
    whose: str
    role: PartyRole


class Needs(NamedTuple):
    """Which facts a leaf looks at, by their names; a fact that no fleet has is none of them."""

    source: frozenset[str]
    release: frozenset[str]
    entry: frozenset[str]
    role: bool
    access: frozenset[str] = frozenset()
    """What it looks at beside, of a service alone."""

    def of(self, source: SourceFacts | None) -> frozenset[str]:
        """Which facts of this source it looks at."""
        return self.source | self.access if source and source.artifact.kind == "service" else self.source


_NOTHING = frozenset[str]()
_NONE = Needs(_NOTHING, _NOTHING, _NOTHING, False)
_LICENCE = ("licences", "licence_options", "licence_text", "statements")
_OF_SOURCE = {
    "license": _LICENCE, "licence_says": ("licence_says",), "record_settled": ("contradicted",),
    "making_explained": ("making",),
    **{name: (name,) for name in (
        "kind", "provider", "developer", "country", "family", "modality", "route", "plan", "origin", "released",
        "hosted", "documented",
    )},
}  # fmt: skip
_OF_RELEASE = {
    "kind": ("kind",), "name": ("name",), "date": ("date",), "access": ("access",), "commercial": ("commercial",),
    "function": ("function", "kind"), "license": _LICENCE, "licence_says": ("licence_says",), "modality": ("modality",),
}  # fmt: skip
_OF_ENTRY = {"kind": "step", "role": "role", "period": "period"}
_OF_CHOICE = {
    **{field: (field,) for field in ("kind", "provider", "developer", "country", "family", "origin", "contradicted")},
    **dict.fromkeys(("licence", "trait", "not_licence"), ("licences", "licence_options")),
    "unlicensed": ("kind", "made_here", "licences", "licence_options", "known"), "unexplained": ("making",),
    "name": ("all",), "own": (),
}  # fmt: skip
"""What each field of a selector looks at."""


def needs_of(leaf: Any, rule: Rule, contexts: Contexts) -> Needs:
    """The facts that a leaf looks at."""
    knowledge = contexts.knowledge
    if leaf == CHOSEN:
        return Needs(_of_choice(rule.about.source), _NOTHING, _NOTHING, False)
    if leaf == IN_FORCE:
        return _of_clause(rule.time, {cite.instrument for cite in rule.cites}, knowledge)
    found = [_one(node, knowledge) for node in knowledge.nodes(leaf)]
    return Needs(
        _NOTHING.union(*(one.source for one in found)), _NOTHING.union(*(one.release for one in found)),
        _NOTHING.union(*(one.entry for one in found)), any(one.role for one in found),
        _NOTHING.union(*(one.access for one in found)),
    )  # fmt: skip


def _of_choice(selector: operator.Selector | None) -> frozenset[str]:
    if selector is None:
        return _NOTHING
    given = (name for name in type(selector).model_fields if getattr(selector, name) not in (None, ()))
    return frozenset(one for name in given for one in _OF_CHOICE[name])


def _one(node: Any, knowledge: Knowledge) -> Needs:
    if isinstance(node, operator.InForce):
        return _of_clause(node.at, {node.instrument}, knowledge)
    if isinstance(node, operator.PartyOp):
        return Needs(_NOTHING, _NOTHING, _NOTHING, True)
    if isinstance(node, operator.LicenceTest):
        beside = node.stated_beside is not None
        both = bool(node.drops or node.copied or node.noticed) or node.differs is not None or beside
        of_release = frozenset((*_LICENCE, "licence_says", "contradicted", "access", "upstream_licences"))
        source = frozenset(_LICENCE) if both or node.of == "source" else _NOTHING
        return Needs(source, of_release if both or node.of == "release" else _NOTHING, _NOTHING, False)
    if isinstance(node, operator.ConflictOp):
        side = frozenset(_LICENCE)
        of_source = node.conflict == "source"
        return Needs(side if of_source else _NOTHING, _NOTHING if of_source else side, _NOTHING, False)
    if not isinstance(node, operator.FactOp):
        return _NONE
    return _of_facts(node.facts)


def _of_facts(names: Sequence[str]) -> Needs:
    source, release, entry, role = set[str](), set[str](), set[str](), False
    for scope, _, name in (one.partition(".") for one in names):
        if scope == "source" and name == "made_here":
            entry.add("same_owner")
            role = True
        elif scope == "source" and name == "of_others":
            # Who puts it out decides, beside what a record says.
            source.add("contradicted")
            release.add("all")
        elif scope == "source":
            source |= set(_OF_SOURCE.get(name, ("facts",)))
        elif scope == "step":
            entry |= {_OF_ENTRY[name]} if name in _OF_ENTRY else set()
        elif scope in ("publisher", "party"):
            release |= {"country"} if name in ("country", "controlling_country") else set()
            role = role or scope == "party"
        else:
            release |= set(_OF_RELEASE.get(name, ("facts",))) if scope == "release" else {"all"}
    return Needs(frozenset(source), frozenset(release), frozenset(entry), role)


def _of_clause(at: str, texts: Collection[str], knowledge: Knowledge) -> Needs:
    """The day; of a service how it was reached; whose licence or site it is, where one of these is cited."""
    held = [one for text in texts if (one := knowledge.instruments.get(text)) is not None]
    licence = any(one.kind in own_texts.LICENCES for one in held)
    site = any(one.sites for one in held)
    source = frozenset(
        {"kind", *(("licences", "licence_options") if licence else ()), *(("developer",) if site else ())}
    )
    access = frozenset({"provider", "route", "plan"})
    if at == "step":
        return Needs(source | {"released"}, frozenset({"date"}), frozenset({"date", "period"}), False, access)
    return Needs(source, frozenset({"date"}) if at == "release" else _NOTHING, _NOTHING, False, access)


def source_part(facts: SourceFacts | None, names: frozenset[str]) -> Hashable:
    """The values of a source by these names."""
    if facts is None or not names:
        return None
    if "all" in names:
        return facts.key
    return tuple(_value_of(facts, name) for name in sorted(names))


def _value_of(facts: SourceFacts, name: str) -> Hashable:
    if name == "facts":
        return facts.facts
    if name == "making":
        return facts.artifact.making.state
    if name == "licence_text":
        return facts.artifact.licence_text is None
    return getattr(facts.artifact, name)  # type: ignore[no-any-return]


_OWN = frozenset({"name", "date", "access", "commercial", "function", "country", "facts"})
"""Names of values that a release has beside its artifact."""


def release_part(facts: ReleaseFacts, names: frozenset[str]) -> Hashable:
    """The values of a release by these names."""
    if not names:
        return None
    if "all" in names:
        return facts.key
    held = SourceFacts(facts.artifact, facts.facts)
    return tuple(getattr(facts, n) if n in _OWN else _value_of(held, n) for n in sorted(names))


def entry_part(facts: EntryFacts | None, names: frozenset[str]) -> Hashable:
    """The values of a step by these names."""
    return None if facts is None or not names else tuple(getattr(facts, name) for name in sorted(names))


class Leaves:
    """Values of leaves, remembered by what they look at."""

    def __init__(self, contexts: Contexts) -> None:
        """Start empty."""
        self.contexts = contexts
        self._known: dict[Hashable, Span] = {}
        self._needs: dict[Hashable, Needs] = {}
        self._parts: dict[Hashable, int | None] = {}
        self._numbers: dict[Hashable, int] = {}
        self._lists: dict[Hashable, list[int | None]] = {}

    def needs(self, leaf: Any, rule: Rule) -> Needs:
        """What the leaf looks at; without a source, a step is none either."""
        key = (rule.id, leaf) if isinstance(leaf, str) else id(leaf)
        if key not in self._needs:
            self._needs[key] = needs_of(leaf, rule, self.contexts)
        return self._needs[key]

    def part(
        self, read: Callable[[Any, frozenset[str]], Hashable], facts: Any, names: frozenset[str]
    ) -> int | None:
        """A number for some values of facts, the same for equal ones; read once, and hashed once."""
        key = (id(facts), names, read)
        if key not in self._parts:
            told = read(facts, names)
            self._parts[key] = None if told is None else self._numbers.setdefault(told, len(self._numbers))
        return self._parts[key]

    def parts(
        self, read: Callable[[Any, frozenset[str]], Hashable], every: Sequence[Any], names: frozenset[str]
    ) -> list[int | None]:
        """The same for all of a column, which is read once for all rules that look at these names."""
        key = (id(every), names, read)
        if key not in self._lists:
            self._lists[key] = [self.part(read, facts, names) for facts in every]
        return self._lists[key]

    def value(self, leaf: Any, rule: Rule, case: Case) -> Span:
        """The value of a leaf in a case."""
        needs = self.needs(leaf, rule)
        key = (
            (rule.id, leaf) if isinstance(leaf, str) else id(leaf),
            self.part(source_part, case.source, needs.of(case.source)),
            self.part(release_part, case.release, _without_days(needs, case)),
            self.part(entry_part, case.entry, needs.entry), (case.whose, case.role) if needs.role else None,
            case.entry is None,
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
        readings = operators.evaluate(leaf, self._context(case, of_step=bool(needs.entry))).readings
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
