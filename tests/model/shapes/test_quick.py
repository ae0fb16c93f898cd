"""What is read without pydantic is what pydantic makes of it, and what pydantic refuses is never read."""

from __future__ import annotations

import copy
import functools
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from compliance.config import Settings
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.model.declared.manifest import Manifest, Party
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.operator import FactOp, Op, nodes
from compliance.model.packs.rule import Pack
from compliance.model.packs.waiver import Waivers
from compliance.model.shapes.quick import Misfit, read
from compliance.model.shapes.shape import Shape

ROOT = Path(__file__).parents[3]
DOCUMENTS: tuple[tuple[Any, str], ...] = (
    (Manifest, "examples/olmo-3/lineage.yaml"),
    (Manifest, "examples/eu-product/lineage.yaml"),
    (Manifest, "examples/nemotron-nano/lineage.yaml"),
    (Pack, "rules/openai/access-to-output.yaml"),
    (Instrument, "policies/meta/llama-3.1.yaml"),
)
WORDS: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2.5, 1e20, float("nan"), "", "yes", "unknown", "x\n", "Ä" * 400, "2024-02-30", "2024",
    "2024-05/2024-01", "< 7e8", "a" * 200, "release.kind", [], ["x"], [None], {}, {"a": 1}, {"not": {"always": "yes"}},
    {"artifact": "x", "share": 2}, b"x", (), 10**30, "1", {1: 2},
)  # fmt: skip


@functools.cache
def _document(path: str) -> Any:
    return parse_yaml((ROOT / path).read_bytes(), path).data


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, one in inside for place in _places(one, (*path, key)))]


def _changed(data: Any, draw: random.Random) -> Any:
    """A document with something wrong, missing, added or merely different in it."""
    data = copy.deepcopy(data)
    for _ in range(draw.randrange(1, 3)):
        *way, last = draw.choice(_places(data)[1:])
        node = functools.reduce(lambda inner, key: inner[key], way, data)
        match draw.randrange(4):
            case 0:
                del node[last]
            case 1 if isinstance(node, dict):
                node[draw.choice(("odd", "from_", "not_", "id", "name"))] = draw.choice(WORDS)
            case _:
                node[last] = draw.choice(WORDS)
        if not data:
            return data
    return data


def _held_against_pydantic(shape: Any, data: Any) -> bool:
    """Whether the data was read; and if so, that pydantic makes the same of it."""
    try:
        value = read(shape, data)
    except Misfit:
        return False
    checked = TypeAdapter(shape).validate_python(data)
    assert repr(checked) == repr(value)
    assert [one.model_fields_set for one in nodes(checked) if isinstance(one, Shape)] == [
        one.model_fields_set for one in nodes(value) if isinstance(one, Shape)
    ]
    return True


@pytest.mark.parametrize(("shape", "path"), DOCUMENTS)
def test_documents_without_faults_are_read_without_pydantic(shape: Any, path: str) -> None:
    assert _held_against_pydantic(shape, _document(path))


@settings(deadline=None, max_examples=250)
@given(st.sampled_from(DOCUMENTS), st.integers(0, 10**9))
def test_what_is_read_of_a_changed_document_is_what_pydantic_makes_of_it(
    document: tuple[Any, str], seed: int
) -> None:
    _held_against_pydantic(document[0], _changed(_document(document[1]), random.Random(seed)))


@pytest.mark.parametrize("value", WORDS)
def test_facts_are_read_as_pydantic_reads_them(value: object) -> None:
    data = {"name": "x", "facts": {"a": value}, "kind": ["company"]}
    try:
        checked = TypeAdapter(Party).validate_python(data)
    except ValidationError:
        with pytest.raises(Misfit):
            read(Party, data)
    else:
        assert repr(checked) == repr(Party.model_validate(data))


def test_a_value_made_by_name_is_checked() -> None:
    assert FactOp(fact="release.kind", known=True).known
    with pytest.raises(ValidationError, match="exactly one comparison"):
        FactOp(fact="release.kind")


@pytest.mark.parametrize("key", ["contains", "starts_with"])
@pytest.mark.parametrize("word", ["", " ", "\n", "\u3000 "])
def test_a_test_looks_for_some_words(key: str, word: str) -> None:
    with pytest.raises(ValidationError, match="these are none"):
        FactOp.model_validate({"fact": "release.notices", key: word})
    found = FactOp.model_validate({"fact": "release.notices", key: f"{word}a"})
    assert vars(found)[key] == f"{word}a"


def test_values_are_frozen_copied_and_compared() -> None:
    one = Party(name="x")
    with pytest.raises(ValidationError, match="frozen"):
        one.name = "y"
    other = one.model_copy(update={"name": "y"})
    assert one != other
    assert other == Party(name="y")
    assert {"name"} == other.model_fields_set
    assert one == copy.deepcopy(one) == Party.model_construct(name="x")
    assert one.model_dump(exclude_unset=True) == {"name": "x"}


def test_types_of_shapes_are_pydantic_s_too() -> None:
    found = TypeAdapter(dict[str, Op]).validate_python({"a": {"all": [{"always": "yes", "because": "x"}]}})
    assert type(found["a"]).__name__ == "AllOf"


@pytest.mark.parametrize("table", [{}, {"fail-on": "plain", "rules": ["a"]}])
def test_settings_are_read(table: dict[str, Any]) -> None:
    assert _held_against_pydantic(Settings, table)


def test_waivers_are_read() -> None:
    text = (
        "waivers: [{rule: a/b, release: r, reason: accepted-risk, statement: s, owner: o, expires: '2030'}]"
    )
    assert _held_against_pydantic(Waivers, yaml.safe_load(text))
