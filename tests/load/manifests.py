"""A small manifest as text, and its faults after a change."""

from __future__ import annotations

from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.known.knowledge import Knowledge

TEXT = """\
lineage: 1
project: {id: p}
publisher: {name: Lab, kind: company}
parties: {maker: {name: Maker}}
artifacts:
  chat: {kind: service, name: gpt-4o, provider: openai, route: direct, plan: api}
  base: {kind: model}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chat}, outputs: rows, by: maker}
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: m}
releases:
  - {artifact: m, access: open-weights, commercial: true}
"""


def changed(old: str, new: str) -> str:
    """The text with one thing changed."""
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def faults(text: str, packs: Knowledge | None = None) -> list[str]:
    """Everything that is wrong with a manifest, without its places."""
    try:
        check_manifest(parse_yaml(text, "m.yaml"), packs)
    except InputError as error:
        return [fault.what + "; " + fault.what_to_do for fault in error.faults]
    return []
