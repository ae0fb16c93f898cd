"""What the manifest says of the folder's own rows against the card of these: their licence, and when they were made."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.acquire.prose.periods import months_of
from compliance.intake.against.placed import placed
from compliance.intake.disagreeing.statements import Contradiction, Said, said_by
from compliance.intake.folder import Scan
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.releases import Released
from compliance.load.manifest.manifest import LoadedManifest
from compliance.model.declared.manifest import Artifact
from compliance.model.words.spelling import words

_MAKING = frozenset({"collected", "written", "compiled", "annotated", "generated"})
"""What is done with rows while they are made."""


def of_own_sets(loaded: LoadedManifest, scan: Scan, known: RegistryWords) -> Iterator[Contradiction]:
    """Licences and times that the manifest gives rows, and that their own card gives otherwise."""
    for key, artifact, card in _cards(loaded, scan):
        yield from _licence(loaded, key, artifact, card, known)
        yield from _time(loaded, key, card, scan)


def _cards(loaded: LoadedManifest, scan: Scan) -> Iterator[tuple[str, Artifact, Released]]:
    """The manifest's rows that have a card here: by their name, or as the one set of the publisher and the one card."""
    cards = [one for one in scan.released if one.kind == "dataset" and one.own_card]
    owners = {one.name.split("/")[0].lower() for one in scan.released if "/" in one.name}
    own = [
        (key, one)
        for key, one in loaded.manifest.artifacts.items()
        if one.kind == "dataset" and one.name and (_owner(one.name) in owners | {""})
    ]
    for key, one in own:
        named = [card for card in cards if _bare(card.name) == _bare(one.name or "")]
        if not named and len(own) == len(cards) == 1:
            named = cards
        if len(named) == 1:
            yield key, one, named[0]


def _owner(name: str) -> str:
    return name.split("/")[0].lower() if "/" in name else ""


def _bare(name: str) -> tuple[str, ...]:
    return tuple(words(name.rsplit("/", 1)[-1]))


def _licence(
    loaded: LoadedManifest, key: str, artifact: Artifact, card: Released, known: RegistryWords
) -> Iterator[Contradiction]:
    mine = known.licences(artifact.license or "")
    others = [
        one for one in card.statements if (read := known.licences(one.text)) and mine and not (read & mine)
    ]
    if others:
        said = Said(f"license: {artifact.license}", placed(loaded, ("artifacts", key, "license")))
        texts = ", ".join(dict.fromkeys(one.text for one in others))
        why = f"the manifest says {artifact.license}, the card of these rows says {texts}"
        yield Contradiction("licence", artifact.name or key, (said, *map(said_by, others)), why)


def _time(loaded: LoadedManifest, key: str, card: Released, scan: Scan) -> Iterator[Contradiction]:
    """When the manifest says that rows were made, where their card tells only other times."""
    told = [
        one
        for one in scan.found.figures
        if one.kind == "period" and one.about in _MAKING and one.source == "document"
        and one.place.file == card.place.file
    ]  # fmt: skip
    for number, step in enumerate(loaded.manifest.steps):
        span = _months(str(step.period)) if step.period and key in step.outputs else None
        if span and told and all(one.high < span[0] or span[1] < one.low for one in told):
            said = Said(f"period: {step.period}", placed(loaded, ("steps", number, "period")))
            why = f"the manifest says {step.period}, the card of these rows tells another time"
            yield Contradiction("date", key, (said, *map(said_by, told)), why)


def _months(period: str) -> tuple[float, float] | None:
    """The first and the last month of a period.

    >>> _months("2023-02/2023-03") == (2023 * 12 + 1, 2023 * 12 + 2), _months("2024") == (2024 * 12, 2024 * 12 + 11)
    (True, True)
    """
    ends = period.split("/")
    first, last = (
        f"{one}-{fill}" if len(one) == 4 else one for one, fill in ((ends[0], "01"), (ends[-1], "12"))
    )
    begin, end = months_of(first), months_of(last)
    return None if begin is None or end is None else (begin, end)
