"""What a model tuned at a service writes, the service writes; where it is only carried on, it writes nothing."""

from __future__ import annotations

import pytest

from compliance.resolve.lineage.hosted import written_by_services
from tests.resolve.expansion.writing_out import lineage, reaches, read

TEXT = """\
artifacts:
  chat: {kind: service, name: one-chat-1, provider: one}
  rows: {kind: dataset}
  tuned: {kind: model}
  further: {kind: model}
  written: {kind: dataset}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: chat, data: rows}, outputs: tuned}
  - {id: again, kind: finetune, inputs: {base: tuned, data: rows}, outputs: further}
  - {id: write, kind: generate, inputs: {teacher: further}, outputs: written}
  - {id: train, kind: finetune, inputs: {data: written}, outputs: m}
releases: [{artifact: m, date: 2025-04-01}]
"""


def inputs(text: str, step: str, role: str) -> list[str]:
    """The artifacts in a role of a step, after the services were named."""
    manifest = written_by_services(read(text).manifest)
    [given] = [each.inputs for each in manifest.steps if each.id == step]
    return [item.artifact for key, items in given.items() if key == role for item in items]


@pytest.mark.parametrize("role", ["teacher", "judge", "filter"])
@pytest.mark.parametrize("tune", ["tuned", "further"])
def test_a_tune_writes_and_judges_with_its_service(role: str, tune: str) -> None:
    text = TEXT.replace("{teacher: further}", f"{{{role}: {tune}}}")
    assert inputs(text, "write", role) == [tune, "chat"]


def test_a_tune_that_stays_at_its_service_writes_with_it() -> None:
    text = TEXT.replace("further: {kind: model}", "further: {kind: service, name: our assistant}")
    assert inputs(text, "write", "teacher") == ["further", "chat"]


def test_a_service_that_is_named_is_not_named_twice() -> None:
    assert inputs(TEXT.replace("teacher: further", "teacher: [chat, further]"), "write", "teacher") == [
        "chat",
        "further",
    ]


def test_a_base_stays_alone() -> None:
    assert inputs(TEXT, "again", "base") == ["tuned"]


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("quantise", "base"),
        ("prune", "base"),
        ("merge", "base"),
        ("finetune", "base"),
        ("deploy", "component"),
    ],
)
def test_what_holds_weights_teaches_as_they_do(kind: str, role: str) -> None:
    text = TEXT.replace(
        "chat: {kind: service, name: one-chat-1, provider: one}", "chat: {kind: model}"
    ).replace("kind: finetune, inputs: {base: tuned, data: rows}", f"kind: {kind}, inputs: {{{role}: tuned}}")
    assert inputs(text, "write", "teacher") == ["further"]
    assert reaches(lineage(text), "chat", "m")["student"] == "yes"


def test_a_manifest_without_services_is_left_as_it_is() -> None:
    manifest = read(TEXT.replace("kind: service", "kind: model")).manifest
    assert written_by_services(manifest) is manifest


PUT_UP = """\
artifacts:
  chat: {kind: KIND, name: one-chat-1, provider: one}
  ours: {kind: service, name: Our helper}
  outer: {kind: service, name: Our shop window}
  said: {kind: dataset}
  m: {kind: model}
steps:
  - {id: run, kind: deploy, inputs: {component: chat}, outputs: ours}
  - {id: wrap, kind: bundle, inputs: {component: ours}, outputs: outer}
  - {id: take, kind: collect, inputs: {source: outer}, outputs: said}
  - {id: train, kind: finetune, inputs: {data: said}, outputs: m}
releases: [{artifact: m, date: 2025-04-01}]
"""


@pytest.mark.parametrize("kind", ["model", "code", "service"])
def test_whatever_is_put_up_on_a_service_passes_its_answers_on(kind: str) -> None:
    text = PUT_UP.replace("kind: KIND", "kind: service").replace(
        "ours: {kind: service", f"ours: {{kind: {kind}"
    )
    assert reaches(lineage(text.replace("source: outer", "source: ours")), "chat", "m")["student"] == "yes"


@pytest.mark.parametrize("kind", ["service", "model"])
@pytest.mark.parametrize(
    ("step", "role"),
    [("collect", "source"), ("generate", "teacher"), ("rewrite", "tool"), ("convert", "source")],
)
def test_what_a_service_answers_is_written_by_what_it_runs(step: str, role: str, kind: str) -> None:
    text = PUT_UP.replace("KIND", kind).replace("collect, inputs: {source:", f"{step}, inputs: {{{role}:")
    text = text if kind == "service" else text.replace(", provider: one", "")
    assert inputs(text, "take", role) == ["outer", "ours", "chat"]
    assert reaches(lineage(text), "chat", "m")["student"] == "yes"


def test_a_service_that_is_put_up_holds_what_it_runs_and_no_more() -> None:
    text = PUT_UP.replace("KIND", "service")
    assert inputs(text, "wrap", "component") == ["ours"]


def test_a_service_of_ones_own_that_runs_on_nothing_named_stays_alone() -> None:
    text = PUT_UP.replace("KIND", "service").replace(
        "deploy, inputs: {component: chat}", "other, inputs: {data: chat}"
    )
    assert inputs(text, "take", "source") == ["outer", "ours"]
