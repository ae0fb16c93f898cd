"""To say less of a release never makes it come out clean."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.reliability.checks import OPEN, checked, examples, less_said
from compliance.errors import ComplianceError


@pytest.mark.parametrize("name", OPEN)
def test_something_is_open_on_the_examples_that_are_changed(name: str) -> None:
    assert checked(examples()[name]).exit_code == 1


@settings(max_examples=12, derandomize=True, deadline=None, database=None)
@given(draw=st.randoms(use_true_random=False))
def test_less_is_never_clean(draw: Random) -> None:
    document = less_said(draw)
    assert document not in examples().values()
    try:
        report = checked(document)
    except ComplianceError:
        return
    assert report.exit_code == 1
