"""Sets by where they lie: the first cell of a row under a heading on data, and addresses of catalogues of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.went_in import NOT_IN, SUM, TRAINS, Listed, is_name

_DATA = re.compile(
    r"(?i)\W*(?:the |our )?(?:data(?: ?sets?)?|corpora|data (?:preparation|sources?|download))\W*"
)
_TRAINING = re.compile(rf"(?i){TRAINS}")
_OF_ROWS = re.compile(
    r"(?i)\W*(?:images?|videos?|audio|texts?|speech|data ?sets?|data|corpus|names?|sources?|rows)\W*"
)
"""Heads of a first column that lists sets by what they hold."""
_CATALOGUE = re.compile(
    r"https?://(?:www\.)?(?:catalog\.ldc\.upenn\.edu/(?P<ldc>LDC\w+)|openslr\.(?:org|magicdatatech\.com)/(?:resources/)?(?P<slr>\d+)|"
    r"zenodo\.org/records?/\d+|kaggle\.com/datasets/[\w-]+/(?P<kaggle>[\w-]+)|physionet\.org/content/(?P<physio>[\w-]+)|"
    r"data\.mendeley\.com/datasets/\w+|archive\.ics\.uci\.edu/(?:ml/)?datasets?/[\w+/-]+|"
    r"dataverse\.[\w.]+/dataset\.xhtml\?persistentId=[\w:/.]+|opendatalab\.com/(?:\w+/)?(?P<lab>[\w-]+))[\w./?=&-]*"
)
"""Addresses of single sets in catalogues of them."""
_LABEL = re.compile(r"\W*(?:[A-Za-z][\w /()-]{1,40}:\s*)?\W*")
_OWN_PLACE = re.compile(
    r"(?i)\W*(?:home ?page|repository|paper|point of contact|download|our|this|the data ?set)\b"
)
"""Labels behind which a page says where the work itself lies."""


def linked_rows(paragraph: Paragraph) -> Iterator[Listed]:
    """The set to which the first cell of a row leads, under a heading on data below one on training.

    Args:
        paragraph: The row.
    """
    *above, heading = paragraph.section.split(" / ")
    said = _DATA.fullmatch(heading) and any(map(_TRAINING.search, above))
    if not said or not paragraph.columns or not paragraph.linked or NOT_IN.search(heading):
        return
    start, end, head = paragraph.columns[0]
    for at, until in paragraph.linked[:1]:
        name = paragraph.text[at:until].strip(" *`")
        alone = start <= at and until <= end and _OF_ROWS.fullmatch(head)
        if alone and is_name(name) and not SUM.intersection(name.lower().split()):
            yield Listed(name, paragraph.text.index(name, at), heading)


def catalogued(paragraph: Paragraph) -> Iterator[Listed]:
    """The entry of a catalogue whose address is all of an item, a label before it at most: it is asked about.

    Args:
        paragraph: The item.
    """
    one = _CATALOGUE.search(paragraph.text) if paragraph.is_item else None
    if (
        one is None
        or paragraph.text[one.end() :].strip(" .>\n")
        or not _LABEL.fullmatch(paragraph.text[: one.start()])
    ):
        return
    if _OWN_PLACE.match(paragraph.text):
        return
    name = next((each for each in (one["ldc"], one["lab"]) if each), None) or one[0].rstrip("/")
    yield Listed(name, paragraph.text.index(name), "")
