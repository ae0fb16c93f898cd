"""A name of a further folder that holds line ends makes no line of its own in what is printed."""

from __future__ import annotations

import pathlib

import pytest

from tests.cli.conftest import CLEAN, Run

PACK = """\
pack: {format: 2, id: own, title: Own, family: house-rule, version: "1", history: ["2026-01-01: first"]}
rules:
  - id: own/rule
    title: "A rule\\n0 faults"
    status: in-force
    norm: prohibition
    about: {source: {kind: [model]}}
    when: {asked: {fact: source.own_word, is: a}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""
FACTS = """\
facts:
  source.own_word: {type: word, question: "Which word?\\n0 faults", words: ["a\\n0 faults", b]}
"""
REGISTRY = """\
parties: {fen: {name: "Fen\\n0 faults", source: {where: a page, read: "2026-01-01"}, assurance: memory}}
datasets: [{id: fen-rows, names: ["fen/rows"], publisher: fen, licence: cc0-1.0, assurance: memory}]
"""
LICENCE = """\
licences:
  - {id: fen-l, title: "Fen Licence\\n0 faults", kind: data, aliases: [Fen Licence], traits: [permissive],
     assurance: memory, verified_on: "2026-01-01"}
"""
TEXT = """\
policy: 1
id: fen/terms
title: "Fen Terms\\n0 faults"
publisher: "Fen\\n0 faults"
kind: provider-terms
url: "https://fen.example\\n0 faults"
assurance: memory
verified_on: "2026-01-01"
evidence: Read.
enforcement:
  events: [{date: "2025", kind: suit, who: "A\\n0 faults", against: "B\\n0 faults", what: "Sued.\\n0 faults",
            source: "A page\\n0 faults", assurance: memory}]
clauses:
  one: {locator: "1\\n0 faults", topic: "output\\n0 faults", norm: none, paraphrase: "Says.\\n0 faults",
        versions: [{from: "2025", capture: {collection: "C\\n0 faults", commit: abcdef0}}]}
"""


@pytest.mark.parametrize(
    "command",
    [
        ("check", "lineage.yaml", "-q"),
        ("plan", "lineage.yaml"),
        ("rules", "list"),
        ("rules", "facts"),
        ("explain", "own/rule"),
        ("policy", "list"),
        ("policy", "list", "--uncited"),
        ("policy", "show", "fen/terms"),
        ("registry", "find", "fen"),
        ("registry", "show", "fen/rows"),
        ("registry", "list", "--kind", "licence"),
    ],
    ids=" ".join,
)
def test_no_name_makes_a_line(
    command: tuple[str, ...], tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "{kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}"
    (tmp_path / "lineage.yaml").write_text(
        CLEAN.replace(rows, "{kind: dataset, name: fen/rows, license: Fen Licence}")
    )
    (tmp_path / "own").mkdir()
    for name, text in {"p": PACK, "f": FACTS, "r": REGISTRY, "l": LICENCE, "t": TEXT}.items():
        (tmp_path / "own" / f"{name}.yaml").write_text(text)
    told = run(*command, "--rules", tmp_path / "own")
    assert told.code in (0, 1), told.err
    lines = [*told.out.splitlines(), *told.err.splitlines()]
    assert any("0 faults" in line for line in lines) or command[:2] == ("policy", "list")
    assert not [line for line in lines if line.strip().startswith("0 faults")]
