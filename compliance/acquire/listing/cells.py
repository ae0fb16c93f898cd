"""What a table makes of the names in its cells: by its header, by its heading, by the row."""

from __future__ import annotations

import re

from compliance.acquire.listing.tables import of_family, of_field, told
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.parts import part
from compliance.model.declared.sighting import LINEAGE, Mention, MentionRelation

_INGREDIENTS = re.compile(
    r"(?i)^\W*(?:(?:pre-?|post-?|mid-?)?training|sft|rl|fine-?tuning|source|our)?\s*"
    r"(?:data(?:sets?)?|corpus|corpora|mix(?:ture)?|sources?|data (?:mix(?:ture)?|sources?|composition))\W*$"
)
"""Headings over tables of what a thing was trained on or put together from."""
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
_PARTS = re.compile(r"(?i)(?:parts?|sub-?sets?|portions?|sections?|components?|shares?)(?: of [\w ]+)?")
"""Heads of a first column that lists the parts of a collection."""
_ORIGIN = re.compile(
    r"(?i)(?:taken |comes? |drawn |where )?from|(?:data |original )?(?:source|origin|provenance)s?|speech|audio|"
    r"recordings?|images?|pictures|videos?|texts?|rows|collection|corpus"
)
"""Heads of a column that tells from where each part comes."""
_BASE_ROW = re.compile(
    r"(?i)^\W*(?:base(?: model)?|foundation model|modelo base|modèle de base|basismodell|"
    r"基座模型|基础模型|基底模型)\W*;\W*"
)
"""How a row of a table begins that tells the base, whatever it notes beside."""


def in_table(mention: Mention, paragraph: Paragraph) -> MentionRelation | None:
    """What a table makes of a name: what its header says, else what rows of its kind do; None outside of tables."""
    if mention.relation == "component" and part(paragraph, mention):
        return "component"
    said = told(paragraph.text, paragraph.columns, mention.start)
    if said == "base" and of_family(paragraph.text, paragraph.columns, mention.start):
        return "compared-with"
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
    if mention.kind in (None, "dataset") and _of_part(mention.start, paragraph):
        return "data"
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    listed = _ABOUT_DATA.search(heading) and _TRAINING.search(paragraph.text)
    went_in = _INGREDIENTS.search(heading) or listed
    return "data" if went_in and mention.kind in (None, "dataset") else "compared-with"


def _of_part(at: int, paragraph: Paragraph) -> bool:
    """Whether a name stands where a table of the parts of a collection tells from where each comes."""
    first = paragraph.columns[0] if paragraph.columns else None
    if first is None or first[1] > at or not _PARTS.fullmatch(first[2].strip(" ?:()")):
        return False
    return any(
        start <= at < end and _ORIGIN.fullmatch(head.strip(" ?:()")) for start, end, head in paragraph.columns
    )


def _beside(at: int, paragraph: Paragraph) -> bool:
    """Whether a name stands in a column that only tells something of the row's thing: its domain, its licence."""
    return any(
        start <= at < end and _TELLS_OF.fullmatch(head.strip(" ?:()"))
        for start, end, head in paragraph.columns
    )
