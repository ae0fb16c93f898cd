"""Which recorded clauses rules read, and which no rule reads and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.operator import InForceOp, nodes


@dataclass(frozen=True, slots=True)
class Uncited:
    """A clause that no rule reads, or a whole text where `clause` is empty."""

    instrument: str
    clause: str = ""
    norm: str = ""
    topic: str = ""

    @property
    def name(self) -> str:
        """As reports name it."""
        return f"{self.instrument}#{self.clause}" if self.clause else self.instrument


def uncited(knowledge: Knowledge) -> tuple[Uncited, ...]:
    """Every text, and every clause with a norm, that no rule or operator cites and that gives no `no_rule`.

    A text all of whose clauses say why no rule reads them needs no word of its own.
    """
    read = cited_clauses(knowledge)
    return tuple(
        one for text in knowledge.instruments.values() if text.no_rule is None for one in _unread(text, read)
    )


def cited_clauses(knowledge: Knowledge) -> frozenset[tuple[str, str]]:
    """Instrument and clause of everything that a rule which is put, or a definition, reads."""
    rules = [rule for _, rule in knowledge.rules() if rule.status not in ("draft", "withdrawn")]
    tests = [test for rule in rules for test in (rule.asked_if, *rule.when.values(), *rule.unless.values())]
    tests += [definition.test for definition in knowledge.definitions.values()]
    by_rules = {(cite.instrument, cite.clause) for rule in rules for cite in rule.cites}
    by_tests = {
        (node.in_force.instrument, node.in_force.clause)
        for test in tests
        for node in nodes(test)
        if isinstance(node, InForceOp)
    }
    return frozenset(by_rules | by_tests)


def _unread(text: Instrument, read: frozenset[tuple[str, str]]) -> Iterator[Uncited]:
    explained = bool(text.clauses) and all(clause.no_rule for clause in text.clauses.values())
    if not explained and not any((text.id, key) in read for key in text.clauses):
        yield Uncited(text.id)
    for key, clause in text.clauses.items():
        if clause.norm != "none" and clause.no_rule is None and (text.id, key) not in read:
            yield Uncited(text.id, key, clause.norm, clause.topic)
