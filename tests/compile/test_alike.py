"""Sources that are alike to a rule are asked of once, and each comes to what it comes to alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compliance.compile.program import Columns, Pair, Program, _Compiling, compile_packs
from compliance.fleet.loaded import load
from compliance.fleet.rows import ArtifactRow, EdgeRow, Row
from compliance.fleet.store import Store
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

AS_OF = date(2025, 11, 20)
RULE = "data-licences/nc-weights"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_packs()


def _columns(folder: Path, knowledge: Knowledge, licences: list[str]) -> Columns:
    rows: list[Row] = []
    for n, licence in enumerate(licences):
        rows += [
            ArtifactRow(f"meadow/rows{n}", "dataset", licence=licence, released="2024-05-01"),
            ArtifactRow(f"brook/m{n}", "model", licence="mit", released="2024-06-01", access="open-weights"),
            EdgeRow(f"brook/m{n}", f"meadow/rows{n}", "dataset", "finetune", "data"),
        ]
    store = Store(folder / "hub.fleet")
    store.ingest([rows], "rows", "")
    return load(store, knowledge, AS_OF).columns


def _pairs(program: Program) -> frozenset[Pair]:
    return frozenset(pair for query in program.queries for pair in query)


def test_alike_sources_are_asked_once(
    tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ones = ["mit", "apache-2.0", "bsd-3-clause", "cc-by-4.0", "cc0-1.0", "isc", "odc-by"]
    columns = _columns(tmp_path, knowledge, [*open_ones, "cc-by-nc-4.0", "cc-by-nc-3.0"])
    asked: list[Pair] = []
    answer = _Compiling._answers

    def counted(self: _Compiling, pair: Pair, releases: Any) -> Any:
        asked.append(pair)
        return answer(self, pair, releases)

    monkeypatch.setattr(_Compiling, "_answers", counted)
    program = compile_packs(knowledge, AS_OF, columns, frozenset({RULE}))
    assert len(columns.pairs) >= 9
    assert len(asked) <= 3
    # Each alone comes to what it comes to among the others.
    alone = (Columns(columns.sources, columns.entries, columns.releases, (pair,)) for pair in columns.pairs)
    found = (_pairs(compile_packs(knowledge, AS_OF, one, frozenset({RULE}))) for one in alone)
    assert frozenset().union(*found) == _pairs(program)
