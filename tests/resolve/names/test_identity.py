"""What the manifest says of an artifact wins; the registry fills gaps and is named; nothing is made up."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact, Lineage
from compliance.model.declared.manifest import Artifact as Declared
from compliance.resolve.licences.against_record import licence_against_record
from compliance.resolve.licences.standing import Origin, licence_of
from compliance.resolve.names.prepared import lookups
from compliance.values import replace
from tests.resolve.conftest import Resolve

TAIL = "releases: [{artifact: m}]\n"


def _only(lineage: Lineage, key: str = "a") -> Artifact:
    return lineage.artifacts[key]


def _one(resolved: Resolve, fields: str) -> Artifact:
    return _only(resolved(f"artifacts:\n  a: {{{fields}}}\n  m: {{kind: model}}\n{TAIL}"))


def test_the_registry_fills_what_the_manifest_leaves_open_and_is_named(resolved: Resolve) -> None:
    found = _one(resolved, "kind: model, name: lab/cub-7b")
    assert (
        found.family,
        found.developer,
        found.country,
        found.licences,
        found.licence_text,
        found.released,
        found.modality,
    ) == ("bear", "Lab", ("CA",), ("free",), "free", "2024-03", "multimodal")
    assert found.facts == {"size": 7}
    assert found.resolved == (("country", "registry record cub"), ("license", "registry record cub"))


def test_what_the_manifest_says_stands_before_the_registry(resolved: Resolve) -> None:
    stated = "developer: Lab team, country: [DE], license: free licence, released: 2020, facts: {size: 8}"
    found = _one(resolved, f"kind: model, name: lab/cub-7b, {stated}")
    assert (
        found.developer,
        found.country,
        found.licences,
        found.released,
        found.facts,
        found.resolved,
        found.contradictions,
    ) == ("Lab team", ("DE",), ("free",), "2020", {"size": 8}, (), ())


DISPUTES = [
    ("kind: model, name: lab/cub-7b, license: closed", ["licence"]),
    ("kind: model, name: lab/cub-7b, license: Zebra 2", ["licence"]),
    ("kind: model, name: lab/cub-7b, license: free licence", []),
    ("kind: model, name: lab/cub-7b", []),
    ("kind: model, name: lab/cub-7b, license: unknown", []),
    ("kind: model, name: lab/cub-7b, developer: Stranger", ["developer"]),
    ("kind: model, name: lab/cub-7b, developer: Bear Works", []),
    ("kind: model, name: lab/cub-7b, developer: lab-two", []),
    ("kind: dataset, name: lab/cub-7b", ["kind"]),
    ("kind: code, name: kin/rows", ["kind"]),
    ("kind: document, name: kin/rows", ["kind"]),
    ("kind: model, name: kin/rows", ["kind"]),
    ("kind: model, name: talk-4", ["kind"]),
    ("kind: service, name: talk-4, provider: chat", ["provider"]),
    ("kind: service, name: talk-4, provider: talk", []),
]


@pytest.mark.parametrize(("fields", "expected"), DISPUTES)
def test_what_the_registry_knows_otherwise_is_a_contradiction(
    resolved: Resolve, fields: str, expected: list[str]
) -> None:
    found = _one(resolved, fields)
    assert [one.field for one in found.contradictions] == expected
    assert found.contradicted is bool(expected)


def test_a_contradicted_licence_leaves_both_open_until_it_is_settled(resolved: Resolve) -> None:
    fields = "kind: model, name: lab/cub-7b, license: closed"
    assert _one(resolved, fields).licence_options == (("closed",), ("free",))
    reason = "against_record: {because: separate-licence, where: contract of 2025-01}"
    settled = _one(resolved, f"{fields}, {reason}")
    assert (settled.licences, settled.licence_options, settled.contradicted) == (("closed",), (), False)


def test_rows_that_are_called_code_are_put_to_the_rules_for_rows(resolved: Resolve) -> None:
    assert _one(resolved, "kind: code, name: kin/rows").kind == "dataset"


def test_an_unknown_name_stays_unknown(resolved: Resolve) -> None:
    found = _one(resolved, "kind: model, name: who/knows")
    assert (
        found.family,
        found.developer,
        found.country,
        found.licences,
        found.licence_text,
        found.released,
        found.resolved,
    ) == (None, None, (), (), None, None, ())


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("kind: service, name: nobody-1", False),
        ("kind: service, name: talk-4", True),
        ("kind: model, license: Zebra", False),
        ("kind: model, license: free", True),
        ("kind: dataset", True),
    ],
)
def test_what_resolves_to_nothing_is_told_apart_from_silence(
    resolved: Resolve, fields: str, known: bool
) -> None:
    assert known is _one(resolved, fields).known


@pytest.mark.parametrize(
    ("released", "licences"), [("2024", ("closed", "rules")), ("2025-06", ("free", "rules"))]
)
def test_the_licence_is_that_of_the_day_on_which_it_was_released(
    resolved: Resolve, released: str, licences: tuple[str, ...]
) -> None:
    assert licences == _one(resolved, f"kind: model, name: lab/grown, released: {released}").licences


def test_further_licences_of_the_record_hold_beside_the_stated_one(resolved: Resolve) -> None:
    assert _one(resolved, "kind: model, name: lab/grown, license: free").licences == ("free", "rules")


@pytest.mark.parametrize(
    ("fields", "provider", "how"),
    [
        ("provider: chat, name: talk-4", "chat", ()),
        ("name: talk-4", "talk", (("provider", "registry of providers"),)),
        ("name: x, developer: Talk Labs", "talk", (("provider", "registry of providers"),)),
        ("name: x", None, ()),
    ],
)
def test_a_service_has_the_stated_provider_or_the_one_its_name_shows(
    resolved: Resolve, fields: str, provider: str | None, how: tuple[tuple[str, str], ...]
) -> None:
    found = _one(resolved, f"kind: service, {fields}")
    assert (provider, how) == (found.provider, found.resolved)


def test_only_services_have_providers(resolved: Resolve) -> None:
    assert _one(resolved, "kind: model, name: talk-4").provider is None


@pytest.mark.parametrize("name", ["x/unheard-of", "lab/cub-7b", "kin/child"])
def test_a_release_s_own_licence_never_becomes_that_of_what_others_made(resolved: Resolve, name: str) -> None:
    text = f"artifacts:\n  m: {{kind: model, name: {name}}}\nreleases: [{{artifact: m, license: closed}}]"
    assert "closed" not in _only(resolved(text), "m").licences


def test_a_release_gives_its_licence_and_statements_to_what_it_releases(resolved: Resolve) -> None:
    text = "artifacts:\n  m: {kind: model, license: free}\n"
    found = _only(
        resolved(
            f"{text}releases: [{{artifact: m, license: closed, statements: [{{license: free, where: card}}]}}]"
        ),
        "m",
    )
    assert (found.licence_text, [s.license for s in found.statements]) == ("free", ["free", "closed", "free"])
    assert found.statement_licences == ((("free",),), (("closed",),), (("free",),))


def test_statements_about_other_parts_are_left_out(resolved: Resolve) -> None:
    listed = ", ".join(f"{{license: closed, about: {part}}}" for part in ("code", "weights", "upstream"))
    found = _one(resolved, f"kind: model, statements: [{listed}]")
    # What a source is said to hold under other terms is part of what whoever takes it gets.
    assert [statement.about for statement in found.statements] == ["weights", "upstream"]


def test_what_the_publisher_of_a_data_set_says_counts_as_a_statement(resolved: Resolve) -> None:
    found = _one(resolved, "kind: dataset, name: kin/rows")
    assert [(s.license, s.where) for s in found.statements] == [
        ("free", "declared"),
        ("closed", "publisher, by the registry"),
    ]


def test_what_a_step_of_the_publisher_writes_is_its_own(resolved: Resolve) -> None:
    text = """\
