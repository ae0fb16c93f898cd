"""What a leaf comes to for all kinds of releases: it is asked of those alone that differ in what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from compliance.compile.facts import ReleaseFacts
from compliance.compile.formula import Formula, Span
from compliance.compile.leaves import Case, Leaves, entry_part, release_part, source_part
from compliance.model.packs.rule import Rule

Answer = tuple[tuple[int, int, int], tuple[int, int, int]]
"""Bits of the hits that are sure and of those that may be, for each reading."""
Answers = tuple[Answer, ...]
NOTHING: Answer = ((0, 0, 0), (0, 0, 0))


class OverReleases:
    """The kinds of releases of one rule, with what its leaves come to for them."""

    def __init__(self, leaves: Leaves, rule: Rule, one: Formula, releases: Sequence[ReleaseFacts]) -> None:
        """`releases` holds at least one."""
        self.leaves, self.rule, self.formula, self.releases = leaves, rule, one, releases
        self.first, self.count = releases[0], len(releases)
        self._kinds: dict[frozenset[str], tuple[list[int], list[ReleaseFacts]]] = {}
        self._numbers: dict[Span, int] = {}
        self._spans: list[Span] = []
        self._columns: dict[Hashable, int] = {}
        self._told: dict[Hashable, int] = {}
        self._values: list[list[int]] = []

    def number(self, leaf: int, case: Case) -> int:
        """A number for what a leaf comes to in a case."""
        return self._of(self.leaves.value(self.formula.leaves[leaf], self.rule, case))

    def column(self, leaf: int, case: Case) -> int:
        """A number for what a leaf comes to for every kind of release, whatever release the case has."""
        op = self.formula.leaves[leaf]
        needs = self.leaves.needs(op, self.rule)
        key = (
            leaf, self.leaves.part(source_part, case.source, needs.of(case.source)),
            self.leaves.part(entry_part, case.entry, needs.entry), (case.whose, case.role) if needs.role else None,
        )  # fmt: skip
        if key not in self._told:
            dated = not (needs.entry and case.entry is not None)
            names = needs.release if dated else needs.release - {"date"}
            kinds, firsts = self._alike(names)
            found = tuple(self.number(leaf, case._replace(release=one)) for one in firsts)
            self._told[key] = self._column(names, kinds, found)
        return self._told[key]

    def answers(
        self, fixed: Mapping[int, Span], varying: Sequence[int], case: Case,
        answer: Callable[[Mapping[int, Span]], Answer],
    ) -> list[Answer]:  # fmt: skip
        """What the rule comes to for each kind of release, worked out once for all leaves that come to the same."""
        columns = [self._values[self.column(leaf, case)] for leaf in varying]
        told = list(zip(*columns, strict=True)) if columns else [()] * self.count
        found = {}
        for numbers in set(told):
            spans = (self._spans[n] for n in numbers)
            found[numbers] = answer({**fixed, **dict(zip(varying, spans, strict=True))})
        return [found[numbers] for numbers in told]

    def _of(self, span: Span) -> int:
        if span not in self._numbers:
            self._numbers[span] = len(self._spans)
            self._spans.append(span)
        return self._numbers[span]

    def _column(self, names: frozenset[str], kinds: Sequence[int], found: tuple[int, ...]) -> int:
        # A leaf that comes to the same for every release has one column, whatever it looked at.
        key = found[0] if len(set(found)) == 1 else (names, found)
        if key not in self._columns:
            self._columns[key] = len(self._values)
            self._values.append([found[kind] for kind in kinds])
        return self._columns[key]

    def _alike(self, names: frozenset[str]) -> tuple[list[int], list[ReleaseFacts]]:
        """For each kind of release the number of those alike by these names, and the first of each number."""
        if names not in self._kinds:
            parts = [self.leaves.part(release_part, one, names) for one in self.releases]
            first = dict(zip(reversed(parts), reversed(self.releases), strict=True))
            numbers = {part: n for n, part in enumerate(first)}
            self._kinds[names] = [numbers[part] for part in parts], list(first.values())
        return self._kinds[names]


def joined(some: Sequence[Answer], others: Sequence[Answer]) -> list[Answer]:
    """The bits of both, release by release."""
    both = list(zip(some, others, strict=True))
    known = {each: _joined(*each) for each in set(both)}
    return [known[each] for each in both]


def _joined(one: Answer, other: Answer) -> Answer:
    sure, may = (tuple(a | b for a, b in zip(*both, strict=True)) for both in zip(one, other, strict=True))
    return sure, may  # type: ignore[return-value]
