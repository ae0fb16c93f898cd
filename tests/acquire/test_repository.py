"""A folder is read whole, whatever lies in it: binaries, huge files, loops of links, bad encodings, hostile YAML."""

from __future__ import annotations

from pathlib import Path

from compliance.acquire.repository import read_repository
from compliance.acquire.walk import MAX_BYTES
from compliance.model.declared.sighting import Mention
from tests.effort import effort_below


def silent(text: str, section: str) -> list[Mention]:
    return []


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "weights.bin").write_bytes(b"\0" * 100)
    (tmp_path / "odd.py").write_bytes(b"\0\1\2")
    (tmp_path / "latin.py").write_bytes('x = "caf\xe9"\nload_dataset("org/rows")\n'.encode("latin-1"))
    (tmp_path / "huge.yaml").write_bytes(b"a: b\n" * (MAX_BYTES // 4))
    (tmp_path / "deep.yaml").write_text("[" * 3000, encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 30000 + '"x"', encoding="utf-8")
    (tmp_path / "broken.py").write_text("def (", encoding="utf-8")
    (tmp_path / "nul.ipynb").write_text("{", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.py").symlink_to(tmp_path / "nowhere.py")
    found = read_repository(tmp_path, silent).found
    assert [one.name for one in found.sightings] == ["org/rows"]
    assert {"huge.yaml", "deep.yaml", "broken.py", "nul.ipynb"} <= {one.place.file for one in found.lost}


def test_names_that_one_file_gives_are_used_in_others(tmp_path: Path) -> None:
    (tmp_path / "run.sh").write_text("export TEACHER=gpt-4o\n", encoding="utf-8")
    (tmp_path / "gen.py").write_text(
        'import os\nc.chat.completions.create(model=os.environ.get("TEACHER", "big"))\n', encoding="utf-8"
    )
    (tmp_path / "gateway.yaml").write_text(
        "model_list:\n- model_name: big\n  litellm_params: {model: anthropic/claude-3-opus-20240229}\n",
        encoding="utf-8",
    )
    found = read_repository(tmp_path, silent).found
    shown = {(one.name, one.place.file) for one in found.sightings}
    expected = {
        ("gpt-4o", "run.sh"),
        ("anthropic/claude-3-opus-20240229", "gen.py"),
        ("anthropic/claude-3-opus-20240229", "gateway.yaml"),
    }
    assert expected == shown


def test_what_measures_tests_or_belongs_to_others_is_no_upstream(tmp_path: Path) -> None:
    for place in ("eval/run.py", "tests/test_x.py", "third_party/lib/load.py", "data/build.py"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text('load_dataset("org/rows")\n', encoding="utf-8")
    (tmp_path / "third_party/lib/LICENSE").write_text("SPDX-License-Identifier: MIT\n", encoding="utf-8")
    found = read_repository(tmp_path, silent).found
    assert [one.place.file for one in found.sightings if one.is_lineage] == ["data/build.py"]
    assert found.statements == []


def test_notebooks_are_read_cell_by_cell_at_their_lines(tmp_path: Path) -> None:
    notebook = (
        '{"cells": [\n{"cell_type": "markdown", "source": ["# T"]},\n'
        '{"cell_type": "code", "source": [\n"%pip install x\\n",\n"M = \\"gpt-4o\\"\\n"],\n"outputs": [{"text": [\n'
        "\"ChatCompletion(model='gpt-4o-2024-08-06')\"]}]},\n"
        '{"cell_type": "code", "source": ["c.chat.completions.create(model=M)"], "outputs": []}]}'
    )
    (tmp_path / "work.ipynb").write_text(notebook, encoding="utf-8")
    found = read_repository(tmp_path, silent).found
    assert {("gpt-4o", 5), ("gpt-4o-2024-08-06", 7)} == {
        (one.name, one.place.line) for one in found.sightings
    }


def test_two_hundred_files_are_read_soon(tmp_path: Path) -> None:
    code = (
        'from datasets import load_dataset\n\n\ndef rows(n):\n    return load_dataset("org/rows-%d")\n'
        + "x = [1, 2]\n" * 200
    )
    for number in range(200):
        (tmp_path / f"m{number}.py").write_text(code % number, encoding="utf-8")
    told: list[tuple[int, int]] = []
    with effort_below(5000):
        found = read_repository(tmp_path, silent, lambda done, of: told.append((done, of))).found
    assert len(found.sightings) == 200
    assert told[-1] == (200, 200)
