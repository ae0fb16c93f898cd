"""A drawing of the lineage as Mermaid text: artifacts as nodes, steps on the arrows."""

from __future__ import annotations

import re

from compliance.export.links import called, links
from compliance.model.declared.manifest import Manifest

_SHAPES = {"service": ("([", "])"), "dataset": ("[(", ")]"), "model": ("[", "]")}


def mermaid(manifest: Manifest) -> tuple[str, list[str]]:
    """The drawing; nothing that links artifacts is lost."""
    ids = {key: f"n{number}" for number, key in enumerate(manifest.artifacts)}
    lines = ["flowchart LR"]
    for key, artifact in manifest.artifacts.items():
        opening, closing = _SHAPES.get(artifact.kind, ("[", "]"))
        lines.append(f'  {ids[key]}{opening}"{_plain(called(manifest, key))}"{closing}')
    lines += [
        f'  {ids[one.source]} -->|"{_plain(f"{one.kind}: {one.role}")}"| {ids[one.target]}'
        for one in links(manifest)
    ]
    released = dict.fromkeys(ids[release.artifact] for release in manifest.releases)
    lines += [f"  style {one} stroke-width:3px" for one in released]
    return "\n".join(lines) + "\n", []


def _plain(text: str) -> str:
    """Text that no sign of Mermaid or HTML is read out of."""
    return re.sub(r'["<>\[\]{}|`#;&\\\s]', " ", text)
