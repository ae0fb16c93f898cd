"""How `compliance policy import` prints the clauses of a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer

from compliance.errors import printable, shortened

if TYPE_CHECKING:
    from compliance.model.packs.clause_text import SegmentedText, TaggedClause
    from compliance.text.keep.pin_source import Source


def print_clauses(
    source: Source,
    text: SegmentedText,
    *,
    tagged_only: bool,
    fingerprints: bool = False,
    parser: Any = None,
) -> None:
    """Print the clauses of a text with their tags, on request with the three fingerprints of each."""
    from compliance.text.compare.canonical import definitions_of
    from compliance.text.tag.parser import reviewed
    from compliance.text.tag.tagger import tag

    found = tag(text, detailed=fingerprints)
    tagged = reviewed(found, parser) if parser is not None else found
    meant = definitions_of(tagged) if fingerprints else {}
    topics = sum(bool(each.tags) for each in tagged)
    typer.echo(f"{printable(source.name)}: {text.format}, {len(tagged)} clauses, {topics} on a topic")
    for each in tagged:
        if each.tags or not tagged_only:
            typer.echo(_line(each))
            if fingerprints:
                typer.echo(_fingerprints(each, text.source, meant))


def _line(each: TaggedClause) -> str:
    clause = each.clause
    tags = "; ".join(
        f"{one.topic} ({one.norm}, {one.bound}{', to be reviewed' if one.tier == 'review' else ''})"
        for one in each.tags
    )
    where = f"{clause.line}:{clause.column}"
    words = shortened(clause.text, 160)
    return f"  {where:>8}  {clause.id}  {' '.join(map(printable, clause.numbers))}  {words}" + (
        f"\n            → {tags}" if tags else ""
    )


def _fingerprints(each: TaggedClause, source: str, meant: Mapping[str, tuple[str, ...]]) -> str:
    """The form, the words, and what is said under the text's definitions: equal where the two clauses are."""
    from compliance.text.compare.canonical import fingerprints

    marks = fingerprints(each, source, meant)
    return f"            format {marks.format[:16]}  canonical {marks.canonical[:16]}  semantic {marks.semantic[:16]}"
