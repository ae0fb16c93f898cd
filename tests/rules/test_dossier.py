"""Every case that the dossier lists is told as a situation: its time line, and its pairs of terms and licence."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from compliance.situations import read_situations

HERE = Path(__file__).parent / "dossier"
_CASE = re.compile(r"^\| (\d+) \|", re.MULTILINE)
_NAMED = re.compile(r"^([TP]\d\d): ")


def told(name: str) -> set[str]:
    """The cases that the situations of one file begin with."""
    stories = read_situations(HERE / name)[0].situations
    return {found[1] for story in stories if (found := _NAMED.match(story.name))}


def test_every_case_of_the_time_line_is_a_situation(shared: Path) -> None:
    text = (shared / "dossier" / "provider_timeline.md").read_text(encoding="utf-8")
    listed = {f"T{int(number):02}" for number in _CASE.findall(text)}

    assert len(listed) == 25
    assert listed == told("time-line.yaml")


def test_every_pair_of_terms_and_licence_is_a_situation(shared: Path) -> None:
    dossier = yaml.safe_load((shared / "dossier" / "licences.yaml").read_text(encoding="utf-8"))
    listed = {pair["id"] for pair in dossier["incompatibility_pairs"]}

    assert len(listed) == 40
    assert listed == told("pairs.yaml")


def test_every_situation_here_names_its_case() -> None:
    stories = [story for path in HERE.glob("*.yaml") for story in read_situations(path)[0].situations]

    assert [story.name for story in stories if not _NAMED.match(story.name)] == []
