"""A drafted rule can be loaded and linted as it is, and is never in force."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from compliance.errors import UsageError
from compliance.lint import lint_packs
from compliance.model.packs.situation import ALL_SHOWS, Situations
from compliance.pipeline import load_packs
from compliance.text.draft.clause import drafted
from compliance.text.draft.rule import draft_of_record, draft_of_text, rule_yaml, situations_yaml
from compliance.text.read.segment import segment
from compliance.text.tag.tagger import tag

TEXT = "# Terms\n\nYou may not:\n\n*   use output to train models that compete with Meadow;\n*   decompile the app.\n"


def test_drafts_of_all_recorded_texts_pass_the_linter(tmp_path: Path) -> None:
    packs = load_packs()
    for number, text in enumerate(packs.instruments.values()):
        for key in list(text.clauses)[:1]:
            made = draft_of_record(text, key, (), packs.registry.providers)
            (tmp_path / f"{number}.yaml").write_text(rule_yaml(made), encoding="utf-8")
    assert lint_packs([tmp_path], []) == []


def test_a_draft_is_a_draft_whatever_its_clause_says() -> None:
    packs = load_packs()
    made = draft_of_record(
        packs.instruments["openai/terms-of-use-2023"], "competing-models", (), packs.registry.providers
    )
    (rule,) = yaml.safe_load(rule_yaml(made))["rules"]
    assert rule["status"] == "draft"
    assert rule["cites"] == [{"instrument": "openai/terms-of-use-2023", "clause": "competing-models"}]
    assert rule["about"] == {"source": {"kind": "service", "provider": "openai"}}
    assert {"output-used", "bound", "competes"} == set(rule["when"])


def test_a_clause_of_a_new_text_is_drafted_from_its_tags(tmp_path: Path) -> None:
    place = tmp_path / "terms.md"
    place.write_text(TEXT)
    made = drafted(f"{place}:5", load_packs(), None)
    assert made.topics == ("train-competing",)
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "draft.yaml").write_text(rule_yaml(made))
    assert lint_packs([tmp_path / "pack"], []) == []
    assert "compete with Meadow" not in rule_yaml(made)


def test_a_topic_without_elements_is_left_to_be_completed() -> None:
    (_, each) = tag(segment("You may not:\n\n* decompile the app.\n"))[-2:]
    (rule,) = yaml.safe_load(rule_yaml(draft_of_text(each, "terms.md")))["rules"]
    assert rule["when"]["to-complete"]["always"] == "unknown"


def test_situations_of_all_kinds_are_to_be_completed() -> None:
    packs = load_packs()
    made = draft_of_record(
        packs.instruments["openai/terms-of-use-2023"], "human", (), packs.registry.providers
    )
    told = Situations.model_validate(yaml.safe_load(situations_yaml(made, "2026-11-24")))
    assert tuple(each.shows for each in told.situations) == ALL_SHOWS


@pytest.mark.parametrize(
    "named", ["nothing", "no/text#clause", "openai/terms-of-use-2023#none", "/none.md:x", "a:b:"]
)
def test_what_names_no_clause_is_said_to(named: str) -> None:
    with pytest.raises(UsageError):
        drafted(named, load_packs(), None)


def test_a_hostile_name_stays_within_its_comment(tmp_path: Path) -> None:
    place = tmp_path / "a\nrules: [].md"
    place.write_text(TEXT)
    text = rule_yaml(drafted(f"{place}:5", load_packs(), None))
    assert len(yaml.safe_load(text)["rules"]) == 1
