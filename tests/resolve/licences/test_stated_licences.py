"""Where only statements tell a licence: a limit that they agree on bites, a grant clears nothing."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Manifest
from compliance.pipeline import check_text
from compliance.resolve import resolve

DAY = datetime.date(2026, 1, 1)


def _found(*statements: dict[str, Any], **stated: str) -> Artifact:
    """Weights of somebody else of which so much is said."""
    manifest = Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": "Lab"},
            "artifacts": {
                "base": {"kind": "model", "name": "skua/lark", "statements": list(statements), **stated},
                "m": {"kind": "model"},
            },
            "steps": [{"id": "t", "kind": "finetune", "inputs": {"base": "base"}, "outputs": ["m"]}],
            "releases": [{"artifact": "m", "license": "MIT"}],
        }
    )
    return resolve(manifest, load_packs().registry, lambda path: None).artifacts["base"]


def _sets(found: Artifact) -> set[tuple[str, ...]]:
    return set(found.licence_options or (found.licences,))


@pytest.mark.parametrize("licence", ["cc-by-nc-4.0", "llama3.1", "research-only", "gemma"])
def test_a_limit_that_is_only_stated_holds(licence: str) -> None:
    assert {(licence,)} == _sets(_found({"license": licence, "where": "card"}))


GRANTS = [
    "mit",
    "apache-2.0",
    "cc0-1.0",
    "cc-by-sa-4.0",
    "gpl-3.0",
    "agpl-3.0",
    "mpl-2.0",
    "cc-by-nc-4.0 or mit",
]


@pytest.mark.parametrize("licence", GRANTS)
def test_a_grant_that_is_only_stated_may_not_hold(licence: str) -> None:
    assert () in _sets(_found({"license": licence, "where": "an answer in a thread"}))


@pytest.mark.parametrize("licence", ["MIT", "GPL-3.0", "MPL-2.0", "CC-BY-NC-4.0", "Gemma"])
def test_a_statement_about_weights_of_others_leaves_nothing_clean(licence: str) -> None:
    told = """
lineage: 1
project: {id: p}
publisher: {name: Lab, kind: university, country: EC}
artifacts:
  base: {kind: model, name: skua/lark, developer: Skua, documented: {where: "its paper, page 3", generators: none},
         statements: [{license: LICENCE, where: an answer in a thread}]}
  rows: {kind: dataset, name: Rows of our own, license: CC0-1.0, origin: own}
  out: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: out, period: 2025-09}
releases:
  - {artifact: out, name: meadow/answers, date: 2025-10-10, license: LICENCE, access: open-weights, commercial: true,
     function: task-model, markets: [EC], license_copies: [LICENCE], notices: []}
""".replace("LICENCE", licence)
    assert check_text(told, "lineage.yaml", packs=load_packs(), as_of=DAY).exit_code == 1


@pytest.mark.parametrize(
    "statements",
    [
        [{"license": "mit", "about": "code"}],
        [{"license": "cc-by-nc-4.0", "until": "2025-01-01"}],
        [],
    ],
)
def test_statements_that_are_withdrawn_or_about_other_parts_give_no_licence(
    statements: list[dict[str, Any]],
) -> None:
    assert {()} == _sets(_found(*statements))


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["cc-by-nc-4.0", "mit"], {("cc-by-nc-4.0",), ("mit",), ()}),
        (["mit", "for friends of the house"], {("mit",), ()}),
        (["mit OR apache-2.0", "gemma"], {("mit",), ("gemma",), ()}),
        (["for friends", "for foes"], {()}),
    ],
)
def test_of_statements_that_disagree_each_may_hold_or_none(
    statements: list[str], expected: set[tuple[str, ...]]
) -> None:
    assert expected == _sets(_found(*({"license": one} for one in statements)))


def test_what_is_declared_stands_before_statements() -> None:
    assert {("gemma",)} == _sets(_found({"license": "mit", "where": "card"}, license="gemma"))


@pytest.mark.parametrize("until", [None, "2025-06"])
def test_what_a_source_is_said_to_hold_under_other_terms_is_held_against_its_licence(
    until: str | None,
) -> None:
    inside = {"license": "CC-BY-NC-4.0", "where": "README", "about": "upstream"} | (
        {"until": until} if until else {}
    )
    found = _found(inside, license="CC-BY-4.0")
    assert (("cc-by-nc-4.0",),) in found.statement_licences
    assert len(found.statements) == 2


@pytest.mark.parametrize(
    ("shown", "taken"),
    [
        ({"license_copies": ["Apache-2.0"]}, "apache-2.0"),
        ({"license_copies": ["MIT"]}, "mit"),
        ({"license_copies": ["Apache-2.0", "MIT"]}, "mit"),
        ({"license": "Apache-2.0"}, "apache-2.0"),
        ({"license": "CC-BY-4.0"}, "mit"),
        ({}, "mit"),
    ],
)
@pytest.mark.parametrize("stated", [None, "MIT"])
def test_of_two_places_that_give_the_same_weights_the_one_counts_that_is_shown(
    shown: dict[str, Any], taken: str, stated: str | None
) -> None:
    manifest = Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": "Lab"},
            "artifacts": {
                "base": {
                    "kind": "model",
                    "name": "openai/whisper-large-v2",
                    **({"license": stated} if stated else {}),
                },
                "m": {"kind": "model"},
            },
            "steps": [{"id": "t", "kind": "finetune", "inputs": {"base": "base"}, "outputs": ["m"]}],
            "releases": [{"artifact": "m", **shown}],
        }
    )
    found = resolve(manifest, load_packs().registry, lambda path: None).artifacts["base"]
    # What the manifest says of the weights stands.
    assert found.licences == (("mit",) if stated else (taken,))
