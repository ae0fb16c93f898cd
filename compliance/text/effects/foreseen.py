"""Put a change of a text to manifests before anybody has read it: the rule that is drafted from its words, in force.

The recorded clause ends on the day on which the new words begin, and a drafted clause of the same text takes its
place from that day on. What comes of it is a guess of where to look, never a position.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from compliance.model.answered.finding import Finding
from compliance.model.known.knowledge import Knowledge
from compliance.model.known.policy_text import ClauseChange, Effect, WatchedStep
from compliance.model.packs.clause_text import TaggedClause
from compliance.model.packs.instrument import Clause, Instrument, Version
from compliance.model.packs.rule import Pack
from compliance.text.draft.rule import Draft, draft_of_record, draft_of_text, rule_yaml
from compliance.text.read.segment import segment
from compliance.text.tag.tagger import tag

__all__ = ["Ask", "foreseen"]

Ask = Callable[[Knowledge, datetime.date], Iterable[Finding]]
"""Puts one manifest to what is known, as of a day."""
_DRAFTED = frozenset(("train-any", "train-competing", "compete", "distil-extract"))
_WEIGHT = ("not-applicable", "clear", "remote", "not-covered", "needs-facts", "arguable", "breach")


@dataclass(frozen=True, slots=True)
class _Change:
    """New words of a recorded clause, or of a text without one."""

    instrument: str
    clause: str
    rules: tuple[str, ...]
    tagged: tuple[TaggedClause, ...]


def foreseen(step: WatchedStep, known: Knowledge, manifests: Mapping[str, Ask]) -> WatchedStep:
    """Return a step with the rules drafted from its new words and what they would change in manifests."""
    drafts: list[str] = []
    effects: list[Effect] = []
    day = datetime.date.fromisoformat(step.date)
    stated = max((each for each in step.dates if each[:1] == "2"), default="")
    start = max(step.date, stated)
    changed = tuple(_changes(step, known))
    for change in changed:
        text = known.instruments[change.instrument]
        draft = draft_of_record(text, change.clause, change.tagged, known.registry.providers)
        drafts.append(rule_yaml(draft))
        then = _with(known, change, draft, start)
        for name, ask in manifests.items():
            effects += _effects(
                name, change, ask, (known, then), max(day, datetime.date.fromisoformat(start))
            )
    drafts += [rule_yaml(each) for each in _unrecorded(step)] if not step.cited else []
    asked = tuple(manifests) if changed else ()
    return replace(step, drafts=tuple(dict.fromkeys(drafts)), effects=tuple(effects), asked=asked)


def _unrecorded(step: WatchedStep) -> Iterable[Draft]:
    """A draft of the first new clause on training or competing, of a text in which no clause is recorded."""
    for change in step.changes:
        if change.sure and change.kind != "removed" and _DRAFTED & set(change.topics):
            for tagged in _tagged([change])[:1]:
                origin = f"{step.path} of {step.collection} at {step.commit[:10]}"
                fresh = tuple(each for each in tagged.tags if each.topic in change.topics)
                placed = replace(tagged.clause, line=change.new_line)
                yield draft_of_text(replace(tagged, clause=placed, tags=fresh or tagged.tags), origin)
            return


def _changes(step: WatchedStep, known: Knowledge) -> Iterable[_Change]:
    """The recorded clauses whose words changed and whose new words are not recorded yet."""
    for each in step.cited:
        instrument, _, clause = each.name.partition("#")
        if each.recorded or clause not in getattr(known.instruments.get(instrument), "clauses", {}):
            continue
        touched = [one for one in step.changes if each.name in one.cited]
        yield _Change(instrument, clause, each.rules, _tagged([*touched, *_in_its_place(step, touched)]))


def _in_its_place(step: WatchedStep, touched: Sequence[ClauseChange]) -> Iterable[ClauseChange]:
    """What a text says instead of a clause on training or competing, in words too different to be its new ones.

    Without it a ban that was written anew, and wider, would look like one that fell away.
    """
    if any(each.new for each in touched) or not any(_DRAFTED & set(each.topics) for each in touched):
        return
    for each in step.changes:
        if each.kind == "added" and each.sure and not each.cited and _DRAFTED & set(each.topics):
            yield each


def _tagged(changes: Sequence[ClauseChange]) -> tuple[TaggedClause, ...]:
    return tuple(
        each for change in changes if change.new for each in tag(segment(change.new, "text")) if each.tags
    )


def _with(known: Knowledge, change: _Change, draft: Draft, start: str) -> Knowledge:
    """What is known, with the recorded clause ended and the drafted one in force from a day on."""
    text = known.instruments[change.instrument]
    lazy = _Overlay(known.instruments, {change.instrument: _followed(text, change.clause, start)})
    if not change.tagged:
        return replace(known, instruments=lazy)
    told = yaml.safe_load(rule_yaml(replace(draft, clause=_next(change.clause))))
    cited = next((found[1] for each in change.rules if (found := known.find_rule(each))), None)
    for rule in told["rules"]:
        rule["status"] = "in-force"
        rule["parties"] = list(cited.parties) if cited else rule["parties"]
    return replace(known, packs=(*known.packs, Pack.model_validate(told)), instruments=lazy)


def _next(clause: str) -> str:
    return f"{clause}-as-changed"


def _followed(text: Instrument, key: str, start: str) -> Instrument:
    """A text whose clause ends on a day, with a further clause from that day on."""
    clause = text.clauses[key]
    versions = tuple(
        each.model_copy(update={"to": start}) if each.to is None and each.from_ < start else each
        for each in clause.versions
    )
    fresh = Version.model_validate({"from": start, "from_basis": "assumed"})
    following = clause.model_copy(update={"versions": (fresh,)})
    ended: dict[str, Clause] = {key: clause.model_copy(update={"versions": versions}), _next(key): following}
    return text.model_copy(update={"clauses": {**text.clauses, **ended}})


class _Overlay(Mapping[str, Instrument]):
    """Texts of which some are replaced, without reading the others."""

    def __init__(self, under: Mapping[str, Instrument], over: Mapping[str, Instrument]) -> None:
        """Take all texts, and those that stand in the place of some."""
        self._under, self._over = under, over

    def __getitem__(self, key: str) -> Instrument:
        return self._over[key] if key in self._over else self._under[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._under)

    def __len__(self) -> int:
        return len(self._under)


def _effects(
    name: str, change: _Change, ask: Ask, known: tuple[Knowledge, Knowledge], day: datetime.date
) -> list[Effect]:
    """Compare the positions of a manifest on the rules that cite the clause, and on the drafted one."""
    now, then = (_positions(ask(each, day), change.rules) for each in known)
    found = []
    for release, source, party in sorted({*now, *then}):
        before, after = (told.get((release, source, party), "not-applicable") for told in (now, then))
        if before != after:
            found.append(
                Effect(name, release, source, party, f"{change.instrument}#{change.clause}", before, after)
            )
    return found


def _positions(findings: Iterable[Finding], rules: Sequence[str]) -> dict[tuple[str, str, str], str]:
    """The heaviest position of some rules and of drafts, by release, source and party."""
    told: dict[tuple[str, str, str], str] = {}
    for each in findings:
        if each.rule in rules or each.rule.startswith("draft/"):
            key = (each.release, each.source_name or each.source or "", each.party)
            held = told.get(key, "not-applicable")
            told[key] = max(held, str(each.position.value), key=_WEIGHT.index)
    return told
