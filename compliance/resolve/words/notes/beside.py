"""The sentences that stand beside an artifact in a manifest: where no rule reads them, and what they may mislead by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.manifest import Manifest, Release
from compliance.model.declared.stated import Documentation
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.words.prose.mentioned import told_beside


def ruled_out(key: str, full: Expanded) -> tuple[str, ...]:
    """Words of which the manifest says, at an artifact or a step that writes it, that nothing of theirs is in it."""
    pages = (full.artifacts[key].documented, *(step.documented for step in full.writing.writers(key)))
    return tuple(word for page in pages if isinstance(page, Documentation) for word in page.not_from)


def sentences(artifact: Declared, releases: Sequence[Release]) -> Iterator[str]:
    """What a manifest says of an artifact in sentences, where no rule reads them."""
    if isinstance(artifact.documented, Documentation):
        yield artifact.documented.where
    if artifact.revision and " " in artifact.revision.strip():
        yield artifact.revision
    yield from (value for value in artifact.facts.values() if isinstance(value, str))
    yield from (value for one in releases for value in one.facts.values() if isinstance(value, str))
    yield from (statement.where for statement in artifact.statements)
    yield from (
        notice for release in releases for notice in (*(release.notices or ()), *(release.channels or ()))
    )


def described(artifact: Declared) -> Iterator[str]:
    """What facts in words say that rows are, as a longer name would."""
    yield from (said for fact in _DESCRIBE if isinstance(said := artifact.facts.get(fact), str))


_DESCRIBE = ("described", "data_types", "data_points", "processing")


def shown(release: Release) -> Iterator[str]:
    """Notices and channels of a release, but for those that set it beside what they name.

    Of an interface that is built like somebody's, and of a house with which nobody has to do, nothing is in it.
    """
    said = (*(release.notices or ()), *(release.channels or ()))
    for text in said:
        if not (_BESIDE.search(text) or (told_beside(text) and not _AT_WORK.search(text))):
            yield text


def shows_at_work(release: Release) -> Iterator[str]:
    """Sentences of what is shown with a release that may name what is at work in it; longer ones are terms.

    >>> one = Release(artifact="app", notices=("Speech by Piper. " + "Whereas " * 60, "Free"))
    >>> list(shows_at_work(one))
    ['Speech by Piper.']
    """
    for text in shown(release):
        yield from (
            said
            for said in _ENDS.split(text)
            if len(said) <= _LONGEST_SENTENCE and _WORKS.search(said) and _PROPER.search(said[1:])
        )


_ENDS = regex(r"(?<=[.;!\n])\s+")
_LONGEST_SENTENCE = 300
_WORKS = regex(
    r"(?<![a-z])(?:by|with|via|uses?|using|from|through|includ(?:es?|ed|ing)|contains?|powered|runs?|on|built)(?![a-z])",
    re.IGNORECASE,
)
_PROPER = regex(r"[A-Z0-9]")
_BESIDE = regex(
    r"(?<![a-z])(?:compatible|compatibility|affiliated|endorsed|drop-?in|trade ?marks?|works with|plug-?ins?"
    r"|extensions?|(?:works?|sounds?|looks?) like|copyright|licen[cs]ed)(?![a-z])|©",
    re.IGNORECASE,
)
_AT_WORK = regex(
    r"(?<![a-z])(?:uses|powered by|falls? back|(?:sent|go(?:es)?|handed|passed) (?:on )?to|calls|relies on)(?![a-z])",
    re.IGNORECASE,
)
"""What says that a thing is at work, for whatever it is."""


def notes(key: str, full: Expanded) -> Iterator[str]:
    """What is noted of an artifact, and of the steps that write it; a note on fetching tells of what is fetched."""
    writers = (step for step in full.writing.writers(key) if step.kind != "fetch")
    noted = (full.artifacts[key].note, *(step.note for step in writers))
    yield from (note for note in noted if note)


def titles(manifest: Manifest, releases: Sequence[Release]) -> Iterator[str]:
    """What a project with one release, which is among those given, is called."""
    apart = {one.key.partition("@")[0] for one in manifest.releases}
    if len(apart) == 1 and releases and manifest.project.title:
        yield manifest.project.title


def labels(manifest: Manifest, releases: Sequence[Release]) -> Iterator[str]:
    """Ids by which releases go, and what a project with one release is called, where that is no comparison."""
    yield from (one.id for one in releases if one.id and one.id != one.artifact and "@" not in one.id)
    if len({one.key.partition("@")[0] for one in manifest.releases}) == 1 and releases:
        yield manifest.project.id
        yield from (title for title in titles(manifest, releases) if not told_beside(title))


def shared_titles(manifest: Manifest, releases: Sequence[Release]) -> Iterator[str]:
    """What a project with several releases, of which one is given, is called; it may be about the others."""
    if releases and manifest.project.title and not any(titles(manifest, releases)):
        yield manifest.project.title


def learned(releases: Sequence[Release]) -> Iterator[str]:
    """What facts of releases say in words of the data behind them, as a sentence on what was read."""
    yield from (
        f"trained on {said}"
        for one in releases
        if isinstance(said := one.facts.get("data_characteristics"), str)
    )


def put_out_as(releases: Sequence[Release]) -> Iterator[str]:
    """The names under which something is put out: of releases, and of repositories among their channels."""
    for release in releases:
        yield from [release.name] if release.name else []
        yield from (
            where.rstrip("/").rsplit("/", 1)[1]
            for where in release.channels or ()
            if _IN_REPOSITORY.search(where)
        )


_IN_REPOSITORY = regex(r"[\w.-]+/[\w.-]*\d[\w.-]*/*$")
"""An address, or a name with an organisation, that ends in a name with a figure."""
