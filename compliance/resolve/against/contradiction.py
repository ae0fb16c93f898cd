"""What a manifest says of an artifact, held against what the registry knows of its name.

Neither silently wins. Each difference is recorded with the assurance of the record; the manifest may say why its own
word holds: a separate licence, another revision, a record that is wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Protocol

from compliance.model.declared.lineage import Contradiction
from compliance.model.declared.manifest import ROWS
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.names.records import DatasetEntry
from compliance.model.names.resolved import DatasetRecord, ModelRecord, ServiceRecord
from compliance.model.shapes.shape import first_day, last_day
from compliance.model.words.spelling import words
from compliance.resolve.licences.against_record import recalled_otherwise, settles, stated_licence
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.ordinary import is_coined, tells_whose
from compliance.resolve.names.paths import may_be_a_path
from compliance.resolve.words.prose.spoken import whole_service
from compliance.values import replace

_AHEAD_OF_TIME = datetime.timedelta(days=184)
"""Half a year: partners have a thing before everybody has it, and a record may give the day of another of its line."""
_FEWEST_LETTERS = 4
"""Letters of an account that another name may hold by more than chance."""
ITSELF = "the manifest itself"


class Stated(Protocol):
    """What this module needs to know of how an artifact came to be."""

    @property
    def made(self) -> bool: ...  # noqa: D102
    @property
    def left_out(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def used(self) -> str | None: ...  # noqa: D102
    @property
    def house(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def put_out_as(self) -> tuple[str, ...]: ...  # noqa: D102


def contradictions(
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    service: ServiceRecord | None,
    origin: Stated,
    names: Names,
    licences: LicenceReader,
) -> tuple[Contradiction, ...]:
    """Everything in which the manifest and the registry disagree about one artifact."""
    settled = settles(declared)
    found = [*_against_record(declared, record, origin, names, licences)] if record is not None else []
    found += _hosted(declared, record, service, names)
    found += _too_early(declared, origin, record, service)
    found += _of_somebody_else(declared, origin, record, names)
    return tuple(replace(one, settled=settled) for one in found)


def _against_record(
    declared: Declared,
    record: ModelRecord | DatasetRecord,
    origin: Stated,
    names: Names,
    licences: LicenceReader,
) -> Iterator[Contradiction]:
    """Differences from the record of the artifact's name; what was made here is only held against its kind and past."""
    told = f"registry record {record.id}", record.assurance
    if not origin.made:
        standing, known = stated_licence(declared, record, origin.used, licences)
        if known and standing in ("differs", "settled"):
            yield Contradiction("licence", declared.license or "", known, *told)
        elif not known and (recalled := recalled_otherwise(declared, record, licences)):
            yield Contradiction("licence", declared.license or "", recalled, told[0], "memory")
    kind = "dataset" if isinstance(record, DatasetRecord) else "model"
    if declared.kind not in (kind, "service"):
        yield Contradiction("kind", declared.kind, kind, *told)
    # Who is behind an account of a hub is not told by what the account is called.
    named = None if names.is_account(record.maker) else record.maker
    said = declared.developer
    if said and named and not origin.made and _denied(said, named, record, names):
        yield Contradiction("developer", said, named, *told)
    if origin.left_out:
        left = ", ".join(dict.fromkeys(origin.left_out))
        yield Contradiction("ancestry", "its steps in the manifest", left, *told)


def _too_early(
    declared: Declared,
    origin: Stated,
    record: ModelRecord | DatasetRecord | None,
    service: ServiceRecord | None,
) -> Iterator[Contradiction]:
    """A use that is dated well before the thing was there to be used, by the manifest itself or by its record."""
    if origin.used is None or origin.made:
        return
    used = last_day(origin.used.rpartition("/")[2])
    told: list[tuple[str | None, str, str]] = [(declared.released, ITSELF, "")]
    if service is not None:
        told.append((service.released, f"registry of services, {service.family}", "secondary"))
    elif record is not None and record.assurance != "memory":
        told.append((record.released, f"registry record {record.id}", record.assurance))
    for released, where, assurance in told:
        if released and first_day(released) - used > _AHEAD_OF_TIME:
            yield Contradiction("released", f"used in {origin.used}", released, where, assurance)
            return


