"""What a check costs grows with the size of a manifest, not with its square. Calls are counted; no clock is read."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from typing import Any

import pytest

from compliance.errors import InputError
from compliance.evaluate.conditions import operators
from compliance.evaluate.reaching.reach import unsettled_steps
from compliance.model.answered.report import Question, Report
from compliance.model.declared.lineage import Edge, Lineage
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text, load_packs
from compliance.render.formats import Setting, format_of, render
from compliance.render.graph.fold import MOST, levels
from compliance.render.graph.model import build_graph
from compliance.render.graph.text import cut, wrapped
from compliance.render.view.report_view import build_view
from compliance.values import replace

DAY = datetime.date(2026, 1, 1)
RELEASE = {"name": "meadow/it", "date": "2025-10-01", "access": "open-weights", "commercial": True}
SMALL, GREAT = 8, 32
TIMES = GREAT / SMALL
ALLOWED = TIMES**1.2
"""Of work, where there is four times as much to look at."""


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _manifest(artifacts: dict[str, Any], steps: list[dict[str, Any]], last: str) -> dict[str, Any]:
    return {
        "lineage": 1,
        "project": {"id": "grown"},
        "publisher": {"name": "Meadow Lab", "kind": "company", "country": "US"},
        "artifacts": artifacts,
        "steps": steps,
        "releases": [{"artifact": last, **RELEASE}],
    }


def one_service(size: int, **said: str) -> dict[str, Any]:
    """So many data sets that one service wrote, on a route and in a time that nobody states."""
    sets = [f"d{number}" for number in range(size)]
    artifacts = {"gpt": {"kind": "service", "name": "gpt-4o"}, "tuned": {"kind": "model"}}
    artifacts |= {key: {"kind": "dataset"} for key in ("seed", *sets)}
    inputs = {"teacher": "gpt", "seed": "seed"}
    steps = [{"id": f"g-{key}", "kind": "generate", "inputs": inputs, "outputs": key, **said} for key in sets]
    tune = {"id": "tune", "kind": "finetune", "inputs": {"data": sets}, "outputs": "tuned"}
    return _manifest(artifacts, [*steps, tune], "tuned")


def chain(size: int) -> dict[str, Any]:
    """Rows of a service that are filtered so many times."""
    artifacts = {"gpt": {"kind": "service", "name": "gpt-4o"}}
    artifacts |= {f"d{number}": {"kind": "dataset"} for number in range(size + 1)}
    steps: list[dict[str, Any]] = [
        {"id": "g", "kind": "generate", "inputs": {"teacher": "gpt"}, "outputs": "d0"}
    ]
    steps += [
        {"id": f"s{n}", "kind": "filter", "inputs": {"source": f"d{n}"}, "outputs": f"d{n + 1}"}
        for n in range(size)
    ]
    return _manifest(artifacts, steps, f"d{size}")


def turned_round(size: int) -> dict[str, Any]:
    """The same, with the last step listed first."""
    made = chain(size)
    return {**made, "steps": made["steps"][::-1]}


def in_two_ways(size: int) -> dict[str, Any]:
    """The same, with variants that say otherwise where its rows came from."""
    other = {"kind": "service", "name": "claude-3-opus"}
    return {**turned_round(size), "variants": {"a": {"artifacts": {"gpt": other}}, "b": {}}}


def spoken_of(size: int) -> dict[str, Any]:
    """The same rows, each set of which is called after something, dated and stated, and put out as a model's work."""
    made = turned_round(size)
    called = {
        "kind": "dataset",
        "name": "acme/claude rows",
        "origin": "own",
        "released": "2025",
        "country": "US",
    }
    artifacts = {key: one if key == "gpt" else called for key, one in made["artifacts"].items()}
    releases = [{**made["releases"][0], "facts": {"synthetic_made": True}}]
    return {**made, "artifacts": artifacts, "releases": releases}


def many_releases(size: int) -> dict[str, Any]:
    """So many releases, each tuned on rows that a service of its own wrote."""
    artifacts = {
        f"{what}{number}": made
        for number in range(size)
        for what, made in (
            ("gpt", {"kind": "service", "name": "gpt-4o"}), ("rows", {"kind": "dataset"}), ("tuned", {"kind": "model"})
        )
    }  # fmt: skip
    steps = [
        step
        for n in range(size)
        for step in (
            {"id": f"g{n}", "kind": "generate", "inputs": {"teacher": f"gpt{n}"}, "outputs": f"rows{n}"},
            {"id": f"t{n}", "kind": "finetune", "inputs": {"data": f"rows{n}"}, "outputs": f"tuned{n}"},
        )
    ]
    made = _manifest(artifacts, steps, "tuned0")
    return {**made, "releases": [{**RELEASE, "artifact": f"tuned{n}"} for n in range(size)]}


