"""The page shows what was counted, and the commands lead from a dump to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.cli import main
from compliance.fleet.overview import overview
from compliance.fleet.page import page
from compliance.fleet.recall import recall
from compliance.fleet.store import Store
from compliance.model.knowledge import Knowledge

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
