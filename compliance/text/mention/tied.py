"""Names that nothing knows, by their place in the grammar: behind the verb and the word that ties them to the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from compliance.text.mention.called import Called, is_of_people, says_kind
from compliance.text.mention.formed import LICENCE
from compliance.text.mention.patterns import lexicon

_DET = (
    r"(?:(?:the|an?|our|both|original|official|popular|public|open|full|entire|existing|"
    r"pre-?trained|base) +){0,3}[`\"“*]*"
)
_FAR = r"(?:[\w%.~–-]+ ){0,6}?"
_TRAIN = r"(?:(?:pre|fine|post|co|instruction)-?)?(?:train|tun)(?:ed|ing|es?)?\b"
_MADE = (
    r"(?:(?:re-?)?(?:generated|synthesi[sz]ed|captioned|paraphrased|distilled|transcribed|pseudo-?labell?ed|"
    r"machine-?translated|translated|annotated|labell?ed|rewritten|scored|filtered|rephrased)|generations?|captions?)"
)
_ROWS = (
    r"(?:images|pictures|photos|videos|clips|music|songs|speech|audio|recordings|sounds?(?: effects)?|texts?|"
    r"passages|"
    r"sentences|paragraphs|articles|abstracts|papers|documents|pages|questions|prompts|queries|instructions|"
    r"pairs|triples|"
    r"samples|examples|rows|items|entries|sequences|conversations|dialogues|problems|tasks|reviews|posts|tweets|code)"
)
_TAKEN = (
    r"(?:filtered|taken|sampled|drawn|selected|collected|extracted|sourced|subsampled|downsampled|downloaded|"
    r"gathered|"
    r"retrieved|crawled|scraped|curated|obtained)"
)
_START = (
    r"(?:based|built|building|builds|build|initiali[sz]ed|warm-?started|derived|distilled|converted|"
    r"quanti[sz]ed|adapted|"
    r"versions?|variants?|re-?uploads?|uploads?|copy|ports?|mirror|merges?|checkpoints?|quants|"
    r"weights|merged|forks?|continuation|successor)"
)
_LEADS: Sequence[tuple[re.Pattern[str], Literal["dataset", "model"]]] = (
    (re.compile(rf"(?i)\b{_TRAIN} {_FAR}(?:on|over|upon) {_DET}"), "dataset"),
    (re.compile(rf"(?i)\b(?:{_ROWS}|{_TAKEN}) (?:\w+ly )?(?:{_TAKEN} )?(?:from|of) {_DET}"), "dataset"),
    (re.compile(r"(?i)\bsubsets? of " + _DET), "dataset"),
    (
        re.compile(
            r"(?i)\b(?:data ?sets|corpora|collections|(?:data )?sources|benchmarks?)(?: ?\(|:|,? (?:such as|"
            r"like|including|"
            r"e\.g\.,?|namely)) ?" + _DET
        ),
        "dataset",
    ),
    (
        re.compile(
            r"(?i)\b(?:models|systems|LLMs|VLMs|baselines|teachers|checkpoints)(?: ?\(|:|,? (?:such as|like|"
            r"including|e\.g\.,?|"
            r"namely)) ?" + _DET
        ),
        "model",
    ),
    (
        re.compile(
            rf"(?i)\b(?:evaluat|test|benchmark|assess|validat)\w* {_FAR}(?:on|against|over) {_DET}"
            rf"|[\d.]+ ?%? (?:\w+ ){{0,2}}(?:on|in) {_DET}"
        ),
        "dataset",
    ),
    (
        re.compile(
            rf"(?i)\b{_START} (?:directly )?(?:up)?(?:on|from|of|"
            rf"with) (?:top of )?(?:weights of )?(?:version of )?{_DET}"
        ),
        "model",
    ),
    (
        re.compile(rf"(?i)\b(?:fine-?)?tun(?:ed|e|ing|es) (?:\w+ ){{0,2}}?(?:from|of) (?:top of )?{_DET}"),
        "model",
    ),
    (re.compile(rf"(?i)\b(?:fine-?)?tun(?:ed|e|ing|es) {_DET}"), "model"),
    (re.compile(rf"(?i)\b{_MADE} (?:\w+ly )?(?:by|with|using|via|from|through) {_DET}"), "model"),
    (
        re.compile(
            rf"(?i)\b(?:outperform\w*|surpass\w*|beats?|exceed\w*|compar(?:ed|able|ison) (?:to|with)|"
            rf"better than|worse than|"
            rf"inspired by|similar to|same {_FAR}as|follow(?:s|ing)?|approach(?:es)? of) {_DET}"
        ),
        "model",
    ),
)
"""What stands before a name, and what kind of thing it then names."""
_AS = re.compile(
    r"\b(?:us(?:e|ed|es|ing)|utili[sz](?:e|ed|es|ing)|leverag(?:e|ed|es|ing)|employ(?:s|ed|ing)?|adopt(?:s|ed|"
    r"ing)?|takes?|choose|chose)"
    r" (?:a |the |our )?(?:pre-?trained )?(?P<name>[A-Z][\w.+-]*(?: [A-Z\d][\w./+-]*){0,3}) as (?:a|an|the|our|its)\b"
)
"""What is used as something, and is a model where the words behind say so."""
_NAME = re.compile(
    r"(?P<name>[A-Z][\w.+&-]*\w(?: (?:[A-Z\d]|v\d)[\w.+-]*)*|[a-z]\w*(?:[-_.]\w+)*)(?=$|[^\w/.]|\.\s|\.$|/)"
)
_DISTINCT = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z]\w*[a-z]\w*[A-Z]|[A-Z][\w-]*\d|^[A-Z]{3,}(?:-[A-Za-z\d]+)*$|[A-Z][a-z]+-[A-Z\d]|"
    r"[A-Z]{2,}-[A-Z\d]"
)
"""How a word is written that is a name: a capital or a digit inside, in capitals, or a capital behind a hyphen."""
_SMALL = re.compile(
    r"(?=.*\d)[a-z][a-z\d]*(?:[-.][\w]+)+|[a-z]{4,}-(?:base|large|small|diffusion|chat|instruct)(?:-\w+)*"
)
"""How an identifier in small letters is written: parts joined with a digit or a line below among them."""
_LOW = re.compile(
    r"\b(?P<name>[a-z][a-z\d]+(?:_[a-z\d]+)+)(?= (?:data ?set|corpus)\b)|\b(?:data ?set|"
    r"corpus) (?P<behind>[a-z][a-z\d]+(?:_[a-z\d]+)+)"
)
"""A name in small letters with lines below beside the noun for rows."""
_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}")
"""Words with capitals, which go on a list that has other names already."""
_KINDED = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)* (?:v\d[\w.]*|\d[\w.]*)")
"""Words with capitals and a version: `Clotho v2`."""
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
    r"runpod|tpuv?\d.*|v\d[-\w.]*|python\d?.*)"
)
_DATE = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b.*|[\d./-]+|fig(?:ure)?.*|tab(?:le)?\b.*|eq\w*"
)
_BEHIND = re.compile(
    r" (?:framework|library|libraries|toolkit|toolbox|package|repo|repository|code|codebase|script|scripts|"
    r"notebook|pipeline|"
    r"app|platform|engine|server|API|license|licence|format|interface|conference|workshop|team|GPUs?|TPUs?|hardware|"
    r"cluster|VMs?|machines?|instances?|nodes?|tasks?|objectives?|loss|tokens|family|series|paper|plugin|"
    r"extension|UI|WebUI|website|tagging|tags|scheme|encoding|notation|tokenization|metrics?|scores?|"
    r"et al)\b|\(\w*\)? et al|'s? "
)
"""What stands after a name of something else than rows or weights."""
_FORMAT = re.compile(
    r"(?:\w+ ){0,2}(?:format|template|style|interface|metric|optimi[sz]er|framework|tool|library|objective|loss)\b"
)
"""What a thing is used as that is neither rows nor weights."""
_MODEL_BEHIND = re.compile(r" (?:\w+ )?(?:model|checkpoint|weights|architecture|backbone)\b(?! (?:data|out))")
_ROWS_BEHIND = re.compile(
    r" (?:\w+ )?(?:data(?:set|base)?s?|corpus|corpora|benchmark|split|subset|collection)\b"
)
"""Nouns behind a name that say of what kind it is, whatever the words before it say."""
_NEXT = re.compile(
    r"(?: ?\([^()]{0,80}\))? ?(?:,|/|&|\+|,? and|,? or|,? as well as) ?(?:the |on |and )?[`\"“*]*"
)
"""What stands between two of these."""
_ENDS_BEFORE = re.compile(
    r"(?:^|[\s(`\"“:])(?P<name>[A-Z][\w.+-]*\w(?: [A-Z\d][\w.+-]*\w)?)(?: ?\([^()]{0,40}\))?"
    r"(?: ?, ?(?:and )?| and | ?/ ?| & )$"
)
"""A name, and what stands between it and the next."""
MOST_MEMBERS = 16


def tied(text: str) -> Iterator[Called]:
    """Names by the words that tie them, those of a list each by itself.

    >>> words = "Fine-tuned on FenQA and ReedSum, initialised from Bog-Former-L; captions generated by MireVLM."
    >>> [(words[one.start : one.end], one.kind) for one in tied(words)]
    [('FenQA', 'dataset'), ('ReedSum', 'dataset'), ('Bog-Former-L', 'model'), ('MireVLM', 'model')]
    """
    for lead, kind in _LEADS:
        for one in lead.finditer(text):
            yield from _members(text, one.end(), kind)
    for one in _LOW.finditer(text):
        group = "name" if one["name"] else "behind"
        yield Called(one.start(group), one.end(group), "dataset")
    for one in _AS.finditer(text):
        if is_name(one["name"]) and not _FORMAT.match(text, one.end() + 1):
            yield Called(one.start("name"), one.end("name"), "model")


def beside(text: str, known: Sequence[tuple[int, int, str]]) -> Iterator[Called]:
    """Names that go on a list in which known ones stand, of their kind: `MNIST, CIFAR-10 and FENSB`.

    Args:
        text: The paragraph.
        known: Where the known names begin and end, and of what kind they are.
    """
    for start, end, kind in known:
        told: Literal["dataset", "model"] = "dataset" if kind == "dataset" else "model"
        further = _NEXT.match(text, end)
        if kind in ("dataset", "model", "service") and further:
            yield from _members(text, further.end(), told)
        if kind in ("dataset", "model", "service"):
            yield from _before(text, start, told)


def _before(text: str, start: int, kind: Literal["dataset", "model"]) -> Iterator[Called]:
    """The members of a list that stand before a place."""
    for _ in range(MOST_MEMBERS):
        left = max(0, start - 60)
        one = _ENDS_BEFORE.search(text, left, start)
        if one is None or not is_name(one["name"]):
            return
        start = one.start("name")
        yield Called(start, one.end("name"), kind)


def _members(text: str, at: int, kind: Literal["dataset", "model"]) -> Iterator[Called]:
    """The names of a list that begins at a place, as far as each is written as one."""
    for count in range(MOST_MEMBERS):
        one = _NAME.match(text, at)
        if one is None:
            return
        end = one.end() - (text[one.end() - 1] in ".-")
        if not (is_name(text[at:end]) or (count > 1 and _goes_on(text[at:end]))) or _BEHIND.match(text, end):
            return
        rows, weights = _ROWS_BEHIND.match(text, end), _MODEL_BEHIND.match(text, end)
        yield Called(at, end, "dataset" if rows else "model" if weights else kind)
        further = _NEXT.match(text, end)
        if further is None:
            return
        at = further.end()


def _goes_on(words: str) -> bool:
    """Whether words go on a list of names though they are written as those of places and people are."""
    return _PLAIN.fullmatch(words) is not None and not any(
        says_kind(word) or is_of_people(word) for word in words.split(" ")
    )


def is_name(words: str) -> bool:
    """Whether words are written as the name of a thing, and not as that of a kind, a machine or a tool."""
    first = words.split(" ")[0]
    if (
        _NO_NAME.search(words)
        or _MACHINE.fullmatch(first)
        or _DATE.fullmatch(words)
        or LICENCE.fullmatch(words)
    ):
        return False
    if (
        words.lower() in lexicon().tools
        or first.lower() in lexicon().tools
        or words.lower() in lexicon().alone
    ):
        return False
    if all(says_kind(word) or is_of_people(word) for word in re.split(r"[ -]", words)):
        return False
    if words[0].islower():
        return bool(_SMALL.fullmatch(words) or re.search(r"[a-z][A-Z]", words))
    return any(_DISTINCT.search(word) and not says_kind(word) for word in words.split(" ")) or bool(
        _KINDED.fullmatch(words)
    )
