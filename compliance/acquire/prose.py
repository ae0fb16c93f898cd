"""Prose of cards and notebooks: upstreams by sentences, lists and tables; licences; who wrote the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.labelled import labelled
from compliance.acquire.licence_words import licence_said, people_said
from compliance.acquire.listed import listed
from compliance.acquire.markdown import Page, Paragraph
from compliance.acquire.tables import of_field, told
from compliance.model.location import Location
from compliance.model.shape import ArtifactKind
from compliance.model.sighting import LINEAGE, Lost, Mention, MentionRelation, Sighting, Statement

ReadProse = Callable[[str, str], list[Mention]]
"""Finds the mentions of a paragraph in a section of the given title."""
_SHORT = 240
MOST_PROSE = 10_000
"""The most characters of a paragraph that are read; people write no longer ones."""
_INGREDIENTS = re.compile(
    r"(?i)^\W*(?:(?:pre-?|post-?|mid-?)?training|sft|rl|fine-?tuning|source|our)?\s*"
    r"(?:data(?:sets?)?|corpus|corpora|mix(?:ture)?|sources?|data (?:mix(?:ture)?|sources?|composition))\W*$"
)
"""Headings over tables of what a thing was trained on or put together from."""
_WENT_IN = re.compile(
    r"(?i)\W*(?:(?:pre-?|post-?|fine-?)?(?:training|tuning)|sft|used|source|seed) "
    r"(?:data ?sets?|data|corpus|corpora)\W*"
    r"|\W*(?:data ?sets?|data|corpora) (?:used|trained on|used (?:for|in) (?:pre-?|fine-?)?(?:training|tuning))\W*"
)
"""Headings over lists of what a thing was trained on."""
_OPTION = re.compile(r"\W*(?<![\w-])--[a-z][\w-]+`?\s*[;:=]")
"""How a row or an item begins that tells of an option of a command."""
_ABOUT_DATA = re.compile(r"(?i)\b(?:data(?:sets?)?|corpus|corpora)\b")
_TRAINING = re.compile(r"(?i)\b(?:pre-?|fine-?)?(?:train(?:ing)?|tuning)\b(?! (?:accuracy|time|loss|speed))")
"""Words of a row by which a set went in, under a heading that speaks of data."""
_MEASURED = re.compile(
    r"(?i)\b(?:evaluations?|results?|benchmarks?|comparisons?|performance|leaderboard|metrics|ablations?)\b"
)
"""Sections whose tables tell how things of others did."""
_TELLS_OF = re.compile(
    r"(?i)(?:domains?|licen[cs]es?|licence|descriptions?|notes?|comments?|contents?|genre|topics?|language|details|types?|"
    r"tasks?|purpose|why|size|format)(?: .*)?"
)
"""Heads of columns that tell something of what a row lists."""
_BASE_ROW = re.compile(
    r"(?i)^\W*(?:base(?: model)?|foundation model|modelo base|modèle de base|basismodell|"
    r"基座模型|基础模型|基底模型)\W*;\W*"
)
"""How a row of a table begins that tells the base, whatever it notes beside."""
_OTHERS = re.compile(
    r"(?i)\b(?:other|others|more|further|also|additional|related|previous|earlier)\b.{0,40}\b(?:models?|versions?|variants?|sizes?|"
    r"formats?|checkpoints?|quants?|quantizations?|repositor\w+|repos?|data ?sets?)\b"
)
"""What stands above a list of things beside this one."""

_NEVER_ROWS = ("generated-by", "base", "component")
_MADE_FROM = (
    r"(?i)\b(?:models?|versions?|variants?|checkpoints?|adapters?|loras?|data ?sets?|projects?|works?|apps?|"
    r"derivatives?)\b"
    r"(?:\W+\w+){{0,4}}?\W+(?:fine-?tuned|tuned|trained|built|made|derived|based|distilled|quanti[sz]ed|using|use)\b"
    r"(?:\W+(?:off|on|upon|top|of|from|with|by|using|the))*\W+"
    r"(?:{own}|(?:this|our) (?:model|checkpoint|data ?set|adapter)|it\b)"
)
"""What stands above a list of what others, or the same people, made from the thing at hand."""


def read_prose(page: Page, name: str, prose: ReadProse, found: Found, own: str = "") -> None:
    """The sentences of a page: upstreams, licences, who wrote the rows.

    Args:
        page: The page.
        name: Its file.
        prose: Finds the mentions of a paragraph.
        found: Where what is found goes.
        own: What the page calls the thing that it is about; empty where it does not say.
    """
    made_from = _made_from(own)
    for paragraph in page.paragraphs:
        if len(paragraph.text) > MOST_PROSE:
            place = Location(name, page.lines.location(paragraph.start).line, 1)
            found.lost.append(
                Lost(place, f"of a paragraph only the first {MOST_PROSE:,} characters were read")
            )
            paragraph = replace(paragraph, text=paragraph.text[:MOST_PROSE])
        mentions, taken = _with_lead(paragraph, prose), set[int]()
        for mention in mentions:
            place = page.lines.location(paragraph.start + mention.start)
            relation = _in_table(mention, paragraph) or mention.relation
            relation = _listed(mention, paragraph, relation)
            if relation in LINEAGE and (
                _OTHERS.search(paragraph.lead) or _of_descendants(paragraph, made_from)
            ):
                relation = "none"
            named, relation = _led_to(page.labels.get(mention.name.lower()), mention.name, relation)
            words = _sentence(paragraph.text, mention.start)
            how = f"prose, “{_squeezed(mention.cue)}”" if mention.cue else "prose"
            taken |= {mention.start} if relation in LINEAGE else set()
            found.sightings.append(
                Sighting(named, relation, Location(name, place.line, place.column), "document", how, words,
                         _kind(mention), into=mention.of, negated=mention.negated,
                         subject=_subject(paragraph.text, mentions, mention))
            )  # fmt: skip
        _labelled_alone(paragraph, page, name, found, taken)
        _listed_alone(paragraph, page, name, found, taken)
        _statements(paragraph, page, name, found)


def _labelled_alone(paragraph: Paragraph, page: Page, name: str, found: Found, taken: set[int]) -> None:
    """What a label names, as far as no sighting tells of it yet."""
    for one in labelled(paragraph):
        if one.start in taken or one.begins in taken:
            continue
        taken.add(one.start)
        place = page.lines.location(paragraph.start + one.start)
        how = f"prose, “{_squeezed(one.label)[:_SHORT]}: …”"
        words = _sentence(paragraph.text, one.start)
        kind: ArtifactKind = "dataset" if one.relation == "data" else "model"
        found.sightings.append(
            Sighting(
                one.name, one.relation, Location(name, place.line, place.column), "document", how, words, kind
            )
        )


def _listed_alone(paragraph: Paragraph, page: Page, name: str, found: Found, taken: Set[int]) -> None:
    """What a list of rows that went in names, as far as no sighting tells of it yet; `taken` are places of those."""
    for one in listed(paragraph):
        if one.start in taken:
            continue
        place = page.lines.location(paragraph.start + one.start)
        how = f"prose, “{_squeezed(one.cue)[:_SHORT]}”"
        words = _sentence(paragraph.text, one.start)
        found.sightings.append(
            Sighting(
                one.name, "data", Location(name, place.line, place.column), "document", how, words, "dataset"
            )
        )


def _statements(paragraph: Paragraph, page: Page, name: str, found: Found) -> None:
    """What a paragraph says of licences and of who wrote the rows."""
    for about, licence, at in licence_said(paragraph.text):
        place = page.lines.location(paragraph.start + at)
        found.statements.append(
            Statement("licence", about, licence, Location(name, place.line, 1), _sentence(paragraph.text, at))
        )
    for kind, at in people_said(paragraph.text):
        place = page.lines.location(paragraph.start + at)
        found.statements.append(
            Statement(kind, "", "", Location(name, place.line, 1), _sentence(paragraph.text, at))
        )


def is_guess(one: Sighting) -> bool:
    """Whether no words say what a name in prose was for."""
    return one.how == "prose"


def _led_to(leads: str | None, name: str, relation: MentionRelation) -> tuple[str, MentionRelation]:
    """A name that elsewhere on the page is the label of a link to a hub is the thing that it leads to."""
    if leads is None:
        return name, relation
    rows = leads.startswith("datasets/")
    return leads.removeprefix("datasets/"), "data" if rows and relation in _NEVER_ROWS else relation


def _made_from(own: str) -> re.Pattern[str]:
    called = re.split(r"[:–—(]", own)[0].strip() or "(?!)"
    return re.compile(_MADE_FROM.format(own=called if called == "(?!)" else rf"{re.escape(called)}(?![\w-])"))


def _of_descendants(paragraph: Paragraph, made_from: re.Pattern[str]) -> bool:
    """Whether a paragraph tells of things that were made from the one at hand: what went into those is theirs."""
    headings = paragraph.section.split(" / ")
    return bool(made_from.search(paragraph.lead)) or any(made_from.search(one) for one in headings)


def _kind(mention: Mention) -> ArtifactKind | None:
    """What a name is that only its noun tells, where words make it an upstream; without them it says too little."""
    if not mention.by_noun or not mention.cue:
        return None
    return "dataset" if mention.kind == "dataset" else "model"


def _with_lead(paragraph: Paragraph, prose: ReadProse) -> list[Mention]:
    """The mentions of a paragraph; a name that begins an item of a list gets what the words before the list say."""
    found = prose(paragraph.text, paragraph.section)
    if paragraph.columns:
        return [_under_lead(one, paragraph, prose) for one in found]
    first = next((one for one in found if not one.cue and not one.negated), None)
    if (
        not paragraph.lead
        or first is None
        or re.search(r"\w", paragraph.text[: first.start].strip(" 0123456789.)"))
    ):
        return found
    said = re.sub(r"(?i)\bfollowing\b ?", "", paragraph.lead)
    for lead in (f"{said[:-1]} ", f"{said} "):
        item = paragraph.text[first.start :]
        for one in prose(lead + item, paragraph.section):
            if one.start == len(lead) and one.relation != "none":
                said_of = replace(one, start=first.start, end=first.end)
                return [said_of if each is first else each for each in found]
    return found


def _subject(text: str, mentions: Sequence[Mention], of: Mention) -> str | None:
    """The first name of the sentence that a name stands in, where it is another one."""
    begin = _sentence_start(text, of.start)
    first = min((one for one in mentions if begin <= one.start <= of.start), key=lambda one: one.start)
    return first.name if first.name != of.name else None


def _listed(mention: Mention, paragraph: Paragraph, relation: MentionRelation) -> MentionRelation:
    """What an item makes of the rows that it begins with, under a heading on data that went in; an option uses none."""
    if _OPTION.match(paragraph.text):
        return "none"
    if relation != "none" or mention.cue or mention.negated or mention.kind != "dataset":
        return relation
    under = any(_WENT_IN.fullmatch(heading) for heading in paragraph.section.split(" / "))
    begins = not re.search(r"\w", paragraph.text[: mention.start].removesuffix("hf.co/datasets/"))
    return "data" if begins and under and not paragraph.lead else relation


def _under_lead(mention: Mention, paragraph: Paragraph, prose: ReadProse) -> Mention:
    """A mention in a row of a table, with what the words before the table say of each of its things."""
    is_thing = "/" in mention.name or paragraph.columns[0][0] <= mention.start < paragraph.columns[0][1]
    if not paragraph.lead or not is_thing or mention.relation != "none" or mention.cue or mention.negated:
        return mention
    said = prose(f"{paragraph.lead[:-1]} {mention.name}", paragraph.section)[-1:]
    return replace(mention, relation=said[0].relation, cue=said[0].cue) if said else mention


def _in_table(mention: Mention, paragraph: Paragraph) -> MentionRelation | None:
    """What a table makes of a name: what its header says, else what rows of its kind do; None outside of tables."""
    said = told(paragraph.text, paragraph.columns, mention.start)
    field = of_field(paragraph.text, paragraph.columns, mention.start)
    if field is not None and said is None and mention.kind != "dataset":
        return field
    fits = mention.kind is None or (said == "data") == (mention.kind == "dataset")
    if said is not None and fits and not _MEASURED.search(paragraph.section):
        return said
    if not mention.cue and _beside(mention.start, paragraph):
        return "none"
    if paragraph.lead and mention.relation in LINEAGE:
        return mention.relation
    return _of_cell(mention, paragraph) if paragraph.is_cell else None


def _of_cell(mention: Mention, paragraph: Paragraph) -> MentionRelation:
    """What a table makes of a name: it compares, unless heading or row say that it lists data sets that went in."""
    row = _BASE_ROW.match(paragraph.text)
    if row and mention.start == row.end() and mention.kind in (None, "model"):
        return "base"
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    listed = _ABOUT_DATA.search(heading) and _TRAINING.search(paragraph.text)
    went_in = _INGREDIENTS.search(heading) or listed
    return "data" if went_in and mention.kind in (None, "dataset") else "compared-with"


def _beside(at: int, paragraph: Paragraph) -> bool:
    """Whether a name stands in a column that only tells something of the row's thing: its domain, its licence."""
    return any(
        start <= at < end and _TELLS_OF.fullmatch(head.strip(" ?:()"))
        for start, end, head in paragraph.columns
    )


def _squeezed(words: str) -> str:
    return " ".join(words.replace("§name§", "…").split())


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(end, 0, at) + 1 for end in (". ", ".\n", "? ", "! "))


def _sentence(text: str, at: int) -> str:
    """The sentence around a place, on one line and shortened."""
    start = _sentence_start(text, at)
    stop = min(
        (found.start() + 1 for found in re.finditer(r"[.?!](?=\s|$)", text[at:])), default=len(text) - at
    )
    words = re.sub(r"\bhf\.co/(?:datasets/)?", "", " ".join(text[start : at + stop].split()))
    return words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"
