"""A manifest in the making, with the way back to the note."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from benchmarks.notes.dates import span
from benchmarks.notes.lookups import Lookups
from benchmarks.notes.reading import NodeNote, Note
from compliance.model.manifest import Manifest
from compliance.model.shape import last_day

REVIEW_DAY = "2026-11-24"
"""The day on which the keys of notes without a date of their own were last reviewed."""


@dataclass(slots=True)
class Draft:
    """A manifest in the making, and what leads from its ids back to the note."""

    note: Note
    data: dict[str, Any]
    nodes: dict[str, str]
    """Artifact id to node id."""
    steps: dict[str, int]
    """Step id to step number."""
    parties: dict[str, str] = field(default_factory=dict)
    """Party id by name."""
    lookups: Lookups = field(default_factory=Lookups)
    """For facts that are kept per provider or licence."""

    def manifest(self) -> Manifest:
        """The manifest, validated."""
        return Manifest.model_validate(self.data)

    def node_of(self, artifact: str) -> str:
        """The node of an artifact; what known ancestry adds belongs to the node it was added for."""
        key = artifact.split("~")[0]
        return self.nodes.get(key, key)

    def artifact_of(self, node: str) -> str:
        """The artifact id of a node."""
        return next(key for key, value in self.nodes.items() if value == node)

    def node(self, artifact: str) -> NodeNote:
        """The node behind an artifact."""
        return must(self.note, self.nodes[artifact])

    def governing(self, node: NodeNote) -> list[str]:
        """Ids of the provider or the licences by which the product looks up answers about a source."""
        artifact = self.data["artifacts"][self.artifact_of(node.id)]
        if artifact["kind"] == "service":
            provider = self.lookups.provider(node.developer, node.name)
            return [provider] if provider else []
        return self.lookups.licences(artifact.get("license"))

    @property
    def as_of(self) -> datetime.date:
        """The day for which the answer is asked."""
        days = span(self.note.as_of)
        return days[1] if days else last_day(REVIEW_DAY)


def slug(text: str, taken: dict[str, str] | dict[str, int]) -> str:
    """A text as an id that is not yet taken."""
    base = re.sub(r"[^a-z0-9._+]+", "-", text.lower()).strip("-._+")[:60] or "x"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


def must(note: Note, node_id: str) -> NodeNote:
    """The node of an id that the note is known to have."""
    node = note.node(node_id)
    assert node is not None
    return node
