"""`--since`: only what is new or heavier than in an earlier report fails the check, and what is settled is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Pack = Callable[[str], Path]
_DAY = ("--as-of", "2025-11-20")
_NAMES = {"dolly": "databricks/databricks-dolly-15k", "squad": "rajpurkar/squad"}


@pytest.fixture
def earlier(project: Path, run: Run, pack: Pack) -> Callable[[str], Path]:
    """Write the report of a check under which one rule stands at the given position."""

    def write(position: str) -> Path:
        path = project / "earlier.json"
        path.write_text(_checked(run, pack(position), "--format", "json").out)
        return path

    return write


def _checked(run: Run, rules: Path, *arguments: object):  # type: ignore[no-untyped-def]
    return run("check", "lineage.yaml", "--as-of", "2025-11-20", "--rules", rules, *arguments)


def _credit(project: Path, rows: str) -> None:
    """A data set made of others' rows, all of which ask for a credit that it does not give."""
    (project / "credit.yaml").write_text(
        "lineage: 1\nproject: {id: credit}\npublisher: {name: Meadow Lab, kind: company, country: US}\nartifacts:\n"
        + "".join(f"  {key}: {{kind: dataset, name: {name}}}\n" for key, name in _NAMES.items())
        + "  mix: {kind: dataset}\nsteps:\n"
        f"  - {{id: mixed, kind: mix, inputs: {{data: [{rows}]}}, outputs: mix, period: 2025-09}}\nreleases:\n"
        "  - {artifact: mix, name: meadow/mix, date: 2025-10-01, license: CC-BY-SA-4.0, access: open-weights,\n"
        "     commercial: true, notices: [], license_copies: []}\n"
    )


@pytest.mark.parametrize("position", ["breach", "arguable", "needs-facts"])
def test_what_stood_open_before_does_not_fail(
    position: str, earlier: Callable[[str], Path], run: Run, pack: Pack
) -> None:
    before = earlier(position)
    outcome = _checked(run, pack(position), "--since", before)
    assert outcome.code == 0
    assert "0 new or heavier points, 0 settled, 1 as before" in outcome.out


def test_what_is_new_fails_and_is_named(earlier: Callable[[str], Path], run: Run, pack: Pack) -> None:
    outcome = _checked(run, pack("breach"), "--since", earlier("remote"))
    assert outcome.code == 1
    assert "New: A rule of the tests (meadow/answers), likely to breach." in " ".join(outcome.out.split())


def test_what_weighs_more_than_before_fails(earlier: Callable[[str], Path], run: Run, pack: Pack) -> None:
    assert _checked(run, pack("breach"), "--since", earlier("arguable"), "-q").code == 1
    assert _checked(run, pack("arguable"), "--since", earlier("breach"), "-q").code == 0


def test_what_is_settled_is_told(earlier: Callable[[str], Path], run: Run, pack: Pack) -> None:
    outcome = _checked(run, pack("remote"), "--since", earlier("breach"))
    assert outcome.code == 0
    assert "Settled: A rule of the tests (meadow/answers), likely to breach." in " ".join(outcome.out.split())


@pytest.mark.parametrize(("before", "after"), [("dolly", "dolly, squad"), ("squad", "squad, dolly")])
def test_one_more_upstream_of_the_same_kind_is_new(before: str, after: str, project: Path, run: Run) -> None:
    _credit(project, before)
    (project / "earlier.json").write_text(run("check", "credit.yaml", *_DAY, "--format", "json").out)
    assert run("check", "credit.yaml", *_DAY, "--since", "earlier.json").code == 0
    _credit(project, after)
    outcome = run("check", "credit.yaml", *_DAY, "--since", "earlier.json")
    assert outcome.code == 1
    told = " ".join(outcome.out.split())
    assert "1 new or heavier point, 0 settled, 1 as before" in told
    assert f"New: Rows that ask for credit, passed on ({_NAMES[after.split()[-1]]} → meadow/mix)" in told


def test_one_upstream_less_of_several_is_settled(project: Path, run: Run) -> None:
    _credit(project, "dolly, squad")
    (project / "earlier.json").write_text(run("check", "credit.yaml", *_DAY, "--format", "json").out)
    _credit(project, "dolly")
    outcome = run("check", "credit.yaml", *_DAY, "--since", "earlier.json")
    assert outcome.code == 0
    told = " ".join(outcome.out.split())
    assert "0 new or heavier points, 1 settled, 1 as before" in told
    assert f"Settled: Rows that ask for credit, passed on ({_NAMES['squad']} → meadow/mix)" in told


def test_ids_of_the_manifest_may_change(project: Path, run: Run) -> None:
    _credit(project, "dolly")
    (project / "earlier.json").write_text(run("check", "credit.yaml", *_DAY, "--format", "json").out)
    text = (project / "credit.yaml").read_text()
    (project / "credit.yaml").write_text(text.replace("dolly:", "rows:").replace("[dolly]", "[rows]"))
    assert run("check", "credit.yaml", *_DAY, "--since", "earlier.json").code == 0


def test_a_report_that_told_no_upstreams_apart_still_knows_its_points(project: Path, run: Run) -> None:
    _credit(project, "dolly")
    (project / "earlier.json").write_text(run("check", "credit.yaml", *_DAY, "--format", "json").out)
    saved = json.loads(run("check", "credit.yaml", *_DAY, "--since", "earlier.json", "--format", "json").out)
    for point in saved["since"]["points"]:
        del point["upstream"]
    (project / "old.json").write_text(json.dumps(saved))
    again = json.loads(run("report", "old.json", "--format", "json", "--exit-code").out)
    assert again["verdict"]["exit_code"] == saved["verdict"]["exit_code"] == 0


def test_packs_that_changed_in_between_are_told(earlier: Callable[[str], Path], run: Run, pack: Pack) -> None:
    outcome = _checked(run, pack("breach"), "--since", earlier("remote"))
    assert "The packs changed in between: 2 files differ." in " ".join(outcome.out.split())


def test_the_comparison_is_part_of_the_saved_report(
    earlier: Callable[[str], Path], run: Run, pack: Pack, project: Path
) -> None:
    before = earlier("breach")
    outcome = _checked(run, pack("breach"), "--since", before, "--format", "json")
    saved = json.loads(outcome.out)
    assert (saved["verdict"]["exit_code"], saved["since"]["points"][0]["position"]) == (0, "breach")
    (project / "later.json").write_text(outcome.out)
    again = run("report", "later.json", "--format", "json", "--exit-code")
    assert (again.code, again.out) == (0, outcome.out)


def test_the_answer_is_no_clearance_for_being_known(
    earlier: Callable[[str], Path], run: Run, pack: Pack
) -> None:
    outcome = _checked(run, pack("breach"), "--since", earlier("breach"))
    assert "meadow/answers should not go out as stated" in outcome.out


def test_an_earlier_report_that_is_none_cannot_be_used(project: Path, run: Run, pack: Pack) -> None:
    (project / "no.json").write_text("{}")
    assert _checked(run, pack("breach"), "--since", "no.json").code == 2


@pytest.mark.parametrize("other", ["sister", "clean-2"])
def test_a_report_of_another_project_excuses_nothing(
    other: str, earlier: Callable[[str], Path], run: Run, pack: Pack, project: Path
) -> None:
    before = earlier("breach")
    path = project / "lineage.yaml"
    path.write_text(path.read_text().replace("{id: clean}", f"{{id: {other}}}"))
    outcome = _checked(run, pack("breach"), "--since", before)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"is a report of 'clean', and the manifest is of '{other}'" in outcome.err