parties: {other: {name: Other}}
artifacts: {w: {kind: dataset}, a: {kind: dataset}, b: {kind: dataset}, m: {kind: model}}
steps:
  - {id: one, kind: collect, inputs: {source: w}, outputs: a}
  - {id: two, kind: collect, inputs: {source: w}, outputs: b, by: other}
  - {id: three, kind: pretrain, inputs: {data: [a, b]}, outputs: m, by: publisher}
"""
    lineage = resolved(text + TAIL)
    assert {key: a.made_here for key, a in lineage.artifacts.items()} == {
        "w": False,
        "a": True,
        "b": False,
        "m": True,
    }


def test_a_model_that_a_step_writes_takes_no_licence_from_a_record_of_its_name(resolved: Resolve) -> None:
    text = "artifacts:\n  m: {kind: model, name: lab/cub-7b}\n  a: {kind: dataset}\n"
    steps = "steps: [{id: one, kind: pretrain, inputs: {data: a}, outputs: m}]\n"
    found = _only(resolved(text + steps + TAIL), "m")
    assert (found.licences, found.country) == ((), ())


@pytest.mark.parametrize(
    ("name", "differs"),
    [
        ("talk-4", True),
        ("Talk-4 weights", True),
        ("our local copy of talk-4", True),
        ("talk-4-style toy", False),
    ],
)
def test_weights_of_a_service_that_hands_out_none_contradict_the_registry(
    resolved: Resolve, name: str, differs: bool
) -> None:
    found = _one(resolved, f"kind: model, name: {name}, origin: own").contradictions
    assert [one.known for one in found if one.field == "kind"] == (["service"] if differs else [])


@pytest.mark.parametrize(
    ("reason", "settled"),
    [
        ("where: contract 2025-01", True),
        ("where: https://lab.example/notice", True),
        ("where: a friend, evidence: [{file: mail.pdf}]", True),
        ("where: somebody said so", False),
        ("where: an older copy", False),
        ("where: https://huggingface.co/lab/cub", False),
        ("where: github.com/lab/cub/tree/main", False),
        ("where: https://huggingface.co/datasets/lab/cub/", False),
        ("where: https://huggingface.co/lab/cub/blob/main/LICENSE", True),
        ("where: https://huggingface.co/lab/cub/tree/1a2b3c4", True),
        ("where: its card at commit 1a2b3c4", True),
        ("where: LICENSE file of the repository as of 2025-10-28", True),
        ("where: contract with Lab of 2025-01", True),
        ("where: 'Kin, letter 7', evidence: [{signed_by: 'J. Doe, Lab'}]", True),
        ("where: 'https://www.reddit.com/r/models/comments/1abc'", False),
        ("where: x.com/someone/status/123", False),
        ("where: https://huggingface.co/lab/cub/discussions/3", False),
        ("where: https://github.com/lab/cub/issues/14", False),
        ("where: our internal memo of 2025-02-01", False),
        ("where: a licence thread of 2025-02-01", False),
        ("where: order no. 4711 of Cloud Shop GmbH of 2025-02-01", False),
        ("where: Cloud Shop's letter of 2025-02-01", False),
        ("where: contract 2025-01, evidence: [{signed_by: Pub, date: 2025-01}]", False),
        ("where: contract 2025-01, evidence: [{signed_by: 'Pub, for Lab', date: 2025-01}]", False),
        ("where: a friend, evidence: [{date: 2025-01}]", False),
    ],
)
def test_only_what_others_can_look_up_settles_a_difference(
    resolved: Resolve, reason: str, settled: bool
) -> None:
    given = (
        f"kind: model, name: lab/cub, license: closed, against_record: {{because: record-wrong, {reason}}}"
    )
    (difference,) = _one(resolved, given).contradictions
    assert difference.settled is settled


@pytest.mark.parametrize(
    ("name", "period", "early"),
    [
        ("lab/cub-7b", "2023-06", True),
        ("lab/cub-7b", "2022/2023-01-05", True),
        ("lab/cub-7b", "2023-12", False),
        ("lab/cub-7b", "2024-05", False),
        ("lab/unheard-of", "2019", False),
    ],
)
def test_a_use_long_before_a_thing_was_there_is_a_contradiction(
    resolved: Resolve, name: str, period: str, early: bool
) -> None:
    text = (
        f"artifacts:\n  a: {{kind: model, name: {name}}}\n  d: {{kind: dataset, origin: own}}\n  m: {{kind: model}}\n"
        f"steps: [{{id: t, kind: finetune, inputs: {{base: a, data: d}}, outputs: m, period: {period}}}]\n{TAIL}"
    )
    differences = _only(resolved(text)).contradictions
    assert [(one.field, one.known) for one in differences] == ([("released", "2024-03")] if early else [])


def test_without_dated_steps_the_date_of_what_rests_on_a_thing_counts(resolved: Resolve) -> None:
    text = (
        "artifacts:\n  a: {kind: model, name: lab/cub-7b}\n  b: {kind: model}\n  m: {kind: model}\n"
        "steps:\n  - {id: p, kind: prune, inputs: {base: a}, outputs: b}\n"
        "  - {id: q, kind: quantise, inputs: {base: b}, outputs: m}\n"
        "releases: [{artifact: m, date: 2023-02-01}]\n"
    )
    assert [one.declared for one in _only(resolved(text)).contradictions] == ["used in 2023-02-01"]


@pytest.mark.parametrize(
    ("name", "said", "differs"),
    [
        ("MS MARCO", "non-commercial research", False),
        ("MS MARCO", "for research only", False),
        ("tatsu-lab/alpaca", "non-commercial", False),
        ("HuggingFaceTB/SmolLM2-1.7B", "research only", True),
        ("MS MARCO", "MIT", True),
        ("openai/gpt-oss-20b", "Apache-2.0", False),
        ("openai/gpt-oss-20b", "MIT", True),
        ("CohereLabs/aya-23-8B", "CC-BY-NC-4.0", False),
        ("CohereLabs/aya-23-8B", "CC-BY-4.0", True),
    ],
)
def test_words_for_a_kind_of_licence_agree_with_a_recorded_one_of_that_kind(
    name: str, said: str, differs: bool
) -> None:
    held = lookups(load_packs().registry)
    record = held.names.dataset(name) or held.names.model(name)
    assert record is not None
    assert record.licence is not None
    declared = Declared(kind="dataset", name=name, license=said)
    against = licence_against_record(declared, (record.licence,), held.licences)
    assert (against == "differs") is differs


@pytest.mark.parametrize(
    ("said", "licences"),
    [
        ("Coqui Public Model License 1.0.0", ("coqui-cpml",)),
        ("CC-BY-NC-4.0", ("cc-by-nc-4.0",)),
        ("non-commercial", ("non-commercial",)),
        ("MIT", ()),
    ],
)
def test_a_text_that_is_named_stands_before_recorded_words_for_its_kind(
    said: str, licences: tuple[str, ...]
) -> None:
    held = lookups(load_packs().registry)
    record = held.names.model("coqui/XTTS-v2")
    assert record is not None
    recalled = replace(record, licence="non-commercial", licences=())
    declared = Declared(kind="model", name="coqui/XTTS-v2", license=said)
    assert (
        licence_of(declared, Origin(False, None, False), recalled, held.licences).reading.together == licences
    )


def test_how_well_a_record_is_known_goes_with_what_it_gave(resolved: Resolve) -> None:
    assert _one(resolved, "kind: model, name: lab/cub-7b").recorded == "full-text"
    assert _one(resolved, "kind: model, name: lab/cub-7b, license: Free").recorded == ""
    assert _one(resolved, "kind: model, name: acme/nothing-known").recorded == ""
