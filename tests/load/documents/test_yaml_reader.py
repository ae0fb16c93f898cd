from __future__ import annotations

import datetime
import hashlib
import json
import math
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from compliance.errors import ComplianceError, Fault, FaultCollector, InputError, Location, PackError
from compliance.load.documents import yaml_reader
from compliance.load.documents.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_SCALAR,
    Document,
    parse_yaml,
    read_yaml,
)
from compliance.load.documents.yaml_words import MAX_DIGITS
from compliance.model.shapes.location import Lines, Marks, Path, path_words
from tests.effort import effort_below

LOADERS = [pytest.param(yaml.SafeLoader, id="pure")]
if hasattr(yaml, "CSafeLoader"):
    LOADERS.append(pytest.param(yaml.CSafeLoader, id="libyaml"))


@pytest.fixture(params=LOADERS)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type:
    """Each of the parsers PyYAML may have on a machine."""
    monkeypatch.setattr(yaml_reader, "_LOADER", request.param)
    chosen: type = request.param
    return chosen


def data_of(text: str | bytes) -> object:
    return parse_yaml(text, "m.yaml").data


def faults_of(text: str | bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "m.yaml")
    return [str(fault) for fault in caught.value.faults]


# Plain data


def test_mappings_lists_and_scalars_are_read(loader: type) -> None:
    text = "a: 1\nb: [x, {c: 1.5}]\nd:\n  - true\n  - ~\ne: |\n  two\n  lines\n'f g': \"h\"\n"
    expected = {"a": 1, "b": ["x", {"c": 1.5}], "d": [True, None], "e": "two\nlines\n", "f g": "h"}
    assert expected == data_of(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("12", 12), ("-7", -7), ("+7", 7), ("0", 0), ("1.5", 1.5), (".5", 0.5), ("-0.25", -0.25),
        ("972e9", 972_000_000_000),
        ("9.7e11", 970_000_000_000), ("1E+3", 1000), ("1.25e1", 12.5), ("5e-1", 0.5),
        ("1e300", 1e300), ("0e5", 0), ("1e16", 1e16), ("12e-1", 1.2), ("9007199254740991e0", 2**53 - 1),
        ("1000000000000000001", 1_000_000_000_000_000_001),
    ],
)  # fmt: skip
def test_a_plain_word_stands_for_what_it_says(loader: type, word: str, expected: object) -> None:
    value = data_of(f"[{word}, end]" if word else "[~, end]\n")
    assert [expected, "end"] == value
    assert isinstance(value, list)
    assert type(expected) is type(value[0])
    assert {"k": expected} == data_of(f"k: {word}")


@pytest.mark.parametrize(
    "word",
    [
        "yes", "no", "on", "off", "y", "n", "Yes", "NO", "True", "TRUE", "False", "Null", "NULL",
        "2024-01-01", "2024-01-01T10:00:00Z", "2024-11/2025-02", "12:30:45", "190:20:30",
        "007", "0x1F", "0o17", "0b11", "1_000", "1_000.5", "1.", "1.2.3", "01.5", "-", "--", "1e", "e5",
        "+", ".", "=", "-.", "1 2", "٣", "gpt-4o", ".infinity", "nan", "inf",
    ],
)  # fmt: skip
def test_every_other_plain_word_stays_text_exactly_as_written(loader: type, word: str) -> None:
    if word == "-":
        assert data_of("k:\n  -\n") == {"k": [None]}
        return
    assert {"k": word} == data_of(f"k: {word}")


@pytest.mark.parametrize("word", ["true", "12", "null", "~", "", "2024-01-01", "<<", ".inf", "1e999"])
def test_quoted_words_are_text(loader: type, word: str) -> None:
    assert {"k": word, word: "v"} == data_of(f"k: '{word}'\n\"{word}\": v\n")


def test_dates_are_never_turned_into_dates(loader: type) -> None:
    value: Any = data_of("[2024-01-01]")
    assert value == ["2024-01-01"]
    assert not isinstance(value[0], datetime.date)


@pytest.mark.parametrize("key", ["no", "on", "yes", "2024-01-01", "007"])
def test_keys_that_yaml_1_1_would_turn_into_values_stay_text(loader: type, key: str) -> None:
    assert {key: 1} == data_of(f"{key}: 1")


