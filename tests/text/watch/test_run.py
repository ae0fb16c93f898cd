"""A run over a collection raises an alarm at the step that changed what a text says, and at no other."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.model.known.policy_text import CitedVersion, Watch
from compliance.model.packs.instrument import Version
from compliance.text.keep.fingerprint import digest
from compliance.text.keep.ota import collections_of
from compliance.text.watch.grade import same_words
from compliance.text.watch.report import as_json, as_markdown
from compliance.text.watch.run import watch

Record = Callable[..., str]
TERMS = "Meadow/Terms of Service.md"
POLICY = "Meadow/Acceptable Use Policy.md"
NOTICE = "Meadow/Privacy Policy.md"
RIVALS = "You may not use output to train models that compete with Meadow."
ANY = "You may not use output to train any machine learning model."
SECTION = "\n\nSection {n} says that the meadow closes at hour {n} and opens on the next day."
FILLER = "".join(SECTION.format(n=n) for n in range(12))


def text(*clauses: str) -> str:
    return "# Terms\n\n" + "\n\n".join(clauses) + FILLER + "\n"


def cited(words: str = RIVALS, instrument: str = "meadow/terms") -> CitedVersion:
    version = Version.model_validate({"from": "2026-01-01", "fingerprint": digest(words)})
    return CitedVersion(instrument, "rivals", "Meadow", version, "full-text", ("meadow/rivals",))


def run(
    repository: Path, *known: CitedVersion, since: str = "2026-01-01", until: str = "2026-12-31",
    state: Path | None = None, said: list[str] | None = None,
) -> Watch:  # fmt: skip
    days = [datetime.date.fromisoformat(each) for each in (since, until)]
    talk = [] if said is None else said
    return watch(collections_of([f"meadow={repository}"]), known, days[0], days[1], state, talk.append)


def grades(found: Watch) -> dict[str, str]:
    return {step.date: step.grade for step in (*found.alarms, *found.reviews)}


def test_a_changed_cited_clause_is_the_first_alarm_and_fails_the_run(
    repository: Path, record: Record
) -> None:
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-01", {TERMS: text(ANY)})
    record("2026-03-01", {TERMS: text(ANY, "You may not decompile the app.")})
    found = run(repository, cited())
    assert [(step.date, step.grade) for step in found.alarms] == [
        ("2026-02-01", "cited"), ("2026-03-01", "topic"), ("2026-01-01", "new"),
    ]  # fmt: skip
    assert found.exit_code == 1
    assert found.alarms[0].cited[0].rules == ("meadow/rivals",)


def test_dates_links_numbers_and_order_raise_nothing(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: text(RIVALS, "See [our page](https://a.example), last updated 1 May 2025.")})
    record(
        "2026-02-01", {TERMS: text("See [our page](https://b.example), last updated 2 June 2026.", RIVALS)}
    )
    found = run(repository, since="2026-01-15")
    assert (found.alarms, found.exit_code, found.grades) == ((), 0, {"cosmetic": 1})


def test_only_steps_since_the_day_count_but_their_version_before_does(
    repository: Path, record: Record
) -> None:
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-01", {TERMS: text(ANY)})
    assert grades(run(repository, cited(), since="2026-02-01")) == {"2026-02-01": "cited"}
    assert run(repository, cited(), until="2026-01-31").steps == 1


def test_a_page_that_goes_back_and_forth_raises_one_alarm(repository: Path, record: Record) -> None:
    for day in range(1, 9):
        record(f"2026-02-0{day}", {TERMS: text(RIVALS if day % 2 else ANY)})
    found = run(repository, cited(), since="2026-02-02")
    assert [(step.date, step.grade) for step in found.alarms] == [("2026-02-02", "cited")]


def test_a_page_that_goes_just_before_it_changes_is_part_of_the_change(
    repository: Path, record: Record
) -> None:
    for day in range(1, 5):
        record(f"2026-02-0{day}", {TERMS: text("You may not decompile the app." if day % 2 else "Be kind.")})
    record("2026-02-05", {TERMS: text("You may not sell access to the app.")})
    found = run(repository, since="2026-02-02")
    assert [step.date for step in found.alarms] == ["2026-02-05", "2026-02-04", "2026-02-02"]
    assert found.grades == {"review": 1, "topic": 3}


def test_a_broken_capture_raises_nothing_and_hides_nothing(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: text("You may not decompile the app.")})
    record("2026-01-02", {TERMS: "Loading, please wait.\n"})
    record("2026-01-03", {TERMS: text("You may decompile the app.")})
    found = run(repository, since="2026-01-02")
    assert grades(found) == {"2026-01-03": "topic"}
    assert found.grades["broken"] == 1


def test_a_text_that_stays_short_is_believed_in_the_end(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: text("You may not decompile the app.")})
    for day in range(2, 6):
        record(f"2026-01-0{day}", {TERMS: f"Nothing to be seen here, try number {'x' * day}.\n"})
    found = run(repository, since="2026-01-02")
    (alarm,) = found.alarms
    assert (alarm.date, "stayed like this" in alarm.reason) == ("2026-01-04", True)


def test_a_clause_is_found_in_the_other_document_to_which_it_moved(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: text(RIVALS), POLICY: text("Be kind to everybody in the meadow.")})
    record("2026-02-01", {TERMS: text("Be kind.")})
    record("2026-02-03", {POLICY: text("Be kind to everybody in the meadow.", RIVALS)})
    found = run(repository, cited(), since="2026-01-15")
    left = next(step for step in found.alarms if step.date == "2026-02-01")
    assert left.cited[0].moved_to == POLICY
    assert [each.moved_to for each in left.changes if each.topics] == [POLICY]


def test_notices_on_data_are_only_reviewed(repository: Path, record: Record) -> None:
    record("2026-01-01", {NOTICE: text("We value data.")})
    record("2026-02-01", {NOTICE: text("We value data.", "You may not decompile the app.")})
    assert grades(run(repository)) == {"2026-02-01": "review"}


def test_the_same_sentence_of_another_provider_is_not_the_cited_clause(
    repository: Path, record: Record
) -> None:
    home = record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-01-02", {"Brook/Terms of Service.md": text(RIVALS)})
    record("2026-02-01", {"Brook/Terms of Service.md": text(ANY)})
    told = {
        "from": "2026-01-01", "fingerprint": digest(RIVALS), "capture": {"collection": "meadow", "commit": home},
    }  # fmt: skip
    each = CitedVersion("meadow/terms", "rivals", "Meadow", Version.model_validate(told), "full-text", ())
    assert grades(run(repository, each, since="2026-02-01")) == {"2026-02-01": "topic"}


def test_versions_follow_each_other_by_their_days(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-10", {TERMS: text(ANY)})
    record("2026-02-01", {TERMS: text(ANY) + "\n\n"})
    assert grades(run(repository, cited(), since="2026-01-15")) == {"2026-02-01": "cited"}


def test_a_run_goes_on_from_its_state_and_says_the_same(
    repository: Path, record: Record, tmp_path: Path
) -> None:
    state = tmp_path / "watch.json"
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-01", {TERMS: text(ANY)})
    run(repository, cited(), state=state)
    assert run(repository, cited(), state=state).steps == 2
    record("2026-03-01", {TERMS: text(ANY, "You may not decompile the app.")})
    said: list[str] = []
    again = run(repository, cited(), state=state, said=said)
    assert said == ["meadow: 1 of 1 commits, 3 alarms"]
    assert again == run(repository, cited())


def test_an_interrupted_run_goes_on_where_it_stopped(
    repository: Path, record: Record, tmp_path: Path
) -> None:
    state = tmp_path / "watch.json"
    for day in range(1, 5):
        record(f"2026-01-0{day}", {TERMS: text(RIVALS, f"There are {day} gates.")})
    run(repository, cited(), until="2026-01-02", state=state)
    said: list[str] = []
    whole = run(repository, cited(), state=state, said=said)
    assert said == ["meadow: 2 of 2 commits, 1 alarms"]
    assert whole.steps == 4


def test_another_question_starts_anew(repository: Path, record: Record, tmp_path: Path) -> None:
    state = tmp_path / "watch.json"
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-01", {TERMS: text(ANY)})
    run(repository, state=state)
    assert run(repository, cited(), state=state).exit_code == 1


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"collections": {"meadow": {"key": 3}}}', "[" * 100_000]
)
def test_a_file_that_is_no_state_is_refused(
    repository: Path, record: Record, tmp_path: Path, content: str
) -> None:
    record("2026-01-01", {TERMS: text(RIVALS)})
    state = tmp_path / "watch.json"
    state.write_text(content)
    with pytest.raises(InputError, match="not the state"):
        run(repository, state=state)


@pytest.mark.parametrize("day", ["", "soon", "2026-13-01", " 2026-01-01", "1e5", "-1"])
def test_a_state_whose_days_are_none_is_refused(
    repository: Path, record: Record, tmp_path: Path, day: str
) -> None:
    record("2026-01-01", {TERMS: text(RIVALS)})
    state = tmp_path / "watch.json"
    run(repository, state=state)
    told = json.loads(state.read_text())
    told["collections"]["meadow"]["memory"] = {TERMS: {"0" * 16: day}}
    state.write_text(json.dumps(told))
    with pytest.raises(InputError, match="not the state"):
        run(repository, state=state)


def test_a_report_cannot_be_steered_by_a_name_or_a_text(repository: Path, record: Record) -> None:
    name = "Mea\x1b[31mdow <script>/Terms of Service.md"
    record("2026-01-01", {name: text(RIVALS)})
    record(
        "2026-02-01",
        {name: text(RIVALS.replace("train", "train \x1b[2J <img src=x>"))},
    )
    report = as_markdown(run(repository, cited()))
    assert "\x1b" not in report
    assert "<script>" not in report.replace("\\<script\\>", "")
    assert "<img" not in report.replace("\\<img", "")


def test_the_json_holds_all_that_markdown_tells(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-01", {TERMS: text(ANY)})
    told = json.loads(as_json(run(repository, cited())))
    assert (told["schema_version"], told["exit_code"], told["steps"]) == (1, 1, 2)
    assert told["alarms"][0]["cited"][0]["name"] == "meadow/terms#rivals"


def dated(day: str) -> dict[str, str]:
    return {TERMS: text(f"Effective: {day}", RIVALS), NOTICE: text(f"Effective: {day}")}


def test_a_new_date_over_cited_clauses_is_listed(repository: Path, record: Record) -> None:
    record("2026-01-01", dated("May 31, 2025"))
    record("2026-02-01", dated("January 1, 2026"))
    found = run(repository, cited(), since="2026-01-15")
    assert found.alarms == ()
    (listed,) = found.reviews
    assert (listed.path, listed.grade, listed.dates) == (TERMS, "dated", ("2026-01-01",))
    assert listed.reason == "the text states 2026-01-01; 1 recorded wordings stand in it"
    assert run(repository, since="2026-01-15").reviews == ()


def test_a_version_that_is_announced_for_a_later_day_is_raised(repository: Path, record: Record) -> None:
    record("2026-01-01", dated("May 31, 2025"))
    record("2026-02-01", dated("March 1, 2026"))
    (alarm,) = run(repository, cited(), since="2026-01-15").alarms
    assert (alarm.path, alarm.grade, alarm.dates) == (TERMS, "announced", ("2026-03-01",))


def test_another_contracting_company_has_a_grade_of_its_own(repository: Path, record: Record) -> None:
    intro = "These terms are an agreement between you and Meadow {form} (“Meadow”)."
    record("2026-01-01", {TERMS: text(intro.format(form="LLC"), RIVALS)})
    record("2026-02-01", {TERMS: text(intro.format(form="Ireland Limited"), RIVALS)})
    (alarm,) = run(repository, cited(), since="2026-01-15").alarms
    assert (alarm.grade, alarm.parties) == ("party", ("Meadow Ireland Limited",))


def test_cited_words_in_another_form_are_listed(repository: Path, record: Record) -> None:
    other = RIVALS.replace("You may not use output", "You may not (see Section 4) use the output")
    record("2026-01-01", {TERMS: text(RIVALS)})
    record("2026-02-01", {TERMS: text(other.replace("(see Section 4) ", ""))})
    found = run(repository, cited(), since="2026-01-15")
    assert [(step.grade, step.date) for step in found.reviews] == [("restated", "2026-02-01")]
    assert found.exit_code == 0


def test_a_notice_on_data_raises_nothing_of_clauses(repository: Path, record: Record) -> None:
    record("2026-01-01", {NOTICE: text(RIVALS), TERMS: text(RIVALS)})
    record("2026-02-01", {NOTICE: text("Be kind to each other, and to the meadow.")})
    found = run(repository, cited(), since="2026-01-15")
    assert (found.alarms, [step.grade for step in found.reviews]) == ((), ["review"])


def test_the_order_of_lines_is_no_news() -> None:
    assert same_words("One.\nTwo.\n", "Two.\n\nOne.\n")
    assert not same_words("You may.\n", "You may not.\n")


def test_a_known_event_raises_an_alarm_in_the_recorded_history(shared: Path) -> None:
    bundle = shared / "text" / "genai-eu-versions.bundle"
    days = datetime.date(2026, 8, 14), datetime.date(2026, 8, 14)
    found = watch(collections_of([f"eu={bundle}"]), (), *days, None, lambda _: None)
    assert {"f136aa7c90", "56a0225d0e"} <= {step.commit[:10] for step in found.alarms}
