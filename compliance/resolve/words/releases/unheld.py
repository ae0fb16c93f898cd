"""What releases say to be in them, held against what stands behind them: what is not there is asked.

Neither what is said nor the lineage silently wins. A notice for something that is there too, of its family or of whose
it is, is more than is due, and no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compliance.model.declared.lineage import Artifact, Making
from compliance.model.declared.manifest import Manifest, Release, Step
from compliance.model.declared.stated import Documentation
from compliance.model.names.records import DatasetEntry, ModelEntry, ServiceEntry
from compliance.model.names.set_words import ADDRESS
from compliance.model.words.spelling import split_organisation, words
from compliance.resolve.lineage.writing import Writing, reads
from compliance.resolve.names.prepared import Lookups
from compliance.resolve.words.prose.claim import Claim, once
from compliance.resolve.words.releases.claimed import claims
from compliance.values import replace

_WEIGHTS_OR_WORDS = ("model", "service", "dataset", "document")


class _Behind:
    """What stands behind releases, by the steps of the manifest and of known ancestry."""

    def __init__(
        self, artifacts: Mapping[str, Artifact], steps: Sequence[Step], manifest: Manifest, held: Lookups
    ) -> None:
        self._artifacts, self._writing, self._held = artifacts, Writing(steps), held
        self._loaded = [
            item
            for step in manifest.steps
            if step.kind == "fetch" and not step.outputs
            for item in reads(step)
        ]
        self._known: dict[object, dict[str, bool]] = {}

    def holds(self, key: str, claim: Claim) -> bool:
        """Whether what is claimed stands behind a released artifact, or is what is released."""

        def fits(item: str) -> bool:
            return item in self._artifacts and _fits(self._artifacts[item], claim, self._held)

        # What was made here is not what it was made from, whatever label or name it was given.
        itself = [] if self._writing.makers(key, known=False) else [key]
        if any(fits(item) for item in (*itself, *self._loaded)):
            return True
        entry = (type(claim.entry).__name__, claim.entry.id) if claim.entry else ()
        wanted = (claim.called, claim.licences, claim.parties, entry)
        return self._writing.some_behind(key, fits, self._known.setdefault(wanted, {}))


def with_claims_asked(
    artifacts: Mapping[str, Artifact], steps: Sequence[Step], manifest: Manifest, held: Lookups
) -> dict[str, Artifact]:
    """The artifacts, with the making of those left open whose releases say to hold what does not stand behind them."""
    behind = _Behind(artifacts, steps, manifest, held)
    found = dict(artifacts)
    for release in manifest.releases:
        key = release.artifact
        unmet = list(_unmet(release, manifest, behind, held)) if key in found else []
        if unmet:
            found[key] = replace(found[key], making=_asked(found[key].making, unmet))
    return found


def _unmet(release: Release, manifest: Manifest, behind: _Behind, held: Lookups) -> Iterator[Claim]:
    declared = manifest.artifacts[release.artifact]
    told = declared.documented
    denied = {_letters(one) for one in told.not_from} if isinstance(told, Documentation) else set()
    ours = _ours(release, manifest, held)
    called = {_letters(split_organisation(one)[1]) for one in (release.name, declared.name) if one}
    for one in once(claims(release, declared, held)):
        bare = _letters(split_organisation(one.called)[1])
        if (
            {_letters(one.called), bare} & denied
            or (bare in called and one.entry is None)
            or _is_of(ours, one, held)
        ):
            continue
        if not behind.holds(release.artifact, one):
            yield one


def _ours(release: Release, manifest: Manifest, held: Lookups) -> set[str]:
    """Ids of whoever puts a release out, as parties and as providers."""
    by = manifest.parties.get(release.by or "")
    grouped = [one.name for one in manifest.parties.values() if one.affiliate == "yes"]
    named = [by.name] if by else [manifest.publisher.name, *grouped]
    return {
        one
        for name in named
        for one in (held.names.party(name), held.names.provider(name))
        if one is not None
    }


def _is_of(ours: set[str], claim: Claim, held: Lookups) -> bool:
    """Whether what is claimed is the releaser's own: who wrote a text may put it on what it makes itself."""
    entry = claim.entry
    if isinstance(entry, ModelEntry | DatasetEntry | ServiceEntry):
        return _maker(entry) in ours
    texts = [
        held.registry.licences[one].instrument for one in claim.licences if one in held.registry.licences
    ]
    houses = {text.partition("/")[0] for text in texts if text}
    return bool(ours) and any({one, held.names.party(one), held.names.provider(one)} & ours for one in houses)


