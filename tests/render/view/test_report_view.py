from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from typing import Any

from compliance.model.answered.finding import Turn
from compliance.model.answered.report import ArtifactInfo, Report
from compliance.model.packs.truth import NEVER, Position
from compliance.render.view import words
from compliance.render.view.report_view import View, build_view
from tests.render import factories as make


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "finding":
                yield from _texts(getattr(value, field.name))


def _view(*findings: Any, **changes: Any) -> View:
    return build_view(make.report(*findings, **changes))


def test_every_finding_stands_in_exactly_one_place() -> None:
    for report in (make.olmo_report(), make.hostile_report()):
        shown = Counter(id(card.finding) for card in build_view(report).cards)
        assert shown == Counter(id(finding) for finding in report.findings)


def test_own_findings_are_grouped_by_position_in_a_fixed_order() -> None:
    own = [make.cleared(), make.remote(), make.waiting(), make.arguable(), make.finding(make.BREACHING)]
    own.append(make.finding(position=Position.NOT_COVERED, low=Position.CLEAR, high=Position.BREACH))
    apart = [dataclasses.replace(one, cause=str(number)) for number, one in enumerate(own)]
    keys = [group.key for group in _view(*apart).groups]
    assert keys == ["breach", "arguable", "needs-facts", "remote", "not-covered", "clear"]


def test_every_position_has_a_word_and_a_meaning() -> None:
    assert set(words.POSITION_WORD) == set(words.POSITION_MEANING) == set(Position)


def test_proposed_law_is_apart_whoever_it_speaks_of() -> None:
    view = _view(make.finding(make.BREACHING, force="proposed"), make.finding(force="proposed", own=False))
    assert view.groups == ()
    assert [(group.title, len(group.cards)) for group in view.if_enacted] == [("If enacted", 2)]
    assert not any(card.open for card in view.cards)


def test_positions_of_others_are_apart() -> None:
    view = _view(make.finding(own=False, party="downstream-user"))
    assert view.groups == ()
    assert [card.party_role for card in view.others.cards] == [words.PARTY_WORD["downstream-user"]]


def test_no_screen_is_not_a_clean_screen() -> None:
    service = ArtifactInfo(
        "gpt", "gpt-4o", "service", None, "openai, route direct, plan api", "declared", None
    )
    screen = _view(make.arguable(), artifacts=(service,)).screen
    assert (screen.clean, screen.statement) == (
        False, "Not run: the loaded packs do not ask how access was obtained.",
    )  # fmt: skip


def test_a_lineage_without_services_has_nothing_to_screen() -> None:
    screen = _view(make.arguable()).screen
    assert (screen.clean, screen.statement) == (
        False, "Nothing to screen: no hosted service is part of the lineage.",
    )  # fmt: skip


def test_a_clean_screen_says_so() -> None:
    screen = _view(make.screened(), make.screened(rule="access/region")).screen
    assert screen.clean
    assert screen.statement.startswith("Clean: nothing stated points to a false identity")


def test_a_screen_with_missing_facts_is_not_clean() -> None:
    screen = _view(make.screened(), make.screened(make.UNDECIDED)).screen
    assert not screen.clean
    assert screen.statement == "Not clean: 1 point not decided, because facts are missing."


def test_a_screen_that_bites_is_not_clean() -> None:
    assert _view(make.screened(make.REMOTE)).screen.statement == "Not clean: 1 point to look at."


def test_a_screen_that_reaches_nothing_makes_no_statement_of_cleanness() -> None:
    asked = make.screened(position=Position.NOT_APPLICABLE)
    assert not _view(asked).screen.clean


def test_the_screen_never_speaks_of_distillation() -> None:
    texts = [
        text
        for view in (_view(make.screened()), _view(make.screened(make.BREACHING)))
        for text in _texts(view)
    ]
    assert [text for text in texts if "distil" in text.lower()] == []


def test_questions_are_counted_with_what_they_settle() -> None:
    questions = build_view(make.olmo_report()).questions
    assert questions.lead == "These 3 answers settle 3 findings."
    first, second, third = questions.items
    assert first.worth == "settles 1 finding"
    assert first.effect == "remote if the answer favours the release, arguable if not"
    assert first.weighs
    assert second.worth == "settles 1 of the 2 findings that wait for it"
    assert third.worth == "helps with 1 finding"
    assert third.effect == "not settled by this answer alone: other facts are missing too"


def test_one_question_is_one_answer() -> None:
    report = make.olmo_report()
    assert (
        build_view(dataclasses.replace(report, questions=report.questions[:1])).questions.lead
        == "This answer settles 1 finding."
    )


def test_what_was_not_looked_at_is_always_said() -> None:
    assert _view().not_looked_at[0] == (
        "Only 7 rules of 1 pack were asked; other terms, licences and laws were not looked at."
    )


def test_a_card_tells_whose_position_and_of_what() -> None:
    (card,) = _view(make.arguable()).groups[0].cards
    assert card.subject == (
        "gpt-4.1-2025-04-14 behind allenai/Olmo-3-1025-7B; asked of Allen Institute for AI as the party that made "
        "the calls or took the licence."
    )
    assert card.short_subject == "gpt-4.1 → olmo"


