"""What rules of a further folder find stands apart, and what is read as packs is no place for output."""

from __future__ import annotations

import pathlib

import pytest

from compliance.authoring.start import pack_files
from tests.cli.conftest import Run

MANIFEST = """\
lineage: 1
project: {id: one}
publisher: {name: Meadow Lab, kind: company, country: UY}
artifacts:
  gpt: {kind: service, name: gpt-4o, route: direct, plan: api}
  people: {kind: dataset, origin: people, documented: true, license: CC0-1.0}
  rows: {kind: dataset}
  model: {kind: model}
steps:
  - {id: w, kind: generate, inputs: {teacher: gpt, seed: people}, outputs: rows, period: 2025-09}
  - {id: t, kind: pretrain, inputs: {data: [rows, people]}, outputs: model, period: 2025-10}
releases:
  - {artifact: model, date: 2025-11-18, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, markets: [UY]}
"""
EARLIER = MANIFEST.replace("general-purpose", "classifier").replace("open-weights", "internal")
ALARM = """\
pack: {format: 2, id: alarm, title: Alarm, family: "%s", version: "1"}
rules:
  - id: alarm/any
    title: An alarm of the house
    status: in-force
    norm: prohibition
    about: {source: {kind: [service, dataset]}}
    parties: [caller, releaser]
    when: {sure: {always: "yes", because: always}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [replace-input]
    does_not_cover: Everything else.
"""
AS_OF = ("--as-of", "2026-01-01")


def _alarm(project: pathlib.Path, family: str) -> None:
    (project / "own").mkdir()
    (project / "own" / "r.yaml").write_text(ALARM % family)


@pytest.mark.parametrize("beside", [(), ("--rules", "own")])
def test_an_alarm_of_ones_own_in_an_earlier_report_makes_nothing_known(
    beside: tuple[str, ...], project: pathlib.Path, run: Run
) -> None:
    _alarm(project, "provider-terms:openai")
    (project / "earlier.yaml").write_text(EARLIER)
    (project / "lineage.yaml").write_text(MANIFEST)
    run("check", "earlier.yaml", *AS_OF, "--rules", "own", "--report", "json=base.json", "-q")
    assert run("check", *AS_OF, "--since", "base.json", "-q", *beside).code == 1
    run("check", *AS_OF, "--rules", "own", "--report", "json=base.json", "-q")
    assert run("check", *AS_OF, "--since", "base.json", "-q", *beside).code == 0


def test_what_is_allowed_of_how_things_were_made_allows_no_rule_of_ones_own(
    project: pathlib.Path, run: Run
) -> None:
    _alarm(project, "unknown-upstream")
    assert run("check", *AS_OF, "--allow", "making", "-q").code == 0
    assert run("check", *AS_OF, "--allow", "making", "-q", "--rules", "own").code == 1


@pytest.mark.parametrize(("status", "told"), [("in-force", True), ("soft-law", False), ("proposed", False)])
def test_only_a_rule_that_counts_is_told_to_speak_alone(
    status: str, told: bool, project: pathlib.Path, run: Run
) -> None:
    _alarm(project, "dataset-licence:cc0")
    rule = project / "own" / "r.yaml"
    rule.write_text(rule.read_text().replace("status: in-force", f"status: {status}"))
    (project / "own" / "l.yaml").write_text(
        "licences:\n  - {id: zorg, title: Zorg Open, kind: data, aliases: [Zorg Open], traits: [custom], "
        "assurance: memory, verified_on: '2026-01-01'}\n"
    )
    (project / "lineage.yaml").write_text(MANIFEST.replace("license: CC0-1.0}", "license: Zorg Open}"))
    outcome = run("check", *AS_OF, "-q", "--rules", "own")
    assert ("people: of its terms or licence no bundled rule speaks" in outcome.err) is told


PACK = "own/rules/acme.yaml"
WRITERS = [
    ("check", *AS_OF, "--rules", "own", "--report", f"json={PACK}"),
    ("compare", "lineage.yaml", *AS_OF, "--then-rules", "own", "--report", f"json={PACK}"),
    ("compare", "lineage.yaml", *AS_OF, "--then", "2026-02-01", "--rules", "own", "--report", f"json={PACK}"),
    ("whatif", "--exposure", "CN", *AS_OF, "--rules", "own", "--report", f"json={PACK}"),
    ("recall", "gpt-4o", "lineage.yaml", *AS_OF, "--rules", "own", "--report", f"json={PACK}"),
    ("export", "mermaid", "--rules", "own", "--output", PACK),
    ("disclose", "notice", "--rules", "own", "--out", PACK),
    ("registry", "export", "--edges", "--rules", "own", "--output", PACK),
    ("rules", "bundle", PACK, "--rules", "own"),
    ("rules", "docs", "--index", PACK, "--rules", "own"),
    ("rules", "mutate", "acme", "--rules", "own", "--record", PACK, "--write"),
    ("check", *AS_OF, "--config", "set.toml", "--report", f"json={PACK}"),
    ("check", *AS_OF, "--report", "json=compliance.toml"),
    ("check", *AS_OF, "--packs", "packs.zip", "--report", "json=packs.zip"),
]


@pytest.mark.parametrize("command", WRITERS, ids=" ".join)
def test_nothing_that_is_read_as_packs_is_written_over(
    command: tuple[str, ...], project: pathlib.Path, run: Run
) -> None:
    for place, content in pack_files("acme", "2026-11-01").items():
        (project / "own" / place).parent.mkdir(parents=True, exist_ok=True)
        (project / "own" / place).write_text(content)
    (project / "compliance.toml").write_text('fail-on = "plain"\n')
    (project / "set.toml").write_text('rules = ["own"]\n')
    run("rules", "bundle", "packs.zip")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert run(*command).code == 2
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_a_report_may_lie_beside_packs(project: pathlib.Path, run: Run) -> None:
    _alarm(project, "house")
    for _ in range(2):
        assert run("check", *AS_OF, "--rules", "own", "-q", "--report", "json=own/report.json").code == 1


def test_a_whole_set_to_compare_with_leads_nowhere_else(project: pathlib.Path, run: Run) -> None:
    (project / "elsewhere").mkdir()
    (project / "elsewhere" / "s.yaml").write_text("password: x\n")
    (project / "set" / "policies").mkdir(parents=True)
    (project / "set" / "rules").symlink_to("../elsewhere")
    told = run("compare", "lineage.yaml", *AS_OF, "--then-packs", "set")
    assert (told.code, "password" in told.err, "leads out of set" in told.err) == (2, False, True)


def test_a_plan_says_which_files_its_costs_may_come_from(project: pathlib.Path, run: Run) -> None:
    (project / "lineage.yaml").write_text(MANIFEST)
    (project / "own").mkdir()
    (project / "own" / "c.yaml").write_text("costs: {obtain-permission: 0}\n")
    assert "files of a further folder are read too" in run("plan", *AS_OF, "--rules", "own").err
    assert "further folder" not in run("plan", *AS_OF).err


@pytest.mark.parametrize("name", ["null", "true", "false", "x" * 65, "openai", "meta"])
def test_a_pack_that_could_not_be_read_is_not_laid_out(name: str, project: pathlib.Path, run: Run) -> None:
    assert run("rules", "new", "pack", "new", "--name", name).code == 2
    assert not (project / "new").exists()
