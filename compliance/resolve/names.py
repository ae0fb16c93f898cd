"""From names to registry records. An unknown name stays unknown; it never resolves to something permissive.

A name is compared as a whole, with the organisation that it stands under. A word that merely occurs in it never makes
it a record; what such a word may tell is where somebody's derivative comes from, and stands in `derivatives`.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.model.catalogue import AnyEntry, Kind, Located
from compliance.model.knowledge import Registry
from compliance.model.records import DatasetEntry, ModelEntry, Provider
from compliance.model.registry import LicenceRecord
from compliance.model.resolved import DatasetRecord, Derivative, ModelRecord, ServiceRecord
from compliance.model.spelling import key, split_organisation, words
from compliance.model.template import may_fit, template, without_quantisation
from compliance.resolve.derivatives import derivative
from compliance.resolve.hosts import Hosts

_NOTHING_SAID = re.compile(
    r"\s*(unknown|unclear|not stated|not set|none stated|none|no licen[cs]e|n/?a|tbd|various|mixed|other|"
    r"licen[cs]eref-unknown|see release|undecided|to be confirmed)?\s*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*[,;&+|]\s*(?:and\s+|or\s+)?|\s+(?:and|or|/)\s+", re.IGNORECASE)


@functools.cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LicenceReading:
    """What a licence text names: licences that hold together, or alternatives between which it leaves open."""

    together: tuple[str, ...] = ()
    options: tuple[tuple[str, ...], ...] = ()
    unread: tuple[str, ...] = ()
    """Parts that name a licence the registry does not hold."""


class Names:
    """Look-ups in one registry."""

    def __init__(self, registry: Registry) -> None:
        """Prepare look-ups; `registry` is only read."""
        self._registry = registry
        self._catalogue = registry.catalogue
        self._hosts = Hosts(registry, lambda name: self.entry("service", None, name))
        self._exact = {key.lower(): record for key, record in registry.licences.items()}
        for record in registry.licences.values():
            if record.spdx:
                self._exact.setdefault(record.spdx.lower(), record)

    def model(self, name: str) -> ModelRecord | None:
        """The record of a model name; exact."""
        found = self._entry_of("model", name)
        if found is None or not isinstance(found.entry, ModelEntry):
            return None
        return ModelRecord.of(found.entry, self._catalogue.party(found.entry.developer), found.layer > 0)

    def dataset(self, name: str) -> DatasetRecord | None:
        """The record of a data set name; exact."""
        found = self._entry_of("dataset", name)
        if found is None or not isinstance(found.entry, DatasetEntry):
            return None
        return DatasetRecord.of(found.entry, self._catalogue.party(found.entry.publisher), found.layer > 0)

    def service(self, name: str) -> ServiceRecord | None:
        """What an API model string or the name of a product means."""
        return self._hosts.service(name, self.model)

    def provider(self, *texts: str | None) -> str | None:
        """Id of the provider that any of the texts names or is a model string of, earlier texts first."""
        for text in texts:
            found = self._hosts.provider(text, self.model) if text else None
            if found:
                return found
        return None

    def provider_record(self, key: str | None) -> Provider | None:
        """The record of a provider by its id."""
        return self._registry.providers.get(key) if key else None

    def owner(self, name: str) -> str | None:
        """Name of the party whose organisation an `org/name` stands under."""
        organisation, _ = split_organisation(name)
        owner = self._catalogue.owner(organisation) if organisation else None
        party = self._catalogue.party(owner) if owner else None
        return party.name if party else None

    def derivative(self, name: str) -> Derivative | None:
        """What a name that is no record shows of its bases; None where it shows nothing."""
        if self._entry_of("model", name) is not None:
            return None
        return derivative(self._without_route(name), self._catalogue)

    def derived_from(self, name: str) -> tuple[str, ...]:
        """Names of the models that a name which is no record is derived from, by the name itself."""
        found = self.derivative(name)
        return found.bases if found else ()

    def members(self, name: str, kind: str) -> tuple[str, ...]:
        """The names that one text lists, where it lists several and knows at least one of them."""
        if self._resolves(name, kind):
            return ()
        parts = [part for part in (one.strip(" .()") for one in _SEVERAL.split(name)) if part]
        parts = [self._completed(parts[0], part, kind) if n else part for n, part in enumerate(parts)]
        several = len(parts) > 1 and any(self._resolves(part, kind) for part in parts)
        return tuple(dict.fromkeys(parts)) if several else ()

    def near(self, name: str, kind: str) -> tuple[str, ...]:
        """Names of the registry that are spelled much like this one, nearest first."""
        pool: dict[str, str] = {}
        for wanted in _kinds(kind):
            for located in self._catalogue.all(wanted):
                for text in (*located.entry.names, *located.entry.aliases):
                    plain = re.sub(r"\[[^\]]*\]|\{[^}]*\}", "", text).strip("-_ ")
                    pool.setdefault(key(split_organisation(plain)[1]), plain)
        close = difflib.get_close_matches(key(split_organisation(name)[1]), list(pool), n=3, cutoff=0.75)
        return tuple(pool[one] for one in close)

    def entry(self, kind: Kind, organisation: str | None, name: str) -> Located | None:
        """The one record that a name under an organisation means; None where there is none, or several."""
        found = self.claims(kind, organisation, name)
        first = [one for one in found if one.layer == max(other.layer for other in found)]
        return first[0] if len({id(one.entry) for one in first}) == 1 else None

    def claims(
        self, kind: Kind, organisation: str | None, name: str, layer: int | None = None
    ) -> list[Located]:
        """Every record that a name under an organisation would mean, of one layer or of all."""
        spoken = words(name)
        if not spoken:
            return []
        found = self._meant(kind, key(organisation) if organisation else None, spoken)
        return [one for one in found if layer is None or one.layer == layer]

    def _entry_of(self, kind: Kind, name: str) -> Located | None:
        organisation, bare = split_organisation(self._without_route(name) if kind == "model" else name)
        return self.entry(kind, organisation, bare)

    def _without_route(self, name: str) -> str:
        """A name without the prefix of a tool that runs weights at home."""
        for route in self._registry.routes:
            if route.route == "local" and name.lower().startswith(route.prefix.lower()):
                return name[len(route.prefix) :].strip()
        return name

    def _meant(self, kind: Kind, organisation: str | None, spoken: tuple[str, ...]) -> Iterator[Located]:
        own = self._catalogue.owner(organisation) if organisation else None
        plain = without_quantisation(spoken) if own else None
        for located in self._catalogue.beginning(kind, spoken[0]):
            maker = getattr(located.entry, "developer", None) or getattr(located.entry, "publisher", None)
            theirs = own is not None and own == maker
            if _means(located.entry, organisation, spoken, theirs) or (
                plain is not None and theirs and _means(located.entry, organisation, plain, theirs)
            ):
                yield located

    def _resolves(self, name: str, kind: str) -> bool:
        if kind == "service":
            return self.service(name) is not None
        return any(self._entry_of(wanted, name) is not None for wanted in _kinds(kind))

    def _completed(self, first: str, part: str, kind: str) -> str:
        """A member that only gives a version, with the word of the first member before it (`GPT-3.5 and 4`)."""
        if self._resolves(part, kind) or any(word.isalpha() and len(word) > 1 for word in words(part)):
            return part
        head = re.match(r"[^\W\d_]+[-_ ]?", first)
        whole = f"{head.group()}{part}" if head else part
        return whole if self._resolves(whole, kind) else part

    def licence(self, text: str | None) -> LicenceReading:
        """Read a licence text: SPDX expressions, usual names, `A OR B`, `A AND B`."""
        if text is None or _NOTHING_SAID.fullmatch(text):
            return LicenceReading()
        alternatives = [self._together(part) for part in re.split(r"\s+OR\s+", text.strip("() "))]
        unread = tuple(name for _, missing in alternatives for name in missing)
        if len(alternatives) == 1:
            return LicenceReading(together=alternatives[0][0], unread=unread)
        return LicenceReading(options=tuple(ids for ids, _ in alternatives), unread=unread)

    def _together(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found: dict[str, None] = {}
        missing: list[str] = []
        for part in re.split(r"\s+AND\s+", text.strip("() ")):
            if _NOTHING_SAID.fullmatch(part):
                continue
            record = self._one_licence(part)
            if record is None:
                missing.append(part)
            else:
                found[record.id] = None
        return tuple(found), tuple(missing)

    def _one_licence(self, text: str) -> LicenceRecord | None:
        exact = self._exact.get(text.strip("() ").lower())
        if exact is not None:
            return exact
        records = self._registry.licences.values()
        return next((r for r in records if any(_pattern(p).search(text) for p in r.match)), None)


def _kinds(kind: str) -> tuple[Kind, ...]:
    return {"service": ("service",), "model": ("model",)}.get(kind, ("dataset",))  # type: ignore[return-value]


def _split(text: str) -> tuple[str | None, str]:
    organisation, bare = split_organisation(text)
    return key(organisation) if organisation else None, key(bare)


def _means(entry: AnyEntry, organisation: str | None, spoken: tuple[str, ...], theirs: bool) -> bool:
    """Whether a bare name under an organisation (None: under none) is one of the record's."""
    name = "".join(f"{word} " for word in spoken)
    if any((organisation, name) == _split(text) for text in entry.excluded):
        return False
    for text in entry.names:
        if not may_fit(text, spoken):
            continue
        one = template(text, entry.slots)
        under = one.organisation is None or len(spoken) > 1 if organisation is None else (
            theirs or organisation == one.organisation
        )  # fmt: skip
        if under and one.names(name):
            return True
    if organisation is not None:
        return False
    return any(may_fit(text, spoken) and template(text, entry.slots).names(name) for text in entry.aliases)
