"""What the documentation quotes is what the program prints, and what it shows as YAML is valid."""

from __future__ import annotations

import datetime
import re
import shlex
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.plan import Costs
from compliance.model.declared.manifest import (
    Artifact,
    Input,
    Manifest,
    Party,
    Project,
    Publisher,
    Release,
    Step,
    Variant,
)
from compliance.model.declared.stated import (
    AgainstRecord,
    Documentation,
    Evidence,
    Part,
    ReleaseTerms,
    Statement,
    Used,
    Witnessed,
)
from compliance.model.names.records import Records
from compliance.model.packs.instrument import (
    Capture,
    Clause,
    Enforcement,
    Event,
    Instrument,
    Limit,
    Territory,
    Version,
)
from compliance.model.packs.operator import _KEYS, Op, Selector
from compliance.model.packs.rule import Definitions, FactCatalogue, FactEntry, Pack, PackHead, Rule
from compliance.model.packs.scenario import Change, Scenario, Which
from compliance.model.packs.situation import ALL_SHOWS, Situations
from compliance.model.packs.waiver import Waivers
from compliance.pipeline import check_text
from compliance.render.machine.report_shape import ReportPart
from compliance.situations import run_file
from tests.docs.blocks import BLOCK, documents, made_anew, run

ROOT = Path(__file__).resolve().parents[2]
NAMES = [str(path.relative_to(ROOT)) for path in documents(ROOT)]
FENCE = re.compile(r"^```yaml (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)")
SHAPES: dict[str, TypeAdapter[Any]] = {
    "manifest": TypeAdapter(Manifest),
    "artifact": TypeAdapter(dict[str, Artifact]),
    "party": TypeAdapter(dict[str, Party]),
    "step": TypeAdapter(list[Step]),
    "release": TypeAdapter(list[Release]),
    "pack": TypeAdapter(Pack),
    "operator": TypeAdapter(Op),
    "definitions": TypeAdapter(Definitions),
    "facts": TypeAdapter(FactCatalogue),
    "policy": TypeAdapter(Instrument),
    "record": TypeAdapter(Records),
    "situations": TypeAdapter(Situations),
    "waivers": TypeAdapter(Waivers),
    "costs": TypeAdapter(Costs),
    "scenario": TypeAdapter(Scenario),
}  # fmt: skip


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_quoted_outputs_files_and_tables_are_fresh(name: str, update: bool) -> None:
    text = _read(name)
    anew = made_anew(text, ROOT)
    if update:
        (ROOT / name).write_text(anew, encoding="utf-8")
    assert _read(name) == anew, "if the change is meant, run pytest tests/docs --update-golden"


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_closed_before_the_next(name: str) -> None:
    text = _read(name)
    starts = len(re.findall(r"^<!-- (?:output|file|rule|table): ", text, re.MULTILINE))
    assert len(BLOCK.findall(text)) == starts == len(re.findall(r"^<!-- end -->$", text, re.MULTILINE))


@pytest.mark.parametrize("name", NAMES)
def test_links_within_the_project_lead_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    assert [link for link in LINK.findall(_read(name)) if not (folder / link).exists()] == []


@pytest.mark.parametrize(
    ("name", "shape", "text"),
    [(name, shape, text) for name in NAMES for shape, text in FENCE.findall(_read(name))],
)
def test_yaml_that_names_its_shape_has_it(name: str, shape: str, text: str) -> None:
    SHAPES[shape].validate_python(parse_yaml(text, name).data)


MANIFEST = (
    Manifest, Project, Publisher, Party, Witnessed, Evidence, Artifact, Statement, Part, Used, Documentation,
    AgainstRecord, Step, Input, Release, ReleaseTerms, Variant,
)  # fmt: skip
FIELDS: list[tuple[str, type[BaseModel]]] = [
    *(("docs/manifest.md", shape) for shape in MANIFEST),
    *(
        ("docs/policies.md", shape)
        for shape in (Instrument, Clause, Version, Capture, Limit, Territory, Event, Enforcement)
    ),
    *(("docs/rule-writing.md", shape) for shape in (Rule, PackHead, FactEntry, Selector)),
    *(("docs/whatif.md", shape) for shape in (Change, Which)),
    ("docs/json-report.md", ReportPart),
]


@pytest.mark.parametrize(("name", "shape"), FIELDS)
def test_every_field_is_described(name: str, shape: type[BaseModel]) -> None:
    text = _read(name)
    fields = [field.alias or key for key, field in shape.model_fields.items()]
    assert [field for field in fields if f"`{field}`" not in text and f"`{field}: " not in text] == []


@pytest.mark.parametrize(
    "text", [text for shape, text in FENCE.findall(_read("docs/manifest.md")) if shape == "manifest"]
)
def test_whole_manifests_that_are_shown_can_be_checked(text: str) -> None:
    report = check_text(text, "lineage.yaml", packs=load_packs(), as_of=datetime.date(2026, 1, 1))
    assert {finding.release for finding in report.findings} == {release.id for release in report.releases}
    # Whose position is answered is told wherever it is not the publisher's.
    told = [one for one in report.warnings if not (one.startswith("asker ") and "\nasker: " in text)]
    assert told == []


def _keys(node: Any) -> set[str]:
    if isinstance(node, dict):
        return {*node, *(key for inner in node.values() for key in _keys(inner))}
    return {key for inner in node for key in _keys(inner)} if isinstance(node, list) else set()


@pytest.mark.parametrize("shape", MANIFEST)
def test_every_field_of_the_manifest_stands_in_an_example(shape: type[BaseModel]) -> None:
    text = _read("docs/manifest.md")
    examples = [
        found for _, found in re.findall(r"^```yaml( \w+)?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    ]
    shown = {key for example in examples for key in _keys(parse_yaml(example, "docs/manifest.md").data)}
    assert set(shape.model_fields) - shown - {"title"} == set()


def test_every_operator_is_shown_with_an_example() -> None:
    shown = "".join(
        text for shape, text in FENCE.findall(_read("docs/rule-writing.md")) if shape == "operator"
    )
    assert [key for key in _KEYS if f"{key}:" not in shown] == []


def test_the_pack_of_the_guide_gives_what_its_situations_say(tmp_path: Path) -> None:
    shown = dict(FENCE.findall(_read("docs/rule-writing.md")))
    for shape in ("pack", "definitions", "facts"):
        (tmp_path / f"{shape}.yaml").write_text(shown[shape], encoding="utf-8")
    stories = tmp_path / "stories" / "house.yaml"
    stories.parent.mkdir()
    packs = load_packs([tmp_path], cache=False)
    stories.write_text(shown["situations"], encoding="utf-8")
    results = run_file(stories, packs)
    assert [result.shows for result in results] == list(ALL_SHOWS)
    assert [(result.name, result.faults) for result in results if result.faults] == []


def _commands(text: str) -> list[list[str]]:
    lines = re.findall(r"(?:^|`|: )\./run ([^`\n#|>]+)", text, re.MULTILINE)
    return [
        shlex.split(line) for line in lines if line.split()[0] not in ("test", "lint", "python", "ARGUMENTS")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_commands_and_options_that_are_shown_exist(name: str) -> None:
    for words in _commands(_read(name)):
        depth = 2 if words[0] in ("rules", "registry", "fleet") else 1
        command = list(takewhile(re.compile(r"[a-z]+").fullmatch, words[:depth]))
        helped = run(shlex.join(["./run", *command, "--help"]), ROOT)
        unknown = [word for word in words if word.startswith("--") and word not in helped]
        assert (words, unknown) == (words, [])
        assert "Usage: compliance " + " ".join(command) in helped
