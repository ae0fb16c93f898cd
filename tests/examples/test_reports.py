"""What a person opens of the OLMo 3 report stands in examples/olmo-3/report/, and is what the program prints today.

What programs read is kept of the quickstart, which is small, among the golden files.

`pytest tests/examples --update-golden` writes it anew. The bytes of a PDF also depend on the Pango of the machine,
so that one is compared by its words, its outline, its metadata and its attachment.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from compliance.cli import app
from compliance.render.formats import FORMATS
from tests.examples.conftest import AS_OF, run_check
from tests.whole_texts import first_difference

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "olmo-3" / "report"
ATTACHED = "report.json"
OPENED = {"markdown": "report.md", "html": "report.html", "pdf": "report.pdf", "svg": "lineage.svg"}
"""Formats for people, and their files of the OLMo 3 report."""
READ = {
    "sarif": ".sarif", "junit": ".junit.xml", "github": ".github.txt", "gitlab": ".gitlab.json", "csv": ".csv",
    "mermaid": ".mermaid.md",
}  # fmt: skip
"""Formats for programs, and what their golden files end in."""
SETTLED = {"text", "json"}
"""Formats that name every pack; `test_goldens.py` keeps them without that."""
LONGER = {"pdf-full"}
"""The same sheets with the whole record after them; `tests/render/pdf` looks at it."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the OLMo 3 report for people, written in one run; without the PDF where Pango is missing."""
    folder = tmp_path_factory.mktemp("report")
    names = {**OPENED, "json": ATTACHED} if has_pango() else {n: f for n, f in OPENED.items() if n != "pdf"}
    options = [part for name, file in names.items() for part in ("--report", f"{name}={folder / file}")]
    arguments = ["check", "examples/olmo-3/lineage.yaml", "--as-of", AS_OF, "--quiet", *options]
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
    kept = [*OPENED, *READ, *SETTLED, *LONGER]
    assert sorted(kept) == sorted(FORMATS)


def test_only_what_a_person_opens_stands_beside_the_example() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(OPENED.values())


@pytest.mark.parametrize("name", [name for name in OPENED if name != "pdf"])
def test_the_report_is_what_the_program_prints(
    name: str, written: Path, request: pytest.FixtureRequest
) -> None:
    fresh, kept = (written / OPENED[name]).read_bytes(), FOLDER / OPENED[name]
    if request.config.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_bytes(fresh)
    assert first_difference(kept.read_text(encoding="utf-8"), fresh.decode()) == ""


@pytest.mark.parametrize("name", READ)
def test_a_report_for_programs_is_as_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    text, code = run_check("examples/quickstart/lineage.yaml", "--format", name)
    assert code == 1
    golden(f"quickstart{READ[name]}", text)


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
    fresh, kept = (written / OPENED["pdf"]).read_bytes(), FOLDER / OPENED["pdf"]
    if request.config.getoption("--update-golden"):
        kept.write_bytes(fresh)
    told, before = _told(fresh), _told(kept.read_bytes())
    assert {part for part, value in told.items() if value != before[part]} == set()
    assert list(told["attachments"].values()) == [(written / ATTACHED).read_bytes()]
