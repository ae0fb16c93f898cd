"""Drafts records of others' tunes and merges out of the leaderboard table: what they start from, and no licence.

The table gives a base and what the uploader wrote as a licence. The base is kept, as `secondary`; the licence is not,
since many rows name a looser one than their base has. Names that show the same base themselves need no record.

    python -m tools.registry.tunes TABLE FOLDER [KNOWN]

`KNOWN` is a file of names, one a line, that are left out.
"""

from __future__ import annotations

import csv
import json
import pathlib
import sys
from collections import Counter
from collections.abc import Iterable, Mapping

from compliance.load.packs.knowledge import load_packs
from compliance.model.words.spelling import key, slug, split_organisation
from compliance.registry.shown import Lookup

READ = "2026-11-26"
WHERE = (
    "base by the Open LLM Leaderboard's table (the root of its tree where models between are left out), "
    "fboulnois/llm-leaderboard-csv at 5285982 and 0f4e5c6"
)
HEAD = "# yaml-language-server: $schema=../../../rules/_schema/records.schema.json\n"
RANGES = (("a-h", "abcdefgh"), ("i-p", "ijklmnop"), ("q-z", "qrstuvwxyz"))

Row = Mapping[str, str]
Group = tuple[str, str, str]
"""Organisation, base, and kind of step."""


def of_others(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows with a base of another organisation, by name, the first of each."""
    found: dict[str, Row] = {}
    for row in rows:
        mine, base = split_organisation(row["name"])[0], split_organisation(row["base"])[0]
        if mine and base and key(mine) != key(base):
            found.setdefault(row["name"], row)
    return found


def shows(lookup: Lookup, name: str, base: str) -> bool:
    """Whether a name is known already, or shows the base by itself."""
    shown = lookup.show(name, "model")
    wanted = lookup.show(base, "model").id
    return shown.id is not None or any(
        key(one) == key(base) or (wanted is not None and lookup.show(one, "model").id == wanted)
        for one in shown.base
    )


def step(row: Row) -> str:
    """What was done with the base, by the table's words for its type."""
    if "merge" in row["type"].lower():
        return "merge"
    return "pretrain" if "continuously" in row["type"].lower() else "finetune"


def grouped(rows: Iterable[Row]) -> dict[Group, list[str]]:
    """Names by organisation, base and step: one record each."""
    groups: dict[Group, list[str]] = {}
    for row in rows:
        organisation = split_organisation(row["name"])[0] or ""
        groups.setdefault((organisation, row["base"], step(row)), []).append(row["name"])
    return groups


def written(groups: Mapping[Group, list[str]], lookup: Lookup, owners: Mapping[str, str]) -> str:
    """A file of records; `owners` gives the id of the party of each organisation, known or new."""
    source = f"source: {{where: {json.dumps(WHERE)}, read: '{READ}'}}"
    new = sorted(
        {organisation for organisation, _, _ in groups if owners[organisation].startswith("hub-")},
        key=str.lower,
    )
    lines = ["parties:"] if new else []
    for one in new:
        told = f"name: {json.dumps(one)}, organisations: [{json.dumps(one)}]"
        lines.append(f"  {owners[one]}: {{{told}, {source}, assurance: secondary}}")
    lines.append("models:")
    counted = Counter(_bare(name) for names in groups.values() for name in set(names))
    shared = {name for name, count in counted.items() if count > 1}
    for (organisation, base, how), names in sorted(groups.items(), key=lambda one: one[0][0].lower()):
        family = lookup.show(base, "model").family or slug(split_organisation(base)[1])
        listed = ", ".join(json.dumps(name) for name in sorted(set(names)))
        nobodys = ", ".join(json.dumps(one) for one in sorted({_bare(name) for name in names} & shared))
        lines += [
            f"  - id: {slug(organisation)}.{slug(base.replace('/', '.'))}.{how}"[:100],
            f"    names: [{listed}]",
            *([f"    except: [{nobodys}]"] if nobodys else []),
            f"    family: {family}",
            f"    developer: {owners[organisation]}",
            f"    base: [{json.dumps(base)}]",
            f"    how: {how}",
            "    stage: tune",
            "    making: not-looked-up",
            f"    {source}",
            "    assurance: secondary",
        ]
    return HEAD + "\n".join(lines) + "\n"


def _bare(name: str) -> str:
    return split_organisation(name)[1]


def main(table: str, folder: str, known: str | None = None) -> None:
    """Write the files."""
    packs = load_packs()
    lookup = Lookup(packs)
    with pathlib.Path(table).open(encoding="utf-8", newline="") as stream:
        rows = of_others(csv.DictReader(stream, delimiter="\t"))
    left_out = set(pathlib.Path(known).read_text(encoding="utf-8").split()) if known else set()
    kept = [
        row for name, row in rows.items() if name not in left_out and not shows(lookup, name, row["base"])
    ]
    organisations = {split_organisation(row["name"])[0] or "" for row in kept}
    owners = {one: packs.registry.catalogue.owner(one) or f"hub-{slug(one)}" for one in organisations}
    for title, letters in RANGES:
        within = letters + ("0123456789" if title == "a-h" else "")
        some = [row for row in kept if row["name"][0].lower() in within]
        text = written(grouped(some), lookup, owners)
        (pathlib.Path(folder) / f"tunes-{title}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
