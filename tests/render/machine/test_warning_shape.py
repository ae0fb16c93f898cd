"""Saved reports keep the kinds of warnings; those that were saved before there were kinds still tell them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from compliance.model.answered.report import Report
from compliance.model.words.warned import WarningKind, kind_of, of_name, of_whole
from compliance.render.machine.json_reader import ReportFormatError, load_json_report
from compliance.render.machine.json_report import render_json
from compliance.render.view.report_view import build_view
from compliance.values import replace
from tests.render import factories as make

GATE = "The file x.toml opens the gate: it sets fail-on: never"
NAME = "acme/base: known by a record that somebody wrote"
ODD = "tune: is odd"


def _saved(report: Report) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(render_json(report, build_view(report)))
    return held


def _report() -> Report:
    return replace(make.olmo_report(), warnings=(ODD, of_name(NAME), of_whole(GATE)))


def test_kinds_come_back_as_they_were_saved() -> None:
    again = load_json_report(json.dumps(_saved(_report())))
    kinds = {str(one): kind_of(one) for one in again.warnings}
    assert kinds == {GATE: WarningKind.WHOLE_ANSWER, NAME: WarningKind.ONE_NAME, ODD: WarningKind.OTHER}


def test_a_report_that_tells_kinds_is_not_read_by_its_words() -> None:
    again = load_json_report(json.dumps(_saved(replace(make.olmo_report(), warnings=(f"named {GATE}",)))))
    assert [kind_of(one) for one in again.warnings] == [WarningKind.OTHER]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (GATE, WarningKind.WHOLE_ANSWER),
        ("The packs are those of the file x, not those that came with the program: a differs.", "whole-answer"),
        ("without what a registry file of your own says, more would be open or heavier: a", "whole-answer"),
        ("lineage.yaml was not read: the file x names the manifest y", "whole-answer"),
        ("x: what is known of it comes from a registry file of your own, record x", "one-name"),
        (f"{GATE}, 1: that it is a comes from a registry file of your own; the finding is as good as that file",
         "one-name"),
        ("r: only rules of a further folder were put to it; the answer is as good as they are", "one-name"),
        (ODD, "other"),
    ],
)  # fmt: skip
def test_an_older_report_tells_them_by_its_words(text: str, kind: str) -> None:
    held = _saved(replace(make.olmo_report(), warnings=(text,)))
    del held["warning_kinds"]
    again = load_json_report(json.dumps(held))
    assert [(str(one), kind_of(one).value) for one in again.warnings] == [(text, kind)]


def test_a_kind_of_no_warning_is_refused() -> None:
    held = _saved(_report())
    held["warnings"].remove(GATE)
    with pytest.raises(ReportFormatError, match="a warning that it does not hold"):
        load_json_report(json.dumps(held))
