"""Models that a table tells to be what each part of an application takes, unless somebody chooses another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.names import hub_name, is_local, is_placeholder
from compliance.acquire.page.markdown import Paragraph

_DEFAULT = re.compile(
    r"(?i)default(?: models?| choice| value)?|(?:bundled|shipped|built-in|included|default) (?:models?|weights)|"
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
    """The model of a row, where it begins, and the head of its column.

    Args:
        paragraph: The row.
    """
    if len(paragraph.columns) < 2 or _ASIDE.search(paragraph.section):
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


def _is_model(name: str, of_models: bool) -> bool:
    """Whether a value is the name of a model: one of a hub, or what stands beside a part that a model does."""
    if is_local(name) or is_placeholder(name) or len(name) < LEAST_NAME or _LANGUAGE.fullmatch(name):
        return False
    return hub_name(name) is not None or (of_models and _WRITTEN.search(name) is not None)
