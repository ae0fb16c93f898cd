"""Tell two versions of a text from captures that are none: another page, another language, a part of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compliance.model.packs.clause_text import SegmentedText
from compliance.text.compare.canonical import tokens
from compliance.text.compare.dates import new_dates, stated_dates

__all__ = ["RUN", "Words", "broken", "in_part", "runs_of", "words_of"]

Runs = frozenset[tuple[str, ...]]

RUN = 4
"""How many words a run has."""
COVERED = 0.9
"""From which share of the words of a shorter capture in the other on it is a part of it."""
COLLAPSE = 0.35
"""Under which share of the words of the other version a part of it is a broken capture."""
SHORT_CAPTURE = 60
"""Under how many words a text is no document of its own."""
NOTHING = 0.03
"""Under which share of common runs of words two captures have nothing to do with each other."""
LITTLE = 0.15
"""Under which share they have little to do with each other; it is told by what else differs."""
WITHIN = 0.985
"""From which share of common runs of words on a shorter capture holds nothing that the longer one does not."""
HALF = 0.75
"""Under which share of the words of the other version that is a sign of a page recorded in part."""
FEW = 0.2
"""Under which share of the words clauses may have been put in, unless the text breaks off where they stand."""
PART = 8
"""From how many clauses on that only came, or only went, a capture may have lost a part of its page."""
_NO_TERMS = re.compile(
    r"\b(?:sign in|log ?in|isn't available|not available|not found|access denied|just a moment|loading|forbidden|"
    r"something went wrong|are you (?:a )?(?:human|robot)|before you continue|cookie (?:consent|settings|preferences)|"
    r"error \d{3}|\d{3} error|unavailable)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:(?P<data>privacy|cookies?|data protection)|(?P<terms>terms|conditions|agreement|licen[cs]e)|"
    r"(?P<rules>guidelines|acceptable use|usage polic(?:y|ies)|rules|standards|code of conduct)|"
    r"(?P<claims>copyright|dmca)|(?P<index>legal (?:cent(?:er|re)|hub)|help cent(?:er|re)|site ?map))\b",
    re.IGNORECASE,
)
"""What the title of a document tells of its kind."""
TITLE = 8
"""Up to how many words a first line is the title, where no heading is."""
_ENGLISH = frozenset(
    {
        "of", "and", "to", "or", "in", "you", "your", "our", "that", "is", "are", "be", "for", "not", "with", "any",
        "may", "by", "as", "this",
    }
)  # fmt: skip
_DATA = frozenset(
    {
        "personal", "data", "information", "privacy", "collect", "collected", "process", "processing", "processed",
        "cookies", "controller", "retention", "consent", "share",
    }
)  # fmt: skip
"""Words that are three times as many in notices on data as in terms."""
NOTICE = 0.025
"""From which difference of their share on one of two texts is a notice and the other is none."""
_CLOSING = re.compile(
    r"\b(?:(?P<law>governing law|governed by|jurisdiction)|(?P<rest>severab\w*|unenforceable)|"
    r"(?P<whole>entire agreement)|(?P<waiver>waivers?)|"
    r"(?P<heirs>may not (?:assign|transfer) (?:this|these|the)|assignment)|"
    r"(?P<amount>limitation of liability|consequential damages)|(?P<as_is>as is|merchantability))\b",
    re.IGNORECASE,
)
CLOSING = 2
"""How many of the provisions with which terms end tell the last part of terms."""
_NORMS = frozenset(
    {
        "must", "shall", "may", "agree", "agrees", "agreement", "terms", "liable", "prohibited", "rights", "law", "not",
    }
)  # fmt: skip
_OTHER_SCRIPT = 0x2E80


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a version that count."""

    all: tuple[str, ...]
    runs: Runs


def words_of(text: SegmentedText) -> Words:
    """Return the words of a text, and all runs of them across the ends of its clauses."""
    words = tuple(word for each in text.clauses for word in tokens(each.own))
    return Words(words, runs_of(words))


def runs_of(words: Sequence[str]) -> Runs:
    """Return all runs of some words.

    >>> sorted(runs_of(("you", "may", "not", "sell", "it")))
    [('may', 'not', 'sell', 'it'), ('you', 'may', 'not', 'sell')]
    """
    return frozenset(tuple(words[at : at + RUN]) for at in range(max(len(words) - RUN + 1, 1)))


def broken(old: SegmentedText, new: SegmentedText, before: Words, after: Words) -> str:
    """Return why one of the two is no capture of the same text; nothing where both are."""
    smaller, larger = sorted((before, after), key=lambda each: len(each.all))
    if len(larger.all) < SHORT_CAPTURE:
        return ""
    if _other_page(old) != _other_page(new):
        return "the title of one of the captures names another page"
    small = len(smaller.all) < COLLAPSE * len(larger.all)
    if len(smaller.all) < SHORT_CAPTURE and small:
        return "one of the captures is all but empty"
    if small and (Counter(smaller.all) & Counter(larger.all)).total() > COVERED * len(smaller.all):
        return "most of the text is missing from one of the captures"
    if abs(_foreign(old) - _foreign(new)) > COLLAPSE:
        return "the captures are in different languages"
    return _unlike(old, new, before, after)


