"""A warning is its text, and carries its kind through copies, pickles and other words."""

from __future__ import annotations

import copy
import pickle

import pytest

from compliance.model.words.warned import Warned, WarningKind, kind_of, of_name, of_whole, reworded


@pytest.mark.parametrize("warning", [of_whole("a"), of_name("a"), Warned("a")])
def test_it_is_compared_and_printed_as_its_text(warning: Warned) -> None:
    plain: dict[str, int] = {warning: 1}
    assert (warning, f"{warning}", plain["a"]) == ("a", "a", 1)


@pytest.mark.parametrize("warning", [of_whole("a"), of_name("b")])
def test_the_kind_outlives_copies_and_pickles(warning: Warned) -> None:
    for again in (copy.deepcopy(warning), pickle.loads(pickle.dumps(warning))):
        assert (again, kind_of(again)) == (warning, kind_of(warning))


def test_other_words_keep_the_kind() -> None:
    assert kind_of(reworded(of_whole("a"), "A.")) is WarningKind.WHOLE_ANSWER
    assert kind_of(reworded("a", "A.")) is WarningKind.OTHER
