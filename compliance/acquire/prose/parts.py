"""What a line says that a part of the work is: `Vision encoder: NAME`, and the same as a row of a table."""

from __future__ import annotations

import re
from collections.abc import Collection

from compliance.acquire.listing.tables import header_says
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.page.sentences import sentence_start
from compliance.model.declared.sighting import Mention

_SENSE = (
    r"(?:vision|image|visual|video|audio|speech|text|language|sentence|multimodal|acoustic|semantic|query|document|"
    r"protein)"
)
_PART = re.compile(
    rf"(?i)(?:the |our |base |frozen |pre-?trained )*(?:{_SENSE}[ -])?"
    r"(?:encoder|decoder|tower|backbone|tokeni[sz]er|vae|auto-?encoder|vocoder|codec|u-?net)(?: model| backbone)?s?"
    r"|(?:the |our |base |frozen |pre-?trained )*(?:llms?|(?:large )?language (?:model|decoder|backbone)|lm|"
    r"(?:llm|lm) backbone)|(?:third-party|bundled|included|external) (?:model|weights|checkpoint|component)s?"
)
"""Labels of parts that a larger model is put together from."""
_LABEL = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?P<label>[A-Za-z][\w /-]{1,40}?)\W{0,6}(?:\([^()]{1,40}\)\W{0,4})?:\s"
)
_LEADS = re.compile(
    r"(?i)[\s*`\"]*(?:(?:an?|the|our|based on|from|uses?|using|initiali[sz]ed (?:from|with)|pre-?trained|frozen|"
    r"\d+[MB]?|hugging ?face|open-?source|google|meta|openai|alibaba|microsoft)['’s]*\s+)*(?:hf\.co/)?"
)
"""What may stand between the label and the thing."""
_HEAD = re.compile(
    r"(?i)(?:models?|names?|base(?: model)?|backbone|initiali[sz](?:ed|ation)(?: from)?|checkpoint|source|choice|value|"
    r"implementation|used|pre-?trained(?: model)?)"
)
"""Heads of the column that says what each part is."""
_OTHER = re.compile(
    r"(?i)\b(?:evaluat\w+|benchmarks?|results?|compar\w+|baselines?|ablations?|supported|supports?|requirements?|usage|"
    r"install\w*|inference|config\w*|future|related|roadmap|options?|available|model zoo|alternatives?)\b"
)
"""Sections whose lines tell of other things, or of what a reader may choose."""
_SPOKEN_OF = re.compile(r"(?i)^\W{0,3}(?:architecture|style|-?\s?(?:like|style)|format|compatible)\b")
"""What follows a name of which only the form or the way was taken."""


OWN_ROW = re.compile(
    r"(?i)\((?:this|current)(?: (?:model|checkpoint|repo(?:sitory)?|version|card|one))?\)|👈"
)
"""How a row of a table says that it is the work's."""
_LIES = re.compile(
    r"(?i)\W*(?:\d+[.)]\s*)?(?:(?:the|our|hugging ?face|hf|hub|official|public|live|main|project|this)\s+)*"
    r"(?P<kind>(?:(?:data ?set|corpus|data|model|weights|checkpoint)\s+)?)(?:(?:hugging ?face|hf|hub)\s+)?"
    r"(?P<noun>host(?:ed)?(?: (?:at|on|by))?|hosting|home ?page|url|link|address|location|repo(?:sitory)?|page|"
    r"download(?:s| link| url)?|available (?:at|on)|card|access)"
    r"(?: \([^()]{1,30}\))?[\s*`]*:[\s*`]*(?:hf\.co/(?:datasets/)?)?"
)
"""A label that says where a thing lies."""
_OF_ROWS = re.compile(r"(?i)\b(?:data ?sets?|corpus|data|benchmark)\b")
_WRITERS = re.compile(
    r"(?i)\W*(?P<label>(?:(?:source|generator|generating|generation|synthesis|teacher) )?"
    r"(?:llms?|models?|agents?)(?: famil(?:y|ies)| names?| used| versions?| mix)?)\W*:\s"
)
"""A label before the models whose answers rows are."""
_OPENS = re.compile(
    r"\W*(?:This (?:model )?is\s+)?(?:(?:[Aa]n?|[Tt]he|This|[Oo]ur)\s+)?"
    r"(?:(?!models?\b|checkpoints?\b)[a-z-]+\s+){0,2}(?:hf\.co/)?"
)
_OPENING = re.compile(
    r"\s+(?:\([^()]{0,120}\)\s+)?(?:(?i:model|checkpoint)s?\s+)?(?<=\s)"
    r"(?:(?<=[ls]\s)(?:for|to|that|which|intended|designed)|"
    r"(?:fined?-?tuned|trained|tuned)\s+(?:on|using|with|via|for))\b"
)
"""How a line goes on behind the model with which it begins."""
_ORIGINAL = re.compile(
    r"(?i)\W*(?:the )?(?:original|source|upstream|parent)(?: (?:hf|hugging ?face))? "
    r"(?:repo(?:sitory)?|weights?|link|page|model page|card)\W*:\s*"
)
"""A label before the page of the thing that the work was made from."""
_ORIGINALS = re.compile(
    r"(?i)\boriginal\s+(?:(?:hf|hugging ?face|pytorch|jax|tensorflow)\s+)?(?:model|weights?|checkpoints?)\b"
    r"(?:\s+\w[\w.-]*){0,6}?\s+(?:in|at|on|from|here)\W*(?:hf\.co/)?$"
)
"""How words end that say where the weights lie that the work is another form of."""
_WEIGHTS = re.compile(r"(?i)\W*(?:the )?(?:model )?(?:weights?|checkpoints?)\W*:\s*(?:the\s+)?original\s+")
"""A label before the weights that a page hands on in another form."""


