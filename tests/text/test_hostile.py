"""The time taken grows with the length of a text, whatever stands in it: twice the text, about twice the time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from compliance.text import segment
from compliance.text.keep.fingerprint import find
from compliance.text.tag.tagger import tag

TEXTS: dict[str, Callable[[int], str]] = {
    "lists nested 200 deep": lambda n: (
        "You may not:\n" + "".join(" " * (2 * (at % 200)) + "* train, including:\n" for at in range(n))
    ),
    "one long line": lambda n: "You may not (a) sell it, (b) copy it. " * n,
    "one long sentence": lambda n: "you may not develop models that compete, scrape, bypass limits, " * n,
    "mixed scripts": lambda n: "Вы не можете (a) продать 服务。 你不得 (b) x\u0301 train " * n,
    "zero-width characters": lambda n: "You may not t\u200brain mo\u200bdels. " * n,
    "brackets": lambda n: "[" * 20 * n,
    "links without an end": lambda n: "[a](" * 10 * n,
    "emphasis": lambda n: "*_`" * 10 * n,
    "one word": lambda n: "train" + "a" * 40 * n,
    "hyphens": lambda n: "train-" * 10 * n,
    "openings": lambda n: "<!--<a<p " * 4 * n,
    "table cells": lambda n: "|a" * 4 * n,
    "enumerators": lambda n: "(a)(i)(1)" * 2 * n,
    "names": lambda n: "Acme May Will Shall " * n,
    "apostrophes": lambda n: "You may not use the Output" + "'" * 10 * n + " to train " + "a'" * 10 * n,
    "quotation marks": lambda n: '"means ' * n,
}


def seconds(work: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        work(text)
        best = min(best, time.process_time() - begin)
    return best


def worked(text: str) -> None:
    tag(segment(text, "markdown"))
    segment(text, "html")
    find(text, {"sha256:0"})


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_length_alone(name: str) -> None:
    worked("You may not train models.")
    # Linear work takes four times as long; squared work sixteen, also at the third try.
    assert any(_grows_with_length(name) for _ in range(3))


def _grows_with_length(name: str) -> bool:
    small, _, large = (seconds(worked, TEXTS[name](size)) for size in (150, 300, 600))
    return large < 9 * max(small, 0.004)


def test_a_line_of_ten_million_characters_is_read() -> None:
    text = segment("You may not sell it. " * 500_000, "markdown")
    assert len(text.clauses) == 500_000
    assert text.quote(text.clauses[-1]).strip() == "You may not sell it."


def test_invisible_characters_hide_nothing() -> None:
    (clause,) = tag(segment("You may not t\u200brain a mo\u00addel on out\u2060put.", "markdown"))
    assert clause.topics == ("train-any",)
