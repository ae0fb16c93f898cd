"""The fonts of the PDF: IBM Plex, out of packages that carry it, so that a page is set the same everywhere.

Where the packages are missing the families named after them in `pdf.css` stand in, which every system has.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = "fonts/"
_TOLD = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, and what style sheets call it."""

    family: str
    package: str
    file: str
    weight: int = 400
    style: str = "normal"
    folder: str = "files"
    """Where in its package it lies."""


_SERIF, _SANS, _MONO = (
    "fontpkg_ibm_plex_serif",
    "fontpkg_ibm_plex_sans_condensed",
    "fontpkg_ibm_plex_mono",
)
FACES = (
    Face("Report Serif", _SERIF, "IBMPlexSerif-Regular.ttf"),
    Face("Report Serif", _SERIF, "IBMPlexSerif-Italic.ttf", style="italic"),
    Face("Report Serif", _SERIF, "IBMPlexSerif-SemiBold.ttf", weight=600),
    Face("Report Sans", _SANS, "IBMPlexSansCondensed-Regular.ttf"),
    Face("Report Sans", _SANS, "IBMPlexSansCondensed-Italic.ttf", style="italic"),
    Face("Report Sans", _SANS, "IBMPlexSansCondensed-SemiBold.ttf", weight=600),
    Face("Report Mono", _MONO, "IBMPlexMono-Regular.ttf"),
)


@contextlib.contextmanager
def no_clock() -> Iterator[None]:
    """Keep the time of drawing out of fonts: fontTools stamps it into each that it cuts, unless it is told a time.

    It cuts all of them where HarfBuzz's library for it is missing, and single ones where that cannot.
    """
    before = os.environ.get(_TOLD)
    os.environ[_TOLD] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_TOLD]
        else:
            os.environ[_TOLD] = before


def font_faces(more: Sequence[Face] = ()) -> str:
    """Return the rules that make the fonts known to a style sheet; a font that is not installed is left out.

    `more` are fonts of further scripts: Pango takes them for what the others lack.
    """
    return "\n".join(
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};font-style:{face.style};"
        f"src:url('{FOLDER}{_address(face)}')}}"
        for face in (*FACES, *more)
        if installed(face)
    )


def missing_faces() -> tuple[str, ...]:
    """Return the files of fonts that are not installed."""
    return tuple(face.file for face in FACES if file_of(face) is None)


def find(name: str, more: Sequence[Face] = ()) -> Path | None:
    """Return the file of a font, by its name below the folder of fonts."""
    return next((file_of(face) for face in (*FACES, *more) if name == FOLDER + _address(face)), None)


def installed(face: Face) -> bool:
    """Whether the package of a font is there, with its file."""
    return file_of(face) is not None


def file_of(face: Face) -> Path | None:
    """The file of a font; None where its package is not installed."""
    spec = importlib.util.find_spec(face.package)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / face.folder / face.file
    return path if path.is_file() else None


def _address(face: Face) -> str:
    """The name by which a style sheet asks for a font: brackets are none of an address."""
    return face.file.replace("[", "-").replace("]", "").replace(",", "-")
