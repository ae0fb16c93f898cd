"""Foreign YAML and JSON become plain data that knows its lines, and hostile ones are refused in time."""

from __future__ import annotations

import pytest

from compliance.acquire.tree import UnreadableError, line_of, number, read_json, read_tree, read_yaml, texts


def test_texts_know_their_line() -> None:
    tree = read_yaml("a: one\nb:\n  - two\n  - three\n")[0]
    assert [line_of(tree["a"]), *map(line_of, tree["b"])] == [1, 3, 4]


def test_json_texts_know_their_line() -> None:
    tree = read_json('{\n "a": "one",\n "b": [\n  "tw\\u006f"\n ]\n}')
    assert ((tree["a"], tree["a"].line), (tree["b"][0], tree["b"][0].line)) == (("one", 2), ("two", 4))


@pytest.mark.parametrize(
    ("escaped", "expected"),
    [
        (r"\ud835th", "\ufffdth"),
        (r"a\udc00", "a\ufffd"),
        (r"\ud835\udc00", "\U0001d400"),
        (r"\udc00\ud835", "\ufffd\ufffd"),
    ],
)
def test_halves_of_letters_are_no_text(escaped: str, expected: str) -> None:
    assert read_json(f'{{"a": "{escaped}"}}') == {"a": expected}


def test_names_that_look_like_numbers_stay_texts() -> None:
    tree = read_yaml("model: 9e2\nshare: 0.25\nnone: null\non: true")[0]
    expected = ("9e2", 0.25, None, True)
    assert expected == (tree["model"], number(tree["share"]), tree["none"], tree["on"])


def test_anchors_merges_and_tags_of_others_are_read() -> None:
    tree = read_yaml("x: &x {a: one}\ny: {<<: *x, b: !custom two}")[0]
    assert tree["y"] == {"a": "one", "b": "two"}


def test_the_first_document_that_says_anything_is_taken() -> None:
    assert read_tree("---\n---\na: b\n", False) == {"a": "b"}


@pytest.mark.parametrize(
    "text", ["[" * 500, "a: " + "{b: " * 500, "a: [1, 2", "%YAML 9.9.9\n---\na: b", "\t- a: b", "a: 'b"]
)
def test_yaml_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_yaml(text)


@pytest.mark.parametrize("text", ["", "{", "[" * 5000, '{"a" 1}', '{"a": 1} x', "{1: 2}", '"\\u12', "[1 2]"])
def test_json_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_json(text)


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a: &a [x, x]"] + [f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}, *a]" for n in range(60)]
    assert len(read_yaml("\n".join(lines))[0]) == 61


def test_only_texts_of_a_list_are_texts() -> None:
    assert (texts("a"), texts(["b", None, {}]), texts({"c": "d"})) == (["a"], ["b"], [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: &a [*a]\n", "a part holds itself"),
        ("a: &a {b: *a}\n", "a part holds itself"),
        ("a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
            f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)), "more parts than can be read"),
    ],
)  # fmt: skip
def test_what_repeats_itself_beyond_reason_is_refused(text: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_yaml(text)


def test_what_is_repeated_within_reason_is_read() -> None:
    assert read_yaml("a: &a [x, y]\nb: [*a, *a]\n") == [{"a": ["x", "y"], "b": [["x", "y"], ["x", "y"]]}]
