"""A service of somebody else that is released as it is, written by a step or put up on nothing, is asked about."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from compliance import pipeline
from compliance.model.answered.report import Report

DAY = datetime.date(2026, 11, 28)
GPT = {"kind": "service", "name": "gpt-4o", "provider": "openai", "route": "direct", "plan": "api"}
BASE = {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"}
ROWS = {"kind": "dataset", "name": "Meadow notes", "license": "CC0-1.0", "origin": "own"}


def _report(
    artifacts: dict[str, Any],
    steps: list[dict[str, Any]],
    *releases: dict[str, Any],
    publisher: str = "Meadow Lab",
    **more: Any,
) -> Report:
    said = {"date": "2025-10-01", "commercial": True, "function": "application", "access": "product"}
    document = {
        "lineage": 1, "project": {"id": "p"}, "artifacts": artifacts, "steps": steps, **more,
        "publisher": {"name": publisher, "kind": "company", "country": "US"},
        "releases": [{**said, **release} for release in releases],
    }  # fmt: skip
    packs = pipeline.load_packs()
    return pipeline.check_text(json.dumps(document), "lineage.yaml", packs=packs, as_of=DAY)


def _open(report: Report) -> set[tuple[str, str | None]]:
    return {(one.rule, one.release) for one in report.open_findings()}


@pytest.mark.parametrize("access", ["product", "api"])
@pytest.mark.parametrize(
    "steps",
    [
        [],
        [{"id": "tidy", "kind": "deploy", "inputs": {"component": "gpt"}, "outputs": "gpt"}],
        [{"id": "look", "kind": "evaluate", "inputs": {"subject": "gpt", "tool": "base"}, "outputs": "gpt"}],
    ],
)
def test_a_service_that_is_released_as_it_is_owes_what_one_in_a_product_owes(
    steps: list[dict[str, Any]], access: str
) -> None:
    put_in = {"id": "up", "kind": "deploy", "inputs": {"component": "gpt"}, "outputs": "app"}
    called = {"gpt": GPT, "base": BASE}
    plain = _report(
        {**called, "app": {"kind": "service"}}, [put_in], {"artifact": "app", "access": access, "id": "gpt"}
    )
    bare = _report(called, steps, {"artifact": "gpt", "access": access})
    assert ("openai/end-users", "gpt") in _open(plain)
    assert _open(plain) <= _open(bare)


def test_each_release_of_it_is_looked_at_and_keeps_its_name() -> None:
    report = _report(
        {"gpt": GPT}, [], {"artifact": "gpt"}, {"artifact": "gpt", "id": "beta", "access": "api"}
    )
    assert {("openai/end-users", "gpt"), ("openai/end-users", "beta")} <= _open(report)


def test_weights_behind_somebodys_interface_go_along() -> None:
    served = {
        "kind": "service", "name": "meadow-llama", "provider": "together",
        "serves": "meta-llama/Llama-3.3-70B-Instruct",
    }  # fmt: skip
    assert _report({"out": served}, [], {"artifact": "out"}).exit_code == 1


def test_a_provider_owes_nothing_to_itself() -> None:
    report = _report({"gpt": GPT}, [], {"artifact": "gpt"}, publisher="OpenAI")
    assert ("openai/end-users", "gpt") not in _open(report)


def test_a_service_put_out_by_somebody_else_is_put_up_by_them() -> None:
    other = {"shop": {"name": "Shop GmbH", "kind": "company", "country": "DE"}}
    report = _report({"gpt": GPT}, [], {"artifact": "gpt", "by": "shop"}, parties=other)
    assert ("openai/end-users", "gpt") not in _open(report)
    assert report.exit_code == 1


@pytest.mark.parametrize("access", ["open-weights", "gated", "public"])
def test_how_a_service_is_got_is_asked_where_files_alone_are_got_in_that_way(access: str) -> None:
    put_in = {"id": "up", "kind": "deploy", "inputs": {"component": "gpt"}, "outputs": "app"}
    report = _report(
        {"gpt": GPT, "app": {"kind": "service"}}, [put_in], {"artifact": "app", "access": access}
    )
    assert report.exit_code == 1
    assert any("how others get it is taken as not known" in line for line in report.warnings)


@pytest.mark.parametrize("kind", ["generate", "rewrite", "annotate", "convert"])
@pytest.mark.parametrize("role", ["teacher", "tool"])
def test_what_writes_a_service_is_what_it_runs_on(kind: str, role: str) -> None:
    if (kind, role) == ("annotate", "tool"):
        pytest.skip("what a tool of annotating was is asked by itself")
    step = {"id": "make", "kind": kind, "inputs": {role: "gpt", "source": "rows"}, "outputs": "app"}
    report = _report({"gpt": GPT, "rows": ROWS, "app": {"kind": "service"}}, [step], {"artifact": "app"})
    assert ("openai/end-users", "app") in _open(report)


@pytest.mark.parametrize(
    ("kind", "inputs", "function"),
    [
        ("judge", {"judge": "base"}, "application"), ("filter", {"judge": "rows"}, "application"),
        ("deploy", {"data": "rows"}, "general-purpose"),
        ("generate", {"prompts": "rows"}, "application"), ("annotate", {"source": "rows"}, "application"),
    ],
)  # fmt: skip
def test_a_service_into_which_nothing_goes_that_answers_is_not_covered(
    kind: str, inputs: dict[str, str], function: str
) -> None:
    step = {"id": "make", "kind": kind, "inputs": inputs, "outputs": "app"}
    called = {"base": BASE, "rows": ROWS, "app": {"kind": "service"}}
    report = _report(called, [step], {"artifact": "app", "function": function})
    assert report.exit_code == 1
    assert any("whose service answer behind it" in one.why for one in report.not_covered)


@pytest.mark.parametrize(
    ("kind", "inputs"),
    [("deploy", {"data": "rows"}), ("bundle", {"source": "rows"}), ("deploy", {"component": "code"})],
)
def test_a_service_that_looks_things_up_needs_no_model(kind: str, inputs: dict[str, str]) -> None:
    step = {"id": "make", "kind": kind, "inputs": inputs, "outputs": "app"}
    code = {"kind": "code", "origin": "own", "name": "Meadow search", "license": "MIT"}
    report = _report({"rows": ROWS, "code": code, "app": {"kind": "service"}}, [step], {"artifact": "app"})
    assert report.exit_code == 0


UP = {"id": "up", "kind": "deploy", "inputs": {"component": "base"}, "outputs": "bot"}


@pytest.mark.parametrize(
    "said",
    [
        {"provider": "openai"},
        {"provider": "openai", "name": "gpt-4o"},
        {"provider": "anthropic", "route": "bedrock"},
        {"developer": "OpenAI"},
        {"developer": "OpenAI", "provider": "meadow"},
        {"serves": "gpt-4o"},
        {"serves": "meta-llama/Llama-3.1-8B-Instruct", "provider": "together"},
    ],
)
def test_a_service_that_is_put_up_runs_what_it_is_said_to_be_of(said: dict[str, Any]) -> None:
    report = _report({"base": BASE, "bot": {"kind": "service", **said}}, [UP], {"artifact": "bot"})
    bare = _report({"base": BASE, "bot": {"kind": "service"}}, [UP], {"artifact": "bot"})
    assert report.exit_code == 1
    assert _open(report) > _open(bare)


@pytest.mark.parametrize(
    "said", [{"provider": "together"}, {"serves": "EleutherAI/pythia-1.4b"}, {"serves": "base"}]
)
def test_who_runs_it_and_what_is_in_it_already_add_nothing(said: dict[str, Any]) -> None:
    report = _report({"base": BASE, "bot": {"kind": "service", **said}}, [UP], {"artifact": "bot"})
    bare = _report({"base": BASE, "bot": {"kind": "service"}}, [UP], {"artifact": "bot"})
    assert _open(report) == _open(bare)


def test_a_house_puts_up_its_own() -> None:
    bot = {"kind": "service", "provider": "openai"}
    report = _report({"base": BASE, "bot": bot}, [UP], {"artifact": "bot"}, publisher="OpenAI")
    assert all(one.source != "bot#run-there" for one in report.open_findings())
