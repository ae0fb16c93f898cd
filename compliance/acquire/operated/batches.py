"""Lists of addresses that a program fetches one after the other: what they name stands for the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from compliance.model.declared.sighting import Lost, Sighting
from compliance.model.shapes.location import Location

MOST = 24
"""The most addresses of a list that are told."""
BY_LIST = "fetched by "
"""How a list was seen that a program is handed."""
_ADDRESS = re.compile(r"https?://[^\s\"'<>,;|]+")


def spelled_out(
    sightings: Iterable[Sighting], texts: Mapping[str, str], lost: list[Lost]
) -> Iterator[Sighting]:
    """Sightings with the addresses of each list of the folder in the place of its name.

    Args:
        sightings: What was seen.
        texts: The files of the folder that are not code.
        lost: Where it is told that a list was read in part.
    """
    done: dict[str, list[tuple[str, int]]] = {}
    for one in sightings:
        file = _file_of(one, texts)
        if file is None:
            yield one
            continue
        if file not in done:
            done[file] = list(_addresses(texts[file]))
            if len(done[file]) > MOST:
                what = f"only {MOST} of the {len(done[file])} addresses of this list were read"
                lost.append(Lost(Location(file, 1, 1), what))
        for address, line in done[file][:MOST]:
            yield replace(one, name=address, place=Location(file, line, 1), words=address)
        if not done[file]:
            yield one


def _file_of(one: Sighting, texts: Mapping[str, str]) -> str | None:
    """The list of the folder that a sighting names."""
    if not one.how.startswith(BY_LIST) or "://" in one.name:
        return None
    plain = one.name.removeprefix("./")
    return next((file for file in texts if file == plain or file.endswith(f"/{plain}")), None)


def _addresses(text: str) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.lstrip().startswith("#") and (found := _ADDRESS.search(line)):
            yield found[0], number
