from __future__ import annotations

import datetime
import enum
import json
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    AnyUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    model_validator,
)

from compliance.errors import FaultCollector, listed, nearest, shown
from compliance.load.documents import validate as validating
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import MAX_FAULTS, parse_yaml


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Colour(enum.StrEnum):
    RED = "red"
    GREEN = "green"


def check_month(text: str) -> str:
    if len(text) != 7:
        raise ValueError("expected a month like 2025-01; write year and month")
    return text


Slug = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]*$")]
Month = Annotated[str, AfterValidator(check_month)]
Role = Literal["teacher", "base", "data"]


class Part(Shape):
    artifact: str
    share: float | None = None


Parts = Annotated[
    tuple[Part, ...],
    BeforeValidator(lambda value: [{"artifact": value}] if isinstance(value, str) else value),
]


class Step(Shape):
    id: Slug
    kind: Literal["finetune", "generate", "merge"]
    inputs: dict[Role, Parts] = Field(default_factory=dict)
    month: Month | None = None


class Model(Shape):
    kind: Literal["model"]
    weights: Literal["open", "closed"]
    size: int | None = None


class Dataset(Shape):
    kind: Literal["dataset"]
    tokens: int


Artifact = Annotated[Model | Dataset, Field(discriminator="kind")]


class Release(Shape):
    date: datetime.date
    until: datetime.date | Literal["unknown"] = "unknown"
    licence: str = Field(default="none", alias="license")
    colour: Colour = Colour.RED
    commercial: bool = False
    copies: int = Field(default=0, ge=0)
    home: AnyUrl | None = None
    tags: tuple[str, ...] = ()
    notes: str | tuple[str, ...] = ()
    limit: int | str | None = None


class All(Shape):
    all: tuple[Condition, ...]


class Not(Shape):
    not_: Condition = Field(alias="not")


class Named(Shape):
    definition: Slug
    because: str = ""


class Threshold(Shape):
    above: float
    unit: Literal["users", "euros"]


Condition = All | Not | Named | Threshold


def operator_of(value: Any) -> str | None:
    keys = value if isinstance(value, dict) else ()
    return next((key for key in ("any", "fact") if key in keys), None)


class AnyOf(Shape):
    any: tuple[Operator, ...]


class Fact(Shape):
    fact: str
    equals: str | int


Operator = Annotated[
    Annotated[AnyOf, Tag("any")] | Annotated[Fact, Tag("fact")],
    Discriminator(operator_of, custom_error_type="operator", custom_error_message="expected one operator"),
]


class Manifest(Shape):
    steps: tuple[Step, ...] = ()
    artifacts: dict[Slug, Artifact] = Field(default_factory=dict)
    releases: list[Release] = Field(default_factory=list)
    when: Condition | None = None
    operator: Operator | None = None
    pair: tuple[str, int] | None = None
    mixed: Part | dict[str, int] | None = None
    parts: tuple[Part, ...] = Field(default=(), min_length=1)

    @model_validator(mode="after")
    def _different_ids(self) -> Manifest:
        if len({step.id for step in self.steps}) < len(self.steps):
            raise ValueError("two steps have the same id; rename one of them")
        return self


def faults_of(text: str, shape: type[BaseModel] = Manifest) -> list[str]:
    collector = FaultCollector()
    assert validate(parse_yaml(text, "m.yaml"), shape, collector=collector) is None
    return [str(fault).removeprefix("m.yaml:") for fault in collector.faults]


def test_a_document_that_fits_becomes_a_frozen_value_without_faults() -> None:
    text = "steps: [{id: tune, kind: finetune, inputs: {teacher: gpt, data: [{artifact: d, share: 0.5}]}}]"
    collector = FaultCollector()
    manifest = validate(parse_yaml(text, "m.yaml"), Manifest, collector=collector)
    assert manifest is not None
    assert (Part(artifact="d", share=0.5),) == manifest.steps[0].inputs["data"]
    assert len(collector) == 0
    with pytest.raises(ValidationError):
        manifest.steps = ()


# Keys


def test_an_unknown_key_stands_at_the_key_and_names_the_nearest_one() -> None:
    text = "steps:\n  - id: a\n    kind: merge\n    inptus: {}\n"
    assert faults_of(text) == ["4:5: unknown key 'inptus' in steps[0]; did you mean 'inputs'?"]


def test_a_key_unlike_all_others_is_told_which_there_are() -> None:
    text = "artifacts: {a: {kind: model, weights: open, zzz: 1}}"
    expected = "1:45: unknown key 'zzz' in artifacts.a; known keys are 'kind', 'weights', 'size'"
    assert faults_of(text) == [expected]


