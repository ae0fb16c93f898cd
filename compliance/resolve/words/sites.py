"""Crawled rows that are called by the site they come from: that site's terms are looked at."""

from __future__ import annotations

from compliance.model.declared.manifest import Artifact, Manifest
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.telling import site_words

SITES = (
    "YouTube", "Reddit", "Quora", "Pinterest", "Instagram", "TikTok", "Twitter", "Flickr", "Vimeo", "Twitch",
    "SoundCloud", "Goodreads", "Yelp", "Discord", "Telegram", "New York Times", "BBC", "The Guardian",
    "Financial Times", "Stack Overflow", "Stack Exchange", "IMDb", "DeviantArt", "ArtStation", "Bandcamp", "Substack",
)  # fmt: skip
"""Sites of whose terms rules speak, by the names under which they know them."""
_OTHERWISE = {"You Tube": "YouTube", "tweet": "Twitter", "tweets": "Twitter", "NYT": "New York Times"}
_BY_WORD = {spelt(word): name for word, name in ({name: name for name in SITES} | _OTHERWISE).items()}


def with_sites_called(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which crawled rows called by one site are that site's, and a warning for each.

    Rows that somebody else gathered, that a record knows, or of which a developer or a licence is stated, stay as they
    are: there the terms of the site are not what is asked first.
    """
    changed: dict[str, Artifact] = {}
    told = []
    for key, one in manifest.artifacts.items():
        sites = _sites(one, names)
        if len(sites) == 1:
            changed[key] = one.model_copy(update={"developer": sites[0]})
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
    if one.kind not in ("dataset", "document") or one.origin != "web" or not one.name:
        return []
    if one.developer or one.license or split_organisation(one.name)[0] or names.dataset(one.name) is not None:
        return []
    return list(
        dict.fromkeys(_BY_WORD[word] for word in map(spelt, site_words(one.name)) if word in _BY_WORD)
    )
