"""Fail closed: what the packs do not speak of is named, and nothing unasked is a clean bill."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.evaluate.overall import coverage
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import LoadedManifest
from compliance.model.answered.report import Gate, Report
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position
from compliance.pipeline import check_loaded
from tests.evaluate.single import GEN, TUNE
from tests.evaluate.world import AS_OF, CHAT, RELEASE, evaluated, manifest, world

NEVER: dict[str, Any] = {"reach": {"narrow": [], "plain": [], "broad": []}}
SILENT: dict[str, Any] = {"when": {"never": NEVER}}
DERIVED: dict[str, Any] = {
    "reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student", "copy"]}
}
OF_RELEASE: dict[str, Any] = {"about": {"release": {}}, "when": {"never": NEVER}, "parties": ["releaser"]}


def report(knowledge: Knowledge, given: Manifest, *allowed: str, gate: Gate = "plain") -> Report:
    loaded = LoadedManifest(given, parse_yaml("lineage: 1\n", "lineage.yaml"))
    return check_loaded(loaded, knowledge, AS_OF, gate=gate, allowed=allowed)


def not_covered(given: Manifest, *rules: dict[str, Any]) -> dict[str, str]:
    return {one.subject: one.why for one in evaluated(world(*rules), given).not_covered}


def with_chat(**changed: Any) -> Manifest:
    chat = {key: value for key, value in {**CHAT, **changed}.items() if value is not None}
    return manifest(artifacts={"chat": chat, "rows": {"kind": "dataset"}, "m": {"kind": "model"}})


def with_rows(**rows: Any) -> Manifest:
    return manifest(artifacts={"rows": {"kind": "dataset", **rows}, "m": {"kind": "model"}}, steps=[TUNE])


def test_a_rule_that_finds_nothing_passes() -> None:
    assert report(world(SILENT), manifest()).exit_code == 0


def test_empty_packs_never_pass() -> None:
    found = report(world(), manifest())
    assert (found.rules_asked, found.evaluated, found.exit_code) == (0, False, 1)
    assert report(world(), manifest(), "not-covered", "needs-facts").exit_code == 1


def test_a_pack_that_speaks_of_nothing_here_never_passes() -> None:
    elsewhere = {"about": {"source": {"provider": "nobody"}}, "when": {"never": NEVER}}
    assert report(world(elsewhere), manifest(), "not-covered").exit_code == 1


def test_every_release_must_be_asked() -> None:
    lonely = {"kind": "model"}
    artifacts = {"chat": CHAT, "rows": {"kind": "dataset"}, "m": {"kind": "model"}, "lonely": lonely}
    given = manifest(artifacts=artifacts, releases=[RELEASE, {**RELEASE, "artifact": "lonely"}])
    found = report(world(SILENT), given)
    assert [(one.id, one.evaluated) for one in found.releases] == [("m", True), ("lonely", False)]
    assert found.exit_code == 1
    assert report(world(SILENT, OF_RELEASE), given).exit_code == 0


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"provider": None, "name": "mystery"}, "the name resolves to no provider in the registry"),
        ({"provider": "nobody"}, "the provider 'nobody' is not in the registry"),
        ({"route": "elsewhere"}, "no text is held for One by the route elsewhere under the plan api"),
        ({"plan": "barter"}, "no text is held for One by the route direct under the plan barter"),
    ],
)
def test_a_service_without_a_text_is_not_covered_and_does_not_pass(changed: dict[str, Any], why: str) -> None:
    given = with_chat(**changed)
    assert not_covered(given, SILENT) == {"chat": why}
    assert report(world(SILENT, OF_RELEASE), given).exit_code == 1
    assert report(world(SILENT, OF_RELEASE), given, "not-covered").exit_code == 0


def test_terms_of_which_nothing_on_output_is_recorded_cover_nothing_that_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not_covered(manifest(), SILENT) == {}
    monkeypatch.setattr(coverage, "ON_OUTPUT", frozenset({"another"}))
    assert "what its output may serve" in not_covered(manifest(), SILENT)["chat"]


def test_an_unknown_way_of_access_is_covered_where_some_text_is_held() -> None:
    assert not_covered(with_chat(route=None, plan=None), SILENT) == {}


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ({"license": "My Own Terms"}, "its licence 'My Own Terms' is not read"),
        ({"license": "nc"}, "no rule of the loaded packs speaks of its licence (nc)"),
        ({}, "no licence is stated or known, and no rule of the loaded packs asks for it"),
        ({"license": "sa OR nc"}, "no rule of the loaded packs speaks of its licence (sa OR nc)"),
        ({"license": "free"}, "no rule of the loaded packs speaks of its licence (free)"),
        ({"license": "freed"}, "its licence 'freed' is not read; near names: free"),
    ],
)
def test_content_of_which_no_rule_speaks_is_not_covered(rows: dict[str, Any], why: str) -> None:
    assert not_covered(with_rows(**rows), OF_RELEASE) == {"rows": why}


def test_a_rule_that_was_asked_is_enough() -> None:
    asked = {"about": {"source": {"kind": "dataset"}}, "when": {"held": DERIVED}, "parties": ["releaser"]}
    assert not_covered(with_rows(license="nc"), {**asked, "family": "dataset-licence:nc"}) == {}
    # What watches labels says nothing of the licence itself.
    assert set(not_covered(with_rows(license="nc"), {**asked, "family": "label-watch"})) == {"rows"}


OF_ROWS: dict[str, Any] = {
    "about": {"source": {"licence": ["nc", "free"]}},
    "family": "dataset-licence:nc",
    "parties": ["releaser"],
}
ALWAYS: dict[str, Any] = {"always": "yes", "because": "…"}
SOLD: dict[str, Any] = {"fact": "release.commercial", "is": True}
NOT_SOLD: dict[str, Any] = {"fact": "release.commercial", "is": False}
UNKNOWING: dict[str, Any] = {"always": "unknown", "because": "…"}
NEVER_BITE: dict[str, dict[str, Any]] = {
    "no reach": {"when": {"never": NEVER}},
    "a false condition": {"when": {"never": {"always": "no", "because": "…"}}},
    "a condition that is met, negated": {"when": {"never": {"not": ALWAYS}}},
    "an exception from everything": {"when": {"sold": SOLD}, "unless": {"ever": ALWAYS}},
    "an exception that is the condition": {"when": {"sold": SOLD}, "unless": {"sold-too": SOLD}},
    "what contradicts itself": {"when": {"sold": SOLD, "not-sold": NOT_SOLD}},
    "what contradicts itself, deeper": {"when": {"either": {"any": [{"all": [SOLD, NOT_SOLD]}, NEVER]}}},
    "a word that is none": {"when": {"odd": {"fact": "release.function", "is": "gardening"}}},
    "fewer than none": {"when": {"few": {"fact": "publisher.users", "under": 0}}},
    "dates that cross": {
        "when": {
            "late": {"fact": "release.date", "since": "2025-01-01"},
            "early": {"fact": "release.date", "before": "2024-01-01"},
        }
    },
    "weights in common with rows": {
        "about": {"source": {"kind": "dataset", "licence": ["nc"]}},
        "when": {"held": {"reach": {"narrow": ["derivative"], "plain": ["derivative"], "broad": ["derivative"]}}},
    },
    "a draft": {"when": {"yes": ALWAYS}, "status": "draft"},
    "withdrawn": {"when": {"yes": ALWAYS}, "status": "withdrawn", "until": "2025-01-01"},
    "proposed": {"when": {"yes": ALWAYS}, "status": "proposed"},
    "guidance": {"when": {"yes": ALWAYS}, "status": "soft-law"},
    "a text that stood earlier": {
        "when": {"yes": ALWAYS},
        "cites": [{"instrument": "one/terms", "clause": "permit"}],
        "time": "as-of",
    },
    "a law of another day": {
        "when": {"yes": ALWAYS},
        "cites": [{"instrument": "state/act", "clause": "later"}],
        "time": "as-of",
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", NEVER_BITE)
def test_a_rule_that_can_never_bite_does_not_speak_of_a_licence(kind: str) -> None:
    rule = {**OF_ROWS, **NEVER_BITE[kind]}
    why = "no rule of the loaded packs speaks of its licence (nc)"
    assert not_covered(with_rows(license="nc"), rule, OF_RELEASE) == {"rows": why}
    assert report(world(rule, SILENT, OF_RELEASE), with_rows(license="nc")).exit_code == 1


def test_a_rule_on_releases_that_can_never_bite_speaks_of_no_source() -> None:
    never = {
        "about": {"release": {"kind": ["model"]}},
        "when": {"never": NEVER},
        "family": "model-licence:nc",
    }
    assert set(not_covered(with_rows(license="nc"), never, OF_RELEASE)) == {"rows"}


MAY_BITE: dict[str, dict[str, Any]] = {
    "another way of release": {"when": {"not-sold": NOT_SOLD}},
    "another reach": {"when": {"held": {"reach": {"narrow": [], "plain": [], "broad": ["signal"]}}}},
    "the broad reading alone": {"when": {"held": {"reach": {"narrow": [], "plain": [], "broad": ["descendant"]}}}},
    "one of several": {"when": {"either": {"any": [NEVER, NOT_SOLD]}}},
    "very many choices": {"when": {"each": {"all": [{"any": [NEVER, NOT_SOLD]}] * 450}}},
    "what the text leaves open": {"when": {"open": UNKNOWING}},
    "no more than": {"when": {"few": {"fact": "publisher.users", "under": 1}}},
    "between two days": {
        "when": {
            "late": {"fact": "release.date", "since": "2024-01-01"},
            "early": {"fact": "release.date", "before": "2025-01-01"},
        }
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", MAY_BITE)
def test_a_rule_that_does_not_bite_here_speaks_of_its_licence(kind: str) -> None:
    assert not_covered(with_rows(license="nc"), {**OF_ROWS, **MAY_BITE[kind]}, OF_RELEASE) == {}


def test_that_nothing_is_asked_of_use_counts_where_the_record_of_the_licence_says_so_too() -> None:
    nothing = {**OF_ROWS, "when": {"never": {"always": "no", "because": "it asks for nothing"}}}
    assert not_covered(with_rows(license="free"), nothing, OF_RELEASE) == {}
    assert set(not_covered(with_rows(license="nc"), nothing, OF_RELEASE)) == {"rows"}


def test_a_service_that_was_used_before_any_text_is_held_is_not_covered() -> None:
    steps = [{**GEN, "period": "2022-05"}, TUNE]
    expected = "no text of One is held for 2022-05-01 to 2022-05-31 (step gen)"
    assert not_covered(manifest(steps=steps), SILENT) == {"chat": expected}


def test_what_the_publisher_made_and_what_reaches_no_release_need_no_cover() -> None:
    assert not_covered(manifest(), SILENT) == {}
    judged = {"id": "judge", "kind": "evaluate", "inputs": {"judge": "x"}, "outputs": []}
    artifacts = {
        "chat": CHAT,
        "x": {"kind": "model", "license": "strange"},
        "rows": {"kind": "dataset"},
        "m": {"kind": "model"},
    }
    assert not_covered(manifest(artifacts=artifacts, steps=[GEN, TUNE, judged]), SILENT) == {}


def test_a_service_that_reaches_no_release_is_said_to_be_clear() -> None:
    judged = {"id": "judge", "kind": "evaluate", "inputs": {"judge": "chat"}, "outputs": []}
    given = manifest(artifacts={"chat": CHAT, "m": {"kind": "model"}}, steps=[judged])
    [found] = evaluated(world(SILENT), given).findings
    assert (found.position, found.steps) == (Position.CLEAR, ("judge",))
    assert "judge (evaluate)" in found.reason


@pytest.mark.parametrize(
    ("gate", "allowed", "expected"),
    [("plain", (), 1), ("broad", (), 1), ("narrow", (), 0), ("plain", ("needs-facts",), 0), ("never", (), 0)],
)
def test_an_undecided_finding_is_open_on_the_gates_reading(
    gate: Gate, allowed: tuple[str, ...], expected: int
) -> None:
    maybe = {
        "readings": {
            name: {"always": word, "because": "…"}
            for name, word in (("narrow", "no"), ("plain", "unknown"), ("broad", "unknown"))
        }
    }
    knowledge = world({"when": {"maybe": maybe}, "parties": ["caller"]})
    assert expected == report(knowledge, manifest(), *allowed, gate=gate).exit_code


def test_others_positions_and_proposed_law_never_fail_a_check() -> None:
    always = {"when": {"always": {"always": "yes", "because": "…"}}}
    assert report(world({**always, "parties": ["recipient"]}, SILENT), manifest()).exit_code == 0
    assert report(world({**always, "status": "proposed"}, SILENT), manifest()).exit_code == 0
    assert report(world({**always, "status": "in-force"}, SILENT), manifest()).exit_code == 1


def test_drafts_and_withdrawn_rules_are_not_put() -> None:
    always = {"when": {"always": {"always": "yes", "because": "…"}}}
    for status, until, expected in (
        ("draft", None, 0),
        ("withdrawn", "2025-12-31", 0),
        ("withdrawn", "2026-01-02", 0),
    ):
        rule = {**always, "status": status, "until": until}
        assert expected == len(evaluated(world(rule)).findings) + (1 if expected else 0)
