"""What an answer turns on really flips it."""

from __future__ import annotations

import copy
import functools
import itertools
import operator
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.evaluate import evaluate
from compliance.evaluate.ask import contribution
from compliance.model.answered.finding import ElementResult, Finding
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.truth import Position, Readings, Truth, position_of
from compliance.resolve import resolve
from tests.evaluate.single import GEN, TUNE
from tests.evaluate.world import AS_OF, FACTS, REGISTRY, RELEASE, evaluated, finding, manifest, world
from tests.strategies import manifest_data, manifests, rules

USED = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student", "copy"]}}
RULE: dict[str, Any] = {"when": {"used": USED, "rival": {"definition": "rival"}}}


def found(given_: Manifest, rule: dict[str, Any] = RULE) -> Finding:
    one = finding(rule, given_)
    assert one is not None
    return one


def of_release(**changed: Any) -> Manifest:
    values = {key: value for key, value in {**RELEASE, **changed}.items() if value is not None}
    return manifest(releases=[values])


def turns(one: Finding) -> set[tuple[str, tuple[str, ...], str]]:
    return {(turn.kind, turn.names, turn.to.value) for turn in one.turns_on}


def test_an_arguable_answer_turns_on_the_element_whose_readings_part() -> None:
    one = found(of_release(function="code"))
    assert one.position is Position.ARGUABLE
    assert turns(one) == {("reading", ("rival",), "remote"), ("reading", ("rival",), "breach")}


def test_a_remote_answer_turns_on_every_element_that_only_the_broad_reading_finds() -> None:
    one = found(manifest(steps=[GEN, {**TUNE, "kind": "bundle"}], releases=[{**RELEASE, "function": "ocr"}]))
    assert one.position is Position.REMOTE
    assert turns(one) == {("reading", ("used", "rival"), "arguable")}


def test_a_missing_fact_is_named_with_the_positions_that_its_answers_give() -> None:
    one = found(of_release(function=None))
    assert one.position is Position.NEEDS_FACTS
    assert (one.low, one.high) == (Position.REMOTE, Position.BREACH)
    assert turns(one) == {
        ("fact", ("release.function@m",), "breach"),
        ("fact", ("release.function@m",), "arguable"),
        ("fact", ("release.function@m",), "remote"),
    }
    [answered] = one.answers
    assert (answered.if_for, answered.if_against) == (Position.REMOTE, Position.BREACH)


def test_two_facts_that_only_decide_together_are_named_together() -> None:
    both = {"all": [{"fact": "release.flop", "over": 5}, {"fact": "release.base_flop", "over": 5}]}
    neither = {
        "any": [
            both,
            {"not": {"any": [{"fact": "release.flop", "over": 5}, {"fact": "release.base_flop", "over": 5}]}},
        ]
    }
    one = found(manifest(), {"when": {"alike": neither}})
    pair = ("release.flop@m", "release.base_flop@m")
    assert turns(one) == {("fact", pair, "breach"), ("fact", pair, "clear")}


@pytest.mark.parametrize("fact", ["step.period", "release.license", "source.plan"])
def test_every_question_of_a_text_can_be_settled_by_its_answer(fact: str) -> None:
    permitted = {"in_force": {"instrument": "one/terms", "clause": "permit", "at": "step"}}
    dropped = {"licence": {"of": "release", "in": ["free"]}}
    gen = {key: value for key, value in GEN.items() if key != "period" or fact != "step.period"}
    given_ = manifest(steps=[gen, TUNE], releases=[{k: v for k, v in RELEASE.items() if k != "license"}])
    rule: dict[str, Any] = {"when": {"asked": dropped if fact == "release.license" else permitted}}
    if fact == "source.plan":
        chat = {"kind": "service", "name": "one-chat-1", "provider": "one", "route": "direct"}
        given_ = manifest(artifacts={"chat": chat, "rows": {"kind": "dataset"}, "m": {"kind": "model"}})
    one = found(given_, rule)
    assert [missing.fact for missing in one.missing] == [fact]
    assert {turn.to for turn in one.turns_on} == {Position.BREACH, Position.CLEAR}


