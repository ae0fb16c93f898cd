"""Read what narrows a clause: conditions, exceptions, thresholds, defined terms and references to other parts."""

from __future__ import annotations

import re

from compliance.model.packs.clause_text import Details, Span, Threshold

_UP_TO = r"[^.;]{1,240}"
_CONDITION = re.compile(
    rf"\b(?:(?:only |but only )?if|provided(?: that)?|as long as|so long as|on (?:the )?condition that|subject to|"
    rf"to the extent|in the event(?: that)?|where|when|without)\b {_UP_TO}",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    rf"\b(?:except|unless|other than|save (?:for|as)|excluding|excepting|with the exception of|notwithstanding|"
    rf"apart from)\b {_UP_TO}",
    re.IGNORECASE,
)
_CONDITIONAL = (
    "if ", "provided ", "provided that ", "as long as ", "so long as ", "condition that ", "subject to ",
    "to the extent ", "in the event ", "where ", "when ", "without ",
)  # fmt: skip
_EXCEPTING = (
    "except ", "unless ", "other than ", "save for ", "save as ", "excluding ", "excepting ", "exception of ",
    "notwithstanding ", "apart from ",
)  # fmt: skip
"""Of which words one stands in a condition and in an exception, in small letters."""
_THRESHOLDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("amount", re.compile(
        r"(?:US\$|USD|EUR|GBP|RMB|CNY|[$€£¥])\s?\d[\d,.]{0,20}(?:\s(?:thousand|million|billion))?|"
        r"\d[\d,.]{0,20}(?:\s(?:thousand|million|billion))?\s(?:dollars|euros?|pounds|yuan|USD|EUR|RMB)\b")),
    ("users", re.compile(
        r"\d[\d,.]{0,20}(?:\s(?:thousand|million|billion))?\s(?:\w+\s){0,3}"
        r"(?:users|seats|customers|developers)\b", re.I)),
    ("share", re.compile(
        r"\d{1,3}(?:\.\d{1,4})?\s?(?:%|per ?cent)|\b(?:one|two|three)[- ](?:third|quarter|half)s?\b", re.I)),
    ("date", re.compile(
        r"\b(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
        r"\s(?:\d{1,2},?\s)?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")),
    ("duration", re.compile(
        r"\b(?:\d{1,4}|one|two|three|five|seven|ten|thirty|sixty|ninety)(?:\s\(\d{1,4}\))?[- ]"
        r"(?:(?:business|calendar|working)\s)?(?:hours?|days?|weeks?|months?|years?)\b", re.I)),
    ("place", re.compile(
        r"\b(?:European (?:Union|Economic Area)|EEA|EU|United (?:States|Kingdom)|U\.S\.|USA|UK|China|Hong Kong|"
        r"Russia|Iran|Cuba|Syria|North Korea|Crimea|California|Switzerland|Japan|Korea|Singapore|India|Canada|"
        r"Germany|France|Ireland)(?!\w)")),
    ("count", re.compile(
        r"\b\d[\d,]{0,15}\s(?:calls|requests|tokens|queries|copies|devices|accounts|parameters|FLOPs?)\b", re.I)),
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_IN_WORDS = frozenset(("share", "duration", "place"))
"""Kinds of thresholds that may stand in words alone."""
_TERM = re.compile(
    r"\"([^\"]{2,80})\"(?=\s(?:\w+\s){0,2}(?:means?|refers?|shall mean|has the meaning|includes?|is|are)\b)"
)
_GIVEN = re.compile(
    r"\((?:[^()\"]{0,60})\"([^\"()]{2,80})\"(?:,? (?:and|or) \"([^\"()]{2,80})\")?[^()\"]{0,40}\)"
)
_REFERENCE = re.compile(
    r"\b(?:sections?|clauses?|articles?|paragraphs?|exhibits?|annex(?:es)?|schedules?|appendix|§)\s"
    r"(?:\d{1,4}[A-Za-z]?|[IVXL]{1,6}|[A-Z])\b(?:[.-]\d{1,4}){0,5}(?:\([A-Za-z0-9]{1,4}\)){0,4}",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:[A-Z][A-Za-z&'-]{1,30}\s){1,4}(?:Policy|Policies|Terms|Agreement|Guidelines|Licen[cs]e|Addendum)\b"
)

_NAMES_A_DOCUMENT = re.compile(r"(?:Polic(?:y|ies)|Terms|Agreement|Guidelines|Licen[cs]e|Addendum)\b")


def details_of(own: str) -> Details:
    """Return what narrows the clause with these words.

    >>> found = details_of('Unless you have 700 million users, see Section 2(b); "Output" means text.')
    >>> found.exceptions, [each.words for each in found.thresholds], found.defined_terms, found.cross_references
    (('Unless you have 700 million users, see Section 2(b)',), ['700 million users'], ('Output',), ('Section 2(b)',))
    """
    quoted = '"' in own
    terms = [found.group(1) for found in _TERM.finditer(own)] if quoted else []
    for found in _GIVEN.finditer(own) if quoted else ():
        terms += [term for term in found.groups() if term]
    references = [found.group() for found in _REFERENCE.finditer(own)]
    if _NAMES_A_DOCUMENT.search(own):
        references += [found.group() for found in _DOCUMENT.finditer(own)]
    return Details(
        conditions=_narrowing(own, _CONDITION, _CONDITIONAL),
        exceptions=_narrowing(own, _EXCEPTION, _EXCEPTING),
        thresholds=_thresholds(own),
        defined_terms=tuple(dict.fromkeys(term.rstrip(",.") for term in terms)),
        cross_references=tuple(dict.fromkeys(references)),
    )


def _narrowing(own: str, pattern: re.Pattern[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """What a pattern finds, looked for where one of its words stands; letters of other scripts may look like them."""
    if own.isascii() and not any(map(own.lower().__contains__, words)):
        return ()
    return tuple(found.group().strip() for found in pattern.finditer(own))


def _thresholds(own: str) -> tuple[Threshold, ...]:
    digits = _DIGIT.search(own) is not None
    found = [
        Threshold(kind, match.group(), Span(match.start(), match.end()))  # type: ignore[arg-type]
        for kind, pattern in _THRESHOLDS
        if digits or kind in _IN_WORDS
        for match in pattern.finditer(own)
    ]
    return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))
