from __future__ import annotations

import re
from dataclasses import replace

import pytest

from compliance.errors import Fault, Location
from compliance.model.answered.finding import MissingFact
from compliance.model.answered.report import Report
from compliance.model.packs.truth import Position
from compliance.render.machine.github import MESSAGE_LENGTH, SHOWN, render_faults, render_github
from compliance.render.view.report_view import build_view
from tests.render import factories as make

COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^\n]*?)::(?P<message>[^\n]*)")
EVIL = "x\n::error::y\r\n##[stop-commands]z %0A::set-output name=a::b \x1b[31m\u202e ,line=9:"


def _printed(report: Report, source: str | None = None) -> str:
    return render_github(report, build_view(report), source)


def _decoded(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What a runner understands: lines that begin with `::`, properties parted by commas."""
    found = []
    for line in text.splitlines():
        if line.lstrip().startswith("::") and not line.startswith(("::group::", "::endgroup::")):
            match = COMMAND.fullmatch(line)
            assert match, line
            pairs = dict(part.split("=", 1) for part in match["properties"].split(","))
            properties = {key: _decoded(value) for key, value in pairs.items()}
            found.append((match["kind"], properties, _decoded(match["message"])))
    return found


def test_each_finding_that_needs_a_look_is_an_annotation_on_its_line() -> None:
    commands = _commands(_printed(make.olmo_report()))
    assert [(kind, place["line"]) for kind, place, _ in commands] == [
        ("error", "12"), ("warning", "21"), ("warning", "21"), ("notice", "12"), ("notice", "8"),
    ]  # fmt: skip
    _, first, message = commands[0]
    assert first == {
        "file": "lineage.yaml",
        "line": "12",
        "col": "3",
        "title": "arguable: Output used to develop models that compete with OpenAI",
    }
    assert message.splitlines()[0] == "gpt-4.1 → olmo (Allen Institute for AI)"
    assert message.splitlines()[-1] == "Rule openai/competing-models."


def test_annotations_stand_in_a_group_and_the_verdict_after_it() -> None:
    report = make.olmo_report()
    lines = _printed(report).splitlines()
    assert lines[0] == "::group::compliance: Olmo 3 base"
    end = lines.index("::endgroup::")
    verdict = build_view(report).verdict
    assert lines[end + 1 :][-2:] == [verdict.line, verdict.exit_words]


def test_the_manifest_is_called_as_the_repository_calls_it() -> None:
    report = replace(make.report(make.arguable()), manifest="lineage.yaml")
    ((_, place, _),) = _commands(_printed(report, "models/olmo/lineage.yaml"))
    assert (place["file"], place["line"]) == ("models/olmo/lineage.yaml", "12")


def test_what_has_no_place_stands_on_the_first_line_of_the_manifest() -> None:
    report = make.report(replace(make.arguable(), location=None), manifest="./lineage.yaml")
    ((_, place, _),) = _commands(_printed(report))
    assert (place["file"], place["line"], place["col"]) == ("lineage.yaml", "1", "1")


def test_the_most_important_come_first_and_the_rest_in_plain_lines() -> None:
    many = [make.finding(source=f"s{number}") for number in range(SHOWN + 3)]
    waits = [make.finding(make.UNDECIDED, source=f"w{number}") for number in range(SHOWN + 1)]
    text = _printed(make.report(*waits, *many))
    kinds = [kind for kind, _, _ in _commands(text)]
    assert kinds == ["error"] * SHOWN + ["warning"] * SHOWN
    assert "Beyond the 10 of a kind that GitHub shows, 4 more:" in text
    assert sum(line.startswith("- ") for line in text.splitlines()) == 4


@pytest.mark.parametrize(
    ("readings", "gate", "kind"),
    [
        (make.BREACHING, "plain", "error"),
        (make.ARGUABLE, "plain", "error"),
        (make.ARGUABLE, "narrow", "warning"),
        (make.UNDECIDED, "plain", "warning"),
        (make.REMOTE, "plain", "notice"),
        (make.REMOTE, "broad", "error"),
        (make.BREACHING, "never", "warning"),
    ],
)
def test_the_gate_and_the_position_decide_the_kind(readings: object, gate: object, kind: str) -> None:
    report = make.report(make.finding(readings), gate=gate)  # type: ignore[arg-type]
    assert [found for found, _, _ in _commands(_printed(report))] == [kind]


def test_clear_findings_those_of_others_and_bills_are_counted_only() -> None:
    text = _printed(make.olmo_report())
    assert "6 further findings in the full report: 4 clear or not applicable" in text
    assert "1 of others than the publisher and 1 under rules that are not in force." in text


def test_a_check_that_fails_on_nothing_but_coverage_has_annotations() -> None:
    missed = replace(make.report().releases[0], evaluated=False)
    report = make.report(releases=(missed,), not_covered=make.olmo_report().not_covered)
    assert [kind for kind, _, _ in _commands(_printed(report))] == ["error", "warning"]
    assert [kind for kind, _, _ in _commands(_printed(make.report(releases=())))] == ["error"]


def test_allowed_and_waived_findings_are_notices() -> None:
    report = replace(make.olmo_report(), allowed=("needs-facts", "not-covered"))
    kinds = {place["title"].partition(":")[0]: kind for kind, place, _ in _commands(_printed(report))}
    assert kinds == {
        "arguable": "notice",  # the waived one, which comes after the open one
        "needs facts (remote to arguable)": "notice",
        "Name of which no loaded rule or text speaks": "notice",
        "remote": "notice",
    }


@pytest.mark.parametrize("text", [EVIL, "a" * 100_000, "a,b:c=d%e"])
def test_no_name_becomes_a_command_or_a_property(text: str) -> None:
    finding = make.finding(
        make.UNDECIDED, title=text, reason=text, source=text, release=text, party_name=text, rule=text,
        missing=(MissingFact(text, text, text),), location=f"{text}:3:4",
    )  # fmt: skip
    many = [replace(finding, party="releaser", family=f"f{number}") for number in range(SHOWN + 2)]
    report = make.report(*many, title=text, manifest=text, warnings=(text,))
    printed = _printed(report)
    commands = _commands(printed)
    assert {kind for kind, _, _ in commands} == {"warning"}
    assert {frozenset(place) for _, place, _ in commands} == {frozenset({"file", "line", "col", "title"})}
    assert all(len(message) <= MESSAGE_LENGTH + 1 for _, _, message in commands)
    plain = [line for line in printed.splitlines() if not line.startswith("::")]
    assert not any("##[" in line for line in plain)
    assert {character for character in printed if not character.isprintable()} == {"\n"}


def test_a_hostile_report_gives_its_own_commands_only() -> None:
    assert len(_commands(_printed(make.hostile_report()))) == 3


def test_the_same_report_gives_the_same_bytes() -> None:
    assert _printed(make.olmo_report()) == _printed(make.olmo_report())


def test_every_position_has_a_kind() -> None:
    for position in Position:
        lines = _printed(make.report(make.finding(position=position))).splitlines()
        commands = {line.split(" ", 1)[0].split("::")[1] for line in lines if line.startswith("::")}
        assert commands <= {"error", "warning", "notice", "group", "endgroup"}, position
        assert lines, position


def test_what_is_wrong_in_a_file_is_an_error_at_its_place() -> None:
    faults = (
        Fault(Location("lineage.yaml", 2, 20), "unknown key 'titel'", "did you mean 'title'?"),
        Fault(None, "no such folder", ""),
        Fault(Location("else.yaml", 3, 1), "no date", ""),
    )
    text = render_faults(faults, lambda file: f"models/{file}" if file == "lineage.yaml" else None)
    first, second = _commands(text)
    assert first[0] == "error"
    assert (first[1]["file"], first[1]["line"], first[1]["col"]) == ("models/lineage.yaml", "2", "20")
    assert first[2] == "unknown key 'titel'; did you mean 'title'?"
    assert (second[1]["file"], second[2]) == ("else.yaml", "no date")


def test_no_fault_becomes_a_command_of_its_own() -> None:
    (only,) = _commands(render_faults((Fault(Location(EVIL, 1, 1), EVIL, EVIL),), lambda _: None))
    assert only[0] == "error"


def test_no_more_faults_are_printed_than_are_shown() -> None:
    faults = [Fault(Location("m.yaml", n, 1), "wrong", "") for n in range(1, 30)]
    assert len(_commands(render_faults(faults, lambda _: None))) == SHOWN
