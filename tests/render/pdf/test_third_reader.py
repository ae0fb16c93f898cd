"""The PDF is what it says for Poppler too, which many viewers of documents are made of."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from compliance.render.machine.json_report import render_json
from compliance.render.pdf.document import ATTACHMENT, render_pdf
from compliance.render.view.report_view import build_view
from tests.render import factories

if shutil.which("pdfinfo") is None:
    pytest.skip("Poppler's tools are not installed", allow_module_level=True)
try:
    import weasyprint  # noqa: F401
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report as a file."""
    report = factories.olmo_report()
    view = build_view(report)
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(render_pdf(report, view, render_json(report, view)))
    return path


def _told(tool: str, *arguments: str | Path) -> str:
    run = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return run.stdout


def test_it_is_tagged_and_holds_nothing_that_runs(printed: Path) -> None:
    told = dict(line.split(":", 1) for line in _told("pdfinfo", printed).splitlines())
    facts = {key: told[key].strip() for key in ("Tagged", "Suspects", "JavaScript", "Encrypted", "Form")}
    expected = {"Tagged": "yes", "Suspects": "no", "JavaScript": "no", "Encrypted": "no", "Form": "none"}
    assert facts == expected


def test_it_claims_the_profile(printed: Path) -> None:
    metadata = _told("pdfinfo", "-meta", printed)
    assert ('pdfaid:part="3"' in metadata, 'pdfaid:conformance="A"' in metadata) == (True, True)


def test_every_font_is_embedded_in_part_and_tells_its_text(printed: Path) -> None:
    rows = [line.split()[-5:-2] for line in _told("pdffonts", printed).splitlines()[2:]]
    assert rows
    assert {tuple(row) for row in rows} == {("yes", "yes", "yes")}


def test_its_structure_has_headings_and_tables(printed: Path) -> None:
    lines = [line for line in _told("pdfinfo", "-struct", printed).splitlines() if line.strip()]
    kinds = {line.split()[0].removesuffix(":") for line in lines}
    assert {"Document", "H1", "H2", "P", "Table", "TR", "TH", "TD"} <= kinds


def test_the_result_is_attached(printed: Path) -> None:
    assert ATTACHMENT in _told("pdfdetach", "-list", printed)
