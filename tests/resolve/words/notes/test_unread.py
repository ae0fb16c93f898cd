"""Which steps and things of a lineage have notes that are asked about, and beside what each stands."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  base: {{kind: model, name: hill/base, license: free}}
  rows: {{kind: dataset, origin: own}}
  m: {{kind: model}}
steps:
  - {{id: train, kind: train, inputs: {{base: base, data: rows}}, outputs: m}}
  - {{id: more, kind: {kind}, {said}, note: "{note}"}}
releases: [{{artifact: m, license: free}}]
"""


@pytest.mark.parametrize(
    ("kind", "said", "asked"),
    [
        ("quantise", "inputs: {base: m}, outputs: m", ["more"]),
        ("other", "inputs: {base: m}, outputs: m", ["more"]),
        ("evaluate", "inputs: {subject: m}, outputs: []", []),
        ("fetch", "inputs: {base: base}, outputs: m", []),
    ],
)
def test_steps_that_write_something_are_asked_about(
    kind: str, said: str, asked: list[str], resolved: Resolve
) -> None:
    making = resolved(TEXT.format(kind=kind, said=said, note="patched at noon")).artifacts["m"].making
    assert [one.step for one in making.noted] == asked


@pytest.mark.parametrize(("note", "plain"), [("8-bit", True), ("patched at noon", False)])
def test_a_plain_note_leaves_nothing_open(note: str, plain: bool, resolved: Resolve) -> None:
    said = "inputs: {base: m}, outputs: m"
    making = resolved(TEXT.format(kind="quantise", said=said, note=note)).artifacts["m"].making
    assert (making.state == "known") is plain


OF_OTHERS = """\
artifacts:
  photos: {{kind: dataset, name: skua/photos, license: free}}
  marked: {{kind: dataset, name: Photos with marks}}
steps: [{{id: mark, kind: {kind}, inputs: {{source: photos}}, outputs: marked, note: "{note}"}}]
releases: [{{artifact: marked, license: free}}]
"""


@pytest.mark.parametrize(
    ("kind", "note", "asked"),
    [
        ("annotate", "drawn by our own staff", False),
        ("annotate", "by hand, by two of our linguists, in May 2024", False),
        ("filter", "by our own staff", False),
        ("annotate", "by the assistants of our partner", True),
        ("annotate", "by our own staff and a tool", True),
        ("collect", "written by our own staff", True),
    ],
)
def test_who_of_the_house_labelled_rows_of_others_is_plain(
    kind: str, note: str, asked: bool, resolved: Resolve
) -> None:
    making = resolved(OF_OTHERS.format(kind=kind, note=note)).artifacts["marked"].making
    assert bool(making.noted) is asked
