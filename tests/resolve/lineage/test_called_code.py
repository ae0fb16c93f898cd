"""Code that stands for something else is judged as what it stands for."""

from __future__ import annotations

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from compliance.resolve.lineage.called_code import services_called_code, weights_called_code
from compliance.resolve.names.prepared import lookups
from tests.resolve.expansion.writing_out import HEAD, lineage, read


def known(text: str) -> Lineage:
    """The lineage of a manifest by the bundled registry."""
    data = parse_yaml(f"{HEAD}publisher: {{name: Lab}}\n{text}", "m.yaml").data
    return resolve(Manifest.model_validate(data), load_packs().registry)


REPOSITORY = """\
artifacts:
  w: {kind: code, name: some-lab/speaking-machine, license: MIT}
  rows: {kind: dataset, name: Rows, origin: own}
  tuned: {kind: model}
steps:
  - {id: go-on, kind: finetune, inputs: {base: w, data: rows}, outputs: tuned}
releases: [{artifact: tuned, date: 2025-04-01, access: open-weights}]
"""


@pytest.mark.parametrize("role", ["base", "adapter", "component"])
@pytest.mark.parametrize("kind", ["pretrain", "finetune", "rl", "merge", "quantise"])
def test_code_of_which_weights_are_kept_is_a_model(kind: str, role: str) -> None:
    text = REPOSITORY.replace("finetune", kind).replace("base: w", f"{role}: w")
    taken, keys = weights_called_code(read(text).manifest)
    weights = taken.artifacts["w"]
    assert (weights.kind, keys) == ("model", {"w": "go-on"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("base: w", "tool: w"),
        ("base: w, data: rows", "data: [w, rows]"),
        ("finetune", "deploy"),
        ("license: MIT", "origin: own"),
        ("steps:\n", "steps:\n  - {id: write, kind: bundle, inputs: {data: rows}, outputs: w}\n"),
    ],
)
def test_code_that_is_used_as_code_or_made_here_stays_code(old: str, new: str) -> None:
    manifest = read(REPOSITORY.replace(old, new)).manifest
    assert weights_called_code(manifest) == (manifest, {})


@pytest.mark.parametrize(
    ("place", "open_"), [("'LICENSE of the weights, commit 1a2b3c4'", False), ("", True)]
)
def test_what_is_said_of_the_program_is_not_taken_as_said_of_the_weights(place: str, open_: bool) -> None:
    told = (
        f"license: MIT, against_record: {{because: record-wrong, where: {place}}}"
        if place
        else "license: MIT"
    )
    made = lineage(REPOSITORY.replace("license: MIT", told))
    assert made.artifacts["w"].contradicted is open_
    assert [line.split(";")[0] for line in made.warnings] == [
        "artifact w: some-lab/speaking-machine is listed as code, and step go-on goes on from it as from weights"
    ]


WITH_A_PROGRAM = """\
artifacts:
  p: {kind: code, name: PROGRAM, license: MIT}
  rows: {kind: dataset, name: Rows, origin: own}
  more: {kind: dataset}
  tuned: {kind: model}
steps:
  - {id: turn, kind: convert, inputs: {tool: p, source: rows}, outputs: more}
  - {id: learn, kind: train, inputs: {data: more}, outputs: tuned}
releases: [{artifact: tuned, date: 2025-04-01, access: open-weights}]
"""


@pytest.mark.parametrize(
    ("program", "provider"),
    [
        ("DeepLcom/deepl-node", "deepl"),
        ("google-cloud-speech", "google"),
        ("ssut/py-googletrans", "google"),
        ("azure-ai-translation-text", "microsoft"),
        ("anthropics/anthropic-sdk-python", "anthropic"),
        ("openai-python", "openai"),
        ("cohere", "cohere"),
        ("Gemini CLI", "google"),
    ],
)
@pytest.mark.parametrize("kind", ["convert", "annotate", "collect", "rewrite"])
def test_a_program_that_calls_a_service_is_that_service(kind: str, program: str, provider: str) -> None:
    made = known(WITH_A_PROGRAM.replace("PROGRAM", program).replace("convert", kind))
    assert (made.artifacts["p"].kind, made.artifacts["p"].provider) == ("service", provider)
    assert any(edge.options != ((),) for edge in made.edges if edge.step == "turn" and edge.role == "tool")
    assert any("is listed as code, and it calls a hosted service" in line for line in made.warnings)


