"""Whatever is done to any kind of input, it is read or refused in the program's own words, and soon."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.errors import ComplianceError
from tests.effort import effort_below
from tools.reliability.kinds import Kind, kinds, packs

BRIEF = settings(
    max_examples=25, derandomize=True, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)  # fmt: skip


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
@BRIEF
@given(draw=st.randoms(use_true_random=False))
def test_an_input_is_read_or_refused(kind: Kind, draw: Random) -> None:
    packs()
    content = kind.make(draw)
    with effort_below(5000):
        told = _refusal(kind, content)
    assert told is None or told.strip()
    assert [c for c in told or "" if not c.isprintable() and c != "\n"] == []


def _refusal(kind: Kind, content: bytes) -> str | None:
    try:
        kind.read(content)
    except ComplianceError as error:
        return str(error)
    return None


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_some_changed_inputs_are_read_and_some_differ(kind: Kind) -> None:
    draw = Random(3)
    assert len({kind.make(draw) for _ in range(20)}) > 5


@pytest.mark.parametrize(
    "kind", [one for one in kinds() if one.name != "signature"], ids=lambda kind: kind.name
)
def test_not_all_that_is_changed_is_refused(kind: Kind) -> None:
    draw = Random(5)
    assert any(_refusal(kind, kind.make(draw)) is None for _ in range(3000))
