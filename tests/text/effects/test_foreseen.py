"""A change is put to manifests as the rule that is drafted from its new words, and never by itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from compliance import pipeline
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.answered.finding import Finding
from compliance.model.known.knowledge import Knowledge
from compliance.model.known.policy_text import CitedChange, ClauseChange, Watch, WatchedStep
from compliance.text.effects.foreseen import Ask, foreseen
from compliance.text.watch.report import as_markdown

CLAUSE = "openai/services-agreement#competing-models"
RULES = ("openai/competing-models",)
ANY = "You may not use Output to train or develop any artificial intelligence model."
MANIFEST = """
lineage: 1
project: {id: quick, title: Quick}
publisher: {name: Meadow Lab, kind: company, country: US, accepted: {openai: true}}
artifacts:
  api: {kind: service, name: gpt-4o-2024-08-06, provider: openai, route: direct, plan: api}
  rows: {kind: dataset}
  base: {kind: model, name: Qwen/Qwen2.5-7B, license: Apache-2.0}
  tuned: {kind: model}
steps:
  - {id: gen, kind: generate, inputs: {teacher: api}, outputs: rows, period: PERIOD}
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2027-02}
releases:
  - {artifact: tuned, name: meadow/t, date: 2027-03-01, license: Apache-2.0, access: open-weights,
     commercial: true, function: embedding}
"""


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return pipeline.load_packs()


def ask(known: Knowledge, period: str = "2027-01") -> Ask:
    manifest = check_manifest(parse_yaml(MANIFEST.replace("PERIOD", period), "m.yaml"), known).manifest

    def put(packs: Knowledge, day: datetime.date) -> Iterable[Finding]:
        return pipeline.evaluate_manifest(manifest, packs, day).findings

    return put


def step(new: str = ANY, **more: Any) -> WatchedStep:
    change = ClauseChange("changed", True, ("train-any",), "", new, 1, 1, (), cited=(CLAUSE,), rules=RULES)
    cited = (CitedChange(CLAUSE, "2026-01-01", RULES, recorded=False),)
    told = {"topics": ("train-any",), "changes": (change,), "cited": cited, **more}
    return WatchedStep("genai", "c0ffee", "2026-12-01", "ChatGPT/Commercial Terms.md", "cited", **told)


def test_a_wider_clause_changes_the_position_of_what_is_made_under_it(known: Knowledge) -> None:
    found = foreseen(step(), known, {"m.yaml": ask(known)})
    assert [(one.party, one.now, one.then) for one in found.effects] == [("bound-party", "remote", "breach")]
    (draft,) = found.drafts
    (rule,) = yaml.safe_load(draft)["rules"]
    assert (rule["status"], rule["cites"][0]["clause"]) == ("draft", "competing-models")


def test_what_was_made_before_the_change_stays_under_the_old_words(known: Knowledge) -> None:
    assert foreseen(step(), known, {"m.yaml": ask(known, "2026-11")}).effects == ()


def test_new_words_bind_from_the_day_that_the_text_states(known: Knowledge) -> None:
    found = foreseen(step(dates=("2027-06-01",)), known, {"m.yaml": ask(known)})
    assert found.effects == ()


def test_a_clause_that_fell_away_frees_what_comes_after_it(known: Knowledge) -> None:
    found = foreseen(step(new="Be kind to each other."), known, {"m.yaml": ask(known)})
    assert {(one.now, one.then) for one in found.effects} == {("remote", "not-applicable")}


def gone_and(*added: tuple[str, str]) -> WatchedStep:
    old = "You may not use Output to develop models that compete with us."
    gone = ClauseChange(
        "removed", True, ("train-competing",), old, "", 1, 0, (), cited=(CLAUSE,), rules=RULES
    )
    come = [
        ClauseChange("added", True, (topic,), "", new, 0, at + 2, ()) for at, (topic, new) in enumerate(added)
    ]
    return step(topics=("train-competing",), changes=(gone, *come))


def test_a_ban_written_anew_takes_the_place_of_the_one_that_went(known: Knowledge) -> None:
    for new in (ANY, "Training a model of any kind on Output is forbidden."):
        found = foreseen(gone_and(("train-any", new)), known, {"m.yaml": ask(known)})
        assert {(one.now, one.then) for one in found.effects if one.party == "bound-party"} == {
            ("remote", "breach")
        }


def test_a_clause_on_another_subject_takes_the_place_of_no_ban(known: Knowledge) -> None:
    found = foreseen(gone_and(("resale-access", "You may not resell access.")), known, {"m.yaml": ask(known)})
    assert {(one.now, one.then) for one in found.effects} == {("remote", "not-applicable")}


def test_new_words_that_are_recorded_are_foreseen_by_the_rules_themselves(known: Knowledge) -> None:
    cited = (CitedChange(CLAUSE, "2026-01-01", RULES, recorded=True),)
    found = foreseen(step(cited=cited), known, {"m.yaml": ask(known)})
    assert (found.effects, found.drafts) == ((), ())


def test_a_clause_of_a_text_without_records_is_drafted_alone(known: Knowledge) -> None:
    found = foreseen(step(cited=()), known, {"m.yaml": ask(known)})
    assert found.effects == ()
    assert [yaml.safe_load(each)["rules"][0]["status"] for each in found.drafts] == ["draft"]


def test_the_report_names_position_clause_and_draft(known: Knowledge) -> None:
    found = foreseen(step(), known, {"m.yaml": ask(known)})
    told = as_markdown(Watch(("genai",), "2026-12-01", "2026-12-02", 1, {"cited": 1}, (found,), ()))
    assert "- m.yaml: tuned, gpt-4o-2024-08-06, as bound-party: remote → breach (`" in told
    assert "```yaml\n# A draft: complete it" in told


def test_the_example_in_the_docs_is_what_the_report_tells(known: Knowledge, repo_root: Path) -> None:
    found = foreseen(step(), known, {"m.yaml": ask(known)})
    told = as_markdown(Watch(("genai",), "2026-12-01", "2026-12-02", 1, {"cited": 1}, (found,), ()))
    page = (repo_root / "docs" / "policy-watch.md").read_text(encoding="utf-8")
    shown = page.split("position of a release moves", 1)[1].split("```text\n", 1)[1].split("```", 1)[0]
    assert ANY in page
    assert [line for line in shown.splitlines() if line not in told.splitlines()] == []


def test_the_report_says_what_was_put_to_manifests_though_nothing_would_change(known: Knowledge) -> None:
    found = foreseen(step(), known, {"m.yaml": ask(known, "2026-11")})
    told = as_markdown(Watch(("genai",), "2026-12-01", "2026-12-02", 1, {"cited": 1}, (found,), ()))
    assert "If the new words were read as drafted, no position would change in m.yaml." in told
    alone = foreseen(step(cited=()), known, {"m.yaml": ask(known)})
    told = as_markdown(Watch(("genai",), "2026-12-01", "2026-12-02", 1, {"topic": 1}, (alone,), ()))
    assert "No clause of this text is recorded: what is drafted here was put to no manifest." in told


def test_a_draft_names_the_line_of_the_text_and_the_topics_that_changed(known: Knowledge) -> None:
    new = "You may not sell access. You may not use output to train any model."
    change = ClauseChange("changed", True, ("train-any",), "", new, 1, 41, ())
    (draft,) = foreseen(step(cited=(), changes=(change,)), known, {}).drafts
    assert "line 41" in draft
    assert "resale-access" not in draft
