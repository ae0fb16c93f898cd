"""What stands behind an artifact is followed once, whatever is asked of it."""

from __future__ import annotations

import pytest

from compliance.model.declared.manifest import Input, Step
from compliance.model.shapes.shape import StepKind
from compliance.resolve.lineage.writing import Writing, makes


def _written(*steps: tuple[str, str]) -> Writing:
    """Steps that each turn some artifacts into one, all in one letter."""
    return Writing(
        [
            Step(
                id=f"s{n}",
                kind="mix",
                inputs={"data": tuple(Input(artifact=key) for key in read)},
                outputs=(key,),
            )
            for n, (read, key) in enumerate(steps)
        ]
    )


TREE = _written(("ab", "c"), ("c", "d"), ("c", "e"), ("de", "f"), ("x", "y"))
RING = _written(("ac", "b"), ("b", "c"), ("c", "d"))


@pytest.mark.parametrize(
    "order", [("f", "d", "y", "c"), ("c", "d", "f", "y"), ("y", "e", "f", "c", "d", "e")]
)
@pytest.mark.parametrize(
    ("fitting", "behind"),
    [("a", "cdef"), ("c", "def"), ("d", "f"), ("x", "y"), ("f", ""), ("ac", "cdef"), ("", "")],
)
def test_something_behind_fits_whatever_was_asked_before(
    order: tuple[str, ...], fitting: str, behind: str
) -> None:
    known: dict[str, bool] = {}
    answers = {key: TREE.some_behind(key, lambda item: item in fitting, known) for key in order}
    assert answers == {key: key in behind for key in order}


@pytest.mark.parametrize(
    ("fitting", "behind"), [("b", "cd"), ("c", "bd"), ("bc", "bcd"), ("a", "bcd"), ("d", "")]
)
def test_a_thing_is_not_behind_itself(fitting: str, behind: str) -> None:
    for order in ("bcd", "dcb", "cbd"):
        known: dict[str, bool] = {}
        answers = {key: RING.some_behind(key, lambda item: item in fitting, known) for key in order}
        assert answers == {key: key in behind for key in order}


def test_the_first_of_those_that_rest_on_a_thing_tells() -> None:
    told = [("d", "one"), ("f", "two"), ("y", "three"), ("d", "four")]
    assert TREE.first_that_rests(told) == {
        **dict.fromkeys("dcab", "one"), **dict.fromkeys("fe", "two"), **dict.fromkeys("yx", "three")
    }  # fmt: skip
    assert TREE.first_that_rests([]) == {}


@pytest.mark.parametrize("fitting", ["k0", "k299", "none"])
@pytest.mark.parametrize("backwards", [True, False])
def test_a_long_way_is_gone_once(fitting: str, backwards: bool) -> None:
    size = 300
    steps = [
        Step(id=f"s{n}", kind="mix", inputs={"data": (Input(artifact=f"k{n}"),)}, outputs=(f"k{n + 1}",))
        for n in range(size)
    ]
    long, known, asked = Writing(steps), dict[str, bool](), list[str]()

    def fits(item: str) -> bool:
        asked.append(item)
        return item == fitting

    keys = [f"k{n}" for n in range(size + 1)]
    found = [long.some_behind(key, fits, known) for key in (reversed(keys) if backwards else keys)]
    assert sum(found) == {"k0": size, "k299": 1, "none": 0}[fitting]
    assert len(asked) < 4 * size


@pytest.mark.parametrize(
    ("kind", "known", "expected"),
    [("pretrain", False, True), ("pretrain", True, False), ("finetune", False, False), ("generate", False, False)],
    ids=["from nothing", "known from elsewhere", "tuned from what?", "written from what?"],
)  # fmt: skip
def test_of_steps_without_inputs_pretraining_alone_makes(kind: StepKind, known: bool, expected: bool) -> None:
    assert makes(Step(id="s", kind=kind, outputs=("m",)), "m", known=known) is expected
