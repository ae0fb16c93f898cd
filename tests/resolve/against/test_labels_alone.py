"""That labels alone are handed out is believed where all rows behind them were given some."""

from __future__ import annotations

import pytest

from tests.resolve.expansion.writing_out import lineage

TEXT = """\
artifacts:
  theirs: {kind: dataset, name: other/rows, license: MIT}
  ours: {kind: dataset, name: Rows, origin: own}
  scorer: {kind: model, name: other/scorer, license: MIT}
  between: {kind: dataset}
  out: {kind: dataset}
steps:
STEPS
releases: [{artifact: out, hands_out: labels}]
"""
MIX = "  - {id: mix, kind: mix, inputs: {data: [between, theirs]}, outputs: out}"


def believed(*steps: str) -> bool:
    """Whether a release of what the steps make hands out labels alone."""
    return lineage(TEXT.replace("STEPS", "\n".join(steps))).releases[0].hands_out == "labels"


@pytest.mark.parametrize(
    "work",
    [
        "kind: annotate, inputs: {source: theirs}",
        "kind: judge, inputs: {data: [theirs, ours]}",
        "kind: filter, inputs: {filter: scorer, data: theirs}",
        "kind: filter, inputs: {tool: scorer, source: theirs}",
    ],
)
def test_labels_of_all_rows_are_believed(work: str) -> None:
    assert believed(f"  - {{id: one, {work}, outputs: out}}")


@pytest.mark.parametrize("kind", ["filter", "mix", "collect", "convert"])
def test_who_only_picks_or_carries_rows_labels_none(kind: str) -> None:
    assert not believed(f"  - {{id: one, kind: {kind}, inputs: {{source: theirs}}, outputs: out}}")


def test_rows_that_join_after_the_labelling_are_no_labels() -> None:
    first = "  - {id: one, kind: annotate, inputs: {source: ours}, outputs: between}"
    assert not believed(first, MIX)
    assert believed(first, MIX, "  - {id: last, kind: judge, inputs: {data: out}, outputs: out}")


def test_rows_that_are_labelled_in_place_count_as_labelled() -> None:
    assert believed(
        "  - {id: one, kind: collect, inputs: {source: theirs}, outputs: out}",
        "  - {id: two, kind: annotate, inputs: {source: out}, outputs: out}",
    )


def test_rows_that_go_round_end() -> None:
    assert not believed(
        "  - {id: one, kind: mix, inputs: {data: out}, outputs: between}",
        "  - {id: two, kind: mix, inputs: {data: [between, out]}, outputs: out}",
    )
