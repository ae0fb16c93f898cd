"""Faults of records that shapes do not show: unreadable templates, parties that are not there, ids given twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compliance.errors import FaultCollector, shown
from compliance.model.names.records import DatasetEntry, Entry, ModelEntry, Providers, Records, ServiceEntry
from compliance.model.names.template import TemplateError, expansions, template
from compliance.model.words.spelling import key, words

_KINDS = ("models", "datasets", "services")
MOST_ANCESTORS = 1_000
"""Things that one record may be made from; each of them is resolved like what a manifest names."""


def check_records(
    loaded: Sequence[Any], licences: set[str], faults: FaultCollector, bundled: Sequence[str]
) -> None:
    """Collect the faults of every file of records; `bundled` names the folders of the program."""
    files = [one for one in loaded if isinstance(one.value, Records)]
    parties = {key for one in files for key in one.value.parties}
    providers = {key for one in loaded if isinstance(one.value, Providers) for key in one.value.providers}
    seen: dict[tuple[str, str, str], str] = {}
    for one in files:
        layer = "" if one.shown.split("/")[0] in bundled else one.shown.split("/")[0]
        for party in one.value.parties:
            # Whose a model is decides more than what it is: a party of a bundled id would be another one unseen.
            _once(faults, one, seen, ("", "party", party), ("parties", party))
        for kind in _KINDS:
            for number, entry in enumerate(getattr(one.value, kind)):
                place = (kind, number)
                _once(faults, one, seen, (layer, kind, entry.id), (*place, "id"))
                for what, advice in _faults(entry, parties, providers, licences):
                    _report(faults, one, place, what, advice)


def _once(
    faults: FaultCollector,
    one: Any,
    seen: dict[tuple[str, str, str], str],
    key: tuple[str, str, str],
    path: Any,
) -> None:
    """Within one registry an id stands once; users' own records, but no parties, may take the place of bundled ones."""
    if key in seen:
        _report(
            faults,
            one,
            path,
            f"{key[1].removesuffix('s')} {key[2]!r} also stands in {seen[key]}",
            "rename one",
        )
    seen.setdefault(key, one.shown)


def _report(faults: FaultCollector, one: Any, path: Any, what: str, advice: str) -> None:
    faults.report(one.locate(tuple(path)) if one.locate else None, what, advice)


def _faults(
    entry: Entry, parties: set[str], providers: set[str], licences: set[str]
) -> Iterator[tuple[str, str]]:
    yield from _of_names(entry)
    if isinstance(entry, ServiceEntry):
        if entry.provider not in providers:
            yield (
                f"{entry.id}: no provider {entry.provider!r} is in the registry",
                "add it, or correct the id",
            )
        return
    owner = entry.developer if isinstance(entry, ModelEntry) else getattr(entry, "publisher", "")
    if owner not in parties:
        yield (
            f"{entry.id}: no party {owner!r} is in the registry",
            "add it under `parties`, or correct the id",
        )
    if _untold(entry):
        yield (
            f"{entry.id}: its making is said to be known, and nothing tells it",
            "write its `ancestry` or `base`, or leave `making` out",
        )
    if _ancestors(entry) > MOST_ANCESTORS:
        yield (
            f"{entry.id}: its ancestry names more than {MOST_ANCESTORS:,} things",
            "name what they were put together from",
        )
    for licence in sorted(set(_licences(entry)) - licences):
        yield f"{entry.id}: no licence {licence!r} is in the registry", "add it, or correct the id"


def _of_names(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is wrong with the names of a record, and with the words by which others' names hold it."""
    for text in (*entry.names, *entry.aliases):
        fault = unreadable(text, entry.slots)
        if fault:
            yield fault, "correct the template"
    if not entry.names and not entry.aliases:
        yield f"{entry.id}: has no name", "add `names`"
    for text in getattr(entry, "within", None) or ():
        if not words(text):
            yield (
                f"{entry.id}: {shown(text)} under `within` holds no word",
                "write words of names, or leave it out",
            )


def _ancestors(entry: Entry) -> int:
    """How many things the ancestry of a record names."""
    told = entry.ancestry if isinstance(entry, ModelEntry | DatasetEntry) else None
    return sum(len(names) for step in told.steps for names in step.inputs.values()) if told else 0


def _untold(entry: Entry) -> bool:
    """Whether a record closes the question how its artifact was made without telling what went into it.

    Of a foundation model whose developer published every set it was trained on, they need not all stand here.
    """
    if not isinstance(entry, ModelEntry | DatasetEntry) or entry.making != "known":
        return False
    if isinstance(entry, ModelEntry) and (entry.base or entry.stage == "foundation"):
        return False
    return entry.ancestry is None


def _licences(entry: Entry) -> Iterator[str]:
    if isinstance(entry, ModelEntry | DatasetEntry):
        yield from (span.licence for span in entry.licences)
        yield from filter(None, (entry.licence, entry.licence_recalled))
    yield from getattr(entry, "also_subject_to", ())
    yield from getattr(entry, "also_stated", ())
    yield from getattr(entry, "licences_of_versions", ())


def unreadable(text: str, slots: Mapping[str, tuple[str, ...]]) -> str | None:
    """What is wrong with a template, or None."""
    try:
        one = template(text, slots)
        samples = list(expansions(text, slots, 40))
    except TemplateError as error:
        return str(error)
    cut = next((sample for sample in samples if not one.names(key(sample))), None)
    return (
        f"{text!r} does not cover its own {cut!r}: a word or number is cut between its pieces"
        if cut
        else None
    )
