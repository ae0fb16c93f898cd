"""Statements and gaps of drafts: a fact of the manifest with its place, or the question and the line to write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.decide.disclose.material import Data, Material
from compliance.model.answered.disclosure import Gap, Said
from compliance.model.declared.lineage import Artifact
from compliance.model.packs.rule import FactEntry

_SAMPLE = {
    "yes-no": "true",
    "date": "2025-01/2025-06",
    "words": "[first, second]",
    "number": "1000",
    "text": '"…"',
}
_OPEN_ENDED = (
    "various",
    "etc",
    "and more",
    "and others",
    "miscellaneous",
    "among others",
    "other sources",
    "the internet",
)
"""Words that tell a reader nothing of where data comes from."""

Answers = tuple[tuple[Said, ...], tuple[Gap, ...]]


def place_of(artifact: Artifact) -> str:
    """Where an artifact is described."""
    if artifact.location and not artifact.added:
        return artifact.location
    records = dict.fromkeys(record for _, record in artifact.resolved)
    return f"registry: {', '.join(records)}" if records else "registry: known ancestry"


def entry(material: Material, name: str) -> FactEntry:
    """A fact of the catalogue."""
    return material.knowledge.facts[name]


def of_source(material: Material, data: Data, fact: str, words: str = "{value}") -> Answers:
    """What is said of a set of data, or the question."""
    artifact, key = data.artifact, fact.partition(".")[2]
    value = artifact.facts.get(key)
    if value in (None, "unknown"):
        return (), (
            _gap(material, fact, artifact.name, f"artifacts.{_entry_of(artifact)}", artifact.location),
        )
    return (Said(f"{artifact.name}: {words.format(value=shown(value))}", place_of(artifact)),), ()


def of_release(material: Material, fact: str, words: str = "{value}") -> Answers:
    """What is said of the release, or the question."""
    key, release = fact.partition(".")[2], material.release
    value = release.facts.get(key)
    place = material.lineage.locations.get(f"release:{release.key}")
    if value in (None, "unknown"):
        return (), (_gap(material, fact, material.name, f"releases, {release.key}", place),)
    return (Said(words.format(value=shown(value)), place or "release"),), ()


def of_publisher(material: Material, fact: str, words: str = "{value}") -> Answers:
    """What is said of the publisher, or the question."""
    publisher, key = material.lineage.releaser(material.release), fact.partition(".")[2]
    value = publisher.facts.get(key)
    if value in (None, "unknown"):
        return (), (_gap(material, fact, publisher.name, "publisher", None),)
    return (Said(words.format(value=shown(value)), "publisher"),), ()


def kinds_of(material: Material, data: Data) -> Answers:
    """The modalities of a set: the record's, those that are stated, or the only one that the release has."""
    one, all_kinds = data.artifact, material.release.facts.get("modalities")
    if one.modality and one.facts.get("modalities") is None:
        return (Said(f"{one.name}: modalities {one.modality}", place_of(one)),), ()
    if isinstance(all_kinds, list | tuple) and len(all_kinds) == 1 and one.facts.get("modalities") is None:
        return (Said(f"{one.name}: modalities {all_kinds[0]}", "release"),), ()
    return of_source(material, data, "source.modalities", "modalities {value}")


def all_of(given: Iterable[Answers]) -> Answers:
    """Several answers together."""
    said: list[Said] = []
    gaps: list[Gap] = []
    for some, missing in given:
        said += some
        gaps += missing
    return tuple(said), tuple(gaps)


def vague(said: Sequence[Said]) -> tuple[str, ...]:
    """Statements with words that tell nothing, or sizes without an end."""
    found = []
    for one in said:
        words = [word for word in _OPEN_ENDED if word in one.text.lower()]
        if words and not one.literal:
            found.append(
                f"“{one.text}” says {', '.join(repr(word) for word in words)}: name the kinds, or a range."
            )
    return tuple(found)


def sized(artifact: Artifact) -> str:
    """Its size as stated, with the digits of a number in groups."""
    tokens = artifact.tokens
    whole = isinstance(tokens, int | float) and float(tokens).is_integer()
    return f"{int(tokens):,} tokens" if whole else f"{tokens} tokens"  # type: ignore[arg-type]


def shown(value: object) -> str:
    """A value of a fact as text."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _entry_of(artifact: Artifact) -> str:
    return artifact.id.split("~")[0].split("#")[0]


def _gap(material: Material, fact: str, subject: str, holder: str, place: str | None) -> Gap:
    known = entry(material, fact)
    line = f"facts: {{{fact.partition('.')[2]}: {_SAMPLE.get(known.type, '…')}}}"
    question = known.question.replace("{subject}", subject)
    return Gap(question, f"{holder} ({place})" if place else holder, line, subject)
