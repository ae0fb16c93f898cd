"""Records of one's own that are made from each other are told, and those that stand one behind another are not."""

from __future__ import annotations

import pathlib

import pytest

from compliance.lint.rings import rings
from compliance.load.packs.knowledge import load_packs

PARTY = """\
parties:
  meadow:
    name: Meadow Lab
    country: DK
    organisations: [meadow]
    source: {where: card, read: '2026-01-01'}
    assurance: full-text
"""
MODEL = """\
  - id: {id}
    names: [{name}]
    family: grass
    developer: meadow
    licence: apache-2.0
    stage: tune
    source: {{where: card, read: '2026-01-01'}}
    assurance: full-text
    {base}
"""
ROWS = """\
datasets:
  - id: rows
    names: [meadow/rows]
    publisher: meadow
    licence: apache-2.0
    source: {where: card, read: '2026-01-01'}
    assurance: full-text
    ancestry:
      steps: [{kind: generate, inputs: {teacher: [meadow/a]}, by: Meadow Lab}]
      documented_at: card
      assurance: full-text
"""


def model(key: str, base: str, name: str = "") -> str:
    """A record of a model that starts from others."""
    return MODEL.format(id=key, name=name or f"meadow/{key}", base=base)


def told(folder: pathlib.Path, *models: str, more: str = "") -> list[str]:
    """The faults of a folder with these records."""
    (folder / "registry").mkdir()
    (folder / "registry" / "own.yaml").write_text(f"{PARTY}{more}models:\n{''.join(models)}", "utf-8")
    return [one.what for one in rings(load_packs([folder], cache=False))]


@pytest.mark.parametrize(
    ("models", "more", "faults"),
    [
        ([model("a", "base: [meadow/a]")], "", ["a: is made from itself"]),
        (
            [model("a", "base: [meadow/b]"), model("b", "base: [meadow/a]")],
            "",
            ["a: 2 records are made from each other in a ring: 'a', 'b'"],
        ),
        (
            [model("d", "base: [meadow/a]"), model("a", "base: [meadow/b, meadow/c]"),
             model("b", "base: [Qwen/Qwen2.5-7B]"), model("c", "base: [meadow/a]")],
            "",
            ["a: 2 records are made from each other in a ring: 'a', 'c'"],
        ),
        (
            [model("a", "ancestry: {steps: [{kind: finetune, inputs: {data: [meadow/rows]}, by: Meadow Lab}], "
                        "documented_at: card, assurance: full-text}")],
            ROWS,
            ["a: 2 records are made from each other in a ring: 'a', 'rows'"],
        ),
        (
            [model("a", "sizes: [1B, 7B]\n    base: ['meadow/b-{size}']", "'meadow/a-{size}'"),
             model("b", "sizes: [1B, 7B]\n    base: ['meadow/a-{size}']", "'meadow/b-{size}'")],
            "",
            ["a: 2 records are made from each other in a ring: 'a', 'b'"],
        ),
        (
            [model("a", "base: [Qwen/Qwen2.5-7B]"), model("own-qwen", "base: [meadow/a]", "Qwen/Qwen2.5-7B")],
            "",
            ["a: 2 records are made from each other in a ring: 'a', 'own-qwen'"],
        ),
    ],
)  # fmt: skip
def test_a_ring_is_told_by_its_records(
    tmp_path: pathlib.Path, models: list[str], more: str, faults: list[str]
) -> None:
    assert told(tmp_path, *models, more=more) == faults


def test_what_stands_one_behind_another_is_no_ring(tmp_path: pathlib.Path) -> None:
    each = [
        model("a", "base: [meadow/b, meadow/c]"), model("b", "base: [meadow/d]"), model("c", "base: [meadow/d]"),
        model("d", "base: [Qwen/Qwen2.5-7B, nobody/knows-it]"),
        model("small", "sizes: [1B]\n    base: ['meadow/large-7B']", "'meadow/small-{size}'"),
        model("large", "sizes: [7B]\n    base: [meadow/d]", "'meadow/large-{size}'"),
    ]  # fmt: skip
    assert told(tmp_path, *each) == []


def test_a_model_of_an_earlier_line_of_its_own_developer_is_not_made_from_it(tmp_path: pathlib.Path) -> None:
    first = model("a", "base: [meadow/b]").replace("stage: tune", "stage: foundation")
    assert told(tmp_path, first, model("b", "base: [meadow/a]")) == []


def test_a_long_ring_is_told_once(tmp_path: pathlib.Path) -> None:
    each = [model(f"m{n}", f"base: [meadow/m{(n + 1) % 300}]") for n in range(300)]
    (found,) = told(tmp_path, *each)
    assert found.startswith("m0: 300 records are made from each other in a ring: 'm0', 'm1', ")
    assert len(found) < 1_000
