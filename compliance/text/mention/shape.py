"""How names are written that nothing knows, and what is written like one and is none: machines, tools, measures."""

from __future__ import annotations

import re

from compliance.text.mention.called import is_of_people, says_kind
from compliance.text.mention.formed import CAPITALS, LICENCE, is_common
from compliance.text.mention.patterns import lexicon

NAME = re.compile(
    r"(?P<name>[A-Z][\w.+&-]*\w(?:(?<!\.) (?:[A-Z\d]|v\d)[\w.+-]*)*|[a-z]\w*(?:[-_.]\w+)*)(?=$|[^\w/.]|\.\s|\.$|/)"
)
"""A run of words with capitals, or one identifier in small letters."""
_DISTINCT = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z]\w*[a-z]\w*[A-Z]|[A-Z][\w-]*\d|^[A-Z]{3,}(?:-[A-Za-z\d]+)*$|[A-Z][a-z]+-[A-Z\d]|"
    r"[A-Z]{2,}-[A-Z\d]|[A-Z][A-Za-z]+_[a-z\d]|[A-Z]{2,}[a-z]{2,}|^[A-Z]{2,}[a-rt-z]$"
)
"""How a word is written that is a name: a capital or a digit inside, in capitals, or a capital behind a hyphen."""
_SMALL = re.compile(
    r"(?=.*\d)[a-z][a-z\d]*(?:[-.][\w]+)+|[a-z]{4,}-(?:base|large|small|diffusion|chat|instruct)(?:-\w+)*"
)
"""How an identifier in small letters is written: parts joined with a digit or a line below among them."""
_CODE = re.compile(r"[a-z]{1,6}\d{2,4}")
"""A short code in small letters, which is a name in a list of names: `f222`."""
_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}")
"""Words with capitals and nothing else: those of names, of people and of places are written so."""
_PLACES = frozenset(
    {"Africa", "America", "Asia", "Europe", "Australia", "Austria", "Argentina", "Belgium", "Brazil", "Canada", "China",
     "Denmark", "Egypt", "England", "Finland", "France", "Germany", "Greece", "India", "Indonesia", "Iran", "Ireland",
     "Israel", "Italy", "Japan", "Kenya", "Korea", "Mexico", "Netherlands", "Nigeria", "Norway", "Pakistan", "Poland",
     "Portugal", "Russia", "Scotland", "Spain", "Sweden", "Switzerland", "Taiwan", "Turkey", "Ukraine", "Vietnam",
     "South", "North", "East", "West", "New", "San", "Los", "Internet", "Appendix", "Section", "Chapter", "Part",
     "Stage"}
)  # fmt: skip
"""First words of places, and of parts of a paper."""
_KINDED = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)* (?:[vV]\d[\w.]*|\d[\w.]*)")
"""Words with capitals and a version: `Clotho v2`."""
TITLED = re.compile(
    r"(?:(?:[A-Z\d]|v\d)[\w.-]* ){1,5}(?:Space|Bank|Corpus|Corpora|Archives?|Atlas|Databases?|Data ?sets?|"
    r"Collection|Library|Benchmark|Challenge|Repository|Suite|Treebank|Commons|Project|Portal)"
)
"""Words with capitals that say themselves what they are: `Fen Bird Archive`."""
_NO_NAME = re.compile(
    r"-(?:related|based|style|like|free|only|trained|tuned|specific|aware|level|type|shot|box|scale|bit|of|to|"
    r"the|up|art|end|"
    r"\d+bit|and|level|time|step|core|gpu)$",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"(?i)(?:[tg]pus?|cpus?|v?ram|[avhlptk]\d{1,4}s?(?:-.*)?|l40s?|rtx|dgx|hgx|aws|ec2|nvidia|azure|gcp|colab|"
    r"slurm|cuda.*|ddr\d|"
    r"p\d\w{0,2}(?:\.\w+)?|g\d\w{0,2}(?:\.\w+)?|jetson|xeon|epyc|m\d|mi\d{2,3}x?|titan|tesla|gtx|sagemaker|"
    r"runpod|tpuv?\d.*|v\d[-\w.]*|python\d?.*|lambdalabs|jarvislabs|macbook|habana|gaudi\d?|trainium|autonlp|automl)"
)
_DATE = re.compile(
    r"(?i)(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b(?!-).*|[\d./-]+|fig(?:ure)?.*|tab(?:le)?\b.*|eq\w*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)

_MEASURE = re.compile(r"(?i)(?:top|rank|pass|recall|hits?|precision|best|maj)[-@ ]?(?:at[- ])?\d+")
"""What is counted of answers: the best one, the five best."""


def is_name(words: str) -> bool:
    """Whether words are written as the name of a thing, and not as that of a kind, a machine or a tool."""
    if words in CAPITALS:
        return True
    if _is_other(words):
        return False
    if words[0].islower():
        return bool(_SMALL.fullmatch(words) or re.search(r"[a-z][A-Z]", words))
    return any(_DISTINCT.search(word) and not says_kind(word) for word in words.split(" ")) or bool(
        _KINDED.fullmatch(words) or TITLED.fullmatch(words)
    )


def is_plain(words: str) -> bool:
    """Whether words are written as names are, of places and people as well as of things."""
    return (
        _PLAIN.fullmatch(words) is not None
        and not _is_other(words)
        and words.split(" ")[0] not in _PLACES
        and not any(is_of_people(word) for word in words.split(" "))
    )


def goes_on(words: str) -> bool:
    """Whether words go on a list of names though they are written as other words are too."""
    return (" " in words and is_plain(words)) or _CODE.fullmatch(words) is not None


def _is_other(words: str) -> bool:
    """Whether words name a machine, a tool, a date, a measure or a licence, or only say of what kind something is."""
    first = words.split(" ")[0]
    if (
        _NO_NAME.search(words)
        or _MACHINE.fullmatch(first)
        or _DATE.fullmatch(words)
        or _MEASURE.fullmatch(words)
        or LICENCE.fullmatch(words)
    ):
        return True
    tools = lexicon().tools
    if words.lower() in tools or first.lower() in tools or is_common(words):
        return True
    return all(says_kind(word) or is_of_people(word) for word in re.split(r"[ -]", words))