@pytest.mark.parametrize(
    "program", ["tesseract-ocr/tesseract", "pandoc", "ffmpeg", "yt-dlp/yt-dlp", "sox", "nltk"]
)
def test_a_program_that_runs_by_itself_writes_nothing_of_its_own(program: str) -> None:
    made = known(WITH_A_PROGRAM.replace("PROGRAM", program))
    assert (made.artifacts["p"].kind, made.warnings) == ("code", ())
    assert [edge for edge in made.edges if edge.role == "tool"] == []


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("models/convert-weights.py, license: MIT", "code"),
        ("models/pack.sh, license: MIT, origin: third-party", "code"),
        ("gemini/Train.ipynb, license: MIT", "code"),
        ("models/packer, license: MIT, origin: own", "code"),
        ("models/packer, license: MIT", "code"),
        ("openrouter/packer, license: MIT, origin: own", "service"),
        ("models/gemini-2.5-pro, license: MIT, origin: own", "service"),
        ("deepl.py, license: MIT, origin: own", "code"),
        ("deepl-python, license: MIT, origin: own", "service"),
    ],
)
def test_the_folder_of_a_script_is_no_host(named: str, kind: str) -> None:
    made = known(WITH_A_PROGRAM.replace("PROGRAM, license: MIT", named))
    assert made.artifacts["p"].kind == kind
    assert bool(made.warnings) is (kind == "service")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "license: MIT",
            "license: MIT, against_record: {because: record-wrong, where: 'src/offline.py, line 3'}",
        ),
        ("kind: convert, inputs: {tool: p, source: rows}", "kind: train, inputs: {tool: p, data: rows}"),
    ],
)
def test_a_program_stays_code_where_its_word_is_shown_or_nothing_is_written_with_it(
    old: str, new: str
) -> None:
    text = WITH_A_PROGRAM.replace("PROGRAM", "deepl-python").replace(old, new)
    manifest = read(text).manifest
    assert services_called_code(manifest, lookups(load_packs().registry).names) == (manifest, ())


def test_a_program_that_is_shipped_too_keeps_its_licence_beside_the_service() -> None:
    found = known(
        """\
artifacts:
  client: {kind: code, name: some-account/edge-tts, license: GPL-3.0}
  words: {kind: dataset, origin: own}
  clips: {kind: dataset}
  app: {kind: code, origin: own}
steps:
  - {id: speak, kind: convert, inputs: {tool: client, source: words}, outputs: clips}
  - {id: pack, kind: bundle, inputs: {component: client, source: clips}, outputs: app}
releases: [{artifact: app, license: MIT, access: public}]
"""
    )
    client, service = found.artifacts["client"], found.artifacts["client~service"]
    assert (client.kind, client.licences) == ("code", ("gpl-3.0",))
    assert (service.kind, service.licences) == ("service", ())
    assert [one.artifact for one in found.steps["speak"].inputs["tool"]] == ["client~service"]
    assert [one.artifact for one in found.steps["pack"].inputs["component"]] == ["client"]


@pytest.mark.parametrize("kind", ["annotate", "convert", "collect"])
@pytest.mark.parametrize(
    ("program", "state"),
    [
        ("vllm", "open"),
        ("vLLM 0.6.1", "open"),
        ("llama.cpp b4521", "open"),
        ("aider (our fork)", "open"),
        ("All-Hands-AI/OpenHands", "open"),
        ("whisperX", "open"),
        ("SYSTRAN/faster-whisper 1.0.3", "open"),
        ("JaidedAI/EasyOCR", "open"),
        ("argos-translate", "open"),
        ("pytesseract 0.3", "known"),
        ("whisper-notes", "known"),
        ("pandoc 3.1", "known"),
        ("outliner 2", "known"),
    ],
)
def test_a_program_that_hands_on_is_known_by_each_of_its_releases(
    kind: str, program: str, state: str
) -> None:
    found = known(
        f"""\
artifacts:
  pen: {{kind: code, name: "{program}", license: MIT}}
  words: {{kind: dataset, origin: own, documented: {{where: notes.md, generators: none}}}}
  rows: {{kind: dataset, license: MIT}}
steps:
  - {{id: write, kind: {kind}, inputs: {{tool: pen, source: words}}, outputs: rows}}
releases: [{{artifact: rows, license: MIT, access: public}}]
"""
    )
    assert found.artifacts["rows"].making.state == state


