"""The few look-ups in the product's registry that notes need: whose terms or licence is meant."""

from __future__ import annotations

from compliance.model.knowledge import Registry
from compliance.resolve.licence_text import LicenceReader
from compliance.resolve.names import Names


class Lookups:
    """Names as the product reads them; without a registry nothing is known."""

    def __init__(self, registry: Registry | None = None) -> None:
        """Prepare look-ups in a registry."""
        self._registry = registry
        self._names = Names(registry) if registry is not None else None
        self._reader = LicenceReader(registry) if registry is not None else None

    def provider(self, *texts: str | None) -> str | None:
        """Id of the provider that one of the texts names."""
        return self._names.provider(*texts) if self._names else None

    def licences(self, text: str | None) -> list[str]:
        """Ids of the licences that a text names together."""
        return list(self._reader.read(text).together) if self._reader else []

    def is_unsettled(self, text: str) -> bool:
        """Whether the registry reads a text, as it stands, as a licence of which it is open which one holds."""
        if self._registry is None or not text:
            return False
        return any("ambiguous" in self._registry.licences[key].traits for key in self.licences(text))