def one_of_many(size: int) -> dict[str, Any]:
    """Weights tuned on one of so many data sets, and nobody says on which."""
    artifacts = {f"d{n}": {"kind": "dataset", "name": f"meadow/rows-{n}"} for n in range(size)}
    inputs = {"data": [{"one_of": list(artifacts)}]}
    tune = {"id": "tune", "kind": "finetune", "inputs": inputs, "outputs": "tuned"}
    return _manifest({**artifacts, "tuned": {"kind": "model"}}, [tune], "tuned")


def dated_all_along(size: int) -> dict[str, Any]:
    """A long chain of tunes, each under a licence that pages of some days state otherwise."""
    said = [{"license": "MIT", "where": "card", "date": "2025-01-05"}]
    model = {"kind": "model", "license": "CC-BY-NC-4.0", "statements": said}
    artifacts: dict[str, Any] = {"m0": {"kind": "model", "name": "meadow/zero"}, "d": {"kind": "dataset"}}
    artifacts |= {f"m{n}": model for n in range(1, size + 1)}
    steps = [
        {"id": f"t{n}", "kind": "finetune", "inputs": {"base": f"m{n}", "data": "d"}, "outputs": f"m{n + 1}"}
        for n in range(size)
    ]
    return _manifest(artifacts, steps, f"m{size}")


def said_on_many_pages(size: int) -> dict[str, Any]:
    """A data set whose licence so many pages state, which was read in as many dated steps."""
    said = [{"license": "CC-BY-4.0", "where": f"page {n}", "date": "2023-05"} for n in range(size)]
    artifacts: dict[str, Any] = {"d": {"kind": "dataset", "name": "meadow/rows", "statements": said}}
    artifacts |= {f"m{n}": {"kind": "model"} for n in range(size)}
    steps = [
        {"id": f"t{n}", "kind": "finetune", "inputs": {"data": "d"}, "outputs": f"m{n}", "period": "2024-01"}
        for n in range(size)
    ]
    return _manifest(artifacts, steps, "m0")


