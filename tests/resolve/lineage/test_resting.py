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
