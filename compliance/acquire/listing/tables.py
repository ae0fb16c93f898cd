"""What the header of a table makes of the names in its columns, and a row's own word for what a name was for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compliance.acquire.rows.column_words import COLUMNS
from compliance.model.declared.sighting import MentionRelation

_HEADERS: Mapping[MentionRelation, re.Pattern[str]] = {
    "base": re.compile(
        r"(?i)(?:base|parent|backbone|foundation|starting|initial|source|original)(?: language)? "
        r"(?:model|checkpoint|llm)s?|"
        r"(?:base|backbone)s?|init(?:ial|ialized|ialised)?(?: (?:model|from|weights))?|student(?: model)?|"
        r"(?:base |pre-?trained )?transformer(?: (?:type|model))?|"
        r"pre-?trained (?:model|weights|checkpoint|from)(?: used)?|initiali[sz]ation|"
        r"(?:fine-?tuned|initiali[sz]ed|derived|quanti[sz]ed|converted|starts?) from|(?:based|built) (?:up)?on|"
        r"(?:基座|基础|基底|底座)(?:模型)?|ベースモデル|베이스 ?모델|기반 ?모델"
    ),
    "generated-by": re.compile(
        r"(?i)teachers?(?: models?)?|"
        r"(?:generat(?:or|ion|ing)|annotat(?:or|ion)|label(?:l?er|l?ing)|caption(?:er|ing)|synthesi(?:s|[sz]er)|writer|"
        r"response|transcription|translation)(?: models?| llms?)?|"
        r"(?:generated|annotated|written|labell?ed|captioned|synthesi[sz]ed|produced|created|translated|transcribed) "
        r"(?:by|with|using)|(?:教师|生成|标注|教師)模型|教師モデル"
    ),
    "judged-by": re.compile(
        r"(?i)(?:judge|grader|scorer|rater|verifier|critic|reward)(?: models?)?|"
        r"(?:judged|scored|graded|rated) (?:by|with)"
    ),
    "filtered-by": re.compile(r"(?i)(?:safety )?(?:filter|classifier)(?: models?)?|filtered (?:by|with)"),
    "data": re.compile(
        r"(?i)(?:upstream|underlying|original|source|seed|parent|train|training|fine-?tuning)(?: [a-z]+)? "
        r"(?:data(?: ?sets?)?|corpus|corpora|collections?)|data(?: ?set)? sources?|"
        r"(?:trained|tuned) (?:on|with)|(?:derived|drawn) from|data(?: ?sets?)? from|"
        r"(?:训练|预训练|微调|指令)数据集?|训练语料|数据来源|学習データ(?:セット)?|학습 ?데이터(?:셋)?"
    ),
}
"""Headers that say what the things of a column were for the thing the page is about."""
_ROLE = re.compile(r"(?i)role|purpose|use|used (?:for|as)|function|stage|step")
_ROLES: Mapping[MentionRelation, re.Pattern[str]] = {
    "base": re.compile(
        r"(?i)(?:shared )?(?:base|student|donor|parent|backbone|starting point|initiali[sz]ation)\b"
    ),
    "generated-by": re.compile(
        r"(?i)(?:\w+ ){0,2}(?:teacher|generator|annotator|captioner|synthesi[sz]er|generation|synthesis|captioning)\b"
    ),
    "judged-by": re.compile(
        r"(?i)(?:\w+ ){0,2}(?:judge|grader|scorer|reward(?: model)?|verifier|critic|preference labell?ing)\b"
    ),
    "filtered-by": re.compile(r"(?i)(?:\w+ ){0,2}(?:filter|filtering|deduplication)\b"),
}
"""What a cell in a column of roles says."""

_ROWS = re.compile(r"(?i)(?:data ?sets?|data|corpora|corpus)")
_FIELD = re.compile(r"(?i)(?:field|column|feature|key|attribute)s?(?: names?)?")
"""Heads of tables that say what the fields of rows hold."""
LEAST_CELLS = 2
"""Cells at least of a row that tells of a field."""
_HUB = re.compile(r"(?:hf\.co/)?(?P<owner>[\w.-]+)/[\w.-]+")
"""A cell that is the name of a thing of a hub."""
Columns = tuple[tuple[int, int, str], ...]
"""Of a row, where each cell begins and ends and what stands at the head of its column."""


def columns(content: str, header: Sequence[str]) -> Columns:
    """The cells of a row as it stands in a file, with the heads of their columns."""
    found, at = [], 0
    cells = content.split("|")
    first = 1 if not cells[0].strip() and len(cells) > len(header) else 0
    for number, cell in enumerate(cells):
        if 0 <= number - first < len(header):
            found.append((at, at + len(cell), header[number - first]))
        at += len(cell) + 1
    return tuple(found)


def told(text: str, table: Columns, at: int) -> MentionRelation | None:
    """What header and row say of a name that stands at a place of a row; None where they say nothing.

    Args:
        text: The row.
        table: Its cells.
        at: Where the name begins.
    """
    of_training = any(header_says(head) == "base" for _, _, head in table)
    for start, end, head in table:
        if start <= at < end:
            found = header_says(head)
            if found is not None:
                return found
            if of_training and _ROWS.fullmatch(head.strip(" ?:()*")):
                return "data"  # beside what each was made from, a table tells what it was trained on
    for start, end, head in table:
        if not start <= at < end and _ROLE.fullmatch(head.strip(" ?:")):
            return next(
                (one for one, said in _ROLES.items() if said.match(text[start:end].strip(" ;:"))), None
            )
    return None


def of_field(text: str, table: Columns, at: int) -> MentionRelation | None:
    """What a field of the rows says of a model that its description names: `source`, `judge`; None elsewhere."""
    if len(table) < LEAST_CELLS or not _FIELD.fullmatch(table[0][2].strip(" ?:()")):
        return None
    start, end, _ = table[0]
    said = None if start <= at < end else COLUMNS.get(text[start:end].strip(" ;`").lower())
    return "generated-by" if said == "data" else None if said == "none" else said


def header_says(words: str) -> MentionRelation | None:
    """What the head of a column, or a label, says that a thing was for; None where it says nothing.

    >>> header_says("Training data"), header_says("Base model"), header_says("Size")
    ('data', 'base', None)
    """
    return next((one for one, said in _HEADERS.items() if said.fullmatch(words.strip(" ?:()"))), None)


def of_family(text: str, table: Columns, at: int) -> bool:
    """Whether a row only tells in which forms a family comes: beside its base other things of the same organisation.

    The row of a thing that was made from the base begins with that thing.

    Args:
        text: The row.
        table: Its cells.
        at: Where the name of the base, or its cell, begins.
    """
    cells = [(start <= at < end, _HUB.fullmatch(text[start:end].strip(" ;*`"))) for start, end, _ in table]
    told = next((one for here, one in cells if here and one), None)
    if told is None or cells[0][1]:
        return False
    return any(one["owner"] == told["owner"] for here, one in cells if one and not here)
