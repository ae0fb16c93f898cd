"""What a manifest says of an artifact, held against what the registry knows of its name.

Neither silently wins. Each difference is recorded with the assurance of the record; the manifest may say why its own
word holds: a separate licence, another revision, a record that is wrong.
"""

from __future__ import annotations

import re
from typing import Literal, Protocol

from compliance.model.lineage import Contradiction
from compliance.model.manifest import Artifact as Declared
from compliance.model.registry import DatasetRecord, ModelRecord, ServiceRecord
from compliance.resolve.names import Names

_CUSTOM = frozenset(
    {"custom", "use-limits", "user-threshold", "revenue-limit", "gated", "research-only", "non-production"}
)
"""Traits of licences that people file under "other"."""


class Stated(Protocol):
    """What this module needs to know of how an artifact came to be."""

    @property
    def made(self) -> bool: ...  # noqa: D102
    @property
    def made_here(self) -> bool: ...  # noqa: D102
    @property
    def left_out(self) -> tuple[str, ...]: ...  # noqa: D102


def licence_against_record(
    declared: Declared, known: tuple[str, ...], names: Names
) -> Literal["silent", "agrees", "differs", "settled"]:
    """How a declared licence stands to those that the record of the name knows."""
    reading = names.licence(declared.license)
    says = getattr(
        reading, "says", "unread" if reading.unread else "licence" if reading.together else "nothing"
    )
    if says == "nothing":
        return "silent"
    if declared.against_record is not None:
        return "settled"
    if says == "other":
        return "agrees" if names.traits(known) & _CUSTOM else "differs"
    options = reading.options or (reading.together,)
    if not reading.unread and any(ids and set(ids) <= set(known) for ids in options):
        return "agrees"
    return "differs"


def contradictions(
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    service: ServiceRecord | None,
    origin: Stated,
    names: Names,
) -> tuple[Contradiction, ...]:
    """Everything in which the manifest and the registry disagree about one artifact."""
    found = []
    settled = declared.against_record is not None
    if record is not None:
        name, sure = f"registry record {record.id}", record.assurance
        known = _licences(record)
        if (
            declared.license
            and known
            and not origin.made
            and _licence_differs(declared, record, known, names)
        ):
            found.append(Contradiction("licence", declared.license, " or ".join(known), name, sure, settled))
        kind = "dataset" if isinstance(record, DatasetRecord) else "model"
        if declared.kind not in (kind, "service"):
            found.append(Contradiction("kind", declared.kind, kind, name, sure, settled))
        maker = getattr(record, "developer", None) or getattr(record, "publisher", None)
        if (
            declared.developer
            and maker
            and not origin.made
            and not same_party(declared.developer, maker, names)
        ):
            found.append(Contradiction("developer", declared.developer, maker, name, sure, settled))
        if origin.left_out:
            left = ", ".join(dict.fromkeys(origin.left_out))
            found.append(Contradiction("ancestry", "its steps in the manifest", left, name, sure, settled))
    found += _hosted(declared, record, service, names, settled)
    return tuple(found)


def _licences(record: ModelRecord | DatasetRecord) -> tuple[str, ...]:
    spans = tuple(span.licence for span in getattr(record, "licences", ()))
    extra = tuple(getattr(record, "also_subject_to", ()))
    return tuple(dict.fromkeys([*spans, *([record.licence] if record.licence else []), *extra]))


def _licence_differs(
    declared: Declared, record: ModelRecord | DatasetRecord, known: tuple[str, ...], names: Names
) -> bool:
    reading = names.licence(declared.license)
    if not reading.together and not reading.options and not reading.unread:
        return licence_against_record(declared, known, names) == "differs"
    options = reading.options or (reading.together,)
    return bool(reading.unread) or not any(ids and set(ids) <= set(known) for ids in options)


def _hosted(
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    service: ServiceRecord | None,
    names: Names,
    settled: bool,
) -> list[Contradiction]:
    """Differences about whose service an artifact is."""
    if declared.kind == "model" and record is None and declared.name:
        hosted = names.service(declared.name)
        if hosted is not None:
            source = f"registry of services, {hosted.family}"
            return [Contradiction("kind", "model", "service", source, "secondary", settled)]
    if service is None or not declared.provider or declared.provider == service.provider:
        return []
    if declared.provider in names.hosts_of(service):
        return []
    source = f"registry of services, {service.family}"
    return [Contradiction("provider", declared.provider, service.provider, source, "secondary", settled)]


def _differ(one: str, other: str, names: Names) -> bool:
    return not (names_nobody(one) or names_nobody(other) or same_party(one, other, names))


def same_party(one: str, other: str, names: Names) -> bool:
    """Whether two names of developers may mean the same: equal in the registry, or sharing a telling word."""
    if names_nobody(one) or names_nobody(other):
        return False
    if one.strip().lower() == other.strip().lower():
        return True
    first, second = names.provider(one), names.provider(other)
    if first is not None and first == second:
        return True
    telling = _words(one), _words(other)
    if not any(telling):
        return bool(_all_words(one) & _all_words(other))
    return bool(telling[0] & telling[1])


def names_nobody(text: str) -> bool:
    """Whether the words stand for nobody in particular, as "community" or "various" do."""
    return not _all_words(text) - _NOBODY


_NOBODY = frozenset(
    {
        "various", "individual", "individuals", "company", "community", "crowd", "unknown", "people", "users", "author",
        "authors",
    }
)  # fmt: skip
_TELLS_NOTHING = _NOBODY | {
    "ai", "lab", "labs", "inc", "the", "of", "and", "research", "team", "university", "institute", "group",
}  # fmt: skip


def _words(text: str) -> set[str]:
    return _all_words(text) - _TELLS_NOTHING


def _all_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))
