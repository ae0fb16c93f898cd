"""Scenarios are checked like packs: every rule, fact and clause that one names is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import PackError, UsageError
from compliance.load.packs.knowledge import load_packs
from compliance.load.packs.scenarios import chosen, load_scenario, load_scenarios

HEAD = """\
scenario: 1
id: mine
title: If something were otherwise
today: Nothing of it is law.
verified_on: "2026-11-26"
sources: [a note]
does_not_cover: Everything else.
cases:
  - id: one
    title: One
    supposes: Something.
"""


def written(folder: Path, rest: str) -> Path:
    """A scenario with one case, in a file."""
    path = folder / "mine.yaml"
    path.write_text(HEAD + rest)
    return path


def test_a_scenario_of_ones_own_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "    looks_at: [law/hr-8283]\n    changes: [{enact: {rules: [law/hr-8283]}}]\n")
    assert load_scenario(path, load_packs()).cases[0].looks_at == ("law/hr-8283",)


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("    looks_at: [law/nothing]\n", "looks at no rule that is loaded"),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{enact: {rules: [law/x]}}]\n",
            "no rule 'law/x' is loaded",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{facts: {values: {release.market: [EU]}}}]\n",
            "release.markets",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{facts: {values: {release.federal_use: maybe}}}]\n",
            "federal_use",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{term: {instrument: a/b, clause: c, ends: '2026'}}]\n",
            "a/b#c",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{facts: {values: {release.markets: [EU, [DE]]}}}]\n",
            "found a list",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{facts: {values: {release.date: unknown}}}]\n",
            "release.date: ",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes: [{facts: {values: {publisher.country: [worldwide]}}}]\n",
            "publisher.country: ",
        ),
        ("    looks_at: [law/hr-8283]\n    changes: [{}]\n", "supposes one thing"),
        ("    families: []\n", "shows the answers of some rules"),
    ],
)
def test_what_a_scenario_names_must_be_there(tmp_path: Path, rest: str, told: str) -> None:
    with pytest.raises(PackError) as fault:
        load_scenario(written(tmp_path, rest), load_packs())
    assert told in str(fault.value)


RULE = """\
    looks_at: [mine/rule]
rules:
  - id: mine/rule
    title: A rule
    status: proposed
    norm: prohibition
    about: {source: {}}
    says: Says.
    consequence: Follows.
    what_to_do: [replace-input]
    does_not_cover: Else.
