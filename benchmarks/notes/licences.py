"""Licence texts of notes split into what is said, where, and about which part.

Recognising a licence's name is the registry's work; here a text is only taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from compliance.model.shape import ArtifactKind

Part = Literal["this", "code", "data", "weights", "upstream"]
OWN_PART: dict[ArtifactKind, Part] = {"model": "weights", "dataset": "data", "code": "code"}

NOTHING = re.compile(
    r"(unknown|unclear|see release|not (known|released)\b.*|not stated in .*|undecided|as chosen|"
    r"any|n/?a|open( source)?( licen[cs]es?)?( intended)?|public repository|unspecified|tbd|own data|"
    r"disputed|to be confirmed|licen[cs]e unknown|unsure|unresolved|project'?s choice|planned)",
    re.IGNORECASE,
)
"""Texts that say nothing of a licence; where a text says that there are several or none, it is kept as it stands."""
VAGUE = re.compile(
    r"((mixed|various|several|multiple|unlisted)\b.*|(none|no licen[cs]e|not (set|stated|licensed)|"
    r"without( a)? licen[cs]e)\b.*|others?|\w+ (vary|differ))",
    re.IGNORECASE,
)
"""Texts that say that there are several licences, or none, without naming one."""
DROPPED = re.compile(r"\b(dropped|removed|withdrawn|superseded|no longer|corrected)\b", re.IGNORECASE)
"""A statement that its maker has taken back speaks no more."""

_PARTS: tuple[tuple[str, Part], ...] = (
    (r"source code|code|repo code|software|library|scripts?", "code"),
    (r"data ?sets?|data|rows|corpus|annotations|prompts", "data"),
    (r"model weights|weights?( diff)?|models?|checkpoints?|adapters?|diff|delta|finetune|voices?", "weights"),
    (r"upstream|base( model)?", "upstream"),
)
_ANY_PART = "|".join(pattern for pattern, _ in _PARTS)
_PLACES = (
    r"ya?ml( tag)?|hub tag|tag|card( body| text)?|model[ _]card(\.md)?|read ?me(\.md)?|licen[cs]e( file|\.txt|\.md)?|"
    r"table|badge|disclaimer|datasheet(\.md)?|paper|blog( post)?|web ?site|page|repo(sitory)?|github|hub|text|body|"
    r"metadata|header|notice|app list|[\w-]+\.md"
)
_PLACE = re.compile(
    rf"^(?:the |its |an? )?({_PLACES})(?:(?: licen[cs]e)?\s*:\s*|\s+(?:says?|states?|gives?|shows?|reads?)\s+)",
    re.IGNORECASE,
)
_CATALOGUE = re.compile(r"^(\w[\w .-]{0,30}?)\s+lists?\s+(?:it as |as )?", re.IGNORECASE)
_PART_AFTER = re.compile(rf"\s*\(((?:(?:{_ANY_PART}|repo|only|and)[ ,/+&]*)+)\)\s*$", re.IGNORECASE)
_PLACE_AFTER = re.compile(rf"\s*\(({_PLACES}|file|diff|text|tag)\)\s*$", re.IGNORECASE)
_SPLIT = re.compile(
    rf"\s*;\s*|\s+/\s+|,?\s+(?:then|later|->|→)\s+|(?<=\)),?\s+(?:and\s+)?(?=[A-Z][\w .-]*\()|"
    rf",\s+(?=(?:{_ANY_PART})\b)|\s+and\s+(?=(?:{_ANY_PART})\s+[A-Z0-9])|"
    rf",\s+(?=(?:{_PLACES})\s*:)|(?<=[a-z])/(?=[a-z]{{2}})",
    re.IGNORECASE,
)
_ONLY_PARTS = re.compile(rf"(?:^|says |: ?)(?:{_ANY_PART})$", re.IGNORECASE)
_NOTE = re.compile(r",?\s+with (?:a|the) (?:note|remark) (?:that|saying)\s+(.+)$", re.IGNORECASE)
_SENTENCE = re.compile(
    r",?\s+with an? (?:extra |added |further )?(.+?)[- ](?:sentence|clause|restriction|wording|disclaimer|"
    r"rider|note|line)\b.*$",
    re.IGNORECASE,
)
_VERSIONS = re.compile(r"^(.*?)\s+(v?\d[\d.]*)\s*/\s*(v?\d[\d.]*)\b(.*)$")
_EITHER = re.compile(r"^(.*?)\s+(v?\d[\d.]*)\s+or\s+(v?\d[\d.]*)\b(.*)$")
_TRAILING = re.compile(
    r"\s+(?:claimed|per (?:its |the )?card|intended|for this part|by variant|apparently|at the time|licensed)$|"
    r"^(?:licen[cs]e\s*:\s*|under\s+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said about a licence."""

    licence: str
    where: str = ""
    about: Part = "this"


