"""That only rules of a further folder speak of a source is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compliance.evaluate.own_rules import spoken_of_by_own_rules


def _knowledge(*packs: tuple[str, str]) -> Any:
    return SimpleNamespace(
        used=[SimpleNamespace(path=path, rules=1) for path, _ in packs]
        + [SimpleNamespace(path="own/t.yaml", rules=0)],
        packs=[SimpleNamespace(rules=[SimpleNamespace(id=rule)]) for _, rule in packs],
    )


def _finding(rule: str, source: str | None, family: str = "dataset-licence:x") -> Any:
    return SimpleNamespace(rule=rule, source=source, source_name=source, family=family)


BOTH = (("rules/a.yaml", "a/r"), ("own/p.yaml", "own/r"))


@pytest.mark.parametrize(
    ("packs", "findings", "told"),
    [
        (BOTH, [("own/r", "rows")], ["rows"]),
        (BOTH, [("own/r", "rows"), ("a/r", "rows")], []),
        (BOTH, [("own/r", "rows"), ("a/r", "others")], ["rows"]),
        (BOTH, [("own/r", None)], []),
        (BOTH[:1], [("a/r", "rows")], []),
    ],
)
def test_what_only_rules_of_ones_own_speak_of_is_told(
    packs: Any, findings: list[tuple[str, str | None]], told: list[str]
) -> None:
    said = spoken_of_by_own_rules([_finding(*one) for one in findings], _knowledge(*packs))
    assert [line.partition(":")[0] for line in said] == told


def test_a_bundled_question_how_a_thing_was_made_speaks_of_no_licence() -> None:
    findings = [_finding("own/r", "rows"), _finding("a/r", "rows", "gaps")]
    assert len(list(spoken_of_by_own_rules(findings, _knowledge(*BOTH)))) == 1
