"""Shares of training data as sections of text with bars, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from compliance.model.declared.share import Share, SourceShare, StepShares, percent
from compliance.render.explain.rule import Line, Section
from compliance.render.view.words import clean

VERSION = 1
_BAR = 20
_UNBOUNDED = 1e29


def share_sections(steps: Sequence[StepShares], *, explain: bool = False) -> tuple[Section, ...]:
    """One section for every training step; `explain` adds how each number came about."""
    if not steps:
        return (Section("No step that leads to a release trains anything.", ()),)
    parts = [Section(_title(one), tuple(_rows(one, explain))) for one in steps]
    return (*parts, Section("How to read this", tuple(Line(text) for text in _NOTES)))


_NOTES = (
    "█ at least so much, ░ possibly more. Shares of different sources overlap: what a model rewrote descends from it "
    "and from what it rewrote.",
    "An input counts with its own composition, in the proportion that is stated as its share or follows from tokens; "
    "what is not stated leaves every proportion possible.",
)


def bar(share: Share) -> str:
    """A bar of fixed width: what is certain, what is possible, what is not.

    >>> bar(Share(0.25, 0.5))
    '█████░░░░░··········'
    """
    sure, possible = int(share.low * _BAR + 0.5), int(share.high * _BAR + 0.5)
    possible = max(possible, 1) if share.high > 0 else possible
    return "█" * sure + "░" * (possible - sure) + "·" * (_BAR - max(possible, sure))


def _title(step: StepShares) -> str:
    size = ""
    if step.tokens is not None and step.tokens[1] < _UNBOUNDED:
        low, high = step.tokens
        size = f", {low:.3g} tokens" if low == high else f", {low:.3g} to {high:.3g} tokens"
    return f"Training data of step {clean(step.step)} ({step.kind} of {clean(step.target)}{size})"


def _rows(step: StepShares, explain: bool) -> Iterator[Line]:
    for row in step.sources:
        yield Line(f"{percent(row.any_depth)} {clean(row.name)}{_depth(row)}", bar(row.any_depth))
        if explain:
            for one in row.ingredients:
                yield Line(f"{clean(one.name)}: {one.weight}, of it {percent(one.share)}", "of", 2)
    if not step.sources:
        yield Line("Nothing is known of its sources.")


def _depth(row: SourceShare) -> str:
    if row.direct == row.any_depth:
        return ""
    if row.direct.high == 0:
        return ", over a further generation only"
    return f", of it written by itself {percent(row.direct)}"


def shares_json(steps: Sequence[StepShares]) -> str:
    """The shares as a document for programs."""
    data = {"schema_version": VERSION, "steps": [asdict(one) for one in steps]}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
