from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.decide.shares import shares_of
from compliance.decide.shares.spread import spread_of
from compliance.model.declared.share import NOTHING, UNKNOWN, WHOLE, Share, StepShares
from compliance.resolve import resolve
from tests.evaluate.world import CHAT, REGISTRY, manifest

ROWS = {"kind": "dataset"}
MODEL = {"kind": "model"}


def found(
    artifacts: dict[str, Any], steps: list[dict[str, Any]], released: str = "m"
) -> tuple[StepShares, ...]:
    given_manifest = manifest(
        artifacts=artifacts,
        steps=[{"outputs": [], **step} for step in steps],
        releases=[{"artifact": released}],
        parties={"them": {"name": "Them"}},
    )
    return shares_of(resolve(given_manifest, REGISTRY))


def step(key: str, kind: str, output: str, **inputs: Any) -> dict[str, Any]:
    return {"id": key, "kind": kind, "inputs": inputs, "outputs": [output]}


def told(steps: tuple[StepShares, ...], key: str) -> dict[str, tuple[Share, Share]]:
    return {
        row.source: (row.direct, row.any_depth) for one in steps if one.step == key for row in one.sources
    }


MIX = {
    "chat": CHAT, "web": ROWS, "written": ROWS, "mix": ROWS, "m": MODEL,
}  # fmt: skip
WRITE = step("write", "generate", "written", teacher="chat")
TUNE = step("tune", "pretrain", "m", data="mix")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([{"artifact": "written", "share": 0.25}, {"artifact": "web", "share": 0.75}], Share(0.25, 0.25)),
        ([{"artifact": "written", "share": 0.25}, "web"], Share(0.25, 0.25)),
        ([{"artifact": "written", "tokens": 1e9}, {"artifact": "web", "tokens": 3e9}], Share(0.25, 0.25)),
        ([{"artifact": "written", "tokens": "< 1e9"}, {"artifact": "web", "tokens": 3e9}], Share(0, 0.25)),
        (["written", "web"], UNKNOWN),
        (["written"], WHOLE),
    ],
)
def test_what_a_model_wrote_is_weighed_in_the_mixture_that_it_went_into(
    data: list[Any], expected: Share
) -> None:
    steps = found(MIX, [WRITE, step("mix", "mix", "mix", data=data), TUNE])
    assert told(steps, "tune")["chat"] == (expected, expected)


def test_a_rewrite_descends_from_whoever_wrote_it_and_from_what_was_rewritten() -> None:
    steps = found(MIX, [step("write", "rewrite", "mix", teacher="chat", seed="web"), TUNE])
    assert told(steps, "tune") == {"chat": (WHOLE, WHOLE), "web": (WHOLE, WHOLE)}


def test_what_a_student_writes_descends_over_a_further_generation() -> None:
    artifacts = {**MIX, "ocr": MODEL, "pages": ROWS, "text": ROWS}
    steps = found(
        artifacts,
        [
            WRITE,
            step("train-ocr", "finetune", "ocr", data="written"),
            step("read", "convert", "text", tool="ocr", source="pages"),
            step(
                "mix",
                "mix",
                "mix",
                data=[{"artifact": "text", "share": 0.2}, {"artifact": "web", "share": 0.8}],
            ),
            TUNE,
        ],
    )
    assert told(steps, "tune")["chat"] == (NOTHING, Share(0.2, 0.2))


def test_labels_write_nothing_and_a_filter_leaves_all_proportions_open() -> None:
    steps = found(
        {**MIX, "raw": ROWS, "judge": MODEL},
        [
            WRITE,
            step(
                "mix",
                "mix",
                "raw",
                data=[{"artifact": "written", "share": 0.5}, {"artifact": "web", "share": 0.5}],
            ),
            step("pick", "filter", "mix", filter="judge", source="raw"),
            TUNE,
        ],
    )
    assert told(steps, "tune") == {"chat": (UNKNOWN, UNKNOWN), "web": (UNKNOWN, UNKNOWN)}


def test_a_set_built_up_in_several_steps_may_hold_anything_of_each() -> None:
    steps = found(
        MIX, [WRITE, step("one", "mix", "mix", data="web"), step("two", "mix", "mix", data="written"), TUNE]
    )
    assert told(steps, "tune")["chat"] == (UNKNOWN, UNKNOWN)


def test_every_training_step_is_told_by_itself() -> None:
    steps = found(
        MIX,
        [
            WRITE,
            step("pre", "pretrain", "m", data="web"),
            step("mid", "pretrain", "m", base="m", data="written"),
        ],
    )
    assert ({one.step: [row.source for row in one.sources] for one in steps}) == {
        "pre": ["web"],
        "mid": ["chat"],
    }


