"""Ollama's Modelfile: what it starts from, its adapter, and the licences that it states."""

from __future__ import annotations

import re

from compliance.acquire.found import Found
from compliance.acquire.names import is_local
from compliance.errors import shortened
from compliance.model.declared.sighting import Lost, MentionRelation, Sighting, Statement
from compliance.model.shapes.location import Location

_LINE = re.compile(r"(?im)^[ \t]*(FROM|ADAPTER)[ \t]+(?:\\[ \t]*\n[ \t]*)?[\"']*([^\s\"']+)")
_LICENCE = re.compile(
    r"(?im)^[ \t]*LICENSE[ \t]+(?:\"\"\"(?P<long>(?s:.*?))(?:\"\"\"|\Z)|\"(?P<quoted>[^\"\n]*)\"|(?P<bare>[^\n]+))"
)
_MOST_WORDS = 12
"""A longer text is a licence, and not its name."""


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
    for one in _LICENCE.finditer(text):
        told = " ".join((one["long"] or one["quoted"] or one["bare"] or "").split())
        place = Location(name, text.count("\n", 0, one.start()) + 1, 1)
        if 0 < len(told.split()) <= _MOST_WORDS:
            found.statements.append(
                Statement("licence", "weights", told, place, f"LICENSE {shortened(told, 100)}")
            )
        elif told:
            what = f"LICENSE holds a text, of which no licence is read: “{shortened(told, 100)}”"
            found.lost.append(Lost(place, what))
    return found
