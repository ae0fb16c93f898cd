"""Markdown, read back by the parser that GitHub uses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm  # type: ignore[import-untyped]
import pytest

from compliance.errors import InputError
from compliance.model.answered.report import Report
from compliance.render.markdown_text import code, cut, escape, link
from compliance.render.plain.markdown import LIMIT, render_markdown
from compliance.render.templating import check_folders
from compliance.render.view.report_view import build_view
from tests.render import factories as make

EVIL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details></summary><h1>x",
    "![x](https://evil.example/x.png)",
    "[x](https://evil.example) [y][z] [^1]",
    "https://evil.example www.evil.example ftp://evil.example mailto:a@b.example xmpp:a@b.example",
    "a@b.example @org/team @user #123 GH-123 org/repo#1 :skull: :+1:",
    "| a | b |\n|---|---|\n| c | d |",
    "**bold** _it_ __b__ ~~s~~ `code` ```\nfence\n``` $x^2$ $$y$$",
    "# head\n## head\n===\n---\n***",
    "- item\n1. item\n> quote\n    code",
    "&lt;b&gt; &#60;b&#62; &amp; \\<b> \\` \\",
    "\x1b[31m\u202egnp.exe\u200b\x00\x07",
    "::error::x ##[group]y",
    "<!-- comment --> {{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
]
MENTION = re.compile(r"@[\w-]|#\d|\bGH-\d|:[a-z0-9_+-]+:", re.IGNORECASE)
OURS = {
    "b", "blockquote", "code", "details", "em", "h2", "h3", "input", "li", "p", "strong", "summary", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
}  # fmt: skip


class _Page(HTMLParser):
    """What a browser would see of the page that GitHub makes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[tuple[str, str]] = []
        """Text, with the element it stands in."""
        self.comments: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("input", "br", "hr", "img"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "elements are closed in order"

    def handle_data(self, data: str) -> None:
        self.words.append((data, self._open[-1] if self._open else ""))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return "".join(data for data, _ in self.words).replace("\u200b", "")


def _page(markdown: str) -> _Page:
    options = cmarkgfm.Options.CMARK_OPT_UNSAFE
    return _Page(cmarkgfm.github_flavored_markdown_to_html(markdown, options))


def _printed(report: Report, **options: object) -> str:
    return render_markdown(build_view(report), **options)  # type: ignore[arg-type]


def _everywhere(text: str) -> Report:
    """The hostile report with another text in all its places."""
    changed = _replaced(make.hostile_report(), text)
    assert isinstance(changed, Report)
    return changed


def _replaced(value: object, text: str) -> object:
    if value == make.HOSTILE:
        return text
    if isinstance(value, tuple):
        return tuple(_replaced(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _replaced(getattr(value, field.name), text) for field in fields(value)}
        return replace(value, **changed)
    return value


def test_a_report_looks_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("comment.md", _printed(make.olmo_report()))


def test_the_answer_comes_first_and_the_disclaimers_last() -> None:
    view = build_view(make.olmo_report())
    lines = _printed(make.olmo_report()).splitlines()
    assert lines[:2] == ["## Compliance: Olmo 3 base", ""]
    assert lines[2].startswith(f"- ✗ **{escape(view.answers[0].sentence)}** ")
    assert lines[-2:] == [escape(text) for text in view.disclaimers]


def test_every_open_finding_is_a_row_and_has_its_details_folded() -> None:
    page = _page(_printed(make.olmo_report()))
    view = build_view(make.olmo_report())
    opened = [card for card in view.cards if card.open]
    summaries = [data for data, where in page.words if where == "summary"]
    assert page.tags.count("details") == page.tags.count("summary")
    assert all(any(card.title in text for text in summaries) for card in opened)
    assert all(card.reason in page.text for card in opened)


def test_questions_are_a_list_to_tick() -> None:
    page = _page(_printed(make.olmo_report()))
    assert page.tags.count("input") == len(make.olmo_report().questions)
    for question in make.olmo_report().questions:
        assert question.missing.question in page.text


def test_findings_that_are_not_open_are_folded_into_rows() -> None:
    text = _page(_printed(make.olmo_report())).text
    for word in ("Remote", "Clear", "If enacted", "Positions of others", "Waived by legal@ai2"):
        assert word in text


def test_a_clause_leads_to_its_text() -> None:
    page = _page(_printed(make.olmo_report()))
    assert set(page.links) == {"https://openai.example/services-agreement"}


@pytest.mark.parametrize("text", EVIL)
def test_a_name_is_shown_as_it_is_and_does_nothing(text: str) -> None:
    markdown = _printed(_everywhere(text))
    page = _page(markdown)
    assert set(page.tags) <= OURS
    assert (page.links, page.comments) == ([], [])
    assert [data for data, where in page.words if where != "code" and MENTION.search(data)] == []
    assert {character for character in markdown if not character.isprintable()} == {"\n"}
    assert page.tags == _page(_printed(_everywhere("name"))).tags, "the page is built as with a plain name"
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in " ".join(text.split())
    )
    assert shown in page.text


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize(
    "frame", ["{}", "- {}", "| a |\n|---|\n| {} |", "**{}**", "<summary>{}</summary>\n", "<p>{}</p>"]
)
def test_escaped_text_is_text_in_every_place(text: str, frame: str) -> None:
    for make_harmless in (escape, code):
        plain, page = _page(frame.format(make_harmless("name"))), _page(frame.format(make_harmless(text)))
        assert page.tags == plain.tags
        assert (page.links, page.comments) == ([], [])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "https://a.example/ x", "https://a.example/)x", "https://a.example/>",
        "//a.example", "https://user@a.example/\n", "https://a.example/\"onclick=x", "ftp://a.example/", "",
    ],
)  # fmt: skip
def test_only_a_plain_address_becomes_a_link(address: str) -> None:
    assert _page(link("Terms", address)).links == []


