"""Work that is put together of parts: workflows with a configuration, groups of settings, options with dots in them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from compliance.acquire.found import Found
from compliance.acquire.repository import read_repository


def read(folder: Path, files: dict[str, str]) -> Found:
    """What a folder of these files shows."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return read_repository(folder, lambda text, section: []).found


def named(found: Found) -> set[tuple[str, str]]:
    """Names with what they were for, and the files in which that stands."""
    return {(one.name, one.relation) for one in found.sightings}


def test_a_workflow_gives_its_commands_what_its_configuration_holds(tmp_path: Path) -> None:
    rules = 'configfile: "cfg/run.yaml"\nrule fit:\n    shell: "python fit.py --start {config[fit][net]}"\n'
    code = (
        "import argparse\nfrom transformers import AutoModel, Trainer\np = argparse.ArgumentParser()\n"
        'p.add_argument("--start")\nnet = AutoModel.from_pretrained(p.parse_args().start)\nTrainer(net).train()\n'
    )
    found = read(
        tmp_path, {"Snakefile": rules, "cfg/run.yaml": "fit:\n  net: marsh/fen-net\n", "fit.py": code}
    )
    assert ("marsh/fen-net", "base") in {
        (one.name, one.relation) for one in found.sightings if one.source == "code"
    }


def test_what_the_configuration_lacks_stays_as_it_is(tmp_path: Path) -> None:
    rules = 'configfile: "run.yaml"\nrule fit:\n    shell: "python fit.py --base_model {config[net]}"\n'
    found = read(tmp_path, {"Snakefile": rules, "run.yaml": "epochs: 3\n"})
    assert not found.sightings


def test_a_script_of_a_workflow_reads_the_settings_of_its_rules(tmp_path: Path) -> None:
    code = (
        "from openai import OpenAI\ncfg = snakemake.config['say']\n"
        "OpenAI().chat.completions.create(model=cfg['writer'], messages=[])\n"
    )
    found = read(tmp_path, {"say.py": code, "config.yaml": "say:\n  writer: quill-large\n"})
    assert any(one.name == "quill-large" and one.place.file == "say.py" for one in found.sightings)


GROUPS = {
    "conf/config.yaml": "defaults:\n  - data: fen\n  - model: net\n",
    "conf/data/fen.yaml": "fine:\n  store: s3://fen-public/analyses/\n",
    "conf/data/reed.yaml": "fine:\n  store: s3://reed-public/analyses/\n",
}


def test_a_part_of_a_group_that_is_never_chosen_made_nothing(tmp_path: Path) -> None:
    told = named(read(tmp_path, GROUPS))
    assert ("s3://fen-public/analyses/", "data") in told
    assert ("s3://reed-public/analyses/", "none") in told


@pytest.mark.parametrize(
    "more",
    [
        {"run.sh": "python -m fit data=reed\n"},
        {"README.md": "Sweep: `python -m fit -m data=fen,reed`\n"},
        {"conf/experiment/wet.yaml": "defaults:\n  - override /data: reed\n"},
    ],
)
def test_a_part_that_any_line_chooses_went_in(tmp_path: Path, more: dict[str, str]) -> None:
    assert ("s3://reed-public/analyses/", "data") in named(read(tmp_path, GROUPS | more))


def test_rows_of_a_group_on_ones_own_machine_are_asked_about(tmp_path: Path) -> None:
    found = read(tmp_path, {"conf/data/fen.yaml": "radar:\n  store: /srv/radar/{year}.zarr\n"})
    assert [path for path, _ in found.reads] == ["/srv/radar/{year}.zarr"]


@pytest.mark.parametrize(
    ("line", "name", "relation"),
    [
        (
            "lerobot-train --policy.path=marsh/hand-base --dataset.repo_id=reed/shelf",
            "marsh/hand-base",
            "base",
        ),
        ("lerobot-train --policy.path=marsh/hand-base --dataset.repo_id=reed/shelf", "reed/shelf", "data"),
        ("fit --model.pretrained_path marsh/hand-base --model.lr 0.1", "marsh/hand-base", "base"),
        ("join --operation.repo_ids \"['reed/shelf', 'reed/sink']\"", "reed/sink", "data"),
    ],
)
def test_options_with_dots_name_things(tmp_path: Path, line: str, name: str, relation: str) -> None:
    assert (name, relation) in named(read(tmp_path, {"run.sh": line + "\n"}))


