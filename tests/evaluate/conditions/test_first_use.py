"""By which day the things of a lineage were first used."""

import datetime
from typing import Any

import pytest

from compliance.evaluate.conditions.first_use import first_uses
from compliance.resolve import resolve
from tests.evaluate.world import REGISTRY, manifest

_MIX: dict[str, Any] = {"id": "mix", "kind": "mix", "inputs": {"data": "d"}, "outputs": ["kept"]}
_TUNE: dict[str, Any] = {"id": "tune", "kind": "finetune", "inputs": {"data": "kept"}, "outputs": ["m"]}
_DAY = datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("mixed", "tuned", "released", "expected"),
    [
        ("2026-01", None, "2026-03-01", datetime.date(2026, 1, 1)),
        (None, "2026-02", "2026-03-01", datetime.date(2026, 2, 1)),
        (None, "2026-02/2026-05", "2026-03-01", datetime.date(2026, 2, 1)),
        (None, None, "2026-03-01", _DAY),
        ("2026-04", "2026-02", "2026-03-01", datetime.date(2026, 4, 1)),
        (None, None, None, None),
    ],
)
def test_nothing_rests_on_what_is_not_there_yet(
    mixed: str | None, tuned: str | None, released: str | None, expected: datetime.date | None
) -> None:
    steps = [
        {**step, **({"period": period} if period else {})} for step, period in ((_MIX, mixed), (_TUNE, tuned))
    ]
    release = {"artifact": "m", **({"date": released} if released else {})}
    artifacts = {"d": {"kind": "dataset"}, "kept": {"kind": "dataset"}, "m": {"kind": "model"}}
    lineage = resolve(manifest(artifacts=artifacts, steps=steps, releases=[release]), REGISTRY)
    assert first_uses(lineage).get("d") == expected
