"""What was taken from others by its own name, whatever label somebody put on it.

Whoever copies a site, scans a book or passes on what leaked can put a free licence on the file and no rights into it. A
set whose name tells of that holds works of others, as a crawl does: whether there is a basis for copying them is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.model.declared.manifest import ROWS, Artifact
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import record_of
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose.telling import site_words
from compliance.resolve.words.prose.works_of_others import taken_at_large

_TAKEN = regex(
    r"(?<![^\W\d_])(leaked|hacked|pirated|ripped from|bootleg(?:ged)?|scraped|crawled|torrented"
    r"|(?:text)?(?:books?|manga|comics?|magazines?|newspapers?|novels?|albums?|films?|movies?|cartoons?)"
    r"[ _-](?:scans?|rips?|dumps?))(?![^\W\d_])",
    flags=2,
)
"""Words for copies behind which rights of others stand."""
_COPY_OF = regex(r"(?<![^\W\d_])([Ss]cans?|[Rr]ips?|[Dd]umps?|[Ll]eaks?) of (?:the )?[A-Z]\w+")
"""Copies of something that has a name."""
_LET_USERS_LICENSE = frozenset(
    ("arxiv", "danbooru", "fandom", "flickr", "github code", "github issues", "soundcloud", "stack exchange",
     "stack overflow", "stackexchange", "stackoverflow", "vimeo", "wikipedia")
)  # fmt: skip
"""Sites whose writers put licences on what they publish there; people may have done what is said of them."""


def taken(artifact: Artifact, names: Names) -> str:
    """The word in a set's name that tells that it was taken from others; empty where none does, or it has a record."""
    name = artifact.name or ""
    stated = artifact.origin in ("own", "people", "third-party")
    if artifact.kind not in ROWS or not stated or record_of(artifact, names) is not None:
        return ""
    return next(_words(name, artifact), "")


def _words(name: str, artifact: Artifact) -> Iterator[str]:
    yield from (found.group(1) for found in _TAKEN.finditer(name))
    yield from (found.group(0) for found in _COPY_OF.finditer(name))
    yield from taken_at_large(name)
    if artifact.origin == "people" or artifact.kind == "document":
        # How rows came about that are called our own and bear the name of a site is asked before what is in them.
        yield from (word for word in site_words(name) if word.lower() not in _LET_USERS_LICENSE)


def taken_from_others(artifacts: Mapping[str, Artifact], names: Names) -> Iterator[str]:
    """A warning for each set that is taken for works of others by its name."""
    for key, artifact in artifacts.items():
        if word := taken(artifact, names):
            yield (
                f"artifact {key}: origin: {artifact.origin} is said of it, and its name tells of {word!r}; it is taken "
                "for works of others, as from the web, and a label that somebody put on them clears nothing"
            )
