"""What a manifest says of a thing in two ways that cannot both hold, with no record of it."""

from __future__ import annotations

import datetime
import string
from typing import Any

import pytest
import yaml

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.pipeline import check_text
from compliance.resolve import resolve
from compliance.resolve.names.lookup import Names
from tests.evaluate.world import REGISTRY, RELEASE


def _told(
    artifact: dict[str, Any], *, period: str = "2025-02", parties: dict[str, Any] | None = None
) -> list[str]:
    """The fields in which the word of the manifest on data that a model is tuned on contradicts itself."""
    data = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Harbour Works"},
        "parties": parties or {},
        "artifacts": {"rows": {"kind": "dataset", "name": "Tides", **artifact}, "m": {"kind": "model"}},
        "steps": [
            {"id": "tune", "kind": "train", "inputs": {"data": "rows"}, "outputs": "m", "period": period}
        ],
        "releases": [RELEASE],
    }
    lineage = resolve(Manifest.model_validate(data), REGISTRY)
    return [one.field for one in lineage.artifacts["rows"].contradictions]


@pytest.mark.parametrize(
    ("developer", "expected"),
    [
        ("Tidemark Data Ltd", ["developer"]),
        ("somebody at Quay", ["developer"]),
        ("Harbour Works Ltd", []),
        ("harbour works", []),
        ("our staff", []),
        ("various people", []),
        ("Quay Systems", []),
    ],
)
def test_what_is_our_own_was_developed_by_nobody_else(developer: str, expected: list[str]) -> None:
    house = {"quay": {"name": "Quay Systems", "affiliate": True}}
    stranger = {"quay": {"name": "Elbe Systems", "affiliate": "unknown"}}
    parties = stranger if expected else house
    assert expected == _told({"origin": "own", "developer": developer}, parties=parties)


@pytest.mark.parametrize("origin", ["people", "third-party", "web", "unknown"])
def test_what_is_not_said_to_be_our_own_may_have_any_developer(origin: str) -> None:
    assert _told({"origin": origin, "developer": "Tidemark Data Ltd"}) == []


@pytest.mark.parametrize(
    ("released", "period", "expected"),
    [
        ("2025-10", "2025-02", ["released"]),
        ("2026", "2024-01/2025-02", ["released"]),
        ("2025-04", "2025-02", []),
        ("2025-01", "2025-02", []),
        ("2025", "2025-02", []),
    ],
)
def test_what_came_out_long_after_its_use_was_not_what_was_used(
    released: str, period: str, expected: list[str]
) -> None:
    assert expected == _told({"released": released}, period=period)


TAKEN = """
lineage: 1
project: {id: p}
publisher: {name: Harbour Works, kind: company, country: CA}
artifacts:
  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}
  rows: {kind: dataset, name: NAME, license: LICENCE, origin: own, developer: WORDS,
         documented: {where: "README, section 2", generators: none}}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: m, period: 2025-02}
releases:
  - {artifact: m, name: harbour/m, date: 2025-03-03, license: Apache-2.0, access: open-weights, commercial: true,
     function: task-model, markets: [CA], notices: [], license_copies: [Apache-2.0]}
"""


