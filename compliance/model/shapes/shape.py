"""What every YAML document of the project has in common: frozen, closed, strictly typed values."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar, Literal

from compliance.model.shapes.lean import AfterValidator, BeforeValidator, Field, Lean
from compliance.patterns import regex

StepKind = Literal[
    "generate", "rewrite", "annotate", "convert", "collect", "mix", "filter", "judge", "pretrain", "train",
    "finetune", "preference-tune", "rl", "distil-logits", "merge", "quantise", "prune", "evaluate", "deploy",
    "bundle", "fetch", "other",
]  # fmt: skip
Role = Literal[
    "teacher", "judge", "filter", "reward", "reference", "base", "adapter", "component", "data", "source", "seed",
    "prompts", "tool", "subject", "unknown",
]  # fmt: skip
ArtifactKind = Literal["service", "model", "dataset", "code", "document"]
Assurance = Literal["full-text", "quoted", "secondary", "memory"]
Answer = Literal["yes", "no", "unknown"]


class Shape(Lean):
    """Base of all document values: immutable, unknown keys refused, no silent coercion of text to numbers."""

    model_config: ClassVar = {"frozen": True, "extra": "forbid", "populate_by_name": True}


def _to_answer(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "unknown" if value is None else value


YesNo = Annotated[Answer, BeforeValidator(_to_answer, json_schema_input_type=bool | Answer)]
"""`true`/`false` or yes/no/unknown; a missing value is unknown."""

_DAY = regex(r"\d{4}(-\d{2}(-\d{2})?)?")


def first_day(text: str) -> datetime.date:
    """First day of a year, month or day written as ISO text (`2024`, `2024-11`, `2024-11-05`)."""
    return datetime.date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)


def last_day(text: str) -> datetime.date:
    """Last day of a year, month or day written as ISO text."""
    if len(text) == 10:
        return datetime.date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7] or 12)
    following = datetime.date(year + month // 12, month % 12 + 1, 1) if year < datetime.MAXYEAR else None
    return following - datetime.timedelta(days=1) if following else datetime.date.max


def check_period(text: str) -> str:
    """Accept `day`, `month`, `year` or `from/to` of these; raise ValueError otherwise."""
    ends = text.split("/")
    if len(ends) > 2 or not all(_DAY.fullmatch(end) for end in ends):
        raise ValueError("expected a date like 2025-01-31, 2025-01 or 2024-11/2025-01")
    try:
        start, end = first_day(ends[0]), last_day(ends[-1])
    except ValueError as error:
        raise ValueError(f"no such date: {error}") from None
    if start > end:
        raise ValueError("the period ends before it starts")
    return text


def check_date(text: str) -> str:
    """Accept one day, month or year; raise ValueError otherwise."""
    if "/" in text:
        raise ValueError("expected one date like 2025-01-31 or 2025-01, not a period")
    return check_period(text)


def _year(value: object) -> object:
    """A bare year may be written without quotes."""
    return (
        str(value)
        if isinstance(value, int) and 1000 <= value <= 9999 and not isinstance(value, bool)
        else value
    )


_Dated = BeforeValidator(_year, json_schema_input_type=str | int)
PeriodText = Annotated[str, _Dated, AfterValidator(check_period)]
DateText = Annotated[str, _Dated, AfterValidator(check_date)]

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._+-]*$", max_length=100)]
PathId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._+-]*(/[a-z0-9][a-z0-9._+-]*)*$", max_length=160)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Name = Annotated[str, Field(min_length=1, max_length=300)]


def to_list(value: Any) -> Any:
    """Let one value stand for a list of one."""
    return value if isinstance(value, list | tuple) or value is None else [value]
