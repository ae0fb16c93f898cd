"""What the registry knows of names and licences, as the readers of documents ask it."""

from __future__ import annotations

from typing import Literal

from compliance.acquire.names import is_hub_name
from compliance.model.declared.sighting import Known, Sighting
from compliance.model.known.knowledge import Registry
from compliance.model.names.resolved import ServiceRecord
from compliance.model.words.spelling import split_organisation, words
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.parts import set_alone

_USES = "use-limits"
"""That a licence forbids some uses, and has that passed on."""
_LIMITS = (
    "non-commercial",
    "share-alike",
    "no-derivatives",
    "research-only",
    "no-redistribution",
    "copyleft",
)
"""Traits of an upstream's licence that a looser licence on what was made from it leaves out."""
_LETTERS_OF_AN_ACRONYM = 3
"""As many letters as an acronym of something else may have that a model is spelt like."""


class RegistryWords:
    """Look-ups that remember; made once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Prepare look-ups; `registry` is only read."""
        self._names = Names(registry)
        self._licences = LicenceReader(registry)
        self._known: dict[str, Known | None] = {}

    def __call__(self, name: str) -> Known | None:
        """What a name stands for; None where the registry holds no record of it."""
        if name not in self._known:
            self._known[name] = self._look_up(name)
        return self._known[name]

    def _look_up(self, name: str) -> Known | None:
        if "/" in name and (found := self._weights_or_rows(name)) is not None:
            # The organisation of a data set may be a host too; the whole name is somebody's before a part of it is.
            return found
        service = self._names.service(name)
        if service is not None and (service.id or service.model):
            kind: Literal["provider", "service"] = (
                "provider" if self._is_provider(name, service) else "service"
            )
            return Known(kind, service.id or service.model, service.provider, service.route)
        return self._weights_or_rows(name)

    def _weights_or_rows(self, name: str) -> Known | None:
        if not self._names.stands_alone(name):
            # In running text a maker before its work is a word of the sentence: "Meta's Llama 3 70B pruned to 42B".
            return None
        model, dataset = self._names.model(name), self._names.dataset(name)
        if dataset is not None and (model is None or "/" in name):
            # In running text, the words for a part of a set are the sentence's own, and tell what was done with it.
            if set_alone(name) and self._names.entry("dataset", *split_organisation(name)) is None:
                return None
            return Known("dataset", dataset.id)
        return Known("model", model.id) if model is not None and not self._is_another_word(name) else None

    def _is_another_word(self, name: str) -> bool:
        """Whether a model is so called in other letters alone.

        `SAM` is a model, and Sam is somebody; `Phi` is one, and PHI stands for what is known of patients.
        """
        short = name.isupper() and len(name) <= _LETTERS_OF_AN_ACRONYM
        if not (name.isalpha() and (short or name.istitle())):
            return False
        entry = self._names.model_entry(name)
        other = name.title() if short else name.upper()
        return entry is not None and other in entry.aliases and name not in entry.aliases

    def _is_provider(self, name: str, service: ServiceRecord) -> bool:
        """Whether a name only says whose service it was."""
        if service.id == service.provider:
            return True
        provider = self._names.provider_record(service.provider)
        spoken = set(words(name)) - {"api", "the", "platform", "service"}
        named = (service.provider, *((provider.name, *provider.aliases) if provider else ()))
        return any(spoken == set(words(one)) for one in named)

    def published_name(self, name: str) -> str | None:
        """The name of a hub under which the registry holds the model that a file or folder is called like."""
        entry = None if "/" in name else self._names.model_entry(name)
        owners = {one.split("/")[0] for one in entry.names if "/" in one} if entry is not None else set()
        full = [f"{owner}/{name}" for owner in sorted(owners)]
        held = [one for one in full if (found := self._names.model_entry(one)) and found.id == entry.id]  # type: ignore[union-attr]
        return held[0] if len(held) == 1 else None

    def is_from(self, name: str, other: str) -> bool:
        """Whether a model may have been made from another: its record says so, or it has none."""
        record = self._names.model(name)
        theirs = self(other)
        if record is None or theirs is None:
            return True
        return any((told := self(one)) is not None and told.record == theirs.record for one in record.base)

    def made_of(self, name: str) -> frozenset[str]:
        """The records of what a data set's own record says that its rows come from."""
        record = self._names.dataset(name)
        steps = record.ancestry.steps if record is not None and record.ancestry is not None else ()
        named = (each for step in steps for inputs in step.inputs.values() for each in inputs)
        return frozenset(
            told.record for each in named if (told := self(each)) is not None and told.record is not None
        )

    def endpoint(self, name: str) -> tuple[str | None, str | None]:
        """Provider and route that a model string tells, even where what runs there has no record."""
        service = self._names.service(name)
        return (service.provider, service.route) if service else (None, None)

    def owner(self, name: str) -> str | None:
        """Name of the party that an organisation belongs to."""
        organisation, _ = split_organisation(name)
        return (self._names.owner(name) or organisation) if organisation else None

    def licences(self, text: str) -> frozenset[str]:
        """Ids of the licences that a text may name; none where it is not read."""
        return frozenset(one for ids in self._licences.read(text).alternatives for one in ids)

    def limits(self, text: str) -> frozenset[str]:
        """Which limits a licence text sets on what is made from the thing."""
        return self._licences.traits(self.licences(text)) & frozenset(_LIMITS)

    def leaves_out_uses(self, text: str, by: str) -> bool:
        """Whether a licence forbids uses of what is made from the thing, and another, known one forbids none."""
        theirs, mine = (self._licences.traits(self.licences(one)) for one in (text, by))
        return _USES in theirs and bool(mine) and _USES not in mine

    def left_out(self, text: str, by: str) -> frozenset[str]:
        """Which limits of a licence another one leaves out; what is given to everybody leaves out credit too."""
        theirs, mine = (self._licences.traits(self.licences(one)) for one in (text, by))
        given_away = frozenset({"attribution"}) if "public-domain" in mine else frozenset()
        return (theirs & (frozenset(_LIMITS) | given_away)) - mine

    def known_licence(self, name: str) -> str | None:
        """The licence that the registry records for a model or data set."""
        record = self._names.dataset(name) or self._names.model(name)
        return record.licence if record else None

    def known_licence_ids(self, name: str) -> tuple[str, ...]:
        """Every licence that the registry records for a name, with statements that differ."""
        record = self._names.dataset(name) or self._names.model(name)
        if record is None:
            return ()
        return tuple(filter(None, (record.licence, *(span.licence for span in record.licences))))


def is_known_model(one: Sighting, known: RegistryWords) -> bool:
    """Whether a word, or a folder of weights, is called as a known model is."""
    record = known(one.name)
    return is_hub_name(one.name) or (record is not None and record.kind == "model")
