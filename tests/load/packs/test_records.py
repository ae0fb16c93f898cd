"""Records that shapes accept and that say less than they clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import PackError
from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names

HEAD = "parties: {me: {name: Me, source: {where: here, read: 2026}, assurance: full-text}}\n"
MODEL = "models: [{id: heron, names: [me/heron], family: heron, developer: me, assurance: memoryMORE}]\n"
ROWS = "datasets: [{id: reeds, names: [me/reeds], publisher: me, assurance: memoryMORE}]\n"
STEP = "{kind: collect, inputs: {source: [web]}, by: me}"
STEPS = f", ancestry: {{assurance: memory, documented_at: a card, steps: [{STEP}]}}"


def _load(folder: Path, text: str) -> Names:
    registry = folder / "mine" / "registry"
    registry.mkdir(parents=True)
    (registry / "mine.yaml").write_text(HEAD + text)
    return Names(load_packs([folder / "mine"], cache=False).registry)


@pytest.mark.parametrize("text", [MODEL, ROWS], ids=["model", "data set"])
def test_a_making_that_is_known_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(PackError, match="its making is said to be known, and nothing tells it"):
        _load(tmp_path, text.replace("MORE", ", making: known"))


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (MODEL, ", making: known" + STEPS),
        (MODEL, ", making: known, base: [Qwen/Qwen3-8B]"),
        (MODEL, ", making: undisclosed-by-developer"),
        (MODEL, ""),
        (ROWS, ", making: known" + STEPS),
        (ROWS, ", making: not-looked-up"),
    ],
)
def test_what_is_told_or_left_open_is_a_record(tmp_path: Path, text: str, more: str) -> None:
    names = _load(tmp_path, text.replace("MORE", more))
    assert (names.model("me/heron") or names.dataset("me/reeds")) is not None


@pytest.mark.parametrize("text", [MODEL, ROWS], ids=["model", "data set"])
@pytest.mark.parametrize(("steps", "each"), [(1, 1_000), (2, 501), (26, 40)])
def test_a_record_is_made_from_no_more_than_can_be_resolved(
    tmp_path: Path, text: str, steps: int, each: int
) -> None:
    step = STEP.replace("[web]", f"[{', '.join(f'me/part-{n}' for n in range(each))}]")
    told = STEPS.replace(STEP, ", ".join([step] * steps))
    if steps * each <= 1_000:
        assert _load(tmp_path, text.replace("MORE", told)).model("me/else") is None
        return
    with pytest.raises(PackError, match="its ancestry names more than 1,000 things"):
        _load(tmp_path, text.replace("MORE", told))


@pytest.mark.parametrize("word", ["-", "—", "…", "- _ -"])
def test_what_others_call_it_by_holds_a_word(tmp_path: Path, word: str) -> None:
    with pytest.raises(PackError, match="under `within` holds no word"):
        _load(tmp_path, MODEL.replace("MORE", f", within: [heron, '{word}']"))
