"""What a release says of itself that only something under somebody else's text, or made from it, can say.

A notice, a badge, a licence file, a label or a name that a licence sets tells that what is put out was made from what
stands under that licence; a sentence may name what it was built on. None of it makes a lineage, and all of it is held
against the one that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.manifest import Release
from compliance.model.declared.stated import Documentation
from compliance.model.names.set_words import ADDRESS, NAMED, SENTENCES, SHORT
from compliance.model.words.due_lines import gives
from compliance.model.words.shown_words import as_shown, begins_with, shows
from compliance.patterns import regex
from compliance.resolve.names.prepared import Lookups
from compliance.resolve.words.prose.claim import Claim, subject_of, without_owner
from compliance.resolve.words.prose.told_of_making import credited, made_of

_FREE = frozenset(
    {"permissive", "public-domain", "attribution", "notice", "licence-copy", "change-marks", "text-not-read"}
)


def claims(release: Release, declared: Declared, held: Lookups) -> Iterator[Claim]:
    """Everything of the kind that a release, or what is put out with it, says."""
    notices = release.notices or ()
    ours = {
        one
        for text in (release.license, declared.license)
        for one in _ids(text, held)
        if not _sets_words(one, held)
    }
    # Terms that anybody may put on a model are told of where they are put on it.
    yield from (one for one in _lines(notices, held) if not one.licences & ours)
    yield from _labels(release, declared, held)
    yield from _named_in(notices, release, declared, held)
    yield from _names(release, declared, held)
    for text in notices:
        yield from credited(text, held)
    for text in (*notices, *_places(release, declared)):
        yield from made_of(text, held)


def _places(release: Release, declared: Declared) -> Iterator[str]:
    """Sentences that stand where a manifest tells where something is said."""
    yield from (one.where for one in (*release.statements, *declared.statements))
    if isinstance(declared.documented, Documentation):
        yield declared.documented.where


def _lines(notices: Iterable[str], held: Lookups) -> Iterator[Claim]:
    """The lines, badges, names and addresses of texts that notices give, each with every licence that has them."""
    given = [one for one in notices if one.strip()]
    joined = " ".join(given).lower()
    for (field, words), licences in _telling_words(held).items() if given else ():
        core = without_owner(words)
        if field == ADDRESS:
            if _bare(words) in joined and any(_limits(one, held) for one in licences):
                yield Claim(words, words, licences)
        elif _may_stand(core, joined) and _are_given(field, core, given, held):
            yield Claim(words, subject_of(words), licences)


def _may_stand(words: str, text: str) -> bool:
    """Whether the longer ones of some words stand in a text at all, however licence is spelt."""
    long = (word for word in re.findall(r"[^\W_]{4,}", words.lower()) if not word.startswith("licen"))
    return all(word in text for word in long)


def _are_given(field: str, words: str, notices: Sequence[str], held: Lookups) -> bool:
    if field in SENTENCES:
        return gives(notices, words)
    if field == NAMED:
        return any(shows(one, words, whole=False) for one in notices)
    return any(_shown(one, words, held) for one in notices)


def _bare(url: str) -> str:
    """An address without what is often left out of it."""
    return url.lower().partition("://")[2].removeprefix("www.").rstrip("/")


def _telling_words(held: Lookups) -> dict[tuple[str, str], frozenset[str]]:
    """The words that tell of texts, beginnings of names aside, each with the licences that they tell of."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for licence, words in held.registry.set_words.items():
        for field, one in words:
            if field != "name_prefix":
                found[field, one] = found.get((field, one), frozenset()) | {licence}
    return found


def _shown(notice: str, badge: str, held: Lookups) -> bool:
    """Whether a notice shows a badge; one that is a mere name only where nothing else is said."""
    if held.names.model_entry(badge) is not None:
        return as_shown(notice).strip(" .!\"'") == badge.lower()
    return shows(notice, badge) or shows(notice.replace("-", " "), badge)


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
        elif not ids and (house := held.names.provider(text)):
            yield Claim(f"terms that pass on {text}", text, parties=frozenset((house,)))
    for said in (*release.statements, *declared.statements):
        # Of weights that go out, what is said of the data is said of what they were trained on.
        behind = said.about == "upstream" or (said.about == "data" and declared.kind == "model")
        ids = _ids(said.license, held) if behind and said.until is None else ()
        if ids and any(_limits(one, held) for one in ids):
            told = "upstream" if said.about == "upstream" else "of the data"
            yield Claim(f"{said.license} {told}", said.license, frozenset(ids))


def _named_in(notices: Iterable[str], release: Release, declared: Declared, held: Lookups) -> Iterator[Claim]:
    """Licences with limits that notices name by their short names, as whoever credits a source names its licence."""
    own = {one for text in (release.license, declared.license) for one in _ids(text, held)}
    for notice in notices:
        for found in _SHORT_NAMES.finditer(notice):
            said = found.group(0).strip()
            ids = frozenset(_ids(said, held) or _ids(re.sub(r"[\s_]+", "-", said), held))
            if ids and not own & ids and any(_asks(one, held) for one in ids):
                yield Claim(f"{said} in a notice", said, ids)


_SHORT_NAMES = regex(
    r"(?<![\w-])(?:CC[- ]BY[- ](?:NC|SA|ND)(?:[- ](?:SA|ND))?[- ]\d\.\d|[AL]?GPL[- ]?v?\d(?:\.\d)?"
    r"|(?:(?<=under )|(?<=under the ))[AL]?GPL|ODbL(?:[- ]?v?1\.0)?)(?![\w.]*\w)",
    re.IGNORECASE,
)


def _ids(text: str | None, held: Lookups) -> tuple[str, ...]:
    """The licences that a text may name, those that its name covers included."""
    read = held.licences.read(text)
    given = (one for ids in read.alternatives for one in ids) if not read.unread else ()
    return tuple(dict.fromkeys(each for one in given for each in held.licences.members(one)))


def _asks(licence: str, held: Lookups) -> bool:
    """Whether a licence, also one of programs, asks more of takers than credit and its copy."""
    record = held.licences.record(licence)
    return record is not None and bool(set(record.traits) - _FREE)


def _limits(licence: str, held: Lookups) -> bool:
    """Whether a licence limits what is done with a work, so that nobody names it for nothing."""
    record = held.licences.record(licence)
    return record is not None and record.kind != "code" and bool(set(record.traits) - _FREE)


def _sets_words(licence: str, held: Lookups) -> bool:
    """Whether a licence is one of weights that sets words by which its own works are known."""
    record = held.licences.record(licence)
    fields = (field for field, _ in held.registry.set_words.get(licence, ()))
    return (
        record is not None and record.kind == "model" and any(one in (*SHORT, *SENTENCES) for one in fields)
    )


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
