"""A manifest that only names a data set shows the service behind it; one with everything stated passes."""

from __future__ import annotations

from tests.examples.conftest import Checked


def test_the_quickstart_ends_with_something_open(quickstart: Checked) -> None:
    assert quickstart.exit_code == 1


def test_the_service_behind_the_data_set_is_shown_as_resolved(quickstart: Checked) -> None:
    (finding,) = quickstart.of(rule="openai/competing-models", party="releaser")
    assert finding["origin"].startswith("resolved")
    assert finding["source_name"] == "text-davinci-003"
    assert finding["routes"][0]["artifacts"] == ["alpaca~text-davinci-003", "alpaca", "tuned"]


def test_whose_terms_bind_is_asked_and_not_assumed(quickstart: Checked) -> None:
    (finding,) = quickstart.of(rule="openai/competing-models", party="releaser")
    assert finding["position"] == "needs-facts"
    assert finding["range"] == {"low": "remote", "high": "arguable"}
    assert [missing["fact"] for missing in finding["missing"]] == ["party.accepted"]


def test_what_the_publisher_of_the_data_limits_is_found(quickstart: Checked) -> None:
    (finding,) = quickstart.of(rule="data-licences/nc-weights")
    assert finding["position"] == "arguable"


def test_the_clean_example_passes_with_default_flags(clean: Checked) -> None:
    assert clean.exit_code == 0
    assert clean.live() == []


def test_the_clean_example_was_put_to_rules(clean: Checked) -> None:
    assert clean.report["verdict"]["rules_asked"] > 0
    assert {release["evaluated"] for release in clean.report["releases"]} == {True}
    assert all(finding["reason"] for finding in clean.report["findings"])
