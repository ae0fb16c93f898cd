"""Whether some font of the system has a character, as Fontconfig knows it: the library that draws a PDF asks it too."""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import Any

LIBRARIES = ("libfontconfig.so.1", "libfontconfig.so")
_OF_THEIR_OWN = ("darwin", "win32")
"""Systems that come with fonts for all scripts, and tell Fontconfig of them only where Pango is installed."""


@functools.cache
def has(character: str) -> bool:
    """Whether a font of the system has a character; without Fontconfig there is none to use."""
    if sys.platform in _OF_THEIR_OWN:
        return True
    library = _library()
    return library is not None and _listed(library, character) > 0


@functools.cache
def _library() -> Any:
    for name in LIBRARIES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        for made in ("FcPatternCreate", "FcCharSetCreate", "FcObjectSetCreate", "FcFontList"):
            getattr(library, made).restype = ctypes.c_void_p
        return library
    return None


class _FontSet(ctypes.Structure):
    """The head of a list of fonts; where they lie is not needed."""

    _fields_ = (("number", ctypes.c_int), ("held", ctypes.c_int))


def _listed(library: Any, character: str) -> int:
    """How many fonts of the default configuration have a character."""
    pattern = ctypes.c_void_p(library.FcPatternCreate())
    letters = ctypes.c_void_p(library.FcCharSetCreate())
    objects = ctypes.c_void_p(library.FcObjectSetCreate())
    try:
        library.FcCharSetAddChar(letters, ctypes.c_uint32(ord(character)))
        library.FcPatternAddCharSet(pattern, b"charset", letters)
        library.FcObjectSetAdd(objects, b"file")
        found = library.FcFontList(None, pattern, objects)
        if not found:
            return 0
        fonts = ctypes.c_void_p(found)
        number: int = _FontSet.from_address(found).number
        library.FcFontSetDestroy(fonts)
        return number
    finally:
        library.FcObjectSetDestroy(objects)
        library.FcCharSetDestroy(letters)
        library.FcPatternDestroy(pattern)