def test_an_alias_is_the_name_that_is_suggested() -> None:
    text = "releases:\n  - {date: 2025-01-31, licnse: MIT}\n"
    assert faults_of(text) == ["2:24: unknown key 'licnse' in releases[0]; did you mean 'license'?"]


def test_a_key_that_is_there_already_is_not_suggested() -> None:
    [fault] = faults_of("steps: [{id: a, kind: merge, Kind: merge}]")
    assert fault == "1:30: unknown key 'Kind' in steps[0]; known keys are 'id', 'kind', 'inputs', 'month'"


def test_an_unknown_key_of_a_closed_mapping_names_the_nearest_word() -> None:
    text = "steps: [{id: a, kind: merge, inputs: {techer: gpt}}]"
    assert faults_of(text) == ["1:39: unknown key 'techer' in steps[0].inputs; did you mean 'teacher'?"]


def test_a_key_of_the_wrong_form_stands_at_the_key() -> None:
    [fault] = faults_of("artifacts:\n  My Model: {kind: dataset, tokens: 1}\n")
    what = "the key 'My Model' in artifacts should be lower-case words joined by hyphens"
    assert fault == f"2:3: {what}; for instance 'my-model'"


def test_a_missing_key_stands_at_the_mapping_and_says_what_belongs_there() -> None:
    text = "steps:\n  - id: a\nreleases:\n  - {license: MIT}\nartifacts:\n  d: {kind: dataset}\n"
    assert faults_of(text) == [
        "2:5: 'kind' is required in steps[0]; add it with one of 'finetune', 'generate', 'merge'",
        "4:5: 'date' is required in releases[0]; add it with a date like 2025-01-31",
        "6:3: 'tokens' is required in artifacts.d; add it with a whole number",
    ]


def test_a_missing_key_of_the_whole_file_stands_at_its_beginning() -> None:
    assert faults_of("# comment\nshare: 1\n", Part) == [
        "2:1: 'artifact' is required in the file; add it with text"
    ]


def test_a_misspelt_required_key_is_one_fault_and_not_two() -> None:
    text = "steps: [{id: a, knid: merge}]"
    assert faults_of(text) == ["1:17: unknown key 'knid' in steps[0]; did you mean 'kind'?"]


# Values


DAY = "expected 'unknown' or a date like 2025-01-31"
DIGITS = "write it in digits, without quotes"
QUOTES = "put it in quotes if it is meant as text"
LIST = "write it as a list: [first, second]"
SITE = "expected a web address like https://example.org"
NO_HOW = "write one that is expected"
BOOL = "write true or false"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("until: soon", f"until: {DAY}, found 'soon'; write year-month-day"),
        ("until: unknwn", f"until: {DAY}, found 'unknwn'; did you mean 'unknown'?"),
        ("until:", f"until: {DAY}, found nothing; write a value, or remove the key"),
        ("colour: grene", "colour: expected one of 'red', 'green', found 'grene'; did you mean 'green'?"),
        ("colour: 7", f"colour: expected one of 'red', 'green', found the number 7; {NO_HOW}"),
        ("commercial: maybe", f"commercial: expected true or false, found 'maybe'; {BOOL}"),
        ("copies: 1_000", None),
        ("copies: many", f"copies: expected a whole number, found 'many'; {DIGITS}"),
        ("copies: [1]", f"copies: expected a whole number, found a list; {DIGITS}"),
        ("copies: -1", "copies: should be greater than or equal to 0, found -1; correct it"),
        ("license: 2.10", f"license: expected text, found the number 2.1; {QUOTES}"),
        ("license: true", f"license: expected text, found true; {QUOTES}"),
        ("home: nowhere", f"home: {SITE}, found 'nowhere'; write one that is expected"),
        ("tags: a", f"tags: expected a list, found 'a'; {LIST}"),
        ("tags: {a: 1}", f"tags: expected a list, found a mapping; {LIST}"),
        ("tags: [a, 3]", f"tags[1]: expected text, found the number 3; {QUOTES}"),
        ("notes: 7", f"notes: expected text or a list, found the number 7; {QUOTES}"),
        ("notes: [a, 7]", f"notes[1]: expected text, found the number 7; {QUOTES}"),
        ("limit: [1]", f"limit: expected a whole number or text, found a list; {DIGITS}"),
    ],
)  # fmt: skip
def test_a_wrong_value_says_what_is_expected_what_is_found_and_what_to_do(
    entry: str, expected: str | None
) -> None:
    text = "releases:\n  - date: 2025-01-31\n    " + entry + "\n"
    if expected is None:
        assert validate(parse_yaml(text, "m.yaml"), Manifest, collector=FaultCollector()) is not None
        return
    [fault] = faults_of(text)
    place, _, words = fault.partition(": ")
    assert words == f"releases[0].{expected}"
    assert place.startswith("3:")
    assert int(place.removeprefix("3:")) > 5


