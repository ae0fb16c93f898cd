"""What the report on OLMo 3 must say: direct use, another channel, text recognition two generations back, filters."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from compliance.model.packs.truth import Position
from compliance.pipeline import check_text, load_packs
from tests.examples.conftest import AS_OF, ROOT, Checked

MODEL = "olmo-3-7b"
SCALE = ("clear", "remote", "arguable", "breach")


def _highest(finding: dict[str, Any]) -> int:
    """Place on the scale of the worst position that the missing facts still allow."""
    return SCALE.index(finding["range"]["high"])


def test_something_is_open(olmo_3: Checked) -> None:
    assert olmo_3.exit_code == 1


def test_every_release_was_evaluated(olmo_3: Checked) -> None:
    assert {release["id"]: release["evaluated"] for release in olmo_3.report["releases"]} == {
        MODEL: True,
        "dolmino-mix": True,
    }


# Direct use of OpenAI models through a channel that nobody states.


def _direct(olmo_3: Checked) -> list[dict[str, Any]]:
    """One finding for each model that the entry names."""
    found = [
        finding
        for source in ("gpt-4.1#1", "gpt-4.1#2")
        for finding in olmo_3.of(rule="openai/competing-models", source=source, release=MODEL, own=True)
    ]
    assert [finding["source_name"] for finding in found] == ["gpt-4.1", "o4-mini"]
    return found


def test_direct_use_waits_for_the_channel(olmo_3: Checked) -> None:
    for finding in _direct(olmo_3):
        assert finding["position"] == "needs-facts"
        assert finding["range"] == {"low": "clear", "high": "arguable"}
        assert finding["party"] == "bound-party"


def test_the_question_is_about_the_channel(olmo_3: Checked) -> None:
    for finding in _direct(olmo_3):
        assert [missing["fact"] for missing in finding["missing"]] == ["source.route"]
        assert "channel" in finding["missing"][0]["question"]
    asked = [question for question in olmo_3.report["questions"] if question["fact"] == "source.route"]
    assert [(question["settles"], len(question["findings"])) for question in asked] == [(2, 2)]
    assert "gpt-4.1 and o4-mini" in asked[0]["question"]


def test_both_steps_of_direct_use_are_named(olmo_3: Checked) -> None:
    for finding in _direct(olmo_3):
        assert set(finding["steps"]) == {"reasoning-traces", "rewrite-reddit-and-maths"}
        assert {route["reach"] for route in finding["routes"]} == {"student"}


@pytest.mark.parametrize(
    ("route", "family"), [("direct", "provider-terms:openai"), ("azure", "provider-terms:microsoft")]
)
def test_either_channel_leaves_direct_use_arguable_under_its_own_text(route: str, family: str) -> None:
    text = (ROOT / "examples/olmo-3/lineage.yaml").read_text(encoding="utf-8")
    stated = text.replace("names: [gpt-4.1, o4-mini]\n", f"names: [gpt-4.1, o4-mini]\n    route: {route}\n")
    report = check_text(stated, "lineage.yaml", packs=load_packs(), as_of=date.fromisoformat(AS_OF))
    live = [f for f in report.findings if (f.source, f.release, f.own) == ("gpt-4.1#1", MODEL, True)]
    assert [f.family for f in live if f.position is Position.ARGUABLE] == [family]


# Azure: an OpenAI model under Microsoft's text.


def test_azure_is_judged_under_the_text_of_microsoft(olmo_3: Checked) -> None:
    live = [
        f for f in olmo_3.live() if f["source"] == "azure-openai#1" and f["release"] == MODEL and f["own"]
    ]
    assert [(finding["family"], finding["position"]) for finding in live] == [
        ("provider-terms:microsoft", "arguable")
    ]
    assert {clause["instrument"] for clause in live[0]["clause"]} == {"microsoft/product-terms"}
    assert live[0]["readings"]["plain"] == "yes"


def test_azure_is_not_judged_under_the_text_of_openai(olmo_3: Checked) -> None:
    sources = ("azure-openai#1", "azure-openai#2")
    assert {f["source"] for f in olmo_3.report["findings"]} >= set(sources)
    under_openai = [f for source in sources for f in olmo_3.of(family="provider-terms:openai", source=source)]
    assert [finding for finding in under_openai if finding["position"] != "clear"] == []


# GPT-4o, a text-recognition model trained on it, and the corpus that this model wrote.


def _transcription(olmo_3: Checked) -> dict[str, Any]:
    (finding,) = olmo_3.of(rule="openai/competing-models", source="gpt-4o", release=MODEL, own=True)
    return finding


def test_the_transcription_route_is_remote(olmo_3: Checked) -> None:
    finding = _transcription(olmo_3)
    assert finding["position"] == "remote"
    assert finding["readings"] == {"narrow": "no", "plain": "no", "broad": "yes"}


def test_the_transcription_route_is_shown_with_its_depth(olmo_3: Checked) -> None:
    (route,) = _transcription(olmo_3)["routes"]
    assert route["artifacts"] == ["gpt-4o", "olmocr-mix", "olmocr", "science-text", "dolma-3", "olmo-3"]
    assert (route["reach"], route["depth"]) == ("descendant", 2)


def test_the_report_says_where_the_plain_reading_stops(olmo_3: Checked) -> None:
    stopped = [text for text in _transcription(olmo_3)["stopped"] if "transcribe-all" in text]
    assert any("narrow and plain reading" in text for text in stopped)


def test_the_plain_reading_stops_at_the_use_of_output(olmo_3: Checked) -> None:
    turns = _transcription(olmo_3)["turns_on"]
    assert [(turn["kind"], turn["names"], turn["to"]) for turn in turns] == [
        ("reading", ["output-used"], "arguable")
    ]


# Filters.


def test_labels_by_llama_are_a_signal_and_remote(olmo_3: Checked) -> None:
    live = [f for f in olmo_3.live() if f["source"] == "llama-3.1-70b" and f["own"]]
    assert [(finding["rule"], finding["position"]) for finding in live] == [("model-licences/name", "remote")]
    assert {route["reach"] for route in live[0]["routes"]} == {"signal"}


def test_gemma_as_a_filter_is_clear_with_its_reason(olmo_3: Checked) -> None:
    findings = olmo_3.of(family="model-licence:gemma", source="gemma-3", release=MODEL)
    assert findings
    assert {finding["position"] for finding in findings} == {"clear"}
    assert all("labels, scores or selection" in finding["reason"] for finding in findings)


# Reddit.


def test_the_basis_for_the_reddit_dump_is_asked(olmo_3: Checked) -> None:
    live = [f for f in olmo_3.live() if f["source"] == "reddit" and f["release"] == MODEL and f["own"]]
    assert live
    assert {finding["position"] for finding in live} == {"needs-facts"}
    assert {finding["family"] for finding in live} & {
        "dataset-licence:custom",
        "dataset-licence:unknown-source",
    }


# What holds of every finding, and what must not be said.


def test_every_live_finding_about_a_source_has_a_route(olmo_3: Checked) -> None:
    without = [f["rule"] for f in olmo_3.live() if f["source"] is not None and not f["routes"]]
    assert without == []


def test_every_live_finding_explains_its_readings(olmo_3: Checked) -> None:
    for finding in olmo_3.live():
        assert finding["elements"], finding["rule"]
        assert finding["readings"]["broad"] != "no"
        assert finding["reason"]


def test_every_undecided_finding_asks(olmo_3: Checked) -> None:
    silent = [f["rule"] for f in olmo_3.live() if f["position"] == "needs-facts" and not f["missing"]]
    assert silent == []


@pytest.mark.parametrize("source", ["gpt-4o", "olmocr-mix", "olmocr", "science-text"])
def test_nothing_above_remote_is_said_of_openai_over_the_transcripts(olmo_3: Checked, source: str) -> None:
    findings = olmo_3.of(family="provider-terms:openai", source=source)
    assert [(f["rule"], f["range"]) for f in findings if _highest(f) > SCALE.index("remote")] == []


def test_nothing_above_remote_is_said_of_llama(olmo_3: Checked) -> None:
    findings = olmo_3.of(family="model-licence:llama3.1+")
    assert findings
    assert [(f["rule"], f["range"]) for f in findings if _highest(f) > SCALE.index("remote")] == []


def test_the_access_screen_finds_nothing(olmo_3: Checked) -> None:
    assert {finding["position"] for finding in olmo_3.of(family="access:")} <= {"clear"}
    assert olmo_3.report["verdict"]["counts"]["screen_open"] == 0
