"""What the notices of a release say of the licence of a source, where the manifest says another of it.

Takers read the notice. “Data: Meadow questions (CC BY 4.0)” beside a source under CC-BY-NC-4.0 tells them of a grant
that the manifest does not know, so both are statements about that source. A notice is read where it ties a licence to
the name of a source, and to nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.model.declared.manifest import Artifact, Manifest
from compliance.model.declared.stated import Statement
from compliance.model.words.spelling import split_organisation
from compliance.resolve.licences.against_record import versions_of_one
from compliance.resolve.licences.text import LicenceReader

_FEWEST_LETTERS = 5
"""A shorter name stands in too many words."""
_LONGEST = 60
"""Letters of the longest licence that is looked for beside a name."""


def with_noticed_licences(manifest: Manifest, licences: LicenceReader) -> Manifest:
    """The manifest, with what notices say otherwise of the licences of its sources as statements about these."""
    released = {release.artifact for release in manifest.releases}
    notices = [
        (release.key, one, one.lower()) for release in manifest.releases for one in release.notices or ()
    ]
    told = {
        key: [*artifact.statements, *found]
        for key, artifact in manifest.artifacts.items()
        if key not in released and (found := list(_differing(artifact, notices, licences)))
    }
    if not told:
        return manifest
    artifacts = {
        key: artifact.model_copy(update={"statements": tuple(told[key])}) if key in told else artifact
        for key, artifact in manifest.artifacts.items()
    }
    return manifest.model_copy(update={"artifacts": artifacts})


def _differing(
    artifact: Artifact, notices: Sequence[tuple[str, str, str]], licences: LicenceReader
) -> Iterator[Statement]:
    """What notices, each with its release and in small letters, say otherwise of one source."""
    names = [(name, name.lower()) for name in _names(artifact)]
    near = [(key, text) for key, text, small in notices if any(name in small for _, name in names)]
    stated = licences.read(artifact.license) if near else None
    if stated is None or stated.unread or not stated.alternatives:
        return
    told: dict[str, str] = {}
    for key, text in near:
        for said in (said for name, _ in names for said in _tied(name, text)):
            if _is_another(said, stated.alternatives, licences):
                told.setdefault(key, said)
    yield from (Statement(license=said, where=f"a notice of release {key}") for key, said in told.items())


def _names(artifact: Artifact) -> list[str]:
    """What a notice may call a source, as far as that is long enough to stand for it."""
    called = dict.fromkeys((artifact.name or "", split_organisation(artifact.name or "")[1]))
    return [one for one in called if len(one) >= _FEWEST_LETTERS]


def _tied(name: str, notice: str) -> Iterator[str]:
    """Texts that a notice ties to a name by its punctuation, as they stand there."""
    called = rf"(?<![\w/-]){re.escape(name)}(?![\w/-])"
    licence = rf"[^()\[\],;:\n]{{2,{_LONGEST}}}?"
    ways = (
        rf"{called}\s*[\[(]\s*({licence})\s*[\])]",
        rf"{called}\s*[,:–—-]\s*({licence})\s*[.;]?\s*$",
        rf"{called}\s+(?:is|are)\s+(?:licen[cs]ed|released|published)\s+under\s+(?:the\s+)?({licence})\s*[.;]?\s*$",
        rf"licen[cs]ed\s+under\s+(?:the\s+)?({licence})\s*:\s*{called}",
    )
    for way in ways:
        yield from (found.group(1).strip() for found in re.finditer(way, notice, re.IGNORECASE))


def _is_another(said: str, stated: tuple[tuple[str, ...], ...], licences: LicenceReader) -> bool:
    """Whether words name a licence, whole, and none of those that are stated."""
    read = licences.read(said)
    if read.unread or read.says != "licence" or len(read.alternatives) != 1:
        return False
    ours = {one for ids in stated for one in ids}
    named = set(read.alternatives[0])
    related = any(versions_of_one(one, other, licences) for one in named for other in ours)
    return not named & ours and not related
