"""Names in packs that point nowhere are told, each at its place, and what the last of very many mean is not sought."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from compliance.errors import FaultCollector, nearest
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import MAX_FAULTS, parse_yaml
from compliance.load.packs import references
from compliance.load.packs.checked_packs import Loaded
from compliance.load.packs.references import check_packs
from compliance.model.packs.rule import Definitions

_ONE = "  own/d{n}: {{title: A title, test: {test}, folds: Nothing.}}\n"
_TESTS = [
    "{{definition: own/nope{n}}}",
    "{{fact: release.nope{n}, is: true}}",
    "{{licence: {{of: source, in: [nope-{n}]}}}}",
]


@pytest.mark.parametrize("test", _TESTS)
def test_what_very_many_dangling_names_mean_is_not_sought(test: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[str] = []

    def seek(word: str, known: Iterable[str]) -> str | None:
        sought.append(word)
        return nearest(word, known)

    monkeypatch.setattr(references, "nearest", seek)
    written = "".join(_ONE.format(n=n, test=test.format(n=n)) for n in range(MAX_FAULTS + 50))
    document, faults = parse_yaml(f"definitions:\n{written}", "own.yaml"), FaultCollector()
    value = validate(document, Definitions, collector=faults)
    check_packs([Loaded(Path("own.yaml"), "own/own.yaml", "", value, document.marks.of)], faults)
    assert len(faults) == MAX_FAULTS + 50
    assert len(sought) == MAX_FAULTS
