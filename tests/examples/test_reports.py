"""The OLMo 3 report stands in every format under examples/olmo-3/report/, and is what the program prints today.

`pytest tests/examples --update-golden` writes it anew. The bytes of a PDF also depend on the Pango of the machine,
so that one is compared by its words, its outline, its metadata and its attachment.
"""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from compliance.cli import app
from compliance.render.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "olmo-3" / "report"
NAMES = {
    "text": "report.txt", "json": "report.json", "markdown": "report.md", "html": "report.html", "pdf": "report.pdf",
    "sarif": "report.sarif", "junit": "report.junit.xml", "github": "report.github.txt", "svg": "lineage.svg",
    "mermaid": "lineage.mermaid.md",
}  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report in every format, written in one run; without the PDF where Pango is missing."""
    folder = tmp_path_factory.mktemp("report")
    names = NAMES if has_pango() else {name: file for name, file in NAMES.items() if name != "pdf"}
    options = [part for name, file in names.items() for part in ("--report", f"{name}={folder / file}")]
    arguments = ["check", "examples/olmo-3/lineage.yaml", "--as-of", "2025-11-20", "--quiet", *options]
    with contextlib.chdir(ROOT):
        result = CliRunner().invoke(app, arguments, env={"COLUMNS": "100", "NO_COLOR": "1"})
    assert result.exit_code == 1, result.output
    return folder


def has_pango() -> bool:
    """Whether PDFs can be drawn here; CI has to draw them."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint
    except OSError:
        return bool(os.environ.get("CI"))
    return bool(weasyprint.__version__)


def test_every_format_has_a_report() -> None:
    assert set(NAMES) == set(FORMATS)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "pdf"])
def test_the_report_is_what_the_program_prints(
    name: str, written: Path, request: pytest.FixtureRequest
) -> None:
    fresh, kept = (written / NAMES[name]).read_bytes(), FOLDER / NAMES[name]
    if request.config.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_bytes(fresh)
    assert kept.read_bytes() == fresh


def _told(content: bytes) -> dict[str, Any]:
    reader = PdfReader(io.BytesIO(content))
    return {
        "pages": [page.extract_text().split() for page in reader.pages],
        "metadata": dict(reader.metadata or {}),
        "outline": [item["/Title"] for item in reader.outline if not isinstance(item, list)],
        "attachments": {name: files[0] for name, files in reader.attachments.items()},
    }


@pytest.mark.skipif(not has_pango(), reason="PDFs need Pango, which is not installed")
def test_the_pdf_says_what_the_program_prints(written: Path, request: pytest.FixtureRequest) -> None:
    fresh, kept = (written / NAMES["pdf"]).read_bytes(), FOLDER / NAMES["pdf"]
    if request.config.getoption("--update-golden"):
        kept.write_bytes(fresh)
    told = _told(fresh)
    assert _told(kept.read_bytes()) == told
    assert list(told["attachments"].values()) == [(written / NAMES["json"]).read_bytes()]
