"""Pending and soft texts on origin are one line of the default report; the findings stay, and nothing counts."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.load.documents.yaml_reader import Document
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import ORIGIN
from compliance.model.answered.report import COUNTED, Report
from compliance.model.shapes.location import Marks
from compliance.pipeline import check_loaded
from compliance.render.view.report_view import build_view
from tests.evaluate.overall.test_exposure import DAY, DEEPSEEK, QWEN, ROWS, TUNE

WEIGHTS = {"kind": "model", "name": "deepseek-ai/DeepSeek-V3", "license": "MIT"}
PYTHIA = {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"}


def checked(base: dict[str, Any], country: str = "US", **facts: Any) -> Report:
    """The report on a tune of a base."""
    data = {
        "lineage": 1,
        "project": {"id": "trial"},
        "publisher": {"name": "Lab", "kind": "company", "country": country},
        "artifacts": {"m": {"kind": "model"}, "base": base, "rows": ROWS},
        "steps": TUNE,
        "releases": [
            {"artifact": "m", "access": "open-weights", "function": "general-purpose", "facts": facts}
        ],
    }
    packs = load_packs()
    return check_loaded(check_manifest(Document(data, Marks("m.yaml", {}), "m.yaml", ""), packs), packs, DAY)


def lines(report: Report) -> list[str]:
    """The lines about origin."""
    return [one.sentence for one in report.limits if one.kind == ORIGIN]


@pytest.mark.parametrize("base", [QWEN, WEIGHTS, DEEPSEEK])
def test_a_us_publisher_is_told_in_one_line_with_what_binds_first(base: dict[str, Any]) -> None:
    (line,) = lines(checked(base))
    assert "Nothing binds today." in line
    assert "whatif --exposure CN" in line
    assert base["name"] in line


def test_what_binds_today_is_named() -> None:
    (line,) = lines(checked(WEIGHTS, dod_contract_use=True))
    assert "In force today, and not clear: A release that goes back to DeepSeek" in line


@pytest.mark.parametrize(("base", "country"), [(QWEN, "DE"), (PYTHIA, "US")])
def test_publishers_elsewhere_and_other_origins_have_no_line(base: dict[str, Any], country: str) -> None:
    assert lines(checked(base, country)) == []


def test_the_rows_are_folded_in_reports_and_kept_among_the_findings() -> None:
    report = checked(QWEN)
    folded = [one for one in report.findings if one.cause.partition("@")[0] == ORIGIN]
    assert {"law/icts-review", "law/s-321-imports", "law/watch-prc-origin"} <= {one.rule for one in folded}
    assert not any(one.force in COUNTED for one in folded)
    shown = {card.rule for group in build_view(report).if_enacted for card in group.cards}
    assert not shown & {one.rule for one in folded}


def test_folding_changes_no_exit_code() -> None:
    report = checked(QWEN)
    counted = [one for one in report.open_findings() if one.cause.partition("@")[0] == ORIGIN]
    assert counted == []
