"""Fonts that a page of HTML carries itself, cut to the characters that it shows, so that names in any script print."""

from __future__ import annotations

import base64
import io

from compliance.render.fonts.faces import Face, file_of
from compliance.render.fonts.scripts import needed

_DROPPED = ("DSIG", "meta")


def carried(text: str) -> tuple[str, tuple[str, ...]]:
    """The style rules that bring the fonts which a text needs, and the families they are called by.

    Empty where the usual fonts of any system do, or where the extra that brings others is not installed.
    """
    faces = needed(text)
    characters = "".join(sorted(set(text)))
    rules = [
        f"@font-face{{font-family:'{face.family}';src:url(data:font/woff2;base64,{_cut(face, characters)})}}"
        for face in faces
    ]
    return "".join(rules), tuple(face.family for face in faces)


def _cut(face: Face, characters: str) -> str:
    """A font with the glyphs of some characters only, as base64; the same bytes every time."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(recalc_timestamp=False, flavor="woff2", layout_features=["*"], name_IDs=[])
    options.drop_tables = [*options.drop_tables, *_DROPPED]
    with TTFont(file_of(face), recalcTimestamp=False, lazy=True) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        made = io.BytesIO()
        subset.save_font(font, made, options)
    return base64.b64encode(made.getvalue()).decode("ascii")
