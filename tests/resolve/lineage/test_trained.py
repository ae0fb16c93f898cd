"""What a training step makes is weights, whatever the manifest calls it; a released service has something behind it."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from compliance import pipeline
from compliance.model.answered.report import Report

DAY = datetime.date(2026, 11, 28)
ROWS = {
    "kind": "dataset", "name": "Meadow tickets", "license": "CC0-1.0", "origin": "own",
    "documented": {"where": "README", "generators": "none"},
}  # fmt: skip
BASE = {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"}
GPT = {"kind": "service", "name": "gpt-4o", "provider": "openai", "route": "direct", "plan": "api"}
WRITE = {
    "id": "write",
    "kind": "generate",
    "inputs": {"teacher": "gpt", "prompts": "asked"},
    "outputs": "rows",
}
TUNE = {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": "out"}


def _report(artifacts: dict[str, Any], steps: list[dict[str, Any]], **release: Any) -> Report:
    put_out = {
        "artifact": "out", "name": "meadow/out", "date": "2025-10-01", "license": "Apache-2.0", "access": "api",
        "commercial": True, "function": "general-purpose", "markets": ["US"], "notices": [],
        "license_copies": ["Apache-2.0"], **release,
    }  # fmt: skip
    document = {
        "lineage": 1, "project": {"id": "p"}, "artifacts": artifacts, "steps": steps, "releases": [put_out],
        "publisher": {"name": "Meadow Lab", "kind": "company", "country": "US"},
    }  # fmt: skip
    packs = pipeline.load_packs()
    return pipeline.check_text(json.dumps(document), "lineage.yaml", packs=packs, as_of=DAY)


@pytest.mark.parametrize("kind", ["service", "document", "code"])
def test_what_was_tuned_on_a_services_output_is_a_model_whatever_it_is_called(kind: str) -> None:
    steps = [{**WRITE, "period": "2025-03"}, {**TUNE, "period": "2025-09"}]
    called = {"gpt": GPT, "asked": ROWS, "rows": {"kind": "dataset"}, "base": BASE}
    plain = _report({**called, "out": {"kind": "model"}}, steps)
    other = _report({**called, "out": {"kind": kind}}, steps)
    assert plain.exit_code == other.exit_code == 1
    assert {one.rule for one in plain.open_findings()} <= {one.rule for one in other.open_findings()}


def test_a_service_put_up_on_own_weights_is_asked_what_they_are() -> None:
    up = {"id": "up", "kind": "deploy", "inputs": {"component": "tuned"}, "outputs": "out"}
    steps = [WRITE, {**TUNE, "outputs": "tuned"}, up]
    called = {
        "gpt": GPT,
        "asked": ROWS,
        "rows": {"kind": "dataset"},
        "base": BASE,
        "tuned": {"kind": "model"},
    }
    assert _report({**called, "out": {"kind": "service"}}, steps).exit_code == 1
    assert _report({**called, "out": {"kind": "service", "provider": "together"}}, steps).exit_code == 1


def test_a_tune_without_a_base_is_asked_for_it_when_it_is_called_a_service() -> None:
    steps = [{**TUNE, "inputs": {"data": "rows"}}]
    assert _report({"rows": ROWS, "out": {"kind": "service"}}, steps).exit_code == 1


@pytest.mark.parametrize(
    "said", [{}, {"origin": "own", "name": "our bot"}, {"name": "mistralai/Mistral-Large-Instruct-2407"}]
)
def test_a_released_service_with_nothing_behind_it_is_not_covered(said: dict[str, str]) -> None:
    report = _report({"out": {"kind": "service", **said}}, [])
    assert report.exit_code == 1
    assert any("released as a service" in one.why for one in report.not_covered)


def test_what_the_registry_knows_as_somebody_elses_is_not_our_own() -> None:
    known = {"kind": "model", "name": "mistralai/Mistral-Large-Instruct-2407", "origin": "own"}
    assert "labels/declared-against-known" in {
        one.rule for one in _report({"out": known}, []).open_findings()
    }


def test_a_release_dated_before_the_licence_that_it_passes_on_is_not_covered() -> None:
    shop = {"kind": "model", "name": "facebook/musicgen-small", "license": "CC-BY-NC-4.0"}
    early = _report({"out": shop}, [], date="2005-01-01", license="CC-BY-NC-4.0", access="product")
    assert early.exit_code == 1
    assert any("on the day" in one.why for one in early.not_covered)


OWN_APP = {"kind": "code", "origin": "own", "name": "Meadow desk"}


def _packed(packed: dict[str, Any], kind: str, role: str, **release: Any) -> Report:
    """A tune on a service's output that is packed into something of one's own, which is released."""
    put_in = {"id": "up", "kind": kind, "inputs": {role: "tuned"}, "outputs": "out", "period": "2025-09"}
    called = {
        "gpt": GPT,
        "asked": ROWS,
        "rows": {"kind": "dataset"},
        "base": BASE,
        "tuned": {"kind": "model"},
    }
    steps = [{**WRITE, "period": "2025-03"}, {**TUNE, "outputs": "tuned", "period": "2025-08"}, put_in]
    return _report({**called, "out": packed}, steps, **release)


@pytest.mark.parametrize("kind", ["code", "document", "dataset", "model", "service"])
@pytest.mark.parametrize("step", ["deploy", "bundle"])
def test_a_program_that_holds_a_tune_on_a_services_output_is_a_model_too(step: str, kind: str) -> None:
    for access in ("product", "api", "public"):
        report = _packed({**OWN_APP, "kind": kind}, step, "component", access=access)
        assert "openai/competing-models" in {one.rule for one in report.open_findings()}


@pytest.mark.parametrize(
    ("step", "role", "kind"),
    [
        ("filter", "data", "code"), ("collect", "data", "service"), ("mix", "data", "service"),
        ("filter", "data", "service"), ("convert", "source", "service"), ("convert", "source", "dataset"),
        ("bundle", "source", "document"), ("quantise", "data", "dataset"),
    ],
)  # fmt: skip
def test_what_hands_a_tune_on_hands_on_its_weights_in_whatever_role(step: str, role: str, kind: str) -> None:
    report = _packed({**OWN_APP, "kind": kind}, step, role, access="public")
    assert "openai/competing-models" in {one.rule for one in report.open_findings()}


@pytest.mark.parametrize("kind", ["code", "document", "dataset"])
@pytest.mark.parametrize(("step", "role"), [("bundle", "component"), ("collect", "data"), ("mix", "data")])
def test_a_program_with_weights_of_others_goes_on_with_them_whatever_it_goes_into(
    step: str, role: str, kind: str
) -> None:
    steps = [
        {"id": "build", "kind": "bundle", "inputs": {"component": "held"}, "outputs": "library"},
        {"id": "up", "kind": step, "inputs": {role: "library"}, "outputs": "out"},
    ]
    called = {
        "held": {"kind": "model", "name": "google/gemma-2-2b-it"},
        "library": {"kind": "code", "origin": "own"},
        "out": {**OWN_APP, "kind": kind},
    }
    report = _report(called, steps, access="public")
    assert "held" in {one.source for one in report.open_findings()}


@pytest.mark.parametrize("function", ["application", "dataset"])
@pytest.mark.parametrize("kind", ["code", "model"])
def test_what_a_model_is_offered_as_does_not_say_what_it_does(kind: str, function: str) -> None:
    report = _packed({**OWN_APP, "kind": kind}, "deploy", "component", access="product", function=function)
    asked = {fact.fact for one in report.open_findings() for fact in one.missing}
    assert "release.function" in asked
    assert any("that says how it is offered" in line for line in report.warnings)
    answered = _packed({**OWN_APP, "kind": kind}, "deploy", "component", access="product", function="ocr")
    assert answered.exit_code == 0


def test_a_program_within_a_program_holds_the_weights_as_well() -> None:
    steps = [
        {**WRITE, "period": "2025-03"}, {**TUNE, "outputs": "tuned", "period": "2025-08"},
        {"id": "pack", "kind": "bundle", "inputs": {"component": "tuned"}, "outputs": "library"},
        {"id": "up", "kind": "bundle", "inputs": {"source": "library"}, "outputs": "out"},
    ]  # fmt: skip
    called = {
        "gpt": GPT, "asked": ROWS, "rows": {"kind": "dataset"}, "base": BASE, "tuned": {"kind": "model"},
        "library": {"kind": "code", "origin": "own"}, "out": OWN_APP,
    }  # fmt: skip
    report = _report(called, steps, access="product")
    assert "openai/competing-models" in {one.rule for one in report.open_findings()}


def test_a_program_that_holds_no_weights_of_ones_own_making_is_a_program_alone() -> None:
    up = {"id": "up", "kind": "deploy", "inputs": {"component": "base"}, "outputs": "out"}
    report = _report({"base": BASE, "out": OWN_APP}, [up], access="product", function="application")
    assert not any("that says how it is offered" in line for line in report.warnings)


TAUGHT = {"gpt": GPT, "asked": ROWS, "rows": {"kind": "dataset"}, "base": BASE}
STEPS = [{**WRITE, "period": "2025-03"}, {**TUNE, "period": "2025-09"}]


@pytest.mark.parametrize(
    "release",
    [{"access": "open-weights"}, {"access": "public", "function": "general-purpose"}, {"access": "gated"}],
)
def test_what_is_called_rows_and_put_out_as_weights_is_a_model(release: dict[str, str]) -> None:
    report = _report({**TAUGHT, "out": {"kind": "dataset"}}, STEPS, **release)
    assert "openai/competing-models" in {one.rule for one in report.open_findings()}
    assert any("it is looked at as a model" in line for line in report.warnings)


def test_what_is_called_rows_and_used_as_weights_is_a_model() -> None:
    more = {"id": "more", "kind": "quantise", "inputs": {"base": "held"}, "outputs": "out"}
    called = {**TAUGHT, "held": {"kind": "dataset"}, "out": {"kind": "model"}}
    report = _report(called, [STEPS[0], {**STEPS[1], "outputs": "held"}, more], access="open-weights")
    assert "openai/competing-models" in {one.rule for one in report.open_findings()}


@pytest.mark.parametrize("kind", ["pretrain", "train", "finetune", "preference-tune", "rl"])
@pytest.mark.parametrize("terms", ["CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0"])
def test_rows_out_of_a_step_that_trains_hold_the_rows_that_it_read(terms: str, kind: str) -> None:
    notes = {
        "kind": "dataset", "name": "Harbour notes", "origin": "people", "developer": "Brook", "license": terms,
        "documented": {"where": "card, section 2", "generators": "none"},
    }  # fmt: skip
    step = {"id": "make", "kind": kind, "inputs": {"data": "notes"}, "outputs": "out"}
    put_out = {"access": "public", "function": "dataset", "license_copies": [terms]}
    report = _report({"notes": notes, "out": {"kind": "dataset"}}, [step], **put_out)
    mixed = _report({"notes": notes, "out": {"kind": "dataset"}}, [{**step, "kind": "mix"}], **put_out)
    assert {one.rule for one in mixed.open_findings()} <= {one.rule for one in report.open_findings()}
    assert report.exit_code == 1
