"""What the name of a release tells of others' models, beside whoever publishes it."""

from __future__ import annotations

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
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
        ("Argmax", "argmaxinc/whisperkit-coreml", ()),
        ("Argwin", "argmaxinc/whisperkit-coreml", ("whisperkit-coreml",)),
        ("Daily", "pipecat-ai/smart-turn-v3", ()),
        ("Weekly", "pipecat-ai/smart-turn-v3", ("smart-turn-v3",)),
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


TITLED = """\
lineage: 1
project: {{id: titled, title: {title}}}
publisher: {{name: Meadow Lab, kind: company, country: US}}
artifacts:
  base: {{kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}}
  rows: {{kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}}
  judge: {{kind: service, name: gpt-4o-2024-08-06, provider: openai, route: direct, plan: api}}
  side: {{kind: dataset, name: Meadow side}}
  model: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: judge, prompts: rows}}, outputs: side, period: 2025-08}}
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: model, period: 2025-09}}
releases:
  - {{artifact: model, name: meadow/answers, date: 2025-10-01, license: Apache-2.0, access: open-weights}}
  - {{artifact: {other}, name: meadow/others, date: 2025-10-01, license: CC0-1.0, access: public}}
"""


@pytest.mark.parametrize(
    ("title", "other", "open_"),
    [
        ("Pythia tuned on Claude replies", "rows", True),
        ("A distillation of GPT-4o", "rows", True),
        ("Meadow tuned from Llama 3.1", "rows", True),
        ("Rows written by GPT-4o, and a tune", "side", False),
        ("Meadow tuned from Pythia 1.4b", "rows", False),
        ("A tune and its rows", "rows", False),
    ],
)
def test_a_title_that_several_releases_share_is_held_against_all_of_them(
    title: str, other: str, open_: bool
) -> None:
    manifest = Manifest.model_validate(
        parse_yaml(TITLED.format(title=f"'{title}'", other=other), "m.yaml").data
    )
    made = resolve(manifest, load_packs().registry).artifacts["model"].making
    assert (made.state == "open") == open_, made


@pytest.mark.parametrize(
    ("stated", "hints"),
    [
        ("", ()),
        (", origin: third-party", ()),
        (", origin: own", ("jina-reranker-v2-base-multilingual",)),
    ],
)
def test_weights_of_others_are_not_doubted_for_the_service_by_which_their_maker_offers_them(
    stated: str, hints: tuple[str, ...]
) -> None:
    text = STARTED.format(base=f"jinaai/jina-reranker-v2-base-multilingual{stated}", name="meadow/reranker")
    manifest = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
    assert resolve(manifest, load_packs().registry).artifacts["start"].making.hints == hints


@pytest.mark.parametrize(
    ("base", "hints"),
    [
        ("Qwen/Qwen3-Embedding-4B", ()),
        ("Qwen/never-seen-7b", ()),
        ("Qwen/never-seen-7b-claude", ("claude",)),
        ("meadow/never-seen-qwen", ("qwen",)),
        ("Qwen/never-seen-7b, origin: own", ("Qwen",)),
    ],
)
def test_weights_of_others_are_not_doubted_for_the_account_of_their_maker(
    base: str, hints: tuple[str, ...]
) -> None:
    text = STARTED.format(base=base, name="meadow/answers")
    manifest = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
    assert resolve(manifest, load_packs().registry).artifacts["start"].making.hints == hints


WHOLE = """\
lineage: 1
project: {{id: named}}
publisher: {{name: Meadow Lab, kind: university, country: US}}
artifacts:
  whole: {{kind: dataset, name: deepset/germanquad, license: CC-BY-4.0{stated},
          documented: {{where: dataset card, generators: none}},
          parts: [{{name: passages of an encyclopedia, license: CC-BY-SA-3.0}}]}}
  rows: {{kind: dataset}}
steps:
  - {{id: fold, kind: convert, inputs: {{source: whole}}, outputs: rows, period: 2024-04}}
releases:
  - {{artifact: rows, name: meadow/questions, license: CC-BY-SA-3.0, access: public}}
"""


@pytest.mark.parametrize(
    ("stated", "hints"),
    [
        ("", ()),
        (", origin: third-party", ()),
        (", developer: deepset", ()),
        (", origin: own", ("germanquad",)),
    ],
)
def test_a_published_set_bears_its_own_name_where_parts_of_it_are_told(
    stated: str, hints: tuple[str, ...]
) -> None:
    manifest = Manifest.model_validate(parse_yaml(WHOLE.format(stated=stated), "m.yaml").data)
    assert resolve(manifest, load_packs().registry).artifacts["whole"].making.hints == hints


