"""Every kind of rule that the design asks for can be written as data alone: a pack, its texts, and its situations."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.situation import Situation
from compliance.situations import read_situations, run

HERE = Path(__file__).parent
STORIES = [
    pytest.param(story, id=f"{path.stem}: {story.name}")
    for path in sorted((HERE / "situations").glob("*.yaml"))
    for story in read_situations(path)[0].situations
]


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The pack of the tests beside the bundled ones."""
    return load_packs([HERE / "pack"], cache=False)


@pytest.mark.parametrize("story", STORIES)
def test_a_situation_stands_where_it_says(story: Situation, packs: Knowledge) -> None:
    assert run(story, packs) == []
