"""Pictures: well-formed, escaped, told apart without color, complete with a legend."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest

from compliance.model.answered.report import Report
from compliance.model.words.warned import Warned, of_name, of_whole
from compliance.render.graph.mermaid import render_mermaid
from compliance.render.graph.model import EDGE_WORD, KIND_WORD
from compliance.render.graph.print import drawings_for_print, render_svg
from compliance.render.graph.style import FILL, LINE, PAPER, STROKE, TEXT
from compliance.render.graph.svg import shape
from compliance.render.graph.text import cut, width, wrapped
from compliance.render.view.report_view import build_view
from tests.render.factories import report
from tests.render.lineages import artifact, drawn_report, large_report, step

HOSTILE = "</svg><script>alert(1)</script>\"' onload=x & ]]> ``` \x1b[31m \u202e"
SVG = "{http://www.w3.org/2000/svg}"


def _svg(value: Report) -> ET.Element:
    return ET.fromstring(render_svg(value, build_view(value)))


def _hostile() -> Report:
    made = (step(HOSTILE, HOSTILE, ((HOSTILE, HOSTILE, ("outputs",)),), "mix", by=HOSTILE),)
    base = drawn_report()
    return report(
        artifacts=(artifact(HOSTILE, "service"), artifact("mix")),
        steps=made,
        title=HOSTILE,
        releases=(replace(base.releases[0], artifact="mix", name=HOSTILE),),
    )


@pytest.mark.parametrize("value", [drawn_report(), large_report(), report()], ids=["full", "large", "empty"])
def test_the_picture_is_xml_with_a_name(value: Report) -> None:
    root = _svg(value)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title", "").startswith("Lineage of")


def test_every_node_and_arrow_has_a_title() -> None:
    root = _svg(drawn_report())
    groups = [
        item for item in root.iter(f"{SVG}g") if (item.get("class") or "").split()[:1] in (["n"], ["e"])
    ]
    titled = [item for item in groups if item.find(f"{SVG}title") is not None]
    assert len(titled) == 20 + 1 + 22
    assert all(item.findtext(f"{SVG}title") for item in titled)


def test_what_stands_in_a_manifest_stays_text() -> None:
    text = render_svg(_hostile(), build_view(_hostile()))
    root = ET.fromstring(text)
    tags = {item.tag.removeprefix(SVG) for item in root.iter()}
    assert tags <= {"svg", "style", "title", "g", "path", "rect", "text"}
    assert not any(
        name.startswith("on") or name.endswith("href") for item in root.iter() for name in item.attrib
    )
    assert "\x1b" not in text


def test_the_picture_fetches_nothing() -> None:
    text = render_svg(large_report(), build_view(large_report()))
    assert text.count("http") == text.count("http://www.w3.org/2000/svg")
    assert "url(" not in text
    assert "@import" not in text


def test_text_stays_within_its_node() -> None:
    for line in (
        "a" * 80,
        "WWWWWWWWWWWWWWWWWWWWWWW",
        "org/a-very-long-name_of-a.model-Instruct-2025-12-31-preview",
    ):
        for part in wrapped(line, 150, 12, 3):
            assert width(part, 12) <= 150


@pytest.mark.parametrize("text", ["", "a", "a b c", "x" * 50])
def test_a_cut_text_begins_as_the_text_does(text: str) -> None:
    assert text.startswith(cut(text, 60, 10).removesuffix("…"))


def test_of_a_list_no_name_is_cut() -> None:
    for room in range(60, 200, 10):
        told = cut("olmocr, qwen2-vl, reddit, common-crawl", room, 10).removesuffix(", …")
        assert set(told.split(", ")) <= {"olmocr", "qwen2-vl", "reddit", "common-crawl"} or ", " not in told


def test_kinds_differ_by_shape_and_relations_by_dash_or_weight() -> None:
    assert len({shape(kind, 100, 50) for kind in KIND_WORD}) == len(KIND_WORD)
    strokes = {kind: (stroke.width, stroke.dash) for kind, stroke in STROKE.items()}
    assert len(set(strokes.values())) == len(EDGE_WORD)


def _luminance(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_and_lines_stand_out(mode: str) -> None:
    paper = getattr(PAPER, mode)
    assert all(_contrast(getattr(TEXT, mode), getattr(ink, mode)) >= 7 for ink in FILL.values())
    assert all(_contrast(getattr(ink, mode), paper) >= 3 for ink in LINE.values())
    assert all(_contrast(getattr(stroke.ink, mode), paper) >= 3 for stroke in STROKE.values())


def test_the_legend_has_what_the_picture_has() -> None:
    told = [item.text for item in _svg(drawn_report()).iter(f"{SVG}text")]
    assert {"hosted service", "model", "data set", "step", "thick line: released"} <= set(told)
    assert "code" not in told


def test_paper_gets_an_overview_and_a_strip_for_each_open_finding() -> None:
    value = drawn_report()
    view = build_view(value)
    first, *strips = drawings_for_print(value, view)
    assert first.finding is None
    opened = {n for n, item in enumerate(value.findings) if value.is_open(item) and item.routes}
    assert {strip.finding for strip in strips} == opened
    for figure in (first, *strips):
        root = ET.fromstring(figure.svg)
        assert (root.get("width"), root.get("height")) == (str(figure.width), str(figure.height))
        assert "prefers-color-scheme" not in figure.svg


def test_the_overview_of_a_large_lineage_is_legible_on_paper() -> None:
    value = large_report()
    overview = drawings_for_print(value, build_view(value))[0]
    room = (960, 560) if overview.landscape else (660, 860)
    assert min(room[0] / overview.width, room[1] / overview.height) >= 0.5
    assert "not folded" in overview.caption


def test_a_report_without_a_lineage_has_no_pictures() -> None:
    assert drawings_for_print(report(), build_view(report())) == []


def test_mermaid_draws_the_same_nodes_and_arrows() -> None:
    value = drawn_report()
    lines = render_mermaid(value, build_view(value)).splitlines()
    assert lines[:2] == ["```mermaid", "flowchart LR"]
    assert lines[-1] == "```"
    assert sum(":::" in line for line in lines) == 21
    assert any("==>|generates|" in line for line in lines)


def test_mermaid_of_a_large_lineage_is_folded() -> None:
    value = large_report()
    lines = render_mermaid(value, build_view(value)).splitlines()
    assert sum(":::" in line for line in lines) <= 60


def test_mermaid_keeps_what_stands_in_a_manifest_as_text() -> None:
    text = render_mermaid(_hostile(), build_view(_hostile()))
    assert text.count("```") == 2
    assert "<script" not in text
    for line in text.splitlines():
        if ":::" in line:
            assert line.count('"') == 2


@pytest.mark.parametrize("kind", [of_name, of_whole])
def test_a_drawing_tells_that_its_report_rests_on_more_than_the_bundled_packs(
    kind: Callable[[str], Warned],
) -> None:
    value = replace(drawn_report(), warnings=(kind(f"x: known from a file of your own {HOSTILE}"), "odd"))
    words = "Rests on more than the bundled packs: see 1 warning of the report"
    root = _svg(value)
    assert words in [element.text for element in root.iter(f"{SVG}text")]
    (told,) = [element.text or "" for element in root.findall(f"{SVG}desc")]
    assert "known from a file of your own" in told
    assert "odd" not in told
    text = render_mermaid(value, build_view(value))
    assert "Rests on more than the bundled packs#58; see 1 warning of the report" in text
    assert "<script" not in text


def test_a_description_repeats_a_few_of_many_warnings() -> None:
    value = replace(drawn_report(), warnings=tuple(of_name(f"n{number}: known") for number in range(3_000)))
    (told,) = [element.text or "" for element in _svg(value).findall(f"{SVG}desc")]
    assert told.endswith("; and 2995 more")
    assert (
        len(render_mermaid(value, build_view(value)))
        < len(render_mermaid(drawn_report(), build_view(value))) + 600
    )


def test_a_drawing_of_the_bundled_packs_alone_says_nothing_of_packs() -> None:
    value = replace(drawn_report(), warnings=("odd",))
    assert "bundled packs" not in render_svg(value, build_view(value)) + render_mermaid(
        value, build_view(value)
    )
