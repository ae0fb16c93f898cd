"""Names that nothing knows, where words say that rows come from there or that a thing was trained on them."""

from __future__ import annotations

import re

from compliance.acquire.listing.linked_sets import SOURCES
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.page.sentences import sentence, squeezed
from compliance.acquire.prose.went_in import SUM, is_name
from compliance.model.declared.sighting import Mention
from compliance.model.words.machines import goes_on_as_machine, is_machine

CONTENT = (
    r"(?:sentences|texts?|posts|tweets|comments|images|pictures|photos|videos|clips|recordings|audio ?books|songs|"
    r"articles|reviews|abstracts|papers|questions|dialogues|conversations|headlines|stories|poems|novels|books|recipes|"
    r"lyrics|utterances|passages|paragraphs|documents|pages|threads|subtitles|transcripts|problems|prompts|examples|"
    r"samples|instances|pairs|entries|records)"
)
"""What rows are made of, in the number in which one speaks of many."""
_FROM = re.compile(
    rf"(?i)\b{CONTENT}"
    r"(?: (?:collected|taken|drawn|sampled|extracted|scraped|crawled|gathered|sourced|that come|coming))?"
    r" from(?: the)? …$|"
    r"\b(?!(?:it|they|we|which|that|this|these|those|all|both|some|many|others|results?|numbers|scores?)\b)[\w-]{3,} "
    r"(?:come|comes|came|stem|stems|stemmed|originate[sd]?)(?: (?:\w+ly|all|only))? from(?: the)? …$|"
    rf"\b(?:train(?:ing)?|seed|source) {CONTENT} ?: …$"
)
"""Words by which what is named is where content comes from."""
_TRAINED = re.compile(
    r"(?i)\b(?:pre-?|fine-?)?(?:trained|tuned)(?: (?:\w+ly|further|first|then))? on(?: (?:the|both|all))? …"
    r"(?: (?:data ?sets?|corpus|corpora))?$|\b(?:train(?:ing)?) (?:sets?|splits?|corpus|data) of(?: the)? …$"
)
"""Words by which what is named is what a thing was trained on."""
_TRAINED_AMONG = re.compile(
    r"(?i)\b(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing)\b[^….;]{0,40}\bon\b"
    r"(?:(?!\b(?:using|with|via|by|for|to|in|at|tested|evaluated)\b)[^….;]){0,80}…"
)
"""Words by which it is one of the things, or a part of what, a thing was trained on: `trained on pairs (e.g. …`."""
_GATHERED = re.compile(
    r"(?i)\b(?:scraped|crawled|parsed|downloaded|harvested|mined|fetched|collected|gathered|extracted|sourced|obtained|"
    r"retrieved|compiled|taken)\b[^….;]{0,30}\bfrom\b[^….;]{0,30} …$"
)
"""Words by which rows were got from what is named."""
_MADE_FROM = re.compile(
    r"(?i)\b(?:fine-?tuned|tuned|initiali[sz]ed|distilled|quanti[sz]ed|converted)(?: version)? "
    r"(?:from|of)(?: the)? ?:? ?…$|"
    r"\b(?:base|parent|foundation|backbone)(?: model)? ?: …$"
)
"""Words by which what is named is what a model was made from."""
_IN_A_ROW = re.compile(
    r"hf\.co/datasets/[\w./-]+(?:\s*(?:,|and|&|\+)\s*(?:the\s+)?[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,2}){0,12}"
    r"\s*(?:,\s*and|,|and|&|\+)\s*(?:the\s+)?$"
)
"""How words end that name rows of a hub, and go on with more: `[Fen](…), Reed and`."""
_TRAINED_FROM = re.compile(
    r"(?i)\b(?:fine-?tuned|trained|tuned|initiali[sz]ed|started|continued)\s+from(?:\s+the)?\s+$"
)
"""How words end behind which the model stands that a thing was trained from."""
_BESIDE = re.compile(
    r"(?i)\b(?:than|unlike|compar\w+|similar|older|earlier|previous(?:ly)?|other|instead|well-known|not)\b"
)
"""Words of a sentence that speaks of other things beside what went in."""
_COINED = re.compile(r"(?=\S*\d)(?=\S*[a-zA-Z]{2})[\w.]+(?:[-_][\w.]+)+|[A-Z]?[a-z]+[A-Z]\w*(?:[-_.][\w.]+)*")
"""How the name of a model is written: with a figure and a hyphen, or with a capital within."""
_WRITTEN = re.compile(r"(?:[A-Z][\w.'’+-]*)(?: (?:(?:of|the|for|and|de|la) ){0,2}[A-Z\d][\w.'’+-]*){0,4}")
_NO_SOURCE = frozenset(
    {"english", "chinese", "german", "french", "spanish", "japanese", "korean", "russian", "arabic", "italian", "hindi",
     "portuguese", "europe", "asia", "africa", "america", "internet", "web", "none", "scratch", "nlp", "ai", "api",
     "gpu", "tpu", "pytorch", "tensorflow", "jax", "us", "usa", "uk", "python", "java"}
)  # fmt: skip
"""What content is in, where it is from, or what a thing runs on, and no set of rows."""
_ID = re.compile(
    r"\.(?:cpp|js|py)\b|[\s-](?:IDs?|ids?|identifiers?|numbers?|keys?|index(?:es)?|URLs?|urls?)\b"
)
_SWITCH = re.compile(r"(?i)\W*:\W*(?:true|false|yes|no|n/a|none)\W*$")
_LEAST = 3


