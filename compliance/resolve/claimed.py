"""What a release says of itself that only something under somebody else's text, or made from it, can say.

A notice, a badge, a licence file, a label or a name that a licence sets tells that what is put out was made from what
stands under that licence; a sentence may name what it was built on. None of it makes a lineage, and all of it is held
against the one that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.catalogue import AnyEntry
from compliance.model.due_lines import gives
from compliance.model.manifest import Artifact as Declared
from compliance.model.manifest import Release
from compliance.model.records import ServiceEntry
from compliance.model.registry import LicenceRecord
from compliance.model.set_words import SENTENCES
from compliance.model.shown_words import as_shown, begins_with, shows
from compliance.model.stated import Documentation
from compliance.patterns import regex
from compliance.resolve.lookups import Lookups
from compliance.resolve.spoken import speaks_of
from compliance.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a release says to be in it."""

    told: str
    """The words, or what they are in."""
    called: str
    """What it speaks of, in as few words as tell it."""
    licences: frozenset[str] = frozenset()
    """Licences under any of which it may stand."""
    entry: AnyEntry | None = None
    """The record that it is, where it is named."""
    parties: frozenset[str] = frozenset()
    """Ids of whose it is, where nothing but that is said."""

    def names(self, held: Lookups) -> Iterator[str]:
        """What it may be called: as it is here, or as the texts of its licences call what stands under them."""
        yield self.called
        for one in self.licences:
            words = held.registry.set_words.get(one, ())
            whole = [line for field, line in words if field in SENTENCES]
            yield from (_subject(_OWNER.sub("", line)) for line in whole or (line for _, line in words))


_SUBJECT = regex(
    r"(?:(?:built|powered|improved|made|developed|created)\s+(?:with|by|using|on)\s+(?:technology\s+from\s+)?(.+?)(?:\s+technology\s+from\s.+)?"
    r"|(?:this\s+)?(.+?)(?:\s+model)?\s+is\s+(?:licensed|provided|built)\s.+|licensed\s+by\s+(.+?)\s+under\s.+"
    r"|contains\s+(.+?)\s+licensed\s.+)",
    re.IGNORECASE,
)
_FILLED_IN = regex(r"^\[[^\]]*\]\s*(?:is\s+)?")
_OWNER = regex(r",?\s+copyright\b.*", re.IGNORECASE | re.DOTALL)
_OF_AN_AGREEMENT = regex(r"licen[sc]e|terms", re.IGNORECASE)
_FREE = frozenset(
    {"permissive", "public-domain", "attribution", "notice", "licence-copy", "change-marks", "text-not-read"}
)
_MADE = regex(
    r"(?<![a-z])(?:(?:built|based|made|created|developed|derived|adapted|(?:pre-?|post-?)?trained|(?:fine-?|instruction-?)?tuned"
    r"|distill?ed|initiali[sz]ed|start(?:s|ed|ing)?|continued|merged|quanti[sz]ed|converted|pruned|powered|improved"
    r"|generated|written|labell?ed|annotated|fine-?tune|tune|version|derivative|distillation|quanti[sz]ation|weights|outputs"
    r"|rows|answers)\s+(?:up)?(?:on|with|from|by|of|using)|contains|includes|incorporates)(?![a-z])",
    re.IGNORECASE,
)
"""Words behind which stands what a thing was made from."""
_BORDER = regex(r"[;!?\n]|\.(?!\w)|,?\s+(?:but|and\s+not|rather|unlike|instead)\s")
_OTHER_PART = regex(
    r"[\s'’s-]*(?:tokeni[sz]er|vocabulary|architecture|chat\s+)?(?:format|template|recipe|code|style|prompts?|paper|"
    r"tokeni[sz]er|vocabulary|architecture|interface|api|compatible)(?![a-z])",
    re.IGNORECASE,
)
"""What is said to be taken of a model, and holds none of its weights or words."""
_ON_A_HUB = regex(r"(?<![\w./:@-])[A-Za-z][\w.-]+/[A-Za-z0-9][\w.-]*[A-Za-z0-9](?![\w/])")
_DENIED = regex(
    r"(?<![a-z])(?:no|not|never|without|none|neither|nor|than|unlike)(?![a-z])|n['’]t", re.IGNORECASE
)
_REACH = 120
"""How far behind such a word a name may stand."""
_PROPER = regex(r"[A-Z0-9]")


