"""What lint tells of how packs are written: the format, ids of two rules, and places that are still open."""

from __future__ import annotations

import pathlib
from dataclasses import replace

import pytest
from pydantic import ValidationError

from compliance.errors import Fault, Location
from compliance.lint.places import placed
from compliance.lint.written import unfinished
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import FORMAT, Pack, PackHead, Rule

OTHER = "openai/competing-models"


def _told(packs: Knowledge) -> list[str]:
    return [fault.what for fault in unfinished(packs)]


def _with(packs: Knowledge, **changes: object) -> Knowledge:
    """The packs with one rule that is otherwise."""
    first, *rest = packs.packs
    rule = first.rules[0].model_copy(update=changes)
    return replace(packs, packs=(first.model_copy(update={"rules": (rule, *first.rules[1:])}), *rest))


def _first(packs: Knowledge) -> tuple[Pack, Rule]:
    return packs.packs[0], packs.packs[0].rules[0]


def test_the_bundled_packs_are_finished() -> None:
    assert _told(load_packs()) == []


def test_an_older_format_is_told_and_a_later_one_refused() -> None:
    packs = load_packs()
    pack, _ = _first(packs)
    older = pack.model_copy(update={"pack": pack.pack.model_copy(update={"format": 1})})

    assert [f"pack {pack.pack.id}: is written in format 1, and {FORMAT} is the present one"] == _told(
        replace(packs, packs=(older, *packs.packs[1:]))
    )
    with pytest.raises(ValidationError, match="use a newer version"):
        PackHead(format=FORMAT + 1, id="a", title="b", family="c", version="1")


def test_a_mark_is_told_wherever_it_stands() -> None:
    packs = load_packs()
    _, rule = _first(packs)

    assert [f"{rule.id}: 2 places are marked TODO"] == _told(
        _with(packs, says="TODO", consequence="TODO: what")
    )


def test_an_id_that_a_rule_had_means_no_other() -> None:
    packs = load_packs()
    _, rule = _first(packs)

    assert [f"{rule.id}: says that it was {OTHER}, which is a rule"] == _told(_with(packs, formerly=(OTHER,)))
    assert _told(_with(packs, formerly=("old/id",))) == []


def test_a_fault_of_a_pack_of_ones_own_says_where_what_it_names_stands(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.yaml").write_text("policy: 1\nid: acme/terms\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("rules:\n  - id: acme/own-use\n    title: x\n", encoding="utf-8")
    told = ["acme/own-use: x", "acme/terms: 2 places", "pack acme: old", "openai/competing-models: y"]
    given = [Fault(None, one, "") for one in told]
    places = [str(one.location) for one in placed(given, [tmp_path])]
    assert [f"{tmp_path}/b.yaml:2:9", f"{tmp_path}/a.yaml:2:5", "None", "None"] == places


def test_a_fault_that_has_a_place_keeps_it(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.yaml").write_text("id: acme/terms\n", encoding="utf-8")
    fault = Fault(Location("other.yaml", 7, 1), "acme/terms: x", "")
    assert placed([fault], [tmp_path]) == [fault]
