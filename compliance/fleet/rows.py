"""What a fleet is told: one row an artifact, one row a parent."""

from __future__ import annotations

from typing import NamedTuple


class ArtifactRow(NamedTuple):
    """One artifact that somebody put out; what is not known is None."""

    id: str
    kind: str
    name: str | None = None
    owner: str | None = None
    """Who puts it out; the organisation in its id where None."""
    provider: str | None = None
    """Of a service."""
    licence: str | None = None
    released: str | None = None
    access: str | None = None
    commercial: str | None = None
    function: str | None = None
    route: str | None = None
    """By which a service is reached: direct, azure, bedrock, …"""
    plan: str | None = None
    origin: str | None = None
    """Of data: web, people, own or third-party."""
    country: str | None = None
    """Where its owner has its seat."""
    statements: str | None = None
    """What else is said of its licence, one statement a line."""
    put_out: str | None = None
    """`no` for what its owner only works with; rules are then not put to it as a release."""


class EdgeRow(NamedTuple):
    """One thing that an artifact was made from, and by which step."""

    child: str
    parent: str
    parent_kind: str | None = None
    step: str = "other"
    role: str = "unknown"
    period: str | None = None
    by: str | None = None
    """Who performed the step; the child's owner where None."""
    relation: str | None = None
    """What a hub calls it: finetune, adapter, merge, quantized, dataset."""
    child_kind: str | None = None
    """Of a model and a data set that share an id, as they may on a hub, which one is meant."""


ARTIFACT_COLUMNS = ArtifactRow._fields
EDGE_COLUMNS = EdgeRow._fields
Row = ArtifactRow | EdgeRow
