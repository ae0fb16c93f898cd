"""Makings left open by sentences that no rule reads, where a few plain words or a place would have closed them."""

from __future__ import annotations

from compliance.model.declared.lineage import Making

_LONGEST = 100
"""How many letters of a sentence a question shows."""


def noted(note: str) -> Making:
    """That a note on rows of one's own may tell of anything; what their documentation says, somebody stands for."""
    shown = _shown(note)
    return Making("open", f"its note, which no rule reads, says “{shown}”", noted=shown)


def placed(where: str, said: tuple[str, ...]) -> Making:
    """That a sentence stands where a place should that tells that no model wrote rows of one's own."""
    told = f"where it is documented, “{_shown(where)}” says more than a place"
    return Making("open", f"{told}: name the page, the file or the section alone", said)


def _shown(text: str) -> str:
    """A text in one line, and no more of it than a question holds."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
