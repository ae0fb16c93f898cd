"""Make the report a page: one file that fetches nothing, readable without a script, on a screen and on paper.

The page forbids itself, by a content security policy, to load or send anything; its own style and script are named
by their digests. Every text is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compliance.errors import Fault, InputError
from compliance.model.answered.report import Report
from compliance.model.packs.truth import READINGS
from compliance.render.fonts.embedded import carried
from compliance.render.glossary import METHOD, build_glossary
from compliance.render.graph import style as graph_style
from compliance.render.graph.bars import bars_svg
from compliance.render.html.entries import ICON, Entry, build_entries, web_address
from compliance.render.html.lineage import build_lineage
from compliance.render.templating import fill
from compliance.render.ticked import ticked
from compliance.render.view.answer import SIGNS
from compliance.render.view.overview import build_matrix, build_readings, cited_clauses
from compliance.render.view.report_view import View
from compliance.render.view.words import MARK_KEY, clean

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATE = "report.html.j2"
_FONTS = {
    "body": "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif",
    "code": "ui-monospace,'SFMono-Regular',Consolas,'DejaVu Sans Mono',monospace",
    "svg.lineage": graph_style.FONT,
}
"""What the style sets where."""
BITE_WORDS = {"yes": "bites", "no": "does not bite", "unknown": "undecided"}


def render_html(report: Report, view: View, *, templates: Sequence[Path] = ()) -> str:
    """Return the report as a page.

    Args:
        report: The report.
        view: The same in words.
        templates: Folders whose files replace or extend the bundled templates; the first that has one wins.

    Raises:
        InputError: If a template cannot be used.
    """
    from markupsafe import Markup

    entries = build_entries(report, view)
    lineage = build_lineage(report, entries)
    style = _inline("report.css", "style", templates, _graph_styles())
    script = _inline("report.js", "script", templates, {})
    values: dict[str, Any] = {
        **_words(view),
        "leads": _leads(entries),
        "entries": entries,
        "families": _options((entry.family, entry.family_words) for entry in entries),
        "releases": _options((release.id, release.name) for release in view.releases),
        "lineage": lineage,
        "drawings": [(drawing, Markup(drawing.svg)) for drawing in lineage.drawings],
        "legend": [(Markup(key.svg), key.words) for key in lineage.legend],
        "data": Markup(lineage.data),
        "steps": _steps(report),
        "bars": {one.key: Markup(bars_svg(one.bars, name=one.title)) for one in view.annexes},
        "default_reading": report.gate if report.gate in READINGS else "plain",
        "style": style,
        "script": script,
        "policy": _policy(style, script),
    }
    by_card = {id(entry.card): entry for entry in entries}
    filters = {
        "address": web_address,
        "entry": lambda card: by_card[id(card)],
        "short": lambda text: text[:12],
        "ticked": ticked,
    }
    page = fill(TEMPLATE, values, folders=templates, filters=filters)
    rules, families = carried(page)
    if not rules:
        return page
    style += Markup(f"{rules}{_families(families)}")
    values |= {"style": style, "policy": _policy(style, script, "; font-src data:")}
    return fill(TEMPLATE, values, folders=templates, filters=filters)


def _families(families: Sequence[str]) -> str:
    """Rules by which fonts that the page carries set the letters they are for."""
    more = ",".join(f"'{one}'" for one in families)
    return "".join(f"{part}{{font-family:{more},{fonts}}}" for part, fonts in _FONTS.items())


def _words(view: View) -> dict[str, Any]:
    """What the page says without drawing anything."""
    return {
        "view": view,
        "signs": SIGNS,
        "causes": view.points,
        "matrix": build_matrix(view),
        "readings": build_readings(view),
        "clauses": cited_clauses(view),
        "glossary": build_glossary(),
        "method": METHOD,
        "icon": ICON,
        "bite_words": BITE_WORDS,
        "reading_names": READINGS,
        "mark_key": MARK_KEY,
    }


def _leads(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The first entry of each cause, by the key of the cause."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(clean(entry.card.finding.cause or "/".join(entry.card.finding.identity)), entry)
    return found


def _options(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Values and words of a choice, each once, by their words."""
    return tuple(sorted(dict(pairs).items(), key=lambda pair: (pair[1], pair[0])))


def _graph_styles() -> dict[str, Any]:
    from markupsafe import Markup

    dark = ":root:not([data-theme=light]) svg.lineage"
    return {
        "graph_light": Markup(graph_style.rules("light")),
        "graph_dark": Markup(graph_style.rules("dark", dark)),
        "graph_dark_chosen": Markup(graph_style.rules("dark", ":root[data-theme=dark] svg.lineage")),
    }


def _inline(name: str, element: str, templates: Sequence[Path], values: dict[str, Any]) -> Markup:
    """The text of the page's style or script, as it will stand within its element."""
    from markupsafe import Markup

    text = fill(name, values, folders=templates).replace("\r\n", "\n").replace("\r", "\n")
    if f"</{element}" in text.lower() or "<!--" in text:
        what = f"{name} holds '</{element}' or '<!--', which would end it within the page"
        raise InputError(Fault(None, what, "write it differently, or leave out --template"))
    return Markup(text)  # the project's own file, or one that the user put in its place


def _policy(style: str, script: str, more: str = "") -> str:
    """What the page may do: apply its own style and run its own script, and use fonts that it carries."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        f"base-uri 'none'; form-action 'none'{more}"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _steps(report: Report) -> list[dict[str, Any]]:
    """The lineage as rows of a table, for those who do not see the drawing."""
    return [
        {
            "id": clean(step.id),
            "kind": clean(step.kind),
            "by": clean(step.by),
            "period": clean(step.period or "not stated"),
            "reads": [f"{clean(item.artifact)} as {clean(item.role)}" for item in step.inputs],
            "writes": [clean(output) for output in step.outputs],
            "added": step.origin == "resolved",
        }
        for step in report.steps
    ]
