"""A few lines of definitions that stand for more than can be evaluated are refused when they are loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compliance.errors import PackError
from compliance.load.packs.knowledge import load_packs
from tests.effort import effort_below

FACT = "{fact: publisher.revenue, over: 5}"
RULE = """\
pack: {id: trial, title: Trial, family: "house-rule:trial", version: "1"}
rules:
  - id: trial/x
    title: A rule
    status: in-force
    norm: prohibition
    about: {release: {}}
    when: {bites: {definition: t/d0}}
    says: Says something.
    consequence: Nothing.
    what_to_do: [supply-fact]
    does_not_cover: Else.
"""


def _folder(tmp_path: Path, tests: list[str]) -> Path:
    """A pack of a rule and of the definitions t/d0, t/d1 …"""
    folder = tmp_path / "trial"
    folder.mkdir()
    lines = [f"  t/d{n}: {{title: D, folds: none here, test: {test}}}\n" for n, test in enumerate(tests)]
    (folder / "definitions.yaml").write_text("definitions:\n" + "".join(lines))
    (folder / "facts.yaml").write_text("facts: {publisher.revenue: {type: number, question: How much?}}\n")
    (folder / "rule.yaml").write_text(RULE)
    return folder


def _faults(folder: Path) -> list[str]:
    with effort_below(3000), pytest.raises(PackError) as caught:
        load_packs([folder], bundled=False, cache=False)
    return [fault.what for fault in caught.value.faults]


def test_rules_that_grow_or_go_on_without_end_are_told(tmp_path: Path) -> None:
    doubled = [f"{{any: [{{definition: t/d{n + 1}}}, {{definition: t/d{n + 1}}}]}}" for n in range(40)]
    assert _faults(_folder(tmp_path, [*doubled, FACT])) == [
        "rule 'trial/x' has more than 20,000 parts with its definitions written out"
    ]


@pytest.mark.parametrize("around", [False, True])
def test_definitions_in_a_row_without_end_are_told(tmp_path: Path, around: bool) -> None:
    row = [f"{{not: {{definition: t/d{n + 1}}}}}" for n in range(60 if not around else 20)]
    told = _faults(_folder(tmp_path, [*row, "{definition: t/d0}" if around else FACT]))
    assert len(told) == 1
    assert told[0].startswith(
        "definitions go round in a circle: t/d0 -> " if around else "rule 'trial/x' needs more"
    )


@pytest.mark.parametrize(
    "besides",
    [
        [{"of": ["a/text"], "says": "x" * 3_900}] * 26,
        [
            {"of": [f"a/text-{n}"], "consequence": "x" * 2_000, "does_not_cover": "x" * 2_000}
            for n in range(26)
        ],
        [{"of": ["a/text"], "because": {f"e{n}": {"plain": "x" * 300} for n in range(100)}}] * 4,
    ],
)
def test_a_rule_that_says_very_much_of_single_texts_is_told(
    tmp_path: Path, besides: list[dict[str, object]]
) -> None:
    folder = _folder(tmp_path, [FACT])
    rule = folder / "rule.yaml"
    rule.write_text(f"{RULE}    besides: {json.dumps(besides)}\n")
    assert _faults(folder) == [
        "rule 'trial/x' says more than 100,000 letters of single texts under `besides`"
    ]
    rule.write_text(f"{RULE}    besides: {json.dumps(besides[:3])}\n")
    with pytest.raises(PackError, match="no table of relations"):
        load_packs([folder], bundled=False, cache=False)
