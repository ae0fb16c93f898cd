"""What stands between backticks, as code: messages write what to type so, and a page has a face for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


def ticked(text: str) -> Markup:
    """Return a text with its parts between backticks as code; one with an odd backtick stays as it is.

    >>> str(ticked("write `a: <b>` there")), str(ticked("a ` b"))
    ('write <code>a: &lt;b&gt;</code> there', 'a ` b')
    """
    from markupsafe import Markup, escape

    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    made = (
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )
    return Markup("").join(made)
