"""A state that somebody else wrote counts only in the form that this program writes."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Mapping

import pytest

from compliance.errors import InputError
from compliance.text.watch.state import Progress, load, save


def stored(folder: pathlib.Path, grades: Mapping[str, object]) -> dict[str, Progress]:
    """What is read of a state with these counts of grades."""
    path = folder / "watch.json"
    save(path, {"c": Progress("k")})
    told = json.loads(path.read_text("utf-8"))
    told["collections"]["c"]["grades"] = grades
    path.write_text(json.dumps(told), "utf-8")
    return load(path, {"c": "k"})


def test_counts_of_known_grades_are_read(tmp_path: pathlib.Path) -> None:
    assert stored(tmp_path, {"cited": 2, "new": 1})["c"].grades == {"cited": 2, "new": 1}


@pytest.mark.parametrize(
    "word", ["new\n::error::x", "\x1b[31mnew", "<script>alert(1)</script>", "new\u202e", ""]
)
def test_a_word_that_is_no_grade_is_refused_and_so_never_printed(tmp_path: pathlib.Path, word: str) -> None:
    with pytest.raises(InputError, match="is not the state of an earlier run"):
        stored(tmp_path, {word: 5})
