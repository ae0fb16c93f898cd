"""What a further folder's names, aliases and prefixes settle is told, whichever way they settle it."""

from __future__ import annotations

import json
import pathlib

import pytest

from tests.cli.conftest import Run

MANIFEST = """\
lineage: 1
project: {id: one, title: One}
publisher: {name: Meadow Lab, kind: company, country: UY}
artifacts:
  encoder: %s
  leaves: %s
  damage: {kind: model}
%ssteps:
%s  - {id: fit, kind: train, inputs: {base: encoder, data: leaves}, outputs: damage, period: 2025-10}
releases:
  - {artifact: damage, name: coop-norte/leaf-damage, date: 2025-11-18, license: Apache-2.0, access: open-weights,
     commercial: true, function: classifier, channels: [Hugging Face], markets: [UY], notices: [],
     license_copies: [Apache-2.0]}
"""
ENCODER = "{kind: model, name: EleutherAI/pythia-1b, license: Apache-2.0%s}"
OWN_ROWS = (
    "{kind: dataset, name: Leaves of our own, license: CC0-1.0, origin: own, documented: true, "
    "facts: {personal_data: false}}"
)
OF_PEOPLE = OWN_ROWS.replace("Leaves of our own", "%s").replace("origin: own", "origin: people")
PROVIDER = (
    "providers:\n  foox: {name: foox co, aliases: [%s], assurance: memory, verified_on: '2026-01-01'}\n"
)
ROUTE = "routes:\n  - {prefix: mygen/, route: mygen, host: deepseek}\n"
SERVICE = "  gen: {kind: service, name: mygen/writer-2, route: direct, plan: api}\n"
WRITES = "  - {id: g, kind: generate, inputs: {teacher: gen}, outputs: leaves, period: 2025-09}\n"
CASES = {
    "another developer than the record has": (
        MANIFEST % (ENCODER % ", developer: Foo Works", OWN_ROWS, "", ""),
        PROVIDER % "Foo Works, EleutherAI",
        "disagrees with the registry",
    ),
    "an account whose name tells of a model": (
        MANIFEST % (ENCODER % "", OF_PEOPLE % "claude-fans/leaf-photos", "", ""),
        PROVIDER % "claude-fans",
        "(claude-fans/leaf-photos)",
    ),
    "another account of that kind": (
        MANIFEST % (ENCODER % "", OF_PEOPLE % "chatgpt-lovers/leaf-photos", "", ""),
        PROVIDER % "chatgpt-lovers",
        "(chatgpt-lovers/leaf-photos)",
    ),
    "a service of nobody": (
        MANIFEST % (ENCODER % "", "{kind: dataset, name: leafnotes}", SERVICE, WRITES),
        ROUTE,
        "what speaks of mygen/writer-2",
    ),
}
AS_OF = ("--as-of", "2026-01-01")


@pytest.fixture
def checkout(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A checkout with an empty folder `own`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "own").mkdir()
    return tmp_path


@pytest.mark.parametrize("case", CASES)
def test_what_aliases_and_prefixes_settle_is_told(case: str, checkout: pathlib.Path, run: Run) -> None:
    manifest, registry, named = CASES[case]
    (checkout / "lineage.yaml").write_text(manifest)
    (checkout / "own" / "r.yaml").write_text(registry)
    alone = run("check", *AS_OF, "-q")
    assert (alone.code, "of your own" in alone.err) == (1, False)
    beside = run("check", "--rules", "own", *AS_OF, "-q")
    told = [
        line for line in beside.err.splitlines() if "without what a registry file of your own says" in line
    ]
    assert (beside.code, len(told)) == (0, 1)
    assert named in told[0]
    assert "registry file of your own; the finding is as good" in beside.err


def test_what_settles_nothing_is_not_said_to_settle(checkout: pathlib.Path, run: Run) -> None:
    manifest = CASES["another developer than the record has"][0].replace(", developer: Foo Works", "")
    (checkout / "lineage.yaml").write_text(manifest)
    (checkout / "own" / "r.yaml").write_text(PROVIDER % "Foo Works, EleutherAI Two")
    assert "would be open or heavier" not in run("check", "--rules", "own", *AS_OF, "-q").err


@pytest.mark.parametrize(
    "command",
    [
        ["check", "-f", "svg"], ["check", "-f", "mermaid"], ["plan"], ["whatif", "--exposure", "CN"],
        ["compare", "lineage.yaml", "--then", "2026-02-01", "--exit-code"], ["export", "in-toto"],
    ],
)  # fmt: skip
def test_drawings_comparisons_and_statements_say_it_too(
    command: list[str], checkout: pathlib.Path, run: Run
) -> None:
    manifest, registry, _ = CASES["another developer than the record has"]
    (checkout / "lineage.yaml").write_text(manifest)
    (checkout / "own" / "r.yaml").write_text(registry)
    told = run(*command, *AS_OF, "--rules", "own")
    assert told.err.count("without what a registry file of your own says") == 1, told.err
    assert "of your own" not in run(*command, *AS_OF).err


def test_saved_reports_that_rest_on_one_are_compared_aloud(checkout: pathlib.Path, run: Run) -> None:
    manifest, registry, _ = CASES["another developer than the record has"]
    (checkout / "lineage.yaml").write_text(manifest)
    (checkout / "own" / "r.yaml").write_text(registry)
    run("check", *AS_OF, "--rules", "own", "--report", "json=own.json", "-q")
    told = run("compare", "own.json", "own.json", "--exit-code")
    assert (told.code, told.err.count("without what a registry file of your own says")) == (0, 1)


def test_a_statement_for_others_to_sign_holds_it(checkout: pathlib.Path, run: Run) -> None:
    manifest, registry, _ = CASES["another developer than the record has"]
    (checkout / "lineage.yaml").write_text(manifest)
    (checkout / "own" / "r.yaml").write_text(registry)
    predicate = json.loads(run("export", "in-toto", *AS_OF, "--rules", "own").out)["predicate"]
    assert predicate["result"]["passed"] is True
    assert any("without what a registry file" in line for line in predicate["restsOnFurtherPacks"])
    assert "restsOnFurtherPacks" not in json.loads(run("export", "in-toto", *AS_OF).out)["predicate"]


def test_a_fleet_names_the_files_of_further_folders(checkout: pathlib.Path, run: Run) -> None:
    manifest, registry, _ = CASES["another developer than the record has"]
    (checkout / "lineage.yaml").write_text(manifest)
    (checkout / "own" / "r.yaml").write_text(registry)
    run("fleet", "ingest", "hub.fleet", ".")
    run("fleet", "check", "hub.fleet", *AS_OF)
    for command, *rest in (["ingest", "."], ["check"], ["report"], ["recall", "EleutherAI/pythia-1b"]):
        given = ["fleet", command, "hub.fleet", *rest]
        assert "files of a further folder are read too" in run(*given, "--rules", "own").err, command
        assert "further folder" not in run(*given).err, command
