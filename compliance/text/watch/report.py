"""The outcome of a run as Markdown and as JSON, and differences of wordings as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from compliance.errors import printable, shortened
from compliance.model.known.policy_text import CitedChange, ClauseChange, Watch, WatchedStep, WordChange

__all__ = ["as_json", "as_markdown", "word_diff"]

SHOWN_CHANGES = 6
"""How many changes of a step are written out."""
CONTEXT = 8
"""How many unchanged words are shown beside a changed one."""
LONGEST = 700
"""How many characters of a wording are shown."""
_GRADES = {
    "cited": "a cited clause changed", "topic": "what the text says on a topic changed", "new": "new document",
    "party": "agreed with somebody else", "announced": "a version is announced for a later day",
    "short": "the text has become short", "dated": "a new date; the cited clauses still stand",
    "restated": "cited words stand in another form",
    "review": "to be reviewed", "gone": "no longer recorded",
}  # fmt: skip
_SPECIAL = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>|#"})


def as_json(watch: Watch) -> str:
    """Return everything as JSON."""
    told = {"schema_version": 1, "exit_code": watch.exit_code, **asdict(watch)}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_markdown(watch: Watch) -> str:
    """Return the ranked alarms, then what is to be reviewed, as Markdown."""
    grades = ", ".join(f"{often} {grade}" for grade, often in watch.grades.items())
    lines = [
        f"# Changes of texts from {watch.since} to {watch.until}",
        "",
        f"{', '.join(map(_plain, watch.collections))}: {watch.steps} steps, {len(watch.alarms)} alarms, "
        f"{len(watch.reviews)} to be reviewed ({grades}).",
    ]
    for step in watch.alarms:
        lines += _step(step)
    if watch.reviews:
        lines += ["", "## To be reviewed", ""]
        lines += [_short(step) for step in watch.reviews]
    lines += ["", "Not legal advice. A change that no alarm names may still matter: read the text."]
    return "\n".join(lines) + "\n"


def _step(step: WatchedStep) -> Iterator[str]:
    yield ""
    yield f"## {step.date} {_plain(step.path)}: {_GRADES[step.grade]}"
    yield ""
    yield f"{_plain(step.collection)}@{step.commit[:10]}" + (
        f"; {_plain(step.reason)}" if step.reason else ""
    )
    if step.topics:
        yield f"Topics: {', '.join(step.topics)}."
    yield ""
    yield from (_cited(each, first=step.grade == "new") for each in step.cited)
    for change in step.changes[:SHOWN_CHANGES]:
        yield _change(change)
    if len(step.changes) > SHOWN_CHANGES:
        yield f"- … and {len(step.changes) - SHOWN_CHANGES} more"
    yield from _foreseen(step)


def _foreseen(step: WatchedStep) -> Iterator[str]:
    """What the new words would mean for manifests if they were read as drafted, and the drafts."""
    if step.effects:
        yield from ("", "If the new words were read as drafted:", "")
    elif step.asked:
        told = ", ".join(map(_plain, step.asked))
        yield from ("", f"If the new words were read as drafted, no position would change in {told}.")
    elif step.drafts and not step.cited:
        yield from ("", "No clause of this text is recorded: what is drafted here was put to no manifest.")
    for each in step.effects:
        whose = f"{_plain(each.manifest)}: {_plain(each.release)}, {_plain(each.source)}, as {each.party}"
        yield f"- {whose}: {each.now} → {each.then} (`{each.clause}`)"
    for draft in step.drafts:
        yield from ("", "```yaml", *(printable(line) for line in draft.replace("`", "").splitlines()), "```")


def _cited(each: CitedChange, *, first: bool) -> str:
    rules = f"cited by {', '.join(each.rules)}" if each.rules else "cited by no rule"
    if first:
        return f"- `{each.name}` stands in it; {rules}"
    known = "its new words are recorded" if each.recorded else "its new words are not recorded"
    moved = f"; the words stand in {_plain(each.moved_to)}" if each.moved_to else ""
    return f"- **`{each.name}`** (since {each.version_from}) no longer stands: {known}{moved}; {rules}"


def _change(each: ClauseChange) -> str:
    topics = f" [{', '.join(each.topics)}{'' if each.sure else ', to be reviewed'}]" if each.topics else ""
    moved = f" → {_plain(each.moved_to)}" if each.moved_to else ""
    line = each.new_line or each.old_line
    return f"- {each.kind}, line {line}{topics}{moved}: {word_diff(each.words, markdown=True)}"


def _short(step: WatchedStep) -> str:
    topics = f": {', '.join(step.topics)}" if step.topics else ""
    reason = f" ({_plain(step.reason)})" if step.reason else ""
    return f"- {step.date} {_plain(step.path)} @{step.commit[:10]}{topics}{reason}"


def word_diff(words: Iterable[WordChange], *, markdown: bool = False) -> str:
    """Return a wording with what went and came marked, and long unchanged runs cut.

    >>> word_diff([WordChange("equal", "You may"), WordChange("added", "not"), WordChange("equal", "copy.")])
    'You may {+not+} copy.'
    """
    marks = (
        {"removed": ("~~", "~~"), "added": ("**", "**")}
        if markdown
        else {"removed": ("[-", "-]"), "added": ("{+", "+}")}
    )
    said = _plain if markdown else printable
    pieces = []
    for each in words:
        if each.kind == "equal":
            pieces.append(said(_cut(each.words)))
        else:
            begin, end = marks[each.kind]
            pieces.append(f"{begin}{said(shortened(each.words, LONGEST))}{end}")
    return " ".join(pieces)


def _cut(words: str) -> str:
    each = words.split()
    if len(each) <= 2 * CONTEXT + 1:
        return words
    return " ".join((*each[:CONTEXT], "…", *each[-CONTEXT:]))


def _plain(text: str) -> str:
    return printable(text).translate(_SPECIAL)
