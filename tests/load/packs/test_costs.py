from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.load.packs.compiled import compiled, restored
from compliance.load.packs.costs import load_costs
from compliance.load.packs.knowledge import load_packs


def test_costs_survive_being_kept() -> None:
    packs = load_packs()
    assert load_costs(restored(compiled(packs))) == load_costs(packs)


def test_a_file_of_ones_own_goes_over_the_costs_of_the_packs_and_leaves_the_rest(tmp_path: Path) -> None:
    own = tmp_path / "costs.yaml"
    own.write_text("costs: {rename: 7}\nacts: {'rename:m:Llama': never}\n", encoding="utf-8")
    packs = load_packs()
    before, after = load_costs(packs), load_costs(packs, own)
    assert (after.costs["rename"], after.costs["add-notice"], after.acts, after.licences) == (
        7, before.costs["add-notice"], {"rename:m:Llama": "never"}, before.licences,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["costs: {rename: -1}", "costs: {drop-input: {base: 3}}", "acts: {}", "cost: {}"]
)
def test_costs_that_cannot_be_used_are_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "costs.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        load_costs(load_packs(), own)
