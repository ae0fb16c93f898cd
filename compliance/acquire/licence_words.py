"""What prose says of licences, of people who wrote rows, and of terms that others impose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

_NAMED = re.compile(
    r"(?i)\b(?:apache(?:[- ]license)?(?:,? version)?[- ]?2(?:\.0)?|mit(?= licen[cs]e)|cc0(?:-1\.0)?|"
    r"cc[- ]?by(?:[- ](?:nc|sa|nd))*(?:[- ][1-4]\.0)?|odc[- ]?by(?:[- ]1\.0)?|openrail(?:\+\+)?(?:-m)?|"
    r"llama[- ]?\d(?:\.\d)? (?:community )?licen[cs]e|gpl[- ]?v?[23](?:\.0)?|bsd[- ][23][- ]clause|"
    r"creative commons attribution(?:[- ]noncommercial)?(?:[- ]sharealike)? \d\.0)"
)
_NON_COMMERCIAL = re.compile(r"(?i)\bnon-?commercial\b")
_ABOUT = (
    ("data", re.compile(r"(?i)\b(?:data|dataset|data set|rows|collection|corpus|annotations)\b")),
    ("weights", re.compile(r"(?i)\b(?:weights|model|checkpoints?|adapter)\b")),
    ("code", re.compile(r"(?i)\b(?:code|scripts|software)\b")),
)
_LICENSED = re.compile(
    r"(?i)\b(?:licen[cs]ed?|under|released|distributed|terms|available|shared|purposes|use|used|commercially)\b"
)
_DENIED = re.compile(r"(?i)\b(?:not|no|never|without|unlike|originally|upstream|their)\b")
_PEOPLE = re.compile(
    r"(?i)\b(?:written|authored|composed|produced|created|made|crafted)\b[^.;]{0,40}\b(?:in-house|by hand|"
    r"by (?:our |the |its )?(?:\w+ ){0,2}(?:team|people|humans?|volunteers|experts|annotators|employees|staff|"
    r"contractors|students|crowd\w*|members))\b|\bhuman[- ](?:written|generated|authored)\b|"
    r"\b(?:volunteers|employees|experts|annotators|people) (?:wrote|typed|authored)\b"
)
_DONE = (
    r"(?:written|typed|drafted|put|asked|posed|transcribed|annotated|labell?ed|captioned|translated|recorded|spoken|read|"
    r"drawn|checked|made|prepared)"
)
_MACHINES = (
    r"(?:transform|encod|generat|classifi|tokeni[sz]|pars|filt|scor|judg|rank|teach|writ|adapt|detect|explor|comput|"
    r"serv|numb|lay|paramet|simulat|vect|tens|annotation-)(?:ers|ors)\b"
)
_OTHER_PEOPLE = re.compile(
    rf"(?i)\b{_DONE}\b(?: and (?:\w+-?){{1,3}})?(?: (?:in|from|over) \w+)? by (?:[\w-]+ ){{0,3}}?(?!{_MACHINES})"
    r"(?:\w{3,}(?:eers|ers|ors|ists|ians|ants)|students|folk|residents|people)\b"
)
"""What people of any trade did: `typed by two librarians`. Trades are told by how their names end."""
_MACHINE = (
    r"(?:(?:any|an?|the|other) )?(?:(?:large|vision[- ]language|language|generative|ai|text|image) )*"
    r"(?:models?|llms?|vlms?|ai|machines?|chat ?bots?)"
)
_PART = r"no (?:part|row|line|answer|image|picture|caption|example|question|recording)s?"
_MADE = r"(?:written|generated|produced|made|created|synthesi[sz]ed|spoken|painted)"
_NO_MACHINE = re.compile(
    rf"(?i)\bno (?:synthetic|artificial|(?:machine|model|ai|llm)[- ](?:made|written|generated)|generated) \w+|"
    rf"\b(?:nothing|none|{_PART})\b[^.;]{{0,60}}\b{_MADE}\b[^.;]{{0,15}}\bby {_MACHINE}\b|"
    rf"\bno (?:[\w-]+ ){{1,3}}by {_MACHINE}\b|"
    rf"\bno {_MACHINE}\b[^.;]{{0,20}}\b(?:took part|wrote|generated|contributed|involved|"
    rf"had (?:a|any) (?:hand|part)|(?:was|were) (?:used|involved|asked))\b|"
    rf"\b(?:{_MADE}|labell?ed|annotated)\b[^.;?]{{0,20}}\bby {_MACHINE}\?\W*(?:no|none)\b|"
    r"\bsynthetic\b[^.;?]{0,30}\?\W*(?:no|none)\b|"
    r"\b(?:all|every|each|only|entirely|exclusively)\b[^.;]{0,30}\b(?:real|genuine|authentic|human) "
    r"(?:photo\w*|pictures?|images?|recordings?|speech|speakers?|voices?|people|conversations?|text|answers?)\b"
)
"""Where a page says that no model made anything of the content."""
_NO_LIMITS = re.compile(
    r"(?i)\bthird part(?:y|ies)\b[^.]{0,60}\b(?:restrictions?|terms|limits)\b[^.]{0,30}\?\W*(?:no|none)\b|"
    r"\bno (?:third[- ]party )?restrictions\b"
)


def is_licence(words: str) -> bool:
    """Whether words are the short name of a licence, and nothing else.

    >>> is_licence("cc-by-nc-sa-4.0"), is_licence("MIT"), is_licence("mc4")
    (True, True, False)
    """
    return words.lower() == "mit" or _NAMED.fullmatch(words) is not None


def licence_said(text: str) -> Iterator[tuple[str, str, int]]:
    """What a paragraph says is licensed, under what, and where; a subject that is empty is the card's own thing."""
    for sentence in re.finditer(r"[^.?!]+(?:\.(?=\S)[^.?!]*)*[.?!]?", text):
        words = sentence[0]
        named = list(_NAMED.finditer(words)) or list(_NON_COMMERCIAL.finditer(words))
        if not named or not (_LICENSED.search(words) or len(words.split()) <= 6) or _DENIED.search(words):
            continue
        subjects = [name for name, pattern in _ABOUT if pattern.search(words)] or [""]
        for one in named:
            for subject in subjects:
                yield subject, _tidy(one[0]), sentence.start() + one.start()


def _tidy(words: str) -> str:
    return "non-commercial" if _NON_COMMERCIAL.fullmatch(words) else " ".join(words.split())


def people_said(text: str) -> Iterator[tuple[Literal["people-wrote", "no-restrictions"], int]]:
    """Where a paragraph says that people wrote the content, or that nobody else limits its use."""
    told = (
        one.start() for pattern in (_PEOPLE, _OTHER_PEOPLE, _NO_MACHINE) for one in pattern.finditer(text)
    )
    for at in dict.fromkeys(told):
        yield "people-wrote", at
    for one in _NO_LIMITS.finditer(text):
        yield "no-restrictions", one.start()