def claims(release: Release, declared: Declared, held: Lookups) -> Iterator[Claim]:
    """Everything of the kind that a release, or what is put out with it, says."""
    notices = release.notices or ()
    yield from _lines(notices, held)
    yield from _labels(release, declared, held)
    yield from _names(release, declared, held)
    for text in (*notices, *_places(release, declared)):
        yield from made_of(text, held)


def _places(release: Release, declared: Declared) -> Iterator[str]:
    """Sentences that stand where a manifest tells where something is said."""
    yield from (one.where for one in (*release.statements, *declared.statements))
    if isinstance(declared.documented, Documentation):
        yield declared.documented.where


def _lines(notices: Iterable[str], held: Lookups) -> Iterator[Claim]:
    """The lines and badges of texts that notices give, each with every licence that sets it."""
    given = [one for one in notices if one.strip()]
    for (field, line), licences in _setting(held).items() if given else ():
        core = _OWNER.sub("", line)
        if gives(given, core) if field in SENTENCES else any(_shown(one, line, held) for one in given):
            yield Claim(line, _subject(core), licences)
    for record in held.registry.licences.values() if given else ():
        for words in record.notice:
            told = _OF_AN_AGREEMENT.search(words) and _is_its_own(words, record, held)
            if told and any(shows(one, words, whole=False) for one in given):
                yield Claim(words, words, frozenset((record.id,)))


