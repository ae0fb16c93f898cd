"""Models that a table or a list tells to be what an application takes, unless somebody chooses another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.names import hub_name, is_local, is_placeholder
from compliance.acquire.page.markdown import Paragraph

_DEFAULT = re.compile(
    r"(?i)default(?: models?| choice| value)?|models? \(default\)|models? by default|"
    r"(?:bundled|shipped|built-in|included|default) (?:models?|weights)|"
    r"ships? with|comes with|out of the box"
)
"""Heads of a column of what is taken where nobody chooses."""
_PARTS = re.compile(
    r"(?i)(?:parts?|components?|features?|tasks?|functions?|capabilit(?:y|ies)|roles?|what|uses?|used for|stages?|"
    r"modules?|services?|jobs?|purpose|for)"
)
"""Heads of a first column that lists the parts."""
_OF_MODELS = re.compile(
    r"(?i)\b(?:chat|llms?|assistant|answers?|embed\w*|re-?rank\w*|dictation|speech|voices?|tts|stt|asr|transcri\w+|"
    r"translat\w+|vision|ocr|image\w*|caption\w*|summar\w+|classif\w+|moderation|completion\w*|autocomplete|models?|"
    r"language model|text generation|generation|vectors?|reading aloud)\b"
)
"""What a part is called that a model does."""
_OF_DEFAULTS = re.compile(
    r"(?i)\W*(?:the )?(?:default|bundled|shipped|included|built-in|downloaded) (?:models?|weights)\W*"
)
"""Headings over lists of such models."""
_LEAD = re.compile(
    r"(?i)\b(?:downloads?|pulls?|fetch(?:es)?|loads?|ships with|comes with|bundles?|installs?)\b[^.]{0,60}\bmodels?\b"
    r"[^.]{0,20}:$"
)
"""Words before a list of what an application takes from elsewhere."""
_ITEM = re.compile(
    r"[\s*+•-]*(?:(?P<label>[^:\n]{2,30}?)[\s*_]*:[\s*_]+)?[\s*`]*(?P<name>[A-Za-z][\w.-]*(?:[/:][\w.-]+)*)[\s*`]*"
    r"(?:$|[(,;]|for\b|as\b|[–—-]\s)"
)
"""How an item names a model: behind a label, before what it is for, or alone."""
_NAME = re.compile(r"[\s`*]*(?P<name>[A-Za-z][\w.-]*(?:[/:][\w.-]+)*)[\s`*]*(?:\([^()]*\)\W*)?")
_WRITTEN = re.compile(r"[/:_\d]|[a-z]-[a-z]")
"""What the name of a model holds that is no word."""
_LANGUAGE = re.compile(r"[a-z]{2,3}[-_][A-Za-z]{2,4}")
_ASIDE = re.compile(
    r"(?i)\b(?:evaluat\w+|benchmarks?|results?|performance|compar\w+|related|roadmap|planned|future)\b"
)
"""Sections whose tables tell of other things."""
LEAST_NAME = 5


def taken_by_default(paragraph: Paragraph) -> Iterator[tuple[str, int, str]]:
    """The model of a row or an item, where it begins, and the words that say that it is taken.

    Args:
        paragraph: The row or the item.
    """
    if _ASIDE.search(paragraph.section):
        return
    yield from _of_item(paragraph)
    if len(paragraph.columns) < 2:
        return
    (first, until, head), *rest = paragraph.columns
    told = [one for one in rest if _DEFAULT.fullmatch(one[2].strip(" ?:*`"))]
    if not told or not _PARTS.fullmatch(head.strip(" ?:*`")):
        return
    of_models = _OF_MODELS.search(paragraph.text[first:until]) is not None
    for start, end, called in told:
        cell = paragraph.text[start : min(end, len(paragraph.text))].rstrip(" ;")
        named = _NAME.fullmatch(cell)
        if named is not None and _is_model(named["name"], of_models):
            yield named["name"], start + named.start("name"), called.strip()


def _of_item(paragraph: Paragraph) -> Iterator[tuple[str, int, str]]:
    """The model of an item, where the heading above or the words before the list tell of such models."""
    heading = paragraph.section.rsplit(" / ", 1)[-1].strip()
    told = heading if _OF_DEFAULTS.fullmatch(heading) and not paragraph.lead else ""
    told = told or (paragraph.lead.strip(" :") if _LEAD.search(paragraph.lead.strip()) else "")
    item = _ITEM.match(paragraph.text) if paragraph.is_item and told else None
    if item is not None and _is_model(item["name"], _OF_MODELS.search(item["label"] or "model") is not None):
        yield item["name"], item.start("name"), told


def _is_model(name: str, of_models: bool) -> bool:
    """Whether a value is the name of a model: one of a hub, or what stands beside a part that a model does."""
    if is_local(name) or is_placeholder(name) or len(name) < LEAST_NAME or _LANGUAGE.fullmatch(name):
        return False
    return hub_name(name) is not None or (of_models and _WRITTEN.search(name) is not None)
