"""What has to be shown, named or handed along stands in literal words, and these words meet it."""

from __future__ import annotations

import datetime
import functools
from typing import Any

import pytest
import yaml

from compliance import pipeline
from compliance.evaluate.conditions.duties import of_its_year
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Duty, Finding
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.registry import LicenceRecord
from compliance.model.packs import operator

DAY = datetime.date(2026, 11, 26)
LITERAL = ("notice", "badge", "credit_line", "name_prefix")
COPIES = ("copy_", "keep_notices", "pass_on")
PACKS = load_packs()


def _asks(record: LicenceRecord, packs: Knowledge) -> bool:
    """Whether a clause that rules read asks for words to be shown, or for a text to go along."""
    text = packs.instruments.get(record.instrument or "")
    versions = [
        version
        for clause in (text.clauses.values() if text else ())
        if clause.no_rule is None
        for version in (clause, *clause.versions)
    ]
    return bool(record.notice) or any(
        getattr(one, field) for one in versions for field in (*LITERAL, *COPIES)
    )


UNSETTLED = ("llama-unspecified",)
"""Labels that stand for one of several texts."""
RECORDS = sorted(
    {*UNSETTLED, *(key for key, record in PACKS.registry.licences.items() if _asks(record, PACKS))}
)


UNCHANGED = ("apple-ascl",)
"""Licences that ask for their text only where the work goes on whole and as it is."""


def _manifest(record: LicenceRecord, **release: Any) -> dict[str, Any]:
    """Something made from a work under the licence, or the work itself, given to others under the same one."""
    text = PACKS.instruments.get(record.instrument or "")
    kind = "dataset" if record.kind in ("data", "content") else "model"
    licence = record.spdx or record.id
    made: dict[str, Any] = (
        {"kind": "finetune", "inputs": {"base": "base", "data": "rows"}}
        if kind == "model"
        else {"kind": "mix", "inputs": {"data": ["base", "rows"]}}
    )
    base = {"kind": kind, "name": "someone/base", "license": licence, "origin": "people"}
    as_it_is = record.id in UNCHANGED
    return {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Lab", "kind": "company", "country": "US"},
        "artifacts": {
            "base": {**base, "developer": text.publisher if text else "Someone"},
            "rows": {"kind": "dataset", "name": "own rows", "origin": "own", "license": "CC0-1.0"},
            "out": {"kind": kind},
        },
        "steps": [] if as_it_is else [{"id": "make", **made, "outputs": ["out"], "period": "2026-10"}],
        "releases": [
            {
                "artifact": "base" if as_it_is else "out",
                "name": "lab/out",
                "date": "2026-11-01",
                "license": licence,
                "access": "open-weights" if kind == "model" else "public",
                "commercial": True,
                "function": "general-purpose" if kind == "model" else "dataset",
                **release,
            }
        ],
    }


def _student(record: LicenceRecord, **release: Any) -> dict[str, Any]:
    """A model of another family, trained on what weights under the licence wrote, and put out under it."""
    manifest = _manifest(record, **release)
    start = {"kind": "model", "name": "EleutherAI/pythia-12b", "license": "Apache-2.0"}
    write = {
        "id": "write",
        "kind": "generate",
        "inputs": {"teacher": "base"},
        "outputs": ["answers"],
        "period": "2026-10",
    }
    learn = {
        "id": "learn",
        "kind": "finetune",
        "inputs": {"base": "start", "data": "answers"},
        "outputs": ["out"],
    }
    manifest["artifacts"] |= {"start": start, "answers": {"kind": "dataset"}}
    return {**manifest, "steps": [write, {**learn, "period": "2026-10"}]}


def _found(manifest: dict[str, Any]) -> list[Finding]:
    text = yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True)
    report = pipeline.check_text(text, "lineage.yaml", packs=PACKS, as_of=DAY)
    return [finding for finding in report.findings if finding.own and finding.duties]


def _owed(findings: list[Finding]) -> list[Duty]:
    return [duty for finding in findings for duty in finding.duties if duty.state != "shown"]


def test_every_text_with_literal_words_is_looked_at() -> None:
    assert len(RECORDS) > 100


def _text(name: str) -> str:
    """A licence by its name; of a word for several texts one of them, since the word tells of no copy."""
    record = PACKS.registry.licences.get(name)
    return record.members[0] if record and "ambiguous" in record.traits and record.members else name


