"""A leaf is asked of what differs in what it looks at, however many kinds of releases and sources there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.compile.leaves import Leaves
from compliance.compile.program import Columns, Pair, Program, compile_packs
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Knowledge

AS_OF = date(2025, 11, 20)
RULES = frozenset({"model-licences/pass-on", "openai/competing-models"})
_MODEL = Artifact("model", "model", "model")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_packs()


def _columns(days: int) -> Columns:
    """Four sources of a licence each, reaching releases of two licences that came out on so many days."""
    licences = ("CC-BY-NC-4.0", "apache-2.0", "llama3.1", "gemma")
    sources = tuple(
        SourceFacts(replace(_MODEL, licences=(one,), licence_text=one, known=True)) for one in licences
    )
    releases = tuple(
        ReleaseFacts(
            replace(_MODEL, licences=(licence,), licence_text=licence), None, f"20{10 + day}-06-01",
            "open-weights", "yes", "general-purpose",
        )
        for licence in licences[:2] for day in range(days)
    )  # fmt: skip
    entries = tuple(EntryFacts("finetune", "base", "2024-06-01", None, same) for same in (False, True))
    pairs = tuple(Pair(source, entry) for source in range(len(sources)) for entry in range(len(entries)))
    return Columns(sources, entries, releases, pairs)


def _asked(monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge, columns: Columns) -> tuple[int, Program]:
    asked: list[Any] = []
    answer = Leaves._value

    def counted(self: Leaves, leaf: Any, rule: Any, case: Any) -> Any:
        asked.append(leaf)
        return answer(self, leaf, rule, case)

    with monkeypatch.context() as patch:
        patch.setattr(Leaves, "_value", counted)
        program = compile_packs(knowledge, AS_OF, columns, RULES)
    return len(asked), program


def test_tests_on_licences_are_not_asked_again_for_every_day(
    monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    few, _ = _asked(monkeypatch, knowledge, _columns(2))
    many, _ = _asked(monkeypatch, knowledge, _columns(12))
    # Ten more days, of which only whether the cited text stood is asked: for each source's licence.
    assert many - few <= 10 * 4 * 2


def test_all_kinds_together_come_to_what_each_comes_to_alone(knowledge: Knowledge) -> None:
    columns = _columns(3)
    program = compile_packs(knowledge, AS_OF, columns, RULES)
    for number, release in enumerate(columns.releases):
        for pair in columns.pairs:
            one = Columns(columns.sources, columns.entries, (release,), (pair,))
            assert _hits(compile_packs(knowledge, AS_OF, one, RULES), pair, 0) == _hits(program, pair, number)


def _hits(program: Program, pair: Pair, release: int) -> set[tuple[object, ...]]:
    return {
        (rule.id, row.sure, row.may)
        for rule in program.rules for row in rule.rows
        if row.query is not None and pair in program.queries[row.query]
        and row.release_key == rule.release_keys[release]
    }  # fmt: skip
