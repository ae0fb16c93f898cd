"""Tests of rules that nothing can ever meet: patterns where names are compared whole, and words that nothing has.

Such a test is no error when it is put. It says no, everywhere, and the rule or its exception quietly loses what the
word was to bring in.
"""

from __future__ import annotations

import fnmatch
import itertools
import typing
from collections.abc import Collection, Iterable, Iterator

from compliance.errors import Fault, nearest
from compliance.load.documents.yaml_reader import MAX_FAULTS
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import Kind
from compliance.model.packs.operator import FactOp, LicenceTest, Selector, nodes
from compliance.model.packs.rule import Rule
from compliance.model.shapes.shape import Role, StepKind, to_list

_SIGNS = "*?["
_KINDS: tuple[Kind, ...] = ("model", "dataset", "service")
_OF_THE_PROGRAM = {"step.kind": typing.get_args(StepKind), "step.role": typing.get_args(Role)}
"""Facts whose words are those of the manifest rather than of the catalogue."""


def silent(packs: Knowledge, rules: Iterable[Rule]) -> Iterator[Fault]:
    """Every such test of the rules and definitions, once for each."""
    words = Words(packs)
    told = [(rule.id, tree) for rule in rules for tree in _tests(rule)]
    told += [(key, one.test) for key, one in packs.definitions.items()]
    found = ((name, *fault) for name, tree in told for fault in _of(tree, words))
    for name, what, advice in dict.fromkeys(found):
        yield Fault(None, f"{name}: {what}", advice)


def _tests(rule: Rule) -> tuple[object, ...]:
    return (rule.about, rule.asked_if, *rule.when.values(), *rule.unless.values())


class Words:
    """What may stand in a field of a selector, or be the value of a fact."""

    def __init__(self, packs: Knowledge) -> None:
        licences = packs.registry.licences
        entries = [one.entry for kind in _KINDS for one in packs.registry.catalogue.all(kind)]
        self.facts = packs.facts
        self.unmatched = 0
        """Words found so far that nothing has; what very many of them mean is not looked for."""
        self.selector: dict[str, Collection[str]] = {
            "licence": licences.keys(),
            "not_licence": licences.keys(),
            "trait": {trait for one in licences.values() for trait in one.traits},
            "provider": packs.registry.providers.keys(),
            "family": {one.family for one in entries if hasattr(one, "family")},
        }

    def of_fact(self, name: str) -> Collection[str]:
        """The words that a fact can have; empty where it may be any."""
        told = self.facts.get(name)
        if told is not None and told.words:
            return told.words
        of_the_source = (
            self.selector.get(name.removeprefix("source."), ()) if name.startswith("source.") else ()
        )
        return _OF_THE_PROGRAM.get(name, of_the_source)


def _of(tree: object, words: Words) -> Iterator[tuple[str, str]]:
    for node in nodes(tree):
        if isinstance(node, LicenceTest):
            yield from _whole("licence", (*node.in_, *node.copied, *node.noticed), "name each licence")
            yield from _whole("licence trait", (*node.has, *node.drops), "name each trait")
        elif isinstance(node, FactOp):
            yield from _of_a_fact(node, words)
        elif isinstance(node, Selector):
            for field, known in words.selector.items():
                yield from _unmatched(field.removeprefix("not_"), getattr(node, field), known, words)


def _whole(what: str, given: Iterable[str], advice: str) -> Iterator[tuple[str, str]]:
    """Patterns among names that are compared whole."""
    for word in given:
        if _pattern(word):
            yield f"{what} {word!r} is a pattern, which this test compares whole and nothing meets", advice


def _of_a_fact(node: FactOp, words: Words) -> Iterator[tuple[str, str]]:
    compared = itertools.chain.from_iterable(
        to_list(value) for value in (node.is_, node.in_, node.overlaps, node.within) if value is not None
    )
    given = [value for value in compared if isinstance(value, str)]
    yield from _whole(f"the word of {node.fact}", given, "name each word")
    if known := words.of_fact(node.fact):
        told = [word for word in given if not _pattern(word)]
        yield from _unmatched(f"the value of {node.fact}:", told, known, words)


def _unmatched(
    what: str, given: Collection[str], known: Collection[str], words: Words
) -> Iterator[tuple[str, str]]:
    folded = {word.lower() for word in known} if given else set()
    for word in given:
        if _pattern(word):
            if not fnmatch.filter(folded, word.lower()):
                yield f"{what} {word!r} fits nothing that is known", "correct the pattern, or leave it out"
        elif word.lower() not in folded:
            near = nearest(word, known) if words.unmatched < MAX_FAULTS else None
            words.unmatched += 1
            yield (
                f"{what} {word!r} is nothing that is known",
                f"did you mean {near!r}?" if near else "leave it out",
            )


def _pattern(word: str) -> bool:
    return any(sign in word for sign in _SIGNS)
