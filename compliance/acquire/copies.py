"""Copies by what their pages are called: a thing in another format, and a page that was carried to another owner."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.names import squeezed
from compliance.model.declared.sighting import Lost

_FORMAT = re.compile(
    r"(?i)(?<![^\W_])(?:gguf|ggml|awq|gptq|exl2|onnx|openvino|coreml|mlx|tensorrt|ct2|ctranslate2|bnb|int[48]|fp8|w[48]a(?:8|16)|"
    r"[48]-?bits?|i1|imatrix|quanti[sz]ed|quants?|quanti[sz]ations?)(?![^\W_])"
)
"""Words of a title that say in which format a thing comes."""
_FILLING = re.compile(
    r"(?i)\b(?:(?:in|with|of|for|the|a|and)\s+)?(?:formats?|models?|versions?|files?|weights|checkpoints?)\b"
)
"""Words beside them that name nothing."""
_LEAST = 5
"""Letters of what is left of a title, at least."""
DUPLICATED = "front matter, duplicated_from"


def of_copies(title: str, found: Found) -> None:
    """Mend what was found by what the page's title tells of copies.

    Args:
        title: The title of the page, as it stands there.
        found: What was found on it.
    """
    _converted(title, found)
    _carried(title, found)


def _converted(title: str, found: Found) -> None:
    """The thing that a page is called after, but for the format, is what was put into that format."""
    told = _FORMAT.search(title)
    of = squeezed(_FILLING.sub(" ", _FORMAT.sub(" ", title)).rsplit("/", 1)[-1]) if told else ""
    if not told or len(of) < _LEAST or of == squeezed(title):
        return
    first = True
    for at, one in enumerate(found.sightings):
        if "prose" not in one.how or squeezed(one.name.rsplit("/", 1)[-1]) != of or one.negated:
            continue
        if one.relation in ("none", "own-release") or (one.relation == "base" and one.how == "prose"):
            how = f"prose, “… in {told[0]}”"
            found.sightings[at] = replace(
                one,
                relation="base" if first else "none",
                how=how if first else one.how,
                into=None,
                subject=None,
            )
            first = False


def _carried(title: str, found: Found) -> None:
    """A page carried along with the thing tells how that was made: the field that names it makes no second base."""
    copies = [one for one in found.sightings if one.how.startswith(DUPLICATED)]
    made = any(
        one.relation == "base" and one.is_lineage and one.how != "prose" and one not in copies
        for one in found.sightings
    )
    for one in copies:
        if made and squeezed(one.name.rsplit("/", 1)[-1]) == squeezed(title):
            what = (
                f"{DUPLICATED}, names {one.name}, which is called like the page: what the page tells went into "
                "that one, of which this may be a copy"
            )
            found.sightings.remove(one)
            found.lost.append(Lost(one.place, what))
