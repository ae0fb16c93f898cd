"""Print a report as a PDF for counsel: tagged, archival (PDF/A-3a), with the result attached as data.

WeasyPrint draws it, and is loaded here only. It reads nothing but the files of the template folders and the bundled
fonts; there is no network and no clock: the same report, templates, fonts and libraries give the same bytes.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import hashlib
import io
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from compliance.bounds import OutOfBoundsError
from compliance.errors import ComplianceError, Fault, InputError, ResourceError, shortened
from compliance.model.answered.report import Report
from compliance.render.fonts import faces as pdf_fonts
from compliance.render.fonts import scripts as pdf_scripts
from compliance.render.isolates import isolated_page
from compliance.render.pdf import template as pdf_template
from compliance.render.pdf.content import Paper, build_paper
from compliance.render.view.report_view import View

ATTACHMENT = "report.json"
"""Name of the attached result."""
_WHY = 200
ADDRESS = "https://templates.invalid/"
"""What the files of the template folders are called while a document is drawn; nothing answers there."""
_PAGE = (
    '@page{size:A4;margin:15mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt "Report Sans"}}'
    'body{font:9.5pt/1.4 "Report Serif","DejaVu Serif",serif!important;margin:0!important;max-width:none!important}'
    'h1,h2,th{font-family:"Report Sans","DejaVu Sans",sans-serif!important}'
    "h1{font-size:17pt!important}h2{font-size:12pt!important}table{font-size:8pt!important}"
)
"""Over the style of a page that is no report: a scenario, a comparison."""
_PANGO = {
    "darwin": "brew install pango; with Apple's processors also export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango in MSYS2, and where that is not C:\\msys64, set "
    "WEASYPRINT_DLL_DIRECTORIES to its ucrt64\\bin",
}
_PANGO_ELSEWHERE = (
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0, or sudo dnf install pango"
)


def render_pdf(
    report: Report, view: View, json_text: str, *, templates: Sequence[Path] = (), full: bool = False
) -> bytes:
    """Return the report as PDF/A-3a.

    Args:
        report: The report.
        view: The same report in words.
        json_text: The same report as JSON, which is attached.
        full: Whether to print the whole record; else what stands open, and the rest in numbers.
        templates: Folders whose files stand in for the bundled `pdf.html.j2`, `pdf.css` and what these use.

    Raises:
        InputError: If a template cannot be filled.
        ResourceError: If a native library is missing, or the template asks for a file outside its folders.
    """
    import markupsafe

    weasyprint = _weasyprint()
    paper = build_paper(report, view, json_text, full=full)
    folders = pdf_template.folders(templates)
    html = isolated_page(pdf_template.render_html(paper, view, templates), view.names, markupsafe.escape)
    more = pdf_scripts.needed(html)
    styles = [pdf_fonts.font_faces(more), pdf_template.read_text("pdf.css", folders)]
    fetcher = _fetcher(folders, more)
    options = {
        "pdf_variant": "pdf/a-3a",
        "pdf_identifier": hashlib.sha256(json_text.encode()).digest()[:16],
        "attachments": [_attachment(weasyprint, paper, json_text, report.as_of)],
    }
    with _without_collection(), _told_of(templates):
        result = _draw(weasyprint, html, styles, fetcher, options)
    if fetcher.refused:
        raise ResourceError(*(_outside(address) for address in fetcher.refused))
    return result


def draw_page(html: str) -> bytes:
    """Return a page of HTML that asks for nothing else as PDF/A-3a, set in the fonts of reports.

    Raises:
        ResourceError: If a native library is missing.
    """
    weasyprint = _weasyprint()
    options = {
        "pdf_variant": "pdf/a-3a",
        "pdf_identifier": hashlib.sha256(html.encode()).digest()[:16],
    }
    more = pdf_scripts.needed(html)
    styles = [pdf_fonts.font_faces(more), _PAGE]
    with _without_collection():
        return _draw(weasyprint, html, styles, _fetcher(pdf_template.folders(()), more), options)


def _draw(
    weasyprint: ModuleType, html: str, styles: Sequence[str], fetcher: Any, options: dict[str, Any]
) -> bytes:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "No fonts configured")
        fonts = sys.modules["weasyprint.text.fonts"].FontConfiguration()
    sheets = [
        weasyprint.CSS(string=text, base_url=ADDRESS, url_fetcher=fetcher, font_config=fonts)
        for text in styles
    ]
    document = weasyprint.HTML(string=html, base_url=ADDRESS, url_fetcher=fetcher)
    with pdf_fonts.no_clock():
        made: bytes = document.write_pdf(stylesheets=sheets, font_config=fonts, **options)
    return made


@contextlib.contextmanager
def _told_of(templates: Sequence[Path]) -> Iterator[None]:
    """Say of what a user's templates print that it cannot be drawn: a library stumbles over numbers without end."""
    try:
        yield
    except (ComplianceError, MemoryError, OutOfBoundsError):
        raise
    except Exception as error:
        if not templates:
            raise
        why = shortened(" ".join(str(error).split()), _WHY) or type(error).__name__
        what = f"what the template prints cannot be drawn: {why}"
        raise InputError(Fault(None, what, "correct it, or leave out --template")) from None


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Drawing makes millions of objects that live to its end; looking for cycles among them costs a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _attachment(weasyprint: ModuleType, paper: Paper, json_text: str, as_of: dt.date) -> Any:
    day = dt.datetime.combine(as_of, dt.time(), dt.UTC)
    return weasyprint.Attachment(
        string=json_text,
        name=ATTACHMENT,
        description=f"{paper.title}: the result as data",
        created=day,
        modified=day,
        relationship="Data",
    )


