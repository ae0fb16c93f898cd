"""The bundled packs keep the laws of the engine on manifests of every shape."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.evaluate import evaluate
from compliance.evaluate.reference.evaluator import evaluate_reference
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.operator import ConflictOp, DefinitionOp, nodes
from compliance.model.packs.rule import Rule
from compliance.resolve import resolve
from tests.evaluate.test_more_facts import facts_of, flips, thinned
from tests.evaluate.world import AS_OF
from tests.strategies import YES_NO, Words, manifest_data

FEW = settings(max_examples=40)


@functools.cache
def packs() -> Knowledge:
    return load_packs()


def _values(name: str) -> list[Any]:
    entry = packs().facts[name]
    of_type: dict[str, list[Any]] = {"yes-no": list(YES_NO), "number": [1, 10**12], "words": [["US"]]}
    return list(entry.words) or of_type.get(entry.type, [])


@functools.cache
def words() -> Words:
    """The vocabulary of the bundled packs: services, models, data sets and licences that they speak of."""
    facts: dict[str, dict[str, list[Any]]] = {"publisher": {}, "step": {}, "release": {}, "source": {}}
    fields = {"kind", "country", "function", "access", "commercial", "name", "markets", "notices", "license_copies",
              "date", "license", "route", "plan", "role", "period", "released", "authorised", "commissioned", "origin",
              "documented", "modality", "developer", "controlling_country"}  # fmt: skip
    for name in packs().facts:
        scope, _, key = name.partition(".")
        stated = scope in facts and key not in fields and not packs().facts[name].found
        if stated and _values(name):
            facts[scope][key] = _values(name)
    return Words(
        services=(
            {"name": "gpt-4o-2024-08-06", "provider": "openai", "route": "direct", "plan": "api"},
            {"name": "claude-3-5-sonnet", "provider": "anthropic"},
            {"name": "grok-2", "provider": "xai", "route": "direct"},
        ),
        models=(
            None,
            "meta-llama/Llama-3.1-8B",
            "Qwen/Qwen2.5-7B",
            "deepseek-ai/DeepSeek-R1",
            "lmsys/vicuna-7b-v1.5",
        ),
        datasets=(None, "tatsu-lab/alpaca", "somebody/rows"),
        licences=(
            None,
            "Apache-2.0",
            "CC-BY-NC-4.0",
            "CC-BY-SA-4.0",
            "GPL-3.0",
            "MIT OR CC-BY-NC-4.0",
            "llama3.1",
        ),
        accepted=("openai", "anthropic", "llama3.1"),
        ways=((None, None), ("direct", "api"), ("direct", "consumer"), ("bedrock", "api"), ("direct", None)),
        facts=facts,
    )


bundled_data = st.deferred(lambda: manifest_data(words(), most_steps=4))


@FEW
@given(bundled_data)
def test_the_engine_finds_what_the_reference_finds(data: dict[str, Any]) -> None:
    lineage = resolve(Manifest.model_validate(data), packs().registry)
    findings = evaluate(lineage, packs(), AS_OF).findings
    found = {(f.rule, f.release, f.source or "", f.party, f.party_name): f.readings for f in findings}
    assert evaluate_reference(lineage, packs(), AS_OF) == found
    assert all(f.readings.narrow <= f.readings.plain <= f.readings.broad for f in findings)


def closed() -> frozenset[str]:
    return frozenset(name for name, entry in packs().facts.items() if entry.closed)


def reads_a_conflict(op: object) -> bool:
    """Whether an operator asks if statements disagree: the answer may change when more is stated."""
    used = [packs().definitions[node.definition].test for node in nodes(op) if isinstance(node, DefinitionOp)]
    return any(isinstance(node, ConflictOp) for node in nodes(op)) or any(map(reads_a_conflict, used))


def is_about_a_conflict(rule: Rule) -> bool:
    """Whether a rule looks at what is contradicted, or asks if statements disagree."""
    return '"contradicted":true' in rule.about.model_dump_json() or reads_a_conflict(
        (*rule.when.values(), *rule.unless.values())
    )


@functools.cache
def under_the_law() -> Knowledge:
    """The packs without the rules on a conflict of statements: one more statement may begin it."""
    kept = []
    for pack in packs().packs:
        rules = [rule for rule in pack.rules if not is_about_a_conflict(rule)]
        kept += [pack.model_copy(update={"rules": tuple(rules)})] if rules else []
    return replace(packs(), packs=tuple(kept))


def test_nearly_all_rules_are_under_the_law() -> None:
    outside = {rule.id for _, rule in packs().rules()} - {rule.id for _, rule in under_the_law().rules()}
    assert len(outside) < len(packs().rules()) / 10


def _of_no_route(data: dict[str, Any], path: tuple[Any, ...]) -> bool:
    """Whether a fact is a route on which nobody serves the model: that it was none is known only where it is stated."""
    if path[-1] != "route":
        return False
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    given = holder.get("inputs", {}).values() if path[0] == "steps" else [path[1]]
    read = [one for each in given for one in ([each] if isinstance(each, str) else each)]
    services = [data["artifacts"].get(one, {}) for one in read]
    return holder["route"] == "bedrock" and any("claude" not in (one.get("name") or "") for one in services)


def _denies_another(data: dict[str, Any], path: tuple[Any, ...]) -> bool:
    """Whether a fact is stated against what another stated fact says of it: of two statements one is wrong then."""
    if len(path) < 2 or path[-2] != "facts":
        return False
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    subject = {"artifacts": "source", "steps": "step", "releases": "release"}.get(path[0], "publisher")
    entry = packs().facts.get(f"{subject}.{path[-1]}")
    said = {"yes": True, "no": False}
    return any(
        said.get(holder.get(one.fact.partition(".")[2])) is one.is_
        and said.get(holder[path[-1]], one.then) is not one.then
        for one in (entry.follows if entry else ())
        if isinstance(one.then, bool)
    )


def test_a_fact_against_what_another_says_of_it_is_told_apart() -> None:
    facts = {"rights_cleared": "yes", "copyright_basis": "no"}
    for basis, denied in (("no", True), ("yes", False), ("unknown", False)):
        data = {"artifacts": {"rows": {"kind": "dataset", "facts": {**facts, "copyright_basis": basis}}}}
        assert _denies_another(data, ("artifacts", "rows", "facts", "copyright_basis")) is denied


@FEW
@given(bundled_data, st.data())
def test_adding_facts_never_flips_a_decided_position(data: dict[str, Any], drawn: st.DataObject) -> None:
    stated = facts_of(data, closed())
    facts = [path for path in stated if not _of_no_route(data, path) and not _denies_another(data, path)]
    if not facts:
        return
    left_out = drawn.draw(st.lists(st.sampled_from(facts), unique=True, min_size=1, max_size=8))
    full, thin = (Manifest.model_validate(one) for one in (data, thinned(data, left_out)))
    assert flips(full, thin, under_the_law()) == []
