"""What the folder releases: cards, configurations and code name one thing in several ways."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compliance.acquire.found import Found
from compliance.acquire.licence_file import BY_TITLE
from compliance.acquire.names import is_hub_name
from compliance.acquire.package import PACKAGE
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.licence_about import named_in
from compliance.model.declared.sighting import Published, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import check_date
from compliance.model.words.spelling import words

REMARK = re.compile(r"\s*\([^()]*\)$")
MOST_TITLE = 80
"""A longer heading is a sentence, and no name."""


@dataclass(frozen=True, slots=True)
class Released:
    """One thing that the folder puts out, with everything that it says of its licence."""

    kind: Literal["model", "dataset", "code"]
    name: str
    place: Location
    licence: str | None
    statements: tuple[Statement, ...]
    date: str | None = None
    function: str | None = None
    publisher: str | None = None
    folder: str = ""
    """Where its card lies."""
    differing: tuple[Statement, ...] = ()
    """Statements that name other licences than its own."""
    own_card: bool = True
    """Whether it has a card here; else only its name is known."""


def releases(found: Found, folder: pathlib.Path, known: RegistryWords) -> list[Released]:
    """What is released, the main thing first: that of the card nearest to the folder's root."""
    _leave_services(found, known)
    merged: dict[str, list[Published]] = {}
    told = [one for one in found.published if not _is_label(one)] or found.published
    for one in sorted(told, key=lambda p: (p.place.file.count("/"), not _is_card(p), p.place)):
        merged.setdefault(_key(one.name or folder.name), []).append(one)
    groups = _published_as(_by_place(list(merged.values())))
    hubs = _hub_names(found)
    made = [_merged(group, hubs, folder) for group in groups]
    made += _owned(made, found)
    if not made:
        made = [_unnamed(found, folder)]
    licences = _licences(found, known)
    made_of = _Made(made)
    mine: dict[int, list[Statement]] = {}  # by the very name: another of the same words is another thing
    for each in licences:
        mine.setdefault(id(made_of.about(each)), []).append(each)
    return [_with_statements(one, tuple(mine.get(id(one.name), ())), known) for one in made]


def _licences(found: Found, known: RegistryWords) -> list[Statement]:
    """What is said of licences; a package under the licence that the code is said to be under says nothing more."""
    told = [one for one in found.statements if one.kind == "licence"]
    told = [one for one in told if BY_TITLE not in one.words or known.licences(one.text)]
    of_code = {known.licences(one.text) for one in told if one.about == "code"}
    return [one for one in told if one.about != PACKAGE or known.licences(one.text) not in of_code]


def _leave_services(found: Found, known: RegistryWords) -> None:
    """A BOM that lists hosted models tells what is called, and not what is released."""
    left: list[Published] = []
    for one in found.published:
        bare = REMARK.sub("", one.name)
        record = known(bare) if one.place.file.lower().endswith(".json") else None
        if record is None or record.kind != "service":
            left.append(one)
        else:
            how = "a hosted model in a document"
            found.sightings.append(
                Sighting(bare, "unknown-use", one.place, "document", how, one.name, "service")
            )
    found.published = left


def _is_card(one: Published) -> bool:
    return one.place.file.lower().endswith((".md", ".json", ".yaml"))


def _is_label(one: Published) -> bool:
    """Whether only a file of weights or a run calls it so, often by its base's or a folder's name."""
    return one.place.file.lower().endswith((".gguf", "mlmodel"))


def _key(name: str) -> str:
    return " ".join(words(name.rsplit("/", 1)[-1]))


