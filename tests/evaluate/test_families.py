"""A rule that serves several licences: each finding stands in the family of the licence that its source carries."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import Finding
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text

AS_OF = datetime.date(2026, 11, 24)
TUNED = """
lineage: 1
project: {{id: trial}}
publisher: {{name: Lab, kind: company, country: US}}
artifacts:
  base: {{kind: model, name: maker/base, license: {licence}, released: "2026-01-01"}}
  rows: {{kind: dataset, origin: own}}
  m: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: m, period: 2026-02}}
releases:
  - {{artifact: m, date: "2026-03-01", access: open-weights, license: {licence}, function: general-purpose}}
"""


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


def _findings(licence: str, rule: str, packs: Knowledge) -> list[Finding]:
    report = check_text(TUNED.format(licence=licence), "trial", packs=packs, as_of=AS_OF)
    return [one for one in report.findings if one.rule == rule]


@pytest.mark.parametrize(
    ("rule", "licence", "family"),
    [
        ("model-licences/limits/users-at-release", "llama2", "model-licence:llama2"),
        ("model-licences/limits/users-at-release", "llama3.3", "model-licence:llama3.1+"),
        ("model-licences/limits/users-at-release", "hunyuan-3d", "model-licence:hunyuan"),
        ("model-licences/pass-on-limits", "kolors", "model-licence:custom-community"),
        ("model-licences/pass-on", "tongyi-qianwen", "model-licence:tongyi"),
        ("model-licences/permissive/notices", "Apache-2.0", "model-licence:apache-2.0"),
        ("model-licences/permissive/notices", "Zlib", "model-licence:permissive"),
    ],
)
def test_findings_stand_in_the_family_of_the_licence(
    rule: str, licence: str, family: str, packs: Knowledge
) -> None:
    assert [family] == [one.family for one in _findings(licence, rule, packs)]


@pytest.mark.parametrize("licence", ["llama2-or-3", "llama-unspecified"])
def test_of_a_licence_without_a_version_the_texts_of_its_versions_count(
    licence: str, packs: Knowledge
) -> None:
    found = _findings(licence, "model-licences/limits/users-at-release", packs)
    texts = {clause.instrument for one in found for clause in one.clauses}

    assert texts
    assert all(text.startswith("meta/llama-") for text in texts)


def test_a_rule_that_took_the_place_of_others_answers_to_their_ids(packs: Knowledge) -> None:
    found = packs.find_rule("model-licences/apache-2.0/notices")

    assert found is not None
    assert found[1].id == "model-licences/permissive/notices"