"""
HOLDS = '    when: {x: {always: "yes", because: so}}\n'


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("    when: {x: {definition: mine/none}}\n", "no definition 'mine/none' is loaded"),
        ("    when: {x: {not: {definition: mine/none}}}\n", "no definition 'mine/none' is loaded"),
        (HOLDS + "    unless: {y: {definition: mine/none}}\n", "no definition 'mine/none' is loaded"),
        (HOLDS + "    asked_if: {definition: mine/none}\n", "no definition 'mine/none' is loaded"),
        (
            "    when: {x: {fact: publisher.monthly_users, over: source.none}}\n",
            "no fact 'source.none' is in the",
        ),
        (
            "    when: {x: {fact: publisher.monthly_users, at: source.none, over: 3}}\n",
            "no fact 'source.none'",
        ),
        ("    when: {x: {in_force: {instrument: a/b, clause: c, at: step}}}\n", "no instrument 'a/b'"),
        ("    when: {x: {licence: {of: source, in: [mit], stated: true}}}\n", "gives `in` and `stated`"),
        ("    when: {x: {licence: {of: source, in: [mitt]}}}\n", "no licence 'mitt'"),
        (HOLDS + "    cites: [{instrument: a/b, clause: c}]\n", "no instrument 'a/b'"),
        ("    when: {x: {fact: release.markets, overlaps: [Nowhere]}}\n", "no country or region"),
        ("    when: {}\n", "has no element"),
        (HOLDS + RULE.partition("rules:\n")[2] + HOLDS, "stands already"),
    ],
)
def test_rules_of_a_scenario_are_held_to_what_packs_are(tmp_path: Path, rest: str, told: str) -> None:
    with pytest.raises(PackError) as fault:
        load_scenario(written(tmp_path, RULE + rest), load_packs())
    assert told in str(fault.value)
    assert "mine.yaml:" in str(fault.value)


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("    looks_at: [law/hr-8283]\norigins: [" + "CN, " * 1_001 + "]\n", "origins has more than 1,000"),
        (RULE + HOLDS + "    what_to_do: [" + "replace-input, " * 1_001 + "]\n", "what_to_do has more than"),
        (
            "    looks_at: [law/hr-8283]\n    changes:\n" + '      - {as_of: "2026-01-01"}\n' * 1_001,
            "cases.0.changes",
        ),
        (
            "    looks_at: [law/hr-8283]\n"
            + "".join(
                f"  - {{id: c{n}, title: C, supposes: So., looks_at: [law/hr-8283]}}\n" for n in range(100)
            ),
            "more than 100 cases",
        ),
        (
            "    looks_at: [law/hr-8283]\n    changes:\n" + '      - {as_of: "2026-01-01"}\n' * 101,
            "case one supposes more than 100 changes",
        ),
        (
            "    looks_at: [law/hr-8283]\n  - {id: one, title: C, supposes: So., looks_at: [law/hr-8283]}\n",
            "two of its cases are called 'one'",
        ),
    ],
)
def test_a_scenario_tells_no_more_than_can_be_asked(tmp_path: Path, rest: str, told: str) -> None:
    rest = rest.replace("    what_to_do: [replace-input]\n", "") if "replace-input, " in rest else rest
    with pytest.raises(PackError) as fault:
        load_scenario(written(tmp_path, rest), load_packs())
    assert told in str(fault.value)


def test_a_rule_of_a_scenario_has_an_id_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, RULE.replace("mine/rule", "law/hr-8283") + HOLDS)
    with pytest.raises(PackError, match="rule 'law/hr-8283' stands already"):
        load_scenario(path, load_packs())


def test_definitions_that_double_for_a_rule_of_a_scenario_are_refused_before_they_are_written_out(
    tmp_path: Path,
) -> None:
    one = "  mine/d{n}: {{title: D, folds: none, test: {test}}}\n"
    twice = "{{all: [{{definition: mine/d{n}}}, {{definition: mine/d{n}}}]}}"
    row = [one.format(n=n, test=twice.format(n=n - 1)) for n in range(1, 45)]
    first = one.format(n=0, test="{fact: release.commercial, is: true}")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "definitions.yaml").write_text("definitions:\n" + first + "".join(row))
    packs = load_packs([folder])
    for n in (20, 44):
        path = written(tmp_path, RULE + f"    when: {{x: {{definition: mine/d{n}}}}}\n")
        with pytest.raises(PackError, match="more than 20,000 parts"):
            load_scenario(path, packs)


def test_scenarios_beside_ones_own_rules_are_found_and_ids_stand_once(tmp_path: Path) -> None:
    packs = load_packs()
    (tmp_path / "scenarios").mkdir()
    path = written(tmp_path / "scenarios", "    looks_at: [law/hr-8283]\n")
    assert "mine" in [one.id for one in load_scenarios(packs, [tmp_path])]
    (path.parent / "second.yaml").write_text(path.read_text())
    with pytest.raises(PackError, match="stands in two files"):
        load_scenarios(packs, [tmp_path])


def test_a_name_that_is_no_scenario_is_met_with_the_nearest(tmp_path: Path) -> None:
    packs = load_packs()
    known = load_scenarios(packs)
    assert [one.id for one in chosen(["hr-8283"], known, packs)] == ["hr-8283"]
    assert len(chosen([], known, packs)) == len(known)
    with pytest.raises(UsageError, match="did you mean 'hr-8283'"):
        chosen(["hr-8238"], known, packs)


def test_lint_is_handed_every_sentence_of_a_scenario(tmp_path: Path) -> None:
    one = load_scenario(written(tmp_path, "    looks_at: [law/hr-8283]\n"), load_packs())
    assert {
        "If something were otherwise",
        "Nothing of it is law.",
        "Everything else.",
        "One",
        "Something.",
    } == set(one.texts)
