"""Draft records out of the drawn tables: what the registry does not hold yet, one record per line of names.

    python -m tools.registry.draft SOURCES

A licence that lists contradict, or that no list names, stays unknown. Records say `secondary` and which list was read.
"""

from __future__ import annotations

import pathlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.model.names.template import without_quantisation
from compliance.model.words.spelling import key, split_organisation, words
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from tools.registry.naming import slug, stem
from tools.registry.tables import Row, dataset_rows, model_rows
from tools.registry.writing import write

READ = "2026-11-26"
_PLAIN = re.compile(r"[\w.\-]+/[\w.\-]+")
_GROUPS = ("0-9a-b", "c-d", "e-g", "h-i", "j-l", "m", "n-p", "q-s", "t-z")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the lists together say of one name."""

    name: str
    licence: str | None
    licence_disputed: bool
    listed: str
    released: str
    base: tuple[str, ...]
    developer: str
    function: str


class Drafting:
    """One run: the registry as it stands, and the records that it lacks."""

    def __init__(self, registry: Registry, kind: str, moved: Mapping[str, str]) -> None:
        """Prepare; `kind` is `models` or `datasets`, `moved` gives names without organisation their new one."""
        self._catalogue = registry.catalogue
        self._names = Names(registry)
        self._reader = LicenceReader(registry)
        self._kind = kind
        self._moved = moved
        self._ids = {
            one.entry.id for one in registry.catalogue.all("model" if kind == "models" else "dataset")
        }

    def drafts(self, rows: Iterable[Row]) -> list[Drafted]:
        """One draft per name that nothing holds."""
        by_name: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            name = self._placed(row.name)
            if name and self._wanted(name):
                by_name[key(name)].append(Row(name, *_rest(row)))
        # A name that only seems to hold a base stays a derivative by its name: a record would say more than is known.
        merged = [self._merged(same) for _, same in sorted(by_name.items())]
        return [
            one
            for one in merged
            if one.base or self._kind != "models" or not self._names.derived_from(one.name)
        ]

    def _placed(self, name: str) -> str | None:
        if "/" not in name:
            name = f"{self._moved[name]}/{name}" if name in self._moved else ""
        return name if _PLAIN.fullmatch(name) else None

    def _wanted(self, name: str) -> bool:
        organisation, bare = split_organisation(name)
        kind = "model" if self._kind == "models" else "dataset"
        if not organisation or self._names.claims(kind, organisation, bare):  # type: ignore[arg-type]
            return False
        if self._kind == "datasets":
            return organisation not in ("mteb", "manu", "lighteval")
        if self._names.claims("dataset", organisation, bare):
            # Lists of models name a data set where its publisher has no model of the name.
            return False
        owner = self._catalogue.owner(organisation)
        party = self._catalogue.party(owner) if owner else None
        stored = without_quantisation(words(bare)) is not None
        return not stored and not (party and party.repacks)

    def _merged(self, rows: Sequence[Row]) -> Drafted:
        said = {one for row in rows if (one := self._licence(row.licence))}
        base = next((row.base for row in rows if row.base), "")
        return Drafted(
            name=rows[0].name,
            licence=said.pop() if len(said) == 1 else None,
            licence_disputed=len(said) > 1,
            listed=next((row.listed for row in rows if self._licence(row.licence)), rows[0].listed),
            released=min((row.released for row in rows if _dated(row.released)), default=""),
            base=(base,) if base else (),
            developer=next((row.developer for row in rows if row.developer), ""),
            function=next((row.function for row in rows if row.function), ""),
        )

    def _licence(self, text: str) -> str | None:
        reading = self._reader.read(text.replace("cc-by-sa-4.0 ", "cc-by-sa-4.0"))
        return reading.together[0] if len(reading.together) == 1 and not reading.unread else None

    def records(self, drafts: Sequence[Drafted]) -> dict[str, dict[str, Any]]:
        """Sections of files by group of letters: parties and records."""
        lines: dict[tuple[Any, ...], list[Drafted]] = defaultdict(list)
        for one in drafts:
            organisation, bare = split_organisation(one.name)
            line = stem(bare) if self._kind == "models" else bare.lower()
            lines[organisation, line, one.licence, one.base, one.function].append(one)
        files: dict[str, dict[str, Any]] = {}
        for (organisation, line, *_), same in lines.items():
            party, new = self._party(organisation, same[0])
            file = files.setdefault(_group(organisation), {"parties": {}, self._kind: []})
            if new:
                file["parties"].setdefault(party, new)
            file[self._kind].append(self._record(party, line, same))
        return dict(sorted(files.items()))

    def _party(self, organisation: str, one: Drafted) -> tuple[str, dict[str, Any] | None]:
        owner = self._catalogue.owner(organisation)
        if owner:
            return owner, None
        party = slug(organisation)
        if self._catalogue.party(party):
            party += "-hub"
        named = one.developer if one.developer and "," not in one.developer else organisation
        source = {"where": one.listed, "read": READ}
        if self._catalogue.owner(named):
            named = organisation
        return party, {
            "name": named,
            "organisations": [organisation],
            "source": source,
            "assurance": "secondary",
        }

    def _record(self, party: str, line: str, same: Sequence[Drafted]) -> dict[str, Any]:
        first = same[0]
        common = [bare for one in same if (bare := self._too_common(one.name))]
        record: dict[str, Any] = {
            "id": self._id(party, line),
            "names": [one.name for one in same],
            "except": common,
            "licence": first.licence,
            "released": min((one.released for one in same if one.released), default=None),
            "source": {"where": first.listed, "read": READ},
            "assurance": "secondary",
        }
        if any(one.licence_disputed for one in same):
            record["note"] = "Lists contradict each other on its licence."
        if self._kind == "datasets":
            return {**record, "publisher": party}
        function = first.function or None
        return {
            **record, **({"within": []} if common else {}),
            "developer": party, "family": slug(line), "base": list(first.base), "function": function,
            "stage": "tune" if first.base else None,
        }  # fmt: skip

    def _too_common(self, name: str) -> str | None:
        """The bare name, where it is made of plain words and anybody's own could be called so."""
        _, bare = split_organisation(name)
        return (
            bare
            if len(words(bare)) > 1 and all(map(str.isalpha, words(bare))) and bare not in self._moved
            else None
        )

    def _id(self, party: str, line: str) -> str:
        wanted = slug(line if len(line) > 3 else f"{party} {line}")
        for number in range(1, 99):
            tried = (
                wanted if number == 1 else f"{slug(party)}-{wanted}" if number == 2 else f"{wanted}-{number}"
            )
            if tried not in self._ids:
                self._ids.add(tried)
                return tried
        raise ValueError(f"no id is left for {wanted}")


