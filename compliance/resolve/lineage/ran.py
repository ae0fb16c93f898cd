"""Who ran the models that are documented to have written something: of one's own works, oneself.

The same is said by a step and by `documented`, and binds the same party either way.
"""

from __future__ import annotations

from compliance.model.declared.manifest import Artifact, Manifest
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names


def ran_by(artifact: Artifact, manifest: Manifest, names: Names) -> str | None:
    """Name of the party of the publisher's group whose work an artifact is; None where it may be somebody else's."""
    if artifact.name and (names.dataset(artifact.name) or names.model(artifact.name)):
        return None
    publisher = manifest.publisher.name
    house = {
        publisher.strip().lower(): publisher,
        **{p.name.strip().lower(): p.name for p in manifest.parties.values() if p.affiliate == "yes"},
    }
    if artifact.developer is not None and artifact.origin != "own":
        return house.get(artifact.developer.strip().lower())
    if artifact.origin != "unknown":
        return publisher if artifact.origin == "own" else None
    return publisher if not artifact.name or _from_own_account(artifact.name, manifest) else None


def _from_own_account(name: str, manifest: Manifest) -> bool:
    """Whether the publisher puts its own releases out under the same account."""
    own = (None, manifest.publisher.id)
    accounts = {
        (split_organisation(release.name)[0] or "").lower()
        for release in manifest.releases
        if release.name and release.by in own
    }
    return (split_organisation(name)[0] or "").lower() in accounts - {""}
