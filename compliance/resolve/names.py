"""From names to registry records. An unknown name stays unknown; it never resolves to something permissive."""

from __future__ import annotations

import functools
import re

from compliance.model.knowledge import Registry
from compliance.model.registry import DatasetRecord, ModelRecord, Provider, ServiceRecord

HOSTS = {"azure": "microsoft", "bedrock": "aws", "vertex": "google"}
"""Whose service a route is, where it is not called like its provider."""


@functools.cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


class Names:
    """Look-ups in one registry."""

    def __init__(self, registry: Registry) -> None:
        """Prepare look-ups; `registry` is only read."""
        self._registry = registry

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


def _names_provider(record: Provider, text: str) -> bool:
    folded = text.lower()
    if any(re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", folded) for name in record.developers):
        return True
    return any(_pattern(pattern).search(text) for pattern in record.services)