def test_the_fingerprint_is_that_of_the_bytes() -> None:
    content = "a: é\n".encode()
    assert hashlib.sha256(content).hexdigest() == parse_yaml(content, "m.yaml").sha256
    assert parse_yaml(content.decode(), "m.yaml").sha256 == parse_yaml(content, "m.yaml").sha256
    assert parse_yaml(b"\xef\xbb\xbf" + content, "m.yaml").sha256 != parse_yaml(content, "m.yaml").sha256


def test_one_document_may_be_marked_at_both_ends(loader: type) -> None:
    assert data_of("---\na: 1\n...\n") == {"a": 1}


def test_line_ends_of_any_system_are_read(loader: type) -> None:
    for end in ("\n", "\r\n", "\r"):
        document = parse_yaml(f"a: 1{end}b: 2{end}", "m.yaml")
        assert document.data == {"a": 1, "b": 2}
        assert Location("m.yaml", 2, 1) == document.marks[("b",)]


# Places


def test_keys_and_list_items_are_marked_where_they_stand(loader: type) -> None:
    marks = parse_yaml("steps:\n  - id: é😀\n    in: {teacher: gpt, data: [x, y]}\n", "m.yaml").marks
    expected = {
        (): "m.yaml:1:1",
        ("steps",): "m.yaml:1:1",
        ("steps", 0): "m.yaml:2:5",
        ("steps", 0, "id"): "m.yaml:2:5",
        ("steps", 0, "in"): "m.yaml:3:5",
        ("steps", 0, "in", "teacher"): "m.yaml:3:10",
        ("steps", 0, "in", "data"): "m.yaml:3:24",
        ("steps", 0, "in", "data", 0): "m.yaml:3:31",
        ("steps", 0, "in", "data", 1): "m.yaml:3:34",
    }
    assert expected == {path: str(place) for path, place in marks.items()}


def test_columns_count_characters_not_bytes(loader: type) -> None:
    marks = parse_yaml("{é😀: 1, b: 2}", "m.yaml").marks
    assert Location("m.yaml", 1, 9) == marks[("b",)]


def test_values_are_found_apart_from_their_keys(loader: type) -> None:
    marks = parse_yaml("a:\n  long\nb: [x]\n", "m.yaml").marks
    assert Location("m.yaml", 1, 1) == marks.of(("a",))
    assert Location("m.yaml", 2, 3) == marks.value_of(("a",))
    assert Location("m.yaml", 3, 5) == marks.value_of(("b", 0))


def test_a_path_without_a_mark_falls_back_to_the_nearest_enclosing_one() -> None:
    marks = parse_yaml("a:\n  b: 1\n", "m.yaml").marks
    assert marks[("a", "b")] == marks.of(("a", "b", "c", 3)) == Location("m.yaml", 2, 3)
    assert Location("m.yaml", 1, 1) == marks.of(("z", 1))
    assert marks.of(("a", "x")) == marks.value_of(("a", "x")) == Location("m.yaml", 1, 1)
    assert Location("none.yaml", 1, 1) == Marks("none.yaml", {}).of(("a",))


def test_marks_cannot_be_changed() -> None:
    positions: dict[Path, tuple[int, int]] = {(): (1, 1)}
    marks = Marks("m.yaml", positions)
    positions[()] = (9, 9)
    assert Location("m.yaml", 1, 1) == marks[()]
    with pytest.raises(AttributeError):
        marks.file = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        marks.positions[()] = (2, 2)  # type: ignore[index]


def test_offsets_become_lines_and_columns() -> None:
    lines = Lines("ab\r\nc\rd\n", "m.yaml")
    assert [str(lines.location(i))[7:] for i in (0, 2, 4, 6, 8)] == ["1:1", "1:3", "2:1", "3:1", "4:1"]
    assert lines.after(Location("m.yaml", 3, 1)) == "d\n"
    assert lines.after(Location("m.yaml", 9, 1)) == ""


def test_paths_are_written_as_people_write_them_and_safe_to_print() -> None:
    assert path_words(()) == "the file"
    assert path_words(("steps", 3, "inputs", "teacher")) == "steps[3].inputs.teacher"
    assert path_words(("a", "b c", "\x1b[2J", "")) == "a['b c']['\\x1b[2J']['']"
    assert len(path_words(("k" * 5000,))) <= 80


