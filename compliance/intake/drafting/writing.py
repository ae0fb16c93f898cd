"""Write a draft as YAML that people read: one entry a line where it fits, and what to confirm beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from compliance.errors import printable
from compliance.intake.drafting.drafted import Draft, Entry

WIDTH = 118
_PLAIN = re.compile(r"[A-Za-z][\w./+-]*(?: [\w./+-]+)*")
_NUMBER_LIKE = re.compile(r"[-+.\d][-+.\deE]*")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
RELEASE_SLOTS = ("access", "commercial", "function", "date", "markets", "license")
"""What a release may say and files seldom tell, in the order in which it matters."""
_SHIPPED = {
    "notices": "those on the folder's pages, and what else is shown with the release",
    "license_copies": "those in the folder, and what else ships with the release",
    "facts": "whether its pages say which parts stay under the licences of their sources",
}
"""What is said not to be there, too: a person knows what the folder does not hold."""
PUBLISHER_SLOTS = ("kind", "country")


def scalar(value: object) -> str:
    """One value as YAML that reads back as it is.

    >>> scalar("org/name-1.0"), scalar("2025-10"), scalar("a: b"), scalar(True)
    ('org/name-1.0', '"2025-10"', '"a: b"', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = printable(str(value))
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(value: object) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def comment(text: str, indent: int = 0) -> list[str]:
    """A comment, broken where it is long."""
    words, lines, pad = printable(text).split(), [""], " " * indent
    for word in words:
        if lines[-1] and len(pad) + len(lines[-1]) + len(word) > WIDTH - 4:
            lines.append("  ")
        lines[-1] += f"{' ' if lines[-1].strip() else ''}{word}"
    return [f"{pad}# {line}" for line in lines]


def slot(key: str, indent: int = 4) -> str:
    """A line that waits for an answer."""
    return f"{' ' * indent}# {key}:"


def _key(text: str) -> str:
    """An id as a key; one that would be read as a number or a truth value stands in quotes.

    >>> _key("3d-rows"), _key("1e5"), _key("007"), _key("true")
    ('3d-rows', '"1e5"', '"007"', '"true"')
    """
    return json.dumps(text) if _NUMBER_LIKE.fullmatch(text) or text in ("true", "false", "null") else text


def artifact_lines(entry: Entry) -> list[str]:
    """An artifact with what is to be confirmed above it."""
    line = f"  {_key(entry.key)}: {flow(entry.fields)}"
    told = comment(f"confirm: {entry.confirm}", 2)
    if len(line) <= WIDTH:
        return [*told, line]
    return [
        *told,
        f"  {_key(entry.key)}:",
        *(f"    {key}: {flow(value)}" for key, value in entry.fields.items()),
    ]


def _rows(fields: Mapping[str, object]) -> list[str]:
    """The fields of an item of a list, one a line."""
    leads = ["  - ", *["    "] * (len(fields) - 1)]
    return [f"{lead}{key}: {flow(value)}" for lead, (key, value) in zip(leads, fields.items(), strict=True)]


def step_lines(entry: Entry) -> list[str]:
    """A step with what is to be confirmed above it."""
    fields = {"id": entry.key, **entry.fields}
    line = f"  - {flow(fields)}"
    told = comment(f"confirm: {entry.confirm}", 2)
    if entry.key.startswith("write-"):
        return [*told, *_rows(fields), slot("period")]
    return [*told, line] if len(line) <= WIDTH else [*told, *_rows(fields)]


def release_lines(entry: Entry) -> list[str]:
    """A release, one field a line, with the facts that only a person knows as comments."""
    rows = [
        f"{row}  # confirm: {_SHIPPED[key]}" if key in _SHIPPED else row
        for key, row in zip(entry.fields, _rows(entry.fields), strict=True)
    ]
    asked = [slot(key) for key in RELEASE_SLOTS if key not in entry.fields]
    return [*comment(f"confirm: {entry.confirm}", 2), *rows, *asked]


def manifest_text(draft: Draft, head: Iterable[str] = ()) -> str:
    """The whole manifest."""
    lines = [line for text in head for line in comment(text)]
    lines += ["lineage: 1", f"project: {flow({'id': draft.project, 'title': draft.title})}"]
    lines += ["publisher:", *comment("confirm: who publishes", 2)]
    lines += [f"  {key}: {flow(value)}" for key, value in draft.publisher.items()]
    lines += [slot(key, 2) for key in PUBLISHER_SLOTS]
    lines += ["artifacts:", *(line for entry in draft.artifacts for line in artifact_lines(entry))]
    if draft.steps:
        lines += ["steps:", *(line for entry in draft.steps for line in step_lines(entry))]
    lines += ["releases:", *(line for entry in draft.releases for line in release_lines(entry))]
    return "\n".join(lines) + "\n"
