"""What a name is by its place, and the words by which that place says what it was for."""

from __future__ import annotations

from collections.abc import Mapping, Set

from compliance.acquire.listing.linked_sets import SOURCES
from compliance.acquire.listing.tables import header_says, told
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.rows_from import named_base, named_part, named_rows
from compliance.model.declared.sighting import Mention, MentionRelation
from compliance.model.shapes.shape import ArtifactKind

_SET_ADDRESS = "hf.co/datasets/"


def kind_by_place(
    mention: Mention, relation: MentionRelation, paragraph: Paragraph, placed: Set[int], of_model: bool
) -> ArtifactKind | None:
    """What a name is by its place: in a list of rows, at an address of rows, in a column of bases."""
    if relation == "data":
        by_address = paragraph.text.startswith(_SET_ADDRESS, mention.start)
        return (
            "dataset"
            if by_address or mention.start in placed or named_rows(mention, paragraph, of_model)
            else None
        )
    by_column = relation == "base" and told(paragraph.text, paragraph.columns, mention.start) == "base"
    if relation == "component" and named_part(mention):
        return "model"
    return (
        "model"
        if named_base(mention, paragraph.text) or (by_column and mention.kind in (None, "model"))
        else None
    )


def cue_by_place(kind: ArtifactKind | None, paragraph: Paragraph, starts: Mapping[int, str], at: int) -> str:
    """The words by which a name's place says what it was for; empty where they are its sentence's to say."""
    said = starts.get(at, "")
    if kind == "dataset" and paragraph.columns:
        heads = (
            head
            for start, end, head in paragraph.columns
            if start <= at < end and header_says(head) == "data"
        )
        return next(heads, said).strip()
    if kind != "dataset" or paragraph.columns:
        return "base model" if kind == "model" else said if kind == "dataset" else ""
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    return heading if SOURCES.fullmatch(heading) else ""
