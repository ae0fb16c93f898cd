"""What differs between two sets of packs, and what moves by it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from compliance.authoring.differences import differences, files_alone, further_folders, moves
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

RULE = "data-licences/nc-weights"
MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Kin, kind: company, country: [US]}
artifacts:
  rows: {kind: dataset, license: CC-BY-NC-4.0, origin: web}
  m: {kind: model}
steps:
  - {id: t, kind: pretrain, inputs: {data: rows}, outputs: m, period: "2025-01"}
releases:
  - {artifact: m, date: "2025-06-01", license: Apache-2.0, access: open-weights, commercial: true}
"""
DAY = datetime.date(2026, 1, 1)


def _without_an_element(packs: Knowledge) -> Knowledge:
    """The packs with one rule that asks for less."""
    changed = []
    for pack in packs.packs:
        rules = [
            rule.model_copy(
                update={"when": {k: v for k, v in rule.when.items() if k != "follows-into-weights"}}
            )
            if rule.id == RULE
            else rule
            for rule in pack.rules
        ]
        changed.append(pack.model_copy(update={"rules": tuple(rules)}))
    return replace(packs, packs=tuple(changed))


def test_a_changed_rule_is_told_with_its_parts_and_the_findings_that_move(tmp_path: Path) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(MANIFEST)
    before = load_packs()
    after = _without_an_element(before)
    nothing: list[str] = []

    assert [f"changed rule {RULE}: when"] == list(differences(before, after))
    assert [f"lineage.yaml: {RULE} on rows → m (releaser): arguable → breach"] == list(
        moves(before, after, [path], DAY)
    )
    assert nothing == list(moves(before, before, [path], DAY))


def test_what_is_only_in_one_of_them_is_added_or_dropped() -> None:
    before = load_packs()
    name = next(iter(before.definitions))
    after = replace(before, definitions={k: v for k, v in before.definitions.items() if k != name})

    assert [f"dropped definition {name}"] == list(differences(before, after))
    assert [f"added definition {name}"] == list(differences(after, before))


def _with(packs: Knowledge, rule_id: str, **changed: object) -> Knowledge:
    """The packs with one rule that says something else."""
    return replace(
        packs,
        packs=tuple(
            pack.model_copy(
                update={
                    "rules": tuple(
                        rule.model_copy(update=changed) if rule.id == rule_id else rule for rule in pack.rules
                    )
                }
            )
            for pack in packs.packs
        ),
    )


@pytest.mark.parametrize("status", ["proposed", "soft-law"])
def test_a_rule_that_counts_no_more_is_told_though_its_position_stays(tmp_path: Path, status: str) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(MANIFEST)
    before = load_packs()
    after = _with(before, RULE, status=status)

    assert list(differences(before, after)) == [f"changed rule {RULE}: status in-force → {status}"]
    moved = f"lineage.yaml: {RULE} on rows → m (releaser): arguable → arguable, no longer open"
    assert list(moves(before, after, [path], DAY)) == [moved]
    assert list(moves(after, before, [path], DAY)) == [moved.replace("no longer open", "open now")]


def test_a_rule_that_stands_in_another_pack_is_told() -> None:
    before = load_packs()
    home = next(pack for pack, rule in before.rules() if rule.id == RULE)
    other = next(pack for pack in before.packs if pack.pack.family != home.pack.family)
    rule = next(one for one in home.rules if one.id == RULE)
    packs = {
        home.pack.id: home.model_copy(update={"rules": tuple(one for one in home.rules if one.id != RULE)}),
        other.pack.id: other.model_copy(update={"rules": (*other.rules, rule)}),
    }
    after = replace(before, packs=tuple(packs.get(one.pack.id, one) for one in before.packs))

    assert list(differences(before, after)) == [
        f"moved rule {RULE}: from pack {home.pack.id} to {other.pack.id}"
    ]


def test_folders_and_files_are_told_where_what_they_say_is_the_same() -> None:
    packs = load_packs()
    moved = [
        replace(one, path=one.path.replace("policies/", "mine/"))
        if one.path.startswith("policies/u")
        else one
        for one in packs.used
    ]
    after = replace(packs, used=tuple(moved))

    assert list(further_folders(packs, after)) == ["added folder mine"]
    assert list(further_folders(after, packs)) == ["dropped folder mine"]
    assert {line.split()[0] for line in files_alone(packs, after)} == {"added", "dropped"}
    assert not list(files_alone(packs, packs))
