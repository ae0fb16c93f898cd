"""Make the report a page: one file that fetches nothing, readable without a script, on a screen and on paper.

The page forbids itself, by a content security policy, to load or send anything; its own style and script are named
by their digests. Every text is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compliance.errors import Fault, InputError
from compliance.model.report import Report
from compliance.model.truth import READINGS
from compliance.render import graph_style
from compliance.render.card import Card
from compliance.render.glossary import METHOD, build_glossary
from compliance.render.html_entries import ICON, Entry, build_entries, web_address
from compliance.render.html_lineage import build_lineage
from compliance.render.overview import build_matrix, build_readings, build_summary, cited_clauses
from compliance.render.templating import fill
from compliance.render.view import View
from compliance.render.words import MARK_KEY, clean

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATE = "report.html.j2"
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
        "view": view,
        "summary": build_summary(view),
        "matrix": build_matrix(view),
        "readings": build_readings(view),
        "clauses": cited_clauses(view),
        "glossary": build_glossary(),
        "method": METHOD,
        "entry": {entry.card.finding.identity: entry for entry in entries},
        "entries": entries,
        "families": _options((entry.family, entry.family_words) for entry in entries),
        "releases": _options((release.id, release.name) for release in view.releases),
        "lineage": lineage,
        "drawings": [(drawing, Markup(drawing.svg)) for drawing in lineage.drawings],  # noqa: S704
        "legend": [(Markup(key.svg), key.words) for key in lineage.legend],  # noqa: S704
        "data": Markup(lineage.data),  # noqa: S704
        "steps": _steps(report),
        "icon": ICON,
        "bite_words": BITE_WORDS,
        "reading_names": READINGS,
        "default_reading": report.gate if report.gate in READINGS else "plain",
        "mark_key": MARK_KEY,
        "style": style,
        "script": script,
        "policy": _policy(style, script),
    }
    filters = {"address": web_address, "entry_of": _lookup(entries), "short": lambda text: text[:12]}
    return fill(TEMPLATE, values, folders=templates, filters=filters)
