"""Names of the folder's own configurations that look like a hub's: `tune/heron` for `config/tune/heron.yaml`."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Sequence

from compliance.acquire.walk import TextFile
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import Sighting

_SETTINGS = frozenset({".yaml", ".yml", ".json", ".toml"})


def without_own_paths(
    sightings: Iterable[Sighting], files: Sequence[TextFile], known: RegistryWords
) -> list[Sighting]:
    """The sightings without those by settings or code of what is only a configuration of the folder.

    What the registry knows by such a name stays: settings may be called after the model that they are for.
    """
    own = {_called(one.name) for one in files if one.suffix in _SETTINGS and "/" in one.name}
    return [
        one
        for one in sightings
        if one.source not in ("config", "code") or one.name not in own or known(one.name) is not None
    ]


def _called(name: str) -> str:
    """The last folder and the stem of a file: how what puts configurations together calls it."""
    path = pathlib.PurePosixPath(name)
    return f"{path.parent.name}/{path.stem}"
