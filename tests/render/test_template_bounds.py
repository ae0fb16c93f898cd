"""A template of somebody else ends in a fault, soon, where it takes more than a report can need."""

from __future__ import annotations

import os
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.render import template_bounds
from compliance.render.formats import Setting, format_of, render
from compliance.render.templating import fill
from tests.effort import effort_below
from tests.render import factories

NAME = "report.md.j2"
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
BOMBS = {
    "a loop in a loop": (ENDLESS, "seconds"),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}", "seconds"),
    "a text that doubles": (
        "{% set n = namespace(t='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}{{ n.t }}",
        "memory|characters"),
    "a wide column": ("{{ 'a'|center(30000000000) }}", "memory"),
    "a wide number": ("{{ '%02000000000d'|format(1) }}", "memory|characters"),
    "a text repeated": ("{{ 'a' * 3000000000 }}", "too often"),
    "a list repeated": ("{{ (2000000 * [1])|length }}", "too often"),
    "a power": ("{{ 9 ** 999999999 }}", "too large"),
    "a number that is squared": (
        "{% set n = namespace(v=7) %}{% for i in range(60) %}{% set n.v = n.v * n.v %}{% endfor %}", "too large"),
    "much paper": (
        "{% for a in range(99) %}{% for b in range(99) %}{{ 'a' * 9999 }}{% endfor %}{% endfor %}", "characters"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_bounds, "MEMORY", 1 << 28)


@pytest.mark.parametrize(("body", "said"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_a_fault_soon(
    tmp_path: Path, body: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if said == "seconds":
        monkeypatch.setattr(template_bounds, "SECONDS", 0.5)
    (tmp_path / NAME).write_text(body)
    limits = resource.getrlimit(resource.RLIMIT_AS)
    with effort_below(3000), pytest.raises(InputError, match=said) as caught:
        fill(NAME, {}, folders=[tmp_path])
    assert str(tmp_path / NAME) in str(caught.value) or "template" in str(caught.value)
    assert resource.getrlimit(resource.RLIMIT_AS) == limits


@pytest.mark.parametrize(
    "deep", ["{{ 1" + ".1" * 150 + " }}", "{{ " + "not " * 150 + "1 }}"], ids=["dots", "nots"]
)
def test_depth_costs_what_it_must(tmp_path: Path, deep: str) -> None:
    (tmp_path / NAME).write_text("{% if 0 %}" + deep + "{% endif %}")
    with effort_below(300):
        assert fill(NAME, {}, folders=[tmp_path]) == ""


def test_what_a_template_usually_does_goes_on(tmp_path: Path) -> None:
    usual = "{{ 3 * 4 }}{{ 2 ** 10 }}{{ '-' * 5 }}{{ 1.5 * 2 }}{% for i in range(3) %}{{ i }}{% endfor %}"
    (tmp_path / NAME).write_text(usual)
    assert fill(NAME, {}, folders=[tmp_path]) == "121024-----3.0012"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ 1" + ".1" * 220 + ".a }}", "nested|recursion|seconds"),
        ("{{ 1e999 - a }}", "inf"),
        ("{{ -1e999 ~ a }}", "inf"),
    ],
)
def test_what_cannot_be_written_in_python_is_a_fault_of_the_template(
    tmp_path: Path, body: str, said: str
) -> None:
    (tmp_path / NAME).write_text(body)
    with pytest.raises(InputError, match=said):
        fill(NAME, {}, folders=[tmp_path])


@pytest.mark.parametrize("body", ["{{ lipsum() }}", "{{ [1, 2, 3]|random }}"])
def test_nothing_by_chance_stands_in_a_report(tmp_path: Path, body: str) -> None:
    (tmp_path / NAME).write_text(body)
    state = random.getstate()
    with pytest.raises(InputError, match=r"lipsum|random"):
        fill(NAME, {}, folders=[tmp_path])
    assert random.getstate() == state


@pytest.mark.parametrize("kind", ["pipe", "link", "large"])
def test_only_files_of_the_folder_are_templates(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (tmp_path / "secret").write_text("hunter2")
    (folder / NAME).write_text("{% include 'part' %}")
    if kind == "pipe":
        os.mkfifo(folder / "part")
    elif kind == "link":
        (folder / "part").symlink_to(tmp_path / "secret")
    else:
        monkeypatch.setattr(template_bounds, "LARGEST", 30)
        (folder / "part").write_text("a" * 31)
    with pytest.raises(InputError, match="cannot be read") as caught:
        fill(NAME, {}, folders=[folder])
    assert "hunter2" not in str(caught.value)


def test_laying_out_is_bounded_too_and_goes_round_the_bounds_within(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_bounds, "PAPER_SECONDS", 0.3)
    with pytest.raises(InputError, match="to lay out"):
        template_bounds.laid_out_apart(_lay_out)


def _lay_out() -> bytes:
    with template_bounds.bounded():
        pass
    begin = time.process_time()
    while time.process_time() - begin < 5:
        pass
    return b""


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_is_filled_again_and_again_takes_no_longer_together(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "{% for a in range(40) %}{% for b in range(99999) %}{% endfor %}{% endfor %}" + "words\n" * 8000
    for name in (NAME, "report.html.j2", "report.css", "report.js"):
        (tmp_path / name).write_text(slow)
    once = _taken(lambda: fill(NAME, {}, folders=[tmp_path]))
    monkeypatch.setattr(template_bounds, "SECONDS", 1.6 * once)

    def asked() -> None:
        with pytest.raises(InputError, match="takes more than"):
            render(format_of(form, "--format"), factories.report(), Setting(None, (tmp_path,)))

    assert _taken(asked) < 5 * once


def _taken(work: Callable[[], object]) -> float:
    begun = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - begun


class _Thing:
    def say(self) -> str:
        return "said"


@pytest.mark.parametrize(
    "body",
    ["{{ thing }}", "{{ thing.say }}", "{{ [thing] }}", "{{ thing ~ '' }}", "{{ thing|string }}",
     "{{ names|map('upper') }}", "{{ '%s'|format(thing) }}", "{{ held }}", "{{ names|join(thing) }}"],
)  # fmt: skip
@pytest.mark.parametrize("escape", [None, str])
def test_what_would_be_written_otherwise_in_every_run_is_a_fault(
    tmp_path: Path, body: str, escape: type[str] | None
) -> None:
    (tmp_path / NAME).write_text(body)
    values = {"thing": _Thing(), "names": ["a", "b"], "held": {"a", "b"}}
    with pytest.raises(InputError, match="every run"):
        fill(NAME, values, folders=[tmp_path], escape=escape)


@pytest.mark.parametrize(
    "body", ["{{ thing.say() }}", "{{ name }}", "{{ [1, none, true] }}", "at 0x7f3a2b1c4d5e"]
)
def test_words_and_numbers_are_printed(tmp_path: Path, body: str) -> None:
    (tmp_path / NAME).write_text(body)
    assert fill(NAME, {"thing": _Thing(), "name": "a < b at 0x7f3a2b1c"}, folders=[tmp_path])
