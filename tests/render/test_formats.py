"""The table of formats, and what holds for all of them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from compliance.errors import UsageError
from compliance.model.answered.report import Report
from compliance.render.formats import FORMATS, Setting, format_of, render
from compliance.render.machine.json_reader import load_json_report
from compliance.render.machine.json_report import render_json
from compliance.render.view.report_view import build_view
from tests.render import factories as make

TEXTS = [name for name, form in FORMATS.items() if form.kind == "text"]


def test_every_format_has_its_place() -> None:
    assert list(FORMATS) == [
        "text", "json", "markdown", "html", "pdf", "pdf-full", "sarif", "junit", "github",
        "gitlab", "csv", "svg", "mermaid",
    ]  # fmt: skip
    assert {form.name for form in FORMATS.values() if form.templates} == {
        "markdown",
        "html",
        "pdf",
        "pdf-full",
    }
    assert {form.name for form in FORMATS.values() if form.kind == "bytes"} == {"pdf", "pdf-full"}
    assert all(name == form.name and form.suffix.startswith(".") for name, form in FORMATS.items())


def test_a_format_that_is_not_known_is_named_with_one_that_is_like_it() -> None:
    with pytest.raises(UsageError, match=r"--report 'markdow' is not known; did you mean markdown\?"):
        format_of("markdow", "--report")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "report", [make.olmo_report(), make.hostile_report(), make.report()], ids=["full", "hostile", "empty"]
)
def test_every_format_renders_every_report_to_the_same_bytes_each_time(name: str, report: Report) -> None:
    made = render(FORMATS[name], report, Setting())
    assert made == render(FORMATS[name], report, Setting())
    text = made.decode("utf-8")
    assert text.endswith("\n")
    assert {character for character in text if not character.isprintable()} <= {"\n", "\xa0", "\u200b"}


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_read_back_from_json_renders_to_the_same_bytes(name: str) -> None:
    report = make.olmo_report()
    again = load_json_report(render_json(report, build_view(report)))
    assert render(FORMATS[name], again, Setting()) == render(FORMATS[name], report, Setting())


@pytest.mark.parametrize("name", ["text", "markdown", "html", "sarif", "junit", "github"])
def test_every_full_format_tells_the_verdict_and_every_open_finding(name: str) -> None:
    report = make.olmo_report()
    view = build_view(report)
    text = " ".join(render(FORMATS[name], report, Setting(width=10_000, verbose=True)).decode().split())
    assert view.verdict.line.split(";")[0] in text
    for card in view.cards:
        assert not card.open or card.rule in text


def test_the_json_of_a_format_is_that_of_its_renderer() -> None:
    report = make.olmo_report()
    assert render(FORMATS["json"], report, Setting()).decode() == render_json(report, build_view(report))
    assert json.loads(render(FORMATS["sarif"], report, Setting()))["version"] == "2.1.0"


def test_text_that_utf_8_cannot_hold_is_escaped() -> None:
    assert isinstance(render(FORMATS["text"], make.report(title="\ud800"), Setting()), bytes)


def test_naming_the_formats_loads_no_renderer(repo_root: Path) -> None:
    program = (
        "import sys; from compliance.render import formats; "
        "print(sorted(set(sys.modules) & {'jinja2', 'rich', 'weasyprint', 'compliance.render.html.page'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=repo_root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_names_from_right_to_left_are_framed_for_people_only(name: str) -> None:
    report = replace(make.olmo_report(), title="نموذج 7B (v2)")
    framed = "\u2068نموذج 7B (v2)\u2069"
    assert framed in render(FORMATS[name], report, Setting()).decode()
    assert framed not in render(FORMATS["json"], report, Setting()).decode()


@pytest.mark.parametrize(("given", "meant"), [("md", "markdown"), ("txt", "text"), ("markdown", "markdown")])
def test_the_ending_of_its_files_names_a_format_too(given: str, meant: str) -> None:
    assert format_of(given, "--report") is FORMATS[meant]
