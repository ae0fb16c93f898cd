"""Whatever is done to a manifest that uses every field, it is refused in words or becomes a lineage."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.errors import Fault, InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest, load_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.resolve import resolve

RICH = """\
lineage: 1
project: {id: p, title: All there is}
publisher: {name: Lab, kind: [company, nonprofit], country: [Deutschland, US], facts: {monthly_users: "< 700000000"}}
asker: maker
parties: {maker: {name: Maker, accepted: {openai: {answer: true, evidence: [{file: a, date: 2025-01}]}}, country: EU}}
artifacts:
  chats: {kind: service, names: [gpt-4o, claude-3-5-sonnet-20241022], route: direct, plan: api}
  base: {kind: model, name: meta-llama/Llama-3.1-8B, parts: [{name: tokenizer, license: MIT}, {name: v, of: side}]}
  side: {kind: model, name: Qwen/Qwen2.5-7B, documented: {where: paper, generators: [x]}}
  rows: {kind: dataset, tokens: 1e9, statements: [{license: MIT, where: card, date: 2024, until: 2025}]}
  theirs: {kind: dataset, uses: other.yaml}
  m: {kind: model, against_record: {because: record-wrong, where: card}}
steps:
  - {id: write, kind: generate, inputs: {teacher: chats}, outputs: rows, period: 2025-01, by: maker, replaces: true}
  - id: tune
    kind: finetune
    inputs: {base: {one_of: [base, side]}, data: [rows, {artifact: theirs, share: 0.5, tokens: "> 5"}]}
    outputs: m
    authorised: {answer: unknown}
releases:
  - {id: w, artifact: m, by: maker, date: 2025-06, markets: [EEA, worldwide], terms: {passes_on: [llama3.1]}}
  - {artifact: rows, hands_out: labels, facts: {training_flop: between 1e22 and 2e22}}
variants:
  a: {}
  b: {artifacts: {chats: {kind: model, names: [x/y]}}, steps: [{id: tune, kind: merge}], leaves_out: [rows]}
"""
OTHER = """\
lineage: 1
project: {id: other}
publisher: {name: Other}
artifacts: {chat: {kind: service, name: gpt-4o}, rows: {kind: dataset}}
steps: [{id: write, kind: generate, inputs: {teacher: chat}, outputs: rows}]
releases: [{artifact: rows}]
"""
texts = st.one_of(
    st.text(max_size=10),
    st.sampled_from(
        ["m", "rows", "chats", "base", "a", "w", "tune", "maker", "unknown", "yes", "70B", "< 5", "> 1/3 of base",
         "EEA", "Georgia", "2025-13", "9999-12-31", "other.yaml", "lineage.yaml", "a\u200bb", "vi\u0441una", "1,000",
         "True", "~"]
    ),
)  # fmt: skip
scalars = st.one_of(
    texts, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=4,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, inner in parts for place in places(inner, (*path, key)))]


def at(node: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        node = node[part]
    return node


def mutated(data: st.DataObject, document: Any) -> Any:
    """Drop, replace, double, rename or borrow one value."""
    path = data.draw(st.sampled_from([each for each in places(document) if each]))
    around, key = at(document, path[:-1]), path[-1]
    match data.draw(st.sampled_from(["drop", "replace", "double", "rename", "borrow", "add"])):
        case "drop":
            del around[key]
        case "double" if isinstance(around, list):
            around.append(copy.deepcopy(around[key]))
        case "rename" if isinstance(around, dict):
            around[data.draw(texts)] = around.pop(key)
        case "add" if isinstance(around[key], dict):
            around[key][data.draw(texts)] = data.draw(values)
        case "borrow":
            around[key] = copy.deepcopy(at(document, data.draw(st.sampled_from(places(document)))))
        case _:
            around[key] = data.draw(values)
    return document


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fuzz") / "m"
    made.mkdir()
    (made / "other.yaml").write_text(OTHER)
    return made


def test_the_manifest_that_is_changed_is_a_good_one(packs: Knowledge, folder: Path) -> None:
    (folder / "lineage.yaml").write_text(RICH)
    loaded = load_manifest(folder / "lineage.yaml", packs)
    lineage = resolve(loaded.manifest, packs.registry, loaded.where, loaded.used)
    assert [release.key for release in lineage.releases] == ["w@a", "rows@a", "w@b"]


@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_changed_manifest_is_refused_in_words_or_becomes_a_lineage(
    packs: Knowledge, folder: Path, data: st.DataObject
) -> None:
    document = parse_yaml(RICH, "m.yaml").data
    for _ in range(data.draw(st.integers(1, 3))):
        document = mutated(data, document)
    content = yaml.safe_dump(document, allow_unicode=True).encode("utf-8", "surrogatepass")
    path = folder / "lineage.yaml"
    path.write_bytes(content)
    try:
        loaded = load_manifest(path, packs)
        resolve(loaded.manifest, packs.registry, loaded.where, loaded.used)
        told = ""
    except InputError as error:
        told = str(error)
    assert "^[" not in told, "no patterns in messages"
    assert {c for c in told if not c.isprintable()} <= {"\n"}


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_changed_text_is_refused_in_words_or_read(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(RICH)))
    end = start + data.draw(st.integers(0, 6))
    text = RICH[:start] + data.draw(texts) + RICH[end:]
    for fault in _faults(text):
        assert (fault.what != "", fault.what_to_do != "") == (True, True)


def _faults(text: str) -> tuple[Fault, ...]:
    try:
        check_manifest(parse_yaml(text, "m.yaml"))
    except InputError as error:
        return error.faults
    return ()
