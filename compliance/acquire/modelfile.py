"""Ollama's Modelfile: what it starts from, and its adapter."""

from __future__ import annotations

import re

from compliance.acquire.found import Found
from compliance.acquire.names import is_local
from compliance.model.declared.sighting import Lost, MentionRelation, Sighting
from compliance.model.shapes.location import Location

_LINE = re.compile(r"(?im)^[ \t]*(FROM|ADAPTER)[ \t]+[\"']?([^\s\"']+)")


def read_modelfile(text: str, name: str) -> Found:
    """The base and the adapter; a file that it starts from tells nothing of its origin, which is said."""
    found, line, at = Found(), 1, 0
    for one in _LINE.finditer(text):
        line, at = line + text.count("\n", at, one.start()), one.start()
        place = Location(name, line, 1)
        if (
            is_local(one[2])
            or one[2].startswith(("/", "./"))
            or one[2].lower().endswith((".gguf", ".safetensors"))
        ):
            found.lost.append(
                Lost(place, f"{one[1].upper()} names a file, not what it was made from: {one[2]}")
            )
            continue
        relation: MentionRelation = "base" if one[1].upper() == "FROM" else "adapter"
        found.sightings.append(
            Sighting(one[2], relation, place, "config", f"Modelfile, {one[1].upper()}", one[0], "model")
        )
    return found
