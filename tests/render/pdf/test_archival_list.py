"""The rest of what PDF/A-3a (ISO 19005-3) asks of a file, item by item, as qpdf reads it.

Where the standard allows something that no report needs, such as forms, the test asks for none of it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

STANDARD_TAGS = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula",
    "Form", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
}  # fmt: skip
BLENDS = {
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
    "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
}  # fmt: skip
PREDEFINED = {
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/", "http://www.aiim.org/pdfa/ns/id/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://ns.adobe.com/xap/1.0/", "adobe:ns:meta/",
}  # fmt: skip
"""Schemas that need no description of their own in the metadata."""
BARRED_KEYS = ("/OPI", "/PS", "/Ref", "/Alternates", "/TR", "/HTP", "/XFA", "/NeedAppearances", "/PresSteps")
SHOWS = ("Tj", "TJ", "'", '"')
PAINTS = (*SHOWS, "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh")
SPACES = {"/DeviceRGB", "/DeviceGray", "/Pattern"}
"""Colours of a device that an output intent in red, green and blue covers."""


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary, and that of every stream."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            yield one.stream_dict
        elif isinstance(one, pikepdf.Dictionary):
            yield one


def _contents(pdf: pikepdf.Pdf) -> Iterator[tuple[bool, list[tuple[list[Any], str]]]]:
    """What every page and every drawing within one does, and whether it is a page."""
    forms = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Stream) and one.stream_dict.get("/Subtype") == "/Form"
    ]
    for content in (*pdf.pages, *forms):
        done = [(list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(content)]
        yield isinstance(content, pikepdf.Page), done


def test_the_file_begins_as_a_binary_one_and_ends_at_its_mark(drawn: bytes) -> None:
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", drawn)
    assert re.search(rb"\n%%EOF\n?\Z", drawn)


def test_its_metadata_use_no_schema_that_they_would_have_to_describe(pdf: pikepdf.Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes().decode()
    header = re.search(r"<\?xpacket begin=[^?]*\?>", text)
    assert header is not None
    assert re.search(r"\b(bytes|encoding)=", header[0]) is None
    assert set(re.findall(r'xmlns:\w+="([^"]+)"', text)) <= PREDEFINED


def test_its_dates_and_its_program_are_the_same_in_both_places(pdf: pikepdf.Pdf) -> None:
    pairs = {
        "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate", "/Producer": "pdf:Producer",
        "/Creator": "xmp:CreatorTool", "/Keywords": "pdf:Keywords",
    }  # fmt: skip
    with pdf.open_metadata() as metadata:
        held = {key: str(pdf.docinfo[key]).removeprefix("D:") for key in pairs if key in pdf.docinfo}
        told = {key: str(metadata[pairs[key]]) for key in held}
    assert held == {key: text.replace("-", "") if "Date" in key else text for key, text in told.items()}


def test_its_colours_are_those_of_the_output_intent(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    assert (int(profile.N), data[12:20], data[36:40], data[8] <= 4) == (3, b"mntrRGB ", b"acsp", True)
    used = [(operator, operands) for _, done in _contents(pdf) for operands, operator in done]
    assert [operator for operator, _ in used if operator in ("k", "K")] == []
    spaces = {str(operands[0]) for operator, operands in used if operator in ("cs", "CS")}
    named = {
        str(key)
        for one in _dictionaries(pdf)
        if isinstance(one.get("/ColorSpace"), pikepdf.Dictionary)
        for key in one["/ColorSpace"]
    }
    assert spaces - SPACES - named == set()
    assert not any("/DeviceCMYK" in str(one.get("/ColorSpace", "")) for one in _dictionaries(pdf))


def test_nothing_is_transparent_in_a_way_that_is_barred(pdf: pikepdf.Pdf) -> None:
    blends = {str(one["/BM"]).removeprefix("/") for one in _dictionaries(pdf) if "/BM" in one}
    assert blends <= BLENDS
    groups = [one["/Group"] for one in _dictionaries(pdf) if "/Group" in one]
    assert [one for one in groups if not _is_in_red_green_and_blue(one.get("/CS"))] == []


def _is_in_red_green_and_blue(space: Any) -> bool:
    if isinstance(space, pikepdf.Array):
        return str(space[0]) == "/ICCBased" and int(space[1].N) == 3
    return space is None or str(space) in SPACES


def test_nothing_is_there_that_the_profile_bars(pdf: pikepdf.Pdf) -> None:
    assert [key for one in _dictionaries(pdf) for key in BARRED_KEYS if key in one] == []
    assert [one for one in _dictionaries(pdf) if bool(one.get("/Interpolate", False))] == []
    kinds = {str(one["/Subtype"]) for one in _dictionaries(pdf) if "/Rect" in one and "/Subtype" in one}
    assert kinds <= {"/Link"}
    assert {"/AcroForm", "/Perms", "/Requirements", "/Collection", "/OCProperties"}.isdisjoint(
        pdf.Root.keys()
    )
    assert set(pdf.Root.get("/Names", {}).keys()) <= {"/EmbeddedFiles", "/Dests"}


def test_what_is_drawn_keeps_within_limits(pdf: pikepdf.Pdf) -> None:
    for _, done in _contents(pdf):
        depth = deepest = 0
        for _, operator in done:
            depth += (operator == "q") - (operator == "Q")
            deepest = max(deepest, depth)
        assert (depth, deepest <= 28) == (0, True)
    assert [
        page for page in pdf.pages if not all(3 <= float(side) <= 14_400 for side in page.mediabox[2:])
    ] == []
    assert [key for one in _dictionaries(pdf) for key in one if len(key.encode()) > 128] == []


def test_all_that_is_painted_is_tagged_or_an_artefact(pdf: pikepdf.Pdf) -> None:
    loose = []
    for is_page, done in _contents(pdf):
        depth = 0
        for operands, operator in done:
            depth += (operator in ("BMC", "BDC")) - (operator == "EMC")
            if is_page and not depth and operator in PAINTS:
                loose.append((operator, operands))
    assert loose == []


def test_every_tag_is_a_standard_one_and_finds_its_page(pdf: pikepdf.Pdf) -> None:
    tags = [one for one in _dictionaries(pdf) if one.get("/Type") == "/StructElem"]
    assert {str(one.S).removeprefix("/") for one in tags} - STANDARD_TAGS == set()
    assert [one for one in tags if "/P" not in one] == []
    numbers = [int(page.obj["/StructParents"]) for page in pdf.pages if "/StructParents" in page.obj]
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    assert sorted(numbers) == sorted(set(numbers))
    assert [number for number in numbers if number not in tree] == []
    assert [
        str(page.obj.get("/Tabs"))
        for page in pdf.pages
        if "/Annots" in page.obj
        if page.obj.get("/Tabs") != "/S"
    ] == []


def test_the_widths_of_letters_are_those_of_their_fonts(pdf: pikepdf.Pdf) -> None:
    fonts = [one for one in _dictionaries(pdf) if one.get("/Subtype") == "/CIDFontType2"]
    assert fonts
    for font in fonts:
        assert font.CIDToGIDMap == "/Identity"
        program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        advances = [program["hmtx"][name][0] for name in program.getGlyphOrder()]
        scale = 1000 / program["head"].unitsPerEm
        wrong = [at for at, width in _widths(list(font.W)) if abs(float(width) - advances[at] * scale) > 1]
        assert wrong == []


def _widths(listed: list[Any]) -> Iterator[tuple[int, Any]]:
    """Glyphs with their widths, out of a list that tells them in runs."""
    at = 0
    while at < len(listed):
        first, second = int(listed[at]), listed[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from enumerate(second, first)
            at += 2
        else:
            yield from ((glyph, listed[at + 2]) for glyph in range(first, int(second) + 1))
            at += 3


def test_no_letter_is_told_as_one_that_is_none(pdf: pikepdf.Pdf) -> None:
    maps = [one["/ToUnicode"].read_bytes() for one in _dictionaries(pdf) if "/ToUnicode" in one]
    assert maps
    told = [target for text in maps for target in re.findall(rb"<[0-9a-fA-F]+>\s*<([0-9a-fA-F]+)>", text)]
    assert {b"0000", b"feff", b"fffe"}.isdisjoint(target.lower() for target in told)


def test_what_is_attached_tells_when_it_was_made(pdf: pikepdf.Pdf) -> None:
    files = [one for one in _dictionaries(pdf) if one.get("/Type") == "/EmbeddedFile"]
    assert [one for one in files if "/ModDate" not in one.get("/Params", {})] == []


@pytest.mark.parametrize("barred", [b"k", b"K"])
def test_a_colour_of_another_device_would_be_seen(barred: bytes) -> None:
    made = pikepdf.new()
    page = made.add_blank_page()
    page.contents_add(b"0 0 0 1 " + barred)
    assert [operator for _, done in _contents(made) for _, operator in done] == [barred.decode()]
