"""Drafts records of models that a hub's tags describe: whose they are, the licence tag, what they start from.

The table has a line per model: name, licence tag, bases as the hub tags them (`finetune:org/name`), day on which it
was put up, downloads and likes. A model enters where people use it or build on it. Weights in another format and
adapters enter where many fetch them and their page tells the base; names that show their base themselves stay out.

    python -m tools.registry.tags TABLE FILE WHERE READ
"""

from __future__ import annotations

import csv
import pathlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from compliance.load.packs.knowledge import load_packs
from compliance.model.words.spelling import slug, split_organisation
from compliance.registry.shown import Lookup
from compliance.resolve.licences.text import LicenceReader
from tools.registry.naming import stem
from tools.registry.writing import write

_STEPS = frozenset({"quantized", "merge", "finetune", "adapter"})
_PACKED = frozenset({"quantized", "adapter"})
_FORMATS = re.compile(
    r"gguf|mlx|awq|gptq|fp8|nvfp4|int[48]|bnb|onnx|exl[23]|comfy|quant|lora|notebook", re.IGNORECASE
)
LIKED, FETCHED, BUILT_ON = 60, 1_000, 4
"""A model enters that has so many likes, downloads of a month, or models made from it."""
FETCHED_PACKED = 5_000
"""Downloads from which weights in another format, and adapters, enter that are not as much liked."""
LIKED_BY_SOME = 5
"""Likes without which downloads count for nothing: machines fetch too."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line of the table."""

    name: str
    licence: str
    bases: tuple[str, ...]
    steps: frozenset[str]
    day: str
    fetched: int
    liked: int


def read(rows: Iterable[Mapping[str, str]]) -> list[Tagged]:
    """Lines of the table, with the bases apart from the words that say what was done with them."""
    found = []
    for row in rows:
        tags = [one for one in row["bases"].split("|") if one]
        steps = {one.split(":", 1)[0] for one in tags if ":" in one}
        bases = tuple(dict.fromkeys(one for one in tags if ":" not in one and one != row["name"]))
        numbers = int(row["downloads"] or 0), int(row["likes"] or 0)
        found.append(Tagged(row["name"], row["licence"], bases, frozenset(steps), row["day"], *numbers))
    return found


def wanted(tagged: Iterable[Tagged], lookup: Lookup) -> list[Tagged]:
    """Those that people use, of which something is said, and which the registry lacks."""
    rows = list(tagged)
    built_on = Counter(base for one in rows for base in one.bases)
    return [
        one
        for one in rows
        if _used(one, built_on[one.name])
        and (one.licence or one.bases)
        and one.steps <= _STEPS
        and not (shown := lookup.show(one.name, "model")).id
        and not shown.base
    ]  # fmt: skip


def _used(one: Tagged, built_on: int) -> bool:
    """Whether enough people use it; what is packed anew needs more of them, and a base that its page tells."""
    if one.steps & _PACKED or _FORMATS.search(one.name):
        fetched = one.fetched >= FETCHED_PACKED and one.liked >= LIKED_BY_SOME
        return bool(one.bases) and (fetched or one.liked >= LIKED)
    fetched = one.fetched >= FETCHED and one.liked >= LIKED_BY_SOME
    return one.liked >= LIKED or fetched or built_on >= BUILT_ON


def record(
    one: Tagged, licence: str | None, owner: str, source: Mapping[str, str], repacks: bool = False
) -> dict[str, Any]:
    """A record of one model; its name without an organisation is its own only where many like it and it starts anew.

    `repacks` says that its owner holds others' weights in other formats: whatever the tag calls it, it is a copy.
    """
    bare = split_organisation(one.name)[1]
    own = not (one.bases or repacks) and one.liked >= LIKED
    packed = bool(one.bases) and (repacks or "quantized" in one.steps)
    return {
        "id": slug(one.name),
        "names": [one.name],
        "within": None if own else [],
        "except": [] if own else [bare],
        "family": stem(bare),
        "developer": owner,
        "licence": licence,
        "stage": "repack" if packed else "tune" if one.bases else None,
        "making": "not-looked-up",
        "base": list(one.bases),
        "how": "quantise" if packed else "merge" if "merge" in one.steps else None,
        "released": one.day or None,
        "source": dict(source),
        "assurance": "secondary",
    }


def main(table: str, file: str, where: str, day: str) -> None:
    """Write the file."""
    packs = load_packs()
    lookup, licences = Lookup(packs), LicenceReader(packs.registry)
    source = {"where": where, "read": day}
    with pathlib.Path(table).open(encoding="utf-8", newline="") as stream:
        kept = wanted(read(csv.DictReader(stream, delimiter="\t")), lookup)
    parties, models = {}, []
    for one in sorted(kept, key=lambda each: each.name.lower()):
        organisation = split_organisation(one.name)[0] or ""
        owner = packs.registry.catalogue.owner(organisation)
        if owner is None:
            owner = slug(organisation)
            parties[owner] = {
                "name": organisation, "organisations": [organisation], "source": source, "assurance": "secondary",
            }  # fmt: skip
        read_as = licences.read(one.licence) if one.licence else None
        clear = read_as is not None and not read_as.unread and len(read_as.together) == 1
        party = packs.registry.catalogue.party(owner)
        said = read_as.together[0] if read_as and clear else None
        if one.bases or not (party and party.repacks):
            models.append(record(one, said, owner, source, bool(party and party.repacks)))
    write(pathlib.Path(file).resolve(), ["Models that people use, by the tags of their hub pages."],
          {"parties": parties, "models": models})  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
