"""The page shows what was counted, and the commands lead from a dump to it."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.cli import main
from compliance.errors import UsageError
from compliance.fleet.explain import explained
from compliance.fleet.overview import overview
from compliance.fleet.page import page
from compliance.fleet.recall import recall
from compliance.fleet.standing import aside, checked_day
from compliance.fleet.store import Store
from compliance.fleet.told import lines
from compliance.model.known.knowledge import Knowledge

from .conftest import AS_OF, HUB, checked, few, model

Tell = Callable[..., int]
_CIRCLE = (
    model("loop/a", "base_model:merge:loop/b", license="mit"),
    model("loop/b", "base_model:adapter:loop/a", "base_model:adapter:meta-llama/Llama-3.1-8B"),
)


@pytest.fixture
def store(tmp_path: Path, knowledge: Knowledge, told: Tell) -> Store:
    """The small hub with a circle, checked."""
    held = Store(tmp_path / "hub.fleet")
    told(held, (*HUB, *_CIRCLE))
    checked(held, few(knowledge))
    return held


def test_the_overview_counts_what_was_found(store: Store, knowledge: Knowledge) -> None:
    found = overview(store, few(knowledge), AS_OF)
    assert (7, sum(found.releases.values())) == (found.artifacts, found.artifacts)
    assert found.circles == (("loop/a", "loop/b"),)
    assert ("gone/lost", 1) in found.lost
    drift = {one.relation: dict(zip(found.drifts, one.counts, strict=True)) for one in found.drift}
    assert drift["quantized"]["not stated"] == 1
    assert drift["adapter"]["not stated"] == 1
    assert drift["adapter"]["parent is not known"] == 1
    assert drift["dataset"]["grants more"] == 1
    assert "openai" in {one.name for one in found.by_provider}
    assert {"2025-10", "2025-11"} <= {one.name for one in found.by_month}


def test_the_page_shows_it_and_obeys_no_name(store: Store, knowledge: Knowledge, told: Tell) -> None:
    told(store, [model("x/<script>alert(1)</script>", "base_model:merge:<b>lost</b>", license="<i>odd</i>")])
    checked(store, few(knowledge))
    written = page(overview(store, few(knowledge), AS_OF))
    assert "Names that resolve to nothing" in written
    assert "<script>" not in written
    assert "&lt;b&gt;lost" in written


def test_what_comes_over_a_circle_is_possible_and_never_dropped(store: Store, knowledge: Knowledge) -> None:
    found = {one.release: one for one in recall(store, few(knowledge), AS_OF, "meta-llama/Llama-3.1-8B")}
    assert found["loop/b"].sure == ("derivative",)
    assert found["loop/a"][1:] == ((), ("derivative",))


@pytest.mark.parametrize(
    ("upstream", "reached"),
    [
        ("tatsu-lab/alpaca", {"meadow/tuned-7b", "brook/tuned-7b-GGUF"}),
        ("provider:openai", {"meadow/tuned-7b", "brook/tuned-7b-GGUF"}),
        ("developer:Meta", {"brook/mix", "loop/a", "loop/b"}),
        ("licence:cc-by-nc-4.0", {"heath/own-rows"}),
    ],
)
def test_a_recall_finds_what_an_upstream_reaches(
    upstream: str, reached: set[str], store: Store, knowledge: Knowledge
) -> None:
    assert reached <= {one.release for one in recall(store, few(knowledge), AS_OF, upstream)}


@pytest.mark.parametrize(
    ("upstream", "code"), [("tatsu-lab/alpaca", 1), ("brook/tuned-7b-GGUF", 0), ("brook/no-such", 2)]
)
def test_a_recall_of_a_fleet_ends_as_one_of_manifests_does(
    upstream: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hub.jsonl").write_text("".join(json.dumps(one) + "\n" for one in HUB), encoding="utf-8")
    run(["fleet", "ingest", "hub.fleet", "hub.jsonl"])
    assert run(["fleet", "recall", "hub.fleet", upstream, "--as-of", "2025-11-20"]) == code


def test_the_commands_lead_from_a_dump_to_a_page_and_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hub.jsonl").write_text("".join(json.dumps(one) + "\n" for one in HUB), encoding="utf-8")
    run(["fleet", "ingest", "hub.fleet", "hub.jsonl"])
    run(["fleet", "check", "hub.fleet", "--as-of", "2025-11-20", "--kernel", "numba"])
    run(["fleet", "report", "hub.fleet", "--as-of", "2025-11-20", "--html", "f.html", "--positions", "p.csv"])
    run(
        [
            "fleet",
            "explain",
            "hub.fleet",
            "brook/mix",
            "--as-of",
            "2025-11-20",
            "--rule",
            "labels/looser-same-work",
        ]
    )
    said = capsys.readouterr()
    assert "5 artifacts and 6 edges now" in said.out
    assert "meta-llama/Llama-3.1-8B-Instruct → brook/mix: merge, as base" in said.out
    assert (
        "data-licences/nc-weights,meadow/tuned-7b,caller,0,2,2,tatsu-lab/alpaca,meadow/tuned-7b"
        in Path("p.csv").read_text()
    )
    assert Path("f.html").read_text().startswith("<!doctype html>")
    assert run(["fleet", "explain", "hub.fleet", "brook/mx"]) == 2
    assert "did you mean brook/mix?" in capsys.readouterr().err
    assert run(["fleet", "check", "hub.fleet", "--kernel", "abacus"]) == 2


def run(arguments: list[str]) -> int:
    """The program; its exit code."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.argv", ["compliance", *arguments])
        try:
            main()
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def test_what_came_after_the_check_is_not_checked_and_never_clear(
    store: Store, knowledge: Knowledge, told: Tell
) -> None:
    before = overview(store, few(knowledge), AS_OF).releases
    assert before["not-checked"] == 0
    told(store, [model("late/one", license="mit"), model("late/two", "base_model:finetune:late/one")])
    after = overview(store, few(knowledge), AS_OF)
    assert after.releases == {**before, "not-checked": 2}
    assert "2 not-checked" in "\n".join(lines(after))
    checked(store, few(knowledge))
    assert overview(store, few(knowledge), AS_OF).releases["not-checked"] == 0


