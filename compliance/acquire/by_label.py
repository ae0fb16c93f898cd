"""What the words right beside a name make of it: a label, the noun behind it, how its line goes on."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.asides import is_aside
from compliance.acquire.markdown import Page, Paragraph
from compliance.acquire.parts import opening, original, part, writer
from compliance.acquire.plain_bases import plain_base
from compliance.acquire.rows_from import is_number, source_of_content
from compliance.model.sighting import Mention

_TUNED = re.compile(r"(?i)\bfined?-?tuned\b|\btuned\b")
"""What was done to a model that there was before; trained is also what the work itself was."""


def by_label(mention: Mention, paragraph: Paragraph, page: Page, of_model: bool) -> Mention:
    """A mention, with what stands beside it makes of it: a part of the work, what that was made from, who wrote rows.

    Args:
        mention: The name, with what its sentence makes of it.
        paragraph: The paragraph in which it stands.
        page: The page.
        of_model: Whether it is known to be a model's card.
    """
    if is_aside(mention, paragraph):
        return replace(mention, relation="none", cue="")
    if words := plain_base(mention, paragraph):
        return replace(mention, relation="base", cue=words)
    if label := part(paragraph, mention):
        return replace(mention, relation="component", cue=label)
    if source := original(paragraph, mention, page.labels.values()):
        return replace(mention, relation="base", cue=source)
    if label := writer(paragraph, mention, page.title, of_model):
        return replace(mention, relation="generated-by", cue=label)
    if is_number(paragraph.text, mention):
        return replace(mention, relation="none")
    if source_of_content(mention):
        return replace(mention, relation="data")
    words = opening(paragraph, mention)
    if words and (
        mention.relation == "generated-by"
        or (mention.relation == "base" and not mention.cue and _TUNED.search(words))
    ):
        return replace(mention, relation="base", cue=f"{mention.name} {words}")
    return mention
