"""Licence texts of notes: taken apart, never interpreted."""

from __future__ import annotations

import pytest

from benchmarks.notes.licences import Said, about, expression, split_licence


def _told(text: str, several: str = "") -> list[tuple[str, str, str]]:
    return [(said.licence, said.where, said.about) for said in split_licence(text, several=several)]


@pytest.mark.parametrize(
    "text", ["", "unknown", "unclear", "see release", "as chosen", "open licence intended", "n/a"]
)
def test_texts_that_name_no_licence_give_nothing(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "mixed",
        "none stated",
        "various, NC among them",
        "various (Foo 2 among them)",
        "not set",
        "voices vary",
    ],
)
def test_texts_that_say_several_or_none_are_kept_as_they_stand(text: str) -> None:
    assert [licence for licence, _, _ in _told(text)] == [text]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MIT claimed", [("MIT", "", "this")]),
        ("Foo licence (outputs expressly free)", [("Foo licence", "", "this")]),
        ("Apache-2.0 (repo)", [("Apache-2.0", "repo", "this")]),
        ("foo/bar", [("foo", "", "this"), ("bar", "", "this")]),
        ("A-1.0 (text) / B-1.0 (tag)", [("A-1.0", "text", "this"), ("B-1.0", "tag", "this")]),
        ("code MIT; weights Foo License 1.0", [("MIT", "", "code"), ("Foo License 1.0", "", "weights")]),
        ("model MIT, data CC-BY-4.0", [("MIT", "", "weights"), ("CC-BY-4.0", "", "data")]),
        ("MIT for code, Foo for weights", [("MIT", "", "code"), ("Foo", "", "weights")]),
        ("MIT (code), Foo (weights)", [("MIT", "", "code"), ("Foo", "", "weights")]),
        ("card.md says code and data MIT", [("MIT", "card.md", "code"), ("MIT", "card.md", "data")]),
        (
            "hub tag license: mit; body says License: foo",
            [("mit", "hub tag", "this"), ("foo", "body", "this")],
        ),
        ("badge: data CC-BY-NC-4.0", [("CC-BY-NC-4.0", "badge", "data")]),
        ("SomeIndex lists Foo licence", [("Foo licence", "SomeIndex", "upstream")]),
        ("A-1.0 then B-2.0", [("B-2.0", "", "this"), ("A-1.0", "earlier", "this")]),
        ("an early card limited use; a later one dropped that", []),
        (
            "MIT with a teaching-only sentence",
            [("MIT", "", "this"), ("teaching-only", "added sentence", "this")],
        ),
        (
            "MIT, with a note that the base was Foo 3 licensed",
            [("MIT", "", "this"), ("Foo 3", "note", "upstream")],
        ),
        ("GPL-3.0 or later", [("GPL-3.0+", "", "this")]),
        ("dual MIT / Apache-2.0", [("MIT OR Apache-2.0", "", "this")]),
    ],
)
def test_statements_are_told_apart(text: str, said: list[tuple[str, str, str]]) -> None:
    assert _told(text) == said


def test_a_stroke_between_several_things_is_no_disagreement() -> None:
    assert _told("A-1.0 / B-1.0", "one set + another set") == [("A-1.0 AND B-1.0", "", "this")]
    assert _told("A-1.0 / B-1.0", "one / another") == [("A-1.0 OR B-1.0", "", "this")]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Foo + Bar 3", "Foo AND Bar 3"),
        ("Foo licence plus Bar", "Foo licence AND Bar"),
        ("Foo, Bar, others", "Foo AND Bar and others"),
        ("Foo 2 or 3 licence", "Foo 2 licence OR Foo 3 licence"),
        ("CC-BY-SA 3.0/4.0", "CC-BY-SA 3.0 AND CC-BY-SA 4.0"),
        ("foo or bar (unsure)", "foo OR bar"),
    ],
)
def test_names_are_joined_as_the_text_joins_them(text: str, joined: str) -> None:
    assert expression(text) == joined


def test_statements_about_the_thing_itself_come_first() -> None:
    found = [Said("A", about="data"), Said("B"), Said("C", about="weights")]
    mine, beside = about(found, "model")
    assert [said.licence for said in mine] == ["C", "B"]
    assert [said.licence for said in beside] == ["A"]
