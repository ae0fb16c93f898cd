"""A fact that a record states is one that rules can ask, in the type that it is asked in."""

from __future__ import annotations

import pathlib

import pytest

from compliance.lint.record_facts import record_facts
from compliance.load.documents.yaml_reader import MAX_FAULTS
from compliance.load.packs.knowledge import load_packs

RECORDS = """\
parties:
  meadow:
    name: Meadow Lab
    country: DK
    organisations: [meadow]
    source: {{where: card, read: '2026-01-01'}}
    assurance: full-text
datasets:
  - id: meadow-rows
    names: [meadow/rows]
    publisher: meadow
    source: {{where: card, read: '2026-01-01'}}
    assurance: full-text
    facts: {facts}
"""


def told(folder: pathlib.Path, facts: str) -> list[str]:
    """The faults of a folder with one record that states facts."""
    (folder / "registry").mkdir()
    (folder / "registry" / "rows.yaml").write_text(RECORDS.format(facts=facts), "utf-8")
    return [f"{one.what}; {one.what_to_do}" for one in record_facts(load_packs([folder], cache=False))]


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        (
            "{rights_cleared: purple}",
            "dataset meadow-rows: the fact 'rights_cleared': expected true, false or unknown, found 'purple'; "
            "write true, false or unknown",
        ),
        (
            "{rights_clered: true}",
            "dataset meadow-rows: the fact 'rights_clered' is in no catalogue; did you mean 'rights_cleared'?",
        ),
        (
            "{zebras: true}",
            "dataset meadow-rows: the fact 'zebras' is in no catalogue; add it to the catalogue, or leave it out",
        ),
    ],
)
def test_a_fact_of_no_catalogue_or_of_another_type_is_told(
    tmp_path: pathlib.Path, facts: str, fault: str
) -> None:
    assert told(tmp_path, facts) == [fault]


def test_a_fact_as_the_catalogue_has_it_is_none(tmp_path: pathlib.Path) -> None:
    assert told(tmp_path, "{rights_cleared: true, grant_shown: unknown}") == []


def test_what_very_many_facts_of_no_catalogue_mean_is_not_sought(tmp_path: pathlib.Path) -> None:
    wrong = ", ".join(f"rights_clered{n}: true" for n in range(MAX_FAULTS + 50))
    faults = told(tmp_path, f"{{{wrong}}}")
    assert len(faults) == MAX_FAULTS + 50
    assert sum("did you mean 'rights_cleared'?" in one for one in faults) == MAX_FAULTS