@pytest.mark.parametrize("words", ["us", "our staff", "ourselves", "employees"])
@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("databricks/databricks-dolly-15k", "CC-BY-SA-3.0"),
        ("openai/gsm8k", "MIT"),
        ("OpenAssistant/oasst1", "Apache-2.0"),
    ],
)
def test_known_rows_of_others_do_not_become_ours_by_a_word_for_ourselves(
    name: str, licence: str, words: str
) -> None:
    told = TAKEN.replace("NAME", name).replace("LICENCE", licence).replace("WORDS", words)
    report = check_text(told, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert {one.rule for one in report.open_findings()} == {"labels/declared-against-known"}


TUNED = """\
lineage: 1
project: {id: p}
publisher: {name: Harbour Works, kind: company}
artifacts:
  base: {kind: model, name: NAME, LICENCE}
  rows: {kind: dataset, name: Logs of the tide, license: CC0-1.0, origin: own}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: m, period: 2026-03}
releases: [{artifact: m, license: MIT, access: open-weights, commercial: true, date: 2026-05}]
"""


@pytest.mark.parametrize(
    ("name", "licence", "doubted"),
    [
        ("facebook/musicgen-large", "MIT", True),
        ("facebook/nllb-200-distilled-600M", "Apache-2.0", True),
        ("Ultralytics/YOLOv8", "MIT", True),
        ("naver/DUSt3R_ViTLarge_BaseDecoder_512_dpt", "other", True),
        ("facebook/musicgen-large", "CC-BY-NC-4.0", False),
        ("Ultralytics/YOLOv8", "AGPL-3.0", False),
        ("facebook/sam2-hiera-large", "Apache-2.0", False),
    ],
)
def test_a_licence_that_is_only_remembered_is_put_beside_another_that_is_stated(
    name: str, licence: str, doubted: bool
) -> None:
    text = TUNED.replace("NAME", name).replace("LICENCE", f"license: {licence}")
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert ("labels/declared-against-known" in {one.rule for one in report.open_findings()}) == doubted


@pytest.mark.parametrize(
    ("name", "licence", "doubted"),
    [
        ("Cityscapes", "CC-BY-4.0", True),
        ("EPIC-KITCHENS-100", "Apache-2.0", True),
        ("DrugBank", "CC0-1.0", True),
        ("Waymo Open Dataset", "MIT", True),
        ("EPIC-KITCHENS-100", "CC-BY-NC-4.0", False),
        ("LVIS", "CC-BY-4.0", False),
    ],
)
def test_that_of_rows_is_too(name: str, licence: str, doubted: bool) -> None:
    rows = f"{name}, license: {licence}, origin: people, documented: {{where: its paper, generators: none}}"
    text = TUNED.replace("name: NAME, LICENCE", "name: openai/whisper-small, license: MIT")
    text = text.replace("Logs of the tide, license: CC0-1.0, origin: own", rows)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert ("labels/declared-against-known" in {one.rule for one in report.open_findings()}) == doubted


def test_a_licence_that_is_only_remembered_is_nobodys_licence() -> None:
    registry = load_packs().registry
    known, plain = Names(registry), set(string.ascii_letters + string.digits + "./-_")
    called = (one.entry.names[0] for one in registry.catalogue.all("model") if one.entry.names)
    names = [
        name
        for name in called
        if set(name) <= plain
        and (record := known.model(name))
        and record.licence_recalled
        and not record.licence
    ]
    for name in names[:20]:
        text = TUNED.replace("NAME", name).replace(", LICENCE", "")
        lineage = resolve(Manifest.model_validate(yaml.safe_load(text)), registry)
        assert lineage.artifacts["base"].licences == (), name
    assert names


@pytest.mark.parametrize(
    ("name", "developer", "expected"),
    [
        ("WizardLM/WizardMath-7B-V1.1", "Microsoft", []),
        ("WizardLM/WizardMath-7B-V1.1", "Can Xu and others", []),
        ("meta-llama/Llama-2-7b-hf", "Tidemark Data Ltd", ["developer"]),
        ("openchat/openchat-3.5-0106", "Tidemark research team", None),
    ],
)
def test_a_team_that_is_recalled_says_nothing_against_its_house(
    name: str, developer: str, expected: list[str] | None
) -> None:
    data = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Harbour Works"},
        "artifacts": {"src": {"kind": "model", "name": name, "developer": developer}, "m": {"kind": "model"}},
        "steps": [{"id": "tune", "kind": "finetune", "inputs": {"base": "src"}, "outputs": "m"}],
        "releases": [RELEASE],
    }
    registry = load_packs().registry
    source = resolve(Manifest.model_validate(data), registry).artifacts["src"]
    told = [one.field for one in source.contradictions if one.field == "developer"]
    if expected is None:
        assert all(one.assurance != "memory" for one in source.contradictions if one.field == "developer")
    else:
        assert told == expected


@pytest.mark.parametrize(
    ("name", "licence", "expected"),
    [
        ("Llama", "Apache-2.0", ["licence"]),
        ("LLaMA", "MIT", ["licence"]),
        ("Llama", "Llama 3.1 Community License", []),
        ("Gemma", "Apache-2.0", ["licence"]),
        ("Gemma", "Gemma Terms of Use", []),
        ("Vicuna", "Apache-2.0", ["licence"]),
        ("Qwen", "Apache-2.0", []),
        ("Qwen", "Gemma Terms of Use", ["licence"]),
        ("DeepSeek", "MIT", []),
        ("Falcon", "MIT", ["licence"]),
        ("Falcon", "Apache-2.0", []),
        ("MPT", "CC-BY-NC-SA-4.0", []),
        ("Stable Diffusion", "MIT", ["licence"]),
        ("PhoBERT", "AGPL-3.0", []),
        ("PhoBERT", "CC0-1.0", ["licence"]),
    ],
)
def test_a_name_without_a_version_stands_under_a_licence_of_some_version(
    name: str, licence: str, expected: list[str]
) -> None:
    data = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Harbour Works"},
        "artifacts": {"src": {"kind": "model", "name": name, "license": licence}, "m": {"kind": "model"}},
        "steps": [{"id": "tune", "kind": "finetune", "inputs": {"base": "src"}, "outputs": "m"}],
        "releases": [RELEASE],
    }
    source = resolve(Manifest.model_validate(data), load_packs().registry).artifacts["src"]
    assert [one.field for one in source.contradictions] == expected


@pytest.mark.parametrize(
    ("name", "doubted"),
    [("models/our-net", False), ("models/gemini-2.5-pro", True), ("openrouter/some-net", True)],
)
def test_weights_in_a_folder_called_models_are_no_service_of_a_host(name: str, doubted: bool) -> None:
    data = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Lab"},
        "artifacts": {"src": {"kind": "model", "name": name, "origin": "own"}, "m": {"kind": "model"}},
        "steps": [{"id": "turn", "kind": "convert", "inputs": {"base": "src"}, "outputs": "m"}],
        "releases": [{"artifact": "m"}],
    }
    found = resolve(Manifest.model_validate(data), load_packs().registry).artifacts["src"].contradictions
    assert ("kind" in [one.field for one in found]) is doubted