def _unlike(old: SegmentedText, new: SegmentedText, before: Words, after: Words) -> str:
    """Return why two captures of full length are not of the same text, by what they share."""
    smaller, larger = sorted((before, after), key=lambda each: len(each.all))
    shared = len(smaller.runs & larger.runs) / len(smaller.runs)
    other_language = abs(_share(before, _ENGLISH) - _share(after, _ENGLISH))
    if (shared < HALF and other_language > LITTLE) or (shared < LITTLE and other_language > LITTLE / 2):
        return "the captures are in different languages"
    if shared < LITTLE and abs(_share(before, _DATA) - _share(after, _DATA)) > NOTICE:
        return "one of the captures is a notice on data, and the other is none"
    if shared < 2 * LITTLE and _kinds(old) and _kinds(new) and not _kinds(old) & _kinds(new):
        return "the titles of the captures name different documents"
    if shared < NOTHING:
        return "the captures have no clause in common: they are of different pages"
    small = len(smaller.all) < COLLAPSE * len(larger.all)
    if shared < LITTLE and small and 3 * _share(smaller, _NORMS) < _share(larger, _NORMS):
        return "one of the captures holds no terms"
    return ""


def in_part(
    old: SegmentedText, new: SegmentedText, words: tuple[Words, Words], kinds: Mapping[str, int]
) -> str:
    """Return why a part of the page was lost in one of two captures; nothing where that is not likely.

    Whoever adds or deletes many clauses dates the text anew, and changes some word elsewhere. `kinds` counts the
    clauses that came, went and changed.
    """
    came, went = kinds.get("added", 0), kinds.get("removed", 0)
    smaller, larger = sorted(words, key=lambda each: len(each.all))
    within = len(smaller.runs & larger.runs) >= WITHIN * len(smaller.runs)
    within = within and len(smaller.all) < HALF * len(larger.all)
    if max(came, went) < PART:
        return ""
    cut = _cut_off(old, new, gone=bool(went))
    pure = kinds.get("changed", 0) <= cut and not (came and went)
    if not (pure or (within and min(came, went) == 0)):
        return ""
    shorter, longer = (new, old) if went else (old, new)
    headless = not stated_dates(shorter.source) and _begins_later(shorter, longer)
    same_days = (headless or stated_dates(old.source)) and not new_dates(old.source, new.source)
    if not same_days and not (cut and _ends_within(shorter, longer)):
        return ""
    if not cut and _own_text_at_the_end(shorter, longer):
        return ""
    if len(larger.all) - len(smaller.all) < FEW * len(larger.all) and not cut:
        return ""
    what = f"{went} clauses are missing" if went else f"{came} clauses stand there again"
    return f"{what}, and nothing else changed, not even the date that the text states"


def _begins_later(shorter: SegmentedText, longer: SegmentedText) -> bool:
    """Tell whether the beginning of the longer version is missing from the shorter one."""
    stands = {each.own for each in shorter.clauses}
    return not any(each.own in stands for each in longer.clauses[:PART])


def _own_text_at_the_end(shorter: SegmentedText, longer: SegmentedText) -> bool:
    """Tell whether all that one version has more is a text under its own title after the end of the other.

    The last part of terms is none: it has the provisions with which terms end.
    """
    stands = {each.own for each in shorter.clauses}
    last = max((at for at, each in enumerate(longer.clauses) if each.own in stands), default=-1)
    if any(each.own not in stands for each in longer.clauses[: last + 1]):
        return False
    more = longer.clauses[last + 1 :]
    said = " ".join(each.own for each in more)
    titled = last >= 0 and bool(more) and more[0].path != longer.clauses[last].path
    return titled and len({found.lastgroup for found in _CLOSING.finditer(said)}) < CLOSING


def _cut_off(old: SegmentedText, new: SegmentedText, *, gone: bool) -> bool:
    """Tell whether the shorter version has a clause that breaks off within one of the longer."""
    shorter, longer = (new, old) if gone else (old, new)
    whole = {each.own for each in longer.clauses}
    broken_off = {each.own for each in shorter.clauses} - whole
    return any(one.startswith(each.rstrip(". ")) for each in broken_off if len(each) > PART for one in whole)


def _ends_within(shorter: SegmentedText, longer: SegmentedText) -> bool:
    """Tell whether the end of the shorter version breaks off within a clause of the longer; its dates went too."""
    end = shorter.clauses[-1].own if shorter.clauses else ""
    broken_off = len(end) > PART and not end.rstrip("\"')*_ ").endswith((".", "!", "?", ";", ":"))
    return broken_off and any(each.own != end and each.own.startswith(end) for each in longer.clauses)


def _other_page(text: SegmentedText) -> bool:
    first = next((each for each in text.clauses[:1]), None)
    title = " ".join(first.path[:1]) if first else ""
    return _NO_TERMS.search(title) is not None


def _kinds(text: SegmentedText) -> frozenset[str | None]:
    """Return the kinds of documents that the title of a text names."""
    first = next(iter(text.clauses), None)
    title = first.path[0] if first and first.path else first.own if first else ""
    return frozenset(each.lastgroup for each in _KIND.finditer(title if len(title.split()) <= TITLE else ""))


def _foreign(text: SegmentedText) -> float:
    looked_at = text.source[:200_000]
    return sum(ord(character) > _OTHER_SCRIPT for character in looked_at) / (len(looked_at) or 1)


def _share(words: Words, of: frozenset[str]) -> float:
    return sum(word in of for word in words.all) / (len(words.all) or 1)