def read_at(element: ElementResult, reading: str) -> ElementResult:
    """The element read narrowly or broadly from the restriction's side, for the reading that is asked."""
    narrow, plain, broad = contribution(element)
    moved = Readings(plain, plain, broad) if reading == "plain" else Readings.of(narrow, narrow, broad)
    readings = ~moved if element.exception else moved
    return ElementResult(element.name, element.exception, readings, element.sentence)


@given(manifests(), st.lists(rules(), min_size=1, max_size=5))
def test_reading_the_named_elements_otherwise_moves_the_position(
    given_: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    for one in evaluated(world(*given_rules), given_).findings:
        for turn in one.turns_on:
            if turn.kind == "reading" and one.position is Position.ARGUABLE:
                reading = "plain" if turn.to is Position.BREACH else "narrow"
                elements = [read_at(e, reading) if e.name in turn.names else e for e in one.elements]
                moved = position_of(functools.reduce(operator.and_, map(contribution, elements)))
                assert turn.to is moved


def test_an_element_whose_narrow_reading_is_open_is_no_turn_downwards() -> None:
    def parts(narrow: str) -> dict[str, Any]:
        words = {"narrow": narrow, "plain": "yes", "broad": "yes"}
        return {"readings": {name: {"always": word, "because": "…"} for name, word in words.items()}}

    one = found(manifest(), {"when": {"open": parts("unknown"), "shut": parts("no")}})
    assert turns(one) == {("reading", ("shut",), "remote"), ("reading", ("open", "shut"), "breach")}


def answered(data: dict[str, Any], keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The manifest with every answer to these questions, where they are of the release, its publisher or a step."""
    choices = []
    for key in keys:
        fact, _, subject = key.partition("@")
        entry = FACTS[fact]
        choices.append([(fact, subject, word) for word in (entry.words or ("yes", "no"))])
    for combination in itertools.product(*choices):
        full = copy.deepcopy(data)
        for fact, subject, word in combination:
            scope, _, name = fact.partition(".")
            _state(full, scope, name, subject, word)
        yield full


def _state(full: dict[str, Any], scope: str, name: str, subject: str, word: str) -> None:
    if scope == "release":
        holder = next(r for r in full["releases"] if r["artifact"] == subject)
    elif scope == "step":
        holder = next(s for s in full["steps"] if s["id"] == subject)
    else:
        holder = full["publisher"]
    if name in ("purpose", "incident"):
        holder["facts"][name] = word
    else:
        holder[name] = word


SETTLED_BY = ("release.function", "release.access", "release.commercial", "publisher.kind", "step.purpose")


def answerable(question: str, data: dict[str, Any]) -> bool:
    """Whether the manifest has a place for the answer: steps of known ancestry are not in it."""
    fact, _, subject = question.partition("@")
    return fact in SETTLED_BY and (
        not fact.startswith("step.") or subject in {s["id"] for s in data["steps"]}
    )


@given(manifest_data(), st.lists(rules(), min_size=1, max_size=5))
def test_some_answer_to_the_named_facts_gives_the_named_position(
    data: dict[str, Any], given_rules: list[dict[str, Any]]
) -> None:
    knowledge = world(*given_rules)
    for one in evaluated(knowledge, Manifest.model_validate(data)).findings:
        for turn in one.turns_on if one.own else ():
            if turn.kind != "fact" or not all(answerable(name, data) for name in turn.names):
                continue
            reached = set()
            for full in answered(data, turn.names):
                after = evaluate(resolve(Manifest.model_validate(full), REGISTRY), knowledge, AS_OF).findings
                reached |= {f.position for f in after if f.identity == one.identity}
            assert turn.to in reached, (one.rule, turn)


@given(manifests(), st.lists(rules(), min_size=1, max_size=5))
def test_what_is_undecided_asks_and_what_is_decided_does_not(
    given_: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    for one in evaluated(world(*given_rules), given_).findings:
        assert bool(one.missing) == (Truth.UNKNOWN in tuple(one.readings))
        at_most_remote = tuple(one.readings) == (Truth.NO, Truth.NO, Truth.UNKNOWN)
        assert (one.position is Position.NEEDS_FACTS or at_most_remote) == bool(one.answers)