# What is refused, where, and what to do


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n\na: 3", "3:1: the key 'a' in the file is already given in line 1; keep one of the two"),
        ("s:\n - {a: 1, a: 2}", "2:11: the key 'a' in s[0] is already given in line 2; keep one of the two"),
        ("a: *x", "1:4: the alias '*x' is not allowed; write the value out in full wherever it is used"),
        ("a: &x 1", "1:4: the anchor '&x' is not allowed; write the value out in full wherever it is used"),
        ("<<: {a: 1}", "1:1: the merge key '<<' in the file is not allowed; write the entries out"),
        ("a: !x 1", "1:4: the tag '!x' is not allowed; remove it, or put the text in quotes"),
        ("- !!x", "1:3: the tag 'tag:yaml.org,2002:x' is not allowed; remove it, or put the text in quotes"),
        ("a: ! 1", "1:4: the tag '!' is not allowed; remove it, or put the text in quotes"),
        ("1: a", "1:1: the key '1' in the file is not text; put it in quotes: '1'"),
        ("s:\n  true: a", "2:3: the key 'true' in s is not text; put it in quotes: 'true'"),
        ("?\n: a", "1:2: the key '' in the file is not text; write the key before the ':'"),
        ("? [a]\n: 1", "1:3: a list or a mapping is used as a key; use text as the key"),
        ("a: .inf", "1:4: '.inf' cannot be used as a number; give a number, or leave it out"),
        ("a: -.Inf", "1:4: '-.Inf' cannot be used as a number; give a number, or leave it out"),
        ("a: .nan", "1:4: '.nan' cannot be used as a number; give a number, or leave it out"),
        ("a: 1e999", "1:4: the number '1e999' is out of range; correct it, or put the text in quotes"),
        ("a: 1e-999", "1:4: the number '1e-999' is out of range; correct it, or put the text in quotes"),
        ("a: 1\n---\nb: 2", "2:1: a second document starts here; keep one in each file"),
        ("", "1:1: the file is empty; write its content"),
        ("# only a comment\n", "1:1: the file is empty; write its content"),
        ("---\n", "1:1: the file is empty; write its content"),
        ("a: \x00", "1:4: the character U+0000 is not allowed; remove it"),
        ("a: \x1b[2J", "1:4: the character U+001B is not allowed; remove it"),
        ("a: x\u2028y", "1:5: the character U+2028 is not allowed; remove it"),
        ("a: \ufeffx", "1:4: the character U+FEFF is not allowed; remove it"),
        ('a: "\\e[2J"', "1:4: the character U+001B is not allowed, nor its escape; remove it"),
        ('"\\0": a', "1:1: the character U+0000 is not allowed, nor its escape; remove it"),
        ("\ta: 1", "1:1: a tab is used for indentation; indent with spaces"),
        ("a:\n\t- 1", "2:1: a tab is used for indentation; indent with spaces"),
    ],
)  # fmt: skip
def test_a_refused_construct_is_named_with_its_place_and_its_cure(
    loader: type, text: str, expected: str
) -> None:
    assert [f"m.yaml:{expected}"] == faults_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "1:5: there cannot be a ': ' here"),
        ("a: 1\n b: 2", "2:3: there cannot be a ': ' here"),
        ("a: 'x\nb: 2\n", "1:4: quoted text is not closed"),
        ("a: [1, 2\nb: 3\n", "2:2: the list opened with '[' in line 1 lacks a ',' or ']'"),
        ("a: [1, 2", "1:4: the list opened with '[' in line 1 lacks a ',' or ']'"),
        ("a: {b: 1\n", "1:4: the mapping opened with '{' in line 1 lacks a ',' or '}'"),
        ("a: {b: 1]", "1:9: the mapping opened with '{' in line 1 lacks a ',' or '}'"),
        ("a: 1\nb", "2:1: this line is not a 'key: value' pair"),
        ("a: - 1", "1:4: a list item or key cannot start here"),
        ("a: @x", "1:4: plain text cannot start with '@', '`' or '%'"),
        ("a: *.csv", "1:5: plain text cannot start with '*' or '&'"),
        ("a:\n - 1\n b: 2", "3:2: this does not fit what stands before it"),
        ("a: 'b' c", "1:8: this does not fit what stands before it"),
        ("a: > text", "1:6: nothing can follow '|' or '>'"),
        ("a: ]", "1:4: a value is missing"),
        ("a: 1\n...\nb: 2", "3:1: this stands outside the content"),
        ("%YAML 2.0\n---\na: 1", "1:1: lines that start with '%' are not allowed"),
        ("!z!x a", "1:1: tags that start with '!' are not allowed"),
        ("a: |\n\tx\n  y", "2:1: a tab is used for indentation"),
    ],
)
def test_a_syntax_error_is_said_in_plain_words(loader: type, text: str, expected: str) -> None:
    [fault] = faults_of(text)
    what, _, what_to_do = fault.partition("; ")
    assert f"m.yaml:{expected}" == what
    assert what_to_do


