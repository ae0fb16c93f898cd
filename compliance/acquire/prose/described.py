"""What a model's card tells of how a named set was made that went into it: that set's to tell, not the model's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from compliance.acquire.names import squeezed
from compliance.acquire.page.markdown import Page, Paragraph
from compliance.acquire.page.sentences import SHORT, sentence_start, sentences
from compliance.model.declared.sighting import Mention

if TYPE_CHECKING:
    from compliance.acquire.prose.upstreams import ReadProse

_DEFINED = re.compile(
    r"\W*(?:The\s+)?(?P<name>[A-Z][\w-]*(?: [\w-]+){0,3}?)\s*(?:\([^()]*\)\s*)?(?:data ?set\s+)?(?:is|was)\s+an?\s"
    r"(?:[\w-]+\s+){0,6}?(?:data ?set|corpus|collection)\b"
)
"""How a paragraph begins that says of a thing, which nothing may know, that it is a set."""
_ITEM_OF_SET = re.compile(
    r"[\s*+\-•\d.)]*(?P<name>[A-Z][\w.-]*(?: [\w.()-]+){0,5}?)[\s*`]*:[\s*`]*"
    r"(?:(?:it|which|this (?:set|corpus|data ?set)) )?"
    r"(?:contains?|includes?|consists? of|comprises?|is an?|a|an)\s"
)
"""How an item begins that tells what the set holds with which it begins: `Fen: contains 40 hours of speech`."""
_NO_SET = re.compile(r"(?i)(?:this|it|our|the|here|data|data ?set|corpus|each|there|what|that)\b")
_SPEAKS_OF = re.compile(
    r"\s*(?:(?:This|That|The|These|Those|Their|Its) (?:\w+ )?"
    r"(?:data ?sets?|corpus|corpora|collections?|annotations?|labels)\b|"
    r"(?:It|They) (?:itself )?(?:contains?|consists?|comprises?|includes?|covers?|"
    r"(?:is|was|were|are|has been|have been) (?:\w+ )?"
    r"(?:collected|created|compiled|derived|built|constructed|annotated|generated|extracted|sourced|taken|"
    r"translated|crawled|gathered|drawn))\b)"
)
"""How a sentence begins that goes on about the rows that the one before it names."""
_OURS = re.compile(r"(?i)\b(?:our|own|we|custom|in-?house|internal)\b")
"""Words of the sentence before by which the rows are the work's own."""
_DEFINES = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:data ?set\s+|corpus\s+)?(?:is|was|are|were)\s+(?:an?|the)\s[^.]*?"
    r"\b(?:data ?sets?|corpus|collection|compilation)\b"
)
"""What follows the name of a set where a passage begins that tells what it is."""
_OF_THE_WORK = re.compile(
    r"(?i)\b(?:our|own|we|i(?!\.)|this (?:model|adapter|checkpoint|version|work|repo\w*)|the models?|"
    r"(?:fine-?|pre-?|post-?)?(?:trained|tuned)|us(?:ed|ing) (?:for|to|in) (?:fine-?|pre-?)?(?:train|tun)\w+)\b"
)
"""Words of a paragraph that tells of the work at hand again."""
_EXAMPLE = re.compile(
    r"\b(?:[Tt]ake|[Tt]akes|[Tt]aking) as an example\b|(?:^|\n)\W{0,8}(?:Another|One|An) example is\b|"
    r"\bas an example, (?:consider|take|suppose)\b"
)
"""Words from which on a paragraph shows what can be done with the work."""
_HOLDS = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:data ?set\s+|corpus\s+|collection\s+|mix(?:ture)?\s+|model\s+)?"
    r"(?:(?:is|was|were|are|has been|had been)\s+(?:\w+\s+)?(?:(?:pre-?|fine-?)?(?:trained|tuned)|composed|"
    r"made (?:up|from|of)|compiled|built|constructed|created|derived|generated|collected|sourced|drawn|"
    r"a (?:mix|blend|combination|collection))"
    r"|consists?|comprises?|contains?|includes?|combines?|draws? (?:from|on))\b"
)
"""How it goes on behind the thing with which words before a list begin that tell what that thing holds."""
_ADAPTED = re.compile(
    r"(?i)\b(?:sections?|paragraphs?|lists?) (?:below )?(?:is|are|was|were|has been|have been)\b[^.]{0,30}"
    r"\b(?:adapted|taken|copied|borrowed|reproduced)\b[^.]{0,20}\bfrom\b[^.]{0,40}?"
    r"\b(?P<of>[\w-]+/[\w-]+(?:\.[\w-]+)*)"
)
"""How a section says that its words were written of another thing."""
_STATUS = re.compile(r"(?i)^\W*(?:\w+ )?status\W*:\W*(?P<state>.*)")
_PLANNED = re.compile(
    r"(?i)\b(?:planned|to ?do|upcoming|coming soon|in (?:the )?future|future (?:release|work)|"
    r"not (?:yet )?(?:started|implemented|done)|pending|tbd)\b|🚧|⏳"
)
"""What an item says of the state of a stage that has not happened."""
_PLANS = re.compile(
    r"(?i)\W*(?:(?:our|the|next|future|further) )*(?:plans?|road ?map|next steps?|future work|to-?do(?: list)?)\W*"
)
"""Headings over what is still to be done."""
_PROPOSED = re.compile(
    r"\s+(?:model\s+|models\s+|architecture\s+)?(?:\([^()]*\)\s*)?(?:was|were|is|has been)\s+(?:\w+\s+){0,2}?"
    r"(?:proposed|introduced|presented|released|developed|published|(?:pre-?)?trained)\b"
)
"""What follows a model's name where a passage begins that tells where that comes from."""
_OF_THAT = re.compile(r"\s*(?:It|They|The (?:base |original |pre-?trained )?models?|Its)\b")
"""How a sentence begins that goes on about the model that the one before names."""
_WE_MADE = re.compile(
    r"\b(?:[Ww]e|I)(?: \w+)? (?:developed|created|built|introduced?|released|present(?:ed)?|propose[ds]?|trained) "
    r"(?:the )?(?P<name>[A-Z][\w-]*(?:\.[\w-]+)*)(?: \([^()]{1,40}\))?,? (?:by|which was|which is|a|an)\b"
)
"""How a sentence begins that tells of a thing by its name how it was made."""
Described = tuple[tuple[int, int, str], ...]
"""Stretches of a paragraph, each with the set that it tells of."""


