"""Where the readings of an element part, and the words of the text that allow each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from compliance.model.packs import operator
from compliance.model.packs.besides import meant
from compliance.model.packs.rule import Definition, Reasons, Rule
from compliance.model.shapes.shape import Shape

Reading = Literal["narrow", "plain", "broad"]
READINGS: tuple[Reading, ...] = ("narrow", "plain", "broad")
_TURNED: dict[Reading, Reading] = {"narrow": "broad", "plain": "plain", "broad": "narrow"}


def apart(op: Any, definitions: Mapping[str, Definition]) -> tuple[tuple[Reading, ...], ...]:
    """The readings of a test in groups, narrow first; those of one group ask for the same.

    One group means that the readings do not differ.
    """
    groups: list[list[Reading]] = []
    told: list[object] = []
    for reading in READINGS:
        asks = _asks(op, reading, definitions)
        if told and told[-1] == asks:
            groups[-1].append(reading)
        else:
            groups.append([reading])
        told.append(asks)
    return tuple(tuple(group) for group in groups)


def _asks(op: Any, reading: Reading, definitions: Mapping[str, Definition]) -> object:
    """What a test asks for on one reading, as a value that compares."""
    match op:
        case operator.ByReading():
            return _asks(getattr(op.readings, reading), reading, definitions)
        case operator.ReachOp():
            return "reach", frozenset(getattr(op.reach, reading))
        case operator.LineageOp():
            test = op.lineage
            return "lineage", test.from_, test.other, frozenset(getattr(test.reach, reading))
        case operator.DefinitionOp():
            return _asks(definitions[op.definition].test, reading, definitions)
        case operator.Not():
            return "not", _asks(op.not_, _TURNED[reading], definitions)
        case operator.AllOf():
            return "all", tuple(_asks(part, reading, definitions) for part in op.all)
        case operator.AnyOf():
            return "any", tuple(_asks(part, reading, definitions) for part in op.any)
        case operator.ConstantOp():
            return "always", op.always
    return op


def reasons_of(
    rule: Rule, name: str, definitions: Mapping[str, Definition], texts: Collection[str] | None = None
) -> Reasons:
    """The words that allow each reading of an element: the rule's own, else those of the definitions in it.

    Those that the rule names of some texts alone follow where one of them is among `texts`, or where that is None.
    """
    told = rule.besides if texts is None else meant(rule, texts)
    more = [one.because[name] for one in told if name in one.because]
    common = _common(rule, name, definitions)
    return _all(list(dict.fromkeys((common, *more)))) if more else common


def _common(rule: Rule, name: str, definitions: Mapping[str, Definition]) -> Reasons:
    own = rule.because.get(name)
    if own is not None:
        return own
    op = rule.when.get(name) or rule.unless.get(name)
    held = list(dict.fromkeys(_of_definitions(op, definitions)))
    return held[0] if len(held) == 1 else _all(held)


def _all(held: Iterable[Reasons]) -> Reasons:
    """The words of several in a row, reading by reading."""
    held = list(held)
    joined = {
        reading: _joined(dict.fromkeys(reason for one in held if (reason := getattr(one, reading))))
        for reading in READINGS
    }
    return Reasons(**{reading: text for reading, text in joined.items() if text})


def _joined(texts: Iterable[str]) -> str:
    """Several words in a row: behind a full stop the next begin as a sentence of their own, else behind a semicolon.

    >>> _joined(["“copies”.", "what it does"]), _joined(["“copies”", "what it does"])
    ('“copies”. What it does', '“copies”; what it does')
    """
    told = ""
    for text in texts:
        if told.endswith("."):
            told += f" {text[:1].upper()}{text[1:]}"
        else:
            told += f"; {text}" if told else text
    return told


def _of_definitions(op: Any, definitions: Mapping[str, Definition]) -> Iterator[Reasons]:
    """The words of the definitions in a test. Under a negation the readings change places, and so do their words."""
    match op:
        case operator.DefinitionOp():
            definition = definitions.get(op.definition)
            if definition is not None and definition.because is not None:
                yield definition.because
            elif definition is not None:
                yield from _of_definitions(definition.test, definitions)
        case operator.Not():
            yield from map(_turned, _of_definitions(op.not_, definitions))
        case tuple():
            for part in op:
                yield from _of_definitions(part, definitions)
        case Shape():
            for part in vars(op).values():
                yield from _of_definitions(part, definitions)


def _turned(words: Reasons) -> Reasons:
    """Words of an exception as its restriction reads them: what excepts narrowly lets the restriction reach broadly."""
    given = {_TURNED[reading]: text for reading in READINGS if (text := getattr(words, reading))}
    return Reasons(**given)


def unreasoned(
    rule: Rule, definitions: Mapping[str, Definition]
) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """Elements whose readings differ, each with readings for which no words are named."""
    for name, op in (*rule.when.items(), *rule.unless.items()):
        groups = apart(op, definitions)
        if len(groups) > 1:
            reasons = reasons_of(rule, name, definitions)
            for group in groups:
                if not any(getattr(reasons, reading) for reading in group):
                    yield name, group
