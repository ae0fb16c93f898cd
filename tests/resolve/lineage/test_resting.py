"""What a name speaks of at large is what is at work behind the thing, or what a program loads."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

PROGRAM = """\
artifacts:
  sources: {{kind: code, name: meadow/sources, license: MIT, origin: own}}
  weights: {{kind: model, name: allenai/OLMo-2-0425-1B-Instruct, license: Apache-2.0}}
  app: {{kind: code, name: {name}}}
steps:
  - {{id: pack, kind: bundle, inputs: {{source: sources}}, outputs: app}}
  {loads}
releases: [{{artifact: app, license: MIT}}]
"""
LOADS = "- {id: load, kind: fetch, inputs: {subject: sources, component: weights}, outputs: app}"


@pytest.mark.parametrize("name", ["llm2", "meadow/local-llm", "chat-with-an-llm"])
def test_a_program_is_called_by_the_kind_of_model_that_it_loads(name: str, resolved: Resolve) -> None:
    assert resolved(PROGRAM.format(name=name, loads=LOADS)).artifacts["app"].making.state == "known"
    assert resolved(PROGRAM.format(name=name, loads="")).artifacts["app"].making.state == "open"


@pytest.mark.parametrize("name", ["claude-helper", "gpt-4o-notes"])
def test_what_it_loads_is_no_other_model_of_which_its_name_speaks(name: str, resolved: Resolve) -> None:
    assert resolved(PROGRAM.format(name=name, loads=LOADS)).artifacts["app"].making.state == "open"


def test_weights_from_which_a_tune_starts_wrote_no_rows(resolved: Resolve) -> None:
    text = PROGRAM.format(name="llm2", loads="").replace(
        "kind: bundle, inputs: {source: sources}",
        "kind: bundle, inputs: {source: sources, component: weights}",
    )
    assert resolved(text).artifacts["app"].making.state == "open"


READER = """\
artifacts:
  sources: {{kind: code, name: meadow/sources, license: MIT, origin: own}}
  weights: {{kind: model, name: PaddlePaddle/PP-OCRv4_mobile_rec, license: Apache-2.0}}
  other: {{kind: model}}
  wheel: {{kind: code}}
steps:
  - {{id: turn, kind: convert, inputs: {{base: weights}}, outputs: other}}
  - {{id: pack, kind: {kind}, inputs: {{source: sources{packed}}}, outputs: wheel}}
releases: [{{artifact: wheel, name: meadow/{name}, license: MIT, function: ocr}}]
"""


@pytest.mark.parametrize("kind", ["bundle", "deploy"])
def test_what_is_packed_into_a_program_does_what_it_is_offered_for(kind: str, resolved: Resolve) -> None:
    def state(packed: str, name: str = "reader") -> str:
        found = resolved(READER.format(kind=kind, packed=packed, name=name))
        return found.artifacts["wheel"].making.state

    assert state(", component: other") == "known"
    assert state("") == "open"
    assert state(", component: other", "gpt-4o-reader") == "open"