def split_licence(text: str, *, several: str = "") -> tuple[Said, ...]:
    """What a licence text says, the governing statement first; nothing where it names no licence.

    `several` is the name of what the licence is of: where it names several things, a stroke in the licence text
    divides what belongs to them and is no disagreement.

    >>> [said.licence for said in split_licence("mit/gemma")]
    ['mit', 'gemma']
    >>> split_licence("code MIT; weights Falcon licence")[1]
    Said(licence='Falcon licence', where='', about='weights')
    >>> split_licence("various (MIT among them)")[0].licence
    'various (MIT among them)'
    """
    joined = _for_several(text.strip(), several)
    found: list[Said] = []
    for number, piece in enumerate(_pieces(joined)):
        found += _said(piece, earlier=number == 0 and re.search(r"\b(then|later)\b", joined) is not None)
    return _governing_first(found)


def _for_several(text: str, name: str) -> str:
    text = re.sub(r"\s+or[- ](?:later|newer)\b", "+", text, flags=re.IGNORECASE)
    text = re.sub(rf"(\b(?:for|on) (?:the )?(?:{_ANY_PART}))\s*(?:,|and)\s+", r"\1; ", text)
    if re.search(r"\b(dual|either|your choice|at your option)\b", text, re.IGNORECASE):
        bare = re.sub(
            r"[(,]?\s*\b(dual(-licen[cs]ed)?|either|(at )?your (choice|option)( of)?)\b\s*[:)]?\s*", "", text
        )
        return re.sub(r"\s*(?:/|\bor\b|\band\b|\+)\s*", " OR ", bare)
    if re.search(r"\s/\s", text) and not re.search(r"\((text|tag)\)", text):
        if re.search(r"\s/\s", name) or "by variant" in text:
            return re.sub(r"\s+/\s+", " OR ", text)
        if re.search(r"\s\+\s|,| and ", name):
            return re.sub(r"\s+/\s+", " AND ", text)
    return text


def _pieces(text: str) -> Iterator[str]:
    if DROPPED.search(text):
        return
    if VAGUE.fullmatch(text):
        yield text
        return
    inside = [m.span() for m in re.finditer(r"\([^)]*\)", text)]
    start = 0
    for match in _SPLIT.finditer(text):
        if any(a < match.start() < b for a, b in inside) or _ONLY_PARTS.search(text[start : match.start()]):
            continue
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]


def _said(piece: str, *, earlier: bool) -> Iterator[Said]:
    rest, where, parts = piece.strip(" ,;"), "earlier" if earlier else "", ("this",)
    if match := _PLACE.match(rest):
        where, rest = match[1], rest[match.end() :]
        parts = ("data",) if "datasheet" in where.lower() else parts
    elif match := _CATALOGUE.match(rest):
        where, rest, parts = match[1], rest[match.end() :], ("upstream",)
    if match := _NOTE.search(rest):
        yield from (
            replace(said, about="upstream", where="note")
            for said in _said(_last_name(match[1]), earlier=False)
        )
        rest = rest[: match.start()]
    if match := _SENTENCE.search(rest):
        yield Said(match[1], "added sentence")
        rest = rest[: match.start()]
    named: list[str] = []
    if match := _PLACE_AFTER.search(rest):
        where, rest = where or match[1], rest[: match.start()]
    elif match := _PART_AFTER.search(rest):
        named, rest = _parts_in(match[1]), rest[: match.start()]
    prefixed, rest = _parts(rest)
    prefixed = prefixed or named
    rest = f"{piece.strip()}" if rest in ("vary", "differ") else rest
    if prefixed and (match := re.match(r"(badge|tag|label|licen[cs]e)\s*:?\s+", rest, re.IGNORECASE)):
        where, rest = where or match[1], rest[match.end() :]
    licence = expression(rest)
    if licence:
        for part in prefixed or parts:
            yield Said(licence, where, part)  # type: ignore[arg-type]