def test_a_change_upstream_takes_the_position_of_what_was_made_from_it(
    store: Store, knowledge: Knowledge, told: Tell
) -> None:
    told(store, [model("meadow/tuned-7b", "base_model:finetune:Qwen/Qwen2.5-7B", license="mit")])
    assert overview(store, few(knowledge), AS_OF).releases["not-checked"] == 2


def test_a_store_that_was_never_checked_clears_nobody(
    tmp_path: Path, knowledge: Knowledge, told: Tell
) -> None:
    held = Store(tmp_path / "hub.fleet")
    told(held, HUB)
    found = overview(held, few(knowledge), AS_OF)
    assert (found.releases["clear"], found.releases["not-checked"]) == (0, 5)
    assert "run `compliance fleet check`" in "\n".join(lines(found))


def test_a_rule_that_was_not_asked_clears_nobody(store: Store, knowledge: Knowledge) -> None:
    assert overview(store, knowledge, AS_OF).releases["clear"] == 0


def test_positions_hold_for_the_day_of_the_check(store: Store) -> None:
    assert checked_day(store, None, datetime.date(2026, 11, 27)) == AS_OF
    assert checked_day(store, AS_OF, datetime.date(2026, 11, 27)) == AS_OF
    with pytest.raises(UsageError, match="checked as of 2025-11-20, not as of 2026-01-01"):
        checked_day(store, datetime.date(2026, 1, 1), datetime.date(2026, 11, 27))


@pytest.mark.parametrize("command", [["check"], ["report"], ["explain", "brook/mix"], ["recall", "x"]])
def test_a_store_that_is_not_there_is_not_made(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hub.fleet").touch()
    assert run(["fleet", command[0], "hubb.fleet", *command[1:]]) == 2
    said = capsys.readouterr().err
    assert "there is no store at hubb.fleet" in said
    assert "did you mean hub.fleet?" in said
    assert not Path("hubb.fleet").exists()


def _as_a_bill(knowledge: Knowledge, rule: str) -> Knowledge:
    """The packs with one rule as if its text were only proposed."""
    packs = tuple(
        pack.model_copy(
            update={
                "rules": tuple(
                    one.model_copy(update={"status": "proposed"}) if one.id == rule else one
                    for one in pack.rules
                )
            }
        )
        for pack in knowledge.packs
    )
    return dataclasses.replace(knowledge, packs=packs)


def test_law_that_is_not_in_force_is_marked_and_not_counted(store: Store, knowledge: Knowledge) -> None:
    rule = "labels/looser-same-work"
    bill = _as_a_bill(few(knowledge), rule)
    shown = list(explained(store, bill, AS_OF, "brook/mix"))
    assert "of 1 rule more the text is not in force, and they are not counted" in shown[0]
    assert f"breach  {rule}  [proposed law: not law today, not counted]" in shown
    assert not any("proposed" in line for line in explained(store, few(knowledge), AS_OF, "brook/mix"))
    assert aside(bill) == (rule,)
    checked(store, bill)
    found = overview(store, bill, AS_OF)
    assert rule not in {one.beside for one in found.by_rule}
    assert found.aside > 0
    assert "not in force" in "\n".join(lines(found))


def test_what_is_made_from_itself_stands_after_real_circles(
    store: Store, knowledge: Knowledge, told: Tell
) -> None:
    told(store, [model("aa/own", "base_model:finetune:aa/own", license="mit")])
    told(store, [model("aa/one", "base_model:finetune:loop/b"), model("loop/a", "base_model:merge:aa/one")])
    found = overview(store, few(knowledge), AS_OF)
    assert found.circles == (("aa/one", "loop/a", "loop/b"), ("aa/own",))
    written = page(found)
    assert "<li>aa/one ↔ loop/a ↔ loop/b</li>" in written
    assert "1 said to be made from itself: aa/own." in written
    assert "<li>aa/own" not in written
    assert "made from each other" not in page(found._replace(circles=(("aa/own",),)))


def test_sources_stand_under_the_names_and_licences_that_the_registry_knows(
    store: Store, knowledge: Knowledge
) -> None:
    found = overview(store, few(knowledge), AS_OF)
    # Nobody in the fleet states the licence of what is only spoken of.
    assert {"cc-by-nc-4.0", "llama3.1"} & {one.name.lower() for one in found.by_licence}


def test_of_many_months_the_older_stand_by_their_years(
    store: Store, knowledge: Knowledge, told: Tell
) -> None:
    days = [f"{year}-{month:02}-01T00:00:00Z" for year in (2021, 2022, 2023) for month in range(1, 13)]
    odd = model("aa/odd", license="mit") | {"createdAt": "202'-01"}
    told(store, [*(model(f"aa/m{n}") | {"createdAt": day} for n, day in enumerate(days)), odd])
    checked(store, few(knowledge))
    names = [one.name for one in overview(store, few(knowledge), AS_OF).by_month]
    assert {"2021", "2022", "2023-03"} <= set(names)
    assert not {"2021-01", "2022-12"} & set(names)
