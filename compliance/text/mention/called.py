"""Names that nothing knows and no form tells, by the noun that they stand before: `the VLSP 2018 dataset`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from compliance.text.mention.formed import LICENCE
from compliance.text.mention.patterns import lexicon

_HEAD = re.compile(
    r"(?i)\b(?:(?P<rows>data ?sets?|corpus|corpora|data|"
    r"collection|database|benchmark|treebank)|models?|loras?|checkpoints?|classifiers?|teachers?)\b"
)
_GOES_ON = re.compile(r"\s+[A-Z][a-z]")
"""What follows where the noun is only a part of a longer name: `Model Workshop`."""
_COMPOUND = re.compile(
    r"(?i)[\s-]+(?:governance|sovereignty|principles?|protection|privacy|polic(?:y|ies)|science|scientists?|engineering|"
    r"management|standards?|laws?|cent(?:er|re)s?|formats?|structures?|types?|loaders?|stores?|owners?|stewards?)\b"
)
"""What follows `data` where both together are something else than rows: `CARE data governance`."""
_CLASS = re.compile(r"(?i)(?:model|classifier|tokeni[sz]er)s")
"""In the plural behind a short form they are of a kind: `ASR models`."""
_FIELD = re.compile(
    r"(?im)^[\s\-*•]*(?:"
    r"(?P<rows>(?:(?:(?:pre|post|fine)-? ?)?(?:train|tun|tune)(?:ing|ed on)?[ -]?|source[ -])?"
    r"(?:data ?sets?|data|corpus|corpora)|(?:(?:pre|post|mid|fine)-?)?(?:train|tun)ing (?:stage|phase)(?: \d)?)|"
    r"(?:base|parent|teacher|backbone|foundation)(?: model)?)"
    r"(?: name| used(?: (?:in|for|by) (?:[\w-]+ ){0,3}?[\w-]+)?)?\s*:\s+"
)
"""The head of a line that tells one thing: `Training data: NAME`."""
_USED = re.compile(
    r"(?:^\s*|[.:]\s+)(?P<name>[A-Z][\w-]*(?: [A-Z\d][\w-]*){0,3})\s+(?:by [^.]{1,40}?(?:et al\.)?[^.]{0,20}? )?"
    r"(?:is|was|were|are) used (?:for|to|in|as(?: the| our)?) (?:pre-?|fine-?)?(?:train|tun)"
)
"""A name with which a sentence begins that tells on what the work was trained: `NAME was used for fine-tuning`."""
_SETS_OF = re.compile(
    r"(?i:\b(?:train(?:ing)?|tuning)\s+(?:sets?|splits?|parts?|portions?|data|rows)\s+of\s+(?:the\s+)?)(?=[A-Z])"
)
"""Words before a list of sets whose rows for training are meant: `the training sets of IC13 and SVT`."""
_ENDS = re.compile(
    r"(?:\s+(?:reports|images|texts?|pairs|samples|articles|documents|recordings|sentences|data ?sets?|corpus|subset))?"
    r"(?:\s+and\s+(?:reports|images|texts?|labels|captions|metadata|annotations)(?=\s*(?:$|[,;.\n])))?"
    r"\s*(?:$|\n|[,;.(\[|]|(?:and|&|\+)\s)"
)
"""What may follow a name that is told so."""
_NEXT = re.compile(r"\s*(?:\([^()]{0,120}\)\s*)?(?:,|;|&|\+|\band\b)\s*(?:and\s+)?")
"""What stands between two of them."""
_TOKEN = re.compile(r"[^\W_][\w.+&-]*(?:/[\w.-]+)?|[^\w\s]")
_DISTINCT = re.compile(r"[a-z]\w*[A-Z]|[A-Z]\w*[a-z]\w*[A-Z]|[A-Z][\w-]*\d|[A-Z]{3,}")
"""How a word is written that is a name whatever stands beside: with a capital or a digit inside, or in capitals."""
PROPER = re.compile(rf"{_DISTINCT.pattern}|[A-Z][a-z]+-[A-Z\d]")
"""The same among names, where a capital behind a hyphen tells it too."""
_SHORT_FORM = re.compile(r"^[A-Z]{2,}$|^[A-Z]\w*-[A-Z]")
"""The same of one of several words behind a label on rows: `Dataset: IU X-Ray`."""
_IDENTIFIER = re.compile(r"(?=\S*\d)[a-z][\w.]*(?:-[\w.]+)+")
"""A name in small letters, joined with hyphens and with a digit: `roberta-large-v2`."""
_PEOPLES = re.compile(
    r"[A-Z][a-z]+(?:ish|ese|ian|ean|ic)|French|German|Dutch|Greek|Thai|Hindi|Urdu|Bengali|Tamil|"
    r"Catalan|Basque|Czech|Slovak|Slovene|Welsh|Icelandic|Hebrew|Farsi|Pashto|Punjabi|Marathi|Gujarati|Nepali|Telugu|"
    r"Kannada|Malayalam|Odia|Sinhala|Khmer|Lao|Tibetan|Mongol|Uyghur|Kazakh|Uzbek|Kyrgyz|Tajik|Malay|Tagalog|Swahili|"
    r"Hausa|Igbo|Yoruba|Zulu|Xhosa|Somali|Afrikaans|Esperanto|Latin|Sanskrit|Mandarin|Cantonese|Creole|Maltese|Quechua"
)
DESCRIBES = re.compile(
    r"-(?:related|based|style|like|free|only|trained|tuned|specific|aware|level|type|shot|box|scale|bit)$|^[A-Za-z]+-to-[A-Za-z]+$"
)
_BEFORE = frozenset(
    {"the", "a", "an", "our", "their", "its", "this", "on", "with", "from", "of", "using", "and", "or", "both", ",",
     "my", "your"}
)  # fmt: skip
"""What stands before a name that is only written with a capital, and does not begin a sentence."""
_ADJECTIVES = 2
_GENERAL = re.compile(r"(?i)(?:model|checkpoint|tokeni[sz]er|classifier)s?")
"""Nouns that adjectives with a capital stand before as often as names do."""
_VERSION = re.compile(r"v\d[\w.]*")
_AND = frozenset({",", "and", "&", "or", "/"})
_REMARK = r"(?:\s*\([^()]{0,120}\))?"
_MEMBER = re.compile(
    rf"{_REMARK}\s*,\s+(?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){{0,2}}){_REMARK}\s*,?\s+(?:and\s+|or\s+)?"
)
"""What stands between two members of a list where another one does."""
LEAST_SHORT = 2
"""Letters of a short form that is a kind before any noun in the plural: `QA datasets`."""
MOST_LETTERS = 200
"""How far before its noun a list of names may begin."""
MOST_WORDS = 6
MOST_MEMBERS = 16


@dataclass(frozen=True, slots=True)
class Called:
    """A name before the noun that says what it is."""

    start: int
    end: int
    kind: Literal["dataset", "model"]


def called(text: str) -> Iterator[Called]:
    """Names by the nouns behind them, those of a list each by itself; several may tell the same place.

    >>> words = "We used the ASTD, ArSAS, and SemEval datasets and the LingMess model."
    >>> [(words[one.start : one.end], one.kind) for one in called(words)]
    [('SemEval', 'dataset'), ('ArSAS', 'dataset'), ('ASTD', 'dataset'), ('LingMess', 'model')]
    """
    for head in _HEAD.finditer(text):
        if head[0][0].isupper() and _GOES_ON.match(text, head.end()):
            continue
        if head[0].lower() == "data" and _COMPOUND.match(text, head.end()):
            continue
        kind: Literal["dataset", "model"] = "dataset" if head["rows"] else "model"
        before = list(_TOKEN.finditer(text, max(0, head.start() - MOST_LETTERS), head.start()))
        yield from _list(text, before, head, kind)
    for one in _USED.finditer(text):
        if _DISTINCT.search(one["name"]):
            yield Called(one.start("name"), one.end("name"), "dataset")
    for field in _FIELD.finditer(text):
        yield from _told(text, field.end(), "dataset" if field["rows"] else "model")
    for sets in _SETS_OF.finditer(text):
        yield from _told(text, sets.end(), "dataset")


def _told(text: str, at: int, kind: Literal["dataset", "model"]) -> Iterator[Called]:
    """The names that a line with a head tells, as far as each is written as one."""
    for _ in range(MOST_MEMBERS):
        run: list[re.Match[str]] = []
        while len(run) < MOST_WORDS:
            one = _TOKEN.match(text, run[-1].end() + 1 if run else at)
            if not one or not (one[0][0].isupper() or (run and one[0][0].isdigit())):
                run += [one] if one and not run and _is_identifier(one[0]) else []
                break
            run.append(one)
        distinct = len(run) == 1 and (PROPER.search(run[0][0]) or _is_identifier(run[0][0]))
        short = kind == "dataset" and len(run) > 1 and any(_SHORT_FORM.search(one[0]) for one in run)
        alone = run if distinct or short else []
        named = _named(run, run, len(run) - 1, strict=True) or [
            one for one in alone if not says_kind(one[0]) and not DESCRIBES.search(one[0])
        ]
        end = named[-1].start() + len(named[-1][0].rstrip(".")) if named else at
        if len(named) < max(len(run), 1) or not _ENDS.match(text, end):
            return
        yield Called(named[0].start(), end, kind)
        further = _NEXT.match(text, end)
        if not further:
            return
        at = further.end()


def _is_identifier(word: str) -> bool:
    """Whether a word in small letters is written as names of things are, and not as those of licences."""
    return _IDENTIFIER.fullmatch(word) is not None and LICENCE.fullmatch(word) is None


def _list(
    text: str, tokens: Sequence[re.Match[str]], head: re.Match[str], kind: Literal["dataset", "model"]
) -> Iterator[Called]:
    at, until, plural = _without_bracket(tokens), head.start(), head[0].lower().endswith(("s", "ora"))
    for _ in range(MOST_MEMBERS):
        run = _run(text, tokens, at, until)
        named = _named(
            tokens, run, at, strict=head[0].lower() == "data" or _GENERAL.fullmatch(head[0]) is not None
        )
        if not named or _is_of_a_kind(named, head[0]):
            return
        yield Called(named[0].start(), named[-1].end(), kind)
        at -= len(run)
        joint = at
        while at >= 0 and tokens[at][0] in _AND:
            at -= 1
        if joint == at or not plural or at < 0:
            return
        until = tokens[at].end() + 1


def _without_bracket(tokens: Sequence[re.Match[str]]) -> int:
    """The last token before the noun; a short form in brackets may stand between: `Dialectal Arabic (DA) model`."""
    words = [one[0] for one in tokens[-3:]]
    closed = len(words) == 3 and words[0] == "(" and words[2] == ")" and words[1].isupper()
    return len(tokens) - 1 - (3 if closed else 0)


def _run(text: str, tokens: Sequence[re.Match[str]], at: int, until: int) -> list[re.Match[str]]:
    """The words in a row up to a place that are written as names are, in their order."""
    run: list[re.Match[str]] = []
    while at >= 0 and len(run) < MOST_WORDS:
        one = tokens[at]
        gap = text[one.end() : run[0].start() if run else until]
        written = one[0][0].isupper() or one[0][0].isdigit() or _VERSION.fullmatch(one[0])
        ends = not run and one[0].endswith(".") and bool(gap)  # the noun begins another sentence
        if not written or ends or (run and gap != " ") or "\n\n" in gap:
            break
        run.insert(0, one)
        at -= 1
    return run


def _named(
    tokens: Sequence[re.Match[str]], run: Sequence[re.Match[str]], at: int, strict: bool
) -> list[re.Match[str]]:
    """The words of a run that are a name; none where they only describe."""
    named = list(run)
    while named and (says_kind(named[0][0]) or is_of_people(named[0][0]) or not named[0][0][0].isalpha()):
        named.pop(0)
    while named and says_kind(named[-1][0]) and not (len(named) > 2 and named[-1][0].isdigit()):
        named.pop()
    if not named or any(DESCRIBES.search(one[0]) for one in named):
        return []
    if len(named) == 1 and named[0][0].lower() in lexicon().tools:
        return []
    if any(_DISTINCT.search(one[0]) for one in named) or any(one[0].isdigit() for one in named[1:]):
        return named
    first = at - len(run)
    while not strict and at - len(run) - first < _ADJECTIVES and first > 0 and tokens[first][0].islower():
        if tokens[first][0] in _BEFORE:
            break
        first -= 1  # an adjective between the article and the name: `the combined NAME dataset`
    begins = first < 0 or tokens[first][0] not in _BEFORE or len(named) < len(run)
    return [] if strict or begins else named


def _is_of_a_kind(named: Sequence[re.Match[str]], head: str) -> bool:
    """Whether a short form and a noun in the plural only say of what kind things are."""
    short = len(named) == 1 and named[0][0].isalpha() and named[0][0].isupper()
    letters = len(named[0][0]) <= LEAST_SHORT and head.lower().endswith(("s", "ora"))
    return short and (letters or bool(_CLASS.fullmatch(head)))


def says_kind(word: str) -> bool:
    """Whether a word says of what kind a thing is, and names none."""
    return word.lower() in lexicon().describing or len(word) < 2


def is_of_people(word: str) -> bool:
    """Whether it only says in whose language a thing is."""
    told = word.removesuffix("-language").removesuffix("-speaking")
    return bool(_PEOPLES.fullmatch(told)) or all(map(_PEOPLES.fullmatch, told.split("-")))


def listed_with(text: str, known: Sequence[tuple[int, int, str]]) -> Iterator[Called]:
    """Names between two known ones of a list, of their kind: `Dolma, PeS2o-mini, and C4`.

    >>> words = "It holds Dolma (1T tokens), PeS2o-mini (2B tokens), and C4."
    >>> [words[one.start : one.end] for one in listed_with(words, [(9, 14, "dataset"), (56, 58, "dataset")])]
    ['PeS2o-mini']
    """
    for (_, end, kind), (start, _, other) in itertools.pairwise(known):
        member = _MEMBER.fullmatch(text, end, start)
        told: Literal["dataset", "model"] | None = (
            "dataset" if kind == "dataset" else "model" if kind == "model" else None
        )
        if member and told and kind == other and PROPER.search(member["name"]):
            yield Called(member.start("name"), member.end("name"), told)
