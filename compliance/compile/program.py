"""All rules compiled: lineage queries over sources, and what each comes to for every release; one form for all."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from compliance.compile.automaton import REACHES, WHOSE
from compliance.compile.contexts import Contexts
from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.compile.formula import Formula, Ruling, Span, formula, ruling, value
from compliance.compile.leaves import Case, Leaves, entry_part, release_part, source_part
from compliance.evaluate.select import selects
from compliance.model import operator
from compliance.model.knowledge import Knowledge
from compliance.model.operator import PartyRole
from compliance.model.rule import Rule
from compliance.model.truth import Truth

WIDTH = len(REACHES)
ITSELF = 1 << (WIDTH * len(WHOSE))
"""The bit of a rule that is asked of a release as such."""


class Pair(NamedTuple):
    """A kind of source with a kind of step by which it comes in, by their numbers."""

    source: int
    entry: int


class Row(NamedTuple):
    """What a rule comes to for one query and the releases of one kind: hits, as bits, for each reading."""

    query: int | None
    """None for a rule that is asked of releases as such."""
    release_key: int
    sure: tuple[int, int, int]
    may: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """One rule over a fleet."""

    id: str
    party: str
    release_keys: tuple[int, ...]
    """For each kind of release, the number by which its rows are found."""
    rows: tuple[Row, ...]
    selves: tuple[int, ...] = ()
    """For each kind of release that may be its own source what the rule comes to: 9 × narrow + 3 × plain + broad."""


@dataclass(frozen=True, slots=True)
class Program:
    """The compiled form of the packs for one fleet's facts."""

    queries: tuple[frozenset[Pair], ...]
    """For each lineage query the sources that it follows, with the steps by which they come in."""
    rules: tuple[CompiledRule, ...]


class Self(NamedTuple):
    """A kind of release, as what it holds itself."""

    source: int
    release: int
    of_others: bool
    """Whether it is known to be somebody else's work; of their own, nobody is asked unless the rule says so."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The kinds of sources, steps and releases that a fleet has, and which sources come in by which steps."""

    sources: tuple[SourceFacts, ...]
    entries: tuple[EntryFacts, ...]
    releases: tuple[ReleaseFacts, ...]
    pairs: tuple[Pair, ...]
    selves: tuple[Self, ...] = ()
    """Releases as sources of their own."""


def compile_packs(
    knowledge: Knowledge, as_of: datetime.date, columns: Columns, only: Collection[str] | None = None
) -> Program:
    """Compile every rule that is put, or those named; the same arguments give the same program."""
    leaves = Leaves(Contexts(knowledge, as_of))
    queries: dict[frozenset[Pair], int] = {}
    rules = []
    for _, rule in knowledge.rules():
        if rule.status in ("draft", "withdrawn") or (only is not None and rule.id not in only):
            continue
        compiled = _Compiling(rule, formula(rule, knowledge), leaves, columns).compiled(queries)
        if compiled.rows or any(compiled.selves):
            rules.append(compiled)
    return Program(tuple(queries), tuple(rules))


def roles(rule: Rule) -> tuple[PartyRole | None, PartyRole | None]:
    """As what the owner of a release is asked: where it performed the step itself, and where others did."""
    if set(rule.parties) == {"recipient"}:
        return "recipient", "recipient"
    return "caller", "releaser" if "releaser" in rule.parties else None


def follows_loading(rule: Rule, knowledge: Knowledge) -> bool:
    """Whether the rule looks at what software makes its user load."""
    nodes = knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values())
    return "fetch" in rule.about.used_in or any(
        isinstance(node, operator.ReachSets) and "loaded" in node.broad for node in nodes
    )


