"""What is known of a name as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.errors import one_line, printable
from compliance.registry.listed import Row
from compliance.registry.shown import Shown


def lines(one: Shown) -> Iterator[str]:
    """What is known of a name, a line for each field."""
    yield printable(one.name)
    if one.members:
        yield (
            f"  licence: any of {len(one.members)}, of which it does not say which, or several that hold together"
            if one.kind == "licence"
            else f"  not one name but {len(one.members)}: give them as `names:` in a manifest"
        )
        yield from (f"  - {printable(member)}" for member in one.members)
        return
    if one.id is None and not one.base:
        yield f"  {one.kind or 'name'}: not known"
    else:
        yield f"  {one.kind}: {one.id or _without_record(one)}"
        yield from (f"    {name:<10} {' '.join(value.split())}" for name, value in _fields(one))
    if one.near:
        yield f"  near names: {printable(', '.join(one.near))}"


def _without_record(one: Shown) -> str:
    if one.kind == "service":
        return "no record; the name of weights, and no host is told"
    return "no record; derived from others by its name"


def _fields(one: Shown) -> Iterator[tuple[str, str]]:
    if one.own:
        yield "own", "from a registry file of yours"
    yield from _licence(one) if one.kind == "licence" else _thing(one)
    yield "texts", ", ".join(one.instruments) or "none held"
    yield "covered", "yes" if one.covered else "no: no rule or text of the loaded packs speaks of it"
    if one.source:
        yield "read in", f"{one.source.where}, {one.source.read} ({one.assurance})"
    if one.also:
        yield "also", f"a {' and a '.join(one.also)} of this name: --kind {one.also[0]}"


def _licence(one: Shown) -> Iterator[tuple[str, str]]:
    yield "title", one.note or ""


def _thing(one: Shown) -> Iterator[tuple[str, str]]:
    yield "developer", one.developer or "unknown"
    yield "country", one.country or "unknown"
    if one.kind == "service":
        yield "provider", one.provider or "unknown"
    else:
        yield "licence", ", ".join(one.licences) or "unknown"
        yield "making", f"{one.making}, {one.stage}" if one.stage else str(one.making)
    if one.base:
        yield "base", ", ".join(one.base)
    for step in one.ancestry.steps if one.ancestry else ():
        given = "; ".join(f"{role} {', '.join(names)}" for role, names in step.inputs.items())
        yield "ancestry", f"{step.kind}: {given}; by {step.by}"
    if one.ancestry:
        yield "known from", f"{one.ancestry.documented_at} ({one.ancestry.assurance})"
    if one.note:
        yield "note", one.note


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Records as lines of one table, columns as wide as a terminal shows them."""
    from rich.cells import cell_len

    cells = [
        (
            one.kind,
            one.id,
            one_line(one.owner or "-"),
            one.licence or "unknown",
            one.assurance + ", own" * one.own,
        )
        for one in rows
    ]
    widths = [max((cell_len(row[n]) for row in cells), default=0) for n in range(5)]
    for row, one in zip(cells, rows, strict=True):
        padded = [text + " " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True)]
        yield "  ".join([*padded, *map(one_line, one.names[:1])]).rstrip()
