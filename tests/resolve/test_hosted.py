"""What a model tuned at a service writes, the service writes; where it is only carried on, it writes nothing."""

from __future__ import annotations

import pytest

from compliance.resolve.hosted import written_by_services
from tests.resolve.expansion.writing_out import read

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


def test_a_manifest_without_services_is_left_as_it_is() -> None:
    manifest = read(TEXT.replace("kind: service", "kind: model")).manifest
    assert written_by_services(manifest) is manifest
