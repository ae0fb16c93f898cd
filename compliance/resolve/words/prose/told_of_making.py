"""What a sentence says that a thing was made from: names that stand behind words of making, with nothing between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.names.catalogue import AnyEntry
from compliance.model.names.records import DatasetEntry, ServiceEntry
from compliance.model.words.spelling import split_organisation
from compliance.patterns import regex
from compliance.resolve.names.prepared import Lookups
from compliance.resolve.words.prose.claim import Claim
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.spoken import speaks_of

_MADE = regex(
    r"(?<![a-z])(?:(?:built|based|made|created|developed|derived|adapted|(?:pre-?|post-?)?trained"
    r"|(?:fine-?|instruction-?)?tuned|distill?ed|initiali[sz]ed|start(?:s|ed|ing)?|continued|merged|quanti[sz]ed"
    r"|converted|pruned|powered|improved|generated|written|labell?ed|annotated|fine-?tune|tune|version|derivative"
    r"|distillation|quanti[sz]ation|weights|outputs|rows|answers)\s+(?:up)?(?:on|with|from|by|of|using)(?![a-z])"
    r"|(?:contains|includes|incorporates|(?:adapters?|lora)\s+(?:for|of|on))(?![a-z])"
    r"|(?:base(?:[\s_-]?model)?|backbone|parent(?:[\s_-]model)?|teachers?|source[\s_-]model|starting[\s_-](?:point"
    r"|weights)"
    r"|initial[\s_-](?:checkpoint|weights)|foundation[\s_-]model"
    r"|(?:large[\s_-])?language[\s_-]model|v?llm|(?:vision|visual|text|image|audio|speech)[\s_-](?:encoder|decoder"
    r"|tower"
    r"|backbone|model)|vae|vocoder|u-?net)\s*[:=])",
    re.IGNORECASE,
)
"""Words behind which stands what a thing was made from."""
_MADE_BEFORE = regex(
    r"(?:['’]s)?[\s-]*(?:(?:instruct|chat|base)[\s-]+)?(?:based|derived|powered|fine-?tuned?|fine-?tunes?|tunes?"
    r"|derivatives?"
    r"|distillations?|distilled|distill?|weights|outputs|inside"
    r"|(?:community\s+)?licen[cs]e|terms\s+of\s+use|(?:acceptable|prohibited)\s+use\s+policy)(?![a-z])",
    re.IGNORECASE,
)
"""Words before which it stands, and those of texts that only go with it."""
_CREDITS = regex(
    r"(?<![a-z])(?:thanks?|thanking|acknowledg\w+|courtesy of|credits?|(?:rows|data|texts|images|pictures|conversations"
    r"|dialogues|recordings|questions|examples)\s+(?:by|from|of))(?![a-z])",
    re.IGNORECASE,
)
"""Words with which a notice credits a source."""
_MEASURED = regex(
    r"(?<![a-z])(?:evaluat\w+|benchmark\w*|measured|scores?|scored|tested|results?|leaderboards?|inspir\w+|ideas?)(?![a-z])",
    re.IGNORECASE,
)
"""Words beside which what is credited was a measure, or a model to follow."""
_WORD_OF_MAKING = regex(
    r"(?<![a-z])(?:based|derived|powered|fine-?tuned?|fine-?tunes?|tunes?|derivatives?|distill\w*|weights|outputs"
    r"|inside"
    r"|community|licen[cs]e|terms|acceptable|prohibited)(?![a-z])",
    re.IGNORECASE,
)
_TRAINED = regex(r"(?:pre-?|post-?)?trained", re.IGNORECASE)
_BORDER = regex(r"[;!?\n]|\.(?!\w)|,?\s+(?:but|rather|unlike|instead)\s")
_DENIED = regex(
    r"(?<![a-z])(?:no|not|never|without|none|neither|nor|than|unlike)(?![a-z])|n['’]t", re.IGNORECASE
)
_OF_ANOTHER = regex(r"(?:which|that|who)\s+(?:was|were|is|are|had\s+been|has\s+been)\s*$", re.IGNORECASE)
"""What is told of a thing that was named before."""
_REACH = 120
"""How far before and behind such a word is looked."""
_CONTENT = (
    r"outputs?|rows|answers|data|samples|examples|responses|generations|traces|conversations|dialogues|completions"
    r"|texts?"
    r"|labels|translations|captions|synthetic"
)
_OF_CONTENT = regex(rf"(?<![a-z])(?:{_CONTENT})(?![a-z])", re.IGNORECASE)
_BETWEEN = regex(
    rf"(?:the|an?|our|of|from|by|and|or|with|in|on|base|chat|model|models|weights|checkpoints?|versions?|copy|copies"
    rf"|open"
    rf"|original|instruct|pre-?trained|fine-?tuned|tuned|merged|foundation|language|small|large|part|parts|{_CONTENT}"
    rf"|\w+['’]s|[\w.-]*[A-Z0-9][\w.-]*)",
)
"""Words that may stand between a word of making and a name; names of others among them."""
_OTHER_PART = regex(
    r"(?:['’]s)?[\s-]*(?:chat\s+)?(?:format|template|recipes?|code|style|prompts?|papers?|tokeni[sz]er|vocabulary"
    r"|interface"
    r"|architecture|api|compatible|implementation|class|library|modules?|layers?|licen[sc]e|terms|team|gpus?|cluster"
    r"|cookbook|config(?:uration)?s?|hyper-?parameters?)(?![a-z])",
    re.IGNORECASE,
)
"""What is said to be taken of a model, and holds none of its weights or words."""
_ON_A_HUB = regex(r"(?<![\w./:@-])[A-Za-z][\w.-]{2,}/[A-Za-z0-9][\w.-]*[A-Za-z0-9](?![\w/])")
_NUMBERED = regex(r"[a-z][\w.-]*\d|\d[\w.-]*[a-z]", re.IGNORECASE)
_PROPER = regex(r"[A-Z0-9]")
_SHORTEST = 4
"""Letters of a name that stands in a sentence by no chance."""
_MACHINES_AND_SITES = frozenset(
    (
        "aws",
        "cloudflare",
        "databricks",
        "google",
        "huggingface",
        "ibm",
        "llamaindex",
        "microsoft",
        "nvidia",
        "oracle",
        "snowflake",
    )
)
"""Providers whose bare names stand for clouds, sites, programs and machines as well as for models."""
_A_NAME = 4
"""Words of which the name of somebody may be."""


def made_of(text: str, held: Lookups) -> Iterator[Claim]:
    """What a sentence says that a thing was made from.

    Names of other parts than weights and words, as of a tokenizer, are none; nor is anything that a clause denies, or
    tells of how something else was made.
    """
    for found in _MADE.finditer(text):
        before = _BORDER.split(text[max(0, found.start() - _REACH) : found.start()])[-1]
        if _DENIED.search(before[-40:]) or _OF_ANOTHER.search(before):
            continue
        tail = text[found.end() : found.end() + _REACH]
        border = _BORDER.search(tail)
        if border and border.group() == "?":
            continue
        ends = (one.start() for one in (border, _DENIED.search(tail)) if one)
        yield from _named(found.group(), tail[: min(ends, default=_REACH)], " ".join(text.split()), held)
    yield from _before(text, held)


def credited(notice: str, held: Lookups) -> Iterator[Claim]:
    """Known data sets that a notice credits, in whatever words: "Thanks to all who shared their chats on ShareGPT".

    What is put out owes thanks to a set whose rows are in it, or taught it; a measure or a model is thanked as such.
    """
    if not _CREDITS.search(notice) or _MEASURED.search(notice):
        return
    for clause in affirmed(notice):
        for spoken in () if compared(clause) else speaks_of(clause, held.names):
            if isinstance(spoken.entry, DatasetEntry) and _exact(spoken.text, spoken.entry, held):
                yield Claim(" ".join(notice.split()), spoken.text, entry=spoken.entry)


def _before(text: str, held: Lookups) -> Iterator[Claim]:
    """What is named right before a word of making."""
    for found in _WORD_OF_MAKING.finditer(text):
        head = _BORDER.split(text[max(0, found.start() - _REACH) : found.start()])[-1]
        if _DENIED.search(head):
            continue
        for spoken in speaks_of(" ".join(head.split()[-_A_NAME:]).replace("/", " "), held.names):
            place = text.rfind(spoken.text, 0, found.start() + 1)
            follows = place >= 0 and _MADE_BEFORE.match(text, place + len(spoken.text))
            if follows and spoken.entry is not None and _exact(spoken.text, spoken.entry, held):
                yield Claim(" ".join(text.split()), spoken.text, entry=spoken.entry)


def _named(verb: str, tail: str, told: str, held: Lookups) -> Iterator[Claim]:
    """What is named behind a word of making."""
    taught = _TRAINED.match(verb) is not None
    for one in _ON_A_HUB.findall(tail):
        known = held.names.model_entry(one)
        bare = split_organisation(one)[1]
        if known is not None or held.names.derivative(one) is not None or _NUMBERED.search(bare):
            yield Claim(told, one, entry=known)
    whole = tail.strip(" .\"'“”()")
    if provider := _whole_provider(whole, held):
        yield Claim(told, whole, parties=frozenset((provider,)))
        return
    for spoken in speaks_of(_ON_A_HUB.sub(" , ", tail).replace("/", " "), held.names):
        entry = spoken.entry
        if entry is None or not _exact(spoken.text, entry, held) or not _is_direct(spoken.text, tail):
            continue
        content = isinstance(entry, DatasetEntry) or _OF_CONTENT.search(tail) is not None
        if content or not taught:
            yield Claim(told, spoken.text, entry=entry)


def _whole_provider(whole: str, held: Lookups) -> str | None:
    """The maker of models whose name is all that stands there; who runs what others made is none."""
    words = whole.split()
    if not 0 < len(words) <= _A_NAME or not all(map(_PROPER.search, words)):
        return None
    provider = held.names.unnamed_of(whole) or held.names.provider(whole)
    record = held.names.provider_record(provider)
    named = record is not None and held.names.model_entry(whole) is None
    return provider if named and not record.runs_weights and provider not in _MACHINES_AND_SITES else None  # type: ignore[union-attr]


def _is_direct(said: str, tail: str) -> bool:
    """Whether nothing but light words and other names stands before a name, and no other part of it behind."""
    place = tail.find(said)
    if place < 0:
        return False
    words = [word.strip("\"'“”(),:") for word in tail[:place].split() if any(map(str.isalnum, word))]
    light = all(not word or _BETWEEN.fullmatch(word) for word in words)
    return light and _OTHER_PART.match(tail, place + len(said)) is None


def _exact(said: str, entry: AnyEntry, held: Lookups) -> bool:
    """Whether words are a name that is known, and written as one; that of a house alone names no model."""
    if _PROPER.search(said) is None or len(said) < _SHORTEST:
        return False
    if isinstance(entry, ServiceEntry):
        return held.names.provider_record(said.lower()) is None and held.names.service(said) is not None
    return held.names.model_entry(said) is entry or held.names.dataset(said) is not None
