"""Licence texts are read exactly: whole names, expressions and lists of whole names, or not at all.

A text with anything left over is not read. What limits is kept even then; what is free never speaks for such a whole.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from compliance.model.declared.lineage import LicenceSays
from compliance.model.known.knowledge import Registry
from compliance.model.names.licence_words import Wording, address, keys_of, named_by
from compliance.model.names.registry import LicenceRecord
from compliance.patterns import regex
from compliance.resolve.licences.lists import added_to, completed, cut, unwrapped
from compliance.values import dataclass, replace

_FREE = frozenset({"permissive", "public-domain"})
_FREE_OR_DUTY = _FREE | {"attribution", "notice", "licence-copy", "change-marks", "custom", "text-not-read"}
_GLOSS = regex(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_EITHER = regex(r"\s+OR\s+")
_ALL = regex(r"\s+AND\s+|\s*&&\s*")
_WITH = regex(r"(.+?)\s+(?:WITH|with)\s+(.+)")
_LISTS = (
    (re.compile(r"\s*,?\s+or\s+|\s*[/|]\s*"), "options"),
    (re.compile(r"\s*,?\s+and\s+|\s+[&+]\s+|\s*[,;\n]\s*|\s*<br\s*/?>\s*"), "together"),
)
"""Lists in words. A stroke is no choice: it may stand between the licences of two parts."""
_NEAR = 3
_WORDS_OF_AN_AGREEMENT = 5
_DENIALS = frozenset({"non", "not", "no", "without"})
_OF_A_TEXT = regex(r"(?i)\b(?:a |the )?(?:full )?(?:copy|text|file)(?: of)?\b|\.(?:txt|md)$")
"""What is said of a text that is shipped, around the name of the licence."""


@dataclass(frozen=True, slots=True)
class LicenceReading:
    """What a licence text names: licences that hold together, or alternatives between which it leaves open."""

    together: tuple[str, ...] = ()
    options: tuple[tuple[str, ...], ...] = ()
    unread: tuple[str, ...] = ()
    """What was not read. Where anything is, the text as a whole is not read."""
    says: LicenceSays = "nothing"
    near: tuple[str, ...] = ()
    """Licences with names like what was not read."""

    @property
    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """The sets of licences of which one governs."""
        return self.options or ((self.together,) if self.together else ())


class LicenceReader:
    """Reads licence texts against the names of one registry."""

    def __init__(self, registry: Registry) -> None:
        """Prepare the look-ups; `registry` is only read. What few texts need is made when one needs it."""
        self._records = registry.licences
        self._words = registry.words
        self._wording = Wording(registry.words)
        self.key = self._wording.key
        """The text as it is compared: without what makes no difference."""
        given = registry.licence_keys
        self.names = keys_of(self._records.values(), self._wording) if given is None else given
        """Every name that is known, as it is compared, to the id of its licence."""
        # A record's statements are read again for every name that the record covers.
        self._reading = functools.lru_cache(maxsize=4_096)(self._read_anew)

    @functools.cached_property
    def _says(self) -> dict[str, LicenceSays]:
        full = self._wording.full
        return {
            full(text): word for table in self._words for word, texts in table.says.items() for text in texts
        }

    @functools.cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(self.key(one) for table in self._words for one in table.others)

    @functools.cached_property
    def _exceptions(self) -> frozenset[str]:
        return frozenset(self.key(one) for table in self._words for one in table.exceptions)

    @functools.cached_property
    def _urls(self) -> dict[str, LicenceRecord]:
        records = self._records.values()
        return {place: r for r in records for url in r.urls if (place := address(url)) is not None}

    @functools.cached_property
    def _families(self) -> dict[str, tuple[str, ...]]:
        families = (family for table in self._words for family in table.families)
        return {self.key(alias): family.members for family in families for alias in family.aliases}

    @functools.cached_property
    def _words_of_limits(self) -> dict[str, tuple[str, ...]]:
        limiting = (pair for table in self._words for pair in table.limiting.items())
        return {one: tuple(filter(None, map(self.key, words))) for one, words in limiting}

    @functools.cached_property
    def _sets(self) -> dict[frozenset[str], str]:
        return {frozenset(r.members): r.id for r in self._records.values() if len(r.members) > 1}

    def read(self, text: str | None, chosen: Collection[str] = ()) -> LicenceReading:
        """Read a licence text; of several free licences to choose from, one that is `chosen` elsewhere is taken."""
        if text is None or not any(map(str.isalnum, text)):
            return LicenceReading()
        return self._reading(text, frozenset(chosen))

    def _read_anew(self, text: str, chosen: frozenset[str]) -> LicenceReading:
        reading = self._read(unwrapped(text.strip()), chosen)
        vague = bool(reading.unread) or reading.says == "mixed"
        if vague and not reading.alternatives and (feared := self._feared(text)):
            reading = replace(reading, options=(feared, ()))
        return replace(reading, near=self._near(reading.unread)) if reading.unread else reading

    def copies(self, shipped: Collection[str]) -> tuple[str, ...]:
        """The licences whose texts are shipped, by id; in lower case as written where none or several are meant."""
        found = []
        for text in shipped:
            reading = self.read(_OF_A_TEXT.sub(" ", text).strip())
            leaves_open = reading.unread or len(reading.options) > 1
            named = [] if leaves_open else [one for ids in reading.alternatives for one in ids]
            found += named or [text.lower()]
        return tuple(dict.fromkeys(found))

    def members(self, licence: str) -> tuple[str, ...]:
        """A licence and, where its name covers several texts, those that it may mean."""
        record = self._records.get(licence)
        return (licence, *record.members) if record else (licence,)

    def stated_as(self, licence: str) -> tuple[str, ...]:
        """What a licence may be stated as: itself, texts that its name covers, and the text to which it adds."""
        record = self._records.get(licence)
        added = (record.adds_to,) if record and record.adds_to else ()
        return (*self.members(licence), *added)

    def record(self, licence: str) -> LicenceRecord | None:
        """The licence of an id."""
        return self._records.get(licence)

    def traits(self, ids: Collection[str]) -> frozenset[str]:
        """Traits of the licences together."""
        return frozenset(trait for one in ids if one in self._records for trait in self._records[one].traits)

    def _read(self, text: str, chosen: frozenset[str]) -> LicenceReading:
        whole = self._whole(text)
        if whole is not None:
            return whole
        if len(branches := cut(_EITHER, text)) > 1:
            return self._either([self._branch(part, chosen) for part in branches], chosen)
        if len(parts := cut(_ALL, text)) > 1:
            return self._all([self._read(unwrapped(part), chosen) for part in parts], chosen)
        with_exception = _WITH.fullmatch(text)
        if with_exception and self.key(with_exception.group(2)) in self._exceptions:
            return self._read(unwrapped(with_exception.group(1)), chosen)
        found = self._in_words(text, chosen) or LicenceReading(unread=(text,), says="unread")
        if found.unread and not found.together and (base := added_to(text)):
            return replace(found, together=self._limiting([self._read(base, chosen)]))
        return found

    def _whole(self, text: str) -> LicenceReading | None:
        """The text as one name, with or without the same name in parentheses."""
        key, full = self.key(text), self._wording.full(text)
        record = self._record(text, key)
        if record is not None:
            return LicenceReading((record.id,), says=self._says.get(full, "licence"))
        if full in self._says:
            return LicenceReading(says=self._says[full])
        if key in self._families:
            return self._options([(one,) for one in self._families[key]])
        gloss = _GLOSS.fullmatch(text)
        if gloss is not None:
            outer, inner = self._whole(gloss.group(1)), self._whole(gloss.group(2))
            if outer is not None and outer == inner and outer.says == "licence":
                return outer
        if self._says.get(full.split(" ")[0]) == "mixed":
            return LicenceReading(says="mixed")
        return None

    def _record(self, text: str, key: str) -> LicenceRecord | None:
        place = address(text)
        if place is None:
            return self._named(key)
        name = named_by(place)
        return self._urls.get(place) or (self._named(self.key(name)) if name else None)

    def _named(self, key: str) -> LicenceRecord | None:
        return self._records.get(self.names[key]) if key in self.names else None

    def _in_words(self, text: str, chosen: frozenset[str]) -> LicenceReading | None:
        """A list in words, if every member of it is a name, a bare version, or a word for others."""
        for pattern, kind in _LISTS:
            parts = [part for part in cut(pattern, text) if part]
            if len(parts) < 2:
                continue
            parts = completed(parts)
            read = self._branch if kind == "options" else self._read
            found = [read(unwrapped(part), chosen) for part in parts]
            more = [self.key(part) in self._others for part in parts]
            if any(one.unread and not other for one, other in zip(found, more, strict=True)):
                continue
            named = [one for one, other in zip(found, more, strict=True) if not other]
            if any(more):
                limiting = self._limiting(named)
                return LicenceReading(limiting, says="mixed") if named else None
            if kind == "options":
                return self._any_of(named, chosen)
            return self._all(named, chosen)
        return None

    def _branch(self, text: str, chosen: frozenset[str]) -> LicenceReading:
        """A licence to choose, or another agreement that can be had instead, such as `an Acme enterprise licence`."""
        read = self._read(unwrapped(text), chosen)
        words = self._wording.full(text).split()
        if not read.unread or len(words) > _WORDS_OF_AN_AGREEMENT or _DENIALS.intersection(words):
            return read
        endings = (" ".join(words[n:]) for n in range(1, len(words)))
        return (
            LicenceReading(says="other") if any(self._says.get(one) == "other" for one in endings) else read
        )

    def _either(self, parts: list[LicenceReading], chosen: frozenset[str]) -> LicenceReading:
        """A choice that the text gives: a free branch may be taken; between others it is asked."""
        branches = [ids for part in parts for ids in part.alternatives or ((),)]
        free = [ids for ids in branches if ids and all(map(self._is_free, ids))]
        if free:
            return LicenceReading(_taken(free, chosen), says="licence")
        unread = tuple(text for part in parts for text in part.unread)
        reading = self._options(branches)
        return replace(reading, unread=unread, says="unread") if unread else reading

    def _any_of(self, parts: list[LicenceReading], chosen: frozenset[str]) -> LicenceReading:
        """A choice or a doubt, which the text does not tell apart: only where all are free does it not matter."""
        branches = [ids for part in parts for ids in part.alternatives or ((),)]
        if all(ids and all(map(self._is_free, ids)) for ids in branches):
            return LicenceReading(_taken(branches, chosen), says="licence")
        return self._options(branches)

    def _all(self, parts: list[LicenceReading], _: frozenset[str]) -> LicenceReading:
        """Licences that hold together; a part that is vague or not read leaves the whole so."""
        unread = tuple(text for part in parts for text in part.unread)
        vague = any(part.says != "licence" for part in parts)
        if unread or vague:
            return LicenceReading(self._limiting(parts), unread=unread, says="unread" if unread else "mixed")
        sets: list[tuple[str, ...]] = [()]
        for part in parts:
            sets = [(*one, *ids) for one in sets for ids in part.alternatives]
        return self._options(sets)

    def _options(self, given: list[tuple[str, ...]]) -> LicenceReading:
        """Alternatives, told once; a record of their set stands for them where there is one."""
        options = tuple(dict.fromkeys(tuple(dict.fromkeys(ids)) for ids in given))
        if not any(options):
            return LicenceReading()
        single = [ids[0] for ids in options if len(ids) == 1]
        known = self._sets.get(frozenset(single)) if len(single) == len(options) else None
        if known is not None or len(options) == 1:
            return LicenceReading((known,) if known else options[0], says="licence")
        return LicenceReading(options=options, says="licence")

    def _feared(self, text: str) -> tuple[str, ...]:
        """Limits that may stand in a text which is not read, by the words in it."""
        key = f" {self.key(text)} "
        return tuple(
            one for one, words in self._words_of_limits.items() if any(f" {w} " in key for w in words)
        )[:1]

    def _limiting(self, parts: list[LicenceReading]) -> tuple[str, ...]:
        """Licences that hold whatever else does, without those that only grant."""
        held = (one for part in parts for one in part.together if not self._is_free(one))
        return tuple(dict.fromkeys(held))

    def _is_free(self, licence: str) -> bool:
        record = self._records.get(licence)
        traits = frozenset(record.traits) if record else frozenset()
        return bool(traits & _FREE) and traits <= _FREE_OR_DUTY

    def _near(self, unread: tuple[str, ...]) -> tuple[str, ...]:
        if not unread:
            return ()
        import difflib

        names, found = list(self.names), []
        for text in unread:
            key = self.key(text)
            begins = [name for name in names if key.startswith(f"{name} ")]
            close = difflib.get_close_matches(key, names, _NEAR, 0.7)
            found += [self.names[name] for name in (*sorted(begins, key=len, reverse=True), *close)]
        return tuple(dict.fromkeys(found))[:_NEAR]


def _taken(branches: list[tuple[str, ...]], chosen: frozenset[str]) -> tuple[str, ...]:
    return next((ids for ids in branches if chosen.issuperset(ids)), branches[0])
