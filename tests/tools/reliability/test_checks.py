"""To say less of a release never makes it come out clean."""

from __future__ import annotations

import contextlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.errors import ComplianceError
from tools.reliability.checks import OPEN, checked, is_open, less_said
from tools.reliability.mutation import copied
from tools.reliability.seeds import examples, said_otherwise, small


@pytest.mark.parametrize("name", OPEN)
def test_something_is_open_on_the_examples_that_are_changed(name: str) -> None:
    assert checked(examples()[name]).exit_code == 1


@settings(max_examples=12, derandomize=True, deadline=None, database=None)
@given(draw=st.randoms(use_true_random=False))
def test_less_is_never_clean(draw: Random) -> None:
    document = less_said(draw)
    assert document not in examples().values()
    try:
        report = checked(document)
    except ComplianceError:
        return
    assert report.exit_code == 1


def test_most_manifests_of_other_values_are_read() -> None:
    draw, read = Random(5), 0
    for _ in range(20):
        with contextlib.suppress(ComplianceError):
            checked(said_otherwise(draw))
            read += 1
    assert read >= 10


def test_small_manifests_are_read_and_open_or_clean() -> None:
    found = {name: checked(document).exit_code for name, document in small().items()}
    assert found == {
        "quickstart": 1, "clean": 0, "rows-of-a-service": 0, "one-of-two": 1, "parts-and-statements": 1
    }  # fmt: skip


def test_what_is_open_beside_a_wrong_statement_may_be_settled_by_taking_it_back() -> None:
    """Rows that a model wrote years before it was published: without that date nothing speaks against them."""
    document = copied(small()["rows-of-a-service"])
    document["steps"][0]["period"] = "2022"
    report = checked(document)
    assert (report.exit_code, is_open(report)) == (1, False)
    document = copied(small()["rows-of-a-service"])
    document["releases"][0]["license"] = "none"
    assert is_open(checked(document))


@pytest.mark.parametrize(("origin", "taken"), [("own", False), ("third-party", True)])
def test_a_licence_of_work_of_our_own_is_a_claim_and_no_fact(origin: str, taken: bool) -> None:
    document = {"artifacts": {"rows": {"kind": "dataset", "license": "OpenRAIL", "origin": origin}}}
    told = [less_said(Random(seed), document)["artifacts"]["rows"].get("license") for seed in range(40)]
    assert taken == any(one != "OpenRAIL" for one in told)


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [("artifacts", "route", "bedrock"), ("artifacts", "route", "openrouter"), ("publisher", "country", "CN")],
    ids=[
        "a route that does not exist",
        "a route without a text of that time",
        "a country where it is not sold",
    ],
)
def test_what_bites_only_where_it_is_said_opens_no_base(place: str, key: str, value: str) -> None:
    document = copied(small()["rows-of-a-service"])
    (document[place]["writer"] if place == "artifacts" else document[place])[key] = value
    report = checked(document)
    assert (report.exit_code, is_open(report)) == (1, False)


def test_a_name_that_nothing_covers_opens_a_base() -> None:
    document = copied(small()["rows-of-a-service"])
    document["artifacts"]["writer"] = {"kind": "service", "name": "meadow-writer-1"}
    report = checked(document)
    assert (report.exit_code, is_open(report)) == (1, True)
