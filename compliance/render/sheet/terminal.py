"""Print sheets for the terminal; without color it is plain text with the same content."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from compliance.render.isolates import isolated
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Sheet, Table
from compliance.render.view.words import clean

if TYPE_CHECKING:
    from rich.console import Console

MIN_WIDTH = 60


def as_text(sheets: Sequence[Sheet], *, width: int, color: bool) -> str:
    """Return sheets one under the other."""
    from rich.console import Console

    buffer = io.StringIO()
    # An empty environment: the page depends on its arguments only.
    console = Console(
        file=buffer,
        width=max(width, MIN_WIDTH),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for number, sheet in enumerate(sheets):
        if number:
            console.print()
        _sheet(console, sheet)
    return isolated("".join(f"{line.rstrip()}\n" for line in buffer.getvalue().split("\n")[:-1]))


def _sheet(console: Console, sheet: Sheet) -> None:
    console.print(_text(sheet.title, "bold"))
    for block in sheet.lead:
        _block(console, block, 0)
    for section in sheet.sections:
        console.print()
        console.print(_text("──", "dim").append(f" {clean(section.title)} ", "bold").append("──", "dim"))
        for block in section.blocks:
            _block(console, block, 2)


def _block(console: Console, block: Block, indent: int) -> None:
    from rich.padding import Padding

    if isinstance(block, Paragraph):
        shown: Any = _text(block.text, "bold" if block.strong else "")
    elif isinstance(block, Bullets):
        shown = _grid((0, 1))
        for item in block.items:
            shown.add_row(_text("·", "dim"), _text(item))
    else:
        shown = _table(block)
    console.print(Padding(shown, (0, 0, 0, indent)))


def _table(block: Table) -> Any:
    grid = _grid(block.widths or tuple(1 for _ in block.head))
    grid.add_row(*(_text(word, "dim") for word in block.head))
    for row in block.rows:
        grid.add_row(*(_text(cell) for cell in row))
    return grid


def _grid(widths: Sequence[int]) -> Any:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in widths:
        grid.add_column(ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    return grid


def _text(text: str, style: str = "") -> Any:
    from rich.text import Text

    return Text("\n".join(clean(line) for line in text.split("\n")), style=style, overflow="fold")
