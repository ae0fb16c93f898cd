"""From names to registry records. An unknown name stays unknown; it never resolves to something permissive."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from compliance.model.knowledge import Registry
from compliance.model.registry import DatasetRecord, LicenceRecord, ModelRecord, Provider, ServiceRecord

_NOTHING_SAID = re.compile(
    r"\s*(unknown|unclear|not stated|not set|none stated|none|no licen[cs]e|n/?a|tbd|various|mixed|other|"
    r"licen[cs]eref-unknown|see release|undecided|to be confirmed)?\s*",
    re.IGNORECASE,
)


HOSTS = {"azure": "microsoft", "bedrock": "aws", "vertex": "google"}
"""Whose service a route is, where it is not called like its provider."""


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
        self._exact = {key.lower(): record for key, record in registry.licences.items()}
        for record in registry.licences.values():
            if record.spdx:
                self._exact.setdefault(record.spdx.lower(), record)

    def service(self, name: str) -> ServiceRecord | None:
        """The record of an API model string."""
        return next((r for r in self._registry.services if _pattern(r.match).search(name)), None)

    def model(self, name: str) -> ModelRecord | None:
        """The record of an open-weight model name; the first match wins."""
        return next((r for r in self._registry.models if _pattern(r.match).search(name)), None)

    def dataset(self, name: str) -> DatasetRecord | None:
        """The record of a data set name."""
        return next((r for r in self._registry.datasets if _pattern(r.match).search(name)), None)

    def provider(self, *texts: str | None) -> str | None:
        """Id of the provider that any of the texts names, earlier texts first."""
        for text in texts:
            for key, record in self._registry.providers.items():
                if text and _names_provider(record, text):
                    return key
        return None

    def provider_record(self, key: str | None) -> Provider | None:
        """The record of a provider by its id."""
        return self._registry.providers.get(key) if key else None

    def hosts_of(self, service: ServiceRecord) -> frozenset[str]:
        """Ids of the providers by whose route somebody else's service is known to be sold."""
        maker = self._registry.providers.get(service.provider)
        routes = {route for row in (maker.governed if maker else ()) for route in row.route}
        return frozenset({HOSTS.get(route, route) for route in routes})

    def traits(self, ids: Iterable[str]) -> frozenset[str]:
        """Traits of the licences together."""
        held = self._registry.licences
        return frozenset(trait for key in ids if key in held for trait in held[key].traits)

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


def _names_provider(record: Provider, text: str) -> bool:
    folded = text.lower()
    if any(re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", folded) for name in record.developers):
        return True
    return any(_pattern(pattern).search(text) for pattern in record.services)
