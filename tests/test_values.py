"""Quickly made dataclasses do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, ClassVar

import pytest
from pydantic import TypeAdapter

from compliance.values import Composed, dataclass, field, later, replace


@dataclass(frozen=True, slots=True, order=True)
class Ours:
    name: str
    size: int = 3
    held: list[int] = field(default_factory=list, compare=False)
    KIND: ClassVar[str] = "kind"


@dataclass(frozen=True, slots=True)
class Below(Ours):
    more: str = "more"


@dataclass(slots=True)
class Open:
    count: int
    seen: set[int] = field(init=False, default_factory=set, repr=False)

    def __post_init__(self) -> None:
        self.count += 1


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Theirs:
    name: str
    size: int = 3
    held: list[int] = dataclasses.field(default_factory=list, compare=False)
    KIND: ClassVar[str] = "kind"


@dataclasses.dataclass(frozen=True, slots=True)
class TheirsBelow(Ours):
    more: str = "more"


@pytest.mark.parametrize("given", [("a",), ("a", 4), ("a", 4, [1])])
def test_a_value_is_what_the_standard_library_makes_of_it(given: tuple[Any, ...]) -> None:
    ours, theirs = Ours(*given), Theirs(*given)
    assert repr(theirs).replace("Theirs", "Ours") == repr(ours)
    assert dataclasses.asdict(theirs) == dataclasses.asdict(ours)
    assert [one.name for one in dataclasses.fields(theirs)] == [one.name for one in dataclasses.fields(ours)]
    assert hash(theirs) == hash(ours)
    assert (theirs == Theirs("a"), theirs < Theirs("b")) == (ours == Ours("a"), ours < Ours("b"))


def test_values_of_two_classes_are_never_equal() -> None:
    assert Ours("a") != Below("a")
    assert Ours("a") != Theirs("a")  # type: ignore[comparison-overlap]


@pytest.mark.parametrize("kind", [Ours, Below, TheirsBelow])
def test_frozen_values_refuse_to_be_changed(kind: type[Ours]) -> None:
    made = kind("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.size = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.name
    assert (made.name, made.size, made.KIND) == ("a", 3, "kind")


@pytest.mark.parametrize("change", [replace, dataclasses.replace])
@pytest.mark.parametrize("kind", [Ours, Below, Theirs, TheirsBelow])
def test_a_changed_value_keeps_the_rest(change: Any, kind: Any) -> None:
    made = change(kind("a", held=[1]), size=7)
    assert (made.name, made.size, made.held, type(made)) == ("a", 7, [1], kind)


def test_what_is_made_by_the_class_is_not_given() -> None:
    made = Open(1)
    made.count += 1
    assert (3, set(), "Open(count=3)") == (made.count, made.seen, repr(made))
    with pytest.raises(ValueError, match="seen"):
        replace(made, seen={1})
    with pytest.raises(TypeError):
        hash(made)


@pytest.mark.parametrize("given", [(), ("a", 1, [], "too many")])
def test_a_wrong_number_of_values_is_refused(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        Ours(*given)


def test_copies_are_equal_and_of_the_same_class() -> None:
    made = Below("a", 4, [1], "b")
    for copied in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert (made, Below, [1]) == (copied, type(copied), copied.held)


def test_defaults_that_are_made_are_made_anew() -> None:
    assert Ours("a").held is not Ours("a").held


def test_pydantic_checks_them() -> None:
    assert TypeAdapter(Ours).validate_python({"name": "a"}) == Ours("a")


def test_patterns_take_them_apart() -> None:
    match Below("a", 4):
        case Below(name, size):
            assert (name, size) == ("a", 4)


@dataclass(frozen=True, slots=True)
class Told:
    name: str
    words: Composed[str] = ""


def test_what_nobody_reads_is_never_composed() -> None:
    asked: list[str] = []

    def words() -> str:
        asked.append("words")
        return "as it came out"

    value = Told("a", later(words))
    changed = replace(value, name="b")
    assert not asked
    assert (changed.words, value.words, changed.words) == ("as it came out",) * 3
    assert asked == ["words"]


@pytest.mark.parametrize(
    "seen", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one)), replace]
)
def test_a_composed_value_is_the_same_as_one_that_was_given(seen: Any) -> None:
    for _ in range(60):  # More than are made before an initialiser is compiled.
        given, composed = Told("a", "words"), Told("a", later(lambda: "words"))
        assert seen(composed) == given
        assert (repr(composed), hash(composed)) == (repr(given), hash(given))
        assert dataclasses.asdict(composed) == dataclasses.asdict(given)
