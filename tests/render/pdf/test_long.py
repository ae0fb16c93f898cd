"""A report of hundreds of artifacts and dozens of findings stays legible on paper."""

from __future__ import annotations

import io

import pytest

from compliance.errors import ResourceError
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import ArtifactInfo, Report, StepInfo, StepInput
from compliance.model.declared.route import Hop, Route
from compliance.model.packs.truth import NEVER
from compliance.render.machine.json_report import render_json
from compliance.render.pdf.content import build_paper
from compliance.render.pdf.document import render_pdf
from compliance.render.view.report_view import build_view
from tests.render import factories

SOURCES = 5
RULES = 12
LONG = "organization-with-a-very-long-name/dataset-with-an-even-longer-name-and-no-blank-anywhere-in-it-v2025"


def finding(rule: int, source: int, *, clear: bool) -> Finding:
    name = f"source-{source}-{LONG}"
    hops = [
        Hop(f"make-{n}", ("outputs",), name if n == 0 else f"part-{n}", f"part-{n + 1}") for n in range(6)
    ]
    return factories.finding(
        NEVER if clear else factories.ARGUABLE,
        rule=f"provider/terms-of-service/rule-number-{rule}",
        title=f"Rule {rule} on what may be made from the outputs",
        source=name,
        source_name=name,
        routes=(Route("student", (*hops, Hop("train", ("trained-on",), "part-6", "olmo")), 6),),
    )


def long_report(rules: int = RULES) -> Report:
    """200 artifacts, 100 steps and 60 findings that need a look, beside 60 that are clear."""
    findings = [
        finding(rule, source, clear=clear)
        for clear in (False, True)
        for rule in range(rules)
        for source in range(SOURCES)
    ]
    artifacts = tuple(
        ArtifactInfo(f"part-{n}", f"{LONG}-{n}", "dataset", "Apache-2.0", None, "declared", None)
        for n in range(200)
    )
    return factories.report(*findings, artifacts=artifacts, steps=tuple(step(n) for n in range(100)))


def step(n: int) -> StepInfo:
    read = StepInput(f"part-{n}", "data", ("data",), certain=True)
    written = (f"part-{n + 1}", f"part-{n + 100}" if n else "part-199")
    return StepInfo(
        f"make-{n}", "generate", "Allen Institute for AI", "2025", (read,), written, "declared", None
    )


VIEW = build_view(REPORT := long_report())
JSON = render_json(REPORT, VIEW)


def test_findings_of_one_rule_share_a_sheet() -> None:
    paper = build_paper(REPORT, VIEW, JSON, full=True)
    (arguable, clear) = paper.groups
    assert len(arguable.sheets) == RULES
    assert {SOURCES} == {len(sheet.cases) for sheet in arguable.sheets}
    assert len(clear.rows) == RULES
    assert all(sheet.subjects.endswith("and 2 more") for sheet in arguable.sheets)


def test_the_drawing_is_folded_until_it_can_be_read() -> None:
    (drawing,) = build_paper(REPORT, VIEW, JSON, full=True).drawings
    assert "folded" in drawing.caption
    assert len(drawing.svg) < 60_000


def test_long_names_are_wrapped_and_never_cut() -> None:
    pypdf = pytest.importorskip("pypdf")
    view = build_view(report := long_report(rules=2))
    try:
        made = render_pdf(report, view, render_json(report, view))
    except ResourceError:
        pytest.skip("Pango is not installed")
    text = "".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())
    for source in range(SOURCES):
        assert text.count(f"source-{source}-{LONG}") > 2
