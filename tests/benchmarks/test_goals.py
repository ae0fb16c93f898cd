"""A goal is met or it is not, and the manifests that are measured are ones that the program reads."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from benchmarks.goals import Line, _chain, table
from benchmarks.measure import BARE, run, warm_environment
from benchmarks.synthetic import synthetic, write_synthetic
from compliance import pipeline
from compliance.load.packs.knowledge import load_packs


@pytest.mark.parametrize(
    ("measured", "below", "met"),
    [(2.0, True, True), (2.1, True, False), (2.0, False, True), (1.9, False, False)],
)
def test_a_goal_is_met_at_its_bound_and_on_its_side(measured: float, below: bool, met: bool) -> None:
    line = Line("work", 2, measured, "×", below=below, why="Somewhere.")
    assert line.met is met
    assert ("Somewhere." in table([line])) is not met


def test_a_synthetic_manifest_is_the_same_for_a_seed_and_has_the_size_asked_for() -> None:
    assert synthetic(60) == synthetic(60) != synthetic(60, seed=8)
    assert [len(synthetic(size)["artifacts"]) for size in (12, 60, 61)] == [12, 60, 61]
    assert len(synthetic(60, releases=3)["releases"]) == 3


@pytest.mark.parametrize("size", [30, 90])
def test_a_synthetic_manifest_is_read_and_its_release_is_reached(tmp_path: Path, size: int) -> None:
    day = datetime.date(2025, 11, 20)
    report = pipeline.check(write_synthetic(tmp_path, size), packs=load_packs(), as_of=day)
    assert any(finding.routes for finding in report.findings)


def test_a_chain_of_steps_reaches_its_end(tmp_path: Path) -> None:
    path = tmp_path / "chain.yaml"
    path.write_text(_chain(12))
    report = pipeline.check(path, packs=load_packs(), as_of=datetime.date(2025, 11, 20))
    assert 12 in {len(route.hops) for finding in report.findings for route in finding.routes}


def test_a_process_has_a_cost_and_one_that_could_not_run_is_told(tmp_path: Path) -> None:
    environment = warm_environment(str(tmp_path))
    cost = run(BARE, environment)
    assert (cost.seconds > 0, cost.mebibytes > 1) == (True, True)
    with pytest.raises(RuntimeError, match="ended with 2"):
        run((*BARE[:2], "raise SystemExit(2)"), environment)
    with pytest.raises(RuntimeError, match="no such module here"):
        run((*BARE[:2], "raise ImportError('no such module here')"), environment)