@pytest.mark.parametrize(
    "program", ["claude-code", "claude-code 2.0.14", "anthropics/claude-code v2", "Claude Code (CLI)"]
)
def test_a_program_that_is_a_service_is_one_in_each_of_its_releases(program: str) -> None:
    text = WITH_A_PROGRAM.replace("PROGRAM", program)
    assert services_called_code(read(text).manifest, lookups(load_packs().registry).names)[1]


@pytest.mark.parametrize(("kind", "state"), [("convert", "open"), ("annotate", "open"), ("collect", "known")])
def test_a_client_of_a_cloud_may_only_gather_files(kind: str, state: str) -> None:
    found = known(
        f"""\
artifacts:
  client: {{kind: code, name: boto3, license: Apache-2.0}}
  words: {{kind: dataset, origin: own, documented: {{where: notes.md, generators: none}}}}
  rows: {{kind: dataset, license: MIT}}
steps:
  - {{id: write, kind: {kind}, inputs: {{tool: client, source: words}}, outputs: rows}}
releases: [{{artifact: rows, license: MIT, access: public}}]
"""
    )
    assert found.artifacts["rows"].making.state == state


@pytest.mark.parametrize(
    ("inputs", "state"),
    [
        ("{tool: pen, source: talks}", "open"),
        ("{tool: [pen, ears], source: talks}", "known"),
    ],
)
def test_a_program_beside_the_weights_that_it_runs_is_not_asked_about(inputs: str, state: str) -> None:
    found = known(
        f"""\
artifacts:
  pen: {{kind: code, name: whisperX, license: BSD-2-Clause}}
  ears: {{kind: model, name: openai/whisper-large-v3}}
  talks: {{kind: dataset, origin: own, documented: {{where: notes.md, generators: none}}}}
  rows: {{kind: dataset, license: MIT}}
steps:
  - {{id: hear, kind: convert, inputs: {inputs}, outputs: rows}}
releases: [{{artifact: rows, license: MIT, access: public}}]
"""
    )
    assert found.artifacts["rows"].making.state == state


def test_weights_that_a_program_puts_into_another_form_are_written_by_nobody() -> None:
    found = known(
        """\
artifacts:
  pen: {kind: code, name: ggml-org/llama.cpp, license: MIT}
  base: {kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}
  small: {kind: model}
steps:
  - {id: turn, kind: convert, inputs: {tool: pen, source: base}, outputs: small}
releases: [{artifact: small, license: Apache-2.0, access: public}]
"""
    )
    assert found.artifacts["small"].making.state == "known"


WEIGHTS_TURNED = """\
artifacts:
  p: {kind: code, name: huggingface/optimum, license: Apache-2.0}
  base: {kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}
  rows: {kind: dataset, name: Rows, origin: own}
  small: {kind: model}
steps:
  - {id: turn, kind: convert, inputs: {tool: p, base: base}, outputs: small}
releases: [{artifact: small, license: Apache-2.0, access: open-weights}]
"""


@pytest.mark.parametrize("program", ["huggingface/optimum", "huggingface/exporters", "databricks/megablocks"])
def test_a_program_under_the_account_of_a_host_turns_weights_by_itself(program: str) -> None:
    made = known(WEIGHTS_TURNED.replace("huggingface/optimum", program))
    assert made.artifacts["p"].kind == "code"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("convert, inputs: {tool: p, base: base}", "convert, inputs: {tool: p, source: rows}"),
        ("convert, inputs: {tool: p, base: base}", "convert, inputs: {tool: p, base: base, source: rows}"),
        ("convert, inputs: {tool: p, base: base}", "generate, inputs: {tool: p, seed: rows}"),
        ("huggingface/optimum", "huggingface/inference-client"),
        ("huggingface/optimum", "databricks/databricks-sdk"),
        ("huggingface/optimum", "openai/openai-python"),
    ],
)
def test_where_it_may_write_or_is_known_to_call_it_is_the_service(old: str, new: str) -> None:
    assert old in WEIGHTS_TURNED
    assert known(WEIGHTS_TURNED.replace(old, new)).artifacts["p"].kind == "service"