@pytest.mark.parametrize("key", RECORDS)
def test_the_literal_words_of_a_text_meet_what_it_asks_for(key: str) -> None:
    record = PACKS.registry.licences[key]
    before = _found(_manifest(record))
    owed = _owed(before)
    prefixes = [duty.words[0] for duty in owed if duty.kind == "name-prefix"]
    after = _found(
        _manifest(
            record,
            name=f"lab/{prefixes[0]}-out" if prefixes else "lab/out",
            notices=[duty.words[0] for duty in owed if duty.kind in ("notice", "credit")],
            license_copies=[_text(duty.paste) for duty in owed if duty.kind == "licence-copy"],
        )
    )
    assert owed
    assert _owed(after) == []


STUDENTS = sorted(
    next(
        rule for _, rule in PACKS.rules() if rule.id == "model-licences/student-pass-on"
    ).about.source.licence  # type: ignore[union-attr]
)


@pytest.mark.parametrize("key", STUDENTS)
def test_the_literal_words_of_a_text_meet_what_it_asks_of_a_student(key: str) -> None:
    record = PACKS.registry.licences[key]
    owed = _owed(_found(_student(record)))
    after = _found(
        _student(
            record,
            name="lab/" + next((duty.words[0] for duty in owed if duty.kind == "name-prefix"), "out"),
            notices=[duty.words[0] for duty in owed if duty.kind in ("notice", "credit")],
            license_copies=[_text(duty.paste) for duty in owed if duty.kind == "licence-copy"],
        )
    )
    assert owed
    assert _owed(after) == []


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ({}, {"not-stated"}),
        ({"notices": [], "license_copies": []}, {"missing"}),
        ({"notices": ["Built with Llama"], "license_copies": []}, {"missing", "shown"}),
    ],
    ids=["nothing stated", "nothing there", "the badge alone"],
)
def test_what_is_there_already_is_told_apart(release: dict[str, Any], expected: set[str]) -> None:
    found = _found(_manifest(PACKS.registry.licences["llama3.1"], **release))
    passed_on = [one for one in found if one.rule == "model-licences/pass-on"]
    assert {duty.state for one in passed_on for duty in one.duties} == expected


def test_the_words_are_those_of_the_text_and_not_of_the_rule() -> None:
    found = _found(_manifest(PACKS.registry.licences["llama3.1"]))
    assert "Built with Llama" in {word for duty in _owed(found) for word in duty.words}


def _without_a_licence(rule: str, *notices: str) -> list[Finding]:
    """Something made with a service or program whose terms ask for words, none of which a licence of weights brings."""
    source, kind, step, role, released = OTHERS[rule]
    manifest = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Lab", "kind": "company", "country": "US"},
        "artifacts": {"base": source, "out": {"kind": kind}},
        "steps": [
            {"id": "make", "kind": step, "inputs": {role: "base"}, "outputs": ["out"], "period": "2026-10"}
        ],
        "releases": [
            {"artifact": "out", "name": "lab/out", "date": "2026-11-01", "notices": list(notices), **released}
        ],
    }
    return [one for one in _found(manifest) if one.rule == rule]


OTHERS: dict[str, tuple[dict[str, str], str, str, str, dict[str, str]]] = {
    "other-providers/badge": (
        {"kind": "service", "name": "gen4_turbo", "provider": "runway", "route": "direct", "plan": "api"},
        "dataset", "generate", "teacher", {"access": "product", "function": "video"},
    ),
    "other-providers/results-credited": (
        {"kind": "service", "name": "Wolfram|Alpha API", "provider": "wolfram", "route": "direct", "plan": "api"},
        "document", "generate", "teacher", {"access": "public"},
    ),
    "xai/attribution": (
        {"kind": "service", "name": "grok-3", "provider": "xai", "route": "direct", "plan": "consumer"},
        "document", "generate", "teacher", {"access": "public"},
    ),
    "model-licences/custom-community/cosmos-badge": (
        {"kind": "model", "name": "nvidia/Cosmos-Predict2-2B-Text2Image", "license": "nvidia-open-model-license"},
        "service", "deploy", "base", {"access": "product", "function": "image"},
    ),
    "model-licences/fetched-badge": (
        {"kind": "model", "name": "stabilityai/stable-diffusion-3.5-large", "license": "stability-community"},
        "code", "fetch", "tool", {"access": "public", "function": "application"},
    ),
}  # fmt: skip


