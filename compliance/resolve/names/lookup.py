"""From names to registry records. An unknown name stays unknown; it never resolves to something permissive.

A name is compared as a whole, with the organisation that it stands under. A word that merely occurs in it never makes
it a record; what such a word may tell is where somebody's derivative comes from, and stands in `derivatives`.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Kind, Located
from compliance.model.names.records import DatasetEntry, KnownParty, ModelEntry, Provider
from compliance.model.names.resolved import HOSTS, DatasetRecord, Derivative, ModelRecord, ServiceRecord
from compliance.model.names.template import without_quantisation
from compliance.model.words.spelling import key, program_alone, split_organisation, words
from compliance.patterns import regex
from compliance.resolve.names.alike import OPEN_PLACES, Alike, Spelt
from compliance.resolve.names.derivatives import before_bracket, derivative, is_of_data, part_of
from compliance.resolve.names.hosts import Hosts
from compliance.resolve.names.listed import members
from compliance.resolve.names.makers import after_their_maker, organisation_of
from compliance.resolve.names.meant import means
from compliance.resolve.names.other_spellings import otherwise
from compliance.resolve.names.parts import set_alone
from compliance.resolve.names.shortened import short_for
from compliance.resolve.names.spoken import member
from compliance.values import replace

_DIGIT = regex(r"\d")


class Names:
    """Look-ups in one registry."""

    def __init__(self, registry: Registry) -> None:
        """Prepare look-ups; `registry` is only read."""
        self._registry = registry
        self._catalogue = registry.catalogue
        self._entries: dict[tuple[Kind, str | None, str], Located | None] = {}
        self._alike = Alike(registry.catalogue)
        self._without_own: Names | None = None
        self._hosts = Hosts(registry, lambda name: self.entry("service", None, name))

    def model(self, name: str) -> ModelRecord | None:
        """The record of a model name; exact."""
        found = self._entry_of("model", name)
        if found is None or not isinstance(found.entry, ModelEntry):
            return None
        party, own = self._party(found, found.entry.developer)
        return ModelRecord.of(found.entry, party, own, split_organisation(name)[1])

    def model_entry(self, name: str) -> ModelEntry | None:
        """The entry of a model name as it stands in the registry; exact."""
        found = self._entry_of("model", name)
        return found.entry if found and isinstance(found.entry, ModelEntry) else None

    def dataset_entry(self, name: str) -> DatasetEntry | None:
        """The entry of a data set's name as it stands in the registry; exact."""
        found = self._entry_of("dataset", name)
        return found.entry if found is not None and isinstance(found.entry, DatasetEntry) else None

    def dataset(self, name: str) -> DatasetRecord | None:
        """The record of a data set name; exact."""
        found, entry = self._entry_of("dataset", name), self.dataset_entry(name)
        return DatasetRecord.of(entry, *self._party(found, entry.publisher)) if found and entry else None

    def _party(self, found: Located, party_id: str) -> tuple[KnownParty | None, bool]:
        """Whose a record is, and whether it or they come from users' own records."""
        return self._catalogue.party(party_id), found.layer > 0 or self._catalogue.is_own_party(party_id)

    def service(self, name: str) -> ServiceRecord | None:
        """What an API model string or the name of a product means."""
        each = (self._hosts.service(text, self.model) for text in (name, *otherwise(name, hosted=True)))
        return next((one for one in each if one is not None), None)

    def provider(self, *texts: str | None) -> str | None:
        """Id of the provider that any of the texts names or is a model string of, earlier texts first."""
        found = (self._hosts.provider(text, self.model) for text in texts if text)
        return next(filter(None, found), None)

    def provider_of_ones_own(self, text: str) -> str | None:
        """Id of the provider that users' own providers or routes alone make of a text."""
        return self._hosts.of_ones_own(text, self.model)

    def unnamed_of(self, name: str) -> str | None:
        """The provider whose name alone this is: some model of theirs, or that they run, and nobody says which."""
        service = self.service(name)
        if service is not None and service.model is None and service.unread is None:
            return self._hosts.alone(name)
        return None if service or self.model(name) else self._hosts.named(name)

    def provider_record(self, key: str | None) -> Provider | None:
        """The record of a provider by its id."""
        return self._registry.providers.get(key) if key else None

    def owner(self, name: str) -> str | None:
        """Name of the party whose organisation an `org/name` stands under."""
        organisation, _ = split_organisation(name)
        party = self._catalogue.party(self._catalogue.owner(organisation) or "") if organisation else None
        return party.name if party else None

    def owner_of_ones_own(self, name: str) -> str | None:
        """The party that users' own records give the organisation of an `org/name` to; None where they do not."""
        organisation, _ = split_organisation(name)
        theirs = organisation is not None and self._catalogue.is_own_organisation(organisation)
        return self.owner(name) if theirs else None

    def calls_some_model(self, program: str | None, *, gathering: bool = False) -> bool:
        """Whether a program is known to hand on what it is asked, and may not only be `gathering` files."""
        alone, known = key(program_alone(program)) if program else "", self._registry.relations
        named = (*known.callers, *known.readers, *(() if gathering else known.clouds))
        return bool(alone) and any(key(one) == alone for one in named)

    def party(self, text: str) -> str | None:
        """Id of the developer or publisher that is known by the text: its id, a name, or an organisation of it."""
        return text if self._catalogue.party(text) is not None else self._catalogue.owner(text)

    def party_of_ones_own(self, text: str) -> str | None:
        """The party that a text names by users' own records, with its id; None where bundled ones or none say so."""
        party = self.party(text)
        own = party and (self._catalogue.is_own_party(party) or self._catalogue.is_own_organisation(text))
        return f"{self.called(party)[1]} ({party})" if party and own else None

    def called(self, text: str) -> tuple[str, ...]:
        """All names of a developer or publisher, beginning with the one asked for."""
        party = self._catalogue.party(self.party(text) or "")
        return (text, party.name, *party.aliases, *party.organisations) if party else (text,)

    def is_recalled(self, name: str) -> bool:
        """Whether who a developer or publisher is rests on memory, whatever its works' records rest on."""
        party = self._catalogue.party(self.party(name) or "")
        return party is not None and party.assurance == "memory"

    def is_account(self, name: str) -> bool:
        """Whether a developer or publisher is known by nothing but its account on a hub."""
        party = self._catalogue.party(self._catalogue.owner(name) or "")
        return bool(party and party.is_account)

    def derivative(self, name: str) -> Derivative | None:
        """What a name that is no record shows of its bases; None where it shows nothing."""
        if self._entry_of("model", name) is not None or is_of_data(name):
            return None
        if (whole := before_bracket(name)) and self._entry_of("dataset", whole) is not None:
            return None
        spellings = dict.fromkeys((self._without_route(name, own=False), self._without_route(name)))
        found = next((one for text in spellings if (one := derivative(text, self._catalogue))), None)
        # A maker is called as its line of models is; what has a version or an organisation is no maker.
        maker = found is not None and self._hosts.named(name) is not None and not split_organisation(name)[0]
        return None if maker and not _DIGIT.search(name) else found

    def derived_from(self, name: str) -> tuple[str, ...]:
        """Names of the models that a name which is no record is derived from, by the name itself."""
        found = self.derivative(name)
        return found.bases if found else ()

    def members(self, name: str, kind: str) -> tuple[str, ...]:
        """The names that one text lists, where it lists several and enough of them are known."""
        return members(name, kind, lambda one: self._resolves(one, kind))

    def near(self, name: str, kind: str) -> tuple[str, ...]:
        """Names of the registry that are spelled much like this one, nearest first."""
        pool: dict[str, str] = {}
        for wanted in _kinds(kind):
            for located in self._catalogue.all(wanted):
                for text in (*located.entry.names, *located.entry.aliases):
                    plain = OPEN_PLACES.sub("", text).strip("-_ ")
                    pool.setdefault(key(split_organisation(plain)[1]), plain)
        import difflib

        close = difflib.get_close_matches(key(split_organisation(name)[1]), list(pool), n=3, cutoff=0.75)
        return tuple(pool[one] for one in close)

    def begins(self, kind: Kind, word: str) -> bool:
        """Whether a name of a record of the kind begins with the word."""
        return word in self._catalogue.index.get(kind, {})

    def alike(self, letters: str, per_fault: int) -> tuple[Spelt, ...]:
        """Names of models and data sets spelt somewhat like the letters; see `Alike`."""
        return self._alike.near(letters, per_fault)

    @property
    def without_own(self) -> Names:
        """The look-ups of the bundled records alone; these themselves where there are no others."""
        if self._without_own is None:
            bundled = self._catalogue.bundled
            same = bundled is self._catalogue
            self._without_own = self if same else Names(replace(self._registry, catalogue=bundled))
        return self._without_own

    def misspelt(self, name: str, kind: str) -> tuple[str, ...]:
        """Known names that this one may be a slip for; nothing is ever taken for one of them.

        What is called after a known thing is somebody's derivative of it, but for a slip in its owner's name.
        """
        from compliance.resolve.names.misspelt import near_owned, near_spelled

        derived = kind == "model" and "/" in name and self.derived_from(name)
        return (near_owned if derived else near_spelled)(name, kind, self._catalogue)

    def entry(self, kind: Kind, organisation: str | None, name: str) -> Located | None:
        """The one record that a name under an organisation means; None where there is none, or several.

        Several of one further folder take the place of none: they would hide the bundled one, and say nothing.
        """
        asked = (kind, organisation, name)
        if asked not in self._entries:
            found = self.claims(kind, organisation, name)
            by_layer: dict[int, dict[int, Located]] = {}
            for one in found:
                by_layer.setdefault(one.layer, {})[id(one.entry)] = one
            alone = (by_layer[layer] for layer in sorted(by_layer, reverse=True) if len(by_layer[layer]) == 1)
            self._entries[asked] = next((one for here in alone for one in here.values()), None)
        return self._entries[asked]

    def claims(
        self, kind: Kind, organisation: str | None, name: str, layer: int | None = None
    ) -> list[Located]:
        """Every record that a name under an organisation would mean, of one layer or of all."""
        spoken = words(name)
        if not spoken:
            return []
        found = self._meant(kind, key(organisation) if organisation else None, spoken)
        return [one for one in found if layer is None or one.layer == layer]

    def bundled(self, name: str) -> str | None:
        """Id of the bundled record that a name would mean if there were no others."""
        organisation, bare = split_organisation(self._without_route(name))
        kinds: tuple[Kind, ...] = ("model", "dataset", "service")
        found = [one.entry.id for kind in kinds for one in self.claims(kind, organisation, bare, 0)]
        return found[0] if found else None

    def _entry_of(self, kind: Kind, name: str) -> Located | None:
        found = self._as_written(kind, name)
        for maker, work in () if found else after_their_maker(name, self._catalogue):
            theirs = self._as_written(kind, work) or self._by(maker, kind, work)
            if theirs is not None and _maker(theirs) == maker:
                return theirs
        return found

    def stands_alone(self, name: str) -> bool:
        """Whether a name means a model or a data set without a maker's name that it may begin with."""
        return bool(self._as_written("model", name) or self._as_written("dataset", name))

    def _by(self, maker: str, kind: Kind, work: str) -> Located | None:
        """What a maker publishes under a name that means it beside the maker's alone, or under a longer one."""
        own = organisation_of(maker, self._catalogue)
        published = self.entry(kind, own, work) if own else None
        return published or (short_for(words(work), self._catalogue, maker) if kind == "model" else None)

    def _as_written(self, kind: Kind, name: str) -> Located | None:
        # A name that is known as it stands is never cut, whatever prefixes somebody's registry has.
        spellings = (name, self._without_route(name)) if kind == "model" else (name,)
        found = (self.entry(kind, *split_organisation(text)) for text in dict.fromkeys(spellings))
        exact = next((one for one in found if one is not None), None)
        if exact is None and kind == "model":
            each = (self.entry(kind, *split_organisation(text)) for text in otherwise(name))
            return next((one for one in each if one is not None), None) or member(name, self._catalogue)
        whole = part_of(name) or set_alone(name) if exact is None and kind == "dataset" else None
        return self.entry(kind, *split_organisation(whole)) if whole else exact

    def _without_route(self, name: str, *, own: bool = True) -> str:
        """A name without the prefix of a tool that runs weights at home; `own` says whether users' own count."""
        for route in self._registry.routes:
            if not own and route.prefix in self._registry.own_routes:
                continue
            if route.route == "local" and name.lower().startswith(route.prefix.lower()):
                return name[len(route.prefix) :].strip()
        return name

    def _meant(self, kind: Kind, organisation: str | None, spoken: tuple[str, ...]) -> Iterator[Located]:
        own = self._catalogue.owner(organisation) if organisation else None
        plain = without_quantisation(spoken) if own else None
        second = spoken[1] if len(plain or spoken) > 1 else None
        for located in self._catalogue.fitting(kind, spoken[0], second):
            theirs = own is not None and own == _maker(located)
            if means(located.entry, organisation, spoken, theirs) or (
                plain is not None and theirs and means(located.entry, organisation, plain, theirs)
            ):
                yield located

    def _resolves(self, name: str, kind: str) -> bool:
        if kind == "service":
            return self.service(name) is not None
        return any(self._entry_of(wanted, name) is not None for wanted in _kinds(kind))

    def hosts_of(self, service: ServiceRecord) -> frozenset[str]:
        """Ids of the providers by whose route somebody else's service is known to be sold."""
        maker = self._registry.providers.get(service.provider)
        routes = {route for row in (maker.governed if maker else ()) for route in row.route}
        return frozenset({HOSTS.get(route, route) for route in routes})


def _maker(located: Located) -> str | None:
    """Who made or publishes what a record is of."""
    return getattr(located.entry, "developer", None) or getattr(located.entry, "publisher", None)


def _kinds(kind: str) -> tuple[Kind, ...]:
    return {"service": ("service",), "model": ("model",)}.get(kind, ("dataset",))  # type: ignore[return-value]
