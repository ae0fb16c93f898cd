"""What differs between two sets of packs, and what moves by it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from compliance.authoring.differences import differences, moves
from compliance.load.packs import load_packs
from compliance.model.knowledge import Knowledge

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
