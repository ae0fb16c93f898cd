"""Two results side by side: what moved, in which direction, and which of manifest, packs and day moved it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from compliance.decide.compare import matched
from compliance.decide.supposing import World, suppose
from compliance.decide.variants import variants_of
from compliance.load.documents.yaml_reader import Document
from compliance.load.manifest.manifest import check_manifest
from compliance.model.answered.report import ReleaseInfo
from compliance.model.answered.supposed import Comparison, Moved
from compliance.model.known.knowledge import Knowledge, PackUsed
from compliance.model.packs.scenario import Change
from compliance.model.shapes.location import Marks
from compliance.pipeline import Setting, check_loaded, compare
from compliance.render.sheet.compared import comparison_sheet
from compliance.render.sheet.terminal import as_text
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, CHAT, RELEASE, manifest, world

USED = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}
TERMS: dict[str, Any] = {"cites": [{"instrument": "one/terms", "clause": "compete"}], "when": {"used": USED}}
NEWER = PackUsed("small", "2", "small.yaml", "0" * 64, 1)
LATER: dict[str, Any] = {
    "cites": [{"instrument": "state/act", "clause": "later"}],
    "time": "as-of",
    "about": {"source": {"kind": ["service"]}},
    "when": {"used": USED},
}


def setting(knowledge: Knowledge, as_of: datetime.date = AS_OF, **given: Any) -> Setting:
    """A setting of the small world, with parts of the manifest replaced."""
    data = manifest(**given).model_dump(mode="json", by_alias=True, exclude_unset=True)
    text = repr(sorted(data.items()))
    return Setting(check_manifest(Document(data, Marks("m.yaml", {}), "m.yaml", text)), knowledge, as_of)


def told(found: Comparison, party: str = "bound-party") -> list[Moved]:
    """The answers that moved, of one party."""
    return [row for row in found.moved if row.party == party]


def test_the_same_setting_moves_nothing() -> None:
    one = setting(world(TERMS))
    found = compare(one, one)
    assert (found.moved, bool(found.rows)) == ((), True)


def test_a_fact_of_the_manifest_moves_an_answer() -> None:
    rule = {**TERMS, "unless": {"leave": {"fact": "step.authorised", "is": True}}}
    steps = [step.model_dump(exclude_unset=True, mode="json") for step in manifest().steps]
    leave = [{**steps[0], "authorised": True}, steps[1]]
    found = compare(setting(world(rule)), setting(world(rule), steps=leave))
    (row,) = told(found)
    assert (row.before and row.before.position.value, row.after and row.after.position.value) == (
        "breach",
        "clear",
    )
    assert row in found.better
    assert any("leave" in why for why in row.why)


def test_a_change_of_the_packs_moves_an_answer() -> None:
    gone = Change.model_validate(
        {"term": {"instrument": "one/terms", "clause": "compete", "ends": "2024-06-01"}}
    )
    first = setting(world(TERMS))
    lineage = resolve(first.loaded.manifest, first.knowledge.registry)
    packs = suppose(World(lineage, first.knowledge, AS_OF), [gone]).knowledge
    (row,) = told(compare(first, Setting(first.loaded, packs, AS_OF)))
    assert (row.before and row.before.position.value, row.after) == ("breach", None)


def test_where_packs_and_day_differ_it_says_which_alone_moved_it() -> None:
    early, late = (
        setting(world(LATER)),
        setting(replace(world(LATER), used=(NEWER,)), datetime.date(2027, 6, 1)),
    )
    found = compare(early, late)
    moved = [row for row in found.moved if row.after and row.after.position.value == "breach"]
    assert moved
    assert {"by the day alone"} == {row.why[0] for row in moved}
    assert set(moved) <= set(found.worse)


def test_what_takes_two_changes_is_said_to_take_both() -> None:
    rule = {**LATER, "about": {"source": {"kind": ["service"], "provider": ["one"]}}}
    other = {**CHAT, "provider": None, "name": "other"}
    foreign: dict[str, Any] = {"chat": other, "rows": {"kind": "dataset"}, "m": {"kind": "model"}}
    found = compare(setting(world(rule), artifacts=foreign), setting(world(rule), datetime.date(2027, 6, 1)))
    moved = [row for row in found.moved if row.after and row.after.position.value == "breach"]
    assert moved
    assert {"by the manifest and the day together"} == {row.why[0] for row in moved}


def info(key: str, name: str) -> ReleaseInfo:
    """A release as a report shows it."""
    return ReleaseInfo(key, key, name, None, None, "unknown", "unknown", True)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([info("a", "X"), info("b", "Y")], [info("b", "Y"), info("a", "X")], {"a": "a", "b": "b"}),
        ([info("a", "X")], [info("renamed", "X")], {"renamed": "a"}),
        ([info("a", "X")], [info("other", "Z")], {"other": "a"}),
        ([info("a", "X"), info("b", "Y")], [info("c", "Z")], {}),
    ],
)
def test_releases_stand_for_each_other_by_id_by_name_or_alone(
    before: list[ReleaseInfo], after: list[ReleaseInfo], expected: dict[str, str]
) -> None:
    assert expected == matched(before, after)


def test_variants_stand_side_by_side_and_those_that_differ_come_first() -> None:
    rule = {**TERMS, "parties": ["releaser"]}
    own = {"kind": "model", "name": "base/free"}
    given = setting(
        world(
            rule,
            {
                "about": {"release": {"kind": ["model"]}},
                "when": {"open": {"fact": "release.access", "is": "api"}},
            },
        ),
        releases=[{**RELEASE, "id": "out"}],
        variants={"hosted": {"title": "Hosted"}, "own": {"artifacts": {"chat": own}}},
    )
    report = check_loaded(given.loaded, given.knowledge, AS_OF)
    rows = variants_of(report, ("hosted", "own"))
    assert [row.differs for row in rows] == [True, False]
    hosted, other = rows[0].standings
    assert (hosted and hosted.position.value, other) == ("breach", None)
    assert {"out"} == {row.release for row in rows}


def test_the_sheet_names_a_release_as_the_second_result_does_and_tells_the_first_name() -> None:
    rule = {**TERMS, "when": {"used": USED, "sold": {"fact": "release.commercial", "is": True}}}
    one = setting(world(rule), releases=[{**RELEASE, "name": "old-name", "commercial": True}])
    two = setting(world(rule), releases=[{**RELEASE, "name": "new-name", "commercial": False}])
    text = as_text([comparison_sheet(compare(one, two))], width=100, color=False)
    _, _, moved = text.partition("Better")
    assert "Taken for one: old-name is called new-name after." in text
    assert ("new-name" in moved, "old-name" in moved) == (True, False)
