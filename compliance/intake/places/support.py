"""How firmly a place in prose says that a name went into the work: by its words, its section and its form."""

from __future__ import annotations

import re
from typing import Literal

from compliance.acquire.page.sentences import IN_LIST
from compliance.acquire.prose.upstreams import is_guess
from compliance.model.declared.sighting import Sighting

ENOUGH = 2
"""The least support with which a name is drafted; with less it is asked about."""
FIRM = 9
"""What a field, a configuration or code says needs no support."""
Place = Literal["making", "using", "aside", ""]
_MAKING = re.compile(
    r"(?i)\b(?:pre-?|post-?|fine-?)?train|\bdata|\bcorp(?:us|ora)\b|\bsources?\b|\bbase model|\bbackbone|"
    r"\barchitecture|\bmethod|\bprocedure|\bcreation|\bpipeline|\bteacher|\bgenerat|\bsynthe|\bmerge|\brecipe|\bfine-?tun|\bdistil|"
    r"\bcurat|\bannotat|\bconstruct|训练|数据|微调|学習|학습|обуч|\bentren|\bentraîn|\btrein"
)
"""Words of a title over what tells of making."""
_ASIDE = re.compile(
    r"(?i)\beval|\bbenchmark|\bresults?\b|\bcompar|\bperformance|\bleaderboard|\bmetrics?\b|\bscores?\b|\bexperiment|"
    r"\bnews\b|\bupdates?\b|\bchange ?log|\breleases?\b|\brelated\b|\breferences?\b|\bcitations?\b|\bciting\b|"
    r"\backnowledge?|\bthanks?\b|\bcredits?\b|\bcontribut|\blicen[cs]|\bstatements?\b|\bdisclaimer|\blimitation|\bbias|"
    r"\brisks?\b|\bethic|评测|评估|性能|结果|更新|动态|引用|致谢|协议|声明|局限"
)
"""Words of a title over results, news, other works, thanks and terms."""
_USING = re.compile(
    r"(?i)\busage|\bhow to\b|\bdemo|\binference|\bdeploy|\bquick|\bgetting started|\binstall|\bexamples?\b|\bfaq\b|"
    r"\bdownload|\brepositor|\bintended use|使用|推理|部署|下载"
)
"""Words of a title over how the work is used."""
_DATED = re.compile(
    r"\W*(?:20\d\d\s?[-./年]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d|\d{1,2}/\d{1,2}\])"
)
"""How an item begins that tells what was new on a day."""
_MADE = re.compile(
    r"(?i)(?:pre-?|fine-?)?train|tun(?:e|ed|ing)\b|distil|initiali[sz]|\bderived\b|\bbased (?:up)?on\b|"
    r"\bbuil[dt]s? (?:up)?on\b|\boriginal model\b|\bbase(?: model)?\b|\bdata ?sets?\b|\bcorpus\b|quanti[sz]|"
    r"\bmerge of\b|“as (?:the|our|its|an?)\b|[\u0370-\u1dff\u2e80-\ud7ff]"
)
"""Words of a cue that tell of making; those in other scripts are the frames of their language, which all do."""
_LABELLED = re.compile(r": …”$|^prose, “(?:base models?|data ?sets?|source|teacher|vae)”$", re.IGNORECASE)
"""How words are told that a label or the head of a column gives."""
_TRAINED = re.compile(r"(?i)\b(?:pre-?|fine-?|post-?)?(?:train|tun)(?:ed|ing|es|e)?\b")
_WAS_TRAINED = re.compile(
    r"(?i)\b(?:pre-?|fine-?|post-?)?(?:(?:train|tun)(?:ed|es|e)|tune|"
    r"(?:train|tun)ing(?! (?:costs?|times?|budgets?|efficiency|speed|code|scripts?|splits?|memory|compute|loops?)\b)|"
    r"train(?!\s*(?:[,/&|:)]|(?:and|or|splits?|sets?|test|dev|val)\b)))\b"
)
"""Words of a sentence on training; not those of its price, and of parts of rows (`train and dev`)."""
_SORTED = re.compile(
    r"(?i)\b(?:kept|keep|retain\w*|discard\w*|remov\w*|dropp\w*|reject\w*|filter\w*|select\w*|judg\w*|review\w*|"
    r"rat(?:ed|ing|es)|rank\w*|scor\w*|grad(?:ed|es|ing)|verif\w*|check\w*)\b"
)
"""Words of a sentence on rows that somebody sorted."""
_MEMBER = re.compile(
    r"(?i)\b(?:includes?|included|contains?|contained|comprises?|comprised|uses?|used|covers?|consists? of|combines?|"
    r"mix(?:es|ture)?|leverages?|draws on)\b[^.;:]{0,80}\b(?:pairs?|samples?|images?|videos?|clips?|examples|rows|"
    r"tokens|dialog\w*|conversations|documents|sentences|utterances|corpora|data(?: ?sets?)?|sources)\b[^.;:]{0,30}?,? "
    r"(?:such as|like|including|namely)\b[^.;:]*$"
)
"""Words before one of the sets that a list of what was used gives."""
_OWN = re.compile(
    r"(?i)\b(?:our|this|the (?:released|present|full|whole|entire)) (?:\w+ )?(?:data(?: ?sets?)?|corpus|collection|"
    r"models?|checkpoints?|weights|rows|release)\b[^.;:]{0,40}\b(?:is|are|was|were|been) [^.;:]*$"
)
"""Words before a thing with which the work itself is said to have been made, whatever the section is about."""
_MARKS = " \t-*+•–—;:>#([`\"'“”\u200b\ufeff"
"""Signs with which an item of a list or a row of a table may begin."""
_LABEL = re.compile(
    r"(?:\d+[.)]\s*|(?:(?:about|around|roughly|approximately) )?\d[\d,.]*[KMB]? |"
    r"[^\s:;]+(?: [^\s:;]+){0,3} ?[:;][\s-]*)"
)
"""A number or a short label before the thing that an item is about, or the cell before it in its row."""


