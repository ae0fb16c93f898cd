"""Licences that a name stood under at different times: the one counts that held when it was taken, or a question."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from compliance.resolve.licences.against_record import licence_against_record
from compliance.resolve.names.prepared import lookups


@functools.cache
def _packs() -> Any:
    return load_packs()


def _base(period: str | None, **stated: Any) -> Artifact:
    step = {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "own"}, "outputs": "m"}
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {
                "base": {"kind": "model", **stated}, "own": {"kind": "dataset", "origin": "own"},
                "m": {"kind": "model"},
            },
            "steps": [step | ({"period": period} if period else {})],
            "releases": [{"artifact": "m", "access": "open-weights"}],
        }
    )  # fmt: skip
    return resolve(manifest, _packs().registry).artifacts["base"]


YI, PHI, MINIMAX = "01-ai/Yi-34B", "microsoft/phi-2", "MiniMaxAI/MiniMax-M2"


@pytest.mark.parametrize(
    ("name", "period", "licence", "differs"),
    [
        (YI, "2023-11", "Apache-2.0", True),
        (YI, "2023-11/2024-06", "Apache-2.0", True),
        (YI, "2024-06", "Apache-2.0", False),
        (YI, None, "Apache-2.0", False),
        (PHI, "2023-12", "MIT", True),
        (PHI, "2024-02", "MIT", False),
        (MINIMAX, "2026-01", "MIT", True),
        (MINIMAX, "2025-10-28", "MIT", False),
        ("mistralai/Mistral-7B-v0.1", "2023-10", "Apache-2.0", False),
        ("myshell-ai/OpenVoice", "2024-02", "MIT", True),
        ("myshell-ai/OpenVoice", "2024-06", "MIT", False),
    ],
)
def test_a_licence_of_another_time_than_that_of_the_use_contradicts(
    name: str, period: str | None, licence: str, *, differs: bool
) -> None:
    found = [one.field for one in _base(period, name=name, license=licence).contradictions]
    assert differs == ("licence" in found)


def test_a_revision_may_carry_an_older_text_and_never_a_later_one() -> None:
    older = _base("2026-01", name=MINIMAX, license="MIT", revision="abc")
    later = _base("2023-12", name=PHI, license="MIT", revision="abc")
    assert ([one.field for one in older.contradictions], [one.field for one in later.contradictions]) == (
        [],
        ["licence"],
    )


def test_why_the_manifest_is_right_may_be_told() -> None:
    why = {"because": "separate-licence", "where": "letter of the licensor, 2024-02-01"}
    (told,) = _base("2023-12", name=PHI, license="MIT", against_record=why).contradictions
    assert told.settled


@pytest.mark.parametrize(
    ("name", "period", "options"),
    [
        (YI, "2023-11", {("yi-2.1",), ("apache-2.0",)}),
        (PHI, "2023-12", {("research-only",), ("mit",)}),
    ],
)
def test_where_no_licence_is_stated_the_one_of_the_time_and_later_ones_may_hold(
    name: str, period: str, options: set[tuple[str, ...]]
) -> None:
    assert options == set(_base(period, name=name).licence_options)


def _rows(period: str | None, **stated: Any) -> Artifact:
    step = {"id": "mix", "kind": "mix", "inputs": {"data": "rows"}, "outputs": "out"}
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {"rows": {"kind": "dataset", **stated}, "out": {"kind": "dataset"}},
            "steps": [step | ({"period": period} if period else {})],
            "releases": [{"artifact": "out"}],
        }
    )  # fmt: skip
    return resolve(manifest, _packs().registry).artifacts["rows"]


WILDCHAT, DOLMA = "allenai/WildChat", "allenai/dolma"


@pytest.mark.parametrize(
    ("name", "period", "licences", "options"),
    [
        (WILDCHAT, "2024-01", ("odc-by-1.0",), set()),
        (WILDCHAT, "2025-01", ("odc-by-1.0",), set()),
        (WILDCHAT, None, ("odc-by-1.0",), set()),
        (DOLMA, "2024-01", (), {("ai2-impact-mr",), ("odc-by-1.0",)}),
        (DOLMA, "2025-01", ("odc-by-1.0",), set()),
        (DOLMA, None, ("odc-by-1.0",), set()),
    ],
)
def test_a_grant_that_reaches_back_holds_for_what_was_taken_before_it(
    name: str, period: str | None, licences: tuple[str, ...], options: set[tuple[str, ...]]
) -> None:
    rows = _rows(period, name=name)
    assert (rows.licences, set(rows.licence_options)) == (licences, options)


@pytest.mark.parametrize(
    ("name", "period", "licence", "differs"),
    [
        (WILDCHAT, "2024-01", "AI2 ImpACT License Low Risk", False),
        (WILDCHAT, "2024-01", "ODC-By-1.0", False),
        (WILDCHAT, "2025-01", "AI2 ImpACT License Low Risk", True),
        (DOLMA, "2024-01", "AI2 ImpACT License Medium Risk", False),
        (DOLMA, "2024-01", "ODC-By-1.0", True),
        (DOLMA, "2024-05", "ODC-By-1.0", False),
    ],
)
def test_what_was_stated_before_such_a_grant_agrees_and_afterwards_no_more(
    name: str, period: str, licence: str, *, differs: bool
) -> None:
    found = [one.field for one in _rows(period, name=name, license=licence).contradictions]
    assert differs == ("licence" in found)


def test_what_was_granted_before_the_use_holds() -> None:
    found = _base("2025-01", name=YI)
    assert (found.licences, found.licence_options) == (("apache-2.0",), ())


@pytest.mark.parametrize(
    ("said", "period", "clear"),
    [
        ([{"license": "MIT", "until": "2025-01"}], "2026-03", False),
        ([{"license": "MIT License", "until": "2025"}], "2026-01/2026-03", False),
        ([{"license": "MIT", "until": "2025-01"}, {"license": "MIT", "where": "card"}], "2026-03", True),
        ([{"license": "MIT", "until": "2025-01"}], "2024-06", True),
        ([{"license": "MIT", "until": "2025-01"}], "2025-01", True),
        ([{"license": "MIT", "where": "card"}], "2026-03", True),
        ([{"license": "MIT", "until": "2025-01"}], None, True),
    ],
)
def test_a_licence_that_was_withdrawn_before_the_use_may_be_none(
    said: list[dict[str, str]], period: str | None, *, clear: bool
) -> None:
    base = _base(period, name="acme/sparrow-3b", license="MIT", statements=said)
    assert (base.licences, base.licence_options) == (("mit",), ()) if clear else ((), (("mit",), ()))


@pytest.mark.parametrize(
    ("stated", "agrees"),
    [
        ("Public Domain", True),
        ("public domain dedication", True),
        ("Unlicense", True),
        ("MIT", False),
        ("CC-BY-4.0", False),
    ],
)
def test_words_for_the_public_domain_agree_with_a_text_that_waives_all(stated: str, *, agrees: bool) -> None:
    rows = {"kind": "dataset", "name": "keithito/lj_speech", "license": stated}
    lineage = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {"rows": rows}, "releases": [{"artifact": "rows"}],
        }
    )  # fmt: skip
    assert agrees == (resolve(lineage, _packs().registry).artifacts["rows"].contradictions == ())


@pytest.mark.parametrize(
    "said", ["non-commercial research and educational purposes only", "non-commercial", "research only"]
)
@pytest.mark.parametrize("known", ["non-commercial", "research-only"])
def test_words_for_a_limit_agree_with_a_narrower_or_wider_word_for_it(said: str, known: str) -> None:
    licences = lookups(load_packs().registry).licences
    assert licence_against_record(Declared(kind="dataset", license=said), (known,), licences) == "agrees"


@pytest.mark.parametrize("said", ["public domain", "CC0-1.0", "MIT"])
def test_words_for_a_limit_do_not_agree_with_what_grants_all(said: str) -> None:
    licences = lookups(load_packs().registry).licences
    assert (
        licence_against_record(Declared(kind="dataset", license=said), ("non-commercial",), licences)
        == "differs"
    )