def described(paragraph: Paragraph, mentions: Sequence[Mention], prose: ReadProse) -> Described:
    """The sentences of a paragraph of a model's card that tell how a set was made that the one before names.

    Args:
        paragraph: The paragraph.
        mentions: The names in it, in their order.
        prose: Finds the names of a heading.
    """
    found: list[tuple[int, int, str]] = []
    text = paragraph.text
    if defined := _of_defined(paragraph, mentions):
        found.append(defined)
    if held := _of_item(paragraph, mentions):
        found.append(held)
    spoken, at = _above(paragraph, prose) if _SPEAKS_OF.match(text) else "", 0
    for begin, end in sentences(text):
        told = spoken and _SPEAKS_OF.match(text, begin)
        if told:
            found.append((begin, end, spoken))
        named = ""
        while at < len(mentions) and mentions[at].start < end:
            named = mentions[at].name if mentions[at].kind == "dataset" else named
            at += 1
        if not told:
            spoken = "" if _OURS.search(text, begin, end) else named
    return tuple(found)


def of_base(text: str, mentions: Sequence[Mention]) -> Described:
    """The sentences that tell of a family of models, before another one says that the work was made from one of it.

    Args:
        text: The paragraph.
        mentions: The names in it, in their order.
    """
    found: list[tuple[int, int, str]] = []
    base = None
    for begin, end in sentences(text):
        inside = [one for one in mentions if begin <= one.start < end]
        if base is not None and _OF_THAT.match(text, begin):
            found.append((begin, end, base))
            continue
        first = inside[0] if inside else None
        base = None
        opens = first and re.fullmatch(r"\W*(?:The\s+)?", text[begin : first.start])
        if first and opens and first.kind == "model" and _PROPOSED.match(text, first.end):
            base = _started_from(first, mentions)
            found += [(begin, end, base)] if base else []
    return tuple(found)


def _started_from(family: Mention, mentions: Sequence[Mention]) -> str | None:
    """The model of a family that a later sentence makes the base of the work."""
    name = family.name.lower()
    return next(
        (
            one.name
            for one in mentions
            if one.start > family.end
            and one.relation == "base"
            and one.cue
            and one.name.lower().rpartition("/")[2].startswith(name)
            and one.name.lower() != name
        ),
        None,
    )


def of_lead(paragraph: Paragraph, prose: ReadProse, own: str) -> str:
    """The thing other than the work of which the words before a list tell what it holds: `FenTalk was made from:`."""
    lead = re.split(r"[.!?]\s", paragraph.lead)[-1]
    opens = re.match(r"\W*(?:[Tt]he\s+)?", lead)
    if not lead or _OF_THE_WORK.search(re.sub(r"\b(?:pre-?|fine-?)?(?:trained|tuned)\b", "", lead)):
        return ""
    first = next(iter(prose(lead, "")), None)
    if first is None or opens is None or first.start != opens.end() or not _HOLDS.match(lead, first.end):
        return ""
    name = first.name.rpartition("/")[2].lower()
    return "" if own and own.rpartition("/")[2].lower().startswith(name) else first.name