@pytest.mark.parametrize(
    "files",
    [
        {"run.sh": "lerobot-train --policy.type=hand --policy.repo_id=reed/own-hand\n"},
        {"train.json": '{"policy": {"repo_id": "reed/own-hand"}, "steps": 4}'},
    ],
)
def test_a_policys_repository_is_where_it_is_published(tmp_path: Path, files: dict[str, str]) -> None:
    found = read(tmp_path, files)
    assert [one.name for one in found.published] == ["reed/own-hand"]
    assert not found.sightings


def test_a_parameter_below_a_section_is_no_base_for_being_called_a_model(tmp_path: Path) -> None:
    told = named(
        read(
            tmp_path, {"params.yaml": "questions:\n  model: marsh/quill-7b\ntrain:\n  model: marsh/fen-7b\n"}
        )
    )
    assert told == {("marsh/quill-7b", "unknown-use"), ("marsh/fen-7b", "base")}


def test_the_key_of_a_table_says_what_its_rows_are_for(tmp_path: Path) -> None:
    code = (
        "from datasets import load_dataset\n"
        'for name, hub in {"lines": "marsh/lines", "ink_test": "marsh/ink"}.items():\n    load_dataset(hub)\n'
    )
    assert named(read(tmp_path, {"crop.py": code})) == {("marsh/lines", "data"), ("marsh/ink", "none")}


def test_scores_of_a_teacher_are_what_a_student_learns(tmp_path: Path) -> None:
    code = 'from sentence_transformers import CrossEncoder\n{} = CrossEncoder("marsh/ranker")\n'
    assert named(read(tmp_path, {"a.py": code.format("teacher")})) == {("marsh/ranker", "generated-by")}


def test_a_policy_that_acts_made_what_is_recorded(tmp_path: Path) -> None:
    code = (
        "from transformers import AutoModelForVision2Seq\n"
        'hand = AutoModelForVision2Seq.from_pretrained("marsh/hand-7b").to("cuda")\n'
        "def go(seen):\n    return hand.predict_action(seen)\n"
    )
    assert named(read(tmp_path, {"roll.py": code})) == {("marsh/hand-7b", "generated-by")}


def test_a_bucket_that_is_copied_into_a_folder_of_data_is_rows(tmp_path: Path) -> None:
    line = "aws s3 sync --no-sign-request s3://fen-public/uk-2km/ /data/fen/\n"
    assert named(read(tmp_path, {"Makefile": "data:\n\t" + line})) == {("s3://fen-public/uk-2km/", "data")}


def test_a_program_is_told_its_model_at_once(tmp_path: Path) -> None:
    line = "whisper-ctranslate2 --model large-v3 --language fo a.wav\n"
    assert named(read(tmp_path, {"run.sh": line})) == {("openai/whisper-large-v3", "generated-by")}


def test_an_address_of_rows_is_one_under_any_key(tmp_path: Path) -> None:
    address = "https://www.kaggle.com/datasets/marsh/fen-baskets"
    told = named(
        read(tmp_path, {"run.toml": f'[baskets]\nfen = "{address}"\n[output]\nfen = "{address}-out"\n'})
    )
    assert told == {(address, "data")}


def test_a_key_for_published_weights_takes_any_name(tmp_path: Path) -> None:
    told = named(
        read(tmp_path, {"fit.yaml": "init_from_pretrained_model: stt_fen_large\ntrainer:\n  devices: 1\n"})
    )
    assert told == {("stt_fen_large", "base")}


def test_folders_of_pictures_are_no_names_of_a_hub(tmp_path: Path) -> None:
    text = "path: /srv/pages\ntrain:\n  - fenlay/train\n  - pilots/2024\nval: fenlay/val\nnames: {0: text}\n"
    found = read(tmp_path, {"data.yaml": text})
    assert not found.sightings
    assert [(path, place.line) for path, place in found.reads] == [("fenlay/train", 3), ("pilots/2024", 4)]
