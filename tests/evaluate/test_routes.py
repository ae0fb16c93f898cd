"""Evidence: the routes of a finding are ways through the lineage, of the class that they claim."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.evaluate.reaching.reach import ReachTable, matched
from compliance.evaluate.reaching.ways import find_route
from compliance.evaluate.reference.routes import classes_of_route, is_entry, reference_classes
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.declared.route import Route
from compliance.model.packs.reach import CLASS_OF, State, follow, start_state
from compliance.model.packs.truth import Truth
from compliance.resolve import resolve
from tests.evaluate.world import REGISTRY, evaluated, manifest, world
from tests.strategies import manifests, rules

REACH = {
    "narrow": ["student"],
    "plain": ["student", "copy"],
    "broad": ["student", "copy", "descendant", "derivative", "signal"],
}


def is_real(lineage: Lineage, route: Route) -> bool:
    """Whether there are versions through which the hops lead, one after the other."""
    here = {n for n, (key, _) in enumerate(lineage.versions) if key == route.hops[0].source}
    for hop in route.hops:
        here = {
            edge.target
            for edge in lineage.edges
            if edge.source in here
            and ("" if edge.carries else edge.step) == hop.step
            and hop.relations in edge.options
            and lineage.versions[edge.source][0] == hop.source
            and lineage.versions[edge.target][0] == hop.target
        }
    return bool(here)


@given(manifests(), st.lists(rules(), min_size=1, max_size=4))
def test_every_route_that_is_shown_is_there_and_has_its_class(
    given_: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    lineage = resolve(given_, REGISTRY)
    for one in evaluated(world(*given_rules), given_).findings:
        for route in one.routes:
            relations = [relation for hop in route.hops for relation in hop.relations]
            assert one.source == route.hops[0].source
            assert one.release in [route.hops[-1].target, *(r.key for r in given_.releases)]
            assert is_real(lineage, route)
            assert {route.reach} == classes_of_route(lineage.artifacts[route.hops[0].source].kind, relations)
            assert route.depth == relations.count("outputs")


@given(manifests())
def test_what_bites_through_reach_shows_a_route(given_: Manifest) -> None:
    rule = {"about": {"source": {}}, "when": {"reached": {"reach": REACH}}, "parties": ["releaser"]}
    for one in evaluated(world(rule), given_).findings:
        if one.readings.broad is not Truth.NO:
            assert one.routes
            assert any(route.reach in REACH["broad"] for route in one.routes)


@given(manifests())
def test_the_table_of_reach_and_its_routes_are_those_of_the_definition(given_: Manifest) -> None:
    lineage = resolve(given_, REGISTRY)
    table = ReachTable.of(lineage)
    entries = {number for given_numbers in table.entries.values() for number in given_numbers}
    assert entries == {n for n, edge in enumerate(lineage.edges) if is_entry(lineage, edge)}
    for number in entries:
        for node in range(len(lineage.versions)):
            expected = reference_classes(lineage, lineage.edges[number], node)
            assert expected == table.classes(number, node)
            for reach, truth in expected.items():
                route = find_route(table, number, node, reach, settled=truth is Truth.YES)
                assert route is not None
                assert route.certain or truth is Truth.UNKNOWN


def _first_of_the_shortest(lineage: Lineage, entry: int, node: int, reach: str) -> list[Any] | None:
    """Ways from an entry, all those of a length before any longer one, edges and relations in their order."""
    first = lineage.edges[entry]
    start = start_state(lineage.artifacts[lineage.versions[first.source][0]].kind)
    ways: dict[tuple[int, State], list[Any]] = {(first.source, start): []}
    while ways:
        longer: dict[tuple[int, State], list[Any]] = {}
        for (here, state), way in ways.items():
            for edge in [one for one in lineage.edges if one.source == here] if way else [first]:
                for option in filter(None, edge.options):
                    if (after := follow(state, option)) is not None:
                        longer.setdefault((edge.target, after), [*way, (edge, option)])
        for (here, state), way in longer.items():
            if here == node and CLASS_OF.get(state) == reach:
                return way
        ways = longer
    return None


@given(manifests())
def test_a_route_is_the_first_of_the_shortest(given_: Manifest) -> None:
    lineage = resolve(given_, REGISTRY)
    table = ReachTable.of(lineage)
    last = len(lineage.versions) - 1
    for number in range(len(lineage.edges)):
        for reach in dict.fromkeys(CLASS_OF.values()):
            way = _first_of_the_shortest(lineage, number, last, reach)
            route = find_route(table, number, last, reach, settled=False)
            told = route and [(hop.source, hop.target, hop.relations) for hop in route.hops]
            names = [key for key, _ in lineage.versions]
            assert told == (
                way and [(names[edge.source], names[edge.target], option) for edge, option in way]
            )


def _chain(size: int) -> Manifest:
    artifacts: dict[str, Any] = {"m0": {"kind": "model", "name": "meadow/zero"}}
    artifacts |= {f"m{n}": {"kind": "model"} for n in range(1, size + 1)}
    steps = [
        {"id": f"t{n}", "kind": "finetune", "inputs": {"base": f"m{n}"}, "outputs": [f"m{n + 1}"]}
        for n in range(size)
    ]
    given_ = manifest().model_dump(exclude_unset=True)
    return Manifest.model_validate(
        {**given_, "artifacts": artifacts, "steps": steps, "releases": [{"artifact": f"m{size}"}]}
    )


@pytest.mark.parametrize("size", [64, 65, 66, 67, 200])
def test_of_a_very_long_route_both_ends_are_told_and_the_rest_is_counted(size: int) -> None:
    lineage = resolve(_chain(size), REGISTRY)
    table = ReachTable.of(lineage)
    later, route = (
        find_route(table, table.entries[key][0], len(lineage.versions) - 1, "derivative", settled=False)
        for key in ("m1", "m0")
    )
    assert later is not None
    assert route is not None
    assert [one.source for one in route.hops[1:]] == [one.target for one in route.hops[:-1]]
    assert (route.hops[0].source, route.hops[-1].target) == ("m0", f"m{size}")
    between = [hop for hop in route.hops if hop.stands_for_more]
    assert [hop.step for hop in between] == ([f"… {size - 64} more steps …"] if size > 65 else [])
    assert len(route.steps) == min(size, 64 if between else 65)
    assert all(hop.relations == ("weights", "weights") for hop in between if size > 66)
    assert later.hops[-20:] == route.hops[-20:]


def test_a_route_that_stops_short_says_at_which_step() -> None:
    steps = [
        {"id": "gen", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": ["rows"]},
        {"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["mid"]},
        {"id": "again", "kind": "generate", "inputs": {"teacher": "mid"}, "outputs": ["more"]},
        {"id": "last", "kind": "finetune", "inputs": {"data": "more"}, "outputs": ["m"]},
    ]
    artifacts = manifest().model_dump(exclude_unset=True)["artifacts"]
    artifacts |= {"mid": {"kind": "model"}, "more": {"kind": "dataset"}}
    rule = {"when": {"reached": {"reach": REACH}}, "parties": ["caller"]}
    [one] = evaluated(world(rule), manifest(artifacts=artifacts, steps=steps)).findings
    assert [route.artifacts for route in one.routes] == [("chat", "rows", "mid", "more", "m")]
    [stopped] = one.stopped
    assert "a further generation at step again, outside the narrow and plain reading" in stopped
    assert one.routes[0].steps == ("gen", "tune", "again", "last")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("distil-logits", {"teacher": "t", "data": "rows"}, "m")], True),
        ([("distil-logits", {"teacher": "t", "data": "rows"}, "half"), ("finetune", {"base": "half"}, "m")], True),
        ([("generate", {"teacher": "t"}, "made"), ("distil-logits", {"data": "made"}, "m")], True),
        (
            [
                ("generate", {"teacher": "t"}, "made"),
                ("filter", {"source": "made"}, "kept"),
                ("distil-logits", {"data": "kept"}, "m"),
            ],
            True,
        ),
        ([("generate", {"teacher": "t"}, "made"), ("distil-logits", {"teacher": "half", "data": "made"}, "m")], False),
        ([("generate", {"teacher": "t"}, "made"), ("finetune", {"data": "made"}, "m")], False),
        ([("distil-logits", {"base": "t", "teacher": "half"}, "m")], False),
        ([("distil-logits", {"teacher": "t"}, "half"), ("finetune", {"data": "rows"}, "m")], False),
    ],
    ids=["matched", "tuned on", "stored", "filtered", "text that another matched", "text", "base", "elsewhere"],
)  # fmt: skip
def test_what_a_step_matched_is_told_from_text(
    steps: list[tuple[str, dict[str, str], str]], expected: bool
) -> None:
    models, rows = ("t", "half", "m"), ("rows", "made", "kept")
    artifacts = {key: {"kind": "model"} for key in models} | {key: {"kind": "dataset"} for key in rows}
    written = [
        {"id": f"s{n}", "kind": kind, "inputs": inputs, "outputs": [made]}
        for n, (kind, inputs, made) in enumerate(steps)
    ]
    given_ = manifest(artifacts=artifacts, steps=written, releases=[{"artifact": "m"}])
    lineage = resolve(given_, REGISTRY)
    entry = next(edge for edge in lineage.edges if lineage.versions[edge.source][0] == "t")
    assert matched(lineage, entry, lineage.latest["m"]) is expected
