"""Print a view for people at a terminal; without color it is plain text with the same content.

`page.py` knows how a paragraph or a finding is laid out; this file knows what comes after what.
"""

from __future__ import annotations

from compliance.model.packs.truth import Position
from compliance.render.plain.terminal_answer import first_screen, rest_in_short
from compliance.render.plain.terminal_page import POSITION_STYLE, Page
from compliance.render.view.point_labels import Labels, build_labels
from compliance.render.view.report_view import Group, View

FULL = 2
"""How much to ask for to see every finding in full."""
PACKS_SHOWN = 6
MIN_WIDTH = 60


def render_terminal(view: View, *, color: bool, width: int, quiet: bool = False, verbose: int = 0) -> str:
    """Return the report as text for a terminal of the given width.

    Args:
        view: The report in words.
        color: Whether to use color; the caller knows whether this is a terminal and NO_COLOR is not set.
        width: Columns to fill; a verdict line printed alone is never wrapped.
        quiet: Print the verdict line only.
        verbose: 0 prints the first screen, 1 every point as a card, 2 every finding in full and full digests.
    """
    if quiet and not color:
        return view.verdict.alone
    page = Page(color=color, width=max(width, MIN_WIDTH))
    if quiet:
        page.line(view.verdict.line, "bold green" if view.verdict.passed else "bold red", wrap=False)
        return page.text()
    first_screen(page, view, short=not verbose)
    if not verbose:
        rest_in_short(page, view)
        return page.text()
    _releases(page, view)
    full, labels = verbose >= FULL, build_labels(view)
    for group in view.groups:
        _group(page, view, group, labels, full)
    _not_covered(page, view)
    _screen(page, view, labels, full)
    for group in (*view.if_enacted, view.others):
        if group.cards:
            _group(page, view, group, labels, full, rows=True)
    _closing(page, view, full)
    return page.text()


def _releases(page: Page, view: View) -> None:
    page.heading("Releases")
    for release in view.releases:
        style = "" if release.evaluated else "bold red"
        page.line(f"{release.name}: {release.facts}", style, indent=2)


def _group(
    page: Page, view: View, group: Group, labels: Labels, verbose: bool, *, rows: bool = False
) -> None:
    style = POSITION_STYLE.get(group.key, "bold")
    page.heading(f"{group.title} · {len(group.cards)}", group.meaning, style)
    full = [card for card in group.cards if verbose or (card.detailed and not rows)]
    for card in full:
        for one in (card, *card.members) if verbose else (card,):
            page.card(one, verbose, labels[id(one)])
    brief = [
        card for card in group.cards if card not in full and card.position is Position.REMOTE and not rows
    ]
    for card in brief:
        page.brief(card)
    rest = [card for card in group.cards if card not in (*full, *brief)]
    if full and rest:
        page.line("")
    page.rows(rest, view.publisher, positions=rows)


def _screen(page: Page, view: View, labels: Labels, verbose: bool) -> None:
    page.heading("Access screen", "How access was obtained; apart from what was trained on what.")
    page.line(view.screen.statement, "green" if view.screen.clean else "", indent=2)
    full = [card for card in view.screen.cards if verbose or card.detailed]
    for card in full:
        page.card(card, verbose, labels[id(card)])
    page.rows([card for card in view.screen.cards if card not in full], view.publisher, positions=True)


def _not_covered(page: Page, view: View) -> None:
    if not view.not_covered:
        return
    title = f"Not covered · {len(view.not_covered)}"
    meaning = "No loaded text or rule speaks of these; that is no clearance."
    page.heading(title, meaning, POSITION_STYLE["not-covered"])
    for item in view.not_covered:
        behind = f" Behind {item.releases}." if item.releases else ""
        place = f" {item.location}" if item.location else ""
        page.bullet(f"{item.name}: {item.why}{behind}{place}")


def _closing(page: Page, view: View, verbose: bool) -> None:
    page.heading("What was not looked at")
    for text in view.not_looked_at:
        page.bullet(text)
    for title in view.not_put if verbose else ():
        page.line(f"not triggered: {title}", "dim", indent=4)
    page.heading("Made with")
    if verbose or len(view.packs) <= PACKS_SHOWN:
        for pack in view.packs:
            path = f", {pack.path}" if verbose else ""
            page.bullet(f"{pack.name}, {pack.rules}{path}, sha256 {_digest(pack.sha256, verbose)}")
    else:
        page.bullet(f"{view.packs_line}; -vv lists them with their digests")
    page.bullet(f"{view.manifest}, sha256 {_digest(view.manifest_sha256, verbose)}")
    page.bullet(view.tool)
    page.line("")
    for text in view.disclaimers:
        page.line(text, "dim")


def _digest(text: str, verbose: bool) -> str:
    return text if verbose else text[:12]
