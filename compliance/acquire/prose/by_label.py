"""What the words right beside a name make of it: a label, the noun behind it, how its line goes on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from compliance.acquire.page.markdown import Page, Paragraph
from compliance.acquire.page.sentences import sentence_start, squeezed
from compliance.acquire.page.titles import title_of
from compliance.acquire.prose.asides import is_aside
from compliance.acquire.prose.parts import opening, original, part, writer
from compliance.acquire.prose.plain_bases import plain_base
from compliance.acquire.prose.role_told import role_told
from compliance.acquire.prose.rows_from import is_number, source_of_content
from compliance.acquire.prose.seeming import only_seems
from compliance.acquire.prose.whole_names import as_it_stands
from compliance.acquire.prose.work_forms import told_of_work
from compliance.model.declared.sighting import Mention, MentionRelation

_TUNED = re.compile(r"(?i)\bfined?-?tuned\b|\btuned\b")
"""What was done to a model that there was before; trained is also what the work itself was."""

_TUNING = re.compile(r"(?i)\b(?:fine-?)?tun(?:e|ed|ing)\b")
_SOURCE = re.compile(r"(?i)\b(?:from|of|based|upon|version|base|on)\b")
"""Words of what tells that the name stands for what the work was made from."""
_SERIES = re.compile(
    r"\s+(?:series|family)$|(?<=[\w)])(?<![Ll]anguage)\s+"
    r"(?:[Mm]odels?|checkpoints?|weights|articles|pages|posts|dumps?)$"
)
"""Words behind a name that are no part of it."""
_IS_VERSION = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:is|was|are|were)\s+(?:an?|the|our)\s+(?:[\w-]+\s+){0,4}"
    r"(?:versions?|variants?|derivatives?|adaptation|fine-?tune|merge)\s+(?:of|from|on)\b"
)
"""How a sentence goes on behind the thing of which it tells that it was made from another one."""
_GOES_ON = re.compile(
    r"(?i)…,? (?:and|then|before being)(?: then| later| further)? (?:fine-?)?(?:tun|train)ed\b"
)
_TRAINED_ON = re.compile(
    r"(?i)\b(?:pre-?)?trained\b[^.;]{0,80}\b(?:on|with|from|using)\s+(?:[^.;,]{0,60}\b(?:from|of|in)\s+)?(?:the\s+)?$"
)
LEAST_OWN = 6
"""Letters at least of a title by which a name is known for one of the work's own."""
_SIZE = re.compile(r"\d+[bm]")
"""What a name holds beyond that of its family, without signs."""


def by_label(mention: Mention, paragraph: Paragraph, page: Page, of_model: bool) -> Mention:
    """A mention, with what stands beside it makes of it: a part of the work, what that was made from, who wrote rows.

    Args:
        mention: The name, with what its sentence makes of it.
        paragraph: The paragraph in which it stands.
        page: The page.
        of_model: Whether it is known to be a model's card.
    """
    mention = as_it_stands(replace(mention, name=_bare(mention.name)), paragraph.text)
    if _is_no_other(mention, paragraph, page.title):
        return replace(mention, relation="none", cue="")
    if told := _told(mention, paragraph):
        return told
    if source := original(paragraph, mention, page.labels.values()):
        return replace(mention, relation="base", cue=source)
    if label := writer(paragraph, mention, page.title, of_model):
        return replace(mention, relation="generated-by", cue=label)
    if is_number(paragraph.text, mention):
        return replace(mention, relation="none")
    if source_of_content(mention):
        return replace(mention, relation="data")
    if words := _object_of(mention, paragraph.text):
        return replace(mention, relation="data", cue=f"{words} …")
    words = opening(paragraph, mention)
    if words and (
        mention.relation == "generated-by"
        or (mention.relation == "base" and not mention.cue and _TUNED.search(words))
    ):
        return replace(mention, relation="base", cue=f"{mention.name} {words}")
    return mention


def _bare(name: str) -> str:
    """A name without the noun behind it, where what is left is written as one.

    >>> _bare("Fen Diffusion model"), _bare("language model"), _bare("Fen series")
    ('Fen Diffusion', 'language model', 'Fen')
    """
    bare = _SERIES.sub("", name)
    return bare if bare.lower() != bare or any(map(str.isdigit, bare)) else name


def _is_no_other(mention: Mention, paragraph: Paragraph, title: str) -> bool:
    """Whether nothing is said to have gone in: the words tell no making, or the thing is the work's own."""
    if is_aside(mention, paragraph) or only_seems(mention, paragraph):
        return True
    return _is_own_form(mention, title) or _is_result(mention, paragraph)


def _told(mention: Mention, paragraph: Paragraph) -> Mention | None:
    """A mention as plain words, a role or a form of its sentence make of it; None where none of these speaks."""
    if words := plain_base(mention, paragraph):
        return replace(mention, relation="base", cue=words)
    if told := _taken_as(mention, paragraph):
        return replace(mention, relation=told[0], cue=told[1])
    if told := told_of_work(mention, paragraph):
        kind: Literal["dataset", "model"] = "dataset" if told[0] == "data" else "model"
        return replace(mention, relation=told[0], cue=told[1], kind=kind)
    return None


def _taken_as(mention: Mention, paragraph: Paragraph) -> tuple[MentionRelation, str] | None:
    """As what part of the work a sentence, or a label, says that a model was taken."""
    told = None if paragraph.columns else role_told(mention, paragraph.text)
    label = "" if told else part(paragraph, mention)
    return ("component", label) if label else told


def _is_result(mention: Mention, paragraph: Paragraph) -> bool:
    """Whether a sentence begins with a name and tells of what it is a version: `Fen 2 is a version of …`."""
    begins = sentence_start(paragraph.text, mention.start)
    before = paragraph.text[begins : mention.start]
    return (
        mention.relation == "base"
        and not re.search(r"\w", re.sub(r"(?i)\b(?:the|our)\b", "", before))
        and _IS_VERSION.match(paragraph.text, mention.end) is not None
    )


def _object_of(mention: Mention, text: str) -> str:
    """The words on training before a name, where what a verb behind it tells is told of the work: `… and tuned on`."""
    told = mention.relation == "base" and mention.kind in (None, "dataset")
    said = (
        _GOES_ON.match(squeezed(mention.cue)) and _TRAINED_ON.search(text[: mention.start]) if told else None
    )
    return " ".join(said[0].split()) if said else ""


def _is_own_form(mention: Mention, title: str) -> bool:
    """Whether a model bears the page's own name, and more where it is told to be tuned, or less by the size alone.

    The one is a form of the work, the other the family that the work is one size of.
    """
    head = re.split(r"[:–—(]", title_of(title))[0]
    mine, called = (re.sub(r"[^a-z0-9]+", "", one.rpartition("/")[2].lower()) for one in (head, mention.name))
    tuned = mention.relation == "base" and _TUNING.search(mention.cue) and not _SOURCE.search(mention.cue)
    if mention.relation == "generated-by" and len(called) >= LEAST_OWN and called == mine:
        return True  # what the work itself writes is shown, and made no rows of it
    if mention.relation == "component" and len(mine) >= LEAST_OWN and called.startswith(mine):
        return True  # a part that bears the work's name is one of its own
    sized = mention.relation == "base" and _SIZE.fullmatch(mine.removeprefix(called)) and mine != called
    if sized and len(called) >= LEAST_OWN:
        return True
    return bool(tuned) and len(mine) >= LEAST_OWN and called.startswith(mine)
