"""Of a key that a document gives twice each value is read: the later takes no upstream away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compliance.acquire.repository import read_repository
from compliance.acquire.tree import earlier, read_json, read_yaml
from compliance.acquire.twice import MOST_VALUES, Twice
from compliance.intake.documents import import_documents
from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.writing import manifest_text
from compliance.model.declared.sighting import Mention
from compliance.pipeline import load_packs


def _silent(text: str, section: str) -> list[Mention]:
    return []


def _values(text: str, is_json: bool) -> list[object]:
    twice: Twice = []
    last = [read_json(text, 1, twice)] if is_json else read_yaml(text, 1, twice)
    return [one[0] for one in (*earlier(text, is_json, twice), last)]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
@pytest.mark.parametrize("is_json", [False, True])
def test_every_value_of_a_key_is_read_up_to_a_bound(count: int, is_json: bool) -> None:
    pairs = [f'"a": "{number}"' for number in range(count)]
    text = "{" + ", ".join(pairs) + "}" if is_json else "\n".join(pairs) + "\n"
    seen = [one["a"] for one in _values(text, is_json) if isinstance(one, dict)]
    wanted = [str(number) for number in range(count)]
    assert (wanted if count <= MOST_VALUES else [*wanted[: MOST_VALUES - 1], wanted[-1]]) == seen


_CARD = "---\nlicense: mit\nbase_model: org/first\ndatasets: [a/b]\nbase_model: org/last\ndatasets: [c/d]\n---\n# me\n"
_RUN = "base_model: org/first\nadapter: lora\ndatasets:\n- path: a/b\nbase_model: org/last\ndatasets:\n- path: c/d\n"
_MODEL, _ROWS = '"type": "machine-learning-model"', '"type": "data"'
_BILL = (
    f'{{"bomFormat": "CycloneDX", "metadata": {{"component": {{{_MODEL}, "name": "me"}}}}, '
    f'"components": [{{{_MODEL}, "name": "first", "group": "org"}}, {{{_ROWS}, "name": "b", "group": "a"}}], '
    f'"components": [{{{_MODEL}, "name": "last", "group": "org"}}, {{{_ROWS}, "name": "d", "group": "c"}}]}}'
)


@pytest.mark.parametrize(("name", "text"), [("README.md", _CARD), ("train.yaml", _RUN), ("bom.json", _BILL)])
def test_a_draft_holds_what_either_value_names(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    scan = import_documents([tmp_path / name], load_packs())
    written = manifest_text(draft_of(scan, "me"))
    assert all(f"name: {one}" in written for one in ("org/first", "org/last", "a/b", "c/d"))
    assert all("given twice" in one.what for one in scan.lost)
    assert scan.lost


def test_a_folder_s_files_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(_CARD)
    (tmp_path / "train.yaml").write_text(_RUN)
    found = read_repository(tmp_path, _silent).found
    named = {(one.name, one.place.file) for one in found.sightings if one.is_lineage}
    assert {
        (name, file)
        for name in ("org/first", "org/last", "a/b", "c/d")
        for file in ("README.md", "train.yaml")
    } <= named


def test_two_licences_of_a_card_are_both_told() -> None:
    from compliance.acquire.card import read_card

    found = read_card("---\nlicense: cc-by-nc-4.0\nlicense: mit\n---\n# me\n", "README.md", _silent)
    assert {one.text for one in found.statements} == {"mit", "cc-by-nc-4.0"}


def test_many_keys_that_stand_twice_are_read_a_bounded_number_of_times() -> None:
    text = "{" + ", ".join(f'"a": {json.dumps(str(number))}' for number in range(30_000)) + "}"
    assert len(_values(text, True)) == MOST_VALUES
