"""Folders of packs become one value; every fault is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import PackError
from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names

RULE = """\
pack: {id: trial, title: Trial, family: "house-rule:trial", version: "1"}
rules:
  - id: trial/one
    title: A rule of the tests
    status: in-force
    norm: prohibition
    cites: [{instrument: trial/text, clause: only}]
    about: {source: {kind: model, licence: trial-licence}}
    when: {used: {definition: trial/used}, fact: {fact: step.trial, is: true}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""
TEXT = """\
policy: 1
id: trial/text
title: Trial text
publisher: Trial
kind: model-licence
assurance: full-text
verified_on: "2026-01-01"
evidence: Made for the tests.
clauses:
  only: {locator: "1", topic: t, norm: prohibition, paraphrase: Says so., versions: [{from: "2020"}]}
"""
DEFINITION = """\
definitions:
  trial/used: {title: Used, test: {reach: {narrow: [student], plain: [student], broad: [student]}}, folds: None.}
"""
FACT = 'facts:\n  step.trial: {type: yes-no, question: "Is {subject} a trial?"}\n'
LICENCE = """\
traits: {trial-trait: Trial.}
licences:
  - {id: trial-licence, title: Trial, instrument: trial/text, kind: model, aliases: [trial], traits: [trial-trait],
     assurance: full-text, verified_on: "2026-01-01"}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one pack of everything, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "trial"
    (folder / "registry").mkdir(parents=True)
    for name, text in {
        "rule": RULE,
        "text": TEXT,
        "definition": DEFINITION,
        "fact": FACT,
        "registry/licences": LICENCE,
    }.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def _faults(*folders: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_packs(folders)
    return [str(fault) for fault in caught.value.faults]


def test_a_folder_is_loaded_beside_the_bundled_packs(folder: Path) -> None:
    packs, bundled = load_packs([folder]), load_packs()
    assert {"trial/one"} == {r.id for _, r in packs.rules()} - {r.id for _, r in bundled.rules()}
    assert {"trial/text"} == set(packs.instruments) - set(bundled.instruments)
    assert {"step.trial"} == set(packs.facts) - set(bundled.facts)
    assert {"trial-licence"} == set(packs.registry.licences) - set(bundled.registry.licences)


def test_every_file_is_told_with_its_digest(folder: Path) -> None:
    used = [one for one in load_packs([folder]).used if one.path.startswith("trial/")]
    assert [one.path for one in used] == [
        "trial/definition.yaml",
        "trial/fact.yaml",
        "trial/registry/licences.yaml",
        "trial/rule.yaml",
        "trial/text.yaml",
    ]
    assert [one.rules for one in used] == [0, 0, 0, 1, 0]
    assert {64} == {len(one.sha256) for one in used}


def test_a_change_is_seen_in_spite_of_the_cache(folder: Path) -> None:
    assert load_packs([folder]).definitions["trial/used"].title == "Used"
    (folder / "definition.yaml").write_text(DEFINITION.replace("title: Used", "title: Much used"))
    assert load_packs([folder]).definitions["trial/used"].title == "Much used"


def test_a_record_of_a_further_pack_wins_over_a_bundled_one(folder: Path) -> None:
    (folder / "registry" / "models.yaml").write_text(
        "parties: {me: {name: Me, source: {where: here, read: 2026}, assurance: full-text}}\n"
        "models: [{id: qwen3, names: [Qwen/Qwen3-8B], family: f, developer: me, assurance: full-text}]\n"
    )
    for _ in range(2):
        found = Names(load_packs([folder]).registry).model("Qwen/Qwen3-8B")
        assert found is not None
        assert (found.developer, found.own) == ("Me", True)


def test_the_bundled_packs_hold_no_fault() -> None:
    assert load_packs(cache=False).rules()


DANGLING = {
    "an instrument": (
        "rule",
        "trial/text",
        "trial/txt",
        "no instrument 'trial/txt' is loaded; did you mean 'trial/text'?",
    ),
    "a clause": (
        "rule",
        "clause: only",
        "clause: onli",
        "'trial/text' has no clause 'onli'; did you mean 'only'?",
    ),
    "a definition": (
        "rule",
        "trial/used",
        "trial/usd",
        "no definition 'trial/usd' is loaded; did you mean 'trial/used'?",
    ),
    "a fact": (
        "rule",
        "step.trial",
        "step.trail",
        "no fact 'step.trail' is in the catalogue; did you mean 'step.trial'?",
    ),
    "a licence": (
        "rule",
        "trial-licence",
        "trial-license",
        "no licence 'trial-license' is in the registry; did you mean 'trial-licence'?",
    ),
    "a place": (
        "rule",
        "{fact: step.trial, is: true}",
        "{fact: release.markets, overlaps: [EU, Germny]}",
        "no country or region is called 'Germny'; write an ISO code or a region",
    ),
    "an element": (
        "rule",
        "when: {used: {definition: trial/used}, fact: {fact: step.trial, is: true}}",
        "when: {}",
        "rule 'trial/one' has no element",
    ),
    "no test of a licence": (
        "rule",
        "{fact: step.trial, is: true}",
        "{licence: {of: source}}",
        "a test of a licence gives nothing beside `of`; give exactly one",
    ),
    "two tests of a licence": (
        "rule",
        "{fact: step.trial, is: true}",
        "{licence: {of: source, in: [mit], stated: true}}",
        "a test of a licence gives `in` and `stated` beside `of`; give exactly one, and join several by",
    ),
    "two tests of a licence, in a definition": (
        "definition",
        "{reach: {narrow: [student], plain: [student], broad: [student]}}",
        "{not: {licence: {of: release, has: [permissive], differs: false}}}",
        "a test of a licence gives `has` and `differs` beside `of`; give exactly one",
    ),
    "a loop": (
        "definition",
        "{reach: {narrow: [student], plain: [student], broad: [student]}}",
        "{definition: trial/used}",
        "definitions go round in a circle: trial/used -> trial/used",
    ),
    "a second instrument": (
        "text",
        "id: trial/text",
        "id: openai/services-agreement",
        "instrument 'openai/services-agreement' also stands in policies/",
    ),
    "a second fact": ("fact", "step.trial:", "step.period:", "fact 'step.period' also stands in rules/"),
    "a second definition": (
        "definition",
        "trial/used:",
        "privity/provider-terms:",
        "definition 'privity/provider-terms' also stands in rules/",
    ),
    "a second licence": (
        "registry/licences",
        "id: trial-licence",
        "id: apache-2.0",
        "licence 'apache-2.0' also stands in policies/",
    ),
    "a second rule": (
        "rule",
        "id: trial/one",
        "id: openai/competing-models",
        "rule 'openai/competing-models' also stands in rules/",
    ),
}


@pytest.mark.parametrize("case", DANGLING.values(), ids=DANGLING)
def test_what_points_nowhere_or_stands_twice_is_told(folder: Path, case: tuple[str, str, str, str]) -> None:
    name, old, new, said = case
    path = folder / f"{name}.yaml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    assert [fault for fault in _faults(folder) if said in fault], _faults(folder)


def test_faults_of_shape_in_every_file_come_together_with_their_places(folder: Path) -> None:
    (folder / "rule.yaml").write_text(RULE.replace("norm: prohibition", "norm: wish"))
    (folder / "text.yaml").write_text(TEXT.replace("policy: 1", "policy: 2"))
    (folder / "fact.yaml").write_text("facts:\n  step.trial: 3\n")
    assert [fault.partition(": ")[0] for fault in _faults(folder)] == [
        "trial/fact.yaml:2:15",
        "trial/rule.yaml:6:11",
        "trial/text.yaml:1:9",
    ]


def test_a_folder_given_twice_is_loaded_once(folder: Path) -> None:
    assert load_packs([folder, folder]) == load_packs([folder])


def test_folders_of_the_same_name_are_numbered(folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "other" / "trial"
    second.mkdir(parents=True)
    (second / "rule.yaml").write_text(RULE.replace("trial/one", "trial/two"))
    packs = load_packs([folder, second])
    assert {"trial/one", "trial/two"} <= {rule.id for _, rule in packs.rules()}
    assert "trial-2/rule.yaml" in {one.path for one in packs.used}


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "gone.yaml").symlink_to("nowhere")
    assert [
        f"cannot read {folder / 'gone.yaml'}: no such file or directory; give files that can be read"
    ] == _faults(folder)


def test_without_the_bundled_packs_there_is_no_table_of_relations(tmp_path: Path) -> None:
    (tmp_path / "fact.yaml").write_text(FACT)
    with pytest.raises(PackError, match="no table of relations"):
        load_packs([tmp_path], bundled=False, cache=False)


@pytest.mark.parametrize(
    "written",
    ['{"policy": 1, "id": "own/terms"}', '"policy": 1\n"id": own/terms\n', "? policy\n: 1\n"],
)
def test_what_a_file_holds_is_told_by_its_keys_however_they_are_written(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.yaml").write_text(written)
    with pytest.raises(PackError) as caught:
        load_packs([tmp_path], cache=False)
    told = str(caught.value)
    assert "'title' is required" in told
    assert "'pack'" not in told


@pytest.mark.parametrize(
    ("definitions", "told"),
    [
        ({"b": "  trial/a: {A}\n"}, "trial/b.yaml:2:3: definitions go round in a circle: trial/a -> trial/a"),
        (
            {"b": "  trial/z: {Z}\n  trial/a: {B}\n", "c": "  trial/b: {A}\n"},
            "trial/b.yaml:3:3: definitions go round in a circle: trial/a -> trial/b -> trial/a",
        ),
        (
            {"b": "  trial/z: {Z}\n", "c": "  trial/a:\n    {B}\n", "d": "  trial/b: {A}\n"},
            "trial/c.yaml:2:3: definitions go round in a circle: trial/a -> trial/b -> trial/a",
        ),
    ],
)
def test_a_circle_of_definitions_is_told_at_its_place(
    folder: Path, definitions: dict[str, str], told: str
) -> None:
    tests = {
        "A": "{definition: trial/a}",
        "B": "{not: {definition: trial/b}}",
        "Z": '{always: "no", because: It is so.}',
    }
    for name, text in definitions.items():
        for mark, test in tests.items():
            text = text.replace(f"{{{mark}}}", f"{{title: T, test: {test}, folds: None.}}")
        (folder / f"{name}.yaml").write_text(f"definitions:\n{text}")
    assert [f"{told}; break the circle"] == _faults(folder)
