"""A digest of all that can change what a rule comes to: itself, definitions, texts, facts, the registry, the day."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence

from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule
from compliance.model.shapes.shape import Shape
from compliance.version import __version__

NOT_COVERED = "not-covered/name"
"""In the place of a rule: something stands upstream whose name nobody knows, so that no rule can speak of it."""


def digests(knowledge: Knowledge, as_of: datetime.date) -> dict[str, str]:
    """Id of every rule that is put to its digest; where two digests are the same, so are the answers."""
    begun = hashlib.sha256(f"{__version__}\0{_of_registry(knowledge)}\0{as_of}".encode())
    put = (rule for _, rule in knowledge.rules() if rule.status not in ("draft", "withdrawn"))
    return {
        NOT_COVERED: begun.hexdigest(),
        **{rule.id: _digest(rule, knowledge, begun.copy()) for rule in put},
    }


def _of_registry(knowledge: Knowledge) -> str:
    """Everything that names, licences and ways of making are looked up in: every answer may rest on all of it."""
    registry = knowledge.registry
    further = {one.shown for one in registry.catalogue.shelves if one.layer}
    files = [
        f"{one.path} {one.sha256}" for one in knowledge.used if one.id == "registry" or one.path in further
    ]
    licences = (registry.licences, registry.words, registry.set_words)
    tables = (registry.relations, registry.providers, registry.routes, *licences)
    return "\0".join((*files, *map(_told, tables)))


def _digest(rule: Rule, knowledge: Knowledge, begun: hashlib._Hash) -> str:
    told = [_told(rule)]
    nodes = list(knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values()))
    used = {node.definition for node in nodes if isinstance(node, operator.DefinitionOp)}
    told += [_told(knowledge.definitions[one]) for one in sorted(used)]
    cited = {(cite.instrument, cite.clause) for cite in rule.cites}
    cited |= {(node.instrument, node.clause) for node in nodes if isinstance(node, operator.InForce)}
    for instrument, clause in sorted(cited):
        record, text = knowledge.instruments.get(instrument), knowledge.clause(instrument, clause)
        told.append(f"{instrument}#{clause} {record.kind if record else ''} {_told(text)}")
    facts = {node.fact for node in nodes if isinstance(node, operator.FactOp)}
    told += [_told(knowledge.facts[one]) for one in sorted(facts) if one in knowledge.facts]
    begun.update("\0".join(told).encode())
    return begun.hexdigest()


def _told(value: object) -> str:
    """A value of the packs in one text, the same for values that are alike."""
    if isinstance(value, Shape):
        return f"{type(value).__name__}({_told(value.__dict__)})"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {_told(held)}" for key, held in sorted(value.items())) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_told, value)) + "]"
    return repr(value)
