"""All rules compiled: lineage queries over sources, and what each comes to for every release; one form for all."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compliance.compile.asking import follows_loading, roles
from compliance.compile.automaton import REACHES, WHOSE
from compliance.compile.contexts import Contexts
from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.compile.formula import Formula, Ruling, Span, formula, ruling, value
from compliance.compile.leaves import Case, Leaves, entry_part, release_part, source_part
from compliance.compile.over import NOTHING, Answer, Answers, OverReleases, joined
from compliance.evaluate.select import selects
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.operator import PartyRole
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Truth

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
        # Whether a source is meant stands for what the choice looked at.
        self.source_names = none.union(*(needs[n].source | needs[n].access for n in (*self.a, *self.c) if n))
        self._names_of_all = self.source_names | needs[0].source
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
        columns, part = self.columns, self.leaves.parts
        known: dict[Hashable, int] = {}
        sources = part(source_part, columns.sources, self._names_of_all)
        releases = part(release_part, columns.releases, frozenset().union(*(n.release for n in self._needs)))
        found = []
        for one in columns.selves:
            key = sources[one.source], releases[one.release], one.of_others
            if key not in known:
                known[key] = self._itself(one)
            found.append(known[key])
        return tuple(found)

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
        parts = self.leaves.parts(release_part, self.columns.releases, self.release_names)
        for part, facts in zip(parts, self.columns.releases, strict=True):
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
        alike: dict[Hashable, list[Pair]] = {}
        over = OverReleases(self.leaves, self.rule, self.formula, firsts)
        for pairs in self._grouped(firsts[0]).values():
            alike.setdefault(self._ways(pairs[0], over), []).extend(pairs)
        by_answer: dict[Answers, list[Pair]] = {}
        for pairs in alike.values():
            answers = self._answers(pairs[0], over)
            if not all(sure == may == (0, 0, 0) for sure, may in set(answers)):
                by_answer.setdefault(answers, []).extend(pairs)
        rows = []
        for answers, pairs in by_answer.items():
            number = queries.setdefault(frozenset(pairs), len(queries))
            rows += [Row(number, key, *found) for key, found in enumerate(answers) if any(found[1])]
        return rows

    def _grouped(self, release: ReleaseFacts) -> dict[Hashable, list[Pair]]:
        """Sources that the rule means with their steps, together where their values are the same."""
        columns, part = self.columns, self.leaves.parts
        sources = self._keys(release)
        entries = part(entry_part, columns.entries, self.entry_names)
        grouped: dict[Hashable, list[Pair]] = {}
        for pair in columns.pairs:
            key = sources[pair.source]
            if key is not None:
                grouped.setdefault((key, entries[pair.entry]), []).append(pair)
        return grouped

    def _keys(self, release: ReleaseFacts) -> list[Hashable | None]:
        """For each source how the rule means it with its values; None where it does not."""
        columns, part = self.columns, self.leaves.parts
        chosen: dict[int | None, Span | None] = {}
        by_choice = part(source_part, columns.sources, self._needs[0].source)
        for told, source in zip(by_choice, columns.sources, strict=True):
            if told not in chosen:
                chosen[told] = self._chosen(source, release)
        numbers = {told: n for n, told in enumerate(dict.fromkeys(chosen.values()))}
        own = part(source_part, columns.sources, self.source_names)
        return [
            None if (meant := chosen[told]) is None else (numbers[meant], each)
            for told, each in zip(by_choice, own, strict=True)
        ]

    def _chosen(self, source: SourceFacts, release: ReleaseFacts) -> Span | None:
        """Whether the rule means the source; None where it does not."""
        found = self._value(0, Case(release, source, None, "own", "caller"))
        return None if found.high.broad is Truth.NO else found

    def _ways(self, pair: Pair, over: OverReleases) -> Hashable:
        """What a source and its step come to for every release, leaf by leaf: whoever has the same has the answer."""
        source, entry = self.columns.sources[pair.source], self.columns.entries[pair.entry]
        asked = [(whose, Case(over.first, source, entry, whose, role)) for whose, role in self._asked(entry)]
        return tuple(
            (whose, tuple(over.number(n, case) for n in self.a), tuple(over.column(n, case) for n in self.c))
            for whose, case in asked
        )

    def _asked(self, entry: EntryFacts) -> list[tuple[str, PartyRole]]:
        """Of whose step the rule is asked. Nobody is bound by a licence of their own, unless it says that it asks."""
        about = self.rule.about.source
        spared = entry.same_owner and about is not None and not about.own
        return [one for one in self._variants() if not (spared and one[0] == "own")]

    def _answers(self, pair: Pair, over: OverReleases) -> Answers:
        """What the rule comes to for a source and its step, for each kind of release."""
        source, entry = self.columns.sources[pair.source], self.columns.entries[pair.entry]
        found = [NOTHING] * over.count
        for whose, role in self._asked(entry):
            case = Case(over.first, source, entry, whose, role)
            fixed = {n: self._value(n, case) for n in self.a}
            shift = WIDTH * WHOSE.index(whose)
            here = over.answers(fixed, (*self.b, *self.c), case, functools.partial(self._bits, shift))
            found = joined(found, here)
        return tuple(found)

    def _bits(self, shift: int, spans: Mapping[int, Span]) -> Answer:
        loaded = 0 if self.loading else 1 << REACHES.index("loaded")
        told = tuple(spans[n] for n in range(len(spans)))
        if told not in self._rulings:
            self._rulings[told] = ruling(self.formula, told)
        one = self._rulings[told]
        sure, may = (tuple((n & ~loaded) << shift for n in each) for each in (one.sure, one.may))
        return sure, may  # type: ignore[return-value]
