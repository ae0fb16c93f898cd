from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from compliance.model.packs.instrument import Instrument
from compliance.model.packs.rule import Besides, Definition, Pack
from compliance.render.explain.rule import explain_rule, render_explanation

PACK = Pack.model_validate(
    {
        "pack": {"id": "acme", "title": "Acme terms", "family": "provider-terms:acme", "version": "1"},
        "rules": [
            {
                "id": "acme/compete",
                "title": "Output used for a rival",
                "status": "in-force",
                "norm": "prohibition",
                "cites": [
                    {"instrument": "acme/terms", "clause": "compete"},
                    {"instrument": "acme/terms", "clause": "gone"},
                    {"instrument": "acme/lost", "clause": "compete"},
                ],
                "about": {"source": {"kind": "service", "provider": "acme"}},
                "parties": ["caller", "releaser"],
                "when": {
                    "output-used": {"reach": {"narrow": [], "plain": ["student"], "broad": ["student"]}},
                    "competes": {"definition": "acme/competes"},
                },
                "unless": {"allowed": {"fact": "step.authorised", "is": True}},
                "says": "Output may not train a rival.",
                "consequence": "The account may be closed.",
                "what_to_do": ["obtain-permission"],
                "does_not_cover": "How the account was obtained.",
                "turns": ["compete-meaning"],
            }
        ],
    }
)  # fmt: skip
COMPETES = Definition.model_validate(
    {
        "title": "The release competes with Acme",
        "test": {"fact": "release.function", "in": ["general-purpose", "code"]},
        "folds": "Other readings fold into these.",
    }
)
TERMS = Instrument.model_validate(
    {
        "policy": 1,
        "id": "acme/terms",
        "title": "Acme Terms",
        "publisher": "Acme",
        "kind": "provider-terms",
        "url": "https://acme.example/terms",
        "assurance": "full-text",
        "verified_on": "2026-11-01",
        "evidence": "Read.",
        "clauses": {
            "compete": {
                "locator": "section 2",
                "topic": "competing-models",
                "norm": "prohibition",
                "paraphrase": "No rivals from output.",
                "ambiguities": "Rival is not defined.",
                "versions": [
                    {
                        "from": "2025-01-01",
                        "from_basis": "earliest-capture",
                        "assurance": "quoted",
                        "note": "New.",
                    },
                    {"from": "2024-01-01", "to": "2025-01-01", "held": False},
                ],
            }
        },
    }
)


def _explained(width: int = 100, **changes: Any) -> str:
    rule = PACK.rules[0].model_copy(update=changes)
    sections = explain_rule(
        rule, PACK, {"acme/terms": TERMS}, {"acme/competes": COMPETES}, as_of=dt.date(2026, 11, 24)
    )
    return render_explanation(sections, width)


def test_an_explanation_looks_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("explain.txt", _explained())


def test_versions_are_told_in_the_order_of_time() -> None:
    text = _explained()
    assert text.index("from 2024-01-01 until before 2025-01-01") < text.index("from 2025-01-01 on")


def test_a_text_that_is_not_held_is_said_to_be_missing() -> None:
    text = _explained()
    assert "acme/lost#compete: the text is not held." in text
    assert "no clause gone is recorded" in text


def test_a_proposed_rule_is_never_shown_as_law() -> None:
    assert "Proposed law" in _explained(status="proposed")
    assert "In force." not in _explained(status="proposed")


def test_a_withdrawn_rule_says_since_when() -> None:
    assert "Withdrawn. Until 2026-01-01." in _explained(status="withdrawn", until="2026-01-01")


def test_the_age_of_a_record_is_told_only_where_a_date_is_given() -> None:
    without = explain_rule(PACK.rules[0], PACK, {"acme/terms": TERMS}, {})
    assert "23 days before this report" in _explained()
    assert "days before" not in render_explanation(without)


def test_empty_sections_are_left_out() -> None:
    assert "Unless" not in _explained(unless={})


def test_lines_keep_to_the_width() -> None:
    assert max(len(line) for line in _explained(60).splitlines()) <= 60


def test_hostile_text_is_harmless() -> None:
    text = _explained(says="[red]x[/] \x1b[31m", title="a\nb")
    assert all(character == "\n" or character.isprintable() for character in text)


def test_a_section_is_a_value() -> None:
    section = explain_rule(PACK.rules[0], PACK, {}, {})[0]
    assert replace(section) == section


def test_what_is_said_of_one_text_stands_under_its_title_with_the_words_it_is_read_by() -> None:
    besides = [
        {"of": ["acme/terms"], "says": "Rivals are named.", "clear_because": "None is named."},
        {"of": ["acme/terms"], "because": {next(iter(PACK.rules[0].when)): {"broad": "“any rival”"}}},
    ]
    text = _explained(besides=tuple(Besides.model_validate(one) for one in besides))
    told = text[text.index("Of single texts") : text.index("Who and what is asked")]
    assert f"· {TERMS.title}: Rivals are named. Clear because: None is named.\n" in told
    assert f"· {TERMS.title}\n" in told
    assert "broad  " in told
    assert text.count("“any rival”") == 1
