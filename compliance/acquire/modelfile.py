"""Ollama's Modelfile: what it starts from, and its adapter."""

from __future__ import annotations

import re

from compliance.acquire.found import Found
from compliance.acquire.names import is_local
from compliance.model.location import Location
from compliance.model.sighting import MentionRelation, Sighting

_LINE = re.compile(r"(?im)^(FROM|ADAPTER)[ \t]+(\S+)")


def read_modelfile(text: str, name: str) -> Found:
    """The base and the adapter, where they are no files of one's own."""
    found, line, at = Found(), 1, 0
    for one in _LINE.finditer(text):
        line, at = line + text.count("\n", at, one.start()), one.start()
        if (
            is_local(one[2])
            or one[2].startswith(("/", "./"))
            or one[2].lower().endswith((".gguf", ".safetensors"))
        ):
            continue
        relation: MentionRelation = "base" if one[1].upper() == "FROM" else "adapter"
        place = Location(name, line, 1)
        found.sightings.append(
            Sighting(one[2], relation, place, "config", f"Modelfile, {one[1].upper()}", one[0], "model")
        )
    return found
