"""The sections of the PDF and their numbers: what is empty has no section, and no line in the contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from compliance.render.view.report_view import View


@dataclass(frozen=True, slots=True)
class Heading:
    """A section: where it is, its number and its title."""

    anchor: str
    number: str
    title: str
    level: int

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class _Titled(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def size(self) -> int: ...


def outline(
    view: View,
    groups: Sequence[_Titled],
    if_enacted: Sequence[_Titled],
    *,
    asked: bool,
    waived: bool,
    drawn: bool,
    full: bool,
) -> tuple[dict[str, Heading], tuple[Heading, ...]]:
    """Return every section by its key, and all of them in the order of the contents."""
    chapters: list[tuple[str, str, bool]] = [
        ("questions", "Facts to supply", asked),
        ("lineage", "Lineage", drawn),
        ("findings", "Findings", True),
        ("summary", "All findings in numbers", full),
        ("checked", "What was checked, and what was not", True),
        ("screen", "How access was obtained", full),
        ("enacted", "Law that is not in force", full and bool(if_enacted)),
        ("others", "Positions of others", full and bool(view.others.cards)),
        ("waivers", "Waivers", waived),
    ]
    within = {"findings": groups, "enacted": if_enacted}
    found: list[tuple[str, Heading]] = []
    for number, (key, title, _) in enumerate((chapter for chapter in chapters if chapter[2]), 1):
        found.append((key, Heading(key, str(number), title, 1)))
        for place, group in enumerate(within.get(key, ()), 1):
            name = f"{group.title} · {group.size}"
            found.append((group.key, Heading(f"g-{group.key}", f"{number}.{place}", name, 2)))
    appendices = ("Clauses", "Words", "Method and limits", "Digests") if full else ("Clauses",)
    for letter, title in zip("ABCD", appendices, strict=False):
        found.append((title.split()[0].lower(), Heading(f"appendix-{letter.lower()}", letter, title, 1)))
    return dict(found), tuple(heading for _, heading in found)
