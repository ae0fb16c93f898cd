"""The automaton gives every route the class that its definition gives it."""

from __future__ import annotations

import itertools

import pytest

from compliance.evaluate.reference.routes import classes_of_route
from compliance.model.packs.reach import CLASS_OF, RELATIONS, State, depth, follow, start_state

KINDS = ("model", "service", "dataset", "code", "document")


@pytest.mark.parametrize("kind", KINDS)
def test_the_automaton_agrees_with_the_definition_on_every_short_route(kind: str) -> None:
    start = start_state(kind)
    for length in range(1, 7):
        for route in itertools.product(RELATIONS, repeat=length):
            state = follow(start, route)
            found = frozenset() if state is None else frozenset({CLASS_OF[state]})
            assert classes_of_route(kind, route) == found, route


WRITTEN = [
    ("service", "outputs", "copy"),
    ("service", "outputs data data", "copy"),
    ("model", "data", "copy"),
    ("service", "outputs trained-on", "student"),
    ("model", "trained-on", "student"),
    ("service", "outputs data trained-on weights weights", "student"),
    ("model", "weights", "derivative"),
    ("model", "weights weights", "derivative"),
    ("service", "outputs trained-on outputs", "descendant"),
    ("service", "outputs trained-on outputs data trained-on weights", "descendant"),
    ("model", "weights outputs", "copy"),
    ("model", "weights weights outputs data trained-on weights", "student"),
    ("model", "weights trained-on", "student"),
    ("model", "weights outputs trained-on outputs", "descendant"),
    ("service", "signal", "signal"),
    ("service", "signal trained-on weights", "signal"),
    ("service", "outputs trained-on signal", "signal"),
    ("dataset", "data", "copy"),
    ("dataset", "trained-on", "student"),
    ("dataset", "data trained-on weights", "student"),
    ("dataset", "trained-on outputs", "descendant"),
    ("dataset", "trained-on trained-on", "descendant"),
    ("dataset", "signal", "signal"),
]


@pytest.mark.parametrize(("kind", "route", "expected"), WRITTEN)
def test_a_route_has_the_class_that_people_expect(kind: str, route: str, expected: str) -> None:
    state = follow(start_state(kind), tuple(route.split()))
    assert state is not None
    assert expected == CLASS_OF[state]


def test_the_source_itself_is_in_no_class_before_the_first_relation() -> None:
    assert State.ORIGIN not in CLASS_OF
    assert State.ORIGIN is follow(State.ORIGIN, ())


def test_depth_counts_how_often_a_model_wrote() -> None:
    assert depth(("outputs", "data", "trained-on", "outputs", "trained-on")) == 2
    assert depth(("weights", "trained-on")) == 0