@pytest.mark.parametrize(
    "text", [r'a: "\UFFFFFFFF"', r'a: "\ud800"', r'a: "\q"', r'a: "\x1"', "%YAML 1." + "9" * 5000]
)
def test_absurd_escapes_and_versions_are_faults_in_either_parser(loader: type, text: str) -> None:
    [fault] = faults_of(text)
    assert fault.startswith("m.yaml:1:")


def test_all_faults_of_a_file_are_told_at_once_in_reading_order(loader: type) -> None:
    text = "a: &x 1\nb: *x\na: 2\n3: .nan\nc: !!python/object:os.system x\nd: 'open\n"
    places = [fault.split(": ")[0] for fault in faults_of(text)]
    assert places == [
        "m.yaml:1:4",
        "m.yaml:2:4",
        "m.yaml:3:1",
        "m.yaml:4:1",
        "m.yaml:4:4",
        "m.yaml:5:4",
        "m.yaml:6:4",
    ]


def test_reading_goes_on_after_a_key_that_is_no_text(loader: type) -> None:
    assert [f.split(": ")[0] for f in faults_of("? {a: [b]}\n: 1\nc: .inf\n")] == ["m.yaml:1:3", "m.yaml:3:4"]


def test_reading_goes_on_after_a_control_character(loader: type) -> None:
    assert [f.split(": ")[0] for f in faults_of("a: \x01\nb: &x 1\n")] == ["m.yaml:1:4", "m.yaml:2:4"]


def test_a_file_full_of_faults_is_cut_short(loader: type) -> None:
    faults = faults_of("- &a 1\n" * 100_000)
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1].endswith(f"reading stopped after {MAX_FAULTS} faults; correct these first")


def test_a_billion_laughs_are_refused_without_being_expanded(loader: type) -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert len(faults_of(text)) == 9 + 16


