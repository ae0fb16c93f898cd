"""The situations beside the rules stand where they say; one test for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.situation import Situation
from compliance.situations import read_situations, run

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.yaml"))
STORIES = [
    pytest.param(story, id=f"{path.relative_to(HERE).with_suffix('').as_posix()}: {story.name}")
    for path in FILES
    for story in read_situations(path)[0].situations
]


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs, loaded once."""
    return load_packs(cache=False)


@pytest.mark.parametrize("story", STORIES)
def test_a_situation_stands_where_it_says(story: Situation, packs: Knowledge) -> None:
    assert run(story, packs) == []


# Cases of the dossier go across rules; `test_dossier.py` says which they have to be.
OF_RULES = [path for path in FILES if path.parent.name != "dossier"]


@pytest.mark.parametrize("path", OF_RULES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_a_file_of_situations_lies_where_its_rules_lie(path: Path, packs: Knowledge) -> None:
    rules = path.relative_to(HERE).as_posix()
    files = [used.path for used in packs.used if used.rules]
    held = {
        rule.id
        for file, pack in zip(files, packs.packs, strict=True)
        for rule in pack.rules
        if file == f"rules/{rules}"
    }
    told = {story.rule for story in read_situations(path)[0].situations}
    assert held, f"there is no rules/{rules}"
    assert set() == told - held