def planned(page: Page) -> Set[str]:
    """The sections whose heading, or of which an item, says that what they tell has not happened yet."""
    states: dict[str, list[bool]] = {}
    for paragraph in page.paragraphs:
        if said := _STATUS.match(paragraph.text):
            states.setdefault(paragraph.section, []).append(_PLANNED.search(said["state"]) is not None)
    ahead = {one.section for one in page.paragraphs if _PLANS.fullmatch(one.section.rsplit(" / ", 1)[-1])}
    return ahead | {section for section, said in states.items() if all(said)}


def adapted(page: Page) -> Mapping[str, str]:
    """The sections that a page says were taken from the card of another thing, each with that thing."""
    told = ((one.section, _ADAPTED.search(one.text)) for one in page.paragraphs if one.section)
    return {section: said["of"] for section, said in told if said}


def told_for(section: str, taken: Mapping[str, str]) -> str:
    """The thing from whose card a section, or one above it, was taken; empty where it is the page's own.

    >>> told_for("Uses / Limits", {"Uses": "fen/reed"}), told_for("Training", {"Uses": "fen/reed"})
    ('fen/reed', '')
    """
    over = (of for above, of in taken.items() if section == above or section.startswith(f"{above} / "))
    return next(over, "")


def in_example(text: str, at: int) -> bool:
    """Whether a place lies where a paragraph shows what can be done with the work.

    >>> in_example("Another example is ReedSum, a set of chapters.", 19)
    True
    """
    return _EXAMPLE.search(text, 0, at) is not None


def of_another_work(text: str, at: int, own: str) -> bool:
    """Whether a sentence tells how the same people made another thing than the page's: `We built FenTalk by tuning X`.

    >>> of_another_work("We built FenTalk by tuning Reed-7B on Marsh.", 27, "Heron")
    True
    """
    begin = sentence_start(text, at)
    made = _WE_MADE.search(text, begin, at) if own else None
    if made is None:
        return False
    called, mine = squeezed(made["name"]), squeezed(own.rpartition("/")[2])
    return not (called in mine or mine in called)


class Passage:
    """The set of which a passage of a model's card tells that began with what it is: `FenTalk is a dataset of …`."""

    def __init__(self) -> None:
        """Begin with none."""
        self._set = self._section = ""

    def told(self, paragraph: Paragraph, mentions: Sequence[Mention]) -> str:
        """The set that a paragraph goes on about; empty where it tells of the work, or begins by itself.

        Args:
            paragraph: The paragraph, in the order of the page.
            mentions: The names in it, in their order.
        """
        text = paragraph.text
        if paragraph.section != self._section or _OF_THE_WORK.search(text):
            self._set, self._section = "", paragraph.section
        goes_on = self._set
        first = mentions[0] if mentions else None
        if first and first.kind == "dataset" and not re.search(r"\w", text[: first.start]):
            begins = _DEFINES.match(text, first.end) and not _OURS.search(text)
            self._set = first.name if begins else goes_on
        return goes_on


def _of_defined(paragraph: Paragraph, mentions: Sequence[Mention]) -> tuple[int, int, str] | None:
    """The first sentence of an item that says what a set is, with that set, as far as no name is known for it."""
    defined = _DEFINED.match(paragraph.text) if paragraph.is_item else None
    if defined is None or _NO_SET.match(defined["name"]) or _OURS.search(defined[0]):
        return None
    if any(one.start < defined.end() for one in mentions):
        return None
    _, end = next(sentences(paragraph.text))
    return 0, end, defined["name"]


def _of_item(paragraph: Paragraph, mentions: Sequence[Mention]) -> tuple[int, int, str] | None:
    """An item that begins with a set, a colon and what that holds: all behind tells of that set."""
    begins = _ITEM_OF_SET.match(paragraph.text) if paragraph.is_item else None
    if begins is None or _OURS.search(begins[0]) or _OF_THE_WORK.search(paragraph.text, begins.end()):
        return None
    first = next(
        (one.name for one in mentions if one.start < begins.end("name")), begins["name"].strip(" *`")
    )
    return begins.end(), len(paragraph.text), first


def _above(paragraph: Paragraph, prose: ReadProse) -> str:
    """The set that the heading above names; empty where it names none."""
    named = prose(paragraph.section.rsplit(" / ", 1)[-1][:SHORT], "")
    return next((one.name for one in named if one.kind == "dataset"), "")


def of_set(of_sets: Described, mention: Mention, goes_on: str = "") -> str | None:
    """The set that the sentence of a name tells of, or else the one that its paragraph goes on about."""
    told = next((one for begin, end, one in of_sets if begin <= mention.start < end), goes_on)
    return told if told and told != mention.name else None
