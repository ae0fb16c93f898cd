"""Hold every record against every row of every list that has its name: `python -m tools.registry.held SOURCES [HUB]`.

SOURCES is the folder of drawn lists, HUB a table of hub pages (see `tools.registry.tags`). A line is a fact that a
record states and a row speaks against: field, `own` where the record rests on that list, record, name, the record's
value, the row's, the list. Records that rest on a list which has none of their names are told too.
"""

from __future__ import annotations

import csv
import pathlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import Kind
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.words.spelling import key, split_organisation
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from tools.registry.tables import LEADERBOARD, Row, dataset_rows, leaderboard_rows, model_rows

HUB = "hub pages, radar-huggingface-dataset at 95e4d93"
_LISTS = {
    "mteb": r"MTEB|mteb", "japanese": r"awesome-japanese", "gpustack": "gpustack", "openness": "Openness",
    "azure": "Azure model", "open-llms": "open-llms", "image-models": "pytorch-image-models",
    "2022": "huggingface/datasets", "awesome-llms": "Awesome-LLMs", "leaderboard": r"[Ll]eaderboard",
    "radar": "radar",
}  # fmt: skip
"""How the source of a record names each list, and the row its own."""


@dataclass(frozen=True, slots=True)
class Against:
    """One fact of a record that one row speaks against."""

    record: str
    name: str
    field: str
    stated: str
    listed: str
    where: str
    own: bool

    def __str__(self) -> str:
        """As a line of a table."""
        ours = "own" if self.own else "other"
        return f"{self.field}\t{ours}\t{self.record}\t{self.name}\t{self.stated}\t{self.listed}\t{self.where}"


class Holding:
    """Compares rows with what the registry says of their names."""

    def __init__(self, packs: Knowledge) -> None:
        """Prepare look-ups; `packs` are only read."""
        self._names = Names(packs.registry)
        self._licences = LicenceReader(packs.registry)
        self._catalogue = packs.registry.catalogue
        self.named: set[tuple[str, str]] = set()
        """Records, with the list, of which a row has a name."""

    def against(self, row: Row, kind: Kind) -> Iterator[Against]:
        """Every fact of the record of a row's name that the row does not bear out."""
        record = self._names.model(row.name) if kind == "model" else self._names.dataset(row.name)
        if record is None or not record.id:
            return
        source = record.source.where if record.source else ""
        own = same_list(source, row.listed)
        if own:
            self.named.add((record.id, row.listed))
        for field, stated, listed in self._differences(record, row):
            yield Against(f"{kind} {record.id}", row.name, field, stated, listed, row.listed, own)

    def _differences(self, record: ModelRecord | DatasetRecord, row: Row) -> Iterator[tuple[str, str, str]]:
        ours = {record.licence, *(span.licence for span in record.licences)} - {None, ""}
        ours |= set(getattr(record, "also_stated", ()))
        theirs = self._ids(row.licence)
        if ours and row.licence and not ours & theirs:
            yield "licence", "|".join(sorted(map(str, ours))), row.licence
        if (
            record.released
            and row.released
            and row.released[: len(record.released)] < record.released[: len(row.released)]
        ):
            yield "date", record.released, row.released
        if isinstance(record, ModelRecord):
            yield from self._lineage(record, row)

    def _lineage(self, record: ModelRecord, row: Row) -> Iterator[tuple[str, str, str]]:
        if row.base:
            if record.base and not any(self._same(row.base, one) for one in record.base):
                yield "base", "|".join(record.base), row.base
            if record.making == "from-scratch-or-people" or (
                record.stage == "foundation" and not self._kin(record, row)
            ):
                yield "making", f"{record.stage} {record.making}", row.base
            if not record.base and record.ancestry is None:
                yield "no base", f"{record.stage} {record.making}", row.base
        if row.function and record.function != row.function:
            yield "function", str(record.function), row.function
        if row.developer and not self._whose(record.developer, row.developer):
            yield "developer", record.developer, row.developer

    def _ids(self, text: str) -> set[str]:
        return {one for each in self._licences.read(text).alternatives for one in each}

    def _same(self, listed: str, base: str) -> bool:
        mine, theirs = self._names.model(base), self._names.model(listed)
        if key(split_organisation(listed)[1]) == key(split_organisation(base)[1]):
            return True
        return mine is not None and theirs is not None and bool(mine.id) and mine.id == theirs.id

    def _kin(self, record: ModelRecord, row: Row) -> bool:
        base = self._names.model(row.base)
        return base is not None and base.developer == record.developer

    def _whose(self, developer: str, listed: str) -> bool:
        owner = self._catalogue.owner(listed)
        party = self._catalogue.party(owner) if owner else None
        mine = re.sub(r"\W", "", (party.name if party else listed).lower())
        theirs = re.sub(r"\W", "", developer.lower())
        return mine in theirs or theirs in mine


def same_list(source: str, listed: str) -> bool:
    """Whether the source of a record names the list that a row stands in."""
    return any(re.search(one, source) and re.search(one, listed) for one in _LISTS.values())


def hub_rows(path: pathlib.Path) -> Iterator[Row]:
    """Models of a table of hub pages; the first of their bases."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            bases = [one for one in row["bases"].split("|") if one and ":" not in one and one != row["name"]]
            yield Row(row["name"], row["licence"], HUB, row["day"], bases[0] if bases else "")


def nowhere(packs: Knowledge, named: Iterable[tuple[str, str]], lists: Iterable[str]) -> Iterator[str]:
    """Records whose source is one of the lists alone, and of which no row has a name."""
    found = {record for record, _ in named}
    for kind in ("model", "dataset"):
        for one in packs.registry.catalogue.all(kind):
            source = one.entry.source.where if one.entry.source else ""
            if (
                one.layer == 0
                and one.entry.id not in found
                and any(source.startswith(each) for each in lists)
            ):
                yield f"nowhere\town\t{kind} {one.entry.id}\t{'|'.join(one.entry.names)}\t\t\t{source}"


def main(sources: pathlib.Path, hub: pathlib.Path | None) -> None:
    """Write every disagreement, and every record that its list does not have."""
    packs = load_packs()
    holding = Holding(packs)
    models = [*model_rows(sources), *leaderboard_rows(sources), *(hub_rows(hub) if hub else ())]
    sets = list(dataset_rows(sources))
    for rows, kind in ((models, "model"), (sets, "dataset")):
        for row in rows:
            for one in holding.against(row, kind):  # type: ignore[arg-type]
                sys.stdout.write(f"{one}\n")
    lists = {row.listed for row in (*models, *sets)} - {LEADERBOARD, HUB}
    for line in nowhere(packs, holding.named, lists):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None)