@contextmanager
def _counting() -> Iterator[list[int]]:
    calls = [0]

    def count(frame: object, event: str, argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def misspelt(size: int) -> dict[str, Any]:
    """So many data sets of our own, each called nearly like a published one and each in another way."""
    near = [f"tatsu-lab/alp{a}ca{b}" for a in "bcdefghi" for b in "qwrtyuio"][:size]
    rows = {
        f"d{number}": {"kind": "dataset", "name": name, "origin": "own", "license": "CC0-1.0"}
        for number, name in enumerate(near)
    }
    tune = {"id": "tune", "kind": "finetune", "inputs": {"data": list(rows)}, "outputs": "tuned"}
    return _manifest({"tuned": {"kind": "model"}, **rows}, [tune], "tuned")


def passed_on(size: int) -> dict[str, Any]:
    """Rows that a model wrote, handed from filter to filter, the last one listed first."""
    artifacts = {
        "teacher": {"kind": "model", "name": "lab/teacher-7b", "license": "Apache-2.0"},
        **{f"d{number}": {"kind": "dataset"} for number in range(size)},
    }
    steps = [
        {"id": f"f{n}", "kind": "filter", "inputs": {"data": f"d{n - 1}"}, "outputs": f"d{n}"}
        for n in range(size - 1, 0, -1)
    ]
    write = {"id": "write", "kind": "generate", "inputs": {"teacher": "teacher"}, "outputs": "d0"}
    return _manifest(artifacts, [*steps, write], f"d{size - 1}")


def put_together(size: int) -> dict[str, Any]:
    """Weights merged from so many of somebody's, of none of which it is known how it was made."""
    names = [f"m{number}" for number in range(size)]
    artifacts: dict[str, Any] = {name: {"kind": "model", "name": f"someone/{name}"} for name in names}
    merge = {"id": "merge", "kind": "merge", "inputs": {"base": names}, "outputs": "merged"}
    return _manifest({**artifacts, "merged": {"kind": "model"}}, [merge], "merged")


def _checked(data: dict[str, Any], packs: Knowledge) -> tuple[Report, int]:
    text = json.dumps(data)
    with _counting() as calls:
        report = check_text(text, "lineage.yaml", packs=packs, as_of=DAY)
    return report, calls[0]


@pytest.mark.parametrize(
    "shape",
    [one_service, chain, turned_round, one_of_many, said_on_many_pages, misspelt],
    ids=lambda shape: str(shape.__name__),
)
def test_work_grows_with_the_steps(shape: Callable[[int], dict[str, Any]], packs: Knowledge) -> None:
    _checked(shape(3), packs)
    (_, little), (_, much) = _checked(shape(SMALL), packs), _checked(shape(GREAT), packs)
    assert much / little <= ALLOWED


@pytest.mark.parametrize(
    "shape",
    [turned_round, in_two_ways, spoken_of, dated_all_along, passed_on, put_together],
    ids=lambda shape: str(shape.__name__),
)
def test_work_grows_with_the_length_of_a_way_or_of_a_list(
    shape: Callable[[int], dict[str, Any]], packs: Knowledge
) -> None:
    _checked(shape(3), packs)
    (_, little), (_, much) = _checked(shape(150), packs), _checked(shape(600), packs)
    assert much / little <= ALLOWED


def _repeated(report: Report, times: int) -> Report:
    """The report with every release, and all there is to it, so many times over."""

    def told(question: Question, number: int) -> Question:
        waiting = ((one[0], f"{one[1]}/{number}", one[2], one[3]) for one in question.findings)
        return replace(question, findings=tuple(waiting))

    findings = tuple(
        replace(one, release=f"{one.release}/{n}", cause=f"{one.cause}/{n}")
        for n in range(times)
        for one in report.findings
    )
    questions = tuple(told(one, n) for n in range(times) for one in report.questions)
    releases = tuple(replace(one, id=f"{one.id}/{n}") for n in range(times) for one in report.releases)
    return replace(report, releases=releases, findings=findings, questions=questions)


def test_words_grow_with_the_releases(packs: Knowledge) -> None:
    report = check_text(json.dumps(many_releases(GREAT)), "lineage.yaml", packs=packs, as_of=DAY)

    def worded(times: int) -> int:
        repeated = _repeated(report, times)
        with _counting() as calls:
            view = build_view(repeated)
        assert len(view.answers) == times * GREAT
        return calls[0]

    worded(1)
    assert worded(4) / worded(1) <= ALLOWED


def test_steps_in_time_and_on_a_route_are_no_dearer(packs: Knowledge) -> None:
    stated = one_service(GREAT, period="2025-02", route="direct", plan="api")
    assert _checked(stated, packs)[1] <= _checked(one_service(GREAT), packs)[1]


def test_a_loop_of_a_thousand_steps_is_told_in_a_few_words(packs: Knowledge) -> None:
    made = chain(1000)
    made["steps"][0]["inputs"] = {"teacher": "d1000"}
    with pytest.raises(InputError, match="loop") as caught, _counting() as calls:
        check_text(json.dumps(made), "lineage.yaml", packs=packs, as_of=DAY)
    assert len(str(caught.value)) < 1000
    assert "988 more" in str(caught.value) or "989 more" in str(caught.value)
    assert calls[0] < 2_000_000


def test_a_drawing_of_many_nodes_is_folded(packs: Knowledge) -> None:
    report = check_text(json.dumps(chain(MOST // 2 + 1)), "lineage.yaml", packs=packs, as_of=DAY)
    shown = [level.graph for level in levels(build_graph(report), report)]
    assert len(shown[0].nodes) > MOST
    assert len(shown[-1].nodes) <= MOST
    members = [key for node in shown[-1].nodes for key in (node.members or (node.key,))]
    assert sorted(members) == sorted(node.key for node in shown[0].nodes)
    with _counting() as calls:
        drawn = {name: render(format_of(name, "-f"), report, Setting()) for name in ("svg", "html")}
    assert drawn["svg"].count(b'<g class="n ') <= MOST
    assert drawn["html"].count(b'<g class="n ') <= 2 * MOST
    assert calls[0] < 6_000_000


@pytest.mark.parametrize("letter", ["i", "W", "木"])
def test_a_name_without_an_end_is_cut_without_reading_it_all(letter: str) -> None:
    name = letter * 200_000
    with _counting() as calls:
        assert cut(name, 180, 13).endswith("…")
        assert len(wrapped(name, 180, 13, 2)) == 2
    assert calls[0] < 100_000


def test_inputs_that_are_not_settled_are_looked_for_once_for_each_entry(
    packs: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for: list[object] = []

    def counted(lineage: Lineage, entry: Edge | None, starts: Set[int], node: int) -> tuple[str, ...]:
        looked_for.append((entry, frozenset(starts), node))
        return unsettled_steps(lineage, entry, starts, node)

    monkeypatch.setattr(operators, "unsettled_steps", counted)
    names = [f"m{number}" for number in range(12)]
    artifacts: dict[str, Any] = {name: {"kind": "model", "name": f"someone/{name}"} for name in names}
    steps = [{"id": "train", "kind": "train", "inputs": {"unknown": names[1:]}, "outputs": names[0]}]
    text = json.dumps(_manifest(artifacts, steps, names[0]))
    report = check_text(text, "lineage.yaml", packs=packs, as_of=DAY)
    assert report.findings
    assert looked_for
    assert len(looked_for) == len(set(looked_for))
