"""A line of an answer at the top of a manifest is put where it belongs, and what it takes the place of is told."""

from __future__ import annotations

import sys

import pytest

from compliance.errors import InputError
from compliance.load.documents.yaml_reader import MAX_FAULTS, parse_yaml
from compliance.load.manifest.manifest import LoadedManifest, check_manifest
from compliance.load.manifest.pasted import MAX_LINES
from compliance.model.declared.manifest import Manifest

MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab}
parties: {x.y: {name: Other}}
artifacts:
  gpt: {kind: service, name: chat}
  gpt-4.1: {kind: service, name: gpt-4.1, route: unknown}
  m: {kind: model, license: MIT}
steps:
  - {id: tune.1, kind: finetune, inputs: {data: gpt}, outputs: m, period: 2024-05}
releases:
  - {artifact: m, name: m, notices: [one]}
"""


def _loaded(*lines: str) -> LoadedManifest:
    return check_manifest(parse_yaml("\n".join((MANIFEST, *lines, "")), "lineage.yaml"))


def _facts(manifest: Manifest) -> dict[str, object]:
    service, party = manifest.artifacts["gpt-4.1"], manifest.parties["x.y"]
    return {
        "route": service.route, "facts": dict(service.facts), "accepted": dict(manifest.publisher.accepted),
        "party": dict(party.accepted), "period": manifest.steps[0].period, "roles": tuple(manifest.steps[0].inputs),
        "notices": manifest.releases[0].notices, "ids": tuple(manifest.artifacts),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "field", "expected"),
    [
        ("artifacts.gpt-4.1.route: direct   # or azure, bedrock", "route", "direct"),
        ("artifacts.gpt-4.1.facts.grant_shown: true", "facts", {"grant_shown": "yes"}),
        ("publisher.accepted.openai: true", "accepted", {"openai": "yes"}),
        ("parties.x.y.accepted.openai: false", "party", {"openai": "no"}),
        ("steps.tune.1.period: 2024-06", "period", "2024-06"),
        ("steps.tune.1.inputs.prompts: gpt-4.1", "roles", ("data", "prompts")),
        ('releases.m.notices: [one, "two: three"]', "notices", ("one", "two: three")),
        ("artifacts.gpt-4.2: {kind: model}", "ids", ("gpt", "gpt-4.1", "m", "gpt-4.2")),
    ],
)
def test_a_line_is_put_in_its_entry(line: str, field: str, expected: object) -> None:
    assert _facts(_loaded(line).manifest)[field] == expected


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("artifacts.gpt-4.1.route: direct", []),
        ("releases.m.notices: [one, two]", []),
        ("artifacts.m.license: MIT", []),
        (
            "artifacts.m.license: Apache-2.0",
            [
                "lineage.yaml:14:1 answers artifacts.m.license anew; what stands at lineage.yaml:8:20 does not count "
                "any more"
            ],
        ),
    ],
    ids=["unknown before", "more of a list", "the same", "otherwise"],
)
def test_what_an_answer_takes_the_place_of_is_told_where_it_says_otherwise(
    line: str, told: list[str]
) -> None:
    assert list(_loaded(line).warnings) == told


def test_several_lines_go_into_one_entry() -> None:
    new = ("artifacts.gpt-4.2: {kind: service, name: x}", "artifacts.gpt-4.2.plan: api")
    assert _loaded(*new).manifest.artifacts["gpt-4.2"].plan == "api"


def test_a_line_knows_its_place() -> None:
    found = _loaded("releases.m.notices: [one, two]").where(("releases", 0, "notices", 1))
    assert str(found) == "lineage.yaml:14:27"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("releases.n.notices: [one]", "releases has no entry 'n'; there are 'm'"),
        ("steps.tune1.period: 2024", "steps has no entry 'tune1'; did you mean 'tune.1'?"),
        ("artifacts.gpt-4.1.rout: direct", "write it as artifacts"),
        ("artifacts.m.license: [1]", "artifacts.m.license: expected text"),
        ("publisher.accepted: {openai: perhaps}", "publisher.accepted.openai"),
    ],
)
def test_a_line_that_fits_nowhere_is_a_fault(line: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        _loaded(line)
    assert told in str(caught.value)


ADDED = "artifacts.alpaca: {kind: dataset, name: tatsu-lab/alpaca, "


@pytest.mark.parametrize(
    ("first", "second", "field", "expected"),
    [
        ("artifacts.gpt-4.1.route: direct", "artifacts.gpt-4.1.route: direct", "route", "direct"),
        (ADDED + "license: MIT}", ADDED + "released: 2023-03}", "ids", ("gpt", "gpt-4.1", "m", "alpaca")),
        ("releases.m.notices: [one, two]", "releases.m.notices: [one, three]", "notices", ("one", "two", "three")),
        (
            "artifacts.gpt-4.1.facts: {grant_shown: true}", "artifacts.gpt-4.1.facts: {rights_cleared: true}",
            "facts", {"grant_shown": "yes", "rights_cleared": "yes"},
        ),
    ],
)  # fmt: skip
def test_two_lines_for_one_place_are_put_together(
    first: str, second: str, field: str, expected: object
) -> None:
    assert _facts(_loaded(first, second).manifest)[field] == expected


def test_both_lines_for_a_new_entry_count() -> None:
    manifest = _loaded(ADDED + "license: MIT}", ADDED + "released: 2023-03}").manifest
    assert (manifest.artifacts["alpaca"].license, manifest.artifacts["alpaca"].released) == ("MIT", "2023-03")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("artifacts.gpt-4.1.route: direct", "artifacts.gpt-4.1.route: azure"),
        (ADDED + "license: MIT}", ADDED + "license: Apache-2.0}"),
    ],
)
def test_two_lines_that_disagree_are_told(first: str, second: str) -> None:
    with pytest.raises(InputError) as raised:
        _loaded(first, second)
    (fault,) = raised.value.faults
    assert "an earlier line answers this otherwise" in fault.what
    assert fault.location is not None
    assert fault.location.line == 3 + MANIFEST.count("\n")


def test_a_key_that_is_no_answer_may_not_come_twice() -> None:
    with pytest.raises(InputError, match="already given in line"):
        _loaded("project: {id: q}")


def test_more_lines_than_anybody_pastes_are_refused() -> None:
    lines = [f"artifacts.a{number}: {{kind: model}}" for number in range(MAX_LINES)]
    assert len(_loaded(*lines).manifest.artifacts) == MAX_LINES + 3
    with pytest.raises(InputError, match="more than 1,000 lines of answers"):
        _loaded(*lines, "artifacts.gpt-4.1.route: direct")


def test_faults_without_number_cost_what_the_manifest_is_long() -> None:
    def cost(size: int) -> int:
        steps = "".join(
            f"  - {{id: s{n}, kind: mix, inputs: {{data: a{n}}}, outputs: m}}\n" for n in range(size)
        )
        known = "".join(f"  b{n}: {{kind: dataset}}\n" for n in range(size))
        text = f"lineage: 1\nproject: {{id: p}}\nartifacts:\n  m: {{kind: model}}\n{known}steps:\n{steps}"
        calls = [0]
        sys.setprofile(lambda *_: calls.__setitem__(0, calls[0] + 1))
        try:
            with pytest.raises(InputError):
                check_manifest(parse_yaml(text, "lineage.yaml"))
        finally:
            sys.setprofile(None)
        return calls[0]

    few, more, most = cost(20), cost(MAX_FAULTS + 100), cost(2 * MAX_FAULTS + 200)
    assert few < more
    assert most < 3 * more
