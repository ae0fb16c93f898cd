"""PDFs of several kinds, each drawn once for every test that reads them back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from compliance.model.answered.annex import Annex, Bar
from compliance.model.answered.report import Report
from compliance.render.machine.json_report import render_json
from compliance.render.pdf.document import draw_page, render_pdf
from compliance.render.view.report_view import build_view
from tests.render import factories

SHARES = Annex(
    "shares", "Shares", ("Some.",), (Bar("rows in train", 0.1, 0.4, "10–40 %"),), "compliance shares"
)


def _printed(report: Report) -> bytes:
    view = build_view(report)
    return render_pdf(report, view, render_json(report, view))


SCRIPTS = "通义 かな 한국어 نموذج मॉडल שלום"


@pytest.fixture(scope="session", params=["report", "with an annex", "in other scripts", "page"])
def drawn(request: pytest.FixtureRequest) -> bytes:
    """A report, one with a drawing of shares, and a page that is no report."""
    return {
        "report": lambda: _printed(factories.olmo_report()),
        "with an annex": lambda: _printed(replace(factories.olmo_report(), annexes=(SHARES,))),
        "in other scripts": lambda: _printed(replace(factories.olmo_report(), title=SCRIPTS)),
        "page": lambda: draw_page("<html lang='en'><title>A page</title><h1>A page</h1><p>Text.</p></html>"),
    }[request.param]()


@pytest.fixture(scope="session")
def pdf(drawn: bytes) -> Iterator[pikepdf.Pdf]:
    """The same, as qpdf reads it."""
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        yield opened