def test_64_levels_are_read_and_65_are_refused(loader: type) -> None:
    assert isinstance(data_of("[" * MAX_DEPTH + "]" * MAX_DEPTH), list)
    [fault] = faults_of("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert f"m.yaml:1:{MAX_DEPTH + 1}: nested more than 64 levels deep; write it flatter" == fault


@pytest.mark.parametrize(("depth", "item"), [(60, "1,"), (60, "[],"), (60, "a,"), (1, "1,"), (30, "{a: 1},")])
def test_more_values_than_one_file_may_hold_are_refused(
    depth: int, item: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_HELD", 200_000)
    text = "[" * depth + item * 20_000 + "]" * depth
    with pytest.raises(InputError, match="more values than one file may hold"):
        parse_yaml(text, "m.yaml")
    assert parse_yaml("[" * depth + item * 500 + "]" * depth, "m.yaml").data


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_a_million_levels_end_in_a_fault_and_not_in_a_crash(nest: str) -> None:
    script = (
        "import sys\n"
        "from compliance.errors import InputError\n"
        "from compliance.load.documents.yaml_reader import parse_yaml\n"
        "try:\n"
        "    parse_yaml(sys.argv[1] * 1_000_000, 'm.yaml')\n"
        "except InputError as error:\n"
        "    print(error)\n"
    )
    command = [sys.executable, "-c", script, nest]
    root = pathlib.Path(yaml_reader.__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=root, check=False)
    assert done.returncode == 0, done.stderr
    assert "nested more than 64 levels deep" in done.stdout


def test_numbers_of_absurd_length_are_refused(loader: type) -> None:
    assert {"a": int("9" * MAX_DIGITS)} == data_of(f"a: {'9' * MAX_DIGITS}")
    for number in ("9" * 5000, "-" + "9" * 100_000, "0." + "1" * 5000, "1e" + "9" * 5000):
        [fault] = faults_of(f"a: {number}")
        assert (
            fault == "m.yaml:1:4: a number of more than 100 characters; shorten it, or put the text in quotes"
        )


def test_texts_of_absurd_length_are_refused(loader: type) -> None:
    assert data_of(f"a: {'x' * MAX_SCALAR}") == {"a": "x" * MAX_SCALAR}
    [fault] = faults_of(f"a: '{'x' * (MAX_SCALAR + 1)}'")
    assert fault == "m.yaml:1:4: a text of more than 200,000 characters; move it to a file of its own"


def test_what_a_fault_repeats_from_the_file_is_short_and_printable(loader: type) -> None:
    [fault] = faults_of(f"'{'k' * 900}': 1\n'{'k' * 900}': 2\n")
    assert "…'" in fault
    assert len(fault) < 200
    [fault] = faults_of("a: 1\n'\u202eevil': 1\n'\u202eevil': 2\n")
    assert "'\\u202eevil'" in fault
    assert fault.isprintable()


# Files and bytes


def test_a_file_is_read_and_called_by_its_path(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(b"a: 1\n")
    expected = Document(
        {"a": 1}, Marks(path.as_posix(), {}), path.as_posix(), hashlib.sha256(b"a: 1\n").hexdigest()
    )
    document = read_yaml(path)
    assert (expected.data, expected.name, expected.sha256) == (document.data, document.name, document.sha256)
    assert str(read_yaml(path, name="given.yaml").marks.of(("a",))) == "given.yaml:1:1"


def test_a_utf_8_byte_order_mark_is_accepted_and_takes_no_column(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert Location("m.yaml", 1, 1) == read_yaml(path, name="m.yaml").marks[("a",)]


WIDE = "m.yaml:1:1: the file is in UTF-16 or UTF-32, not in UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: 1\nb: caf\xe9\n", "m.yaml:2:7: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        ("é: ".encode() + b"\xff", "m.yaml:1:4: byte 0xFF is not UTF-8; save the file as UTF-8"),
        (b"\xef\xbb\xbfa: \xff", "m.yaml:1:4: byte 0xFF is not UTF-8; save the file as UTF-8"),
        ("a: 1".encode("utf-16"), WIDE),
        ("a: 1".encode("utf-32"), WIDE),
        (b"\xed\xa0\x80: 1", "m.yaml:1:1: byte 0xED is not UTF-8; save the file as UTF-8"),
    ],
)  # fmt: skip
def test_bytes_that_are_not_utf_8_are_refused_where_they_stand(content: bytes, expected: str) -> None:
    assert [expected] == faults_of(content)


def test_a_lone_surrogate_in_a_text_is_a_fault() -> None:
    assert faults_of("a: \ud800") == ["m.yaml:1:4: the character U+D800 is not allowed; remove it"]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("a: 123\n")
    assert read_yaml(path, limit=7).data == {"a": 123}
    with pytest.raises(InputError, match=r"^m.yaml:1:1: the file is larger than 6 bytes; split it"):
        read_yaml(path, limit=6, name="m.yaml")
    assert MAX_BYTES == 5_000_000


@pytest.mark.skipif(not pathlib.Path("/dev/zero").exists(), reason="there is no endless file here")
def test_an_endless_file_and_a_pipe_end_in_a_fault(tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (pathlib.Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(InputError, match="no regular file"):
            read_yaml(path, limit=1000)


def test_a_missing_file_a_directory_and_a_hostile_path_are_faults_without_a_place(
    tmp_path: pathlib.Path,
) -> None:
    missing, hostile, long = tmp_path / "none.yaml", pathlib.Path("a\0b"), tmp_path / ("x" * 5000)
    for path, reason in (
        (missing, "no such file"),
        (tmp_path, "is a directory"),
        (hostile, "null"),
        (long, "too long"),
    ):
        with pytest.raises(InputError, match=reason) as caught:
            read_yaml(path, name="m\x1b.yaml")
        [fault] = caught.value.faults
        assert fault.location is None
        assert str(fault).startswith("cannot read 'm\\x1b.yaml': ")
        assert fault.what_to_do


def test_an_unreadable_file_is_a_fault(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "m.yaml").write_text("a: 1")
    monkeypatch.setattr(os, "open", deny)
    with pytest.raises(InputError) as caught:
        read_yaml(tmp_path / "m.yaml", name="m.yaml")
    assert str(caught.value) == "cannot read 'm.yaml': permission denied; name a file that can be read"


# Speed


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml")
def test_twenty_thousand_lines_are_read_soon() -> None:
    step = (
        "  - id: s{0}\n    kind: finetune\n    inputs: {{base: m{0}, data: [{{artifact: d{0}, share: 1}}]}}\n"
        "    outputs: [o{0}]\n"
    )
    text = "steps:\n" + "".join(step.format(number) for number in range(5000))
    with effort_below(1000):
        document = parse_yaml(text, "m.yaml")
    assert Location("m.yaml", 20001, 15) == document.marks[("steps", 4999, "outputs", 0)]


# Errors


def test_an_error_says_every_fault_on_a_line_of_its_own() -> None:
    first, second = (
        Fault(None, "one is wrong", "mend it"),
        Fault(Location("b.yaml", 2, 3), "two is wrong", ""),
    )
    error = PackError(first, second)
    assert str(error) == "one is wrong; mend it\nb.yaml:2:3: two is wrong"
    assert (first, second) == error.faults
    assert isinstance(error, ComplianceError)


def test_a_fault_never_holds_a_control_character() -> None:
    fault = Fault(Location("m\n.yaml", 1, 1), "bad \x1b[31m\u202e", "do\r\nit")
    assert str(fault) == "m\\n.yaml:1:1: bad \\x1b[31m\\u202e; do\\r\\nit"
    assert fault.what.isprintable()


def test_a_collector_sorts_by_place_and_keeps_each_fault_once() -> None:
    collector = FaultCollector()
    collector.raise_if_any()
    late, early = Fault(Location("b.yaml", 10, 1), "x", "y"), Fault(Location("b.yaml", 9, 5), "x", "y")
    other, nowhere = Fault(Location("a.yaml", 99, 1), "x", "y"), Fault(None, "x", "y")
    collector.extend([late, early, late, other, nowhere])
    assert (nowhere, other, early, late) == collector.faults
    assert len(collector) == 4
    with pytest.raises(PackError) as caught:
        collector.raise_if_any(PackError)
    assert collector.faults == caught.value.faults


# Anything at all


def assert_read_or_refused(content: str | bytes) -> None:
    """Whatever the content, the reader answers with data it vouches for or with faults that have a place."""
    refusal: ComplianceError | None = None
    try:
        document = parse_yaml(content, "m.yaml")
    except ComplianceError as error:
        refusal = error
    if refusal:
        assert refusal.faults
        for fault in refusal.faults:
            assert isinstance(fault.location, Location)
            assert fault.location.line >= 1
            assert fault.location.column >= 1
            assert str(fault).startswith(f"m.yaml:{fault.location.line}:{fault.location.column}: ")
            assert str(fault).isprintable()
            assert len(fault.what) < 400
            assert fault.what_to_do
    else:
        assert_plain(document.data)
        assert () in document.marks


def assert_plain(value: object) -> None:
    assert type(value) in (dict, list, str, int, float, bool, type(None))
    if isinstance(value, float):
        assert math.isfinite(value)
    if isinstance(value, dict):
        assert all(isinstance(key, str) for key in value)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        assert_plain(inner)


MANIFEST = """\
# a manifest
lineage: 1
artifacts:
  gpt-4o: {kind: service, name: "gpt-4o-2024-08-06", share: .5, tokens: 972e9}
  mix: {kind: dataset, tags: [a, 'b', no, ~], note: |
    x
  }
steps:
  - {id: label, inputs: {teacher: gpt-4o}, period: 2024-11/2025-02}
  - id: tune
    text: >-
      folded
      text
"""
PIECES = st.sampled_from(
    ["&a ", "*a", "!!x ", "<<: ", "[", "]", "{", "}", "\t", "\n", "- ", "? ", ": ", "'", '"', "|", ">", "%",
     "---\n", "...\n", "#", "\\", "\x00", "\x1b", "\ufeff", "\u2028", "\r", "1e999", ".nan", "0x", "@",
     "`", ",", "😀", "!", "\x85", '"\\ud800"', "9" * 200, "~", "null"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00")
@example(b"\xef\xbb\xbf")
def test_random_bytes_are_read_or_refused_with_a_place(content: bytes) -> None:
    assert_read_or_refused(content)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_random_yaml_is_read_or_refused_with_a_place(text: str) -> None:
    assert_read_or_refused(text)


@pytest.mark.parametrize("parser", LOADERS)
@settings(max_examples=300, deadline=None)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(MANIFEST)), st.integers(0, 6), PIECES | st.just("")),
        min_size=1,
        max_size=5,
    )
)
def test_a_mutated_manifest_is_read_or_refused_with_a_place(
    parser: type, changes: list[tuple[int, int, str]]
) -> None:
    text = MANIFEST
    for at, removed, inserted in changes:
        text = text[:at] + inserted + text[at + removed :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_LOADER", parser)
        assert_read_or_refused(text)


WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc"]), max_size=12)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
def test_json_is_yaml_and_means_the_same(data: dict[str, object]) -> None:
    assert data == data_of(json.dumps(data, ensure_ascii=False))
