"""Sections of plans, licences and shares as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.render.explain.rule import Section
from compliance.render.markdown_text import escape

_INDENT = "  "


def render_sections(sections: Sequence[Section]) -> str:
    """Every section under a heading, its lines as a list that is nested as they are indented."""
    parts = []
    for section in sections:
        lines = [f"## {escape(section.title)}", ""]
        for line in section.lines:
            lead = line.lead if line.lead != "·" else ""
            lines.append(f"{_INDENT * line.indent}- {escape(f'{lead} {line.text}'.strip())}")
        parts.append("\n".join(lines).rstrip())
    return "\n\n".join(parts) + "\n"
