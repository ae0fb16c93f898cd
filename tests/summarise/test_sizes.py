"""No report is longer than somebody reads: 60 lines of a terminal, 30 kB of Markdown, whatever the manifest."""

from __future__ import annotations

import datetime
from pathlib import Path

from compliance import pipeline
from compliance.errors import InputError
from compliance.load.packs.knowledge import load_packs
from compliance.render.plain.markdown import render_markdown
from compliance.render.plain.terminal import render_terminal
from compliance.render.view.report_view import build_view

LINES = 60
BYTES = 30_000
WIDTH = 100


def test_no_manifest_has_a_report_that_is_too_long(shared: Path) -> None:
    packs, long, looked_at = load_packs(), [], 0
    for path in sorted(shared.glob("*/manifests/*.yaml")):
        try:
            report = pipeline.check(path, packs=packs, as_of=datetime.date(2026, 11, 26))
        except InputError:
            continue
        view = build_view(report)
        lines = len(render_terminal(view, color=False, width=WIDTH).splitlines())
        size = len(render_markdown(view).encode())
        looked_at += 1
        if lines > LINES or size > BYTES:
            long.append((path.name, lines, size))
    assert looked_at > 80
    assert long == []