def test_a_card_shows_conditions_and_exceptions_on_three_readings() -> None:
    (card,) = _view(make.arguable()).groups[0].cards
    competes, exception = card.elements[2:]
    assert [(cell.reading, cell.mark, cell.word) for cell in competes.cells] == [
        ("narrow", "○", "no"), ("plain", "●", "yes"), ("broad", "●", "yes"),
    ]  # fmt: skip
    assert (competes.exception, exception.exception) == (False, True)


def test_a_route_names_artifacts_steps_and_what_the_steps_did() -> None:
    (route,) = _view(make.remote()).groups[0].cards[0].routes
    assert str(route) == (
        "gpt-4o → label (writes content) → ocr-mix → tune-ocr (trains on it) → olmocr → transcribe (writes content) "
        "→ science → mix (carries it over) → dolma → pretrain (trains on it) → olmo"
    )
    assert (route.depth, route.depth_words) == (2, "depth 2, content generated 2 times")


def test_a_route_with_an_unstated_step_says_that_it_is_not_certain() -> None:
    (route,) = _view(make.cleared()).groups[0].cards[0].routes
    assert "pretrain (not stated how)" in str(route)
    assert route.caution


def test_a_route_leaves_out_the_carrying_of_an_artifacts_own_content() -> None:
    (route,) = _view(make.arguable()).groups[0].cards[0].routes
    assert str(route).count("dolmino") == 1


def test_a_clause_tells_version_assurance_and_age() -> None:
    (clause,) = _view(make.waiting()).groups[0].cards[0].clauses
    assert clause.version == (
        "in force from 2023-09-12 until before 2024-08-16 (replaced since; the text of the time counts)"
    )
    assert (clause.assurance, clause.verified) == (
        "known from quotations", "verified 2026-02, 269 days before this report",
    )  # fmt: skip
    assert clause.caution.endswith("it is assumed to have continued")


def test_a_card_tells_what_it_turns_on_in_words() -> None:
    (card,) = _view(make.arguable()).groups[0].cards
    assert card.turns == (
        "What it means to compete and who agreed to the terms.",
        "With “competes” read the other way, it would be clear.",
    )


def test_a_single_fact_is_left_to_the_questions() -> None:
    (card,) = _view(make.waiting()).groups[0].cards
    assert card.turns == ()
    assert card.questions[0].effect == "remote if the answer favours the release, arguable if not"


def test_readings_that_lead_to_the_same_position_are_told_together() -> None:
    turns = [Turn("reading", (name,), Position.REMOTE) for name in ("bound", "competes")]
    turns.append(Turn("reading", ("bound", "competes"), Position.BREACH))
    (card,) = _view(make.finding(turns_on=tuple(turns))).groups[0].cards
    assert card.turns == (
        "With “bound” or “competes” read the other way, it would be remote.",
        "With “bound” and “competes” read the other way, it would be likely to breach.",
    )


def test_facts_that_decide_only_together_are_told_together() -> None:
    turn = Turn("fact", (make.ACCEPTED.key, make.PERIOD.key), Position.CLEAR)
    (card,) = _view(make.finding(missing=(make.ACCEPTED, make.PERIOD), turns_on=(turn,))).groups[0].cards
    assert card.turns == (
        f"With the answers to “{make.ACCEPTED.question}” and “{make.PERIOD.question}”, it could be clear.",
    )


def test_a_name_at_the_start_of_a_sentence_keeps_its_letters() -> None:
    (card,) = _view(make.finding(reason="allenai/Olmo-3 is trained on it")).groups[0].cards
    assert card.reason == "allenai/Olmo-3 is trained on it."


def test_a_screen_is_known_by_its_family() -> None:
    guidance = make.screened(family="law:eu-gpai-guidelines", force="soft-law")
    assert _view(guidance).screen.cards == ()


def test_an_undecided_card_tells_its_range() -> None:
    assert _view(make.waiting()).groups[0].cards[0].position_word == "needs facts (remote to arguable)"


def test_an_action_without_words_is_shown_by_its_name() -> None:
    assert [action.sentence for action in _view(make.waiting()).groups[0].cards[0].actions][
        -1
    ] == "Ask a librarian."


def test_no_text_of_a_view_holds_control_characters() -> None:
    assert [text for text in _texts(build_view(make.hostile_report())) if not text.isprintable()] == []


def test_no_report_calls_anything_legal_illegal_or_safe() -> None:
    report: Report = make.olmo_report()
    texts = (
        " ".join(_texts(build_view(report))).replace("not legal advice", "").replace("legal@ai2", "").lower()
    )
    assert [word for word in ("illegal", " legal", "unlawful", " safe ") if word in texts] == []


def test_a_finding_without_a_source_names_the_release_alone() -> None:
    (card,) = _view(make.finding(NEVER, source=None, source_name=None, routes=())).groups[0].cards
    assert card.subject.startswith("allenai/Olmo-3-1025-7B; asked of")
    assert card.short_subject == "olmo"
