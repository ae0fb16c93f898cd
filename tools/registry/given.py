"""Hold what records say to be read in a list against what the list gives: `python -m tools.registry.given SOURCES`.

`tools.registry.held` tells where a row speaks against a record. This tells where no row speaks at all: a field that a
record states, does not call recalled, and that no row of the list it names has; or a name that stands in none of them
where the record does not say that its list has some of the line. A line is: field, record, the record's value, source.
"""

from __future__ import annotations

import pathlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator

from compliance.lint.recalled import RECALLED
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import AnyEntry, Kind
from compliance.model.names.records import DatasetEntry, ModelEntry
from compliance.model.words.spelling import key
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from tools.registry.held import same_list
from tools.registry.tables import (
    JAPANESE,
    LEADERBOARD,
    Row,
    dataset_rows,
    leaderboard_rows,
    model_rows,
    table,
)

SOME = "some of the line"
"""What a source says that has rows for a part of the record's names."""
_REST = "the rest recalled"
_FIELDS = ("licence", "released", "base", "function")
_WORDS = {"released": "date", "licence": "licence|tag"}
"""How a source calls a field, where not by its own name."""


class Giving:
    """What the rows of every list give for each record."""

    def __init__(self, packs: Knowledge, models: list[Row], sets: list[Row]) -> None:
        """Sort the rows by the record that their name means; `packs` are only read."""
        names = Names(packs.registry)
        self._licences = LicenceReader(packs.registry)
        self._rows: dict[tuple[Kind, str], list[Row]] = defaultdict(list)
        self._listed: dict[Kind, set[str]] = {"model": set(), "dataset": set()}
        for kind, rows in (("model", models), ("dataset", sets)):
            for row in rows:
                found = names.model(row.name) if kind == "model" else names.dataset(row.name)
                if found is not None and found.id:
                    self._rows[kind, found.id].append(row)  # type: ignore[index]
                    self._listed[kind].add(key(row.name))  # type: ignore[index]

    def missing(self, kind: Kind, entry: AnyEntry) -> Iterator[tuple[str, str]]:
        """Fields, with the record's value, that the list which the record names does not give."""
        where = entry.source.where if entry.source else ""
        rows = [row for row in self._rows[kind, entry.id] if same_list(where, row.listed)]
        if not rows:
            return
        for field in _FIELDS:
            value = getattr(entry, field, None)
            if value and read_there(where, field) and not self._gives(rows, field, entry):
                yield field, str(value)
        if SOME not in where and _REST not in where:
            alone = [one for one in entry.names if not re.search(r"[\[({]", one)]
            listed = {key(row.name) for row in rows} | {key(row.name.split("/")[-1]) for row in rows}
            for name in alone:
                if key(name) not in listed and key(name.split("/")[-1]) not in listed:
                    yield "name", name

    def _gives(self, rows: list[Row], field: str, entry: AnyEntry) -> bool:
        if field == "licence":
            theirs = {
                one for row in rows for each in self._licences.read(row.licence).alternatives for one in each
            }
            return getattr(entry, "licence", None) in theirs
        if field == "released":
            date = entry.released or ""
            return any(row.released and row.released.startswith(date[: len(row.released)]) for row in rows)
        if field == "base":
            return any(row.base for row in rows)
        return any(row.function == getattr(entry, "function", None) for row in rows)


def read_there(where: str, field: str) -> bool:
    """Whether a source gives a field, by its own words.

    >>> read_there("licence by a list; the rest recalled", "base"), read_there("a list; date recalled", "base")
    (False, True)
    """
    word = _WORDS.get(field, field)
    clauses = [one.strip() for one in where.split(";")]
    if any(re.search(rf"\b(?:{word})\b.*{RECALLED}", one) for one in clauses):
        return False
    named = any(re.match(rf"(?:\w+,? (?:and )?)*(?:{word})\b.* by ", one) for one in clauses)
    return named or (
        _REST not in where and not re.match(r"(?:licence|base|generators?|making)\b[^;]* by ", where)
    )


def _uploaded(sources: pathlib.Path) -> Iterator[Row]:
    """Days on which checkpoints of the leaderboard were put up; drafts leave them out, records may have them."""
    for row in table(sources / "fboulnois+llm-leaderboard-csv/open_llm_leaderboard.tsv"):
        yield Row(row["name"], "", LEADERBOARD, row["date"])


def _begun(sources: pathlib.Path) -> Iterator[Row]:
    """Bases of the Japanese list, which it names in words."""
    for row in table(sources / "llm-jp+awesome-japanese-llm/awesome_japanese.tsv"):
        for name in filter(None, (one.strip() for one in row["hf"].split("|"))):
            yield Row(name, "", JAPANESE, base=row["base"])


def main(sources: pathlib.Path) -> None:
    """Write every field and name that a list does not give."""
    packs = load_packs()
    models = [*model_rows(sources), *leaderboard_rows(sources), *_uploaded(sources), *_begun(sources)]
    giving = Giving(packs, models, list(dataset_rows(sources)))
    kinds: tuple[Kind, ...] = ("model", "dataset")
    for kind in kinds:
        for one in packs.registry.catalogue.all(kind):
            if one.layer == 0 and isinstance(one.entry, ModelEntry | DatasetEntry) and one.entry.source:
                for field, value in giving.missing(kind, one.entry):
                    sys.stdout.write(f"{field}\t{kind} {one.entry.id}\t{value}\t{one.entry.source.where}\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