def _rest(row: Row) -> tuple[str, ...]:
    return row.licence, row.listed, row.released, row.base, row.developer, row.function


def _dated(text: str) -> bool:
    return re.fullmatch(r"20[12]\d(?:-[01]\d(?:-[0-3]\d)?)?", text) is not None


def _group(organisation: str) -> str:
    letter = organisation[0].lower()
    for group in _GROUPS:
        first, last = (group[-3], group[-1]) if "-" in group else (group, group)
        if first <= letter <= last:
            return group
    return _GROUPS[0]


def main(sources: pathlib.Path) -> None:
    """Write the drafted files anew beside the reviewed ones; parties of models serve data sets, too."""
    folder = pathlib.Path("policies/registry")
    for old in [*folder.glob("models/drafted-*.yaml"), *folder.glob("datasets/drafted-*.yaml")]:
        old.unlink()
    listed = yaml.safe_load(
        (pathlib.Path(__file__).parent / "moved_datasets.yaml").read_text(encoding="utf-8")
    )
    moved = {name: organisation for organisation, names in listed.items() for name in names}
    head = [
        "Drafted by tools/registry/draft.py out of public lists; a licence here needs a card before it is relied on."
    ]
    for kind, rows in (("models", model_rows(sources)), ("datasets", dataset_rows(sources))):
        drafting = Drafting(load_packs(cache=False).registry, kind, moved)
        for group, sections in drafting.records(drafting.drafts(rows)).items():
            write(folder / kind / f"drafted-{group}.yaml", head, sections)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
