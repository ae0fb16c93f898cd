"""What the bundled packs alone leave open, and a registry file of one's own does not, is told, and nothing else."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compliance.evaluate.overall.own_registry import settled_by_own_registry, without_own_registry
from compliance.load.packs.knowledge import load_packs
from compliance.model.packs.truth import Position, Readings, Truth

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def _finding(source: str, position: Position, *truths: Truth, **other: Any) -> Any:
    held = {"own": True, "force": "in-force", "everywhere": False, "party_name": "Lab", **other}
    return SimpleNamespace(
        identity=("r", "out", source, "releaser"), title="A rule", source_name=source, release="out",
        position=position, readings=Readings.of(*(truths or (NO, NO, NO))), **held,
    )  # fmt: skip


def _evaluation(*findings: Any, uncovered: tuple[str, ...] = ()) -> Any:
    names = [SimpleNamespace(subject=one, name=one, releases=("out",)) for one in uncovered]
    return SimpleNamespace(findings=findings, not_covered=names)


BREACH = _finding("rows", Position.BREACH, YES, YES, YES)
ASKED = _finding("rows", Position.NEEDS_FACTS, NO, UNKNOWN, UNKNOWN)
ASKED_BROADLY = _finding("rows", Position.NEEDS_FACTS, NO, NO, UNKNOWN)
CLEAR = _finding("rows", Position.CLEAR)
OF_ANOTHER = _finding("rows", Position.BREACH, YES, YES, YES, party_name="Another")
UNCOVERED = _finding("rows", Position.NOT_COVERED)


@pytest.mark.parametrize(
    ("alone", "beside", "told"),
    [
        ([BREACH], [], True),
        ([BREACH], [CLEAR], True),
        ([BREACH], [ASKED], True),
        ([BREACH], [BREACH], False),
        ([BREACH, OF_ANOTHER], [CLEAR, OF_ANOTHER], True),
        ([BREACH, OF_ANOTHER], [BREACH, OF_ANOTHER], False),
        ([ASKED], [BREACH], False),
        ([ASKED], [ASKED_BROADLY], True),
        ([ASKED_BROADLY], [ASKED], False),
        ([UNCOVERED], [CLEAR], True),
        ([UNCOVERED], [UNCOVERED], False),
        ([ASKED], [UNCOVERED], False),
        ([CLEAR], [], False),
        ([], [BREACH], False),
        ([_finding("rows", Position.BREACH, YES, YES, YES, own=False)], [], False),
        ([_finding("rows", Position.BREACH, YES, YES, YES, force="proposed")], [], False),
        ([_finding("rows", Position.BREACH, YES, YES, YES, everywhere=True)], [], False),
    ],
)
def test_what_is_lighter_beside_the_folders_is_told(alone: list[Any], beside: list[Any], told: bool) -> None:
    assert bool(list(settled_by_own_registry(_evaluation(*alone), _evaluation(*beside)))) is told


@pytest.mark.parametrize(
    ("alone", "beside", "named"), [(("a",), (), "a"), (("a", "b"), ("a",), "b"), (("a",), ("a",), None)]
)
def test_names_that_something_speaks_of_beside_the_folders_are_told(
    alone: tuple[str, ...], beside: tuple[str, ...], named: str | None
) -> None:
    said = list(settled_by_own_registry(_evaluation(uncovered=alone), _evaluation(uncovered=beside)))
    assert [f"what speaks of {named};" in line for line in said] == [True] * (named is not None)


def test_of_many_the_first_are_named() -> None:
    many = [_finding(f"rows-{n}", Position.BREACH, YES, YES, YES) for n in range(9)]
    (said,) = settled_by_own_registry(_evaluation(*many), _evaluation())
    assert said.count("“A rule”") == 3
    assert "and 6 more" in said


def test_without_further_folders_nothing_is_asked_twice() -> None:
    packs = load_packs()
    assert packs.registry.bundled is packs.registry
    assert without_own_registry(packs) is None


@pytest.mark.parametrize(
    "text",
    [
        "providers:\n  foox: {name: Foox, aliases: [foo], assurance: memory, verified_on: '2026-01-01'}\n",
        "routes:\n  - {prefix: foox/, route: foox, host: openai}\n",
        "licences:\n  - {id: foox, title: Foox, kind: data, traits: [permissive], assurance: memory, "
        "verified_on: '2026-01-01'}\n",
        "parties:\n  foox: {name: Foox, organisations: [foox], source: {where: a page, read: '2026-01-01'}, "
        "assurance: memory}\n",
    ],
)
def test_what_is_left_without_them_is_what_the_bundled_files_say(text: str, tmp_path: Any) -> None:
    (tmp_path / "own.yaml").write_text(text)
    plain = load_packs()
    alone = without_own_registry(load_packs([tmp_path]))
    assert alone is not None
    assert alone is without_own_registry(load_packs([tmp_path])) or alone.registry.bundled is alone.registry
    held = alone.registry
    assert [set(one) for one in (held.providers, held.licences, held.licence_keys or ())] == [
        set(one)
        for one in (plain.registry.providers, plain.registry.licences, plain.registry.licence_keys or ())
    ]
    assert [one.prefix for one in held.routes] == [one.prefix for one in plain.registry.routes]
    assert held.catalogue.parties().keys() == plain.registry.catalogue.parties().keys()
    assert [one.pack.id for one in alone.packs] == [one.pack.id for one in plain.packs]
