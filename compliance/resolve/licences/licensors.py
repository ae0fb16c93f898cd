"""Permissions under a licence that somebody else's work bears, too: each licensor gives its own.

`permission: {cc-by-nc-4.0: …}` speaks of every work under that licence. Where the papers behind it are signed by some
licensors alone, those of the other works have permitted nothing, and whether it is held is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from compliance.model.declared.manifest import Artifact, Manifest, Party
from compliance.model.declared.stated import Answered, Evidence, Witnessed
from compliance.model.words.spelling import split_organisation
from compliance.resolve.licences.signatures import signs
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.lineage.ancestry import record_of
from compliance.resolve.names.lookup import Names

_AnyParty = TypeVar("_AnyParty", bound=Party)


def without_others_permissions(
    manifest: Manifest, names: Names, licences: LicenceReader
) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with permissions unknown that not every licensor signed, and what is said of each."""
    told: list[str] = []
    given = _Licensors(manifest, names, licences, told)
    publisher = given.party(manifest.publisher, "publisher")
    parties = {key: given.party(party, f"parties.{key}") for key, party in manifest.parties.items()}
    if not told:
        return manifest, ()
    return manifest.model_copy(update={"publisher": publisher, "parties": parties}), tuple(told)


class _Licensors:
    """Whose the works of a manifest are, held against who signed."""

    def __init__(self, manifest: Manifest, names: Names, licences: LicenceReader, told: list[str]) -> None:
        self._manifest, self._names, self._licences, self._told = manifest, names, licences, told

    def party(self, party: _AnyParty, path: str) -> _AnyParty:
        """A party, with permissions unknown that some licensor did not sign."""
        weak: dict[str, Answered] = {}
        for licence, answer in party.permission.items():
            signed = _signed(answer)
            if not signed or self._names.provider_record(licence) is not None:
                continue
            missing = tuple(self._unsigned(licence, signed))
            if missing:
                self._told.append(
                    f"the permission under {licence} at {path}: the licensor of {', '.join(missing)} is not among "
                    "those who signed; whether it is held is taken as not known: name a paper of each licensor"
                )
                weak[licence] = "unknown"
        return party.model_copy(update={"permission": {**party.permission, **weak}}) if weak else party

    def _unsigned(self, licence: str, signed: Sequence[str]) -> Iterator[str]:
        """The works under a licence whose licensor did not sign, as far as it is known who that is."""
        works = {key: one for key, one in self._manifest.artifacts.items() if self._bears(one, licence)}
        signers = {key: {by for by in signed if signs(by, self._givers(one))} for key, one in works.items()}
        for key, one in works.items():
            theirs = self._told_by_name(one) or {by for who in signers.values() for by in who} >= set(signed)
            if not signers[key] and theirs:
                yield key

    def _bears(self, artifact: Artifact, licence: str) -> bool:
        read = self._licences.read(artifact.license)
        named = licence in read.together or any(licence in ids for ids in read.alternatives)
        return named and artifact.kind != "service" and artifact.origin != "own"

    def _told_by_name(self, artifact: Artifact) -> bool:
        """Whether the licensor is known by more than an account, behind which anybody may sign."""
        owner = self._names.owner(artifact.name or "")
        return bool(artifact.developer or owner or record_of(artifact, self._names))

    def _givers(self, artifact: Artifact) -> tuple[str, ...]:
        account = split_organisation(artifact.name or "")[0]
        record = record_of(artifact, self._names)
        said = (
            artifact.developer,
            self._names.owner(artifact.name or ""),
            record.maker if record else None,
            account,
        )
        return tuple(dict.fromkeys(name for one in said if one for name in self._names.called(one)))


def _signed(answer: Answered) -> list[str]:
    """Who signed the papers behind a permission that is claimed; nobody where one of them says of none."""
    if not isinstance(answer, Witnessed) or answer.answer != "yes":
        return []
    papers: Sequence[Evidence] = answer.evidence
    return [one.signed_by for one in papers if one.signed_by] if all(one.signed_by for one in papers) else []
