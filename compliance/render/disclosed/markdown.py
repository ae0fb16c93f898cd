"""A draft as Markdown: what is said, with its source as a footnote, and gaps that stand out until they are filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.answered.disclosure import Draft, Gap, Topic
from compliance.render.markdown_text import code, escape
from compliance.render.view.asked_of_all import asked_of_all
from compliance.render.view.words import DISCLAIMERS, count

GAP = "**To be filled in:**"
"""What every gap begins with; search for it before publishing."""


def render_draft(draft: Draft) -> str:
    """The draft as Markdown that a person edits before it is published."""
    sources: dict[str, int] = {}
    lines = [f"# {escape(draft.title)}", "", _state(draft), ""]
    for topic in draft.topics:
        lines += [*_topic(topic, sources), ""]
    lines += _ending(draft, sources)
    return "\n".join(lines).rstrip() + "\n"


def _state(draft: Draft) -> str:
    filled = sum(bool(topic.said) for topic in draft.topics)
    state = f"{count(draft.open, 'question')} open" if draft.open else "nothing missing"
    return f"*Draft, not published. {filled} of {count(len(draft.topics), 'part')} with content, {state}.*"


def _topic(topic: Topic, sources: dict[str, int]) -> Iterator[str]:
    yield f"## {escape(topic.title)} ({topic.number})"
    yield ""
    yield f"*{escape(topic.asks)}*"
    yield ""
    for one in topic.said:
        mark = sources.setdefault(one.source, len(sources) + 1)
        text = f"“{escape(one.text)}”" if one.literal else escape(one.text)
        yield f"- {text} [^{mark}]"
    yield from (f"- {_gap(together)}" for together in topic.questions)
    yield from (f"- **Too vague:** {escape(warning)}" for warning in topic.warnings)
    if not topic.said and not topic.gaps:
        yield "- Nothing is stated."


def _gap(gaps: Sequence[Gap]) -> str:
    first = gaps[0]
    places = ", ".join(dict.fromkeys(code(gap.place) for gap in gaps))
    return f"{GAP} {escape(asked_of_all(gaps))} In the manifest, `{first.line}` at {places}."


def _ending(draft: Draft, sources: dict[str, int]) -> Iterator[str]:
    if draft.reminders:
        yield from ("## Before and after publishing", "")
        yield from (f"- {escape(text)}" for text in draft.reminders)
        yield ""
    yield from ("---", "", f"Form: {escape(draft.basis)}. {escape(DISCLAIMERS[0])}", "")
    yield from (f"[^{number}]: {code(source)}" for source, number in sources.items())


def render_notice(draft: Draft, texts: Sequence[tuple[str, str]] = ()) -> str:
    """The words to be shown as a plain NOTICE file, then the licence texts that were given, each under its name."""
    words = [one.text for topic in draft.topics for one in topic.said if one.literal]
    parts = ["\n\n".join(dict.fromkeys(words))] if words else []
    parts += [f"{name}\n{'=' * len(name)}\n\n{text.strip()}" for name, text in texts]
    return "\n\n\n".join(parts) + "\n" if parts else ""
