"""What a pack lacks beyond its shape, each told by name and with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from compliance.errors import Fault
from compliance.lint import lint_packs
from compliance.lint.places import placed

RULE = """\
pack: {format: 2, id: trial, title: Trial, family: "house-rule:trial", version: "1"}
rules:
  - id: trial/one
    title: A rule of the tests
    status: in-force
    norm: prohibition
    about: {release: {}}
    when: {model: {fact: release.kind, is: model}}
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
no_rule: Made for the tests.
clauses:
  only:
    no_rule: Made for the tests.
    locator: "1"
    topic: t
    norm: prohibition
    paraphrase: Says so.
    versions:
      - {from: "2024", to: "2025"}
      - {from: "2025"}
"""
GOVERNED = """\
providers:
  trial:
    name: Trial
    country: US
    aliases: [trial]
    governed: [{route: [direct], plan: [api], from: "2024", instruments: [trial/text]}]
    verified_on: "2026-01-01"
    assurance: full-text
"""
LICENCE = """\
traits: {trial-trait: Trial.}
licences:
  - {id: trial-licence, title: Trial, instrument: trial/text, kind: model, traits: [], assurance: full-text,
     verified_on: "2026-01-01"}
"""
SUBSTITUTE = """\
origins: [CN]
verified_on: "2026-01-01"
evidence: Made for the tests.
substitutes:
  - {id: trial-model, name: Trial 7B, purposes: [code], size: small, developer: Trial, country: [US],
     licence: trial-licence, weights: known, behind: Another model., where: a card, assurance: secondary}
"""
STORY = """\
situations:
  - name: One
    rule: trial/one
    shows: breaches
    as_of: 2026
    manifest: {artifacts: {m: {kind: model}}, releases: [{artifact: m}]}
    expect: [{position: breach}]
"""
EXEMPT = "exempt:\n" + "".join(
    f"  - {{rule: trial/one, shows: {shows}, why: The kind is always known.}}\n"
    for shows in ("keeps", "turns-on-a-reading", "lacks-a-fact")
)


TEXTS = {
    "rule": RULE,
    "text": TEXT,
    "registry/providers": GOVERNED,
    "registry/licences": LICENCE,
    "registry/substitutes": SUBSTITUTE,
}


def _laid_out(folder: Path, texts: Mapping[str, str]) -> Path:
    (folder / "registry").mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a pack in which nothing is wrong."""
    return _laid_out(tmp_path / "trial", TEXTS)


def _unplaced(faults: Iterable[Fault], folders: Sequence[Path]) -> list[str]:
    """The words of faults, without the place where what they name stands."""
    bare = ((fault, replace(fault, location=None)) for fault in faults)
    return [str(one if placed([one], folders) == [fault] else fault) for fault, one in bare]


def _own(folder: Path, *situations: Path) -> list[str]:
    """Faults that speak of the pack of the tests, without the place where what they name stands."""
    told = _unplaced(lint_packs([folder], situations), [folder])
    return [fault for fault in told if "trial" in fault and not fault.startswith("other-providers/")]


def test_a_set_beginning_of_a_name_may_be_asked_for(folder: Path) -> None:
    (folder / "rule.yaml").write_text(
        RULE.replace("release.kind, is: model", "release.name, starts_with: Trial")
    )
    assert _own(folder) == []


def test_a_pack_in_which_nothing_is_wrong_has_no_fault(folder: Path) -> None:
    assert _own(folder) == []


