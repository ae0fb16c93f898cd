"""Crawled rows that are called by the site they come from: that site's terms are looked at."""

from __future__ import annotations

import re

from compliance.model.declared.manifest import ROWS, Artifact, Manifest
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import split_organisation
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose.telling import site_words

SITES = (
    "YouTube", "Reddit", "Quora", "Pinterest", "Instagram", "TikTok", "Twitter", "Flickr", "Vimeo", "Twitch",
    "SoundCloud", "Goodreads", "Yelp", "Discord", "Telegram", "New York Times", "BBC", "The Guardian",
    "Financial Times", "Stack Overflow", "Stack Exchange", "IMDb", "DeviantArt", "ArtStation", "Bandcamp", "Substack",
    "Academia.edu", "Airbnb", "Amazon", "arXiv", "Booking.com", "Civitai", "Coursera", "Daily Mail", "eBay", "Facebook",
    "Fandom", "Fox News", "GitLab", "Glassdoor", "IGN", "LinkedIn", "Medium", "Netflix", "Snapchat", "SourceHut",
    "Spotify", "TripAdvisor", "Tumblr", "W3Schools", "Zillow",
)  # fmt: skip
"""Sites of whose terms rules speak, by the names under which they know them."""
_WHATEVER_THE_LICENCE = frozenset({"YouTube"})
"""Sites whose bar on machines is asked beside a stated licence: it is the author's leave, and theirs is another."""
KEEP_THEIR_RIGHTS = frozenset(SITES) - {
    "YouTube", "Flickr", "Vimeo", "SoundCloud", "Stack Overflow", "Stack Exchange", "Bandcamp", "Substack",
    "Academia.edu", "Amazon", "arXiv", "Booking.com", "Civitai", "Coursera", "eBay", "Fandom", "GitLab", "IGN",
    "Medium", "SourceHut", "W3Schools", "Zillow",
}  # fmt: skip
"""Those of them on which works stand under no open licence, unless whoever made one says so."""
_OTHERWISE = {
    "You Tube": "YouTube", "tweet": "Twitter", "tweets": "Twitter", "NYT": "New York Times", "MailOnline": "Daily Mail",
}  # fmt: skip
_LAST = re.compile(r"\(([^()]+)\)$")
_BY_WORD = {spelt(word): name for word, name in ({name: name for name in SITES} | _OTHERWISE).items()}


def with_sites_apart(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which crawled rows called by several sites are rows of each of them, and a warning for each.

    What a step puts together out of listed inputs stays whole: its inputs say which sites those are.
    """
    gathered = {
        out
        for step in manifest.steps
        if set(step.inputs) - {"tool"}
        for out in set(step.outputs) - set(reads(step))
    }
    apart: dict[str, Artifact] = {}
    told = []
    for key, one in manifest.artifacts.items():
        sites = [] if key in gathered or one.names else _sites(one, names)
        if len(sites) > 1:
            each = tuple(f"{one.name} ({site})" for site in sites)
            apart[key] = one.model_copy(update={"name": None, "names": each})
            told.append(
                f"artifact {key}: its name speaks of {' and '.join(sites)}, and it is looked at as rows of each; list "
                "what is from each as an artifact of its own, with the site as its `developer`"
            )
    if not apart:
        return manifest, ()
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **apart}}), tuple(told)


def with_sites_called(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which crawled rows called by one site are that site's, and a warning for each.

    Rows that somebody else gathered, that a record knows, or of which a developer is stated, stay as they are, and so
    do those under a licence but of the sites in `_WHATEVER_THE_LICENCE`: there the terms of the site are not what is
    asked first.
    """
    changed: dict[str, Artifact] = {}
    told = []
    for key, one in manifest.artifacts.items():
        sites = _sites(one, names)
        if len(sites) == 1:
            changed[key] = one.model_copy(update={"developer": sites[0]})
            if _taken_apart(one):
                continue
            told.append(
                f"artifact {key}: it was crawled, and its name speaks of {sites[0]}, which is taken as where it is "
                "from; `developer` says it, or says otherwise"
            )
        elif sites:
            told.append(
                f"artifact {key}: its name speaks of {' and '.join(sites)}; the terms of none of them are looked at: "
                "list what is from each as an artifact of its own, with the site as its `developer`"
            )
    if not changed:
        return manifest, tuple(told)
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **changed}}), tuple(told)


def _sites(one: Artifact, names: Names) -> list[str]:
    """The sites by which crawled rows are called, of which nothing else says whose they are."""
    if one.kind not in ROWS or one.origin != "web" or not one.name:
        return []
    if one.developer or _of_an_account(one.name) or names.dataset(one.name) is not None:
        return []
    called = [last] if _taken_apart(one) and (last := _last(one.name)) else sites_named(one.name)
    return [site for site in called if not one.license or site in _WHATEVER_THE_LICENCE]


def _of_an_account(name: str) -> bool:
    """Whether a name is one of a hub, `account/name`; a forum of Reddit is written alike and is none."""
    account = split_organisation(name)[0] or ""
    return account.casefold() not in ("", "r") and " " not in account


def _taken_apart(one: Artifact) -> bool:
    """Whether the rows are those of one site, out of an entry whose name speaks of several."""
    return one.name is not None and _last(one.name) is not None and len(sites_named(one.name)) > 1


def _last(name: str) -> str | None:
    """The site with which a name ends in brackets."""
    found = _LAST.search(name)
    return found[1] if found and found[1] in SITES else None


def sites_named(name: str) -> list[str]:
    """The sites of which a name speaks, by the names under which rules know them.

    >>> sites_named("Reddit comments"), sites_named("Comments of our readers")
    (['Reddit'], [])
    """
    return list(dict.fromkeys(site for word in site_words(name) if (site := _site(word)) is not None))


def _site(word: str) -> str | None:
    """The site that a word names, alone or with what is on it ("Medium posts")."""
    if word.casefold().startswith("r/"):
        return "Reddit"
    parts = word.split()
    called = (spelt(" ".join(parts[:count])) for count in range(len(parts), 0, -1))
    return next((_BY_WORD[one] for one in called if one in _BY_WORD), None)