def _setting(held: Lookups) -> dict[tuple[str, str], frozenset[str]]:
    """The words that texts set, each with the licences whose texts do."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for licence, words in held.registry.set_words.items():
        for field, line in words:
            if field != "name_prefix":
                found[field, line] = found.get((field, line), frozenset()) | {licence}
    return found


def _shown(notice: str, badge: str, held: Lookups) -> bool:
    """Whether a notice shows a badge; one that is a mere name only where nothing else is said."""
    if held.names.model_entry(badge) is not None:
        return as_shown(notice).strip(" .!\"'") == badge.lower()
    return shows(notice, badge)


def _subject(line: str) -> str:
    """What a line names as what it is about, or from which a thing was made; the line where it tells neither."""
    told = _FILLED_IN.sub("", line.strip(" ."))
    found = _SUBJECT.fullmatch(told)
    return next((one for one in found.groups() if one), told) if found else told


def _is_its_own(words: str, record: LicenceRecord, held: Lookups) -> bool:
    """Whether words of a notice tell this licence from those of other texts."""
    return not any(
        words.lower() in other.lower()
        for one in held.registry.licences.values()
        if one.instrument != record.instrument
        for other in (*one.notice, one.title)
    )


def _labels(release: Release, declared: Declared, held: Lookups) -> Iterator[Claim]:
    """Licences of others that a release ships, that it goes out under, passes on, or says to stand upstream."""
    own = {one for text in (release.license, declared.license) for one in _ids(text, held)}
    for text in release.license_copies or ():
        ids = held.licences.copies((text,))
        if not own & set(ids) and any(_limits(one, held) for one in ids):
            yield Claim(f"a copy of {text}", text, frozenset(ids))
    for label in dict.fromkeys((release.license, declared.license)):
        ids = _ids(label, held)
        if label and ids and all(_sets_words(one, held) for one in ids):
            yield Claim(f"the licence {label}", label, frozenset(ids))
    for text in release.terms_pass_on or ():
        ids = _ids(text, held)
        if ids and any(_limits(one, held) for one in ids):
            yield Claim(f"terms that pass on {text}", text, frozenset(ids))
    for said in (*release.statements, *declared.statements):
        ids = _ids(said.license, held) if said.about == "upstream" and said.until is None else ()
        if ids and any(_limits(one, held) for one in ids):
            yield Claim(f"{said.license} upstream", said.license, frozenset(ids))


def _ids(text: str | None, held: Lookups) -> tuple[str, ...]:
    """The licences that a text may name, those that its name covers included."""
    read = held.licences.read(text)
    given = (one for ids in read.alternatives for one in ids) if not read.unread else ()
    return tuple(dict.fromkeys(each for one in given for each in held.licences.members(one)))


def _limits(licence: str, held: Lookups) -> bool:
    """Whether a licence limits what is done with a work, so that nobody names it for nothing."""
    record = held.licences.record(licence)
    return record is not None and record.kind != "code" and bool(set(record.traits) - _FREE)


def _sets_words(licence: str, held: Lookups) -> bool:
    """Whether a licence is one of weights that sets words by which its own works are known."""
    record = held.licences.record(licence)
    return record is not None and record.kind == "model" and licence in held.registry.set_words


def _names(release: Release, declared: Declared, held: Lookups) -> Iterator[Claim]:
    """Beginnings of names that licences ask for; an ordinary word counts with a size or version behind it."""
    called = dict.fromkeys(name for name in (release.name, declared.name) if name)
    for licence, words in held.registry.set_words.items():
        for field, prefix in words if declared.kind == "model" else ():
            joined = {prefix, prefix.replace(" ", "-"), prefix.replace(" ", "_"), prefix.replace(" ", "")}
            for name in called if field == "name_prefix" else ():
                if any(begins_with(name, one) and _telling(name, one) for one in joined):
                    yield Claim(f"the name {name}", prefix, frozenset((licence,)))


def _telling(name: str, prefix: str) -> bool:
    """Whether a beginning is no ordinary word, or a figure stands behind it."""
    bare = name.rsplit("/", 1)[-1]
    ordinary = prefix.isalpha() and prefix.istitle() and not bare.startswith(prefix.upper())
    return not ordinary or re.match(r"[-_ ]?v?\d", bare[len(prefix) :]) is not None


def made_of(text: str, held: Lookups) -> Iterator[Claim]:
    """What a sentence says that a thing was made from.

    Names of other parts than weights and words, as of a tokenizer, are none; nor is anything in a clause that denies.
    """
    for found in _MADE.finditer(text):
        border = _BORDER.search(text, found.end())
        tail = text[found.end() : min(border.start() if border else len(text), found.end() + _REACH)]
        before = _BORDER.split(text[: found.start()])[-1]
        if _DENIED.search(before[-40:]) or _DENIED.search(tail):
            continue
        yield from _named(tail, text, held)


def _named(tail: str, text: str, held: Lookups) -> Iterator[Claim]:
    """What is named behind a word of making."""
    told = " ".join(text.split())
    for one in _ON_A_HUB.findall(tail):
        known = held.names.model_entry(one)
        yield Claim(told, one, entry=known)
    whole = tail.strip(" .\"'“”()")
    provider = held.names.unnamed_of(whole) if len(whole.split()) <= _A_NAME else None
    if provider:
        yield Claim(told, whole, parties=frozenset((provider,)))
    for spoken in speaks_of(_ON_A_HUB.sub(" , ", tail).replace("/", " "), held.names):
        place = tail.find(spoken.text)
        other = place >= 0 and _OTHER_PART.match(tail, place + len(spoken.text))
        if spoken.entry is not None and not other and _exact(spoken.text, spoken.entry, held):
            yield Claim(told, spoken.text, entry=spoken.entry)


_A_NAME = 4
"""Words of which the name of somebody may be."""


def _exact(said: str, entry: AnyEntry, held: Lookups) -> bool:
    """Whether words are a name that is known, and written as one."""
    if _PROPER.search(said) is None or len(said) < _SHORTEST:
        return False
    if isinstance(entry, ServiceEntry):
        return held.names.service(said) is not None
    return held.names.model_entry(said) is entry or held.names.dataset(said) is not None


_SHORTEST = 4
"""Letters of a name that stands in a sentence by no chance."""


def once(found: Iterable[Claim]) -> list[Claim]:
    """Claims of the same, told in the same words, as one that may stand under any of their licences."""
    kept: dict[tuple[str, str], Claim] = {}
    for one in found:
        before = kept.get((one.told, one.called))
        kept[one.told, one.called] = (
            replace(one, licences=before.licences | one.licences, entry=before.entry or one.entry)
            if before
            else one
        )
    return list(kept.values())
