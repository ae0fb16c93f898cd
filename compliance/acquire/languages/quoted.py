"""What a page says in its own words, where it was read in English."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.page.links import unmarked
from compliance.acquire.page.sentences import SHORT
from compliance.model.declared.sighting import Sighting

_ADDRESS = re.compile(r"\bhf\.co/(?:datasets/)?")


def as_written(found: Found, written: str, read: str) -> None:
    """Put the lines of a page itself for those that were read of it, where they differ.

    Args:
        found: What was found in the page.
        written: The page as it stands in its file.
        read: The page as it was read, line for line.
    """
    if written == read:
        return
    lines = written.split("\n")
    changed = {
        at for at, (one, other) in enumerate(zip(lines, read.split("\n"), strict=False), 1) if one != other
    }
    found.sightings = [_quoted(one, lines) if one.place.line in changed else one for one in found.sightings]


def _quoted(one: Sighting, lines: list[str]) -> Sighting:
    words = " ".join(_ADDRESS.sub("", unmarked(lines[one.place.line - 1])).split())
    return replace(one, words=words if len(words) <= SHORT else words[: SHORT - 1] + "…")