def _last_name(text: str) -> str:
    """`the base was Llama 3 licensed` speaks of `Llama 3`."""
    return re.sub(r"^.*?\b(?:was|is|are|were|under|carries)\s+", "", text)


def _parts_in(text: str) -> list[str]:
    """Parts that a bracket names, such as `(model, data)`."""
    named = [
        part
        for word in re.findall(r"\w+", text.lower())
        for pattern, part in _PARTS
        if re.fullmatch(pattern, word)
    ]
    return [] if "repo" in text.lower() else list(dict.fromkeys(named))


def _parts(text: str) -> tuple[list[str], str]:
    found: list[str] = []
    rest = text
    while match := re.match(rf"(?:and |the |original )*({_ANY_PART})\b[ :]+(?=\S)", rest, re.IGNORECASE):
        found += [part for pattern, part in _PARTS if re.fullmatch(pattern, match[1].lower())]
        rest = rest[match.end() :]
    if match := re.search(rf"\s+(?:for|on) (?:the )?({_ANY_PART})$", rest, re.IGNORECASE):
        found += [part for pattern, part in _PARTS if re.fullmatch(pattern, match[1].lower())]
        rest = rest[: match.start()]
    return list(dict.fromkeys(found)), rest


def expression(text: str) -> str | None:
    """A licence text as names joined by AND (together) and OR (not settled which); None where it names none.

    >>> expression("ODC-By and others"), expression("llama2 or cc-by-nc-4.0 (unsure)"), expression("CC-BY-SA 3.0/4.0")
    ('ODC-By and others', 'llama2 OR cc-by-nc-4.0', 'CC-BY-SA 3.0 AND CC-BY-SA 4.0')
    """
    rest = text.strip(" ,;")
    if VAGUE.fullmatch(rest):
        return rest
    rest = re.sub(r"\s*\([^)]*\)", "", rest)
    previous = None
    while previous != rest:
        previous, rest = rest, _TRAILING.sub("", rest).strip(" ,;")
    if not rest or NOTHING.fullmatch(rest):
        return None
    if match := _EITHER.match(rest):
        return f"{match[1]} {match[2]}{match[4]} OR {match[1]} {match[3]}{match[4]}"
    if match := _VERSIONS.match(rest):
        return f"{match[1]} {match[2]}{match[4]} AND {match[1]} {match[3]}{match[4]}"
    return _join(rest)


def _join(text: str) -> str | None:
    if re.search(r"\s(?:or|OR)\s", text):
        options = [part for part in re.split(r"\s+(?:or|OR)\s+", text) if part]
        return " OR ".join(options)
    parts = re.split(r"\s+(?:AND|plus|\+|with)\s+|,\s*(?:and\s+)?|\s+and\s+(?=[A-Z]|others?\b)", text)
    named = [
        part
        for one in parts
        if (part := one.strip()) and not NOTHING.fullmatch(part) and not VAGUE.fullmatch(part)
    ]
    if not named:
        return None
    rest = " and others" if len(named) < len([part for part in parts if part.strip()]) else ""
    return " AND ".join(named) + rest


def _governing_first(found: Iterable[Said]) -> tuple[Said, ...]:
    """Statements about the thing itself first, superseded and added ones behind."""
    order = {"earlier": 1, "added sentence": 1}
    unique = list(dict.fromkeys(found))
    return tuple(sorted(unique, key=lambda said: (said.about == "upstream", order.get(said.where, 0))))


def about(found: Iterable[Said], kind: ArtifactKind) -> tuple[list[Said], list[Said]]:
    """Statements that speak of a thing of this kind, and those that speak of something beside it."""
    own = OWN_PART.get(kind, "this")
    mine: list[Said] = []
    beside: list[Said] = []
    for said in found:
        (mine if said.about in ("this", own) else beside).append(said)
    specific = [said for said in mine if said.about == own]
    return (specific + [said for said in mine if said.about == "this"]), beside