def _of_somebody_else(
    declared: Declared, origin: Stated, record: ModelRecord | DatasetRecord | None, names: Names
) -> Iterator[Contradiction]:
    """What is said to be our own, and to have somebody else for its developer, there or in the registry."""
    developer = declared.developer
    if declared.origin != "own" or origin.made:
        return
    put_out = _put_out(declared, origin, names)
    record = record or put_out
    known = record.maker if record is not None else _of_one_word(declared, names)
    account = known is not None and names.is_account(known)
    nobody = not _all_words(developer or "") - _NOBODY - _OURSELVES
    if not developer or (account and nobody):
        name = declared.name or ""
        telling = not account or put_out or tells_whose(name) or (record is not None and is_coined(name))
        if known and telling and _not_ours(known, origin, names):
            told = (
                (f"registry record {record.id}", record.assurance)
                if record
                else ("registry of data sets", "memory")
            )
            yield Contradiction("developer", "origin: own", known, *told)
        return
    if account and known and names.party(developer) == names.party(known):
        return  # who is behind an account of a hub, its own maker says
    if nobody:
        return
    if all(_differ(developer, one, names) for one in origin.house):
        yield Contradiction("developer", "origin: own", developer, ITSELF, "")


def _put_out(declared: Declared, origin: Stated, names: Names) -> DatasetRecord | None:
    """The record of a published set under whose name rows go out that are said to be our own."""
    if declared.kind not in ROWS:
        return None
    found = (names.dataset(one) for one in origin.put_out_as if tells_whose(one))
    return next((one for one in found if one is not None), None)


def _of_one_word(declared: Declared, names: Names) -> str | None:
    """Whose a set is that is called as a published one without its owner: one word that is hardly anybody else's."""
    name = declared.name or ""
    if declared.kind != "dataset" or "/" in name or not tells_whose(name):
        return None
    letters = "".join(words(name))
    same = (entry for text, entry, _ in names.alike(letters, len(letters) + 1) if text == letters)
    return next((names.called(one.publisher)[0] for one in same if isinstance(one, DatasetEntry)), None)


def _not_ours(known: str, origin: Stated, names: Names) -> bool:
    """Whether a maker that is known is none of the house; accounts run the words of a name together."""
    letters = "".join(words(known))
    return all(
        _differ(known, one, names)
        and not (len(letters) >= _FEWEST_LETTERS and letters in "".join(words(one)))
        for one in origin.house
    )


def _hosted(
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    service: ServiceRecord | None,
    names: Names,
) -> Iterator[Contradiction]:
    """Differences about whose service an artifact is."""
    if declared.kind == "model" and record is None and declared.name:
        hosted = whole_service(declared.name, names)
        if hosted is not None and not may_be_a_path(declared.name, names):
            source = f"registry of services, {hosted.family or hosted.provider}"
            yield Contradiction("kind", "model", "service", source, "secondary")
        elif whose := names.unnamed_of(declared.name):
            yield Contradiction("kind", "model", "service", f"registry of providers, {whose}", "secondary")
    if service is None or not declared.provider or declared.provider == service.provider:
        return
    if declared.provider not in names.hosts_of(service):
        source = f"registry of services, {service.family}"
        yield Contradiction("provider", declared.provider, service.provider, source, "secondary")


def _denied(developer: str, named: str, record: ModelRecord | DatasetRecord, names: Names) -> bool:
    """Whether the developer that is stated speaks against the one of the record.

    People and teams work for somebody: where who they are is recalled, they say nothing against a stated house.
    """
    if not _differ(developer, named, names):
        return False
    of_people = any(_PEOPLE & _all_words(one) for one in (developer, *names.called(named)))
    return not (of_people and (record.assurance == "memory" or names.is_recalled(named)))


_PEOPLE = frozenset({"team", "author", "authors", "people", "contributors", "maintainers", "researchers"})


def _differ(one: str, other: str, names: Names) -> bool:
    return not (names_nobody(one) or names_nobody(other) or same_party(one, other, names))


def same_party(one: str, other: str, names: Names) -> bool:
    """Whether two names of developers may mean the same: equal in the registry, or sharing a telling word."""
    if names_nobody(one) or names_nobody(other):
        return False
    if one.strip().lower() == other.strip().lower():
        return True
    for known in (names.provider, names.party):
        first, second = known(one), known(other)
        if first is not None and first == second:
            return True
    telling = _words(one), _words(other)
    if not any(telling):
        return bool(_all_words(one) & _all_words(other))
    return bool(telling[0] & telling[1])


def names_nobody(text: str) -> bool:
    """Whether the words stand for nobody in particular, as "community" or "various" do."""
    return not _all_words(text) - _NOBODY


_NOBODY = frozenset(
    {
        "various", "individual", "individuals", "company", "community", "crowd", "unknown", "people", "users", "author",
        "authors",
    }
)  # fmt: skip
_OURSELVES = frozenset(
    {"us", "we", "our", "ours", "own", "ourselves", "self", "me", "myself", "staff", "employees"}
)
"""Words for whoever writes the manifest: they name it for what is its own, and nobody's record agrees with them."""
_TELLS_NOTHING = _NOBODY | {
    "ai", "lab", "labs", "inc", "the", "of", "and", "research", "team", "university", "institute", "group",
}  # fmt: skip


def _words(text: str) -> set[str]:
    return _all_words(text) - _TELLS_NOTHING


def _all_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))
