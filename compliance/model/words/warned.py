"""Warnings: texts that carry of which kind they are, told where they are made.

A warning is compared, sorted and printed as its text, and a plain text is one of no special kind. So only whoever
makes one that must not be left out has to say so, and nobody ever reads the kind out of the words.
"""

from __future__ import annotations

import enum


class WarningKind(enum.StrEnum):
    """What a warning is about, as far as that decides where it stands and whether it may be left out."""

    WHOLE_ANSWER = "whole-answer"
    """The whole answer rests on other packs than the bundled ones, or on settings that a checkout brought."""
    ONE_NAME = "one-name"
    """What is known of one name, or said of one release, rests on packs of a further folder."""
    OTHER = "other"


class Warned(str):
    """The text of a warning, and its kind."""

    __slots__ = ("kind",)

    kind: WarningKind

    def __new__(cls, text: str, kind: WarningKind = WarningKind.OTHER) -> Warned:
        """Return the text as a warning of a kind."""
        made = super().__new__(cls, text)
        made.kind = kind
        return made


def of_whole(text: str) -> Warned:
    """The text as a warning on what the whole answer rests on."""
    return Warned(text, WarningKind.WHOLE_ANSWER)


def of_name(text: str) -> Warned:
    """The text as a warning on what is known of one name."""
    return Warned(text, WarningKind.ONE_NAME)


def kind_of(warning: str) -> WarningKind:
    """The kind of a warning; a plain text has no special one.

    >>> kind_of(of_name("x: known from a file of your own")).value, kind_of("y: is odd").value
    ('one-name', 'other')
    """
    return warning.kind if isinstance(warning, Warned) else WarningKind.OTHER


def reworded(warning: str, text: str) -> str:
    """Another text in the place of a warning's, of the same kind."""
    return Warned(text, kind_of(warning))