def test_text_is_cut_before_it_is_escaped() -> None:
    assert escape(cut("<" * 10, 3)) == "&lt;&lt;…"


def test_a_usual_report_is_not_cut() -> None:
    assert "**Cut.**" not in _printed(make.olmo_report())


@pytest.mark.parametrize("limit", [60_000, 20_000, 8_000, 4_000])
def test_a_long_report_loses_details_first_and_says_so(limit: int) -> None:
    cards = [make.finding(source=f"s{number}", source_name=f"S {number}") for number in range(150)]
    text = _printed(make.report(*cards), limit=limit)
    assert len(text.encode()) <= limit
    assert "**Cut.** This comment is kept short. Not in it: " in text
    assert "The other formats hold them all." in text
    assert build_view(make.report(*cards)).verdict.line in text
    _page(text)


def test_what_is_left_out_is_counted() -> None:
    cards = [make.finding(source=f"s{number}") for number in range(50)]
    text = _printed(make.report(*cards))
    found = re.search(r"Not in it: (\d+) findings in detail\.", text)
    assert found
    assert int(found[1]) + text.count(" · <b>arguable</b> · ") == 50
    assert text.count(" | **arguable**, ") == 1
    assert "(50 points)" in text
    assert LIMIT * 0.8 < len(text.encode()) <= LIMIT


def test_a_report_of_giants_still_fits() -> None:
    text = _printed(_everywhere("<@&|" * 50_000))
    assert len(text.encode()) <= LIMIT
    many = [make.finding(source=f"{number}" * 5_000, title="t|" * 5_000) for number in range(500)]
    text = _printed(make.report(*many, warnings=("w" * 5_000,) * 3))
    assert len(text.encode()) <= LIMIT
    assert "**Cut.**" in text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert _printed(make.olmo_report()) == _printed(make.olmo_report())


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        (tmp_path / "report.md.j2").write_text(text)
        return tmp_path

    return write


def test_a_template_replaces_ours(folder: Callable[[str], Path]) -> None:
    assert _printed(make.report(title="<b>"), templates=[folder("# {{ view.title }}")]) == "# &lt;b&gt;\n"


def test_a_template_overrides_a_block(folder: Callable[[str], Path]) -> None:
    text = '{% extends "bundled/report.md.j2" %}{% block questions %}ASK {{ shown.questions|length }}{% endblock %}'
    mine = _printed(make.olmo_report(), templates=[folder(text)])
    assert "ASK 3" in mine
    assert "To answer first" not in mine
    assert "### In detail" in mine


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "two" / "report.md.j2").write_text("two")
    folders = [tmp_path / "one", tmp_path / "two"]
    assert _printed(make.report(), templates=folders) == "two\n"
    (tmp_path / "one" / "report.md.j2").write_text("one")
    assert _printed(make.report(), templates=folders) == "one\n"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("\n{{ view.titel }}", 2, "has no attribute 'titel'"),
        ("\n\n{{ nothing }}", 3, "'nothing' is undefined"),
        ("{% if %}", 1, "Expected an expression"),
        ("{% block a %}", 1, "Unexpected end of template"),
        ("{{ view.__class__ }}", 1, "unsafe"),
        ("{{ ().__class__.__base__ }}", 1, "unsafe"),
        ("{{ view.title.__init__.__globals__ }}", 1, "unsafe"),
        ("{{ 1 / 0 }}", 1, "division"),
        ("{{ view.title + 1 }}", 1, "can only concatenate"),
        ("{{ view.title|nofilter }}", 1, "nofilter"),
        ("{{ view.cards[10000].title }}", 1, "no element 10000"),
        ('{% include "../secret" %}', 1, "secret"),
        ('{% include "/etc/passwd" %}', 1, "passwd"),
        ('{% extends "bundled/none" %}', 1, "none"),
    ],
)
def test_a_fault_in_a_template_is_told_with_its_place(
    folder: Callable[[str], Path], text: str, line: int, what: str
) -> None:
    place = folder(text)
    with pytest.raises(InputError) as caught:
        _printed(make.report(), templates=[place])
    message = str(caught.value)
    assert message.startswith(f"{place / 'report.md.j2'}:{line}: ")
    assert what in message
    assert "\n" not in message


def test_a_folder_of_templates_must_be_there_and_replace_something(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="is no folder") as caught:
        check_folders([tmp_path / "none", tmp_path])
    assert "holds no template of a known name; known names are" in str(caught.value)