def _weasyprint() -> ModuleType:
    """Load WeasyPrint; what it prints where Pango is missing must not reach standard output."""
    try:
        # Nor what it warns of where the system has no font: those of the report come with the program.
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.filterwarnings("ignore", "No fonts configured")
            import weasyprint
            import weasyprint.text.fonts
    except OSError as error:
        raise ResourceError(
            Fault(
                None,
                "a PDF needs Pango, a native library that is missing here (reports in other formats do not)",
                f"install it: {_PANGO.get(sys.platform, _PANGO_ELSEWHERE)}",
            )
        ) from error
    except ImportError as error:
        raise ResourceError(
            Fault(
                None, f"a PDF needs WeasyPrint, which cannot be loaded: {error}", "install the program again"
            )
        ) from error
    module: ModuleType = weasyprint
    return module


def drawing_library() -> str:
    """Return the native library that draws, with its version. Raises `ResourceError` where it is missing."""
    _weasyprint()
    pango = sys.modules["weasyprint.text.ffi"].pango
    return f"Pango {pango.pango_version() // 10_000}.{pango.pango_version() // 100 % 100}"


def _fetcher(folders: Sequence[Path], more: Sequence[pdf_fonts.Face] = ()) -> Any:
    """Return what WeasyPrint asks for files: it knows the template folders and the fonts, and opens nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Bundled(URLFetcher):  # type: ignore[misc]
        """Without the parts that open addresses: its base is not initialised."""

        _fail_on_errors = False

        def __init__(self) -> None:
            self.refused: dict[str, None] = {}

        def fetch(self, url: str, headers: object = None) -> Any:
            name = url.removeprefix(ADDRESS)
            path = None if name == url else pdf_template.find(name, folders) or pdf_fonts.find(name, more)
            if path is None:
                self.refused[url] = None
                raise ValueError("outside the template folders")
            return URLFetcherResponse(url, path.read_bytes())

    return Bundled()


def _outside(address: str) -> Fault:
    what = f"the PDF template asks for {address.removeprefix(ADDRESS)!r}, which is in no template folder"
    return Fault(None, what, "put the file beside the template, and name it relative to it")