def _maker(entry: ModelEntry | DatasetEntry | ServiceEntry) -> str | None:
    if isinstance(entry, ModelEntry):
        return entry.developer
    return entry.publisher if isinstance(entry, DatasetEntry) else entry.provider


def _fits(item: Artifact, claim: Claim, held: Lookups) -> bool:
    """Whether an artifact is what is claimed, by its licence, its name, its family or whose it is."""
    under = _under(item, held)
    called = _letters(split_organisation(claim.called)[1])
    due = (line for one in under for field, line in held.registry.set_words.get(one, ()) if field != ADDRESS)
    if under & claim.licences or any(called in _letters(line) for line in due):
        return True
    if item.kind not in _WEIGHTS_OR_WORDS:
        return False
    if any(_stands_in(split_organisation(one)[1], item.name) for one in claim.names(held)):
        return True
    if claim.parties & {item.provider, held.names.provider(item.developer), held.names.provider(item.name)}:
        return True
    return claim.entry is not None and _is_related(item, claim.entry, held)


def _stands_in(called: str, name: str) -> bool:
    """Whether a name stands in another; a short one as a word of its own."""
    letters = _letters(called)
    return letters in (_letters(name) if len(letters) > _SHORT else map(_letters, words(name)))


_SHORT = 3


def _under(item: Artifact, held: Lookups) -> set[str]:
    """The licences under which an artifact may stand, by what is said of it and by every word of its record."""
    sets = [item.licences, *item.licence_options, *(ids for said in item.statement_licences for ids in said)]
    found = {one for ids in sets for one in ids}
    names = (item.name, *held.names.derived_from(item.name))
    for record in (*map(held.names.model, names), *map(held.names.dataset, names)):
        if record is not None:
            also = (*getattr(record, "also_stated", ()), *getattr(record, "also_subject_to", ()))
            stated = (
                record.licence,
                record.licence_recalled,
                *also,
                *getattr(record, "licences_of_versions", ()),
            )
            found |= {one for one in (*stated, *(span.licence for span in record.licences)) if one}
    return found


def _is_related(item: Artifact, entry: object, held: Lookups) -> bool:
    """Whether an artifact is what an entry tells of, by its record or that of what its name comes from."""
    if isinstance(entry, ModelEntry):
        names = (item.name, *held.names.derived_from(item.name))
        records = [one for one in map(held.names.model_entry, names) if one is not None]
        return any(one.id == entry.id or one.family == entry.family for one in records)
    if isinstance(entry, ServiceEntry):
        return entry.provider in (item.provider, held.names.provider(item.name))
    return (
        isinstance(entry, DatasetEntry)
        and held.names.dataset(item.name) is not None
        and (
            held.names.dataset(item.name).id == entry.id  # type: ignore[union-attr]
        )
    )


def _asked(making: Making, unmet: Sequence[Claim]) -> Making:
    """A making that is open for what is claimed and not there."""
    told = " and ".join(dict.fromkeys(f"“{_short(one.told)}”" for one in unmet[:_TOLD]))
    why = f"its release shows {told}, and nothing of the kind stands behind it"
    hints = tuple(dict.fromkeys((*making.hints, *(one.called for one in unmet))))
    if making.state == "open" and not making.claimed:
        return replace(making, why=f"{making.why}; {why}", hints=hints, noted=())
    claimed = f"{making.claimed} and {told}" if making.claimed else told
    return replace(making, state="open", why=why, hints=hints, claimed=claimed)


_TOLD = 3
_LONGEST = 100
"""How many of them a question names, and how many letters of each."""


def _short(told: str) -> str:
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rsplit(' ', 1)[0]} …"


def _letters(text: str) -> str:
    """Letters and figures alone: breaks and points make no difference between names."""
    return "".join(char for char in text.casefold() if char.isalnum())
