"""A mutation run: what situations notice, what is listed with a reason, and what is kept from run to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.authoring import mutation_run, record
from compliance.authoring.start import lay_out
from compliance.load.packs import load_packs
from compliance.model.knowledge import Knowledge

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
