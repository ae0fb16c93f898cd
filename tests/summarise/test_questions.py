"""What a report asks: one question of a kind, only where the answer counts, and never what nobody here can answer."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import MAKING, TEXT_NOT_HELD, Finding, MissingFact, Turn
from compliance.model.answered.making_asked import base_question
from compliance.model.answered.report import AnswerLine, Question
from compliance.model.declared.lineage import Artifact, Contradiction, Lineage, Making
from compliance.model.declared.manifest import Manifest
from compliance.model.declared.route import Route
from compliance.model.packs.truth import Position, Readings, Truth, position_of, position_range
from compliance.pipeline import check_text
from compliance.resolve import resolve
from compliance.summarise.questions import NOTICES, _once, rank

NO, MAYBE, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
OPEN = Readings(NO, MAYBE, YES)
BARE = resolve(
    Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": "Lab"},
            "artifacts": {"m": {"kind": "model"}},
            "releases": [{"artifact": "m", "name": "lab/m"}],
        }
    ),
    load_packs(cache=False).registry,
)


def _lineage(*artifacts: Artifact) -> Lineage:
    return replace(BARE, artifacts={**BARE.artifacts, **{one.id: one for one in artifacts}})


def _unmade(key: str, kind: str = "dataset", hint: str = "") -> Artifact:
    return Artifact(key, kind, key, making=Making("open", "nobody said it", (hint,) if hint else ()))


def _finding(source: str, *missing: MissingFact, readings: Readings = OPEN, **changes: Any) -> Finding:
    low, high = position_range(readings)
    value = Finding(
        rule="a/rule",
        title="A rule",
        family="family:a",
        norm="prohibition",
        force="in-force",
        party="releaser",
        party_name="Lab",
        release="m",
        source=source,
        source_name=source.upper(),
        position=position_of(readings),
        low=low,
        high=high,
        readings=readings,
        own=True,
        missing=missing,
    )
    return replace(value, **changes)


def _made(key: str, reach: str = "student", **changes: Any) -> Finding:
    fact = MissingFact(MAKING, key, f"How was {key} made?")
    route = Route(reach, (), 0)  # type: ignore[arg-type]
    settling = Turn("fact", (fact.key,), Position.CLEAR)
    values = {"rule": "gaps/making", "cause": "making@m", "routes": (route,), "turns_on": (settling,)}
    return _finding(key, fact, **{**values, **changes})


def test_how_upstreams_were_made_is_one_question_for_a_release() -> None:
    lineage = _lineage(_unmade("rows"), _unmade("more"))
    (question,) = rank([_made("rows"), _made("more")], lineage)
    assert (question.missing.fact, question.settles, len(question.findings)) == (MAKING, 2, 2)
    assert question.missing.question == (
        "How did more and rows come about, and did a model or service write or label any of it?"
    )


def test_one_upstream_alone_is_asked_in_its_own_words() -> None:
    (question,) = rank([_made("rows")], _lineage(_unmade("rows")))
    assert question.missing.question == "How was rows made?"


def test_each_release_has_its_own_question_on_making() -> None:
    findings = [_made("rows"), _made("rows", release="n", cause="making@n")]
    assert [len(question.findings) for question in rank(findings, _lineage(_unmade("rows")))] == [1, 1]


def test_the_weights_from_which_training_went_on_are_a_question_of_their_own_and_come_first() -> None:
    making = Making("open", "step tune goes on training and does not say from which weights", step="tune")
    tuned = Artifact("m", "model", "lab/m", making=making)
    fact = MissingFact(MAKING, "m", base_question("tune", "lab/m"))
    found = _finding(
        "m", fact, rule="gaps/making", cause="making@m", turns_on=(Turn("fact", (fact.key,), Position.CLEAR),)
    )
    first, second = rank([found, _made("rows")], _lineage(tuned, _unmade("rows")))
    assert (first.missing, first.settles) == (fact, 1)
    assert [(line.path, line.value) for line in first.lines] == [
        (("artifacts", "base-of-tune"), "{kind: model, name: FILL-IN}"),
        (("steps", "tune", "inputs", "base"), "base-of-tune"),
    ]
    assert second.missing.subject == "rows"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            [(_unmade("a-base", "model"), "derivative"), (_unmade("z-rows"), "student")],
            ["z-rows", "a-base"],
        ),
        (
            [(_unmade("a-rows"), "student"), (_unmade("z-claude-base", "model", "claude"), "derivative")],
            ["z-claude-base (its name holds “claude”)", "a-rows"],
        ),
        ([(_unmade("a-rows"), "copy"), (_unmade("z-base", "model"), "derivative")], ["z-base", "a-rows"]),
        ([(_unmade("b"), "student"), (_unmade("a"), "student")], ["a", "b"]),
    ],
    ids=["data before weights", "a provider's word first", "weights before what is merely held", "by name"],
)
def test_what_tells_most_is_asked_first(given: list[tuple[Artifact, str]], expected: list[str]) -> None:
    lineage = _lineage(*(one for one, _ in given))
    (question,) = rank([_made(one.id, reach) for one, reach in given], lineage)
    assert question.missing.subject == expected[0].split(" ")[0]
    named = question.missing.question.removeprefix("How did ").partition(" come about, and")[0]
    assert expected == named.split(" and ")


def test_notices_and_licence_copies_are_one_question_for_a_release() -> None:
    notices, copies = (MissingFact(name, "m", f"{name}?") for name in NOTICES)
    findings = [_finding("base", notices), _finding("rows", copies, rule="a/copy")]
    (question,) = rank(findings, BARE)
    assert (question.missing.subject, question.settles, len(question.findings)) == ("m", 2, 2)
    assert question.missing.question == (
        "Which notices and licence texts ship with lab/m? They are due for BASE, ROWS."
    )


def test_of_many_releases_a_question_on_notices_names_the_first_and_counts_the_rest() -> None:
    facts = [MissingFact(NOTICES[0], f"m{number}", "Which?") for number in range(5)]
    findings = [_finding("base", one, release=one.subject, cause="notices:base") for one in facts]
    (question,) = rank(findings, BARE)
    assert question.missing.question.startswith(
        "Which notices and licence texts ship with m0, m1 and 3 more?"
    )


@pytest.mark.parametrize(("count", "words"), [(2, "both releases"), (4, "all 4 releases")])
def test_a_question_on_notices_of_all_releases_names_them_together(count: int, words: str) -> None:
    (first,) = BARE.releases
    lineage = replace(
        BARE, releases=tuple(first.model_copy(update={"id": f"m{number}"}) for number in range(count))
    )
    facts = [MissingFact(NOTICES[0], f"m{number}", "Which?") for number in range(count)]
    findings = [_finding("base", one, release=one.subject, cause="notices:base") for one in facts]
    (question,) = rank(findings, lineage)
    assert question.missing.question.startswith(f"Which notices and licence texts ship with {words}?")


def test_a_duty_that_waits_for_more_than_notices_is_not_settled_by_them() -> None:
    notices, date = MissingFact(NOTICES[0], "m", "Which?"), MissingFact("release.date", "m", "When?")
    found = {q.missing.fact: q.settles for q in rank([_finding("base", notices, date)], BARE)}
    assert found == {NOTICES[1]: 0, "release.date": 0}


def test_notices_of_two_releases_are_two_questions() -> None:
    findings = [
        _finding("base", MissingFact(NOTICES[0], release, "Which?"), release=release)
        for release in ("m", "n")
    ]
    assert [question.missing.subject for question in rank(findings, BARE)] == ["m", "n"]


@pytest.mark.parametrize(
    "changes",
    [
        {"readings": Readings(NO, NO, MAYBE)},
        {"everywhere": True},
        {"own": False},
        {"force": "proposed"},
        {"readings": Readings(YES, YES, YES)},
    ],
    ids=["remote at most", "a place nobody named", "another party's", "a bill", "decided"],
)
def test_what_counts_for_nothing_is_not_asked(changes: dict[str, Any]) -> None:
    fact = MissingFact("release.date", "m", "When?")
    assert len(rank([_finding("rows", fact)], BARE)) == 1
    assert rank([_finding("rows", fact, **changes)], BARE) == ()


def test_a_fact_of_several_names_in_one_entry_is_asked_once() -> None:
    lineage = _lineage(*(Artifact(f"chat#{n}", "service", f"chat-{n}") for n in (1, 2)))
    facts = [MissingFact("source.route", f"chat#{n}", f"Which channel served chat-{n}?") for n in (1, 2)]
    (question,) = rank([_finding(fact.subject, fact) for fact in facts], lineage)
    assert question.missing.question == "Which channel served chat-1 and chat-2?"
    assert len(question.findings) == 2


def test_facts_of_two_entries_are_asked_apart() -> None:
    lineage = _lineage(*(Artifact(key, "service", key) for key in ("chat", "talk")))
    findings = [
        _finding(key, MissingFact("source.route", key, f"Which channel of {key}?"))
        for key in ("chat", "talk")
    ]
    assert [q.missing.subject for q in rank(findings, lineage)] == ["chat", "talk"]


def test_a_text_that_the_packs_do_not_hold_is_nobody_s_to_answer() -> None:
    held, date = MissingFact(TEXT_NOT_HELD, "one/terms", "Text?"), MissingFact("release.date", "m", "When?")
    assert rank([_finding("chat", held)], BARE) == ()
    assert [q.missing.fact for q in rank([_finding("chat", held, date)], BARE)] == ["release.date"]


@pytest.mark.parametrize(
    ("licence", "line"),
    [
        (None, (("artifacts", "m", "license"), "FILL-IN")),
        ("none", (("releases", "m", "facts", "grant_shown"), "true")),
    ],
)
def test_a_release_without_a_licence_is_asked_for_one_and_one_that_says_so_for_a_grant(
    licence: str | None, line: tuple[tuple[str, ...], str]
) -> None:
    released = replace(
        BARE, releases=tuple(one.model_copy(update={"license": licence}) for one in BARE.releases)
    )
    fact = MissingFact("release.grant_shown", "m", "Is there a written licence?")
    (question,) = rank([_finding("m", fact)], released, load_packs(cache=False).facts)
    assert [(one.path, one.value) for one in question.lines] == [line]


def test_a_licence_that_the_registry_tells_otherwise_is_asked_as_that() -> None:
    against = Contradiction("licence", "MIT", "cc-by-nc-4.0", "record a", "full-text")
    lineage = _lineage(
        Artifact("a", "dataset", "lab/a", contradictions=(against,)),
        Artifact("b", "dataset", "lab/b"),
    )
    asked = [MissingFact("source.license", key, f"Which licence came with lab/{key}?") for key in "ab"]
    (of_a, of_b) = sorted(
        rank([_finding("a", asked[0]), _finding("b", asked[1])], lineage), key=lambda one: one.missing.subject
    )
    assert (of_a.missing.fact, of_a.lines[0].path) == (
        "source.record_settled",
        ("artifacts", "a", "against_record"),
    )
    assert "(licence: MIT in the manifest, cc-by-nc-4.0 in record a)" in of_a.missing.question
    assert (of_b.missing.question, of_b.lines[0].path) == (asked[1].question, ("artifacts", "b", "license"))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("[{name: letters, license: CC0-1.0}, {name: plays, license: CC-BY-4.0}]", {"rows"}),
        ("[{name: plays, license: CC-BY-4.0, share: 0.2}]", {"rows"}),
        ("[{name: letters, of: other}, {name: plays, license: CC-BY-4.0}]", {"rows", "other"}),
    ],
)
def test_parts_are_made_as_their_whole_is(parts: str, expected: set[str]) -> None:
    text = f"""
