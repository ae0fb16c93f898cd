"""Spellings of licence texts: what makes no difference is taken out, and everything else is kept.

Two texts with the same key are the same name. Nothing that could carry a meaning is dropped, so that a text with
something added never has the key of the text without it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from compliance.model.names.registry import LicenceRecord, LicenceWords
from compliance.patterns import regex

_TOKEN = regex(r"\d+(?:\.\d+)*|[^\W\d_]+|[^\w\s]|_")
_SEPARATORS = frozenset("-_/,;:.'\"`[]‘’“”‐‑–—™®©")
_NUMBER = regex(r"\d+(?:\.\d+)*")
_NOT_WRITTEN = regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Characters that nobody sees. They stay a difference: each becomes a sign of its own."""
_HOSTED = (
    (re.compile(r"choosealicense\.com/licenses/([^/]+)"), r"\1"),
    (re.compile(r"spdx\.org/licenses/([^/]+)"), r"\1"),
    (re.compile(r"opensource\.org/licen[cs]es?/([^/]+)"), r"\1"),
    (re.compile(r"apache\.org/licenses/(license-[\d.]+)"), r"apache \1"),
    (re.compile(r"gnu\.org/licenses/(?:old-licenses/)?((?:[al]?gpl|fdl)[^/]*)"), r"\1"),
    (re.compile(r"creativecommons\.org/licenses/([a-z-]+)/([\d.]+)(?:/[a-z]{2,3})?"), r"cc \1 \2"),
    (re.compile(r"creativecommons\.org/publicdomain/zero/([\d.]+)"), r"cc0 \1"),
)
"""Addresses that end in the name of a licence, and that name."""
_ADDRESS = regex(r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*)")
_TAIL = regex(r"(?:[#?].*|/(?:legalcode|deed)(?:\.[a-z_-]+)?|\.(?:txt|html?|php|md|[a-z]{2}\.html))?/*$")


class Wording:
    """Keys of licence names under the spellings of a registry."""

    def __init__(self, words: Iterable[LicenceWords]) -> None:
        """Prepare the tables; `words` is only read."""
        given = tuple(words)
        self._dropped = frozenset(one.casefold() for table in given for one in table.dropped)
        self._same: Mapping[tuple[str, ...], tuple[str, ...]] = {}
        plain = {tuple(_tokens(a)): tuple(_tokens(b)) for table in given for a, b in table.same.items()}
        self._same = dict(sorted(plain.items(), key=lambda pair: -len(pair[0])))
        self._longest = max((len(key) for key in plain), default=0)
        self.key = functools.cache(self._key)

    def _key(self, text: str) -> str:
        """The text without what makes no difference; empty where nothing is left."""
        return " ".join(token for token in self._unified(_tokens(text)) if token not in self._dropped)

    def full(self, text: str) -> str:
        """The text in its usual spelling with every word kept, for texts that name no licence."""
        return " ".join(self._unified(_tokens(text)))

    def _unified(self, tokens: list[str]) -> list[str]:
        found: list[str] = []
        here = 0
        while here < len(tokens):
            sizes = range(min(self._longest, len(tokens) - here), 0, -1)
            size = next((n for n in sizes if tuple(tokens[here : here + n]) in self._same), 0)
            found += self._same[tuple(tokens[here : here + size])] if size else tokens[here : here + 1]
            here += size or 1
        return found


def _tokens(text: str) -> list[str]:
    shown = _NOT_WRITTEN.sub(" ¿ ", unicodedata.normalize("NFKC", text).casefold())
    # "GPLv3", "v2" and "ver. 2" count like "GPL 3" and "2".
    shown = re.sub(r"(?<=[a-z])v(?=\d)|\bv\.?\s?(?=\d)", " ", shown)
    return [_shortest(token) for token in _TOKEN.findall(shown) if token not in _SEPARATORS]


def _shortest(token: str) -> str:
    """Numbers without the zeros that add nothing: 2.0 is 2."""
    return re.sub(r"(?:\.0+)+$", "", token) if _NUMBER.fullmatch(token) else token


def address(text: str) -> str | None:
    """An address without scheme, `www`, ending and fragment; None where the text is none."""
    found = _ADDRESS.fullmatch(text.strip().strip("<>").casefold())
    return _TAIL.sub("", found.group(1)) if found else None


def named_by(place: str) -> str | None:
    """The name of the licence in which an address of a catalogue of licences ends."""
    for pattern, name in _HOSTED:
        found = pattern.fullmatch(place)
        if found:
            return found.expand(name)
    return None


def names_of(records: Iterable[LicenceRecord]) -> Iterator[tuple[str, LicenceRecord]]:
    """Every name under which licences are met, with its licence."""
    for record in records:
        yield from ((name, record) for name in (record.id, record.title, *record.aliases))
        if record.spdx:
            yield record.spdx, record


def keys_of(records: Iterable[LicenceRecord], wording: Wording) -> dict[str, str]:
    """Every name under which licences are met, as it is compared, to the id of its licence; the last one wins."""
    keyed = ((wording.key(name), record.id) for name, record in names_of(records))
    return {key: one for key, one in keyed if key}
