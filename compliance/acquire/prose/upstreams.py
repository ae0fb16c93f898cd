"""Prose of cards and notebooks: upstreams by sentences, lists and tables; licences; who wrote the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.listing.cells import in_table
from compliance.acquire.listing.listed import listed
from compliance.acquire.listing.merge_tables import merged_in_tables
from compliance.acquire.listing.ours import rows_of_others
from compliance.acquire.listing.placed import labelled_alone, linked_by_role, listed_alone
from compliance.acquire.page.markdown import Page, Paragraph
from compliance.acquire.page.sentences import GUESS, IN_LIST, SHORT, sentence, sentence_start, squeezed
from compliance.acquire.prose.asides import of_software
from compliance.acquire.prose.by_label import by_label
from compliance.acquire.prose.by_place import cue_by_place, kind_by_place
from compliance.acquire.prose.described import (
    Described,
    Passage,
    adapted,
    described,
    of_another_work,
    of_base,
    of_lead,
    of_set,
    planned,
    told_for,
)
from compliance.acquire.prose.figures import counts_said, figures_said
from compliance.acquire.prose.headed import BY_TITLE, headed, kind_of, led_to
from compliance.acquire.prose.licence_words import licence_said, of_another, people_said
from compliance.acquire.prose.made_from import is_of_other, pattern_of
from compliance.acquire.prose.mirrored import mirrored
from compliance.acquire.prose.parts import own_address
from compliance.acquire.prose.scored import scored
from compliance.acquire.prose.undecided import is_idea, once
from compliance.acquire.prose.went_in import within
from compliance.model.declared.sighting import (
    LINEAGE,
    Figure,
    Lost,
    Mention,
    MentionRelation,
    Sighting,
    Statement,
)
from compliance.model.shapes.location import Location

ReadProse = Callable[[str, str], list[Mention]]
"""Finds the mentions of a paragraph in a section of the given title."""
MOST_PROSE = 10_000
"""The most characters of a paragraph that are read; people write no longer ones."""
MOST_BEFORE = 4
"""The most words before the name with which a sentence begins."""
_WENT_IN = re.compile(
    r"(?i)\W*(?:(?:pre-?|post-?|fine-?)?(?:training|tuning)|sft|used|source|seed) "
    r"(?:data ?sets?|data|corpus|corpora)\W*"
    r"|\W*(?:data ?sets?|data|corpora) (?:used|trained on|used (?:for|in) (?:pre-?|fine-?)?(?:training|tuning))\W*"
)
"""Headings over lists of what a thing was trained on."""
_AMOUNT = re.compile(
    r"(?i)\W*(?:(?:the|a|an|about|around|approximately|some|roughly|over)\W+)*"
    r"(?:\d[\d.,]*\s?(?:[kmb]|million|billion|thousand|hours of|%(?: of)?)?\W*)?(?:the\W+)?"
)
"""What may stand before the rows with which an item begins: an article, and how many."""
_SUCH_AS = re.compile(
    r"(?i)\W*(?:[\w-]+ ){0,6}(?:data ?sets?|sets|corpora|collections|sources|models)\W{1,3}"
    r"(?:such as|like|including|e\.g\.?,?|namely)"
)
"""How an item begins that gives examples of what it speaks of: `Open data sets (such as`."""
_OPTION = re.compile(r"\W*(?<![\w-])--[a-z][\w-]+`?\s*[;:=]")
"""How a row or an item begins that tells of an option of a command."""
_OTHERS = re.compile(
    r"(?i)\b(?:other|others|more|further|also|additional|related|previous|earlier)\b.{0,40}\b(?:models?|versions?|variants?|sizes?|"
    r"formats?|checkpoints?|quants?|quantizations?|repositor\w+|repos?|data ?sets?)\b"
)
"""What stands above a list of things beside this one."""
_MADE = re.compile(
    r"\s*(?:The )?(?P<label>[\w.-]+)(?: (?:data ?set|corpus|model))? (?:is|was|were|has been) (?:\w+ )?"
    r"(?:created|made|built|derived|trained|fine-?tuned|generated|collected|compiled|distilled|translated|constructed)\b"
)
"""How a sentence begins that tells how a thing was made."""
_JOINS = re.compile(r"\b(?:and|or)\b|\bhf\.co/(?:datasets/)?")
"""What may stand between the names of a row."""


def read_prose(
    page: Page, name: str, prose: ReadProse, found: Found, own: str = "", of_model: bool = False
) -> None:
    """The sentences of a page: upstreams, licences, who wrote the rows.

    Args:
        page: The page.
        name: Its file.
        prose: Finds the mentions.
        found: Where what is found goes.
        own: What the page calls the thing that it is about; empty where it does not say.
        of_model: Whether it is known to be a model's card.
    """
    made_from, passage, others = pattern_of(own), Passage(), rows_of_others(page)
    plans, taken_over = planned(page), adapted(page)
    found.sightings += _of_page(page, name, prose)
    for whole in page.paragraphs:
        paragraph = _shortened(whole, page, name, found)
        in_list, taken, said = list(listed(paragraph)), set[int](), set[int]()
        starts = {one.start: one.cue for one in in_list}
        mentions = [one for one in _with_lead(paragraph, prose) if not within(one, in_list)]
        of_sets = _of_sets(paragraph, mentions, prose, of_model)
        goes_on = passage.told(paragraph, mentions) if of_model else ""
        goes_on = told_for(paragraph.section, taken_over) or of_lead(paragraph, prose, own) or goes_on
        for each in mentions:
            mention = _as_placed(each, paragraph, page, paragraph.section in plans, of_model)
            listed_too = mention.start in starts and not (mention.cue or paragraph.columns)
            relation = _relation(mention, paragraph, listed_too, made_from, own, others)
            named, relation = led_to(page.labels.get(mention.name.lower()), mention.name, relation)
            by_place = kind_by_place(mention, relation, paragraph, starts.keys(), of_model)
            cue = mention.cue or cue_by_place(by_place, paragraph, starts, mention.start)
            if relation in LINEAGE and (not listed_too or mention.kind == "service"):
                taken.add(mention.start)
            said |= {mention.start} if mention.cue else set()
            found.sightings.append(
                Sighting(named, relation, _place(page, name, paragraph, mention), "document",
                         f"prose, “{squeezed(cue)}”" if cue else "prose",
                         sentence(paragraph.text, mention.start), kind_of(mention) or by_place,
                         into=_in_full(mention.of or _told_of(paragraph.text, mention, page)
                                       or of_set(of_sets, mention, goes_on), page),
                         negated=mention.negated, subject=_subject(paragraph.text, mentions, mention),
                         section=paragraph.section, sure=mention.sure)
            )  # fmt: skip
        if paragraph.section not in plans and paragraph.start not in others:
            labelled_alone(paragraph, page, name, found, taken, said, goes_on or None)
            listed_alone(paragraph, page, name, found, taken, said, goes_on or None)
        _statements(paragraph, page, name, found, own)


def _as_placed(mention: Mention, paragraph: Paragraph, page: Page, is_plan: bool, of_model: bool) -> Mention:
    """A mention as the place of its sentence makes it: plans and addresses of the work tell nothing that went in."""
    text = paragraph.text
    idle = is_plan or is_idea(text, mention.start, mention.end)
    if idle or own_address(text, mention.start, page.title, of_model):
        return replace(mention, relation="none")
    return once(scored(mirrored(by_label(mention, paragraph, page, of_model), text), text), text)


def _place(page: Page, name: str, paragraph: Paragraph, mention: Mention) -> Location:
    place = page.lines.location(paragraph.start + mention.start)
    return Location(name, place.line, place.column)


def _of_page(page: Page, name: str, prose: ReadProse) -> Iterator[Sighting]:
    """What headings, tables of merges, and links that only tell a use name."""
    for heading in page.headings:
        yield from headed(heading, page, name, prose)
    yield from merged_in_tables(page, name)
    yield from linked_by_role(page, name)


def _relation(
    mention: Mention,
    paragraph: Paragraph,
    listed_too: bool,
    made_from: re.Pattern[str],
    own: str,
    others: Set[int],
) -> MentionRelation:
    """What a name was for by its sentence and by its place; what is told of others than the work went into those."""
    if paragraph.start in others:
        return "none"
    if listed_too and mention.kind == "service":
        return "generated-by"  # among rows it is who wrote some
    relation = _listed(mention, paragraph, in_table(mention, paragraph) or mention.relation)
    aside = _OTHERS.search(paragraph.lead) or is_of_other(paragraph, made_from, mention.start)
    aside = aside or of_another_work(paragraph.text, mention.start, own)
    # A list says more than what its words are like.
    return "none" if relation in LINEAGE and (aside or (listed_too and relation != "data")) else relation


def _of_sets(
    paragraph: Paragraph, mentions: Sequence[Mention], prose: ReadProse, of_model: bool
) -> Described:
    return (*(described(paragraph, mentions, prose) if of_model else ()), *of_base(paragraph.text, mentions))


def _shortened(paragraph: Paragraph, page: Page, name: str, found: Found) -> Paragraph:
    """A paragraph as far as it is read."""
    if len(paragraph.text) <= MOST_PROSE:
        return paragraph
    place = Location(name, page.lines.location(paragraph.start).line, 1)
    found.lost.append(Lost(place, f"of a paragraph only the first {MOST_PROSE:,} characters were read"))
    return replace(paragraph, text=paragraph.text[:MOST_PROSE])


def _statements(paragraph: Paragraph, page: Page, name: str, found: Found, own: str) -> None:
    """What a paragraph says of licences and of who wrote the rows."""
    for about, licence, at in licence_said(paragraph.text):
        if of_another(paragraph.text, paragraph.columns, at, own):
            continue
        place = page.lines.location(paragraph.start + at)
        found.statements.append(
            Statement("licence", about, licence, Location(name, place.line, 1), sentence(paragraph.text, at))
        )
    for kind, at in people_said(paragraph.text):
        place = page.lines.location(paragraph.start + at)
        found.statements.append(
            Statement(kind, "", "", Location(name, place.line, 1), sentence(paragraph.text, at))
        )
    opens = page.paragraphs[0].start == paragraph.start
    told = figures_said(paragraph.text, paragraph.section, own, opens)
    for one in counts_said(paragraph.text) if paragraph.columns else told:
        place = Location(name, page.lines.location(paragraph.start + one.at).line, 1)
        words, span = sentence(paragraph.text, one.at), one.span
        found.figures.append(
            Figure(one.kind, one.about, span.low, span.high, place, words, by_year=span.by_year)
        )


def is_guess(one: Sighting) -> bool:
    """Whether no words say what a name in prose was for."""
    return one.how in (GUESS, BY_TITLE, IN_LIST)


def _told_of(text: str, mention: Mention, page: Page) -> str | None:
    """The thing of a hub by whose label the sentence begins that a name stands in, where it tells how that was made."""
    told = _MADE.match(text, sentence_start(text, mention.start), mention.start)
    leads = page.labels.get(told["label"].lower()) if told else None
    return leads.removeprefix("datasets/") if leads and told and told["label"] != mention.name else None


def _in_full(name: str | None, page: Page) -> str | None:
    """What links of the page call so on a hub, or else the name itself."""
    leads = page.labels.get(name.lower()) if name else None
    return leads.removeprefix("datasets/") if leads else name


def _with_lead(paragraph: Paragraph, prose: ReadProse) -> list[Mention]:
    """The mentions of a paragraph; a name that begins an item of a list gets what the words before the list say."""
    found = prose(paragraph.text, paragraph.section)
    if paragraph.columns:
        return [_under_lead(one, paragraph, prose) for one in found]
    first = next((one for one in found if not one.cue and not one.negated), None)
    if not paragraph.lead or first is None or of_software(paragraph.lead):
        return found
    before = paragraph.text[: first.start].strip(" 0123456789.)")
    members = _SUCH_AS.fullmatch(before) is not None
    if re.search(r"\w", before) and not members:
        return found
    said = re.sub(r"(?i)\bfollowing\b ?", "", paragraph.lead)
    for lead in (f"{said[:-1]} ", f"{said} "):
        read = prose(lead + paragraph.text[first.start :], paragraph.section)
        told = {one.start - len(lead) + first.start: one for one in read if one.relation != "none"}
        if first.start in told:
            return [
                replace(told[each.start], start=each.start, end=each.end)
                if each is first or (members and each.start in told and not (each.cue or each.negated))
                else each
                for each in found
            ]
    return found


def _beside(text: str, mentions: Sequence[Mention], first: Mention, last: Mention) -> bool:
    """Whether two names only stand in a row, with nothing but other names and signs between them."""
    inner = [one for one in mentions if first.end <= one.start and one.end <= last.start]
    between, at = "", first.end
    for one in sorted(inner, key=lambda each: each.start):
        between, at = between + text[at : one.start], max(at, one.end)
    between += text[at : last.start]
    return first.end <= last.start and not re.search(r"\w", _JOINS.sub("", between))


def _subject(text: str, mentions: Sequence[Mention], of: Mention) -> str | None:
    """The name with which the sentence begins that a name stands in, where it is another one."""
    begin = sentence_start(text, of.start)
    first = min((one for one in mentions if begin <= one.start <= of.start), key=lambda one: one.start)
    begins = len(text[begin : first.start].split()) <= MOST_BEFORE and not _beside(text, mentions, first, of)
    return first.name if begins and first.name != of.name else None


def _listed(mention: Mention, paragraph: Paragraph, relation: MentionRelation) -> MentionRelation:
    """What an item makes of the rows that it begins with, under a heading on data that went in; an option uses none."""
    if _OPTION.match(paragraph.text):
        return "none"
    if relation != "none" or mention.cue or mention.negated or mention.kind != "dataset":
        return relation
    under = any(_WENT_IN.fullmatch(heading) for heading in paragraph.section.split(" / "))
    before = paragraph.text[: mention.start].removesuffix("hf.co/datasets/").strip()[-SHORT:]
    begins = _AMOUNT.fullmatch(before)
    return "data" if begins and under and not paragraph.lead else relation


def _under_lead(mention: Mention, paragraph: Paragraph, prose: ReadProse) -> Mention:
    """A mention in a row of a table, with what the words before the table say of each of its things."""
    is_thing = "/" in mention.name or paragraph.columns[0][0] <= mention.start < paragraph.columns[0][1]
    if not paragraph.lead or not is_thing or mention.relation != "none" or mention.cue or mention.negated:
        return mention
    said = prose(f"{paragraph.lead[:-1]} {mention.name}", paragraph.section)[-1:]
    return replace(mention, relation=said[0].relation, cue=said[0].cue) if said else mention