lineage: 1
project: {{id: p}}
publisher: {{name: Harbour Works, kind: company, country: US}}
artifacts:
  other: {{kind: dataset, name: Tides of old, origin: third-party, license: CC0-1.0}}
  rows: {{kind: dataset, name: Harbour texts, origin: third-party, license: CC-BY-4.0, parts: {parts}}}
  m: {{kind: model, name: harbour/m}}
steps: [{{id: t, kind: train, inputs: {{data: rows}}, outputs: m, period: 2025-01}}]
releases: [{{artifact: m, date: 2025-02-01, license: MIT, access: open-weights, commercial: true, function: code}}]
"""
    report = check_text(text, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    lines = [line.path for one in report.questions if one.missing.fact == MAKING for line in one.lines]
    assert {path[1] for path in lines if path[-1] == "documented"} == expected


def test_a_question_settles_no_more_than_waits_for_it() -> None:
    line = AnswerLine(("artifacts", "net", "license"), "MIT", (), None)
    found = (("r", "net", "m", "releaser"), ("s", "net", "m", "releaser"))
    both = [
        Question(MissingFact(fact, "net", "Which licence?", "licence"), found, settles=2, lines=(line,))
        for fact in ("source.license", "source.record_settled")
    ]
    (one,) = _once(both)
    assert (one.settles, one.findings) == (2, found)
