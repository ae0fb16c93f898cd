"""Names that a gateway serves: what a call really asks, and by which route."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from compliance.acquire.code.table import reached
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

Gateway = dict[str, tuple[str, str | None, Location]]
"""Served name to model string, address and place."""
_OWN_HOSTED = (
    "huggingface/",
    "hosted_vllm/",
    "openai/",
    "ollama/",
    "ollama_chat/",
    "text-completion-openai/",
    "vllm/",
)
_BY_OTHERS = re.compile(r"(?:chat)?gpt-\d|o\d(?:-|$)|claude-|gemini-")
"""How well-known hosted models are called; a server of one's own may borrow such a name."""
OWN = "http://localhost"
"""Where a server of one's own is reached; nobody else's endpoint is."""
MOST_HOPS = 4


def through(sightings: Iterable[Sighting], gateway: Gateway) -> Iterator[Sighting]:
    """Sightings with the names of a gateway replaced by what it serves under them; the others as they are."""
    for one in sightings:
        told = None if one.source == "document" else _behind(one.name, gateway)
        if told is None or (told[1] == OWN and one.route != "own" and _BY_OTHERS.match(one.name)):
            yield one
            continue
        served, address, place = told
        how = f"{one.how}; {one.name} of the gateway ({place.file}:{place.line})"
        route = reached(address)[1] if address else None
        name, kind = served, one.kind
        if route == "own" and served.startswith(_OWN_HOSTED):
            # Weights behind an address of one's own are run by oneself.
            name, kind = served.split("/", 1)[1], "model"
        yield replace(
            one, name=name, kind=kind, how=how, route=None if route == "own" else route, provider=None
        )
        yield replace(one, name=name, kind=kind, how=how, route=None if route == "own" else route, provider=None,
                      place=place, words=f"model: {served}", source="config")  # fmt: skip


def _behind(name: str, gateway: Gateway) -> tuple[str, str | None, Location] | None:
    """What a name stands for in the end, where one gateway leads to a server that has names of its own."""
    told = gateway.get(name)
    for _ in range(MOST_HOPS):
        further = gateway.get(told[0].split("/", 1)[-1]) if told else None
        if further is None or further == told:
            break
        told = further
    return told