def place_of(one: Sighting) -> Place:
    """What kind of a place a name stands in, by the innermost title above it that tells; a dated item is news."""
    if _DATED.match(one.words):
        return "aside"
    for title in reversed(one.section.split(" / ")):
        if _TRAINED.search(title):
            return "making"
        if _ASIDE.search(title):
            return "aside"
        if _USING.search(title):
            return "using"
        if _MAKING.search(title):
            return "making"
    return ""


def is_labelled(one: Sighting) -> bool:
    """Whether a label before the name, or the head of its column, says what it was for."""
    return _LABELLED.search(one.how) is not None


def support(one: Sighting, is_rows: bool) -> int:
    """How firmly a sighting says that the thing went in; `ENOUGH` is what an artifact of a draft needs.

    Words that tell of making weigh most, a label or a head of a column more than a sentence. A section on making
    adds to them; one on results, news, thanks or terms takes away, and most from what only writes.

    Args:
        one: The sighting.
        is_rows: Whether the thing that is seen is a data set.
    """
    if "prose" not in one.how or one.source != "document":
        return FIRM
    where = place_of(one)
    if is_labelled(one):
        return 5 if where != "aside" else 1 if one.relation == "data" else 3
    if is_guess(one):
        return _of_guess(one, where, is_rows)
    made = _MADE.search(one.how) is not None
    writes = one.relation == "generated-by"
    if where == "aside" and _OWN.search(one.words.partition(one.name)[0]):
        where = ""
    lost = {"aside": 4 if writes else 2, "using": 1, "making": -1, "": 0}[where]
    return (4 if made else 2) - lost


def _of_guess(one: Sighting, where: Place, is_rows: bool) -> int:
    """The same where no words say what a name was for: its list, its section and a sentence on training may."""
    if where == "aside" or one.how == IN_LIST:
        return 0
    if one.relation in ("filtered-by", "judged-by"):
        return ENOUGH if _SORTED.search(one.words) else 0
    listed = is_rows and (begins_item(one) or is_member(one))
    return (where == "making") + listed + (2 if _WAS_TRAINED.search(one.words) else 0)


def is_member(one: Sighting) -> bool:
    """Whether the name is one of a list of rows that were used: `it includes 25M pairs, such as NAME`."""
    return place_of(one) == "making" and _MEMBER.search(one.words.partition(one.name)[0]) is not None


def begins_item(one: Sighting) -> bool:
    """Whether the name begins its sentence, as it does in items of lists and in rows of tables."""
    plain = one.words.lstrip(_MARKS)
    behind = _LABEL.match(plain)
    return plain.startswith(one.name) or (behind is not None and plain[behind.end() :].startswith(one.name))