def test_what_leads_to_no_release_is_left_out() -> None:
    steps = found({**MIX, "other": MODEL}, [WRITE, step("tune", "pretrain", "other", data="written"),
                                            step("train", "pretrain", "m", data="web")])  # fmt: skip
    assert [one.step for one in steps] == ["train"]


# A tree of mixtures over sets that a service wrote, or did not.


@st.composite
def mixtures(
    draw: Any,
) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, list[tuple[str, float | None]]]]:
    """Artifacts, steps, and for every mixture its inputs with their stated shares."""
    sets = ["written", "web"]
    tree: dict[str, list[tuple[str, float | None]]] = {}
    for n in range(draw(st.integers(1, 3))):
        chosen = draw(st.lists(st.sampled_from(sets), min_size=1, max_size=3, unique=True))
        parts = draw(st.lists(st.integers(1, 4), min_size=len(chosen), max_size=len(chosen)))
        kept = draw(st.integers(0, len(chosen)))
        weights = [part / sum(parts) if k < kept else None for k, part in enumerate(parts)]
        tree[f"mix{n}"] = list(zip(chosen, weights, strict=True))
        sets.append(f"mix{n}")
    artifacts = {"chat": CHAT, "web": ROWS, "written": ROWS, "m": MODEL, **dict.fromkeys(tree, ROWS)}
    steps = [WRITE]
    for key, inputs in tree.items():
        given_inputs = [{"artifact": one} | ({"share": w} if w is not None else {}) for one, w in inputs]
        steps.append(step(f"make-{key}", "mix", key, data=given_inputs))
    steps.append(step("tune", "pretrain", "m", data=list(tree)[-1]))
    return artifacts, steps, tree


def completed(tree: dict[str, list[tuple[str, float | None]]], chance: random.Random) -> float:
    """The share of what the service wrote in the last mixture, with everything left open drawn by chance."""
    known = {"written": 1.0, "web": 0.0}
    for key, inputs in tree.items():
        stated = sum(weight or 0.0 for _, weight in inputs)
        drawn = [chance.choice([0.0, chance.random(), 5.0]) + 1e-12 for _ in inputs]
        left = sum(drawn[n] for n, (_, weight) in enumerate(inputs) if weight is None)
        total = 0.0
        for n, (name, weight) in enumerate(inputs):
            total += known[name] * (weight if weight is not None else (1 - stated) * drawn[n] / left)
        known[key] = total
    return known[list(tree)[-1]]


@given(mixtures(), st.randoms(use_true_random=False))
def test_every_completion_of_what_is_not_stated_lies_within_the_interval(
    problem: Any, chance: random.Random
) -> None:
    artifacts, steps, tree = problem
    shares = told(found(artifacts, steps), "tune").get("chat", (NOTHING, NOTHING))[1]
    drawn = [completed(tree, chance) for _ in range(10)]
    assert [one for one in drawn if not shares.low - 1e-9 <= one <= shares.high + 1e-9] == []


@given(mixtures())
def test_what_is_stated_in_full_gives_one_number(problem: Any) -> None:
    artifacts, steps, tree = problem
    full = {key: [(n, w if w is not None else 0.0) for n, w in inputs] for key, inputs in tree.items()}
    if any(abs(sum(w for _, w in inputs) - 1) > 1e-9 for inputs in full.values()):
        return
    shares = told(found(artifacts, steps), "tune").get("chat", (NOTHING, NOTHING))[1]
    assert shares.exact
    assert shares.low == pytest.approx(completed(tree, random.Random(0)))


def test_a_source_is_the_whole_of_itself() -> None:
    lineage = resolve(manifest(), REGISTRY)
    spread = spread_of(lineage, "rows")
    assert {share for node, share in spread.content.items() if lineage.artifact_of(node).id == "rows"} == {
        WHOLE
    }


@given(mixtures(), st.booleans())
def test_what_a_source_does_not_reach_has_the_shares_of_a_source_that_nothing_descends_from(
    problem: Any, generations: bool
) -> None:
    artifacts, steps, _ = problem
    given_manifest = manifest(
        artifacts=artifacts,
        steps=[{"outputs": [], **one} for one in steps],
        releases=[{"artifact": "m"}],
        parties={"them": {"name": "Them"}},
    )
    lineage = resolve(given_manifest, REGISTRY)
    without = spread_of(lineage, "", generations=generations)
    for source in lineage.artifacts:
        alone = spread_of(lineage, source, generations=generations)
        shared = spread_of(lineage, source, generations=generations, without=without)
        assert (alone.content, alone.touched, alone.training) == (
            shared.content,
            shared.touched,
            shared.training,
        )
