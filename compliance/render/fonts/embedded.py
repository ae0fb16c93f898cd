"""Fonts that a page of HTML carries itself, cut to the characters that it shows, so that names in any script print."""

from __future__ import annotations

import base64
import io

from compliance.render.fonts.faces import Face, file_of
from compliance.render.fonts.scripts import SCRIPTS, needed

_DROPPED = ("DSIG", "meta")


def carried(text: str) -> tuple[str, tuple[str, ...]]:
    """The style rules that bring the fonts which a text needs, and the families they are called by.

    Each is for the letters of its scripts alone, so that it may stand first: behind fonts of the system a browser can
    miss that it has come. Empty where the usual fonts of any system do, or where the extra is not installed.
    """
    faces = needed(text)
    rules = [_rule(face, text) for face in faces]
    return "".join(rules), tuple(face.family for face in faces)


def _rule(face: Face, text: str) -> str:
    spans = [span for script in SCRIPTS if script.face == face for span in script.spans]
    held = sorted(one for one in set(text) if any(low <= ord(one) <= high for low, high in spans))
    reach = ",".join(f"U+{low:X}-{high:X}" for low, high in spans)
    return (
        f"@font-face{{font-family:'{face.family}';unicode-range:{reach};"
        f"src:url(data:font/woff2;base64,{_cut(face, ''.join(held))})}}"
    )


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