def is_number(text: str, mention: Mention) -> bool:
    """Whether a name is only that of what counts its things, of a program, or of a switch.

    `the Fenbase ID of a paper`, `fen.cpp`, `Fenbase: false`.
    """
    switch = _SWITCH.match(text, mention.end) and not re.search(r"\w", text[: mention.start])
    return _ID.match(text, mention.end) is not None or bool(switch)


def named_rows(mention: Mention, paragraph: Paragraph, of_model: bool) -> bool:
    """Whether a name of which nothing is known is one of rows, or of the place where rows come from.

    Args:
        mention: The name, with the words that say what it was for.
        paragraph: The paragraph in which it stands.
        of_model: Whether a model's card names it; what others were trained on, a page of rows may tell too.
    """
    if mention.relation != "data" or mention.kind not in (None, "dataset") or len(mention.name) < _LEAST:
        return False
    cue, text = squeezed(mention.cue), paragraph.text
    if text[: mention.start].rstrip().endswith("("):
        return False  # in brackets stands what the name before them means
    beside = _BESIDE.search(sentence(text, mention.start))
    on_sources = (
        mention.by_noun
        and not beside
        and SOURCES.fullmatch(paragraph.section.rsplit(" / ", 1)[-1]) is not None
    )
    beside_rows = mention.cue and _IN_A_ROW.search(text[: mention.start])
    among = is_name(mention.name) and not beside
    among = among and bool(_GATHERED.search(cue) or (of_model and _TRAINED_AMONG.search(cue)))
    if not (on_sources or beside_rows or among or _FROM.search(cue) or (of_model and _TRAINED.search(cue))):
        return False
    spoken = mention.name.lower().split()
    named = _WRITTEN.fullmatch(mention.name) is not None and not SUM.issuperset(spoken)
    machine = is_machine(mention.name) or goes_on_as_machine(text, mention.end)
    return named and not _NO_SOURCE.intersection(spoken) and not machine


def named_base(mention: Mention, text: str = "") -> bool:
    """Whether a name of which nothing is known is that of a model, by words that say that the work was made from it.

    Args:
        mention: The name, with the words that say what it was for.
        text: The paragraph in which it stands.
    """
    if mention.relation != "base" or mention.kind not in (None, "model"):
        return False
    said = _MADE_FROM.search(squeezed(mention.cue)) or _TRAINED_FROM.search(text[: mention.start])
    return said is not None and _COINED.fullmatch(mention.name) is not None


def source_of_content(mention: Mention) -> bool:
    """Whether a name that is taken for who wrote rows is where those come from: `prompted with sentences from NAME`."""
    of_rows = mention.relation == "generated-by" and mention.kind in (None, "dataset")
    return of_rows and _FROM.search(squeezed(mention.cue)) is not None


def named_part(mention: Mention) -> bool:
    """Whether a name of which nothing is known is that of a model, by the label of the part of the work that it is."""
    return (
        bool(mention.cue) and mention.kind in (None, "model") and _COINED.fullmatch(mention.name) is not None
    )
