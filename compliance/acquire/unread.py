"""What a document of a known standard names where its reader does not look: told, so that nothing vanishes unseen.

Standards have more places for a base, for rows and for a licence than a reader knows, and people put them into others.
Sentences that say what something was for are taken at their word; what is only named there is told as lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import Placed
from compliance.errors import shortened
from compliance.model.declared.sighting import Lost, Mention, Sighting
from compliance.model.shapes.location import Location
from compliance.model.words.spelling import words

MOST_TEXTS = 1_000
"""The most texts of one document that are looked through for names."""
MOST_LETTERS = 20_000
"""The most letters of a text that are read as sentences."""
_SHOWN = 100
_OTHER = "\0"
"""Stands among keys before those of what is neither a model nor rows."""
_NAMED = frozenset({"model", "service", "dataset"})
_ASIDE = frozenset({"compared-with", "evaluated-against", "evaluation-judge", "inspired-by", "own-release"})
_TERMS = re.compile(
    r"(?i)licen[cs]|\brights|conditionsofaccess|copyright|attributiontext|usage_?hint|usageinfo|intendeduse"
)
"""Keys under which it is said on what terms a thing may be used."""
_OF_FORM = re.compile(
    r"(?i)^(?:@context$|\$|(?:\w+:|@)?type$|bom-?ref$|spdxid$|hash|md5|sha|digest|etag|size$|encoding|mime|media|contenttype|"
    r"acknowledgement|prefix$|schema|created|date|version|uuid|run_id|language|tool|format$|bomformat|spec|serial|conformsto|cmd$)"
)
"""Keys whose values are of the document's form, and name nothing that went in."""
_BESIDE = re.compile(r"(?i)eval|bench|metric|\btest|compar|cit(?:e|ation)|bibtex|similar|signature")
"""Keys that tell of what is measured or cited."""
_ADDRESS = re.compile(
    r"(?i)^(?:pkg:huggingface/|https?://(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn)/|hf://)"
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PAGES = re.compile(r"^(?:api|docs|spaces|papers|blog)/|/(?:tree|resolve|blob|raw|main)$")
"""Addresses of a hub that stand for none of its repositories of today's form."""
_PURL = re.compile(r"(?i)^pkg:huggingface/(?:datasets/)?([^@?#]+)")
_QUALIFIED = re.compile(r"^[\w.-]+:(?!//)(\S+)$")
"""A name behind the prefix of its vocabulary."""
_OTHERS = re.compile(
    r"(?i)^(?:library|framework|application|file|operating-system|container|platform|device(?:-driver)?|firmware|"
    r"cryptographic-asset|(?:simple|expanded)licensing_\w+|software_(?:package|file|snippet))$"
)
"""Types of what is neither a model nor rows: on what terms it may be used is not asked here."""
_GIVEN = frozenset({"id", "expression"})
"""Keys that tell a licence in full: an address or a text beside it says no more."""


def tell_unread(tree: object, name: str, prose: ReadProse, form: str, found: Found) -> None:
    """Add what the places of a document name that its reader left alone.

    Args:
        tree: The document.
        name: What it is called.
        prose: Reads sentences.
        form: What its format is called.
        found: What its reader made of it.
    """
    known = _Known(found)
    looked: set[str] = set()
    for path, value in _leaves(tree, (), known):
        place = Location(name, value.line, 1)
        said = _OTHER not in path and any(map(_TERMS.search, path[-4:]))
        if value in looked or known.reads(value) or (not said and any(map(_BESIDE.search, path))):
            continue
        if len(looked) == MOST_TEXTS:
            what = f"names are looked for in {MOST_TEXTS:,} texts beside those that are read, and not from here on"
            found.lost.append(Lost(place, what))
            return
        looked.add(value)
        if said and not (known.tells(value) or known.reads(value.rstrip("/").rsplit("/", 1)[-1])):
            found.lost.append(Lost(place, f"{_at(path)}: “{shortened(value, _SHOWN)}” has no place here"))
        else:
            _names(path, value, place, prose, form, known, found)


class _Known:
    """What a reader told of a document, so that it is not told again."""

    def __init__(self, found: Found) -> None:
        self._texts = {one for one in _told(found) if one}
        self._parts = {part for one in self._texts for part in one.split(" AND ")}
        self._words = {words(one) for one in self._texts} | {
            words(one.rsplit("/", 1)[-1]) for one in self._texts
        }
        self._mine = [set(words(one.name.rsplit("/", 1)[-1])) for one in found.published]
        self._mine += [set(words(title)) for title, _ in found.titles]
        self.keys = {part for one in found.lost for part in re.split(r"[\s.]+", one.what.lower())}

    def tells(self, value: str) -> bool:
        """Whether a text is told as it stands, or within what is."""
        return value in self._parts or any(value in one for one in self._texts)

    def reads(self, value: object) -> bool:
        """Whether a text is told by itself, or as one of several licences."""
        return isinstance(value, str) and value in self._parts

    def bears(self, named: str) -> bool:
        """Whether a thing of a name is told, or is what the document is about."""
        spelled, last = words(named), words(named.rsplit("/", 1)[-1])
        return spelled in self._words or last in self._words or any(set(last) <= one for one in self._mine)


def _told(found: Found) -> Iterator[str]:
    for sighting in found.sightings:
        yield from (sighting.name, sighting.words, sighting.licence or "")
    for one in found.published:
        yield from (one.name, one.licence or "")
    for statement in found.statements:
        yield from (statement.text, statement.words)
    yield from (one.what for one in found.lost)
    yield from (path for path, _ in found.reads)


def _leaves(node: object, path: tuple[str, ...], known: _Known) -> Iterator[tuple[tuple[str, ...], Placed]]:
    """Texts under their keys, but for those of the document's form and those that are told to have no place."""
    if isinstance(node, dict):
        in_full = any(known.reads(node.get(key)) for key in _GIVEN)
        kind = node.get("type") or node.get("@type")
        inner = (*path, _OTHER) if isinstance(kind, str) and _OTHERS.match(kind) else path
        for key, value in node.items():
            beside = in_full and str(key) not in _GIVEN and _is_text(value)
            if not (_OF_FORM.search(str(key)) or str(key).lower() in known.keys or beside):
                yield from _leaves(value, (*inner, str(key)), known)
    elif isinstance(node, list):
        for value in node:
            yield from _leaves(value, path, known)
    elif isinstance(node, Placed) and path and _LETTERS.search(node):
        yield path, node


def _is_text(value: object) -> bool:
    """Whether a value is a text, or a mapping of nothing else."""
    return isinstance(value, str) or (isinstance(value, Mapping) and all(map(_is_text, value.values())))


def _names(
    path: tuple[str, ...], value: Placed, place: Location, prose: ReadProse, form: str, known: _Known, found: Found
) -> None:  # fmt: skip
    """Take what one text names: sentences at their word, the rest as lost."""
    if _ADDRESS.match(value):
        purl = _PURL.match(value)
        hub = hub_name(purl[1] if purl else value)
        if hub and not _PAGES.search(hub) and not known.bears(hub):
            found.lost.append(Lost(place, f"{_at(path)}: {hub} is named, and what it was for is not read"))
        return
    if len(value) > MOST_LETTERS and not known.tells(value):
        found.lost.append(
            Lost(place, f"{_at(path)} goes on behind the {MOST_LETTERS:,} letters that are read")
        )
    bare = qualified[1] if (qualified := _QUALIFIED.match(value)) else str(value)
    for mention in prose(bare[:MOST_LETTERS], ""):
        if mention.negated or mention.relation in _ASIDE or known.bears(mention.name):
            continue
        if mention.is_lineage and mention.cue:
            found.sightings.append(_sighting(mention, path, value, place, form))
        elif mention.kind in _NAMED:
            what = f"{_at(path)}: {mention.name} is named, and what it was for is not read"
            found.lost.append(Lost(place, what))


def _sighting(mention: Mention, path: tuple[str, ...], value: str, place: Location, form: str) -> Sighting:
    said = " ".join(value[max(0, mention.start - _SHOWN) : mention.end + _SHOWN].split())
    return Sighting(mention.name, mention.relation, place, "document", f"{form}, {_at(path)}", said)


def _at(path: tuple[str, ...]) -> str:
    return shortened(".".join([key for key in path if key != _OTHER][-3:]), _SHOWN)