CASES: dict[str, tuple[str, str, str, str]] = {
    "a verdict": (
        "rule",
        "Says something.",
        "It is illegal.",
        "trial/one: the word 'illegal' is a verdict that no rule gives; say what the text says",
    ),
    "a verdict in another case": (
        "rule",
        "Nothing follows.",
        "Unlawful use.",
        "trial/one: the word 'Unlawful' is a verdict that no rule gives; say what the text says",
    ),
    "words that mix abuse in": (
        "rule",
        "Everything else.",
        "A distillation attack.",
        "trial/one: the word 'distillation attack' is a verdict that no rule gives; say what the text says",
    ),
    "no end": (
        "rule",
        "status: in-force",
        "status: withdrawn",
        "trial/one: is withdrawn without a date; give `until`",
    ),
    "no clause": (
        "rule",
        "norm: prohibition",
        "norm: permission",
        "trial/one: a permission must cite the clause that gives it; add `cites`",
    ),
    "no advice": ("rule", "[supply-fact]", "[]", "trial/one: says nothing of what to do; add `what_to_do`"),
    "words on a text that is not read": (
        "rule",
        "Everything else.",
        "Everything else.\n    besides: [{of: [trial/text], says: It is so.}]",
        "trial/one: `besides` speaks of trial/text, which is not cited; cite it, or leave it out",
    ),
    "words on what is no element": (
        "rule",
        "Everything else.",
        "Everything else.\n    cites: [{instrument: trial/text, clause: only}]\n"
        "    besides: [{of: [trial/text], because: {other: {broad: b}}}]",
        "trial/one: `besides` gives words for other, which is no element; name an element",
    ),
    "no words on a text": (
        "rule",
        "Everything else.",
        "Everything else.\n    cites: [{instrument: trial/text, clause: only}]\n    besides: [{of: [trial/text]}]",
        "trial/one: `besides` says nothing of trial/text; say it, or leave it out",
    ),
    "a verdict on one text": (
        "rule",
        "Everything else.",
        "Everything else.\n    cites: [{instrument: trial/text, clause: only}]\n"
        "    besides: [{of: [trial/text], says: It is illegal.}]",
        "trial/one: the word 'illegal' is a verdict that no rule gives; say what the text says",
    ),
    "nobody": (
        "rule",
        "norm: prohibition",
        "norm: prohibition\n    parties: []",
        "trial/one: is put to nobody; name who is bound under `parties`, or leave it out",
    ),
    "the element in force": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{in-force: {fact: release.kind, is: model}}",
        "trial/one: 'in-force' is what stands for its cited text being in force; call the element otherwise",
    ),
    "the element of a licence": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{licence-applies: {fact: release.kind, is: model}}",
        "trial/one: 'licence-applies' is what stands for its source being under a licence that it reads; "
        "call the element otherwise",
    ),
    "an exception in force": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.kind, is: model}}\n    unless: {in-force: {fact: release.commercial, is: false}}",
        "trial/one: 'in-force' is what stands for its cited text being in force; call the element otherwise",
    ),
    "what is stated": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.markets, known: true}}",
        "trial/one model: `known` of release.markets moves a decided position when a fact is "
        "added; put it into `asked_if`",
    ),
    "what is stated, in an exception": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.kind, is: model}}\n    unless: {told: {not: {licence: {of: "
        "release, stated: true}}}}",
        "trial/one told: `stated` moves a decided position when a fact is added; put it into `asked_if`",
    ),
    "what is stated, in a definition": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {definition: weights/company}}",
        "trial/one model: `known` of publisher.kind of weights/company moves a decided position "
        "when a fact is added; put it into `asked_if`",
    ),
    "one name for two": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.kind, is: model}}\n    unless: {model: {fact: release.access, is: internal}}",
        "trial/one: 'model' stands in `when` and in `unless`; give each its own name",
    ),
    "a step that no release has": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: step.kind, is: train}}",
        "trial/one: is asked of a release and reads step.kind, which no release has; ask it of a "
        "source, or read a fact of the release",
    ),
    "a source that no release has": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: publisher.monthly_users, at: source.released, over: 1}}",
        "trial/one: is asked of a release and reads source.released, which no release has; ask it "
        "of a source, or read a fact of the release",
    ),
    "a source that no release has, in a definition": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {definition: data/from-the-web}}",
        "trial/one: is asked of a release and reads source.origin, which no release has; ask it of "
        "a source, or read a fact of the release",
    ),
    "words in a licence field": (
        "rule",
        "about: {release: {}}\n    when: {model: {fact: release.kind, is: model}}",
        "about: {source: {kind: model}}\n    when: {model: {fact: source.license, contains: NC among}}",
        "trial/one: `contains` of source.license goes by how something is worded; go by what it resolves to",
    ),
    "the beginning of a licence field": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.license, starts_with: none}}",
        "trial/one: `starts_with` of release.license goes by how something is worded; go by what it resolves to",
    ),
    "words in a name, in an exception": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.kind, is: model}}\n    unless: {named: {not: {fact: release.name, contains: x}}}",
        "trial/one: `contains` of release.name goes by how something is worded; go by what it resolves to",
    ),
    "words among copies": (
        "rule",
        "{model: {fact: release.kind, is: model}}",
        "{model: {fact: release.license_copies, contains: mit}}",
        "trial/one: `contains` of release.license_copies goes by how something is worded; go by what it "
        "resolves to",
    ),
    "a pattern for names": (
        "rule",
        "about: {release: {}}",
        'about: {source: {kind: dataset, name: ["* and *"]}}',
        "trial/one: the pattern '* and *' goes by how something is worded; go by what it resolves to",
    ),
    "a pattern for developers": (
        "rule",
        "about: {release: {}}",
        'about: {source: {kind: model, developer: ["*meta*"]}}',
        "trial/one: the pattern '*meta*' goes by how something is worded; go by what it resolves to",
    ),
    "a licence whose text is not cited": (
        "rule",
        "about: {release: {}}",
        "cites: [{instrument: mit/mit, clause: notice}]\n"
        "    about: {source: {kind: model, licence: [mit, trial-licence]}}",
        "trial/one: speaks of the licence trial-licence and cites no clause of trial/text; cite the clause, or "
        "leave the licence out",
    ),
    "a licence name twice": (
        "registry/licences",
        "title: Trial,",
        "title: Trial, aliases: [The MIT Licence],",
        "trial/registry/licences.yaml:3:39: the name 'mit' already means the licence 'mit' of "
        "policies/registry/licences/code.yaml; give it a name of its own",
    ),
    "a member that is no licence": (
        "registry/licences",
        "title: Trial,",
        "title: Trial, members: [trial-nowhere],",
        "licence trial-licence: no licence 'trial-nowhere' is in the registry; add it, or correct the name",
    ),
    "an end before the start": (
        "text",
        'to: "2025"',
        'to: "2023"',
        "trial/text only: a version ends before it starts; correct the dates",
    ),
    "an overlap": (
        "text",
        '- {from: "2025"}',
        '- {from: "2024-12"}',
        "trial/text only: two versions overlap at 2024-12-01; let one end where the next starts",
    ),
    "a print of what is not held": (
        "text",
        '- {from: "2025"}',
        '- {from: "2025", held: false, fingerprint: "sha256:' + "0" * 64 + '"}',
        "trial/text only: a text that is not held has a fingerprint; remove one of the two",
    ),
    "a provider without its text": (
        "registry/providers",
        "[trial/text]",
        "[trial/txt]",
        "provider trial: no instrument 'trial/txt' is loaded; add it, or correct the name",
    ),
    "a licence without its text": (
        "registry/licences",
        "instrument: trial/text",
        "instrument: trial/txt",
        "licence trial-licence: no instrument 'trial/txt' is loaded; add it, or correct the name",
    ),
    "a substitute under no licence that there is": (
        "registry/substitutes",
        "licence: trial-licence",
        "licence: trial-license",
        "substitute trial-model: no licence 'trial-license' is in the registry; add it, or correct the name",
    ),
    "a substitute that says nothing of its licence": (
        "registry/substitutes",
        "licence: trial-licence, ",
        "",
        "substitute trial-model: says nothing of its licence; add `licence`, or a `licence_note`",
    ),
    "a mark without what stands behind": (
        "registry/substitutes",
        "behind: Another model., ",
        "",
        "substitute trial-model: is marked, and does not say for what; say in `behind` what stands behind it",
    ),
    "a place that is none": (
        "registry/substitutes",
        "country: [US]",
        "country: [Zubrowka]",
        "trial/registry/substitutes.yaml:5:98: substitutes[0].country[0]: no country or region is called 'Zubrowka'; "
        "write an ISO code such as 'DE' or 'US-CA'",
    ),
    "a fault of shape": (
        "rule",
        "norm: prohibition",
        "norm: ban",
        "trial/rule.yaml:6:11: rules[0].norm: expected one of 'prohibition', 'obligation', 'permission', 'screen', "
        "found 'ban'; write one that is expected",
    ),
}