def original(paragraph: Paragraph, of: Mention, leads_to: Collection[str]) -> str:
    """The label by which a model of a hub is what the work was made from; empty where none says so.

    Args:
        paragraph: The line.
        of: A name in it.
        leads_to: What links of the page lead to on a hub.
    """
    before = paragraph.text[: of.start]
    label = _ORIGINAL.fullmatch(before)
    if label is not None:
        return label[0].strip(" :*-") if of.kind != "dataset" and of.name in leads_to else ""
    said = _ORIGINALS.search(before, sentence_start(before, of.start)) if of.kind != "dataset" else None
    if said is not None and of.name in leads_to:
        return " ".join(said[0].removesuffix("hf.co/").split())
    handed_on = _WEIGHTS.fullmatch(before) if of.kind == "model" else None
    return handed_on[0].strip(" :*-") if handed_on else ""


def opening(paragraph: Paragraph, of: Mention) -> str:
    """The words by which a line that begins with a model tells that the work is one: `T5 model for writing titles`.

    Args:
        paragraph: The line.
        of: A name in it.
    """
    begins = _OPENS.fullmatch(paragraph.text, 0, of.start)
    told = (
        _OPENING.match(paragraph.text, of.end) if begins and of.kind == "model" and not of.negated else None
    )
    return told[0].strip() if told else ""


def is_part(label: str) -> bool:
    """Whether a label is that of a part that a larger model is put together from."""
    return _PART.fullmatch(label.strip()) is not None


def part(paragraph: Paragraph, of: Mention) -> str:
    """The label by which a model is a part of the work; empty where none says so.

    Args:
        paragraph: The line, the item or the row.
        of: A name in it.
    """
    text = paragraph.text
    if of.kind in ("dataset", "service", "provider") or of.negated or _SPOKEN_OF.match(text, of.end):
        return ""
    others = _OTHER.search(paragraph.section) or _OTHER.search(paragraph.lead)
    if others and not (paragraph.columns and OWN_ROW.search(text)):
        return ""
    if len(paragraph.columns) > 2:
        return _of_row(paragraph, of)
    label = _LABEL.match(text)
    if (
        label is None
        or not _PART.fullmatch(label["label"].strip())
        or (of.kind is None and "/" not in of.name)
    ):
        return ""
    begins = text.rfind("hf.co/", 0, of.start) if text[: of.start].endswith("hf.co/") else of.start
    return label["label"].strip() if _LEADS.fullmatch(text, label.end(), begins) else ""


def _of_row(paragraph: Paragraph, of: Mention) -> str:
    """The same of a row of three cells and more: a part in the first, what it is in the column that says so.

    Where the head of a column is such a label, its cells are parts of what the row begins with.
    """
    (first, until, _), *rest = paragraph.columns
    of_column = next((head.strip(" *`?:") for start, end, head in rest if start <= of.start < end), "")
    if (
        _PART.fullmatch(of_column)
        and header_says(of_column) is None
        and (of.kind == "model" or "/" in of.name)
    ):
        return of_column
    label = paragraph.text[first:until].strip(" ;*`")
    if not _PART.fullmatch(label):
        return ""
    for start, end, head in rest:
        if start <= of.start < end and _HEAD.fullmatch(head.strip(" *`")):
            return label
    return ""


def writer(paragraph: Paragraph, of: Mention, title: str, of_model: bool) -> str:
    """The label by which a model wrote rows, on a page of rows; empty where none says so.

    Args:
        paragraph: The line, the item or the row.
        of: A name in it.
        title: What the page calls the work.
        of_model: Whether it is known to be a model's card.
    """
    if of_model or not _OF_ROWS.search(title) or of.kind not in ("service", "model") or of.negated or of.cue:
        return ""
    label = None if _OTHER.search(paragraph.section) else _WRITERS.match(paragraph.text)
    return label["label"].strip() if label else ""


def own_address(text: str, at: int, title: str, of_model: bool) -> bool:
    """Whether a label before a name only says where the work itself lies: `Dataset host: NAME`.

    Args:
        text: The line or the row.
        at: Where the name begins.
        title: What the page calls the work.
        of_model: Whether it is known to be a model's card.

    >>> own_address("Dataset host : fen/rows", 15, "Fen", False), own_address("Dataset : fen/rows", 10, "Fen", False)
    (True, False)
    """
    said = _LIES.fullmatch(text[:at])
    if said is None:
        return False
    hosted = said["noun"].lower().startswith("host")
    of_rows = not of_model and _OF_ROWS.search(title) is not None
    return hosted or not said["kind"] or (_OF_ROWS.search(said["kind"]) is not None) == of_rows
