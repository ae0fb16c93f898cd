"""A mutation run: what situations notice, what is listed with a reason, and what is kept from run to run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compliance.authoring import excused, mutation_run, record
from compliance.authoring.start import lay_out
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

RULE = "acme/own-models"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack to start from."""
    place = tmp_path_factory.mktemp("packs") / "acme-pack"
    lay_out(place, "acme", "2026-11-27")
    return place


@pytest.fixture(scope="module")
def packs(folder: Path) -> Knowledge:
    """The bundled packs and that one."""
    return load_packs([folder])


def test_each_fault_is_noticed_or_told(folder: Path, packs: Knowledge) -> None:
    result = mutation_run.run(packs, [folder], wanted=[RULE])
    told = [fault for _, fault in result.unexplained]

    assert result.mutants == result.killed + len(told)
    assert "when output-used dropped" not in told
    assert "unless permitted dropped" in told, "no story of the start has a permission"


def test_a_listed_fault_has_a_reason_and_one_that_is_noticed_is_stale(
    folder: Path, packs: Knowledge, tmp_path: Path
) -> None:
    listed = tmp_path / "listed.yaml"
    listed.write_text(
        "survives:\n"
        f"  - {{of: {RULE}, faults: [unless permitted dropped], why: No permission is told of.}}\n"
        f"  - {{of: {RULE}, faults: [when output-used dropped], why: Wrong.}}\n"
    )
    result = mutation_run.run(packs, [folder, listed], wanted=[RULE])

    assert [fault for _, fault, _ in result.explained] == ["unless permitted dropped"]
    assert [fault for _, fault in result.stale] == ["when output-used dropped"]


def test_outcomes_are_kept_until_a_rule_or_its_situations_change(
    folder: Path, packs: Knowledge, tmp_path: Path
) -> None:
    cache = tmp_path / "kept.json"
    first = mutation_run.run(packs, [folder], wanted=[RULE], cache=cache)
    second = mutation_run.run(packs, [folder], wanted=[RULE], cache=cache)
    stories = next((folder / "situations").glob("*.yaml")).read_text()
    fewer = tmp_path / "fewer.yaml"
    fewer.write_text(stories.replace("position: breach}", "position: arguable}"))
    third = mutation_run.run(packs, [fewer], wanted=[RULE], cache=cache)
    cache.write_text("damaged")
    fourth = mutation_run.run(packs, [folder], wanted=[RULE], cache=cache)

    assert [run.anew for run in (first, second, third, fourth)] == [1, 0, 1, 1]
    assert first.unexplained == second.unexplained == fourth.unexplained


def test_a_situation_that_does_not_come_out_as_written_notices_nothing(
    folder: Path, packs: Knowledge, tmp_path: Path
) -> None:
    stories = next((folder / "situations").glob("*.yaml")).read_text()
    wrong = tmp_path / "wrong.yaml"
    other = {"breach": "clear"}
    wrong.write_text(re.sub("(?<=position: )[a-z-]+", lambda one: other.get(one[0], "breach"), stories))
    result = mutation_run.run(packs, [wrong], wanted=[RULE])
    assert (result.killed, len(result.unexplained)) == (0, result.mutants)


def test_a_record_holds_until_a_rule_or_its_situations_change(
    folder: Path, packs: Knowledge, tmp_path: Path
) -> None:
    file = tmp_path / "mutants.json"
    first = mutation_run.run(packs, [folder], wanted=[RULE])
    file.write_text(first.record)
    again = mutation_run.run(packs, [folder], wanted=[RULE], recorded=file)

    assert (first.anew, again.anew) == (1, 0)
    assert first.unexplained == again.unexplained
    assert {(RULE, fault) for _, fault in first.unexplained} == record.unnoticed(file)


def test_a_damaged_record_is_none(tmp_path: Path) -> None:
    file = tmp_path / "mutants.json"
    file.write_text("[]")

    assert record.read(file) == {}


def _listed(folder: Path, *entries: str) -> Path:
    file = folder / "listed.yaml"
    file.write_text(
        "survives:\n" + "".join(f"  - {{of: {RULE}, {entry}, why: So it is.}}\n" for entry in entries)
    )
    return file


def test_a_star_means_every_fault_that_begins_so_and_those_noticed_are_stale(
    folder: Path, packs: Knowledge, tmp_path: Path
) -> None:
    listed = _listed(tmp_path, "faults: [unless permitted*]", "faults: ['when output-used*']")
    result = mutation_run.run(packs, [folder, listed], wanted=[RULE])

    assert {fault.split(":")[0] for _, fault, _ in result.explained} <= {
        "unless permitted dropped", "unless permitted", "when output-used",
    }  # fmt: skip
    assert (RULE, "when output-used dropped") in result.stale


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("faults: [when nothing dropped]", "has no fault 'when nothing dropped'"),
        ("faults: [unless permitted dropped], kind: no-date-between", "none of dates"),
        ("faults: [unless permitted dropped], kind: clear-either-way", "can bite"),
        ("faults: [unless permitted dropped], kind: covered", None),
        ("faults: [clauses a day earlier], kind: no-date-between", None),
    ],
)
def test_a_reason_names_a_fault_there_is_and_is_of_its_kind(
    folder: Path, packs: Knowledge, tmp_path: Path, entry: str, said: str | None
) -> None:
    faults = [fault.what for fault in excused.misplaced(packs, [_listed(tmp_path, entry)])]

    assert len(faults) == (said is not None)
    assert all(said in fault for fault in faults if said)


def test_a_reason_for_what_is_no_rule_is_told(packs: Knowledge, tmp_path: Path) -> None:
    file = tmp_path / "listed.yaml"
    file.write_text("survives:\n  - {of: acme/none, faults: [x dropped], why: So it is.}\n")

    assert [fault.what for fault in excused.misplaced(packs, [file])] == [
        "acme/none: is no rule or definition that is put"
    ]
