"""Fonts within a PDF hold no time of the day on which they were cut, whichever library cuts them."""

from __future__ import annotations

import os
import time

import pytest

from compliance.render.fonts import faces as fonts
from compliance.render.pdf import document, template

PAGE = "<p style='font-family: Report Serif'>Terms <b>of</b> <i>use</i> 条款 العربية</p>"


def _drawn(monkeypatch: pytest.MonkeyPatch, moment: float) -> bytes:
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: moment)
        fetcher = document._fetcher(template.folders([]))
        options = {"pdf_variant": "pdf/a-3a", "pdf_identifier": b"1" * 16}
        return document._draw(document._weasyprint(), PAGE, [fonts.font_faces()], fetcher, options)


@pytest.mark.parametrize("library", ["as installed", "hidden"])
def test_the_clock_leaves_no_mark(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    document._weasyprint()
    if library == "hidden":
        monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    first, second = (_drawn(monkeypatch, moment) for moment in (1e9, 1.7e9))
    assert first.startswith(b"%PDF")
    assert first == second


@pytest.mark.parametrize("given", [None, "1700000000"])
def test_the_time_that_a_build_was_told_is_not_used_and_stays(
    monkeypatch: pytest.MonkeyPatch, given: str | None
) -> None:
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = _drawn(monkeypatch, 1e9)
    if given:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert _drawn(monkeypatch, 1e9) == first
    assert os.environ.get("SOURCE_DATE_EPOCH") == given
