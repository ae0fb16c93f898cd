"""Warnings in a saved report: their texts, and beside them the kinds of those that have a special one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import Field

from compliance.model.words.warned import Warned, WarningKind, kind_of
from compliance.render.machine.finding_shape import Part

_OF_THE_WHOLE = (
    "opens the gate: ",
    "was not read: the file ",
    "not those that came with the program",
    "more would be open or heavier",
)
_OF_A_NAME = ("registry file of your own", "of a further folder")
"""Words of warnings of reports that were saved before warnings had kinds; no list of what they say today."""
_TOWARDS_THE_END = "; the finding is as good as that "
"""What stood in the last words of those of one name, whatever that name holds."""
_LAST = 60


class WarningPart(Part):
    """A warning of a kind that decides where it stands."""

    kind: WarningKind = Field(description="What it is about.")
    warning: str = Field(description="The warning, as it stands in `warnings`.")


def kinds_told(warnings: Iterable[str]) -> list[dict[str, str]]:
    """The warnings of a special kind, as a report keeps them."""
    special = sorted(one for one in warnings if kind_of(one) is not WarningKind.OTHER)
    return [{"kind": kind_of(one).value, "warning": str(one)} for one in special]


def read_warnings(texts: Sequence[str], told: Sequence[WarningPart] | None) -> tuple[str, ...]:
    """The warnings of a report with their kinds, read out of the words where the report tells none.

    Raises `ValueError` where a kind is told of no warning.
    """
    if told is None:
        return tuple(map(_older, texts))
    kinds = {one.warning: one.kind for one in told}
    if not kinds.keys() <= set(texts):
        raise ValueError("it tells the kind of a warning that it does not hold")
    return tuple(Warned(one, kinds.get(one, WarningKind.OTHER)) for one in texts)


def _older(text: str) -> Warned:
    whole = any(words in text for words in _OF_THE_WHOLE)
    if whole and _TOWARDS_THE_END not in text[-_LAST:]:
        return Warned(text, WarningKind.WHOLE_ANSWER)
    if whole or any(words in text for words in _OF_A_NAME):
        return Warned(text, WarningKind.ONE_NAME)
    return Warned(text)
