"""What rests on a record of one's own is said aloud; what does not, is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve

OWN = """\
parties:
  meadow: {name: Meadow Lab, organisations: [meadow], source: {where: its page, read: "2026-01-31"},
           assurance: secondary}
datasets:
  - {id: our-rows, names: [meadow/rows], publisher: meadow, licence: cc-by-4.0, assurance: secondary,
     source: {where: ours, read: "2026-01-31"}}
  - {id: our-alpaca, names: [tatsu-lab/alpaca], publisher: meadow, licence: cc-by-4.0, assurance: secondary,
     source: {where: a letter, read: "2026-01-31"}}
services:
  - {id: our-gateway, names: [meadow-gateway-1], provider: openai, family: gateway, assurance: secondary,
     source: {where: ours, read: "2026-01-31"}}
models:
  - {id: our-tune, names: [meadow/tune], family: tune, developer: meadow, assurance: secondary,
     source: {where: ours, read: "2026-01-31"},
     ancestry: {steps: [{kind: finetune, inputs: {data: [meadow/rows]}, by: Meadow Lab}], documented_at: ours,
                assurance: secondary}}
"""
MANIFEST = """\
lineage: 1
project: {{id: p}}
publisher: {{name: Publisher}}
artifacts:
  input: {{kind: {kind}, name: {name}}}
  out: {{kind: model}}
steps: [{{id: s, kind: finetune, inputs: {{{role}: input}}, outputs: out}}]
releases: [{{artifact: out}}]
"""


@pytest.mark.parametrize(
    ("kind", "name", "role", "said"),
    [
        ("dataset", "meadow/rows", "data", [("meadow/rows", "our-rows", "")]),
        ("dataset", "tatsu-lab/alpaca", "data", [("tatsu-lab/alpaca", "our-alpaca", "the bundled record alpaca")]),
        ("service", "meadow-gateway-1", "teacher", [("meadow-gateway-1", "our-gateway", "")]),
        ("model", "meadow/tune", "base", [("meadow/tune", "our-tune", ""), ("meadow/rows", "our-rows", "")]),
        ("dataset", "yahma/alpaca-cleaned", "data", [("tatsu-lab/alpaca", "our-alpaca", "the bundled record alpaca")]),
        ("model", "Qwen/Qwen2.5-7B", "base", []),
    ],
)  # fmt: skip
def test_a_lineage_says_which_records_of_ones_own_it_rests_on(
    tmp_path: Path, kind: str, name: str, role: str, said: list[tuple[str, str, str]]
) -> None:
    (tmp_path / "ours.yaml").write_text(OWN)
    packs = load_packs([tmp_path])
    text = MANIFEST.format(kind=kind, name=name, role=role)
    manifest = Manifest.model_validate(parse_yaml(text, "lineage.yaml").data)
    told = [one for one in resolve(manifest, packs.registry).warnings if "of your own" in one]
    assert len(told) == len(said)
    for warning, (named, record, instead) in zip(told, said, strict=True):
        assert warning.startswith(f"{named}: ")
        assert f"record {record}" in warning
        assert instead in warning
        assert ("instead of" in warning) == bool(instead)
    assert any(one.path.endswith("/ours.yaml") for one in packs.used)


@pytest.mark.parametrize(
    ("table", "kind", "name", "role", "rest"),
    [
        ("services", "service", "gemini-1.5-pro", "teacher", "provider: openai, family: gateway"),
        ("datasets", "dataset", "tatsu-lab/alpaca", "data", "publisher: meadow"),
        ("models", "model", "Qwen/Qwen2.5-7B", "base", "family: tune, developer: meadow"),
    ],
)
def test_two_records_of_ones_own_with_a_bundled_name_hide_nothing_and_are_told(
    tmp_path: Path, table: str, kind: str, name: str, role: str, rest: str
) -> None:
    source = 'source: {where: ours, read: "2026-01-31"}'
    held = "".join(
        f"  - {{id: ours-{n}, names: [{name}], {rest}, assurance: secondary, {source}}}\n" for n in (1, 2)
    )
    party = f"parties: {{meadow: {{name: Meadow Lab, {source}, assurance: secondary}}}}\n"
    (tmp_path / "ours.yaml").write_text(f"{party}{table}:\n{held}")
    text = MANIFEST.format(kind=kind, name=name, role=role)
    manifest = Manifest.model_validate(parse_yaml(text, "lineage.yaml").data)
    without, beside = (resolve(manifest, load_packs(each).registry) for each in ([], [tmp_path]))
    assert beside.artifacts == without.artifacts
    told = [one for one in beside.warnings if one not in without.warnings]
    assert len(told) == 1
    assert "ours-1 and ours-2" in told[0]