def test_a_wrong_date_is_told_what_a_date_looks_like() -> None:
    expected = "releases[0].date: expected a date like 2025-01-31, found 'soon'; write year-month-day"
    assert faults_of("releases:\n  - date:\n      soon\n") == [f"3:7: {expected}"]


def test_a_wrong_word_is_told_the_allowed_words() -> None:
    expected = "steps[0].kind: expected one of 'finetune', 'generate', 'merge', found 'zzz'"
    assert faults_of("steps: [{id: a, kind: zzz}]") == [f"1:23: {expected}; write one that is expected"]


def test_a_check_of_the_model_may_say_what_to_do_after_a_semicolon() -> None:
    text = "steps: [{id: a, kind: merge, month: soon}]"
    expected = "steps[0].month: expected a month like 2025-01, found 'soon'; write year and month"
    assert faults_of(text) == [f"1:37: {expected}"]


def test_a_check_of_a_whole_mapping_does_not_repeat_the_mapping() -> None:
    text = "steps: [{id: a, kind: merge}, {id: a, kind: merge}]"
    assert faults_of(text) == ["1:1: the file: two steps have the same id; rename one of them"]


@pytest.mark.parametrize(("text", "found"), [("[a]", "a list"), ("hello", "a text"), ("12", "the number 12")])
def test_a_document_that_is_no_mapping_is_one_fault(text: str, found: str) -> None:
    assert faults_of(text) == [
        f"1:1: the file: expected a mapping, found {found}; write it as 'key: value' lines"
    ]


def test_a_list_that_is_too_short_is_told_so_but_not_when_only_its_items_are_wrong() -> None:
    assert faults_of("parts: []") == ["1:8: parts: should have at least 1 item; correct it"]
    [fault] = faults_of("parts: [{artifact: 3}]")
    assert fault.startswith("1:20: parts[0].artifact: expected text")


def test_every_item_of_a_fixed_list_has_its_own_expectation() -> None:
    [fault] = faults_of("pair: [a, b]")
    assert fault == "1:11: pair[1]: expected a whole number, found 'b'; write it in digits, without quotes"


def test_a_fault_in_what_a_shorthand_stands_for_is_found_at_the_shorthand() -> None:
    text = "steps: [{id: a, kind: merge, inputs: {data: [{artifact: 3}], base: 7}}]"
    assert faults_of(text) == [
        f"1:57: steps[0].inputs.data[0].artifact: expected text, found the number 3; {QUOTES}",
        f"1:68: steps[0].inputs.base: expected a list, found the number 7; {LIST}",
    ]


# Several forms


def test_a_tagged_form_tells_only_of_the_form_that_was_named() -> None:
    text = "artifacts:\n  m:\n    kind: model\n    weights: opne\n    size: big\n"
    assert faults_of(text) == [
        "4:14: artifacts.m.weights: expected one of 'open', 'closed', found 'opne'; did you mean 'open'?",
        "5:11: artifacts.m.size: expected a whole number, found 'big'; write it in digits, without quotes",
    ]


def test_an_unknown_tag_stands_at_its_value_and_names_the_nearest() -> None:
    text = "artifacts:\n  m:\n    size: 1\n    kind: modle\n"
    expected = "artifacts.m.kind: expected one of 'model', 'dataset', found 'modle'; did you mean 'model'?"
    assert faults_of(text) == [f"4:11: {expected}"]


def test_a_missing_tag_is_a_missing_key() -> None:
    text = "artifacts:\n  m: {size: 1}\n"
    assert faults_of(text) == [
        "2:3: 'kind' is required in artifacts.m; add it with one of 'model', 'dataset'"
    ]