def _by_place(groups: Sequence[list[Published]]) -> list[list[Published]]:
    """Put a title together with the hub's name that stands in the same folder for a thing of the same kind."""
    titled: list[list[Published]] = []
    beside: dict[tuple[str, str], _Beside] = {}
    for group in groups:
        first = group[0]
        here = beside.setdefault((first.place.file.rpartition("/")[0], first.kind), _Beside())
        hubs = {one.name for one in group if is_hub_name(one.name)}
        # A BOM that names two models lists two; a page gives one thing a title and a name.
        other = here.fitting(hubs, None if _is_page(first) else first.place.file) if _is_card(first) else None
        if other is None:
            titled.append(group)
            here.take(group, hubs)
        else:
            other.group += group
            other.hubs |= hubs
    return titled


@dataclass(slots=True)
class _Titled:
    """Names of one thing, and those of them that are a hub's."""

    group: list[Published]
    hubs: set[str]


class _Beside:
    """Things of one kind in one folder, by the file that tells of each first.

    A list may name thousands in one file, none of which is another's title: they are passed over together.
    """

    def __init__(self) -> None:
        self._by_file: dict[str, list[tuple[int, _Titled]]] = {}
        self._taken = 0

    def take(self, group: list[Published], hubs: set[str]) -> None:
        """Take in a thing."""
        if len(hubs) <= 1:  # one that bears two names of a hub is put together with nothing more
            self._by_file.setdefault(group[0].place.file, []).append((self._taken, _Titled(group, hubs)))
            self._taken += 1

    def fitting(self, hubs: set[str], but: str | None) -> _Titled | None:
        """The first thing that is told in another file than one, and with some names of a hub bears one at most."""
        found = (
            next((one for one in things if len(one[1].hubs | hubs) <= 1), None)
            for file, things in self._by_file.items()
            if file != but
        )
        return min((one for one in found if one is not None), key=lambda one: one[0], default=(0, None))[1]


def _published_as(groups: list[list[Published]]) -> list[list[Published]]:
    """Put the one titled card of a kind together with the one name under which code or a configuration hands it out."""
    for kind in ("model", "dataset"):
        alike = [group for group in groups if group[0].kind == kind]
        if len(alike) != 2:
            continue
        named = [group for group in alike if any(is_hub_name(one.name) for one in group)]
        cards = [group for group in alike if group not in named and any(map(_is_page, group))]
        if len(named) == len(cards) == 1 and not any(map(_is_page, named[0])):
            cards[0].extend(named[0])
            groups = [group for group in groups if group is not named[0]]
    return groups


def _is_page(one: Published) -> bool:
    return one.place.file.lower().endswith(".md")


def _merged(group: Sequence[Published], hubs: Mapping[str, str], folder: pathlib.Path) -> Released:
    first = group[0]
    names = [one.name for one in group if one.name]
    name = next((one for one in names if is_hub_name(one)), names[0] if names else folder.name)
    # The hub's name of a thing that a card only calls by its own, where a place of the folder tells it.
    name = name if is_hub_name(name) else hubs.get(_key(name), name)
    return Released(
        first.kind, name, first.place, next((one.licence for one in group if one.licence), None), (),
        next((one.date for one in group if one.date and _is_day(one.date)), None),
        next((one.function for one in group if one.function), None),
        next((one.publisher for one in group if one.publisher), None),
        first.place.file.rpartition("/")[0],
    )  # fmt: skip


def _is_day(text: str) -> bool:
    """Whether a manifest may say so of a release: pages write many things in the place of a day."""
    try:
        check_date(text)
    except ValueError:
        return False
    return True


def _hub_names(found: Found) -> dict[str, str]:
    """Names of a hub that the folder tells, by their last words; the first of each."""
    told: dict[str, str] = {}
    for one in found.sightings:
        # A field that states what a thing was made from does not tell what the thing is called.
        another = one.is_lineage and one.source == "document" and "prose" not in one.how
        if not another and is_hub_name(one.name):
            told.setdefault(_key(one.name), one.name)
    return told


