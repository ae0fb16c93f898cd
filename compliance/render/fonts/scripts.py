"""Scripts beyond the fonts of the report: which package brings a font for each, and what of a text nobody can set.

The fonts come with the extra `fonts`; where it is not installed, those of the system stand in, if it has any.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compliance.render.fonts import system
from compliance.render.fonts.faces import Face, installed

EXTRA = "fonts"
NOTO = "Debian: fonts-noto-core"
_FIRST = 0x0590
"""Below it stand Latin, Greek, Cyrillic and Armenian, which the fonts that stand in on every system have."""


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
    Script(
        "Chinese", ((0x2E80, 0x303F), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF01, 0xFF65), (0x20000, 0x3134F)),
        _EAST_PACKAGE, _EAST,
    ),
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
LETTERS = "あ한中عकไאத"
"""A letter of each script of which names may come, for a look at what a machine has."""


def needed(text: str) -> tuple[Face, ...]:
    """The fonts that a text needs beyond those of the report, as far as they are installed."""
    characters = _beyond(text)
    found = dict.fromkeys(one.face for one in SCRIPTS if one.within(characters))
    return tuple(face for face in found if installed(face))


def unset(text: str) -> tuple[str, ...]:
    """A sentence for each package that would set a script for which neither the extra nor the system has a font."""
    lacking: dict[str, list[str]] = {}
    for name, package in lacking_scripts(text):
        lacking.setdefault(package, []).append(name)
    return tuple(
        f"no font for {', '.join(names)} is installed: such names are boxes in a PDF, and on a page or "
        f"drawing wherever its reader has none; {package}"
        for package, names in lacking.items()
    )


def lacking_scripts(text: str) -> Iterator[tuple[str, str]]:
    """The scripts of a text that nothing here can set, each with what to install."""
    characters = _beyond(text)
    for script in SCRIPTS:
        one = script.within(characters)
        if one and not installed(script.face) and not system.has(one):
            yield script.name, f"install {script.package} (pip), or the program with its extra `{EXTRA}`"
    for name, one in _others(characters).items():
        if not system.has(one):
            yield name, f"install one of the Noto fonts for it ({NOTO})"


def _others(characters: Iterable[str]) -> dict[str, str]:
    """A letter of every script beyond those of `SCRIPTS`, by what Unicode calls the script.

    >>> _others("กखआα")
    {'Thai': 'ก'}
    """
    found: dict[str, str] = {}
    for one in characters:
        if ord(one) >= _FIRST and one.isalpha() and not any(script.within(one) for script in SCRIPTS):
            found.setdefault(
                unicodedata.name(one, "an unnamed script").split(" LETTER ")[0].split()[0].title(), one
            )
    return found


def _beyond(text: str) -> tuple[str, ...]:
    """The characters of a text that the fonts of the report may lack, each once, in order."""
    return tuple(sorted(one for one in set(text) if ord(one) >= _FIRST))
