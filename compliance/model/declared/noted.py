"""Notes beside which more is heard than they say: titles and notices that came along with what they are about."""

from __future__ import annotations


class HeardWith(str):
    """A note together with sentences that are heard beside it and are none: lists of words read both as one text."""

    __slots__ = ("note",)
    note: str | None
    """What is noted, without the rest."""

    @classmethod
    def of(cls, note: str | None, more: str, between: str) -> HeardWith:
        """A note, which may be such a one itself, with what is heard beside it.

        >>> HeardWith.of("by hand", "Chat model", "; "), note_alone(HeardWith.of("by hand", "Chat model", "; "))
        ('by hand; Chat model', 'by hand')
        """
        heard = cls(between.join(dict.fromkeys(one for one in (note, more) if one)))
        heard.note = note_alone(note)
        return heard


def note_alone(note: str | None) -> str | None:
    """A note without what is only heard beside it.

    >>> note_alone("by hand"), note_alone(HeardWith.of(None, "Chat model", "; "))
    ('by hand', None)
    """
    return note.note if isinstance(note, HeardWith) else note
