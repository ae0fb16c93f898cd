"""Whose own a work is: nobody is bound by a licence that they gave themselves.

A licence that anybody may give shows that of no one else; one that was written for somebody's works shows theirs, and
is taken for that of a work made from them, whoever calls it their own.
"""

from __future__ import annotations

from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names


def owned(
    artifact: Artifact,
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    publisher: str,
    names: Names,
    licences: LicenceReader,
    put_out_as: tuple[str, ...] = (),
) -> bool:
    """Whether the licence of an artifact that no step of the manifest makes is the publisher's own to give.

    By the registry that is told of models alone: a site that hands out what its users wrote is not who licensed it.
    """
    if (
        artifact.kind == "service"
        or artifact.contradicted
        or (artifact.maker is not None and not artifact.added)
    ):
        return False
    ours = names.party(publisher)
    theirs = names.party(record.maker) if record is not None else None
    by_record = isinstance(record, ModelRecord) and ours is not None and theirs == ours
    of_others = record is not None and (theirs is None or theirs != ours)
    said = declared.developer is not None and declared.developer.strip().lower() == publisher.strip().lower()
    # As resolved: what is called our own and was taken from others by its name is not ours.
    stated = not of_others and (
        artifact.origin == "own"
        or (said and artifact.origin == "unknown")
        # Rows that people wrote are licensed by whoever gathered and named them.
        or (artifact.origin == "people" and (said or _bears_name(declared, put_out_as, publisher)))
    )
    if not (stated or (by_record and artifact.origin in ("own", "unknown"))):
        return False
    if record is None and declared.kind == "model" and declared.name and names.derivative(declared.name):
        return False
    given = artifact.licence_options or (artifact.licences,)
    if artifact.licence_text and not any(given):
        # What nothing reads may be the licence of somebody else's work.
        return False
    return all(_may_give(one, ours, names, licences) for ids in given for one in ids)


def _bears_name(declared: Declared, put_out_as: tuple[str, ...], publisher: str) -> bool:
    """Whether rows stand under the publisher's name: that of their own, or of every release of them."""
    names = (declared.name,) if declared.name else put_out_as
    if declared.kind == "model" or not names:
        return False
    return all(
        "/" in one and one.partition("/")[0].strip().lower() == publisher.strip().lower() for one in names
    )


def _may_give(licence: str, ours: str | None, names: Names, licences: LicenceReader) -> bool:
    """Whether the publisher may have put a work of its own under a licence."""
    record = licences.record(licence)
    if record is None or record.spdx is not None:
        return record is not None
    writer = (record.instrument or "").partition("/")[0]
    return bool(writer) and ours is not None and names.party(writer) == ours
