"""Print sheets as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.render.isolates import isolated_page
from compliance.render.markdown_text import escape
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Sheet


def as_markdown(sheets: Sequence[Sheet]) -> str:
    """Return sheets one under the other."""
    return isolated_page("\n\n".join(part for sheet in sheets for part in _parts(sheet)) + "\n")


def _parts(sheet: Sheet) -> Iterator[str]:
    yield f"# {escape(sheet.title)}"
    yield from (_block(block) for block in sheet.lead)
    for section in sheet.sections:
        yield f"## {escape(section.title)}"
        yield from (_block(block) for block in section.blocks)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"**{escape(block.text)}**" if block.strong else escape(block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"- {escape(item)}" for item in block.items)
    lines = [_row(block.head), _row(tuple("---" for _ in block.head), escaped=False)]
    return "\n".join([*lines, *(_row(row) for row in block.rows)])


def _row(cells: Sequence[str], *, escaped: bool = True) -> str:
    shown = ("<br>".join(escape(line) for line in cell.split("\n")) if escaped else cell for cell in cells)
    return f"| {' | '.join(shown)} |"
