"""Names of a hub that a label stands before, in an item or a row, or at the head of their column, known or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.acquire.listing.defaults import taken_by_default
from compliance.acquire.listing.tables import header_says, of_family
from compliance.acquire.names import is_hub_name
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.licence_words import is_licence
from compliance.acquire.prose.went_in import is_name
from compliance.model.declared.sighting import MentionRelation

_LABEL = re.compile(r"(?m)^[^\w\n]*(?P<label>[^\W\d_][^:\n]{1,60}?)[^\w\n:]*:")
_WHOLE = re.compile(
    r"[^\w\n]*(?P<label>[^\W\d_][^:\n/]{1,40}?)\s+(?P<name>(?:hf\.co/(?:datasets/)?)?[\w.-]+/[\w.-]*\w)\W*"
)
"""An item that is a label and a name, with no sign between: `Base model NAME`."""
_SETS = re.compile(r"(?i)(?:data ?sets?|data|rows)(?: used)?")
"""Labels that stand before rows; at the head of a column they list what a thing was measured on as well."""
_FOREIGN_SETS = re.compile(r"(?:预?训练)?(?:数据集|语料库?)|(?:学習)?データセット|(?:학습 ?)?데이터 ?셋")
_CONTENT = re.compile(
    r"(?i)(?:speech|audio|texts?|images?|pictures|photos|videos?|documents|sentences|pairs|prompts|questions|recordings|"
    r"conversations|passages|code)"
)
_INPUTS = re.compile(r"(?i)(?:^|/ )\W*(?:inputs?|input data|ingredients|raw materials?|what went in)\W*$")
"""Headings below which a label for content stands before rows, where a name of a hub follows and no size or form."""
_USES = re.compile(r"(?i)\s*\b(?:uses?|used|is|was)\W*$")
_CALLED = re.compile(r"[A-Z][\w.-]*(?: (?:[A-Z\d-]|v\d)[\w.-]*){0,5}(?: - [\w ]{1,40})?")
_WORD = re.compile(r"[^\W\d_]{2}")
_PART = re.compile(r"(?:hf\.co/(?:datasets/)?)?(?P<name>[\w.-]+/[\w.-]*\w)")
_BETWEEN = re.compile(r"\s*(?:[,;&+]|\band\b)?\s*")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_NO_ORGANISATION = frozenset(
    {"train", "training", "test", "testing", "dev", "validation", "valid", "eval", "and", "n", "yes", "no", "none",
     "input", "output", "source", "target", "web", "text", "image", "audio", "video", "code", "human", "synthetic",
     "public", "private", "user", "assistant", "prompt", "positive", "negative", "real"}
)  # fmt: skip
"""What stands before a slash that divides two words, and not an organisation from what it put out."""
_LONE = re.compile(r"[\s*`\"]*(?P<name>[A-Za-z][\w.-]{2,60}?)[\s*`\".;]*")
_EACH = re.compile(r"(?:[^\s/,、+&]|(?<=\w)/(?=\w))+")
"""A piece of a value that names several things with signs between them: `FenQA / ReedSum`."""
_ALONE = re.compile(
    r"(?i)(?:(?:pre-?|fine-?)?(?:train|tun)(?:ed on|ing) )?(?:data ?sets?|corpus|corpora)(?: (?:name|used))?|"
    rf"{_FOREIGN_SETS.pattern}|"
    r"(?:base|parent|teacher|backbone)(?: model)?(?: name)?"
)
"""Labels whose value is the name of one thing."""
_NO_VALUES = _NO_ORGANISATION | {
    "custom", "proprietary", "internal", "own", "various", "mixed", "multiple", "several", "unknown", "other", "others",
    "tbd", "todo", "n/a", "nan", "null", "true", "false", "english", "multilingual", "see", "below", "above", "here",
    "link", "local", "default", "same", "undisclosed", "confidential", "available", "required", "optional", "many",
    "large", "small", "tiny", "model", "dataset", "data", "corpus", "pretrained", "pre-trained", "fine-tuned",
    "curated",
    "transformer", "encoder", "decoder", "cnn", "lstm", "rnn", "gan", "unspecified", "scratch", "simulated", "crawled",
}  # fmt: skip
"""Values that name nothing."""
_ASIDE = re.compile(
    r"(?i)\b(?:evaluat\w+|benchmarks?|results?|performance|compar\w+|related|future|other|leaderboard|metrics|ablations?|"
    r"not (?:used|trained|included)|citation)\b"
)
"""Sections whose labels tell of other things than what went in."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name, what its label says that it was for, where it begins, and the label."""

    name: str
    relation: MentionRelation
    start: int
    begins: int
    """Where its address begins, or else the name itself."""
    label: str


