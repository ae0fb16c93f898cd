"""What a variant calls its own though the manifest says who made it is not explained by that."""

from __future__ import annotations

import pytest

from compliance.resolve.restated import without_unmaking
from tests.resolve.expansion.writing_out import read

TEXT = """\
artifacts:
  chat: {kind: service, name: one-chat-1}
  seeds: {kind: dataset, origin: own}
  rows: {kind: dataset}
  other: {kind: dataset, name: Rows of ours, origin: own}
  m: {kind: model}
steps:
  - {id: clean, kind: filter, inputs: {data: seeds}, outputs: seeds}
  - {id: write, kind: generate, inputs: {teacher: chat, seed: seeds}, outputs: rows}
  - {id: tune, kind: finetune, inputs: {data: rows, prompts: seeds}, outputs: m}
releases: [{artifact: m, license: free}]
variants:
  plan: VARIANT
"""
OWN = "origin: own, documented: {where: data sheet, generators: none}"


def _told(variant: str, text: str = TEXT) -> tuple[str, ...]:
    return without_unmaking(read(text.replace("VARIANT", variant)).manifest)[1]


@pytest.mark.parametrize(
    "variant",
    [
        "{leaves_out: [write]}",
        f"{{leaves_out: [write], artifacts: {{rows: {{kind: dataset, {OWN}}}}}}}",
        "{leaves_out: [write], artifacts: {rows: {kind: dataset, origin: people, license: free}}}",
        f"{{leaves_out: [clean, write], artifacts: {{rows: {{kind: dataset, {OWN}}}}}}}",
    ],
)
def test_leaving_out_the_maker_unmakes_nothing(variant: str) -> None:
    manifest, told = without_unmaking(read(TEXT.replace("VARIANT", variant)).manifest)
    rows = manifest.variants["plan"].artifacts["rows"]
    assert (rows.origin, rows.documented) == ("unknown", "no")
    assert len(told) == 1
    assert "step write is left out, and rows" in told[0]


@pytest.mark.parametrize(
    "variant",
    [
        "{}",
        "{leaves_out: [clean]}",
        f"{{leaves_out: [write], artifacts: {{rows: {{kind: dataset, name: Rows by our staff, {OWN}}}}}}}",
        "{leaves_out: [write], steps: [{id: tune, kind: finetune, inputs: {data: other}, outputs: m}]}",
        "{leaves_out: [write], steps: [{id: ask, kind: collect, inputs: {source: seeds}, outputs: rows}]}",
    ],
)
def test_what_takes_the_place_of_a_thing_is_another_thing(variant: str) -> None:
    assert _told(variant) == ()


def test_a_named_thing_keeps_its_maker_under_its_name() -> None:
    named = TEXT.replace("rows: {kind: dataset}", "rows: {kind: dataset, name: Acme rows}")
    same = "{leaves_out: [write], artifacts: {rows: {kind: dataset, name: Acme rows, origin: own}}}"
    assert _told(same, named)
    assert not _told(same.replace("Acme rows", "Rows of 2019"), named)
