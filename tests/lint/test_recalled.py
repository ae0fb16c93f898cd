"""What clears something is read somewhere; what may rest on memory is counted, and the count does not grow."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.lint.recalled import _rests, counted, recalled, unread
from compliance.load.packs.knowledge import load_packs
from compliance.model.names.records import DatasetEntry, ModelEntry, Source

RECALLED = {"where": "recalled", "read": "2026-01-01"}
ON_MEMORY = {
    "model base": 351,
    "model ancestry": 29,
    "model released": 204,
    "dataset ancestry": 163,
    "dataset released": 461,
}
"""The most that may rest on memory; a card that is read lowers it. An ancestry clears nothing, it asks more.

Dates count since each was held against the named source: 312 that no source gives say so (`date recalled`), and so do
nine bases that a list gives less exactly than the record. `tools.registry.given` and the READMEs showed two dozen
bases and six dates more that stood as if read in a source which does not give them.
"""


def _model(**said: Any) -> ModelEntry:
    return ModelEntry.model_validate(
        {
            "id": "grass",
            "family": "grass",
            "developer": "meadow",
            "source": RECALLED,
            "assurance": "memory",
            **said,
        }
    )


def _dataset(**said: Any) -> DatasetEntry:
    return DatasetEntry.model_validate(
        {"id": "hay", "publisher": "meadow", "source": RECALLED, "assurance": "memory", **said}
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"licence": "mit"}, ["a licence"]),
        ({"licences": [{"from": "2024", "licence": "cc-by-nc-4.0"}]}, ["a licence"]),
        ({"making": "from-scratch-or-people"}, ["a making by people alone"]),
        ({"making": "undisclosed-by-developer", "released": "2024-01"}, []),
        ({"licence": "mit", "assurance": "secondary", "source": {"where": "a list", "read": "2026"}}, []),
    ],
)
def test_what_clears_is_read_somewhere(said: dict[str, Any], expected: list[str]) -> None:
    assert expected == list(unread(_model(**said))) == list(unread(_dataset(**said)))


def test_a_source_may_say_where_the_making_alone_was_read() -> None:
    where = {"where": "making by its card of 2022; the rest recalled", "read": "2026-01-01"}
    assert list(unread(_dataset(making="from-scratch-or-people", source=where))) == []


def test_a_field_that_alone_is_recalled_leaves_the_others_read() -> None:
    assert _rests(_source("a list; function recalled"), "base") is False
    assert _rests(_source("a list; base recalled"), "released") is False
    assert _rests(_source("a list; base recalled"), "base") is True
    assert _rests(_source("a list; date recalled"), "released") is True


def test_a_base_that_was_read_is_read_though_the_rest_is_not() -> None:
    assert _rests(_source("licence by a list; base by a README; the rest recalled"), "base") is False
    assert _rests(_source("licence by a list; base by a README; the rest recalled"), "released") is True
    assert _rests(_source("base by a README of some; base recalled"), "base") is True


def _source(where: str) -> Source:
    return Source(where=where, read="2026-01-01")


def test_the_bundled_registry_clears_nothing_from_memory() -> None:
    assert list(recalled(load_packs())) == []


def test_what_rests_on_memory_does_not_grow() -> None:
    found = counted(load_packs())
    more = {name: number for name, number in found.items() if number > ON_MEMORY.get(name, 0)}
    assert more == {}
