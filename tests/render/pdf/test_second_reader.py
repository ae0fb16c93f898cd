"""What the archival profile asks for holds for a second reader, qpdf, as it does for the first (`test_document.py`)."""

from __future__ import annotations

from typing import Any

import pikepdf


def test_it_is_sound(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []
    assert not pdf.is_encrypted


def test_it_claims_the_profile(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"


def test_it_names_its_colours_and_language_and_is_tagged(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    assert len(root.OutputIntents) == 1
    assert root.OutputIntents[0].S == "/GTS_PDFA1"
    assert str(root.Lang) == "en"
    assert bool(root.MarkInfo.Marked)
    assert root.StructTreeRoot.K is not None


def test_every_font_is_embedded_and_tells_its_text(pdf: pikepdf.Pdf) -> None:
    dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    descriptors = [one for one in dictionaries if one.get("/Type") == "/FontDescriptor"]
    fonts = [one for one in dictionaries if one.get("/Subtype") == "/Type0"]
    assert descriptors
    assert [one for one in descriptors if not any(f"/FontFile{n}" in one for n in ("", "2", "3"))] == []
    assert [one for one in fonts if "/ToUnicode" not in one] == []


def test_what_is_attached_says_how_it_belongs_to_the_page(pdf: pikepdf.Pdf) -> None:
    files = [
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Filespec"
    ]
    assert {str(one.AFRelationship) for one in files} <= {"/Data"}
    assert [one for one in files if "/F" not in one or "/UF" not in one] == []
    assert [one for one in files if not str(one.EF.F.get("/Subtype", "")).startswith("/application/")] == []
    attached = {str(one.F) for one in pdf.Root.get("/AF", [])}
    assert attached == {str(one.F) for one in files} == set(pdf.attachments)


def test_its_metadata_say_the_same_in_both_places(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
    assert "/Filter" not in pdf.Root.Metadata.stream_dict
    assert len(pdf.trailer.ID) == 2


def test_every_picture_has_words_and_every_link_an_end(pdf: pikepdf.Pdf) -> None:
    dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    figures = [one for one in dictionaries if one.get("/S") == "/Figure"]
    assert [one for one in figures if not str(one.get("/Alt", one.get("/ActualText", "")))] == []
    links = [one for one in dictionaries if one.get("/Subtype") == "/Link"]
    # Printed, and neither hidden nor out of sight.
    assert [one for one in links if int(one.get("/F", 0)) & 0b100111 != 0b100] == []


def test_nothing_in_it_runs_or_leads_out(pdf: pikepdf.Pdf) -> None:
    names = {str(one.get("/S", "")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)}
    assert names.isdisjoint({"/JavaScript", "/Launch", "/Sound", "/Movie", "/SubmitForm", "/ImportData"})
    assert "/OpenAction" not in pdf.Root
    assert "/AA" not in pdf.Root


def test_no_stream_is_kept_outside_or_packed_in_a_way_that_is_barred(pdf: pikepdf.Pdf) -> None:
    streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert [one for one in streams if "/F" in one.stream_dict and one.get("/Type") != "/EmbeddedFile"] == []
    assert [one for one in streams if "LZW" in str(one.get("/Filter", ""))] == []


def test_no_letter_is_shown_as_a_box(pdf: pikepdf.Pdf) -> None:
    shown = [
        piece
        for page in pdf.pages
        for one in pikepdf.parse_content_stream(page, "TJ Tj ' \"")
        for piece in _pieces(list(one.operands))
        if isinstance(piece, pikepdf.String)
    ]
    glyphs = [bytes(piece)[at : at + 2] for piece in shown for at in range(0, len(bytes(piece)), 2)]
    assert len(glyphs) > 10
    assert b"\0\0" not in glyphs


def _pieces(operands: list[Any]) -> list[Any]:
    """What an operator shows, which may stand in an array with distances."""
    return [piece for one in operands for piece in (list(one) if isinstance(one, pikepdf.Array) else [one])]
