"""A folder is put together: what it releases, its upstreams, where it disagrees with itself, what to ask."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from compliance.intake import Scan, scan_folder
from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.writing import manifest_text
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text, load_packs
from tests.intake.conftest import Scanned
from tools.scoreboards.intake import main_folders

from .conftest import README

GENERATE = 'import openai\nopenai.OpenAI().chat.completions.create(model="gpt-4o-2024-08-06")\n'


def relations(scan: Scan) -> dict[str, tuple[str, bool]]:
    return {one.name: (one.relation, one.declared) for one in scan.upstreams}


def test_names_in_prose_and_code_are_one_upstream(scanned: Scanned) -> None:
    scan = scanned({"README.md": README, "gen.py": GENERATE})
    expected = {"Qwen/Qwen2.5-7B": ("base", True), "gpt-4o-2024-08-06": ("generated-by", True)}
    assert expected == relations(scan)
    assert [(r.kind, r.name) for r in scan.released] == [
        ("model", "meadow/tuned-7b"),
        ("dataset", "meadow/rows"),
    ]


@pytest.mark.parametrize(
    ("once", "again"),
    [("Kimi K2.5 through the API", "Kimi-K2.5"), ("GPT-4o via the API", "gpt-4o")],
)
def test_a_service_is_one_upstream_whether_or_not_its_way_is_told(
    scanned: Scanned, once: str, again: str
) -> None:
    readme = f"---\nbase_model: Qwen/Qwen3-8B\n---\n# H\n\nRows made with {once}. {again} made more.\n"
    assert len(relations(scanned({"README.md": readme}))) == 2


@pytest.mark.parametrize(
    "prose",
    [
        "For more, go to the page of [the larger one](https://huggingface.co/meta-llama/Llama-3.2-3B-Instruct).",
        "**Other models of ours:**\n\n* a recogniser, [it](https://huggingface.co/meta-llama/Llama-3.2-3B-Instruct)",
    ],
)
def test_beside_a_stated_base_another_one_needs_words_that_say_so(scanned: Scanned, prose: str) -> None:
    readme = f"---\nbase_model: meta-llama/Llama-3.2-1B-Instruct\n---\n# Small\n\n{prose}\n"
    assert relations(scanned({"README.md": readme})) == {"meta-llama/Llama-3.2-1B-Instruct": ("base", True)}


def test_rows_have_no_base_that_no_words_tell(scanned: Scanned) -> None:
    readme = "---\ntask_categories: [question-answering]\npretty_name: Heron\n---\n# Heron\n\nGPT-2 has 15 % on it.\n"
    assert relations(scanned({"README.md": readme})) == {}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("We fine-tuned Llama-2-7B on the Heron training split.", {}),
        ("As a baseline, Llama-2-7B was fine-tuned on our data.", {}),
        ("Captions come from a fine-tuned Llama-2-7B.", {"Llama-2-7B": ("generated-by", True)}),
    ],
)
def test_a_model_tuned_on_rows_is_their_use_and_else_their_writer(
    scanned: Scanned, prose: str, expected: dict[str, tuple[str, bool]]
) -> None:
    readme = f"---\ntask_categories: [question-answering]\npretty_name: Heron\n---\n# Heron\n\n{prose}\n"
    assert relations(scanned({"README.md": readme})) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "## Models finetuned off Heron-7B\n\n- heron-lab/heron-talk: made by finetuning Heron-7B on tatsu-lab/alpaca.",
        "Projects using this model:\n\n- heron-lab/heron-talk was fine-tuned with tatsu-lab/alpaca.",
        "The following versions are based on Heron-7B:\n\n* heron-lab/heron-talk, tuned from Llama-2-7B.",
    ],
)
def test_what_went_into_things_made_from_the_one_at_hand_is_theirs(scanned: Scanned, prose: str) -> None:
    assert relations(scanned({"README.md": f"# Heron-7B\n\n{prose}\n"})) == {}


def test_a_parent_whose_name_is_in_the_title_is_one(scanned: Scanned) -> None:
    readme = (
        "# Model Card for heron-roberta-large\n\n- **Related Models:**\n  - **Parent Model:** RoBERTa-large\n"
    )
    assert relations(scanned({"README.md": readme})) == {"RoBERTa-large": ("base", True)}


def test_an_item_above_says_what_those_beneath_it_are(scanned: Scanned) -> None:
    below = "  - [SLED](https://hf.co/datasets/tau/sled)\n  - [x](https://hf.co/datasets/OpenAssistant/oasst1#part)\n"
    readme = f"# Heron\n\n- Made by: us\n- **Finetuned on data:**\n{below}- **Runs on:**\n  - vLLM\n"
    assert relations(scanned({"README.md": readme})) == {
        "tau/sled": ("data", True),
        "OpenAssistant/oasst1": ("data", True),
    }


def test_pages_that_speak_of_a_repository_are_not_the_thing(scanned: Scanned) -> None:
    prose = "Updated during the training: https://huggingface.co/heron-lab/logs-7b/tensorboard#scalars"
    assert relations(scanned({"README.md": f"# Heron\n\n{prose}\n"})) == {}


def test_two_sets_that_a_field_lists_are_two(scanned: Scanned) -> None:
    readme = "---\ndatasets: [mc4, c4]\nlibrary_name: x\n---\n# Heron\n"
    assert set(relations(scanned({"README.md": readme}))) == {"mc4", "c4"}


def test_the_base_of_a_tuned_model_is_not_the_model_itself(scanned: Scanned) -> None:
    readme = "# Heron-7B-Instruct\n\nIt was made by finetuning heron-lab/heron-7b on tatsu-lab/alpaca.\n"
    assert relations(scanned({"README.md": readme})) == {
        "heron-lab/heron-7b": ("base", True),
        "tatsu-lab/alpaca": ("data", True),
    }


def test_other_sizes_of_the_thing_itself_are_no_upstreams(scanned: Scanned) -> None:
    readme = "# heron-lab/heron-large\n\nThere is also heron-lab/heron-small-v1, which has fewer layers.\n"
    assert relations(scanned({"README.md": readme})) == {}


def test_what_only_code_shows_is_not_declared(scanned: Scanned) -> None:
    scan = scanned({"README.md": README, "gen.py": 'load_dataset("tatsu-lab/alpaca")'})
    assert relations(scan)["tatsu-lab/alpaca"] == ("data", False)
    kinds = {(one.kind, one.about) for one in scan.contradictions}
    assert {("licence", "tatsu-lab/alpaca"), ("completeness", "list of data sets")} == kinds


@pytest.mark.parametrize(
    ("denial", "contradicted"),
    [
        ("No GPT-4 output was used.", True),
        ("None of the rows came from OpenAI.", True),
        ("No Claude output was used.", False),
    ],
)
def test_a_denial_that_code_refutes_is_a_contradiction(
    scanned: Scanned, denial: str, contradicted: bool
) -> None:
    readme = README.replace(", which were written by GPT-4o", "") + f"\n{denial}\n"
    scan = scanned({"README.md": readme, "gen.py": GENERATE})
    assert contradicted == any(one.kind == "lineage" for one in scan.contradictions)


def test_people_who_wrote_what_a_model_wrote_are_a_contradiction(scanned: Scanned) -> None:
    readme = README.replace("which were written by GPT-4o", "written by our staff")
    scan = scanned({"README.md": readme, "gen.py": GENERATE})
    assert [one.about for one in scan.contradictions if one.kind == "lineage"] == ["who wrote the rows"]


def test_licences_that_differ_are_told_with_every_place(scanned: Scanned) -> None:
    scan = scanned({"README.md": README, "CITATION.cff": "cff-version: 1.2.0\nlicense: CC-BY-NC-4.0\n"})
    (one,) = [each for each in scan.contradictions if each.kind == "licence"]
    assert {("README.md", 2), ("CITATION.cff", 2)} == {
        (said.place.file, said.place.line) for said in one.said
    }


def test_two_spellings_of_one_licence_do_not_differ(scanned: Scanned) -> None:
    scan = scanned({"README.md": README + "\nReleased under Apache 2.0.\n"})
    assert [one for one in scan.contradictions if one.kind == "licence"] == []


def test_bases_that_differ_become_one_of_them(scanned: Scanned) -> None:
    adapter = '{"peft_type": "LORA", "base_model_name_or_path": "Qwen/Qwen2.5-7B-Instruct"}'
    scan = scanned({"README.md": README, "adapter_config.json": adapter})
    assert [one.kind for one in scan.contradictions] == ["identity"]
    assert "base: {one_of: [" in manifest_text(draft_of(scan, "x"))


def test_an_absent_licence_stays_absent_and_a_base_gets_none_of_the_card_s(scanned: Scanned) -> None:
    text = manifest_text(draft_of(scanned({"README.md": README}), "x"))
    assert "  qwen2.5-7b: {kind: model, name: Qwen/Qwen2.5-7B}\n" in text
    bare = manifest_text(draft_of(scanned({"README.md": README.replace("license: apache-2.0\n", "")}), "x"))
    assert "    # license:\n" in bare


def test_services_that_nobody_names_are_asked_for(scanned: Scanned) -> None:
    scan = scanned(
        {"README.md": README, "judge.py": 'JUDGE = "judge-v2"\nc.chat.completions.create(model=JUDGE)\n'}
    )
    assert "Which model stands behind judge-v2?" in [one.question for one in scan.questions]


def test_rows_that_are_read_and_come_from_nowhere_are_asked_for(scanned: Scanned) -> None:
    code = 'rows = open("data/ours.jsonl")\nout = open("data/kept.jsonl", "w")\nagain = open("data/kept.jsonl")\n'
    asked = [one.about for one in scanned({"README.md": README, "clean.py": code}).questions]
    assert [name for name in asked if name.endswith(".jsonl")] == ["data/ours.jsonl"]


def test_a_heading_names_what_no_field_does(scanned: Scanned) -> None:
    scan = scanned({"README.md": "# Wren TTS\n\nIt starts from SWivid/F5-TTS.\n"})
    assert [(one.kind, one.name) for one in scan.released] == [("model", "Wren TTS")]


def test_weights_that_are_merged_and_then_trained_make_two_steps(scanned: Scanned) -> None:
    merge = "merge_method: slerp\nmodels:\n- model: org/a\n- model: org/b+org/lora\nbase_model: org/a\n"
    scan = scanned({"m.yml": merge, "train.py": 'load_dataset("org/rows")\nSFTTrainer().train()\n'})
    draft = draft_of(scan, "x")
    assert [entry.fields["kind"] for entry in draft.steps] == ["merge", "finetune"]
    assert {one.name: one.relation for one in scan.upstreams} == {
        "org/a": "base", "org/b": "base", "org/lora": "adapter", "org/rows": "data",
    }  # fmt: skip


def test_a_heading_s_own_name_is_no_upstream_of_itself(scanned: Scanned) -> None:
    told = "Alpaca is fine-tuned from LLaMA-7B. The rows of Alpaca were written by GPT-4."
    readme = f"# Stanford Alpaca: a model\n\n{told}\n"
    assert relations(scanned({"README.md": readme})) == {
        "LLaMA-7B": ("base", True),
        "GPT-4": ("generated-by", True),
    }


def test_an_empty_folder_has_nothing(scanned: Scanned) -> None:
    scan = scanned({})
    assert (scan.upstreams, scan.contradictions) == ((), ())


@pytest.mark.parametrize("name", ["brindle-chat-8b", "tidepool-instruct"])
def test_the_draft_of_a_release_folder_can_be_checked(shared: Path, packs: Knowledge, name: str) -> None:
    text = manifest_text(draft_of(scan_folder(shared / "repos" / name, packs), name))
    report = check_text(text, "lineage.yaml", packs=packs, as_of=datetime.date(2025, 11, 20))
    assert report.exit_code == 1
    assert report.findings


def test_every_planted_issue_of_the_tiny_release_is_found(shared: Path, packs: Knowledge) -> None:
    text = manifest_text(draft_of(scan_folder(shared / "cases" / "tiny-release", packs), "tiny"))
    report = check_text(text, "lineage.yaml", packs=packs, as_of=datetime.date(2025, 11, 20))
    found = {
        (one.rule, one.source)
        for one in report.findings
        if one.position.value not in ("clear", "not-applicable")
    }
    expected = {
        ("openai/competing-models", "gpt-4"),
        ("anthropic/competing-models", "claude-3-5-sonnet-20241022"),
        ("model-licences/name", "llama-3.1-8b"),
        ("model-licences/pass-on", "llama-3.1-8b"),
        ("labels/looser-same-work", "llama-3.1-8b"),
        ("data-licences/nc-weights", "alpaca"),
        ("openai/competing-models", "olmocr-7b-0225-preview~gpt-4o-2024-08-06"),
    }
    assert set() == expected - found


def test_the_release_folders_are_read_as_their_keys_say(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main_folders([str(shared / "repos")]) == 0
    shares = dict(
        line.split(maxsplit=1)
        for line in capsys.readouterr().out.replace("false lineage", "false").splitlines()
    )
    assert shares["false"][:4] == "0 of"
    least = {"found": 0.9, "relation": 0.9, "declared": 0.9, "contradictions": 0.8}
    assert {
        what: shares[what] for what, share in least.items() if float(shares[what].split()[-1]) < share
    } == {}


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Built on Llama 3.1 8B.", ["unsloth/meta-llama-3.1-8b-bnb-4bit"]),
        ("Fine-tuned from Llama 3.1.", ["unsloth/meta-llama-3.1-8b-bnb-4bit"]),
        ("Fine-tuned from Qwen2.5-7B.", ["Qwen2.5-7B", "unsloth/meta-llama-3.1-8b-bnb-4bit"]),
    ],
)
def test_a_base_that_prose_calls_by_fewer_words_is_the_one_named_in_full(
    tmp_path: Path, prose: str, names: list[str]
) -> None:
    card = f"---\nbase_model: unsloth/meta-llama-3.1-8b-bnb-4bit\n---\n# Mine\n\n{prose}\n"
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    assert names == sorted(one.name for one in scan_folder(tmp_path, load_packs()).upstreams)


@pytest.mark.parametrize("title", ["Hinglish Whisper Small", "Whisper Small for Hinglish"])
def test_a_stated_base_stays_where_the_title_has_its_name(tmp_path: Path, title: str) -> None:
    card = (
        f"---\nbase_model: openai/whisper-small\n---\n# {title}\n\nA fine-tuned Whisper Small checkpoint.\n"
    )
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    found = scan_folder(tmp_path, load_packs()).upstreams
    assert [(one.name, one.relation) for one in found] == [("openai/whisper-small", "base")]


@pytest.mark.parametrize(
    ("prose", "relations"),
    [
        ("It uses grouped query attention (GQA).", []),
        ("It was trained on GQA.", ["data"]),
        ("Table adapted from Zephyr-7b-beta.", []),
        ("Pretrained on web data (LVD-142M dataset).", ["data"]),
    ],
)
def test_short_forms_and_tables_of_others_are_no_upstreams(
    tmp_path: Path, prose: str, relations: list[str]
) -> None:
    (tmp_path / "README.md").write_text(f"# Mine\n\n{prose}\n", encoding="utf-8")
    assert relations == [one.relation for one in scan_folder(tmp_path, load_packs()).upstreams]


@pytest.mark.parametrize(
    "prose",
    [
        "Used to train: [org/drafter-small](https://huggingface.co/org/drafter-small).",
        "It has been used to train a BERT-based classifier.",
        "For coding agents, use [org/coder-7b](https://huggingface.co/org/coder-7b).",
    ],
)
def test_what_a_set_went_into_and_what_is_advised_are_no_upstreams(tmp_path: Path, prose: str) -> None:
    card = f"---\npretty_name: Rows\n---\n# Rows\n\n{prose}\n"
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    assert scan_folder(tmp_path, load_packs()).upstreams == ()


def test_a_base_of_the_base_stays_one_of_its_own(tmp_path: Path) -> None:
    card = "---\nbase_model: org/qwen2.5-7b-medical\n---\n# Mine\n\nBuilt on Qwen2.5-7B.\n"
    (tmp_path / "README.md").write_text(card, encoding="utf-8")
    assert {"Qwen2.5-7B", "org/qwen2.5-7b-medical"} == {
        one.name for one in scan_folder(tmp_path, load_packs()).upstreams
    }


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Answers were generated using **GPT\u20114o/Claude Sonnet 4.5**.", ["Claude Sonnet 4.5", "GPT-4o"]),
        ("- **Training Dataset:** [`org/rows`](https://huggingface.co/datasets/org/rows)", ["org/rows"]),
        ("The base dataset is org/emails-v1.", ["org/emails-v1"]),
        ("Captions were written by LLaVA-9.6-34B.", ["LLaVA-9.6-34B"]),
        ("The first version of the adapter detected link/attachment-based phishing.", []),
        ("LoRA finetuning of 1B/3B models.", []),
    ],
)  # fmt: skip
def test_names_in_prose_are_told_from_what_looks_like_them(
    tmp_path: Path, prose: str, names: list[str]
) -> None:
    (tmp_path / "README.md").write_text(f"# Mine\n\n{prose}\n", encoding="utf-8")
    assert names == sorted(one.name for one in scan_folder(tmp_path, load_packs()).upstreams)


@pytest.mark.parametrize(
    "said",
    [
        "Answers were typed and proof-read by students.",
        "The questions were drafted by three retired journalists.",
        "No language model took part in writing them.",
        "None of the rows were written by a model.",
        "No synthetic data was used.",
        "No transcription by a machine is among them.",
        "Every picture is a genuine photograph.",
        "**Is any of it made by a machine?** No.",
    ],
)
def test_a_page_that_denies_machines_disagrees_with_code_that_asks_one(scanned: Scanned, said: str) -> None:
    scan = scanned({"README.md": f"---\nlicense: mit\n---\n# Rows\n\n{said}\n", "gen.py": GENERATE})
    assert [(one.kind, one.said[0].place.line) for one in scan.contradictions] == [("lineage", 6)]


@pytest.mark.parametrize("said", ["Rows were scored by several rankers.", "Text is read by two encoders."])
def test_machines_whose_names_end_like_trades_are_no_people(scanned: Scanned, said: str) -> None:
    scan = scanned({"README.md": f"---\nlicense: mit\n---\n# Rows\n\n{said}\n", "gen.py": GENERATE})
    assert [one.kind for one in scan.contradictions] == []


def test_files_beside_the_card_state_a_licence_too(scanned: Scanned) -> None:
    card = "---\nlicense: cc-by-4.0\n---\n# Rows\n"
    for name, text in (
        ("dataset_infos.json", '{"default": {"features": {}, "license": "CC-BY-NC-4.0"}}'),
        ("dataset-metadata.json", '{"licenses": [{"name": "CC-BY-NC-4.0"}]}'),
    ):
        scan = scanned({"README.md": card, name: text})
        assert [one.kind for one in scan.contradictions] == ["licence"]


def test_what_was_thrown_away_or_belongs_to_another_version_is_no_upstream(scanned: Scanned) -> None:
    for said in (
        "An earlier pilot had captions by BLIP-2; those were thrown away.",
        "Checkpoints of v1, which was a Mistral-7B model trained on Dolly, stay on a branch.",
        "Earlier: version 0.9 started from Qwen/Qwen2-7B and is retired.",
    ):
        assert scanned({"README.md": f"# Rows\n\nTold here.\n\n{said}\n"}).upstreams == ()


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("quantized_by: egret\n", "quantise"),
        ("quantized_by: egret\nbase_model_relation: finetune\n", "finetune"),
        ("base_model_relation: quantized\n", "quantise"),
        ("quantized_by:\n", "finetune"),
    ],
)
def test_a_card_that_says_who_quantised_it_is_of_a_quantised_copy(
    scanned: Scanned, fields: str, kind: str
) -> None:
    card = f"---\nbase_model: marsh/heron-3b\n{fields}---\n\n# Heron GGUF\n"
    text = manifest_text(draft_of(scanned({"README.md": card}), "x"))
    assert f"kind: {kind}, inputs: {{base: heron-3b}}" in text