ALONE = ("a licence name twice", "a place that is none", "a fault of shape")
"""Cases in which nothing can be loaded, so that nothing else is told."""
TOGETHER = tuple(case for case in CASES if case not in ALONE)


def _changed(case: str) -> dict[str, str]:
    name, old, new, _ = CASES[case]
    assert TEXTS[name].count(old) == 1
    return {**TEXTS, name: TEXTS[name].replace(old, new)}


def _called(case: str, text: str) -> str:
    """A text of the pack of the tests under a name that no other case has."""
    number = TOGETHER.index(case)
    return re.sub("(?<=rial)", f"{chr(97 + number // 26)}{chr(97 + number % 26)}", text)


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The faults of all cases that load, each in a folder of its own and all in one run."""
    root = tmp_path_factory.mktemp("packs")
    folders = []
    for case in TOGETHER:
        texts = {_called(case, name): _called(case, text) for name, text in _changed(case).items()}
        folders.append(_laid_out(root / _called(case, "trial"), texts))
    return _unplaced(lint_packs(folders, ()), folders)


@pytest.mark.parametrize("case", TOGETHER)
def test_a_fault_is_told_once_with_what_to_do(together: list[str], case: str) -> None:
    told = [fault for fault in together if re.search(_called(case, "[Tt]rial"), fault)]
    assert [_called(case, CASES[case][-1])] == told


def test_nothing_else_is_told_of_many_folders(together: list[str]) -> None:
    expected = {_called(case, CASES[case][-1]) for case in TOGETHER}
    assert {fault for fault in together if "rial" in fault} <= expected


@pytest.mark.parametrize("case", ALONE)
def test_what_cannot_be_loaded_is_told_alone(tmp_path: Path, case: str) -> None:
    assert [CASES[case][-1]] == _own(_laid_out(tmp_path / "trial", _changed(case)))


def test_what_is_stated_may_be_a_trigger_and_closed_facts_are_as_good_as_stated(folder: Path) -> None:
    trigger = "asked_if: {fact: release.markets, known: true}\n    when: "
    closed = "when: {asked: {fact: release.monetised, known: true}, "
    (folder / "rule.yaml").write_text(RULE.replace("when: ", trigger).replace("when: {", closed))
    assert _own(folder) == []


def test_words_that_only_hold_a_forbidden_one_are_allowed(folder: Path) -> None:
    (folder / "rule.yaml").write_text(
        RULE.replace("Says something.", "Speaks of unsafe and paralegal work, and of distillation.")
    )
    assert _own(folder) == []


def test_each_rule_needs_a_situation_of_every_kind(folder: Path, tmp_path: Path) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "one.yaml").write_text(STORY)
    lacking = (
        "trial/one: no situation that keeps, turns-on-a-reading, lacks-a-fact; "
        "write it in tests/rules, or exempt it there with the reason"
    )
    assert [lacking] == _own(folder, stories)
    (stories / "one.yaml").write_text(EXEMPT + STORY)
    assert _own(folder, stories) == []


def test_a_draft_needs_none(folder: Path, tmp_path: Path) -> None:
    (folder / "rule.yaml").write_text(RULE.replace("status: in-force", "status: draft"))
    (tmp_path / "stories").mkdir()
    assert _own(folder, tmp_path / "stories") == []


def test_a_file_of_situations_that_cannot_be_read_is_a_fault(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "trial-stories.yaml"
    path.write_text(STORY.replace("shows: breaches", "shows: all"))
    assert [f"{path}:4:12"] == [
        fault.partition(": ")[0] for fault in _own(folder, path) if "stories" in fault
    ]


def test_the_bundled_packs_have_no_fault(repo_root: Path) -> None:
    assert [str(fault) for fault in lint_packs([], [repo_root / "tests" / "rules"])] == []
