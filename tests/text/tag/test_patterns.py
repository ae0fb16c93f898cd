"""The patterns are data: each says what it finds and what it leaves alone, and none can be slowed down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from compliance.text import segment
from compliance.text.tag.norms import lowered
from compliance.text.tag.patterns import DATA, Pattern, classes, topics
from compliance.text.tag.tagger import tag

PATTERNS = [pattern for each in topics() for pattern in each.patterns]
SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


def found(text: str) -> set[str]:
    return {topic for each in tag(segment(text, "markdown")) for topic in each.topics}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda each: f"{each.topic}/{each.id}")
def test_a_pattern_finds_its_own_sentences(pattern: Pattern) -> None:
    assert pattern.positive
    assert [text for text in pattern.positive if pattern.topic not in found(text)] == []
    assert [text for text in pattern.negative if pattern.topic in found(text)] == []


@pytest.mark.parametrize("told", SENTENCES, ids=lambda each: str(each["text"])[:60])
def test_the_topics_of_a_sentence_are_found(told: dict[str, object]) -> None:
    text = f"{told['lead']}\n\n* {told['text']}" if "lead" in told else str(told["text"])
    assert sorted(found(text)) == told["topics"] or found(text) == set(told["topics"])  # type: ignore[call-overload]


def test_a_topic_is_looked_for_at_once_where_one_of_its_patterns_fits() -> None:
    """One look for all of them answers as each of them does."""
    told = [lowered(text) for one in PATTERNS for text in (*one.positive, *one.negative)]
    differing = [
        (each.topic, text)
        for each in topics()
        for text in told
        if bool(each.any.search(text)) != any(one.find.search(text) for one in each.patterns)
    ]
    assert differing == []


def test_the_ids_of_a_topic_are_different() -> None:
    names = [(pattern.topic, pattern.id) for pattern in PATTERNS]
    assert len(names) == len(set(names))


def test_no_group_repeats_without_a_bound() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(DATA.rglob("*.yaml"))]
    assert [found for text in texts for found in re.findall(r"\)[*+]|\)\{\d+,\}", text)] == []


def test_every_class_is_used() -> None:
    used = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.rglob("*.yaml")))
    assert [name for name in classes() if f"<{name}>" not in used] == []
