"""What the headings of a page tell the work to be made from: its title, and those that name a thing of a hub."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compliance.acquire.page.markdown import Page, Paragraph
from compliance.acquire.page.sentences import SHORT, squeezed
from compliance.model.declared.sighting import Mention, MentionRelation, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

if TYPE_CHECKING:
    from compliance.acquire.prose.upstreams import ReadProse

_MAKES = re.compile(
    r"(?i)\b(?:fine-?tun(?:ed|e)|trained|tuned|distilled|adapted|converted|conversion|quanti[sz](?:ed|ation)|exported|ported|derived|based|"
    r"merged?|pruned) (?:by [\w.-]+ )?(?:version )?(?:on|from|of|with|upon|to)\b|"
    r"\b(?:adapters?|loras?|control-?nets?|modules?|prompts?) for\b"
)
"""Words of a heading that tell how a thing was made."""
_TUNED_TITLE = re.compile(
    r"\W*(?P<name>[A-Za-z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3})\s*(?:\((?P<size>\d[\d.]*[BMbm])\))?\W+"
    r"(?P<verb>(?i:fine-?tuned|finetune|tuned))(?i: (?:on|for|with))\b"
)
"""A title that tells what was tuned on what."""
_TAUGHT_TITLE = re.compile(
    r"\bon (?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3})(?P<size>) (?P<verb>via|with|using) "
    r"(?i:dreambooth|textual[ -]inversion|loras?|hypernetworks?|custom diffusion)\b"
)
"""A title that tells what a picture or a style was taught to: `fen-style on Fen Diffusion via Dreambooth`."""
_ADAPTS = re.compile(
    r"(?i)\b(?:adapters?|loras?|control-?nets?|motion modules?|soft prompts?) for (?:the )?\s*$"
)
"""Words of a heading before the model that a small one is put onto."""
_DONE_WITH = re.compile(r"\b(?:[Uu]sing|[Ww]ith|[Vv]ia) (?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3})\W*$")
"""How a title ends that tells with what something was done: `Moods of birds using FenVec 2.0`."""
_FOR = re.compile(
    r"(?:Fine-?tuned )?(?P<name>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}) (?:[Ff]ine-?tuned )?for [A-Z]"
)
"""How a title begins that tells for what a model was made ready: `Fenland BERT for Names`."""
BY_TITLE = "the title"
MOST_PARTS = 8
_NEVER_ROWS = ("generated-by", "base", "component")


def headed(heading: Paragraph, page: Page, name: str, prose: ReadProse) -> Iterator[Sighting]:
    """What the page's title, or a heading that names a thing of a hub, says that the work was made from."""
    titles = not heading.section and heading.text.strip() == page.title
    tuned = (_TUNED_TITLE.match(heading.text) or _TAUGHT_TITLE.search(heading.text)) if titles else None
    if tuned:
        called = f"{tuned['name']} {tuned['size'] or ''}".strip()
        for one in prose(f"tuned from {called}", ""):
            if one.relation == "base" and one.kind == "model" and one.name == called:
                place = page.lines.location(heading.start + tuned.start("name"))
                yield Sighting(called, "base", Location(name, place.line, place.column), "document",
                               f"prose, “… {tuned['verb']}”", heading.text.strip(), "model")  # fmt: skip
    if not _MAKES.search(heading.text) or len(heading.text) > SHORT:
        return
    for one in prose(heading.text, heading.section):
        leads = titles or "/" in one.name or one.name in page.labels.values()
        adapts = None if one.kind == "dataset" else _ADAPTS.search(heading.text[: one.start])
        if adapts or (leads and one.relation in ("base", "data") and one.cue and not one.negated):
            place = page.lines.location(heading.start + one.start)
            how = f"prose, “{adapts[0].strip() if adapts else squeezed(one.cue)}”"
            led = led_to(page.labels.get(one.name.lower()), one.name, "base" if adapts else one.relation)
            yield Sighting(led[0], led[1], Location(name, place.line, place.column), "document", how,
                           heading.text.strip(), kind_of(one), into=one.of)  # fmt: skip


def guessed(page: Page, name: str, prose: ReadProse) -> Iterator[Sighting]:
    """The known model of which the title of a page is made, or that it says something was done with: asked about.

    Args:
        page: The page.
        name: Its file.
        prose: Finds the names of a text.
    """
    title = page.title.strip().removesuffix(" Model Card")
    whole = title.rpartition("/")[2]
    ends = [one.start() for one in re.finditer(r"[-_]", whole)] if " " not in whole else []
    done = _DONE_WITH.search(title) or _FOR.match(title)
    for called in (*(whole[:end] for end in reversed(ends[:MOST_PARTS])), *([done["name"]] if done else [])):
        one = next(iter(prose(f"tuned from {called}", "")), None) if len(called) > 2 else None
        sized = done is not None or (one is not None and re.search(r"(?i)\d[bm]$|-v\d", one.name))
        if one and one.name == called and one.kind == "model" and not one.by_noun and sized:
            yield Sighting(
                called, "base", Location(name, page.title_line, 1), "document", BY_TITLE, page.title, "model"
            )
            return


def led_to(leads: str | None, name: str, relation: MentionRelation) -> tuple[str, MentionRelation]:
    """A name that elsewhere on the page is the label of a link to a hub is the thing that it leads to."""
    if leads is None:
        return name, relation
    rows = leads.startswith("datasets/")
    if relation == "data" and not rows:
        relation = "unknown-use"  # what the page links to as a model is no rows, whatever was done with it
    return leads.removeprefix("datasets/"), "data" if rows and relation in _NEVER_ROWS else relation


def kind_of(mention: Mention) -> ArtifactKind | None:
    """What a name is that only its noun tells, where words make it an upstream, or it is a model to be asked about."""
    if not mention.by_noun or not (mention.cue or (mention.relation == "base" and mention.kind == "model")):
        return None
    return "dataset" if mention.kind == "dataset" else "model"