def test_a_tagged_form_that_is_no_mapping_is_one_fault() -> None:
    expected = "artifacts.m: expected a mapping, found 'gpt'; write it as 'key: value' lines"
    assert faults_of("artifacts: {m: gpt}") == [f"1:16: {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when: {all: [{definition: a}, {not: {definition: B}}]}", "when.all[1].not.definition: should be"),
        ("when: {all: [{definition: a}, 7]}", "when.all[1]: expected a mapping, found the number 7"),
        ("when: {defintion: a}", "unknown key 'defintion' in when; did you mean 'definition'?"),
        ("when: {definition: a, becuase: b}", "unknown key 'becuase' in when; did you mean 'because'?"),
        ("when: {above: 1}", "'unit' is required in when; add it with one of 'users', 'euros'"),
        ("when: {above: 1, unit: user}", "when.unit: expected one of 'users', 'euros', found 'user'"),
        ("when: {zzz: 1}", "unknown key 'zzz' in when; known keys are 'all', 'not', 'definition',"),
        ("when: {not: {not: {not: {zzz: 1}}}}", "unknown key 'zzz' in when.not.not.not; known keys are"),
        ("when: 3", "when: expected a mapping, found the number 3"),
        ("operator: {any: [{fact: a, equals: []}]}", "operator.any[0].equals: expected text or"),
        ("operator: {fcat: a}", "unknown key 'fcat' in operator; did you mean 'fact'?"),
        ("operator: {equals: a}", "operator: expected a mapping with one of the keys 'any', 'fact',"),
        ("operator: x", "operator: expected a mapping, found 'x'"),
        ("mixed: {a: x}", "mixed.a: expected a whole number, found 'x'"),
        ("mixed: {artifact: [], share: 1}", "mixed.artifact: expected text, found a list"),
        ("mixed: 1", "mixed: expected a mapping, found the number 1"),
    ],
)  # fmt: skip
def test_of_several_forms_only_the_closest_one_speaks(text: str, expected: str) -> None:
    [fault] = faults_of(text)
    assert fault.partition(": ")[2].startswith(expected)


# Hostile and very long files


def test_what_a_message_repeats_from_a_file_is_short_and_printable() -> None:
    text = f"releases: [{{date: '\u202e{'x' * 5000}', 'k\u2066{'y' * 900}': 1}}]"
    faults = faults_of(text)
    assert len(faults) == 2
    for fault in faults:
        assert fault.isprintable()
        assert len(fault) < 250
        assert "…'" in fault


def test_thousands_of_faults_are_cut_short() -> None:
    faults = faults_of("releases:\n" + "  - {date: soon, zzz: 1}\n" * 3000)
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1] == "102:18: 5800 more faults are not shown; correct the others first"


def test_faults_of_several_files_meet_in_one_collector() -> None:
    collector = FaultCollector()
    for name in ("b.yaml", "a.yaml"):
        assert validate(parse_yaml("share: 1", name), Part, collector=collector) is None
    assert [str(fault.location) for fault in collector.faults] == ["a.yaml:1:1", "b.yaml:1:1"]


def test_words_for_values_are_plain() -> None:
    values: tuple[object, ...] = ("soon", True, 12, None, ["a"], {}, "\x1b", "x" * 500)
    expected = ["'soon'", "true", "12", "nothing", "a list", "a mapping", "'\\x1b'", "'" + "x" * 77 + "…'"]
    assert [shown(value) for value in values] == expected
    assert listed(range(30)).endswith("22, 23, …")
    assert nearest("TEACHER", ["teacher", "base"]) == "teacher"
    assert nearest("zzz", ["teacher", "base"]) is None


KEYS = st.sampled_from(
    ["steps", "artifacts", "releases", "when", "operator", "pair", "mixed", "id", "kind", "inputs", "data",
     "all", "not", "definition", "any", "fact", "equals", "date", "share", "artifact", "[key]", "model"]
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6) | KEYS
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=500, deadline=None)
@given(data=st.dictionaries(KEYS, TREES, max_size=5))
def test_any_data_becomes_a_value_or_faults_with_a_place(data: dict[str, object]) -> None:
    document = parse_yaml("x: 1", "m.yaml")
    object.__setattr__(document, "data", data)
    collector = FaultCollector()
    value = validate(document, Manifest, collector=collector)
    assert (value is None) == (len(collector) > 0)
    for fault in collector.faults:
        assert str(fault).startswith("m.yaml:1:1: ")
        assert str(fault).isprintable()
        assert len(str(fault)) < 600
        assert fault.what_to_do


@pytest.mark.parametrize("wrong", [[], ["five"], [{"size": 1}], [{"colour": 5}, {"colour": 6}]])
def test_a_very_large_document_is_read_like_any_other(
    wrong: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Box(Shape):
        colour: str
        sizes: tuple[int, ...] = ()

    class Boxes(Shape):
        boxes: tuple[Box, ...]
        type: str = "boxes"

    boxes = [{"colour": "red", "sizes": [1, 2]} for _ in range(5)]
    text = f"boxes: {json.dumps([*boxes, *wrong])}\n"
    told = []
    for most in (1_000, 3):
        monkeypatch.setattr(validating, "LARGE", most)
        faults = FaultCollector()
        found = validate(parse_yaml(text, "b.yaml"), Boxes, collector=faults)
        assert (found is None) == bool(wrong)
        told.append([str(fault) for fault in faults.faults])
    every, first = told
    assert set(first) <= set(every)
    assert bool(first) == bool(wrong)
    assert len(first) <= 2
