"""Print sheets as one HTML page that stands alone: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from compliance.errors import printable
from compliance.render.fonts.embedded import carried
from compliance.render.isolates import isolated_page
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Sheet, Table

_NARROW = 1.5
"""Share of a column that is as wide as what it holds, at a terminal."""
_STYLE = (
    "body{font:16px/1.5 serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}"
    "h1,h2{font-family:sans-serif;line-height:1.2}h2{border-top:1px solid #999;padding-top:.6rem}"
    "table{border-collapse:collapse;table-layout:fixed;width:100%;margin:1rem 0;font-size:.9rem}"
    "td,th{overflow-wrap:break-word}.small{font-size:.8em;line-height:1.3}"
    "th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eee}"
    "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}"
)


def as_page(sheets: Sequence[Sheet]) -> str:
    """Return sheets one under the other, as a page of its own."""
    title = _text(sheets[0].title) if sheets else ""
    body = isolated_page("\n".join(part for sheet in sheets for part in _parts(sheet)))
    rules, families = carried(f"{title}{body}")
    style = f"{_STYLE}{rules}{_families(families)}"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _families(families: Sequence[str]) -> str:
    """Rules by which fonts that the page carries set the letters they are for."""
    more = ",".join(f"'{one}'" for one in families)
    return f"body{{font-family:{more},serif}}h1,h2{{font-family:{more},sans-serif}}" if families else ""


def _parts(sheet: Sheet) -> Iterator[str]:
    yield f"<h1>{_text(sheet.title)}</h1>"
    yield from (_block(block) for block in sheet.lead)
    for section in sheet.sections:
        begins = ' style="break-before:page"' if section.new_page else ""
        yield f"<section{begins}>\n<h2>{_text(section.title)}</h2>"
        yield from (_block(block) for block in section.blocks)
        yield "</section>"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        start = '<p class="small">' if block.small else "<p>"
        return (
            f"{start}<strong>{_text(block.text)}</strong></p>"
            if block.strong
            else f"{start}{_text(block.text)}</p>"
        )
    if isinstance(block, Bullets):
        return f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"
    head = "".join(f'<th scope="col">{_text(word)}</th>' for word in block.head)
    rows = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>\n" for row in block.rows)
    return f"<table>\n{_columns(block)}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"


def _columns(block: Table) -> str:
    """Columns as wide as the table says, none by its longest word."""
    if not block.widths:
        return ""
    shares = [width or _NARROW for width in block.widths]
    columns = (f'<col style="width:{100 * share / sum(shares):.1f}%">' for share in shares)
    return f"<colgroup>{''.join(columns)}</colgroup>\n"


def _text(text: str) -> str:
    return "<br>".join(escape(printable(line)) for line in text.split("\n"))
