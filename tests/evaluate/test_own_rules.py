"""That only rules of a further folder speak of a source is told, whatever does not count for coverage beside them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compliance.evaluate.own_rules import spoken_of_by_own_rules


def _world(*packs: tuple[str, str]) -> Any:
    knowledge = SimpleNamespace(
        used=[SimpleNamespace(path=path, rules=1) for path, _ in packs]
        + [SimpleNamespace(path="own/t.yaml", rules=0)],
        packs=[SimpleNamespace(rules=[SimpleNamespace(id=rule)]) for _, rule in packs],
        named=lambda ids: (),
    )
    artifact = SimpleNamespace(kind="service")
    services = {"svc": artifact}
    return SimpleNamespace(knowledge=knowledge, lineage=SimpleNamespace(artifacts=services))


def _finding(
    rule: str,
    source: str | None,
    family: str = "dataset-licence:x",
    force: str = "in-force",
    clauses: Any = (),
) -> Any:
    return SimpleNamespace(
        rule=rule, source=source, source_name=source, family=family, force=force, clauses=clauses
    )


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
    said = spoken_of_by_own_rules(_world(*packs), [_finding(*one) for one in findings])
    assert [line.partition(":")[0] for line in said] == told


LATER = (SimpleNamespace(status="not-in-force"),)


@pytest.mark.parametrize(
    ("source", "bundled"),
    [
        ("rows", {"family": "gaps"}),
        ("rows", {"force": "proposed"}),
        ("rows", {"force": "soft-law"}),
        ("rows", {"clauses": LATER}),
        ("svc", {"family": "no-licence"}),
    ],
)
def test_a_bundled_finding_that_counts_for_no_coverage_takes_no_warning_away(
    source: str, bundled: dict[str, Any]
) -> None:
    findings = [_finding("own/r", source), _finding("a/r", source, **bundled)]
    assert len(list(spoken_of_by_own_rules(_world(*BOTH), findings))) == 1
