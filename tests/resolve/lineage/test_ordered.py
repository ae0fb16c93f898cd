"""When silence about an order leaves it open: where others worked on what the publisher alone had to give."""

from __future__ import annotations

import pytest

from compliance.model.known.knowledge import Registry
from compliance.resolve.lineage.ordered import with_orders_asked
from compliance.resolve.names.lookup import Names
from tests.resolve.expansion.writing_out import read

TEXT = """\
publisher: {name: Pub}
parties: {jo: {name: Jo, kind: individual}}
artifacts:
  chat: {kind: service, name: talk-1, provider: talk}
  ours: {kind: dataset, origin: own}
  cleaned: {kind: dataset}
  theirs: {kind: dataset, name: org/rows}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: clean, kind: filter, inputs: {data: theirs}, outputs: cleaned}
  - {id: write, kind: generate, inputs: {teacher: chat, prompts: ours}, outputs: rows, by: jo}
  - {id: train, kind: finetune, inputs: {data: rows}, outputs: m}
releases: [{artifact: m}]
"""
PUBLISHED = TEXT.replace("rows: {kind: dataset}", "rows: {kind: dataset, name: jo/rows}")


def _asked(text: str, registry: Registry) -> bool:
    """Whether the step of the other party says that it is not known who ordered it."""
    asked = with_orders_asked(read(text).manifest, Names(registry))
    write = next(step for step in asked.steps if step.id == "write")
    return write.commissioned == "unknown" and "commissioned" in write.model_fields_set


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("prompts: ours", "seed: cleaned"),
        ("kind: generate, inputs: {teacher: chat, prompts: ours}", "kind: annotate, inputs: {judge: chat, data: ours}"),
        ("kind: individual", "kind: company"),
        ("by: jo", "by: jo, commissioned: unknown"),
    ],
)  # fmt: skip
def test_work_on_what_only_the_publisher_had_may_have_been_ordered(
    old: str, new: str, registry: Registry
) -> None:
    assert _asked(PUBLISHED.replace(old, new, 1) if old else PUBLISHED, registry)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prompts: ours", "prompts: theirs"),
        ("prompts: ours", "unknown: theirs"),
        (", by: jo", ""),
        ("by: jo", "by: publisher"),
        ("by: jo", "by: jo, commissioned: false"),
        ("by: jo", "by: jo, commissioned: true"),
        ("{artifact: m}", "{artifact: m}, {artifact: ours}"),
        ("{artifact: m}", "{artifact: m, by: jo}"),
        ("outputs: cleaned}", "outputs: ours, by: jo}"),
    ],
)
def test_silence_says_no_where_nothing_speaks_of_an_order(old: str, new: str, registry: Registry) -> None:
    assert not _asked(PUBLISHED.replace(old, new, 1), registry)


@pytest.mark.parametrize("rows", ["", ", name: Answers of our agency", ", license: CC0-1.0"])
def test_rows_that_nobody_published_were_handed_to_the_publisher(rows: str, registry: Registry) -> None:
    text = PUBLISHED.replace(", name: jo/rows", rows).replace("prompts: ours", "prompts: theirs")
    assert _asked(text, registry)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: jo/rows", "name: jo/rows-2"),
        (", name: jo/rows", ", name: Answers, released: 2025-01"),
        ("{data: rows}, outputs: m", "{data: rows}, outputs: m, by: jo"),
        ("rows: {kind: dataset, name: jo/rows", "rows: {kind: model, name: a tune"),
        ("{artifact: m}", "{artifact: m}, {artifact: rows, by: jo}"),
    ],
)
def test_what_was_put_out_or_never_left_its_maker_was_not_handed_over(
    old: str, new: str, registry: Registry
) -> None:
    text = PUBLISHED.replace("prompts: ours", "prompts: theirs").replace(old, new, 1)
    assert not _asked(text, registry)
