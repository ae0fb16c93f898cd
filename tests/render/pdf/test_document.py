"""The PDF is tagged and archival, carries its own result, and is the same wherever and whenever it is made."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from compliance.render.fonts import faces as pdf_fonts
from compliance.render.fonts.faces import Face
from compliance.render.machine.json_report import render_json
from compliance.render.pdf.content import Paper, build_paper
from compliance.render.pdf.document import ATTACHMENT, render_pdf
from compliance.render.view.report_view import View, build_view
from tests.render import factories

pypdf = pytest.importorskip("pypdf")
try:
    import weasyprint  # noqa: F401
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)

REPORT = factories.olmo_report()
VIEW = build_view(REPORT)
JSON = render_json(REPORT, VIEW)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def made() -> bytes:
    return render_pdf(REPORT, VIEW, JSON, full=True)


@pytest.fixture
def reader(made: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(made))


def text_of(reader: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def titles(outline: list[Any]) -> list[str]:
    found: list[str] = []
    for item in outline:
        found += titles(item) if isinstance(item, list) else [str(item.title)]
    return found


def test_it_is_tagged_and_archival(reader: Any) -> None:
    catalog = reader.trailer["/Root"]
    metadata = catalog["/Metadata"].get_object().get_data().decode()
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert catalog["/StructTreeRoot"]["/K"]
    assert len(catalog["/OutputIntents"]) == 1
    assert 'part="3"' in metadata
    assert 'conformance="A"' in metadata


def test_its_metadata_come_from_the_report(reader: Any) -> None:
    info = reader.metadata
    assert info.title == "Olmo 3 base: release review"
    assert info.author == "compliance 0.1.0"
    assert info.subject == f"Olmo 3 base, as of 2026-11-24: {VIEW.verdict.line}"
    assert "allenai/Olmo-3-1025-7B" in info.keywords
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261124"


def test_it_carries_the_result(reader: Any) -> None:
    assert {ATTACHMENT: [JSON.encode()]} == dict(reader.attachments)
    files = {file.idnum: file.get_object() for file in reader.trailer["/Root"]["/AF"]}
    assert [file["/AFRelationship"] for file in files.values()] == ["/Data"]


def test_two_runs_give_the_same_bytes(made: bytes) -> None:
    assert made == render_pdf(REPORT, VIEW, JSON, full=True)


def test_another_process_place_and_time_zone_give_the_same_bytes(made: bytes, tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]; from tests.render import factories as f\n"
        "from compliance.render.machine.json_report import render_json\n"
        "from compliance.render.pdf.document import render_pdf\n"
        "from compliance.render.view.report_view import build_view\n"
        "r = f.olmo_report(); v = build_view(r)\n"
        "print(hashlib.sha256(render_pdf(r, v, render_json(r, v), full=True)).hexdigest())"
    )
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    run = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)],
        cwd=tmp_path, env={**os.environ, **elsewhere}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == hashlib.sha256(made).hexdigest()


def test_another_report_has_another_identifier(reader: Any) -> None:
    other = factories.report(factories.cleared())
    view = build_view(other)
    again = pypdf.PdfReader(io.BytesIO(render_pdf(other, view, render_json(other, view))))
    assert reader.trailer["/ID"] != again.trailer["/ID"]


def test_every_section_and_every_sheet_has_a_bookmark(reader: Any) -> None:
    paper = build_paper(REPORT, VIEW, JSON, full=True)
    marks = [" ".join(title.split()) for title in titles(reader.outline)]
    sheets = [sheet for group in (*paper.groups, *paper.if_enacted) for sheet in group.sheets]
    wanted = [str(item) for item in paper.contents] + [f"No. {it.number} {it.card.title}" for it in sheets]
    assert sorted(wanted) == sorted(marks)


def test_the_contents_name_the_pages_of_the_sections(reader: Any) -> None:
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    contents = reader.pages[1].extract_text().splitlines()
    for item in build_paper(REPORT, VIEW, JSON, full=True).contents:
        title = f"{item.number} {item.title}"
        found = [n for n, page in enumerate(pages, 1) if n > 2 and title in page]
        line = next(line for line in contents if item.title in line)
        assert str(found[0]) == line.rpartition(".")[2].strip(), title


def spoken(view: View, paper: Paper) -> list[str]:
    """What a reader meets, from front to back."""
    return [
        view.title,
        view.answers[0].sentence,
        "What stands open",
        view.causes[0].title,
        "Release as planned",
        view.disclaimers[0],
        "Contents",
        view.questions.items[0].question,
        "So it bites".lower(),
        view.groups[0].cards[0].turns[0],
        view.groups[0].cards[0].consequence,
        view.groups[0].cards[0].actions[0].sentence,
        "Findings by force and position",
        view.manifest_sha256,
        paper.packs_digest,
        paper.result_digest,
        view.not_covered[0].why,
        view.not_looked_at[0],
        view.screen.statement,
        "Nothing in this section counts in the verdict.",
        "Entity that distils from a US model may be listed",
        view.others.cards[0].reason,
        "Waived by legal@ai2",
        view.groups[0].cards[0].clauses[0].paraphrase,
        paper.glossary[0].pairs[0][1],
        paper.packs[0].sha256[:12],
    ]


def test_its_text_can_be_read_in_order(reader: Any) -> None:
    text = text_of(reader)
    place = 0
    for part in spoken(VIEW, build_paper(REPORT, VIEW, JSON, full=True)):
        found = text.find(part, place)
        assert found >= 0, part
        place = found


@pytest.fixture(scope="module")
def short() -> Any:
    return pypdf.PdfReader(io.BytesIO(render_pdf(REPORT, VIEW, JSON)))


def test_the_short_report_has_the_answer_first_and_counts_the_rest(short: Any) -> None:
    cover = " ".join(short.pages[0].extract_text().split())
    assert [
        part for part in (VIEW.answers[0].sentence, VIEW.causes[0].title, "Decided by") if part not in cover
    ] == []
    text = text_of(short)
    assert "Clear: 2 findings under 2 rules" in text
    assert "Entity that distils from a US model may be listed" not in text
    assert len(short.pages) <= 8


def test_the_short_report_names_its_sections_after_the_cover(short: Any) -> None:
    pages = [" ".join(page.extract_text().split()) for page in short.pages]
    told = re.findall(r"(\w [^,]+(?:, and [^,]+)?), page (\d+)", pages[1].rpartition("Contents ")[2])
    sections = [item for item in build_paper(REPORT, VIEW, JSON).contents if item.level == 1]
    assert [f"{item.number} {item.title}" for item in sections] == [title for title, _ in told]
    assert [title for title, page in told if title not in pages[int(page) - 1]] == []


def test_every_font_is_embedded_and_maps_back_to_text(reader: Any) -> None:
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in (page["/Resources"].get("/Font") or {}).values()
    ]
    assert fonts
    for font in fonts:
        (below,) = font["/DescendantFonts"]
        descriptor = below.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
        assert "/ToUnicode" in font


def test_without_the_bundled_fonts_those_of_the_system_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_fonts, "FACES", (Face("Report Serif", "no_such_package", "x.ttf"),))
    plain = factories.report()
    made = render_pdf(plain, build_view(plain), "{}")
    fonts = pypdf.PdfReader(io.BytesIO(made)).pages[0]["/Resources"]["/Font"].values()
    assert fonts
    assert not any("Report" in font.get_object()["/BaseFont"] for font in fonts)


def test_nothing_is_wrong_with_the_page(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("weasyprint")
    logger.addHandler(caplog.handler)
    try:
        render_pdf(REPORT, VIEW, JSON, full=True)
    finally:
        logger.removeHandler(caplog.handler)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_report_without_findings_is_printed() -> None:
    empty = factories.report()
    view = build_view(empty)
    text = text_of(pypdf.PdfReader(io.BytesIO(render_pdf(empty, view, render_json(empty, view)))))
    assert "No rule in force was put to the publisher." in text


def test_weasyprint_is_not_loaded_before_a_document_is_made() -> None:
    script = (
        "import sys; import compliance.render.pdf.document; "
        "print(sorted({'weasyprint', 'jinja2'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"
