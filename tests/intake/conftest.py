"""The packs, loaded once, and folders to look over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import Scan, scan_folder
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import load_packs

README = """\
---
license: apache-2.0
base_model: Qwen/Qwen2.5-7B
datasets: [meadow/rows]
---
# meadow/tuned-7b

Tuned from Qwen/Qwen2.5-7B on `meadow/rows`, which were written by GPT-4o.
"""

Scanned = Callable[[Mapping[str, str]], Scan]
MODEL = "---\nlicense: mit\npipeline_tag: text-generation\n---\n# Heron\n\n"
ROWS = "---\nlicense: mit\ntask_categories:\n- text-classification\n---\n# Heron notes\n\n"


def told(scanned: Scanned, text: str) -> dict[str, str]:
    """The upstreams of the work itself, each with its relation."""
    return {
        one.name: one.relation
        for one in scanned({"README.md": text}).upstreams
        if one.declared and not one.nested_in
    }


@pytest.fixture(scope="session")
def packs() -> Knowledge:
    return load_packs()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write files below a folder of their own."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def scanned(folder: Callable[[Mapping[str, str]], Path], packs: Knowledge) -> Scanned:
    """Write files and look them over."""
    return lambda files: scan_folder(folder(files), packs)
