"""The scoreboard over annotated data sets reads what a line states, and counts against what annotators found."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from compliance.pipeline import load_packs
from tools.scoreboards import dpi
from tools.scoreboards.dpi_figures import Said, classes_of_licences, figures, stated


def line(*licences: str, uid: str = "mine", **more: Any) -> dict[str, Any]:
    """A line of the collection's shape about a data set that does not exist."""
    given: dict[str, Any] = {
        "uid": uid, "name": uid, "hf_url": "", "licenses": [{"License": one} for one in licences],
        "model_generated": [], "text_sources": [], "derived_from": [], "hf_yaml_license": "", "hf_date": "2023-06-01",
        "s2_date": "", "gold_openai_terms": False, "gold_use": "commercial", "gold_use_ignoring_openai": "commercial",
        "openai_generated": False, "openai_api_generated": False,
    }  # fmt: skip
    return {**given, **more}


@pytest.fixture(scope="module")
def checker() -> dpi.Checker:
    return dpi.Checker(load_packs())


@pytest.mark.parametrize(
    "told",
    [
        {
            "gold_openai_terms": True,
            "gold_use": "non-commercial",
            "gold_use_ignoring_openai": "academic-only",
        },
        {"openai_generated": True, "openai_api_generated": True},
        {"licenses": [{"License": one} for one in ("OpenAI", "MIT License", "Anthropic")]},
        {"uid": "alpaca", "name": "alpaca", "hf_url": "https://huggingface.co/datasets/tatsu-lab/alpaca"},
    ],
)
def test_a_manifest_rests_on_nothing_that_annotators_concluded(told: dict[str, Any]) -> None:
    plain = line("MIT License", model_generated=["BART"])
    assert dpi.manifest_of({**plain, **told}, lambda _: False) == dpi.manifest_of(plain, lambda _: False)


def test_licences_are_stated_once_and_without_the_verdict_on_terms() -> None:
    assert stated(line("OpenAI", "CC BY 4.0", "CC BY 4.0", "Custom")) == ["CC BY 4.0", "Custom"]


@pytest.mark.parametrize(
    ("licences", "writers", "expected"),
    [
        (["CC BY-NC 4.0"], [], Said("non-commercial")),
        (["MIT License"], ["OpenAI GPT-4"], Said("commercial", terms=True)),
        (["Apache License 2.0"], ["OpenAI GPT-2"], Said("commercial")),
        (["CC BY-SA 4.0", "CC BY-NC-SA 4.0"], ["BART"], Said("non-commercial")),
        (["CC0 1.0", "Academic Research Purposes Only"], [], Said("academic-only")),
        (["CC BY 4.0", "Unspecified"], ["OpenAI ChatGPT"], Said("unspecified", terms=True)),
        ([], [], Said("unspecified")),
    ],
)
def test_findings_give_use_and_terms(
    checker: dpi.Checker, licences: list[str], writers: list[str], expected: Said
) -> None:
    assert expected == checker(line(*licences, model_generated=writers))


@pytest.mark.parametrize(
    ("licence", "label", "expected"),
    [
        ("CC BY-NC 4.0", "MIT License", "non-commercial"),
        ("CC BY-NC 4.0", "CC BY-NC 4.0", None),
        ("CC BY-NC-SA 4.0", "Unspecified", None),
        ("Academic Research Purposes Only", "CC BY 4.0", "academic-only"),
        ("CC BY 4.0", "CC BY 4.0", None),
        ("Unspecified", "Apache License 2.0", "unspecified"),
    ],
)
def test_a_label_is_looser_than_a_source_that_it_drops_a_limit_of(
    checker: dpi.Checker, licence: str, label: str, expected: str | None
) -> None:
    assert expected == checker(line(licence, hf_yaml_license=label)).looser


def test_a_line_that_cannot_be_checked_is_a_fault_and_answers_no_class(checker: dpi.Checker) -> None:
    hidden = line("Unspecified", derived_from=["ro\u200bws"], gold_use_ignoring_openai="unspecified")
    said = checker(hidden)
    told = figures([hidden], {"mine": said}, {}).told()
    assert (told["not_checked"], told["use_ignoring_openai"]) == (1, 0.0)


def test_a_providers_limit_counts_as_one_to_non_commercial_use() -> None:
    assert [
        Said("unspecified", terms=True).use_with_terms,
        Said("academic-only", terms=True).use_with_terms,
        Said("commercial").use_with_terms,
    ] == ["non-commercial", "academic-only", "commercial"]


def test_recall_and_precision_are_counted_per_question() -> None:
    nc = {"gold_use": "non-commercial", "gold_use_ignoring_openai": "non-commercial"}
    lines = [
        line("CC BY-NC 4.0", uid="a", hf_yaml_license="MIT License", **nc),
        line("CC BY-NC 4.0", uid="b", hf_yaml_license="MIT License", **nc),
        line("MIT License", uid="c", hf_yaml_license="MIT License"),
        line("MIT License", uid="d", gold_openai_terms=True, gold_use="non-commercial"),
    ]
    said = {
        "a": Said("non-commercial", looser="non-commercial"), "b": Said("commercial"),
        "c": Said("commercial", terms=True), "d": Said("commercial", terms=True),
    }  # fmt: skip
    told = figures(lines, said, classes_of_licences(lines)).told()
    assert told["mislabelled"] == {"recall": 0.5, "precision": 1.0, "gold": 2, "said": 1}
    assert told["openai_terms"] == {"recall": 1.0, "precision": 0.5, "gold": 1, "said": 2}
    assert (told["use"], told["use_ignoring_openai"]) == (0.5, 0.75)
    assert told["misses"]["use_ignoring_openai: non-commercial -> commercial"] == 1


def test_a_label_whose_class_the_lines_do_not_show_is_not_judged() -> None:
    lines = [line("MIT License", hf_yaml_license="A Licence Of Nobody")]
    told = figures(lines, {"mine": Said("commercial")}, classes_of_licences(lines)).told()
    assert "mislabelled" not in told


def test_the_command_prints_the_whole_and_both_halves(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(json.dumps(line("MIT License", uid=uid)) for uid in "abcdef"), encoding="utf-8")
    assert dpi.main([str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["whole"]["lines"] == 6 == told["work"]["lines"] + told["measure"]["lines"]
    assert dpi.main([str(path), "--rows"]) == 0
    assert "use_ignoring_openai" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, "", "no JSON"])
def test_what_cannot_be_measured_ends_with_2(tmp_path: pathlib.Path, content: str | None) -> None:
    path = tmp_path / "lines.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert dpi.main([str(path)]) == 2
