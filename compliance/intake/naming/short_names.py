"""A model that prose or rows call by a short name is the one of its record that is named in full: ESM-2, ProtBert."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.acquire.names import is_hub_name, is_remote, letters
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import Sighting

Groups = dict[tuple[str, ...], list[Sighting]]
_FILE = re.compile(r"(?i)(?:\.(?:tar|tgz|zip|7z|gz|bz2|xz|zst|jsonl?|csv|tsv|parquet|h5|hdf5))+$")
"""How the name of a file of rows ends."""
LEAST = 4
"""Letters and digits of a short name, at least."""


def join_short(groups: Groups, known: RegistryWords) -> None:
    """Put what is said of a short name to the one thing of the same record that goes on from it."""
    for key in list(groups):
        short = _short(groups[key])
        if not short:
            continue
        record = _record(groups[key], known)
        full = [
            one
            for one, group in groups.items()
            if one != key and record and _record(group, known) == record and _goes_on(group, short)
        ]
        if len(full) == 1 and _is_for(groups[key], groups[full[0]]):
            groups[full[0]] += groups.pop(key)
    _join_addresses(groups)


def _join_addresses(groups: Groups) -> None:
    """Put a file of rows that is fetched by its address to the set that is called like it, where just one is."""
    called: dict[str, list[tuple[str, ...]]] = {}
    for key, group in groups.items():
        for name in {letters(one.name.rsplit("/", 1)[-1]) for one in group if not is_remote(one.name)}:
            called.setdefault(name, []).append(key)
    for key in list(groups):
        if not all(is_remote(one.name) and one.relation in ("data", "none") for one in groups[key]):
            continue
        stems = {
            letters(_FILE.sub("", one.name.split("?")[0].rstrip("/").rsplit("/", 1)[-1]))
            for one in groups[key]
        }
        stem = stems.pop() if len(stems) == 1 else ""
        same = called.get(stem, []) if len(stem) >= LEAST else []
        if len(same) == 1 and any(one.relation == "data" for one in groups[same[0]]):
            groups[same[0]] += groups.pop(key)


def _short(group: Sequence[Sighting]) -> str:
    """The letters of a name that only sentences and rows tell; empty where a hub's name or a field does."""
    said = all("prose" in one.how or one.source == "data" for one in group)
    names = {letters(one.name) for one in group if not is_hub_name(one.name)}
    name = names.pop() if said and len(names) == 1 and not any(is_hub_name(one.name) for one in group) else ""
    return name if len(name) >= LEAST else ""


def _record(group: Sequence[Sighting], known: RegistryWords) -> str | None:
    found = known(group[0].name)
    return found.record if found is not None and found.kind == "model" else None


def _goes_on(group: Sequence[Sighting], short: str) -> bool:
    """Whether a hub's name begins with the short one, and no number goes on in it."""
    for one in group:
        name = letters(one.name.rsplit("/", 1)[-1])
        rest = name.removeprefix(short)
        if is_hub_name(one.name) and rest != name and not (short[-1].isdigit() and rest[:1].isdigit()):
            return True
    return False


def _is_for(short: Sequence[Sighting], full: Sequence[Sighting]) -> bool:
    """Whether both are upstreams for the same, as far as words say for what, or the short name is only mentioned."""
    said = {one.relation for one in short if one.is_lineage and one.how != "prose"}
    return said <= {one.relation for one in full if one.is_lineage} | {"unknown-use"}
