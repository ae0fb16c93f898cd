"""What docs/fleet.md shows is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

from compliance.fleet.explain import explained
from compliance.fleet.ingest import ingest
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge

from .conftest import AS_OF


def test_the_example_is_what_the_program_prints(
    repo_root: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (repo_root / "docs/fleet.md").read_text(encoding="utf-8")
    records = re.findall(r"```jsonl\n(.*?)```", text, re.DOTALL)
    rule, expected = re.findall(r"```text explain (\S+)\n(.*?)\n```", text, re.DOTALL)[0]
    place = tmp_path / "models.jsonl"
    place.write_text(records[0], encoding="utf-8")
    store = Store(tmp_path / "hub.fleet")
    ingest(store, place, knowledge, lambda _: None)
    assert expected == "\n".join(explained(store, knowledge, AS_OF, "brook/tuned-7b-GGUF", rule))