class _Compiling:
    """One rule while it is compiled."""

    def __init__(self, rule: Rule, one: Formula, leaves: Leaves, columns: Columns) -> None:
        self.rule, self.formula, self.leaves, self.columns = rule, one, leaves, columns
        self.of_source = rule.about.source is not None
        needs = self._needs = [leaves.needs(leaf, rule) for leaf in one.leaves]
        # A step's days are bounded by what it wrote; the release's then say nothing.
        of_release = [n.release - {"date"} if n.entry and self.of_source else n.release for n in needs]
        of_source = [bool(n.source or n.entry) and self.of_source for n in needs]
        numbered = range(len(needs))
        self.a = [n for n in numbered if not of_release[n]]
        self.b = [n for n in numbered if of_release[n] and not of_source[n]]
        self.c = [n for n in numbered if of_release[n] and of_source[n]]
        none = frozenset[str]()
        self.release_names = none.union(*(of_release[n] for n in (*self.b, *self.c)))
        self.source_names = none.union(*(needs[n].source - {"all"} for n in (*self.a, *self.c)))
        self.entry_names = none.union({"same_owner"}, *(needs[n].entry for n in (*self.a, *self.c)))
        self._rulings: dict[tuple[Span, ...], Ruling] = {}
        self.loading = follows_loading(rule, leaves.contexts.knowledge)

    def compiled(self, queries: dict[frozenset[Pair], int]) -> CompiledRule:
        """Its rows; queries that no other rule has are added."""
        party = roles(self.rule)[0] or "releaser"
        keys, firsts = self._release_keys()
        rows = self._of_sources(queries, firsts) if self.of_source else self._of_releases(firsts)
        return CompiledRule(self.rule.id, party, keys, tuple(rows), self._selves() if self.of_source else ())

    def _selves(self) -> tuple[int, ...]:
        return tuple(self._itself(one) for one in self.columns.selves)

    def _itself(self, one: Self) -> int:
        """What the rule comes to for a release as its own source."""
        role = roles(self.rule)[1]
        about = self.rule.about.source
        if role is None or about is None or not (about.own or one.of_others):
            return 0
        case = Case(self.columns.releases[one.release], self.columns.sources[one.source], None, "own", role)
        if self._value(0, case).high.broad is Truth.NO:
            return 0
        spans = [self._value(n, case) for n in range(len(self.formula.leaves))]
        low, high = value(self.formula, spans, {"itself": Truth.YES})
        truths = (2 if a is Truth.YES else int(b is not Truth.NO) for a, b in zip(low, high, strict=True))
        return sum(weight * truth for weight, truth in zip((9, 3, 1), truths, strict=True))

    def _release_keys(self) -> tuple[tuple[int, ...], list[ReleaseFacts]]:
        """A number for all releases that are alike to the rule, and the first of each."""
        alike: dict[Hashable, int] = {}
        seen: dict[Hashable, int] = {}
        firsts: list[ReleaseFacts] = []
        keys = []
        of_both = frozenset[str]().union(
            *(self.leaves.needs(self.formula.leaves[n], self.rule).release for n in self.c)
        )
        for facts in self.columns.releases:
            part = self.leaves.part(release_part, facts, self.release_names)
            if part not in alike:
                told = tuple(
                    self._value(n, Case(facts, None, None, whose, role))
                    for n in self.b for whose, role in self._variants()
                )  # fmt: skip
                key = (told, self.leaves.part(release_part, facts, of_both))
                if key not in seen:
                    seen[key] = len(firsts)
                    firsts.append(facts)
                alike[part] = seen[key]
            keys.append(alike[part])
        return tuple(keys), firsts

    def _variants(self) -> list[tuple[str, PartyRole]]:
        if not self.of_source:
            return [("own", "recipient" if set(self.rule.parties) == {"recipient"} else "releaser")]
        return [
            (whose, role) for whose, role in zip(WHOSE, roles(self.rule), strict=True) if role is not None
        ]

    def _value(self, number: int, case: Case) -> Span:
        return self.leaves.value(self.formula.leaves[number], self.rule, case)

    def _of_releases(self, firsts: Sequence[ReleaseFacts]) -> list[Row]:
        rows = []
        whose, role = self._variants()[0]
        selector = self.rule.about.release
        for key, facts in enumerate(firsts):
            chosen = selector is None or selects(
                selector, facts.artifact, self.leaves.contexts.knowledge.registry
            )
            if chosen is Truth.NO:
                continue
            case = Case(facts, None, None, whose, role)
            spans = [self._value(n, case) for n in range(len(self.formula.leaves))]
            low, high = value(self.formula, spans, {})
            sure = tuple(ITSELF * (truth is Truth.YES) for truth in low)
            may = tuple(ITSELF * (truth is not Truth.NO) for truth in high)
            if any(may):
                rows.append(Row(None, key, sure, may))  # type: ignore[arg-type]
        return rows

    def _of_sources(self, queries: dict[frozenset[Pair], int], firsts: Sequence[ReleaseFacts]) -> list[Row]:
        if not firsts:
            return []
        grouped: dict[Hashable, list[Pair]] = {}
        chosen = [self._chosen(source, firsts[0]) for source in self.columns.sources]
        for pair in self.columns.pairs:
            if chosen[pair.source] is not None:
                source, entry = self.columns.sources[pair.source], self.columns.entries[pair.entry]
                of_source = self.leaves.part(source_part, source, self.source_names)
                of_entry = self.leaves.part(entry_part, entry, self.entry_names)
                grouped.setdefault((chosen[pair.source], of_source, of_entry), []).append(pair)
        alike: dict[Hashable, list[Pair]] = {}
        for pairs in grouped.values():
            alike.setdefault(self._ways(pairs[0], firsts[0]), []).extend(pairs)
        by_answer: dict[tuple[Any, ...], list[Pair]] = {}
        for pairs in alike.values():
            answers = self._answers(pairs[0], firsts)
            if not all(sure == may == (0, 0, 0) for sure, may in answers):
                by_answer.setdefault(answers, []).extend(pairs)
        rows = []
        for answers, pairs in by_answer.items():
            number = queries.setdefault(frozenset(pairs), len(queries))
            rows += [Row(number, key, *found) for key, found in enumerate(answers) if any(found[1])]
        return rows

    def _chosen(self, source: SourceFacts, release: ReleaseFacts) -> Span | None:
        """Whether the rule means the source; None where it does not."""
        found = self._value(0, Case(release, source, None, "own", "caller"))
        return None if found.high.broad is Truth.NO else found

    def _ways(self, pair: Pair, release: ReleaseFacts) -> Hashable:
        """All that tells a source and its step from others: they come to the same for every release that has it."""
        source, entry = self.columns.sources[pair.source], self.columns.entries[pair.entry]
        cases = [Case(release, source, entry, *asked) for asked in self._asked(entry)]
        fixed = tuple(tuple(self._value(n, case) for n in self.a) for case in cases)
        read = tuple(
            (
                self.leaves.part(source_part, source, self._needs[n].source),
                self.leaves.part(entry_part, entry, self._needs[n].entry),
            )
            for n in self.c
        )
        return tuple(case.whose for case in cases), fixed, read

    def _asked(self, entry: EntryFacts) -> list[tuple[str, PartyRole]]:
        """Of whose step the rule is asked. Nobody is bound by a licence of their own, unless it says that it asks."""
        about = self.rule.about.source
        spared = entry.same_owner and about is not None and not about.own
        return [one for one in self._variants() if not (spared and one[0] == "own")]

    def _answers(
        self, pair: Pair, releases: Sequence[ReleaseFacts]
    ) -> tuple[tuple[tuple[int, int, int], tuple[int, int, int]], ...]:
        """What the rule comes to for a source and its step, for each kind of release."""
        source, entry = self.columns.sources[pair.source], self.columns.entries[pair.entry]
        found = [([0, 0, 0], [0, 0, 0]) for _ in releases]
        loaded = 0 if self.loading else 1 << REACHES.index("loaded")
        asked = self._asked(entry)
        for whose, role in asked:
            shift = WIDTH * WHOSE.index(whose)
            case = Case(releases[0], source, entry, whose, role)
            spans = {n: self._value(n, case) for n in self.a}
            for (sure, may), release in zip(found, releases, strict=True):
                case = Case(release, source, entry, whose, role)
                spans |= {n: self._value(n, case) for n in (*self.b, *self.c)}
                one = self._ruling(spans)
                for n in range(3):
                    sure[n] |= (one.sure[n] & ~loaded) << shift
                    may[n] |= (one.may[n] & ~loaded) << shift
        return tuple((tuple(sure), tuple(may)) for sure, may in found)  # type: ignore[misc]

    def _ruling(self, spans: Mapping[int, Span]) -> Ruling:
        told = tuple(spans[n] for n in range(len(spans)))
        if told not in self._rulings:
            self._rulings[told] = ruling(self.formula, told)
        return self._rulings[told]
