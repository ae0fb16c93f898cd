"""The page: one file, all of the report in it, nothing that a manifest says is anything but text."""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.model.answered.report import Report
from compliance.render.html.entries import web_address
from compliance.render.html.page import render_html
from compliance.render.view.answer import AnswerKind
from compliance.render.view.report_view import build_view
from tests.render.factories import clause, finding, hostile_report, olmo_report, report
from tests.render.lineages import drawn_report, large_report

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!--<script>",
    "javascript:alert(1)",
    "]]>&lt;script&gt;",
)
VOID = {"meta", "input", "br", "path", "rect"}


def _page(value: Report, *folders: Path) -> str:
    return render_html(value, build_view(value), templates=folders)


class _Reader(HTMLParser):
    """Reads a page: its elements with their attributes, its text, and whether all that is opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, tag: str, name: str) -> list[str]:
        return [found[name] or "" for own, found in self.elements if own == tag and name in found]


@pytest.fixture(scope="module")
def page() -> str:
    return _page(drawn_report())


@pytest.fixture(scope="module")
def read(page: str) -> _Reader:
    return _Reader(page)


@pytest.mark.parametrize(
    "value",
    [drawn_report(), large_report(), hostile_report(), report()],
    ids=["full", "large", "hostile", "empty"],
)
def test_all_that_is_opened_is_closed_and_no_id_stands_twice(value: Report) -> None:
    read = _Reader(_page(value))
    assert read.open == []
    ids = [found["id"] for _, found in read.elements if "id" in found]
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_has_its_target(read: _Reader) -> None:
    ids = {found["id"] for _, found in read.elements if "id" in found}
    links = [link for link in read.values("a", "href") if link.startswith("#")]
    assert links
    assert {link[1:] for link in links} <= ids
    labels = {found["aria-labelledby"] for _, found in read.elements if "aria-labelledby" in found}
    assert labels <= ids


def test_nothing_is_fetched(read: _Reader) -> None:
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"link", "img", "iframe", "object", "embed", "video", "audio", "base", "image", "use"}
    assert read.values("script", "src") == []
    assert not any("style" in found for _, found in read.elements), "an inline style would break the policy"


def test_the_policy_names_the_style_and_the_script_and_nothing_else(page: str) -> None:
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1))  # type: ignore[union-attr]
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        text = re.search(rf"<{element}>(.*?)</{element}>", page, re.DOTALL).group(1)  # type: ignore[union-attr]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_links_that_leave_the_page_tell_the_target_nothing(read: _Reader) -> None:
    outward = [
        found for tag, found in read.elements if tag == "a" and not (found["href"] or "").startswith("#")
    ]
    assert outward
    for found in outward:
        assert (found["href"] or "").startswith("https://")
        assert "noopener" in (found["rel"] or "").split()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_stands_in_a_manifest_stays_text(payload: str) -> None:
    # Words as long as those of the payload: how many lines a box of the drawing has goes by their length.
    safe = _Reader(_page(_everywhere(re.sub(r"[^\w\s]", "x", payload))))
    read = _Reader(_page(_everywhere(payload)))
    assert [tag for tag, _ in read.elements] == [tag for tag, _ in safe.elements]
    assert [sorted(found) for _, found in read.elements] == [sorted(found) for _, found in safe.elements]
    assert any(payload in text for text in read.text)


def _everywhere(text: str) -> Report:
    """The hostile report with another text, and a lineage that consists of it."""
    from tests.render import factories

    before = factories.HOSTILE
    factories.HOSTILE = text
    try:
        value = factories.hostile_report()
    finally:
        factories.HOSTILE = before
    drawn = drawn_report()
    artifacts = tuple(replace(item, name=text, license=text) for item in drawn.artifacts)
    steps = tuple(replace(item, kind=text, by=text, period=text) for item in drawn.steps)
    return replace(value, artifacts=artifacts, steps=steps)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org/x",
        "https://user:secret@example.org/", "https://", "https://exa mple.org/", "ftp://example.org/", "x",
        "https://example.org\\@evil.org/", "https://[::1", "\x01javascript:alert(1)",
    ],
)  # fmt: skip
def test_no_other_address_becomes_a_link(url: str) -> None:
    assert web_address(url) is None
    page = _page(report(finding(clauses=(clause(url=url),))))
    assert not any(link for link in _Reader(page).values("a", "href") if not link.startswith("#"))


def test_data_for_the_script_are_numbers_only(page: str) -> None:
    data = re.search(r'id="trails">(.*?)</script>', page, re.DOTALL).group(1)  # type: ignore[union-attr]
    assert re.fullmatch(r"[\d,\[\]]+", data)
    trails = json.loads(data)
    assert len(trails[0]) == len(drawn_report().findings)


def test_the_page_has_all_of_the_view(read: _Reader) -> None:
    view = build_view(drawn_report())
    text = " ".join(" ".join(read.text).split())
    for card in view.cards:
        for part in (card.title, card.subject, card.reason, card.says, card.consequence, card.does_not_cover):
            assert part in text
        for parts in (card.turns, card.stopped, [item.question for item in card.questions]):
            assert all(part in text for part in parts)
        assert all(action.sentence in text for action in card.actions)
        assert all(row.sentence in text for row in card.elements)
        for line in card.clauses:
            assert line.paraphrase in text
            assert line.version in text
            assert line.verified in text
        assert card.waiver is None or card.waiver in text
    assert view.verdict.line in text
    assert all(item.question in text and item.worth in text for item in view.questions.items)
    assert all(line in text for line in (*view.not_looked_at, *view.disclaimers, view.screen.statement))
    assert all(pack.sha256[:12] in text for pack in view.packs)
    assert all(item.why in text for item in view.not_covered)


def test_a_route_is_a_strip_of_steps_with_dates_and_doers(page: str) -> None:
    strip = re.search(r'<ol class="strip">(.*?)</ol>', page, re.DOTALL).group(1)  # type: ignore[union-attr]
    text = " ".join(re.sub(r"<[^>]+>", " ", strip).split())
    assert text == (
        "gpt-4.1 org/gpt-4.1-2025 hosted service content that it generated reason generate, 2025 by Allen Institute "
        "for AI dolmino org/dolmino-2025 data set trained on anneal pretrain, 2025 by Allen Institute for AI olmo "
        "org/olmo-2025 model"
    )


def test_without_a_script_nothing_is_hidden_but_what_needs_one(read: _Reader) -> None:
    for tag, found in read.elements:
        if "hidden" in found:
            assert "needs-script" in (found.get("class") or "") or found.get("id") in ("none",), (tag, found)


def test_tables_have_heads_and_pictures_have_names(page: str, read: _Reader) -> None:
    assert len(read.values("svg", "aria-label")) + page.count('<svg class="lineage swatch"') == page.count(
        "<svg"
    )
    assert page.count("<table") == page.count("<thead>")
    assert all(value in ("col", "row") for value in read.values("th", "scope"))
    assert all("scope" in found for tag, found in read.elements if tag == "th")


def test_headings_go_down_by_one(read: _Reader) -> None:
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_a_large_report_stays_under_two_megabytes() -> None:
    value = large_report()
    assert len(value.artifacts) + len(value.steps) > 270
    assert len(_page(value).encode()) < 2_000_000


def test_the_same_report_gives_the_same_bytes(page: str) -> None:
    assert _page(drawn_report()) == page


def test_a_page_of_an_empty_report_says_so() -> None:
    page = _page(report())
    assert 'id="lineage"' not in page
    assert "Nothing open" in page


def test_a_folder_of_templates_overrides_a_block(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text(
        '{% extends "bundled/report.html.j2" %}{% block kicker %}Acme & Co for {{ view.publisher }}{% endblock %}'
    )
    page = _page(drawn_report(), tmp_path)
    assert "Acme & Co for Allen Institute for AI" in page
    assert 'id="findings"' in page


def test_the_first_folder_of_templates_wins(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.css").write_text(f"body{{content:'{name}'}}")
    page = _page(drawn_report(), tmp_path / "one", tmp_path / "two")
    assert "<style>body{content:'one'}</style>" in page


def test_a_folder_may_replace_a_macro(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "finding.html.j2").write_text(
        "{% macro group(group) %}<p>{{ group.title }}</p>{% endmacro %}"
        "{% macro card(card) %}<i>{{ card.title }}</i>{% endmacro %}"
    )
    assert "<p>Arguable</p>" in _page(drawn_report(), tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.html.j2", "{{ nothing_of_that_name }}"),
        ("report.html.j2", "{{ ''.__class__.__mro__ }}"),
        ("report.html.j2", "{% include 'nowhere' %}"),
        ("report.html.j2", "{% if %}"),
        ("report.css", "</style><script>"),
        ("report.js", "'</script>'"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError):
        _page(drawn_report(), tmp_path)


def test_a_template_cannot_change_the_report(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text("{{ icon.update({'clear': 'x'}) }}")
    with pytest.raises(InputError):
        _page(drawn_report(), tmp_path)


def test_the_heading_of_the_questions_says_what_an_answer_clears() -> None:
    value = olmo_report()
    assert "(add the line to the manifest)</span></h2>" in _page(value)


def test_a_page_with_a_name_in_another_script_carries_its_font_and_may_use_it() -> None:
    page = _page(replace(olmo_report(), title="Olmo モデル"))
    style = page.split("<style>", 1)[1].split("</style>", 1)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.unescape(page)
    assert "font-src data:" in page
    assert "body{font-family:'Report East',system-ui" in style
    assert "font-src" not in _page(olmo_report())


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("as-stated",), None),
        (("once", "as-stated"), "once"),
        (("once", "unknown"), "unknown"),
        (("unknown", "not-as-stated", "once"), "not-as-stated"),
    ],
)
def test_the_answer_has_the_colour_of_the_heaviest_one_in_it(
    kinds: tuple[AnswerKind, ...], expected: str | None
) -> None:
    value = drawn_report()
    view = build_view(value)
    one = view.told[0]
    told = tuple(replace(one, release=f"r{place}", kind=kind) for place, kind in enumerate(kinds))
    page = _Reader(render_html(value, replace(view, answers=told)))
    [section] = [found for tag, found in page.elements if tag == "section" and found.get("id") == "verdict"]
    assert section.get("data-answer") == expected
