"""Cut a document into clauses: Markdown, HTML, plain text, PDF, and the XML of GPO bills.

The time taken grows in proportion to the length of the text, whatever stands in it.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from compliance.bounds import within
from compliance.errors import Fault, InputError, shortened
from compliance.model.packs.clause_text import SegmentedText, TextFormat
from compliance.text.read import markdown, markup
from compliance.text.read.blocks import Document
from compliance.text.read.outline import clauses_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["format_of", "segment", "segment_bytes"]

_SUFFIXES: dict[str, TextFormat] = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".xml": "bill-xml",
}  # fmt: skip
_BILL = re.compile(r"<(?:bill|resolution|amendment-doc|legis-body|uslm|lawDoc)\b", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype html|html|body|div|p|h[1-6]|ul|ol)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} |[*+-] {1,3}\S|={3,}$|-{3,}$)|\]\(|\*\*\S", re.MULTILINE)
_LOOKED_AT = 20_000
PDF_SECONDS = 60.0
"""Processor time in which a PDF has to be read."""
PDF_MEMORY = 1 << 30
"""Bytes that reading a PDF may take beyond what the program holds."""
PDF_PAGES = 5_000
PDF_TEXT = 1 << 26
"""Characters to which a PDF may unpack."""


def format_of(content: str, name: str = "") -> TextFormat:
    """Return the format of a text by the end of its name, or else by how it begins.

    >>> format_of("", "terms.html"), format_of("# Terms"), format_of("Terms"), format_of("<p>Terms</p>")
    ('html', 'markdown', 'text', 'html')
    """
    begin = content[:_LOOKED_AT]
    named = _SUFFIXES.get(PurePath(name).suffix.lower())
    if named == "bill-xml":
        return "bill-xml" if _BILL.search(begin) else "html"
    if named:
        return named
    if begin.startswith("%PDF-"):
        return "pdf"
    if begin.lstrip().startswith("<"):
        return "bill-xml" if _BILL.search(begin) else "html" if _HTML.search(begin) else "text"
    return "markdown" if _MARKDOWN.search(begin) else "text"


def segment(content: str, format: TextFormat | None = None) -> SegmentedText:  # noqa: A002
    r"""Cut a text into clauses.

    >>> text = segment("# Use\n\nYou may not:\n\n*   sell the service;\n*   copy it.\n")
    >>> [(each.own, each.lead_ins, each.line) for each in text.clauses][1:]
    [('sell the service;', ('You may not:',), 5), ('copy it.', ('You may not:',), 6)]
    """
    known = format or format_of(content)
    document = _document(content, known)
    return SegmentedText(known, document.source, clauses_of(document))


def segment_bytes(content: bytes, name: str = "") -> SegmentedText:
    """Cut a file into clauses.

    Raises:
        InputError: If it is a PDF and nothing can be read out of it.
    """
    if content.startswith(b"%PDF-"):
        return segment(_pdf_text(content, name), "pdf")
    text = content.decode("utf-8-sig", errors="replace")
    return segment(text, format_of(text, name))


def _document(content: str, known: TextFormat) -> Document:
    if known in ("html", "bill-xml"):
        return markup.read(content, bill=known == "bill-xml")
    return markdown.read(content, markup=known == "markdown")


def _pages(reader: type[PdfReader], content: bytes) -> Sequence[PageObject]:
    """The pages of a PDF. Raises `ValueError` where there are more than a text has."""
    pages = reader(io.BytesIO(content)).pages
    if len(pages) > PDF_PAGES:
        raise ValueError(f"it has more than {PDF_PAGES:,} pages")
    return pages


def _joined(texts: Iterable[str]) -> str:
    """The texts of pages as one. Raises `ValueError` where they unpack to more than a text has."""
    held, length = [], 0
    for text in texts:
        held.append(text)
        length += len(text)
        if length > PDF_TEXT:
            raise ValueError(f"it unpacks to more than {PDF_TEXT:,} characters")
    return "\n\n".join(held)


def _pdf_text(content: bytes, name: str) -> str:
    """Return the text of the pages of a PDF, one after the other."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise InputError(
            Fault(
                None,
                f"{name or 'the PDF'} cannot be read: pypdf is not installed",
                "install pypdf, or give the text",
            )
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells standard error what is odd, at length
    try:
        with within(PDF_SECONDS, PDF_MEMORY):
            # As laid out: only so do bullets, indentation and the space around headings stand where people see them.
            return _joined(page.extract_text(extraction_mode="layout") for page in _pages(PdfReader, content))
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OverflowError,
    ) as error:
        raise InputError(
            Fault(
                None,
                f"{name or 'the PDF'} cannot be read: {shortened(str(error), 200)}",
                "save it again, or give the text instead",
            )
        ) from error
