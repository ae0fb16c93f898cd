"""The engine finds what the plain reference evaluator finds."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from compliance.evaluate import evaluate
from compliance.evaluate.reference.evaluator import evaluate_reference, possible_positions
from compliance.model.answered.finding import Finding
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.truth import SCALE, Position, Readings, position_of, position_range
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, REGISTRY, world
from tests.strategies import manifests, readings, rules

EARLY = datetime.date(2024, 3, 1)


def key_of(finding: Finding) -> tuple[str, str, str, str, str]:
    return finding.rule, finding.release, finding.source or "", finding.party, finding.party_name


@given(manifests(), st.lists(rules(), min_size=1, max_size=6), st.sampled_from([AS_OF, EARLY]))
def test_the_engine_finds_what_the_reference_finds(
    manifest: Manifest, given_rules: list[dict[str, Any]], as_of: datetime.date
) -> None:
    knowledge = world(*given_rules)
    lineage = resolve(manifest, REGISTRY)
    findings = evaluate(lineage, knowledge, as_of).findings
    expected = evaluate_reference(lineage, knowledge, as_of)
    assert expected == {key_of(finding): finding.readings for finding in findings}
    assert Counter(dict.fromkeys(expected, 1)) == Counter(key_of(finding) for finding in findings)


@given(readings)
def test_a_position_is_what_every_completion_of_the_readings_agrees_on(bites: Readings) -> None:
    possible = possible_positions(bites)
    expected = next(iter(possible)) if len(possible) == 1 else Position.NEEDS_FACTS
    if possible == {Position.CLEAR, Position.REMOTE}:
        expected = Position.REMOTE  # at most
    assert expected is position_of(bites)
    low, high = position_range(bites)
    assert (min(possible, key=SCALE.index), max(possible, key=SCALE.index)) == (low, high)
