"""When silence about an order leaves it open: where others worked on what the publisher alone had to give."""

from __future__ import annotations

import pytest

from compliance.resolve.ordered import with_orders_asked
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


def _asked(text: str) -> bool:
    """Whether the step of the other party says that it is not known who ordered it."""
    write = next(step for step in with_orders_asked(read(text).manifest).steps if step.id == "write")
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
def test_work_on_what_only_the_publisher_had_may_have_been_ordered(old: str, new: str) -> None:
    assert _asked(TEXT.replace(old, new, 1) if old else TEXT)


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
def test_silence_says_no_where_nothing_speaks_of_an_order(old: str, new: str) -> None:
    assert not _asked(TEXT.replace(old, new, 1))
