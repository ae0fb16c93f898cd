"""What is said of other sizes and versions of the work is not said of the work."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.intake import Scan, scan_folder
from compliance.model.known.knowledge import Knowledge
from tests.intake.conftest import Scanned


def named(scan: Scan) -> set[str]:
    return {one.name for one in scan.upstreams}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("We released Heron-33B-V1.1 trained from deepseek-coder-33b-base.", set()),
        ("* Heron-3B, which is smaller, is based on pythia-2.8b.", set()),
        ("Heron-15B-V1.0 was fine-tuned from pythia-12b.", {"pythia-12b"}),
        ("Mistral-7B-Instruct was fine-tuned on C4.", {"Mistral-7B-Instruct", "C4"}),
    ],
)
def test_what_a_sentence_says_of_a_sister_is_the_sisters(
    scanned: Scanned, prose: str, expected: set[str]
) -> None:
    assert named(scanned({"README.md": f"# Heron-15B-V1.0\n\n{prose}\n"})) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("This heron-2-1 model is fine-tuned from heron-lab/heron-2 on C4.", {"heron-lab/heron-2", "C4"}),
        ("It is quantized from heron-lab/heron-2-1.", {"heron-lab/heron-2-1"}),
    ],
)
def test_a_thing_called_like_its_folder_is_the_work_unless_it_is_the_source(
    tmp_path: Path, packs: Knowledge, prose: str, expected: set[str]
) -> None:
    folder = tmp_path / "heron-2-1"
    folder.mkdir()
    (folder / "README.md").write_text(f"# Bird v2-1 Model Card\n\n{prose}\n", encoding="utf-8")
    assert named(scan_folder(folder, packs)) == expected


def test_a_model_named_after_its_base_still_has_it(scanned: Scanned) -> None:
    readme = "# roberta-base-moods\n\nModel trained from roberta-base on the go_emotions dataset.\n"
    assert "roberta-base" in named(scanned({"README.md": readme}))


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("The underlying model was pre-trained by others on the C4 dataset.", set()),
        ("Publications: OPUS-MT - Building open services.", set()),
        ("Based on pythia-12b, Dolly is trained on C4.", {"pythia-12b", "C4"}),
        ("It uses pythia-12b as its base model and fine-tunes it on C4.", {"pythia-12b", "C4"}),
    ],
)
def test_whose_making_a_sentence_tells(scanned: Scanned, prose: str, expected: set[str]) -> None:
    assert named(scanned({"README.md": f"# Heron\n\n{prose}\n"})) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Below we used heron-lab/heron-0.5b-hf checkpoint.", set()),
        ("Rows were scraped, then formatted as ShareGPT.", set()),
        (
            "## Links to other models\n\n### Model Description\n\n- Finetuned from model: pythia-12b",
            {"pythia-12b"},
        ),
        ("## Training Dataset\n\n### English\n\n- C4 - English\n- RedPajama - Arxiv", {"C4", "RedPajama"}),
        (
            "This is a merge based on\n* [meadow/gull-34b]\n* [meadow/tern-34b]",
            {"meadow/gull-34b", "meadow/tern-34b"},
        ),
    ],
)
def test_where_something_stands_tells_whether_it_went_in(
    scanned: Scanned, prose: str, expected: set[str]
) -> None:
    assert expected <= named(scanned({"README.md": f"# Heron\n\n{prose}\n"})) <= expected | {"arXiv", "Arxiv"}


def test_the_parts_of_a_data_set_are_no_upstreams_of_it(tmp_path: Path, packs: Knowledge) -> None:
    folder = tmp_path / "heron_unique"
    folder.mkdir()
    front = "---\ntask_categories: [text-generation]\n---\n"
    page = f"{front}# Dataset Card for heron_unique\n\n* meadow/heron_full: all tables\n* meadow/heron_5k: some\n"
    (folder / "README.md").write_text(page, encoding="utf-8")
    assert named(scan_folder(folder, packs)) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Our previous release, Heron-mini, was fine-tuned from Mistral-7B-v0.1.",
        "Earlier versions were trained on OpenHermes-2.5.",
        "- **2024-11-12** Our earlier completion model, Heron-1B (built on CodeGen2), is no longer offered.",
        "🗓 2024/3: The previous small public model was tuned from Mistral-7B-v0.1.",
    ],
)
def test_what_an_earlier_release_was_made_from_is_that_ones(scanned: Scanned, sentence: str) -> None:
    card = f"---\nlicense: mit\nbase_model: Qwen/Qwen2.5-7B\n---\n# Heron\n\n{sentence}\n"
    assert [one.name for one in scanned({"README.md": card}).upstreams] == ["Qwen/Qwen2.5-7B"]


def test_a_stage_of_the_works_own_making_is_no_base(scanned: Scanned) -> None:
    files = {
        "README.md": "---\nlicense: mit\nbase_model: Qwen/Qwen2.5-7B\n---\n# marsh/heron-7b\n",
        "dpo.yaml": "model_name_or_path: marsh/heron-7b-sft\ntemplate: qwen\nstage: dpo\n",
        "other.yaml": "model_name_or_path: pond/egret-7b-sft\ntemplate: qwen\nstage: dpo\n",
    }
    assert {one.name for one in scanned(files).upstreams} == {"Qwen/Qwen2.5-7B", "pond/egret-7b-sft"}