def labelled(paragraph: Paragraph) -> Iterator[Labelled]:
    """The names that a label stands before, or that stand in a column whose head is one.

    Args:
        paragraph: A row, an item or other lines.
    """
    if _ASIDE.search(paragraph.section) or _ASIDE.search(paragraph.lead):
        return
    text = paragraph.text
    for start, end, head in paragraph.columns:
        said = header_says(head)
        if said is not None and not (said == "base" and of_family(text, paragraph.columns, start)):
            yield from _names(text[: min(end, len(text))], start, said, head)
    whole = _WHOLE.fullmatch(text) if paragraph.is_item else None
    if whole is not None and (told := header_says(whole["label"])) is not None:
        yield from _names(text, whole.start("name"), told, whole["label"])
    yield from _led(paragraph)
    for name, at, head in taken_by_default(paragraph):
        yield Labelled(name, "component", at, at, head)
    for found in () if len(paragraph.columns) > 2 else _LABEL.finditer(text):
        of_rows = _SETS.fullmatch(found["label"]) or _FOREIGN_SETS.fullmatch(found["label"])
        of_rows = of_rows or (
            _CONTENT.fullmatch(found["label"].strip()) and _INPUTS.search(paragraph.section)
        )
        said = header_says(found["label"]) or ("data" if of_rows else None)
        if said is not None:
            line_end = text.find("\n", found.end())
            line = text[: len(text) if line_end < 0 else line_end]
            yield from _names(line, found.end(), said, found["label"])
            if paragraph.is_item or len(paragraph.columns) == len(("label", "value")):
                yield from _lone_values(line, found.end(), said, found["label"])


def _led(paragraph: Paragraph) -> Iterator[Labelled]:
    """The label of the one link of a line that is nothing but a label before it: `Base model used [NAME](…)`."""
    if len(paragraph.linked) != 1 or paragraph.columns:
        return
    start, end = paragraph.linked[0]
    before, name = paragraph.text[:start], paragraph.text[start:end].strip()
    said = header_says(_USES.sub("", before.strip(" -*+•`\n")))
    left = re.search(r"\w", paragraph.text[end:])
    if said in ("base", "generated-by") and not left and ":" not in before and _CALLED.fullmatch(name):
        yield Labelled(name, said, paragraph.text.index(name, start), start, before.strip())


def _lone_values(line: str, at: int, said: MentionRelation, label: str) -> Iterator[Labelled]:
    """The single words that are all of a value, written as the names of things are: `dataset: opus100`."""
    if _ALONE.fullmatch(label.strip(" *`")) is None:
        return
    several = [*_EACH.finditer(line, at)]
    values = [_LONE.fullmatch(line, one.start(), one.end()) for one in several]
    listed = len(several) > 1 and all(one and is_name(one["name"]) for one in values)
    for value in values if listed else [_LONE.fullmatch(line, at)]:
        if value and value["name"].lower() not in _NO_VALUES and not is_licence(value["name"]):
            yield Labelled(value["name"], said, value.start("name"), value.start("name"), label)


def _names(text: str, at: int, said: MentionRelation, label: str) -> Iterator[Labelled]:
    """The names with which a value begins, one after the other."""
    while True:
        at = _end(_BETWEEN, text, at)
        part = _PART.match(text, at)
        if part is None or not is_work(part["name"]) or text[part.end() : part.end() + 1] == "/":
            return
        yield Labelled(part["name"], said, part.start("name"), part.start(), label)
        at = _end(_BRACKET, text, part.end())


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def is_work(text: str) -> bool:
    """Whether a text is the name of a thing of a hub, and not two words that a slash divides."""
    first, _, second = text.partition("/")
    return (
        is_hub_name(text)
        and first.lower() not in _NO_ORGANISATION
        and bool(_WORD.search(first) and _WORD.search(second))
    )
