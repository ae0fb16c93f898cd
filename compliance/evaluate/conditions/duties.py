"""What a rule asks to be shown, named or handed along, in the literal words that would meet it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from compliance.evaluate.conditions.notices import as_read
from compliance.evaluate.conditions.operators import evaluate
from compliance.evaluate.context import Context
from compliance.evaluate.select import alternatives
from compliance.model.answered.finding import ClauseInForce, Duty
from compliance.model.names.registry import LicenceRecord
from compliance.model.names.set_words import set_lines
from compliance.model.packs import operator
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Truth
from compliance.patterns import regex
from compliance.values import replace


def duties(rule: Rule, context: Context, clauses: Sequence[ClauseInForce]) -> tuple[Duty, ...]:
    """Everything that the rule asks to be shown or handed along, met or not, each once."""
    found = [one for op in rule.unless.values() for one in _wanted(op, context, holds=True)]
    found += [one for op in rule.when.values() for one in _wanted(op, context, holds=False)]
    texts = [
        context.knowledge.instruments[c.instrument]
        for c in clauses
        if c.instrument in context.knowledge.instruments
    ]
    return tuple(dict.fromkeys(_in_full(one, texts) for one in found))


def _wanted(op: Any, context: Context, *, holds: bool) -> list[Duty]:
    """What would make an operator hold, or not hold, as far as it is a matter of words."""
    if isinstance(op, operator.DefinitionOp):
        return _wanted(context.knowledge.definitions[op.definition].test, context, holds=holds)
    if isinstance(op, operator.Not):
        return _wanted(op.not_, context, holds=not holds)
    if isinstance(op, operator.ByReading):
        return _wanted(op.readings.plain, context, holds=holds)
    if isinstance(op, operator.AllOf | operator.AnyOf):
        parts = op.all if isinstance(op, operator.AllOf) else op.any
        every = isinstance(op, operator.AllOf) == holds
        if every and holds and any(_is_of_another(part, context) for part in parts):
            return []
        told = [_wanted(part, context, holds=holds) for part in parts]
        return [one for each in told for one in each] if every else _one_of(parts, told, context, holds=holds)
    return list(_leaf(op, context)) if holds else []


def _one_of(parts: Sequence[Any], told: Sequence[list[Duty]], context: Context, *, holds: bool) -> list[Duty]:
    """Of several ways, each of which will do: none where another than words does already, else the ways by words."""
    for part, words in zip(parts, told, strict=True):
        reached = Truth.YES if holds else Truth.NO
        if not words and (
            evaluate(part, context).readings.plain is reached or (holds and _of_others(part, context))
        ):
            return []
    ways = [words for words in told if words]
    if len(ways) > 1 and all(len(words) == 1 and words[0].kind == ways[0][0].kind for words in ways):
        states = [words[0].state for words in ways]
        best = next((s for s in ("shown", "not-stated") if s in states), "missing")
        return [replace(ways[0][0], words=tuple(w for words in ways for w in words[0].words), state=best)]  # type: ignore[arg-type]
    return ways[0] if ways else []


def _is_of_another(op: Any, context: Context) -> bool:
    """Whether an operator asks for licences of the source, of which the source names others alone."""
    if not isinstance(op, operator.LicenceOp) or op.licence.of != "source" or context.source is None:
        return False
    named = {one for ids in alternatives(context.source) for one in ids}
    return bool(named and op.licence.in_) and named.isdisjoint(op.licence.in_)


def _of_others(part: Any, context: Context) -> bool:
    """Whether words are those of licences of which the source names none, though it may stand under one unnamed."""
    return isinstance(part, operator.Not) and _is_of_another(part.not_, context)


_STATE = {Truth.YES: "shown", Truth.NO: "missing", Truth.UNKNOWN: "not-stated"}


def _leaf(op: Any, context: Context) -> Iterator[Duty]:
    source = context.source
    if isinstance(op, operator.LicenceOp) and op.licence.of == "source" and source is not None:
        yield from _of_licence(op, context)
    elif isinstance(op, operator.FactOp):
        of = source.name if source else ""
        state: Any = _STATE[evaluate(op, context).readings.plain]
        if op.fact == "release.notices" and op.contains:
            yield Duty("notice", (op.contains,), of, state)
        elif op.fact == "release.notices" and op.mentions == "source.name" and source is not None:
            label = f"{source.name} ({source.licence_text})" if source.licence_text else source.name
            yield Duty("credit", (label,), of, state)
        elif op.fact == "release.name" and op.starts_with:
            yield Duty("name-prefix", (op.starts_with,), of, state)


def _of_licence(op: operator.LicenceOp, context: Context) -> Iterator[Duty]:
    """Copies and notices that the licences of the source ask for."""
    test, source = op.licence, context.source
    if source is None or not (test.copied or test.noticed):
        return
    wanted, registry = test.copied or test.noticed, context.knowledge.registry.licences
    held = dict.fromkeys(
        one for ids in alternatives(source) for one in ids if one in wanted and one in registry
    )
    state: Any = _STATE[evaluate(op, context).readings.plain]
    for record in (registry[one] for one in held):
        if test.copied:
            yield Duty("licence-copy", (record.title,), source.name, state, record.spdx or record.id)
        elif record.notice:
            yield from _notices(record, context, source.name, state)


def _notices(record: LicenceRecord, context: Context, of: str, state: Any) -> Iterator[Duty]:
    """The set line of a licence in full where its text is held; else every word that its notices have."""
    text = context.knowledge.instruments.get(record.instrument or "")
    lines = (
        [line for line in set_lines(text) if all(as_read(word) in as_read(line) for word in record.notice)]
        if text
        else []
    )
    if lines:
        released = context.source.released if context.source is not None else None
        yield Duty("notice", (of_its_year(lines, released),), of, state)
        return
    for word in record.notice:
        yield Duty("notice", (word,), of, state)


_YEAR = regex(r"(?<=[©)] )(?:19|20)\d\d\b")
_IN_THE_FILE = "[year as in the licence file]"


def of_its_year(lines: Sequence[str], released: str | None) -> str:
    """The line in the file of a release; where only its year would tell which, the year is left to that file."""
    alike = len({_YEAR.sub("", line) for line in lines}) < len(lines)
    if not alike:
        return lines[0]
    fitting = [line for line in lines if released and f" {released[:4]} " in line]
    return fitting[0] if fitting else _YEAR.sub(_IN_THE_FILE, lines[0])


def _in_full(duty: Duty, texts: Sequence[Instrument]) -> Duty:
    """The words as the text has them, where a rule gives them in short or in small letters."""
    if duty.kind not in ("notice", "name-prefix"):
        return duty
    lines = [line for text in texts for line in set_lines(text)]
    full = (next((line for line in lines if as_read(word) in as_read(line)), word) for word in duty.words)
    return replace(duty, words=tuple(dict.fromkeys(full)))
