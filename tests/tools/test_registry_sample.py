"""Reviews draw out of records that name something to open."""

from __future__ import annotations

import pytest

from compliance.model.names.records import ModelEntry
from tools.registry.sample import has_source


@pytest.mark.parametrize(
    ("where", "opens"),
    [
        ("README of a/b at 1234567", True),
        ("licence by README of a/b at 1234567; the rest recalled", True),
        ("recalled", False),
        ("licence recalled; names as in the record grass", False),
    ],
)
def test_a_record_has_a_source_where_something_can_be_opened(where: str, opens: bool) -> None:
    source = {"where": where, "read": "2026-01-01"}
    entry = {"id": "grass", "family": "grass", "developer": "meadow", "source": source, "assurance": "memory"}
    assert has_source(ModelEntry.model_validate(entry)) is opens
