"""Weights decide between relations; what is unlikely stays no upstream, and what a rule saw is not dropped lightly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.model.declared.sighting import Known, MentionRelation
from compliance.text.mention import weights
from compliance.text.mention.features import stem
from compliance.text.mention.name import Name
from compliance.text.mention.weights import Weights, likelihoods, weighed

MODEL = Name("Lynx-7B", 0, 7, Known("model", None))
ROWS = Name("Lynx rows", 0, 9, Known("dataset", None))
SOME = Name("language models", 0, 15, None, is_generic=True)


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three relations and what a few words say of them."""
    made = Weights(
        ("base", "data", "none", "own-release"),
        {
            "tuned": (300, 0, 0, 0),
            "perhaps": (50, 0, 0, 0),
            "rows": (0, 300, 0, 0),
            "likely": (100, 0, 0, 0),
            "aside": (0, 0, 400, 0),
            "hardly": (100, 0, 100, 0),
            "ours": (0, 0, 0, 300),
        },
    )
    monkeypatch.setattr(weights, "weights", lambda: made)


@pytest.mark.usefixtures("table")
def test_likelihoods_are_shares_of_one() -> None:
    found = likelihoods({"tuned", "unheard of"})
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == "base"


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("seen", "name", "rule", "relation"),
    [
        ("tuned", MODEL, None, "base"),
        ("perhaps", MODEL, None, "none"),
        ("likely", MODEL, None, "base"),
        ("likely", MODEL, "compared-with", "none"),
        ("perhaps", replace(MODEL, known=None), None, "none"),
        ("perhaps", MODEL, "base", "base"),
        ("hardly", MODEL, "base", "base"),
        ("aside", MODEL, "base", "none"),
        ("rows", ROWS, None, "data"),
        ("tuned", ROWS, None, "none"),
        ("tuned", SOME, None, "none"),
        ("rows", MODEL, "none", "none"),
        ("ours", MODEL, None, "none"),
        ("ours", MODEL, "own-release", "own-release"),
    ],
)
def test_an_upstream_is_likely_or_seen_by_a_rule(
    seen: str, name: Name, rule: MentionRelation | None, relation: MentionRelation
) -> None:
    assert relation == weighed({seen}, name, rule)


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["generated", "generates", "generating"], 1), (["judge", "judged", "judging"], 1), (["use", "set"], 2)],
)
def test_forms_of_a_word_share_a_stem(words: list[str], expected: int) -> None:
    assert expected == len({stem(word) for word in words})


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kinds of upstream, a judge of evaluations and none, and what a few words say of them."""
    made = Weights(
        ("base", "component", "evaluation-judge", "judged-by", "none"),
        {
            "tower": (400, 0, 0, 0, 0),
            "verdict": (0, 0, 300, 200, 0),
            "perhaps none": (100, -200, -200, -200, 80),
            "surely": (100, -200, -200, -200, 0),
        },
    )
    monkeypatch.setattr(weights, "weights", lambda: made)


@pytest.mark.usefixtures("close")
@pytest.mark.parametrize(
    ("seen", "rule", "relation"),
    [
        ({"tower"}, "component", "base"),
        ({"tower", "rule surest component"}, "component", "component"),
        ({"verdict"}, None, "judged-by"),
        ({"verdict", "measuring"}, None, "evaluation-judge"),
        ({"verdict", "place compared"}, None, "evaluation-judge"),
        ({"verdict", "sec benchmark"}, None, "evaluation-judge"),
        ({"verdict", "sec data"}, None, "judged-by"),
        ({"perhaps none", "tower"}, "none", "base"),
        ({"perhaps none", "rule strong none"}, "none", "none"),
        ({"surely", "rule surest none"}, "none", "none"),
        ({"surely", "rule strong compared-with"}, "compared-with", "none"),
        ({"surely"}, "compared-with", "base"),
    ],
)
def test_what_stands_between_two_relations(
    seen: set[str], rule: MentionRelation | None, relation: MentionRelation
) -> None:
    assert relation == weighed(seen, MODEL, rule)