def _with_words() -> set[str]:
    """Rules that look for literal words in notices or names."""
    return {
        rule.id
        for _, rule in PACKS.rules()
        for op in (*rule.when.values(), *rule.unless.values())
        for one in operator.nodes(op)
        if isinstance(one, operator.FactOp)
        and one.fact in ("release.notices", "release.name")
        and (one.contains or one.starts_with)
    }


@pytest.mark.parametrize("rule", sorted(OTHERS))
def test_the_words_of_terms_meet_what_they_ask_for(rule: str) -> None:
    owed = _owed(_without_a_licence(rule))
    assert owed
    assert _owed(_without_a_licence(rule, *(duty.words[0] for duty in owed))) == []


@functools.cache
def _owing() -> tuple[Finding, ...]:
    """Findings that ask something of what is made from a work, under every licence that has words."""
    made = [_manifest(PACKS.registry.licences[key]) for key in RECORDS]
    taught = [_student(PACKS.registry.licences[key]) for key in STUDENTS]
    found = (one for manifest in (*made, *taught) for one in _found(manifest))
    return tuple(one for one in found if _owed([one]))


def test_no_rule_that_looks_for_words_is_left_out() -> None:
    owing = {one.rule for one in _owing()}
    # What a name may not begin with asks for no words. Rows under a licence of weights owe the words of that licence,
    # which the situations of their rules give.
    rows = {f"data-licences/weights-text-{what}" for what in ("badge", "copies", "name", "uses")}
    # So do names and badges of models that are called by a service.
    services = {"meta-api/llama-name", "meta-api/llama-badge"}
    # Whatever words name the maker, a product does not appear to be somebody else's.
    bans = {
        "model-licences/qwen/name-ban",
        "other-providers/naming",
        "xai/service-as-own",
        "google/service-as-own",
    }
    # An address may take the place of the text, which is asked for first.
    instead = {"code-licences/permissive-copies", "model-licences/permissive/notices-others"}
    assert _with_words() - owing - set(OTHERS) == bans | rows | services | instead


@pytest.mark.parametrize(("licence", "maker"), [("kimi-k2-mit", "kimi"), ("minimax-m2-mit", "minimax")])
def test_words_of_one_licence_are_not_asked_for_another(licence: str, maker: str) -> None:
    found = _found(_manifest(PACKS.registry.licences[licence], access="product"))
    words = [
        word.lower() for one in found for duty in one.duties for word in duty.words if duty.kind == "notice"
    ]
    badges = [word for word in words if "kimi" in word or "minimax" in word]
    assert badges
    assert all(maker in word for word in badges)


def _literal_clauses() -> set[tuple[str, str]]:
    """Clauses that rules read and that give words to be shown, or to begin a name with."""
    return {
        (text.id, key)
        for text in PACKS.instruments.values()
        for key, clause in text.clauses.items()
        if clause.no_rule is None
        and any(getattr(one, field) for one in (clause, *clause.versions) for field in LITERAL)
    }


def test_no_clause_with_literal_words_is_left_out() -> None:
    of_terms = [one for rule in OTHERS for one in _without_a_licence(rule) if _owed([one])]
    owed = {(clause.instrument, clause.clause) for one in (*_owing(), *of_terms) for clause in one.clauses}
    assert len(_literal_clauses()) > 60
    assert _literal_clauses() - owed == set()


@pytest.mark.parametrize(
    ("released", "expected"),
    [
        ("2024-12", "Acme, Copyright © 2024 Acme"),
        ("2025-06-01", "Acme, Copyright © 2025 Acme"),
        ("2026", "Acme, Copyright © [year as in the licence file] Acme"),
        (None, "Acme, Copyright © [year as in the licence file] Acme"),
    ],
)
def test_a_year_is_said_only_where_it_is_known(released: str | None, expected: str) -> None:
    lines = ["Acme, Copyright © 2025 Acme", "Acme, Copyright © 2024 Acme"]
    assert of_its_year(lines, released) == expected
    assert of_its_year(lines[:1], released) == lines[0]
