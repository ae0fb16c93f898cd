"""A page of text for the terminal: paragraphs, tables and findings, wrapped and aligned by rich.

Text reaches rich as `Text` only, never as markup, so that a name like `[red]x[/]` is printed as what it is.
Color only repeats what marks and words say. Rich is loaded when a page is begun.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from compliance.render.view import words
from compliance.render.view.card import AskedFact, Card, Cell
from compliance.render.view.rows import fold

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

POSITION_STYLE = {
    "breach": "bold red",
    "arguable": "bold yellow",
    "needs-facts": "bold cyan",
    "remote": "bold blue",
    "not-covered": "bold magenta",
    "clear": "bold green",
    "not-applicable": "bold",
}
TRUTH_STYLE = {"yes": "red", "no": "green", "unknown": "cyan"}
ROUTES_SHOWN = 2
_LABEL_WIDTH = 9
_CARD_INDENT = 4
_CAUSE_LABEL = 18
_CAUSE_INDENT = 25
_QUESTION_INDENT = 5


class Page:
    """A growing page of text."""

    def __init__(self, *, color: bool, width: int) -> None:
        from rich.console import Console

        self._buffer = io.StringIO()
        self._width = width
        # An empty environment: the page depends on its arguments only.
        self._console = Console(
            file=self._buffer,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            force_jupyter=False,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )

    def text(self) -> str:
        """Return what was printed so far, without blanks at the ends of lines."""
        return "".join(f"{line.rstrip()}\n" for line in self._buffer.getvalue().split("\n")[:-1])

    def line(self, text: str, style: str = "", *, indent: int = 0, wrap: bool = True) -> None:
        """Print a paragraph."""
        self._put(_text(text, style), indent, wrap=wrap)

    def heading(self, title: str, meaning: str = "", style: str = "bold") -> None:
        """Print the title of a section, and under it what the section means."""
        from rich.cells import cell_len

        self.line("")
        rule = "─" * (self._width - cell_len(title) - 4)
        self._put(_text("── ", "dim").append(title, style).append(f" {rule}" if rule else "", "dim"))
        if meaning:
            self.line(meaning, "dim", indent=2)

    def bullet(self, text: str) -> None:
        """Print an item of a list."""
        self._aligned("·", 1, _text(text), 2)

    def marked(self, mark: str, text: str, after: str, style: str) -> None:
        """Print a sentence behind a mark, and fainter what limits it."""
        item = _text(text, "bold")
        self._aligned(mark, 1, item.append(f" {after}", "not bold") if after else item, 0, style)

    def cause(self, number: int, labels: Sequence[str], texts: Sequence[str], style: str) -> None:
        """Print a numbered entry of a few lines, each behind a label of its own."""
        table = _grid()
        table.add_column(width=2, no_wrap=True)
        table.add_column(width=_CAUSE_LABEL, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        for place, (label, text) in enumerate(zip(labels, texts, strict=True)):
            first = place == 0
            table.add_row(
                _text(str(number) if first else "", "cyan"),
                _text(label, style if first else "dim"),
                _text(text, "bold" if first else ""),
            )
        self._put(table, 1)

    def fits_cause(self, text: str) -> bool:
        """Whether a text fits one line of an entry."""
        from rich.cells import cell_len

        return cell_len(text) <= self._width - _CAUSE_INDENT

    def question(self, number: int, text: str, lines: Iterable[tuple[str, str]], after: str) -> None:
        """Print a numbered question with fainter lines after it: what to paste with its comment, then the rest.

        What can be pasted begins at the margin, for blanks before it would mean something in the manifest; each line
        of a comment is marked as one.
        """
        from rich.cells import cell_len

        self._aligned(str(number), 2, _text(text, "bold"), 1, "cyan")
        for line, note in lines:
            told = f"{line}  # {note}" if note else line
            if cell_len(told) <= self._width or 2 * cell_len(line) < self._width:
                parts = _folded(told, self._width, "# ")
            else:
                parts = [
                    *_folded(line, self._width, "  "),
                    *_folded(f"# {note}" if note else "", self._width, "# "),
                ]
            for part in parts:
                self.line(part, wrap=False)
        if after:
            self.line(after, indent=_QUESTION_INDENT)

    def labelled(self, label: str, texts: Iterable[str], *, style: str = "", indent: int = 2) -> None:
        """Print paragraphs behind one label, all aligned; nothing where there are none."""
        for text in texts:
            if text:
                self._aligned(label, _LABEL_WIDTH, _text(text, style), indent)
                label = ""

    def rows(self, cards: Sequence[Card], publisher: str, *, positions: bool) -> None:
        """Print findings in one table: what, where and whose, why."""
        if not cards:
            return
        table = _grid()
        for ratio in (4, 3, 5):
            table.add_column(ratio=ratio, overflow="fold")
        for row in fold(cards, publisher):
            title = f"{row.title} (×{row.findings})" if row.findings > 1 else row.title
            what = _text(title)
            if positions:
                what = _text(row.position_word, POSITION_STYLE[row.position]).append(
                    f" · {title}", "not bold"
                )
            where = _text(row.where).append(f"\n{row.party}" if row.party else "", "dim")
            table.add_row(what, where, _text(row.reason))
        self._put(table, 2)

    def card(self, card: Card, verbose: bool, number: str) -> None:
        """Print one finding in full, with its number."""
        self.line("")
        head = _text(f"{number} · ", "bold").append(card.position_word, POSITION_STYLE[card.position])
        head.append(f" · {card.title}", "bold")
        self._put(head.append(f"  [{card.state}]", "not bold dim"), 2)
        self.line(card.subject, indent=_CARD_INDENT)
        told = card.questions and all(item.question in card.reason for item in card.questions)
        self._section("Why", [] if told else [card.reason])
        self._readings(card)
        self._routes(card, verbose)
        self._section("Share", (f"{one.words} {one.label}" for one in card.portions))
        self._section("Stops", card.stopped)
        self._section("Also", card.also)
        self._section("Turns on", card.turns)
        asked = (_asked(item) for item in card.questions)
        self._section("Asks", asked, "cyan")
        self._clauses(card, verbose)
        self._section("To do", (action.sentence for action in card.actions))
        if verbose:
            self._section("Says", [card.says])
            self._section("At stake", [card.consequence])
            self._section("Not about", [card.does_not_cover])
        self._section("Waiver", [card.waiver or ""], "yellow")
        rule = f"{card.rule}: {card.norm}, {card.force}; {card.assurance}" if verbose else card.rule
        self._section("Rule", [rule], "dim")
        self._section("Where", [f"{card.location}, {card.origin}" if card.location else card.origin], "dim")

    def brief(self, card: Card) -> None:
        """Print a finding that counts for little: what it is, why, its first route, and where that leaves a reading."""
        self.line("")
        head = _text(card.position_word, POSITION_STYLE[card.position]).append(f" · {card.title}", "bold")
        self._put(head, 2)
        self.line(card.subject, indent=_CARD_INDENT)
        self._section("Why", [card.reason])
        for route in card.routes[:1]:
            self._section("Route", [str(route)])
        self._section("Stops", card.stopped[:2])
        self._section("Also", card.also)
        self._section("Rule", [card.rule], "dim")

    def _routes(self, card: Card, verbose: bool) -> None:
        shown = card.routes if verbose else card.routes[:ROUTES_SHOWN]
        for route in shown:
            about = (route.reach_words, route.depth_words, route.caution)
            self._section("Route", [str(route), "; ".join(part for part in about if part)])
        if left := len(card.routes) - len(shown):
            it = "it" if left == 1 else "them"
            self._section("", [f"and {words.count(left, 'more route')} (-vv shows {it})"], "dim")

    def _clauses(self, card: Card, verbose: bool) -> None:
        self._section("Clause", [card.no_clause])
        for clause in card.clauses if verbose else card.cited:
            known = f"{clause.assurance}, {clause.verified}"
            self._section("Clause", [f"{clause.title}, {clause.locator}: {clause.version}; {known}"])
            self._section("", [words.sentence(clause.caution)], "yellow")
            if clause.quote:
                self._section("Quote", [f"“{clause.quote}” ({clause.quoted_from})"])
            if verbose:
                more = (clause.paraphrase, clause.note, clause.url, clause.fingerprint)
                self._section("", (text for text in more if text), "dim")

    def _readings(self, card: Card) -> None:
        if not card.elements:
            return
        table = _grid()
        table.add_column(overflow="fold", max_width=22)
        for _ in range(3):
            table.add_column(no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_row(_text(""), *(_text(cell.reading, "dim") for cell in card.bites), _text(""))
        for element in card.elements:
            name = f"unless {element.name}" if element.exception else element.name
            cells = (_cell(cell, for_us=element.exception) for cell in element.cells)
            said = _text(element.sentence)
            for reason in element.because:
                said.append(f"\n{reason}", "dim")
            table.add_row(_text(name), *cells, said)
        cells = (_cell(cell) for cell in card.bites)
        table.add_row(_text("so it bites", "bold"), *cells, _text(words.MARK_KEY, "dim"))
        self._put(table, _CARD_INDENT)

    def _section(self, label: str, texts: Iterable[str], style: str = "") -> None:
        self.labelled(label, texts, style=style, indent=_CARD_INDENT)

    def _aligned(self, label: str, width: int, text: Text, indent: int, style: str = "dim") -> None:
        table = _grid()
        table.add_column(width=width, no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_row(_text(label, style), text)
        self._put(table, indent)

    def _put(self, item: RenderableType, indent: int = 0, *, wrap: bool = True) -> None:
        from rich.padding import Padding

        self._console.print(Padding(item, (0, 0, 0, indent)) if indent else item, soft_wrap=not wrap)


def _asked(item: AskedFact) -> str:
    number = f"Question {item.number}: " if item.number else ""
    return f"{number}{item.question} {words.sentence(item.effect)}".rstrip()


def _folded(text: str, room: int, begins: str) -> list[str]:
    """Text in lines that fit, as a terminal counts cells; every further one begins as told. No word is broken."""
    from rich.cells import cell_len

    lines: list[str] = []
    for word in text.split(" ") if text else ():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{begins}{word}" if lines else word)
    return lines


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style=style, overflow="fold")


def _grid() -> Table:
    from rich.table import Table

    return Table.grid(padding=(0, 2, 0, 0), expand=True)


def _cell(cell: Cell, *, for_us: bool = False) -> Text:
    """Red where it speaks against the release: a condition that holds, an exception that does not."""
    word = {"yes": "no", "no": "yes"}.get(cell.word, cell.word) if for_us else cell.word
    return _text(f"{cell.mark} {cell.word}", TRUTH_STYLE[word])
