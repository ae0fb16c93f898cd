"""Parts of what a bundled record tells of whose own making nobody looked up: asked of the whole, not one by one.

A record that names what a base learned from asks more than one that names nothing, if each set without a looked-up
record is a question to whoever starts from the base. That it was not looked up is a limit of the registry: the whole is
asked once, with what is behind it, and what is stated of the whole answers for these parts. What has a writer on
record, keeps its making to itself or bears a name that speaks of a model is asked or read by itself, as before.
"""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.lineage import PARTS_NOT_LOOKED_UP, Artifact, Making
from compliance.resolve.lineage.ancestry import Expanded, record_of
from compliance.resolve.lineage.documented import closes
from compliance.resolve.names.lookup import Names
from compliance.values import replace

_CONTENT = ("dataset", "document")
_WHOLE = ("model", "dataset")
_NAMED = 3
"""How many parts are named where something is asked of the whole."""


def with_wholes_asked(artifacts: Mapping[str, Artifact], full: Expanded, names: Names) -> dict[str, Artifact]:
    """The artifacts, with the open making of parts that bundled records name told of the whole that they are in."""
    found = dict(artifacts)
    asked: dict[str, list[str]] = {}
    for key, artifact in artifacts.items():
        if not _is_only_not_looked_up(key, artifact, full, names):
            continue
        whole = full.root(key)
        if _is_behind_foundations(key, artifacts, full, names):
            found[key] = replace(artifact, making=Making("foundation", PARTS_NOT_LOOKED_UP))
        elif _answers(whole, artifacts[whole], full, names):
            stated = _is_documented(whole, artifacts[whole], full)
            found[key] = replace(artifact, making=_BY_THE_WHOLE if stated else _ASKED_OF_THE_WHOLE)
            if not stated:
                asked.setdefault(whole, []).append(artifact.name)
    for whole, parts in asked.items():
        if artifacts[whole].making.state != "open":
            found[whole] = replace(artifacts[whole], making=Making("open", _told(parts)))
    return found


_BY_THE_WHOLE = Making("known", "documented")
_ASKED_OF_THE_WHOLE = Making("elsewhere", "what the whole that it is in was made from")


def _is_only_not_looked_up(key: str, artifact: Artifact, full: Expanded, names: Names) -> bool:
    """Whether nothing is known of how a part was made, and all that names it are bundled records."""
    if artifact.making.state != "open" or artifact.making.hints or artifact.kind not in _CONTENT:
        return False
    if not full.named_by.by_records_alone(key, full.root(key)):
        return False
    record = record_of(full.artifacts[key], names)
    return record is None or (record.making == "not-looked-up" and not record.own)


def _is_behind_foundations(key: str, artifacts: Mapping[str, Artifact], full: Expanded, names: Names) -> bool:
    """Whether every model whose record names the part, itself or by a mix of sets, is a foundation's own."""
    seen: set[str] = set()
    pending = list(full.named_by.records[key])
    while pending:
        whole = pending.pop()
        if whole in seen:
            continue
        seen.add(whole)
        if artifacts[whole].kind == "model":
            record = record_of(full.artifacts[whole], names)
            if getattr(record, "stage", None) != "foundation" or full.writing.writers(whole):
                return False
        elif whole in full.named_by.records and whole not in full.named_by.others:
            pending += full.named_by.records[whole]
        else:
            return False
    return True


def _answers(whole: str, artifact: Artifact, full: Expanded, names: Names) -> bool:
    """Whether the artifact is one as a bundled record has it, so that what is stated of it answers for its parts."""
    record = record_of(full.artifacts[whole], names)
    as_recorded = record is not None and not record.own and not full.writing.writers(whole)
    return as_recorded and artifact.kind in _WHOLE and artifact.making.state in ("known", "open")


def _is_documented(whole: str, artifact: Artifact, full: Expanded) -> bool:
    """Whether the manifest says where it is documented how the whole was made, and nothing speaks against it."""
    return artifact.making.state == "known" and closes(full.artifacts[whole].documented)


def _told(parts: list[str]) -> str:
    """That parts of a whole were not looked up, by the first of their names."""
    named = [*parts[:_NAMED], *([f"{len(parts) - _NAMED} more"] if len(parts) > _NAMED else [])]
    listed = " and ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
    return f"the registry names {listed} behind it, whose making was not looked up"
