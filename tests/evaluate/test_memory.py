"""What is remembered within an evaluation is what would be found anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.synthetic import synthetic
from compliance.evaluate.ask import Asked, ask
from compliance.evaluate.bindings import bindings
from compliance.evaluate.context import Context, Memory
from compliance.evaluate.reaching.ways import find_route
from compliance.evaluate.telling.answers import answered
from compliance.evaluate.telling.turns import candidates
from compliance.evaluate.world import World
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import NEVER, Readings
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, REGISTRY, world
from tests.strategies import manifests, rules

some_rules = st.lists(rules(), min_size=1, max_size=4)


def contexts(manifest: Manifest, given_rules: list[dict[str, Any]]) -> Iterator[tuple[World, Rule, Context]]:
    """Every context in which each rule is put, in a world that they share."""
    shared = World(resolve(manifest, REGISTRY), world(*given_rules), AS_OF)
    for _, rule in shared.knowledge.rules():
        for release in shared.lineage.releases:
            yield from ((shared, rule, binding.context) for binding in bindings(shared, rule, release))


def anew(rule: Rule, context: Context) -> Asked:
    """The rule asked of a copy of the context that remembers nothing."""
    fresh = replace(context)
    assert fresh.memory == Memory()
    return ask(rule, fresh)


@given(manifests(), some_rules)
def test_a_shared_context_gives_what_a_fresh_one_gives(
    manifest: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    for _, rule, context in contexts(manifest, given_rules):
        first, again, fresh = ask(rule, context), ask(rule, context), anew(rule, context)
        assert first.elements == again.elements == fresh.elements
        assert first.standing == again.standing == fresh.standing


def _bites(asked: Asked) -> Readings:
    return asked.bites if asked.applicable else NEVER


@given(manifests(), some_rules)
def test_an_answer_leads_where_asking_everything_again_leads(
    manifest: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    for _, rule, context in contexts(manifest, given_rules):
        asked = ask(rule, context)
        for fact in asked.missing:
            for value in candidates(context, fact):
                answers = {fact.key: value}
                assert answered(rule, asked, answers) == _bites(anew(rule, context.assuming(answers)))


def test_an_answer_about_access_leads_where_asking_everything_again_leads_under_the_bundled_rules() -> None:
    knowledge, manifest = load_packs(), Manifest.model_validate(synthetic(24))
    shared, told = World(resolve(manifest, knowledge.registry), knowledge, AS_OF), set[str]()
    for _, rule in knowledge.rules():
        if rule.cites and not rule.id.startswith(("laws/", "gaps/")):
            for one in bindings(shared, rule, shared.lineage.releases[0]):
                asked = ask(rule, one.context)
                for fact in asked.missing:
                    told.add(fact.fact)
                    for value in candidates(one.context, fact):
                        answers = {fact.key: value}
                        expected = _bites(anew(rule, one.context.assuming(answers)))
                        assert answered(rule, asked, answers) == expected
    assert {"source.route", "source.plan"} <= told


@given(manifests(), some_rules)
def test_answers_do_not_stay_in_the_context_they_were_tried_in(
    manifest: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    for _, rule, context in contexts(manifest, given_rules):
        before = ask(rule, context)
        for fact in before.missing:
            for value in candidates(context, fact):
                answered(rule, before, {fact.key: value})
        assert ask(rule, context).elements == before.elements


@given(manifests(), some_rules)
def test_a_route_leads_from_its_entry_to_the_target(
    manifest: Manifest, given_rules: list[dict[str, Any]]
) -> None:
    for shared, _, context in contexts(manifest, given_rules):
        if context.entry is None or context.entry not in shared.lineage.edges:
            continue
        number, node = shared.lineage.edges.index(context.entry), context.target.node
        for reach in shared.table.classes(number, node):
            route = find_route(shared.table, number, node, reach, settled=False)
            assert route is not None
            assert route.hops[0].source == shared.lineage.versions[context.entry.source][0]
            assert route.hops[-1].target == shared.lineage.versions[node][0]
