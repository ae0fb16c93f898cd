"""The scoreboards over recorded texts count what their gold files list."""

from __future__ import annotations

from benchmarks.clauses import Counts, Scored, score_document
from compliance.text import segment
from compliance.text.tag.tagger import tag

TEXT = "You may not:\n\n* decompile the app;\n* resell access.\n"


def scored(*clauses: dict[str, object]) -> Scored:
    text = segment(TEXT, "markdown")
    result = Scored()
    score_document(result, {"file": "x.md", "clauses": list(clauses)}, text, tag(text))
    return result


def gold(line: int, start: int, end: int, *topics: str) -> dict[str, object]:
    return {
        "line_start": line,
        "line_end": line,
        "col": [start, end],
        "topics": list(topics),
        "norm": "prohibition",
    }


def test_a_prediction_matches_where_it_overlaps_and_names_the_topic() -> None:
    result = scored(gold(3, 0, 20, "reverse-engineer"), gold(4, 5, 9, "resale-access"))
    assert (result.micro.precision, result.micro.recall, result.norms.precision) == (1.0, 1.0, 1.0)


def test_another_topic_or_another_line_is_a_miss_and_a_false_alarm() -> None:
    result = scored(gold(3, 0, 20, "train-any"), gold(1, 0, 5, "resale-access"))
    assert (result.micro.found, result.micro.right) == (0, 0)
    assert sorted(each.kind for each in result.misses) == ["extra", "extra", "missed", "missed"]


def test_the_mean_is_harmonic() -> None:
    assert Counts(gold=4, found=2, predicted=2, right=2).f1 == 2 / 3
    assert Counts().f1 == 0.0
