"""Where readings part, and which words allow each."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.packs.reasons import apart, reasons_of, unreasoned
from compliance.model.packs.rule import Definition, Rule

WIDENING = {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student", "copy"]}}
SAME = {"reach": {"narrow": ["copy", "student"], "plain": ["student", "copy"], "broad": ["copy", "student"]}}
FACT = {"fact": "release.kind", "is": "model"}
OTHER = {"fact": "release.kind", "is": "dataset"}
DEFINITIONS = {
    "trial/told": Definition.model_validate(
        {"title": "t", "test": WIDENING, "folds": "f", "because": {"plain": "“train”", "broad": "“use”"}}
    ),
    "trial/untold": Definition.model_validate({"title": "t", "test": WIDENING, "folds": "f"}),
    "trial/above": Definition.model_validate(
        {"title": "t", "test": {"all": [{"definition": "trial/told"}, FACT]}, "folds": "f"}
    ),
}


def _rule(test: dict[str, Any], because: dict[str, str] | None = None) -> Rule:
    return Rule.model_validate(
        {
            "id": "trial/one",
            "title": "t",
            "status": "in-force",
            "norm": "prohibition",
            "about": {"source": {"kind": "dataset"}},
            "when": {"used": test},
            "says": "s",
            "consequence": "c",
            "what_to_do": ["w"],
            "does_not_cover": "d",
            "because": {"used": because} if because else {},
        }
    )


@pytest.mark.parametrize(
    ("test", "groups"),
    [
        (FACT, (("narrow", "plain", "broad"),)),
        (SAME, (("narrow", "plain", "broad"),)),
        (WIDENING, (("narrow", "plain"), ("broad",))),
        ({"not": WIDENING}, (("narrow",), ("plain", "broad"))),
        (
            {"readings": {"narrow": FACT, "plain": OTHER, "broad": FACT}},
            (("narrow",), ("plain",), ("broad",)),
        ),
        ({"readings": {"narrow": FACT, "plain": FACT, "broad": FACT}}, (("narrow", "plain", "broad"),)),
        ({"any": [FACT, {"definition": "trial/above"}]}, (("narrow", "plain"), ("broad",))),
        (
            {
                "readings": {
                    "narrow": {"always": "no", "because": "one"},
                    "plain": {"always": "no", "because": "two"},
                    "broad": FACT,
                }
            },
            (("narrow", "plain"), ("broad",)),
        ),
    ],
)
def test_readings_that_ask_the_same_are_of_one_group(
    test: dict[str, Any], groups: tuple[tuple[str, ...], ...]
) -> None:
    assert groups == apart(_rule(test).when["used"], DEFINITIONS)


@pytest.mark.parametrize(
    ("test", "because", "told"),
    [
        (WIDENING, {"broad": "own"}, (("broad", "own"),)),
        ({"definition": "trial/told"}, None, (("plain", "“train”"), ("broad", "“use”"))),
        ({"not": {"definition": "trial/told"}}, None, (("narrow", "“use”"), ("plain", "“train”"))),
        (
            {"all": [FACT, {"not": {"definition": "trial/above"}}]},
            None,
            (("narrow", "“use”"), ("plain", "“train”")),
        ),
        ({"not": {"not": {"definition": "trial/told"}}}, None, (("plain", "“train”"), ("broad", "“use”"))),
        (
            {"any": [{"definition": "trial/told"}, {"not": {"definition": "trial/told"}}]},
            None,
            (("narrow", "“use”"), ("plain", "“train”"), ("broad", "“use”")),
        ),
        ({"not": {"definition": "trial/told"}}, {"narrow": "own"}, (("narrow", "own"),)),
        ({"definition": "trial/told"}, {"broad": "own"}, (("broad", "own"),)),
        ({"definition": "trial/above"}, None, (("plain", "“train”"), ("broad", "“use”"))),
        ({"any": [{"definition": "trial/untold"}, FACT]}, None, ()),
    ],
)
def test_the_rules_own_words_come_before_those_of_definitions_however_deep(
    test: dict[str, Any], because: dict[str, str] | None, told: tuple[tuple[str, str], ...]
) -> None:
    assert told == reasons_of(_rule(test, because), "used", DEFINITIONS).of()


def test_an_element_without_words_is_told_with_the_readings_that_lack_them() -> None:
    lacking = [("used", ("narrow", "plain")), ("used", ("broad",))]
    nothing: list[object] = []

    assert lacking == list(unreasoned(_rule({"definition": "trial/untold"}), DEFINITIONS))
    assert nothing == list(unreasoned(_rule({"definition": "trial/above"}), DEFINITIONS))
