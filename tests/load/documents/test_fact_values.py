"""Values of further facts are of the type that the catalogue gives them, down to the members of a list."""

from __future__ import annotations

import pytest

from compliance.load.documents.fact_values import wrong_value
from compliance.model.packs.rule import FactEntry


@pytest.mark.parametrize("kind", ["words", "places"])
@pytest.mark.parametrize(
    "value", [[["DE"]], ["DE", ["FR"]], [None], [1], [True], [{"DE": "FR"}], {"DE": 1}, 5]
)
def test_lists_hold_texts_and_nothing_else(kind: str, value: object) -> None:
    entry = FactEntry.model_validate({"type": kind, "question": "Which?"})
    wrong = wrong_value(entry, value)
    assert wrong is not None
    assert "expected a text or a list of texts" in wrong[0]


@pytest.mark.parametrize("kind", ["words", "places"])
@pytest.mark.parametrize("value", ["DE", ["DE"], ("DE", "FR"), [], "unknown"])
def test_a_text_and_a_list_of_texts_fit(kind: str, value: object) -> None:
    assert wrong_value(FactEntry.model_validate({"type": kind, "question": "Which?"}), value) is None