@pytest.mark.parametrize(
    ("name", "base", "open_"),
    [
        ("LinkSoul/Chinese-Llama-2-7b", "meta-llama/Llama-2-7b-hf", False),
        ("LinkSoul/Chinese-Llama-2-7b", "EleutherAI/pythia-1.4b", True),
        ("meadow/Chinese-Llama-2-7b", "meta-llama/Llama-2-7b-hf", True),
    ],
)
def test_a_name_that_two_houses_use_is_that_of_the_one_under_whose_account_it_goes_out(
    name: str, base: str, *, open_: bool
) -> None:
    manifest = Manifest.model_validate(parse_yaml(STARTED.format(base=base, name=name), "m.yaml").data)
    assert bool(resolve(manifest, load_packs().registry).artifacts["model"].making.hints) is open_


PROGRAM = """\
lineage: 1
project: {{id: named}}
publisher: {{name: Meadow Lab, kind: university, country: US}}
artifacts:
  code: {{kind: code, name: {name}, license: MIT, origin: own{more}}}
  model: {{kind: service, name: {model}, provider: openai, route: direct, plan: api}}
  app: {{kind: code}}
steps:
  - {{id: pack, kind: deploy, inputs: {{component: [code, model]}}, outputs: app, period: 2024-08}}
releases:
  - {{artifact: app, name: meadow/app, date: 2024-08, license: MIT, access: public, function: application}}
"""


@pytest.mark.parametrize(
    ("name", "model", "more", "told"),
    [
        ("meadow/gpt-researcher", "gpt-4o", "", ()),
        ("meadow/Auto GPT", "gpt-4o", "", ()),
        ("meadow/gpt-4o-cli", "gpt-4o", "", ()),
        ("meadow/claude-researcher", "gpt-4o", "", ("claude",)),
        ("meadow/gpt-tools", "gpt-4o", "", ("gpt",)),
        ("meadow/plugin-generated-by-gpt-4o", "gpt-4o", "", ("gpt-4o",)),
        ("meadow/gpt-4o-written-plugin", "gpt-4o", "", ("gpt-4o",)),
        ("meadow/desk", "gpt-4o", ", note: written by gpt-4o", ("gpt-4o",)),
        ("meadow/gpt-researcher", "gpt-4o", ", note: written by gpt-4o", ("gpt-4o",)),
    ],
)
def test_a_program_may_be_called_by_the_service_beside_it_and_not_be_written_by_it(
    name: str, model: str, more: str, told: tuple[str, ...]
) -> None:
    text = PROGRAM.format(name=name, model=model, more=more)
    manifest = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
    assert resolve(manifest, load_packs().registry).artifacts["code"].making.hints == told


ON_THE_WAY = """\
lineage: 1
project: {{id: garden}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  base: {{kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}}
  rows: {{kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}}
  {key}: {{kind: model{name}}}
  last: {{kind: model}}
steps:
  - {{id: first, kind: {first}, inputs: {{base: base}}, outputs: {key}}}
  - {{id: second, kind: {second}, inputs: {{base: {key}}}, outputs: last}}
releases:
  - {{artifact: last, name: meadow/garden, license: Apache-2.0, access: open-weights}}
"""


def _way(key: str, name: str, first: str, second: str) -> tuple[str, ...]:
    called = f", name: {name}" if name else ""
    text = ON_THE_WAY.format(key=key, name=called, first=first, second=second)
    text = text.replace("finetune, inputs: {base: ", "finetune, inputs: {data: rows, base: ")
    made = resolve(Manifest.model_validate(parse_yaml(text, "m.yaml").data), load_packs().registry)
    return made.artifacts[key].making.hints


@pytest.mark.parametrize("second", ["quantise", "convert", "deploy", "finetune"])
@pytest.mark.parametrize(
    ("key", "name", "first", "told"),
    [
        ("mid", "meadow/pythia-claude-distill", "finetune", "claude"),
        ("mid", "pythia-openorca", "finetune", "openorca"),
        ("mid", "pythia-1.4b-alpaca", "finetune", "alpaca"),
        ("claude-distill", "", "finetune", "claude"),
        ("mid", "pythia-1.4b-dpo-hf", "convert", "dpo"),
        ("mid", "Mistral-Nemo-hf", "convert", "Mistral-Nemo"),
    ],
)
def test_what_weights_are_called_that_are_made_on_the_way_is_read(
    key: str, name: str, first: str, told: str, second: str
) -> None:
    assert told in _way(key, name, first, second)


@pytest.mark.parametrize("second", ["quantise", "finetune"])
@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("sft", ""), ("stage-1", ""), ("checkpoint-2000", ""), ("student", ""), ("tuned", "pythia-garden"),
        ("assistant", "meadow/garden-assistant"), ("mid", "pythia-1.4b-sft"), ("mid", "Garden answers 1.4B"),
    ],
)  # fmt: skip
def test_what_makers_call_their_own_weights_on_the_way_is_not_asked_about(
    key: str, name: str, second: str
) -> None:
    assert _way(key, name, "finetune", second) == ()