def _owned(made: Sequence[Released], found: Found) -> list[Released]:
    """Data sets of the same organisation that the release is made from: its own, released or not."""
    organisations = {one.name.split("/")[0].lower() for one in made if is_hub_name(one.name)}
    known = {_key(one.name) for one in made}
    owned: dict[str, Released] = {}
    for one in found.sightings:
        theirs = is_hub_name(one.name) and one.name.split("/")[0].lower() in organisations and one.is_lineage
        if theirs and _key(one.name) not in known and one.relation in ("data", "generated-by"):
            owned.setdefault(
                _key(one.name), Released("dataset", one.name, one.place, None, (), own_card=False)
            )
    return list(owned.values())


def _unnamed(found: Found, folder: pathlib.Path) -> Released:
    trained = any(one.is_lineage and "train" in one.how and one.relation == "data" for one in found.sightings)
    bases = (
        any(one.relation in ("base", "adapter", "component") and one.is_lineage for one in found.sightings)
        or trained
    )
    pages = [one for one in found.titles if _is_front_page(one[1].file, folder)] or [
        one for one in found.titles if one[1].file.lower().endswith(".json")
    ]
    alone = {pathlib.PurePath(one[1].file).name.lower() for one in found.titles}
    if not pages and len(alone) == 1 and not alone.pop().startswith("readme"):
        pages = found.titles  # the only page that was handed over, by another name
    at_root = [one for one in pages if len(one[0]) <= MOST_TITLE]
    title, place = at_root[0] if at_root else (folder.resolve().name, Location(".", 1, 1))
    of_weights = any(one.kind == "licence" and one.about == "weights" for one in found.statements)
    if found.is_program:
        return Released("code", title, place, None, (), function="application", own_card=bool(at_root))
    makes_weights = bases or found.makes_weights or of_weights or bool(found.headed)
    return Released("model" if makes_weights else "dataset", title, place, None, (), own_card=bool(at_root))


def _is_front_page(file: str, folder: pathlib.Path) -> bool:
    """Whether a file is the page that lies right in the folder, by whatever path it was given."""
    path = pathlib.PurePath(file)
    here = not path.parent.parts or pathlib.Path(path.parent).resolve() == folder.resolve()
    return here and path.name.lower().startswith("readme")


def _with_statements(one: Released, mine: tuple[Statement, ...], known: RegistryWords) -> Released:
    of_work = [each for each in mine if each.about != PACKAGE]
    here = [each.text for each in of_work if each.place.file.rpartition("/")[0] == one.folder]
    licence = one.licence or (here[0] if here else None)
    own = known.licences(licence or "")
    differing = tuple(each for each in of_work if not own or known.licences(each.text) != own)
    differing = tuple(each for each in differing if each.text != licence)
    return replace(
        one, statements=mine, licence=licence if one.own_card or of_work else None, differing=differing
    )


class _Made:
    """What is released, by its words and by where its card lies."""

    def __init__(self, made: Sequence[Released]) -> None:
        self._made = made
        self._by_key: dict[str, str] = {}
        self._by_place: dict[str, list[Released]] = {}
        for one in made:
            self._by_key.setdefault(_key(one.name), one.name)

    def about(self, statement: Statement) -> str | None:
        """Name of the released thing that a statement is about."""
        if statement.about in ("rows", "code"):
            return None
        if statement.about and (named := self._by_key.get(_key(statement.about))) is not None:
            return named
        if (named := named_in(statement, self._made)) is not None:
            return named
        near = self._near(statement.place.file.rpartition("/")[0])
        wanted = {"data": "dataset", "weights": "model"}.get(statement.about)
        if wanted:
            return next((one.name for one in (*near, *self._made) if one.kind == wanted), None)
        return near[0].name if near else self._made[0].name if self._made else None

    def _near(self, here: str) -> list[Released]:
        """Things whose card lies in a folder or above it, the nearest first."""
        if here not in self._by_place:
            near = [
                one
                for one in self._made
                if one.own_card
                and (one.folder == here or here.startswith(f"{one.folder}/") or not one.folder)
            ]
            self._by_place[here] = sorted(near, key=lambda one: -len(one.folder))
        return self._by_place[here]
