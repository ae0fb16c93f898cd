"""The scoreboards over recorded texts count what their gold files list."""

from __future__ import annotations

from compliance.text import segment
from compliance.text.tag.tagger import tag
from tools.scoreboards.clauses import Counts, Scored, by_service, counted, score_document, summary

TEXT = "You may not:\n\n* decompile the app;\n* resell access.\n"


def scored(*clauses: dict[str, object], full: bool = True) -> Scored:
    text = segment(TEXT, "markdown")
    result = Scored()
    score_document(result, {"file": "Acme/x.md", "clauses": list(clauses)}, text, tag(text), full=full)
    return result


def gold(line: int, start: int, end: int, *topics: str, **more: object) -> dict[str, object]:
    told = {"line_start": line, "line_end": line, "col": [start, end], "topics": list(topics)}
    return {**told, "norm": "prohibition", **more}


def test_a_prediction_matches_where_it_overlaps_and_names_the_topic() -> None:
    result = scored(gold(3, 0, 20, "reverse-engineer"), gold(4, 5, 9, "resale-access"))
    assert counted(result.marks) == Counts(2, 2, 2, 2)
    assert [each.norm for each in result.marks if each.of_gold] == [True, True]


def test_a_gold_clause_may_run_over_lines() -> None:
    result = scored(gold(3, 0, 17, "resale-access", line_end=4))
    assert counted(result.marks, lambda mark: mark.of_gold) == Counts(gold=1, found=1)


def test_another_topic_or_another_line_is_a_miss_and_a_false_alarm() -> None:
    result = scored(gold(3, 0, 20, "train-any"), gold(1, 0, 5, "resale-access"))
    assert counted(result.marks) == Counts(gold=2, predicted=2)


def test_hard_pairs_count_neither_way() -> None:
    result = scored(gold(3, 0, 20, "reverse-engineer", hard=True), gold(1, 0, 5, "compete", hard=True))
    told = summary(result)["all topics"]
    assert (told["clear"]["gold"], told["clear"]["said"]) == (0, 1)
    assert (told["all"]["gold"], told["all"]["said"]) == (2, 2)


def test_a_document_that_was_labelled_in_part_counts_for_recall_alone() -> None:
    result = scored(gold(3, 0, 20, "reverse-engineer"), full=False)
    assert counted(result.marks) == Counts(gold=1, found=1)


def test_the_spread_over_services_names_the_worst() -> None:
    result = scored(gold(3, 0, 20, "reverse-engineer"), gold(4, 5, 9, "resale-access"))
    text = segment(TEXT, "markdown")
    score_document(result, {"file": "Bolt/x.md", "clauses": []}, text, tag(text))
    score_document(result, {"file": "Cove/x.md", "clauses": []}, text, tag(text), full=False)
    told = by_service(result, 2)
    assert sorted(told["folds"]) == [0.0, 1.0]
    assert told["worst_services"] == ["Bolt 0.0 of 0", "Acme 1.0 of 2"]


def test_the_mean_is_harmonic() -> None:
    assert Counts(gold=4, found=2, predicted=2, right=2).f1 == 2 / 3
    assert Counts().f1 == 0.0
