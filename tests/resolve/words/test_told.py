"""What the name of a release tells of others' models, beside whoever publishes it."""

from __future__ import annotations

import pytest

from compliance.load.packs import load_packs
from compliance.load.yaml_reader import parse_yaml
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve

MANIFEST = """\
lineage: 1
project: {{id: named}}
publisher: {{name: {publisher}, kind: university, country: US}}
artifacts:
  rows: {{kind: dataset, name: Our arm's recordings, license: CC0-1.0, origin: own,
         documented: {{where: README, generators: none}}}}
  model: {{kind: model}}
steps:
  - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: model, period: 2024-04}}
releases:
  - {{artifact: model, name: {name}, date: 2024-05-20, license: MIT, access: open-weights, commercial: true,
     function: task-model, channels: [Hugging Face], license_copies: [MIT]}}
"""


@pytest.mark.parametrize(
    ("publisher", "name", "told"),
    [
        ("UC Berkeley RAIL", "rail-berkeley/octo-base-1.5", ()),
        ("rail-berkeley", "octo-base-1.5", ()),
        ("Meadow Lab", "meadow/octo-base-1.5", ("octo-base-1.5",)),
        ("Berkeley Meadow", "rail-berkeley/octo-base-1.5", ("octo-base-1.5",)),
    ],
)
def test_whoever_made_a_known_model_may_call_its_own_by_that_name(
    publisher: str, name: str, told: tuple[str, ...]
) -> None:
    text = MANIFEST.format(publisher=publisher, name=name)
    manifest = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
    assert resolve(manifest, load_packs().registry).artifacts["model"].making.hints == told


STARTED = """\
lineage: 1
project: {{id: named}}
publisher: {{name: Meadow Lab, kind: university, country: US}}
artifacts:
  rows: {{kind: dataset, name: Our arm's recordings, license: CC0-1.0, origin: own,
         documented: {{where: README, generators: none}}}}
  start: {{kind: model, name: {base}}}
  model: {{kind: model}}
steps:
  - {{id: train, kind: finetune, inputs: {{base: start, data: rows}}, outputs: model, period: 2024-04}}
releases:
  - {{artifact: model, name: {name}, date: 2026-05-20, license: MIT, access: open-weights, commercial: true,
     function: task-model, channels: [Hugging Face], license_copies: [MIT]}}
"""


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("AITeamVN/Vietnamese_Embedding", "BAAI/bge-m3"),
        ("avsolatorio/GIST-Embedding-v0", "BAAI/bge-base-en-v1.5"),
    ],
)
def test_a_release_that_starts_where_the_record_of_its_name_does_is_that_model(name: str, base: str) -> None:
    def hints(start: str) -> tuple[str, ...]:
        text = STARTED.format(name=name, base=start)
        manifest = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
        return resolve(manifest, load_packs().registry).artifacts["model"].making.hints

    assert hints(base) == ()
    assert hints("EleutherAI/pythia-1.4b")


@pytest.mark.parametrize("site", ["Hugging Face", "huggingface.co", "their GitHub"])
def test_a_note_on_fetching_tells_of_what_is_fetched(site: str) -> None:
    text = f"""\
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab}}
artifacts:
  app: {{kind: code, name: meadow/app, origin: own, license: MIT}}
  enc: {{kind: model, name: EleutherAI/pythia-1.4b}}
steps:
  - {{id: setup, kind: fetch, inputs: {{subject: app, component: enc}}, outputs: app,
     note: "Downloads the weights from {site}."}}
releases: [{{artifact: app, license: MIT}}]
"""
    manifest = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
    app = resolve(manifest, load_packs().registry).artifacts["app"]
    assert (app.making.hints, app.contradicted) == ((), False)
