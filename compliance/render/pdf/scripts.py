"""Scripts beyond the fonts of the report: which package brings a font for each, and what of a text nobody can set.

The fonts come with the extra `fonts`; where it is not installed, those of the system stand in, if it has any.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass

from compliance.render.pdf.fonts import Face, installed

EXTRA = "fonts"


@dataclass(frozen=True, slots=True)
class Script:
    """A script, the code points by which it is known, and a package that brings a font for it."""

    name: str
    spans: tuple[tuple[int, int], ...]
    package: str
    face: Face

    def within(self, characters: Iterable[str]) -> str:
        """The first character of the script among some; empty where there is none."""
        return next(
            (one for one in characters if any(low <= ord(one) <= high for low, high in self.spans)), ""
        )


_EAST = Face("Report East", "noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf", folder="")
_EAST_PACKAGE = "noto-cjk-sans-jp-regular"
SCRIPTS = (
    Script("Japanese", ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)), _EAST_PACKAGE, _EAST),
    Script("Korean", ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)), _EAST_PACKAGE, _EAST),
    Script("Chinese", ((0x2E80, 0x303F), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3134F)), _EAST_PACKAGE, _EAST),
    Script(
        "Arabic", ((0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        "fontpkg-ibm-plex-sans-arabic",
        Face("Report Arabic", "fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf"),
    ),
    Script(
        "Devanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF)), "fontpkg-noto-sans-devanagari",
        Face("Report Devanagari", "fontpkg_noto_sans_devanagari", "NotoSansDevanagari[wdth,wght].ttf"),
    ),
)  # fmt: skip
"""The scripts of which names are known to come."""


def needed(text: str) -> tuple[Face, ...]:
    """The fonts that a text needs beyond those of the report, as far as they are installed."""
    characters = _beyond(text)
    found = dict.fromkeys(one.face for one in SCRIPTS if one.within(characters))
    return tuple(face for face in found if installed(face))


def unset(text: str) -> tuple[str, ...]:
    """A sentence for each script of a text for which neither the extra nor the system has a font."""
    characters, told = _beyond(text), []
    for script in SCRIPTS:
        one = script.within(characters)
        if one and not installed(script.face) and not _in_system(one):
            told.append(
                f"no font for {script.name} is installed: such names are boxes in the PDF; install {script.package}, "
                f"or the program with its extra `{EXTRA}`"
            )
    return tuple(told)


def _beyond(text: str) -> tuple[str, ...]:
    """The characters of a text that the fonts of the report may lack, each once, in order."""
    return tuple(sorted(one for one in set(text) if ord(one) >= 0x0590))


@functools.cache
def _in_system(character: str) -> bool:
    """Whether some font of the system has a character; taken as given where nobody can be asked."""
    program = shutil.which("fc-list")
    if program is None:
        return True
    asked = [program, f":charset={ord(character):x}", "file"]
    try:
        return bool(subprocess.run(asked, capture_output=True, timeout=10, check=False).stdout.strip())
    except (OSError, subprocess.SubprocessError):
        return True
