"""Files that unpack to more than they hold are refused in words, and soon; markup is read in time with its length."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable

import pytest

from compliance.errors import InputError
from compliance.text.read import segment as segmenting
from compliance.text.read.outline import DEEPEST, OPEN
from compliance.text.read.segment import segment, segment_bytes


def _pdf(
    content: bytes, *, kids: str = "3 0 R", count: int = 1, extra: dict[int, bytes] | None = None
) -> bytes:
    packed = zlib.compress(content, 9)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R "
        b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        4: f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream",
        **(extra or {}),
    }
    out, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{places[number]:010} 00000 n \n".encode() for number in sorted(objects))
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode() + table
    return out + f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def _nested_pages(depth: int) -> bytes:
    """Page trees that name each other ten times, over and over: ten to the power of their depth pages."""
    trees = {
        5 + level: f"<< /Type /Pages /Count 1 /Parent 2 0 R /Kids [{f'{6 + level} 0 R ' * 10}] >>".encode()
        for level in range(depth)
    }
    last = {5 + depth: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}
    return _pdf(b"", kids="5 0 R", extra={**trees, **last})


BOMBS = {
    "a text that unpacks to a hundred million letters": lambda: _pdf(
        b"BT /F 9 Tf " + b"(again and again) Tj " * 5_000_000 + b"ET"
    ),
    "trees of pages that name each other": lambda: _nested_pages(9),
    "more pages than a text has": lambda: _pdf(b"", kids="3 0 R " * 6_000, count=6_000),
}


@pytest.mark.parametrize("made", BOMBS.values(), ids=list(BOMBS))
def test_a_pdf_that_is_larger_than_it_looks_is_refused(
    made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr(segmenting, "PDF_SECONDS", 0.5)
    monkeypatch.setattr(segmenting, "PDF_MEMORY", 1 << 28)
    with pytest.raises(InputError, match=r"terms\.pdf cannot be read: ") as caught:
        segment_bytes(made(), "terms.pdf")
    assert len(str(caught.value)) < 500


def test_a_plain_pdf_made_the_same_way_is_read() -> None:
    pytest.importorskip("pypdf")
    assert (
        "Do not train on it."
        in segment_bytes(_pdf(b"BT /F 9 Tf (Do not train on it.) Tj ET"), "t.pdf").source
    )


def test_a_letter_at_the_other_end_of_the_world_does_not_fill_the_memory() -> None:
    pytest.importorskip("pypdf")
    far = _pdf(b"BT /F 9 Tf (a) Tj 90000000 -90000000 Td (b) Tj ET")
    assert len(segment_bytes(far, "t.pdf").source) < 100_000


MARKUP = {
    "boxes in boxes": "<div>",
    "lists in lists": "<ul><li>",
    "items that nobody ends": "<li>a ",
    "tables in tables": "<table><tr><td>",
    "a tag that never ends": "<a href=",
    "comments in comments": "<!--",
    "signs": "&",
    "signs of numbers": "&#38;",
    "headings": "<h1>a",
    "quotes": "\u2018\"'",
}


@pytest.mark.parametrize("piece", MARKUP.values(), ids=list(MARKUP))
def test_markup_takes_time_in_its_length(piece: str) -> None:
    assert _calls(piece * 4_000) <= 5 * _calls(piece * 1_000)


def _calls(text: str) -> int:
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        segment("<html><body>" + text, "html")
    finally:
        sys.setprofile(before)
    return calls


def test_what_is_nested_without_end_stands_under_the_fiftieth() -> None:
    text = "<html><body>" + "".join(f"<ol><li>You may not do {number}" for number in range(300))
    clauses = segment(text, "html").clauses
    assert (len(clauses), max(len(each.numbers) for each in clauses)) == (300, OPEN + 1)
    assert len(clauses[-1].lead_ins) == DEEPEST
