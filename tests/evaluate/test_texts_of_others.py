"""A licence whose text is not held is asked for its kind, and by neither the days nor the titles of other licences."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Finding
from compliance.model.packs.truth import Position
from compliance.pipeline import check_text

MANIFEST = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: company, country: DK}
artifacts:
  a: {kind: KIND, name: meadow-friends/brook, license: LICENCE}
  out: {kind: OUT}
steps:
  - {id: s, kind: STEP, inputs: {component: a}, outputs: out, period: YEAR-08}
releases:
  - {artifact: out, name: meadow/lark, date: YEAR-10-10, license: Apache-2.0, access: public,
     commercial: true, function: general-purpose, markets: [DK]}
"""

CC_BY_NC = {"creative-commons/cc-by-nc-4.0", "creative-commons/cc-by-nc-3.0"}


def found_by(rule: str, licence: str, kind: str, step: str, year: int) -> Finding:
    """What one rule found, for whom it bites, where one thing under that licence is bundled or fetched."""
    words = {"KIND": kind, "OUT": "code", "STEP": step, "LICENCE": licence, "YEAR": str(year)}
    text = MANIFEST
    for word, value in words.items():
        text = text.replace(word, value)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(year, 10, 10))
    of_rule = [one for one in report.findings if one.rule == rule]
    return next(one for one in of_rule if one.position is not Position.CLEAR)


@pytest.mark.parametrize(
    ("rule", "licence", "kind", "step", "position"),
    [
        ("model-licences/custom-nc/fetched", "S-Lab License 1.0", "model", "fetch", Position.ARGUABLE),
        ("code-licences/eupl-copies", "EUPL-1.1", "code", "bundle", Position.BREACH),
        ("code-licences/eupl-copies", "OSL-3.0", "code", "bundle", Position.BREACH),
        ("code-licences/gpl-copies", "GPL-1.0-only", "code", "bundle", Position.BREACH),
    ],
)
@pytest.mark.parametrize("year", [2015, 2025])
def test_a_text_that_is_not_held_bites_by_its_kind_on_any_day_and_under_no_other_title(
    rule: str, licence: str, kind: str, step: str, position: Position, year: int
) -> None:
    found = found_by(rule, licence, kind, step, year)
    assert (found.position, found.clauses) == (position, ())


@pytest.mark.parametrize(
    ("rule", "licence", "texts"),
    [
        ("code-licences/eupl-copies", "EUPL-1.2", {"eu/eupl-1.2"}),
        ("code-licences/gpl-copies", "GPL-3.0-only", {"gnu/gpl-3.0"}),
        ("code-licences/cc-non-commercial", "cc-by-nc", CC_BY_NC),
    ],
)
def test_a_text_that_is_held_is_named_alone(rule: str, licence: str, texts: set[str]) -> None:
    found = found_by(rule, licence, "code", "bundle", 2025)
    assert {clause.instrument for clause in found.clauses} == texts
