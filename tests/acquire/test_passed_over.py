"""What a folder holds and nobody reads is told: links, broken files, what is no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compliance.acquire.repository import read_repository
from compliance.acquire.walk import MOST_PASSED
from compliance.model.declared.sighting import Mention


def _silent(text: str, section: str) -> list[Mention]:
    return []


def _lost(folder: Path) -> list[tuple[str, str]]:
    return [(one.place.file, one.what) for one in read_repository(folder, _silent).found.lost]


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    folder, other = tmp_path / "release", tmp_path / "other"
    (folder / "configs").mkdir(parents=True)
    other.mkdir()
    (other / "README.md").write_text("---\nbase_model: org/x\n---\n# x\n")
    (folder / "README.md").symlink_to(other / "README.md")
    (folder / "configs/shared").symlink_to(other)
    (folder / "configs/ring").symlink_to(folder)
    (folder / "gone.yaml").symlink_to("nowhere")
    assert sorted(name for name, what in _lost(folder) if "link" in what) == [
        "README.md", "configs/ring", "configs/shared", "gone.yaml",
    ]  # fmt: skip


def test_many_links_are_counted(tmp_path: Path) -> None:
    for number in range(MOST_PASSED + 25):
        (tmp_path / f"{number}.yaml").symlink_to("nowhere")
    told = _lost(tmp_path)
    assert len(told) == MOST_PASSED + 1
    assert told[-1][1].startswith("25 more links")


def test_a_pipe_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "train.yaml")
    assert _lost(tmp_path) == [("train.yaml", "is no regular file, so not read")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("train.yaml", "base_model: {{ base }}\nx: [\n"),
        ("train.yml", "{{ head }}: - a\n - b: {{ c }}\n"),
        ("config.json", '{"_name_or_path": {{ base }}}\n'),
        ("config.json", '{"a": 1,\n{"base_model": "org/x"}\n'),
    ],
)
def test_broken_files_are_told_though_they_look_like_templates(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    ((file, what),) = _lost(tmp_path)
    assert file == name
    assert what.startswith("cannot be read")


def test_rows_one_a_line_are_read_though_the_file_says_it_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "rows.json").write_text(
        '{"model": "gpt-4o", "text": "a"}\n{"model": "gpt-4o", "text": "b"}\n'
    )
    found = read_repository(tmp_path, _silent).found
    assert [one.name for one in found.sightings] == ["gpt-4o"]
    assert found.lost == []
