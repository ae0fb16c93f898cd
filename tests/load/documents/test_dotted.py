"""A key with dots in it: the message says where it belongs, written out."""

from __future__ import annotations

import pytest

from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest

MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab}
artifacts: {m: {kind: model}}
releases: [{artifact: m, name: m}]
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("publisher.revenue: 5", "write it as publisher: {facts: {revenue: 5}}"),
        ("artifacts.n.license: MIT", "write it as artifacts: {n: {license: MIT}}"),
        ("release.markets: [EU, US]", "write it in an entry of releases, as markets: [EU, US]"),
        (
            "releases.access: gated",
            "write it in an entry of releases, as access: gated, in the 'releases' that is there",
        ),
        ("source.license: 'a: b'", "write it in an entry of artifacts, as license: 'a: b'"),
        ("parties.x.accepted.openai: true", "write it as parties: {x: {accepted: {openai: true}}}"),
        ("weather.today: fine", "known keys are"),
    ],
)
def test_a_key_with_dots_is_written_out_where_it_belongs(line: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        check_manifest(parse_yaml(f"{MANIFEST}{line}\n", "lineage.yaml"))
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("country: US", "write it within publisher, as publisher: {country: US}"),
        (
            "steps: [{id: s, kind: generate, teachers: [m], outputs: m}]",
            "within inputs, as inputs: {teacher: [m]}",
        ),
        ("steps: [{id: s, kind: generate, prompt: m, outputs: m}]", "within inputs, as inputs: {prompts: m}"),
        ("steps: [{id: s, kind: finetune, bose: m, outputs: m}]", "known keys are"),
    ],
)
def test_a_key_without_its_block_is_told_where_it_belongs(line: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        check_manifest(parse_yaml(f"{MANIFEST}{line}\n", "lineage.yaml"))
    assert told in str(caught.value)
