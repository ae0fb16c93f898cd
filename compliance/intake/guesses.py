"""Names that stand in prose without words that tie them to the work: asked about, and not drafted."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from compliance.acquire.beside import is_put_away
from compliance.acquire.names import is_hub_name
from compliance.acquire.page.sentences import IN_LIST
from compliance.acquire.prose.upstreams import is_guess
from compliance.acquire.prose.went_in import is_name
from compliance.intake.places.no_making import is_no_making
from compliance.intake.places.support import ENOUGH, begins_item, is_labelled, is_member, place_of, support
from compliance.intake.places.unmistakable import says_so
from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Sighting

_MADE = re.compile(r"(?i)\b(?:pre-?|fine-?|post-?)?(?:train|tun)(?:ed|ing|es|e)?\b")
"""Words of a sentence that tells of training, whatever it does not say."""
_TUNED = re.compile(r"(?i)tun(?:ed|ing|es?)\b|\b(?:distil|adapt|initiali[sz])")
_BASED = "prose, “…-based”"
_MEASURED_ON = re.compile(
    r"(?i)(?:%|\bpass@\d+|\b(?:accurac\w+|scores?|f1|bleu|wer|cer|perplexity|performance|results?|improvements?))"
    r"[^.;]{0,30}\b(?:on|in|over|across)\s+(?:the\s+)?$"
)
"""How words end behind which that stands on which something was measured."""
MOST_BEFORE = 80
_IS_ONE = re.compile(r"\b(?:is|are) an? pre-?trained …”$")
"""How words end that say that the work is one of a family: which weights it starts from they do not say."""
_SCORE = re.compile(
    r"[\s:;|*_]*(?:\([^()]{1,40}\)[\s:;|*_]*)?\d{1,3}\.\d+(?![\d.]|\s?(?:[KMBTGh%]|[a-z]{2,}))"
)
"""How an item goes on behind the name of what a thing was measured on: with a figure and no unit."""
_THANKS = re.compile(
    r"(?i)^\W*(?:credits?|thanks?|thank you|kudos|shout-?out|props|big thanks|special thanks)\b"
)
"""How a sentence begins that thanks somebody."""
_COLUMN = re.compile(r"prose, “[^…”]{3,30}”")
"""How a name is told to be seen by the head of its column."""
_WRITTEN = ("service", "dataset")
"""Kinds whose use a list or a credit tells: rows that are listed, a hosted model that is named as having written."""


def without_guesses(
    merged: Sequence[Upstream], software: Set[str] = frozenset()
) -> tuple[list[Upstream], list[Upstream]]:
    """What is told clearly enough to be drafted, and what is only mentioned.

    A name counts where a field, code, a configuration or words of the prose say what it was for. Where only the
    likelihood of its surroundings speaks, rows count that a list or a row of a table begins with or a sentence on
    training names, and so does a hosted model in a credit; another name may be an architecture, a sister of the work,
    or a thing that it is shown beside. On a page about software a sentence has to say unmistakably that a thing went
    into what the page puts out: else readers are told what they may use.

    Args:
        merged: What is told of upstreams.
        software: The pages about software that others run.
    """
    clear, asked = list[Upstream](), list[Upstream]()
    for one in merged:
        (asked if _is_mentioned(one, software) else clear).append(one)
    return clear, asked


def _is_mentioned(one: Upstream, software: Set[str]) -> bool:
    if all(is_put_away(each.place.file) for each in one.sightings if each.is_lineage):
        return True
    if all(each.how == IN_LIST for each in one.sightings):
        return True
    if all(map(_is_unknown_weights, one.sightings)) and one.record is None:
        return True
    if one.relation == "base" and all(_is_form(each) for each in one.sightings):
        return True
    counted = [each for each in one.sightings if _counts(each, software)]
    if not one.is_told or max((support(each, one.kind == "dataset") for each in counted), default=0) < ENOUGH:
        return True
    if not all(is_guess(each) for each in counted):
        return False
    if one.kind not in _WRITTEN or one.relation in ("base", "component", "adapter", "filtered-by"):
        return True
    if one.is_provider or (one.kind == "service" and all(_is_aside(each) for each in one.sightings)):
        return True
    return one.kind == "dataset" and not any(
        (begins_item(each) or is_member(each) or _MADE.search(each.words)) and not _is_aside(each)
        for each in one.sightings
    )


def _is_unknown_weights(one: Sighting) -> bool:
    """Whether a sentence takes for weights what nothing knows, by words that are not written as a name is."""
    if is_name(one.name) or re.search(r"\d|\w-\w", one.name):
        return False
    spoken = one.source == "document" and "prose" in one.how and not is_labelled(one)
    spoken = spoken and _COLUMN.fullmatch(one.how) is None
    return spoken and one.relation in ("base", "generated-by") and not is_hub_name(one.name)


def _counts(one: Sighting, software: Set[str]) -> bool:
    """Whether a place may carry a thing into the draft: all but what a page on software, or on use, does not say."""
    if "prose" not in one.how or one.source != "document":
        return True
    if is_no_making(one):
        return False
    return says_so(one) if one.place.file in software or place_of(one) == "using" else True


def _is_form(one: Sighting) -> bool:
    """Whether a sentence only says after which family a thing is built that it then tells to be trained, not tuned."""
    is_family = one.name.isalpha() and (one.how == _BASED or _IS_ONE.search(one.how) is not None)
    return is_family and _MADE.search(one.words) is not None and _TUNED.search(one.words) is None


def _is_aside(one: Sighting) -> bool:
    """Whether a name only begins a line of results, or stands among those who are thanked."""
    plain = one.words.partition(one.name)[2]
    before = one.words.partition(one.name)[0]
    if _MEASURED_ON.search(before[-MOST_BEFORE:]):
        return True
    return _SCORE.match(plain) is not None or _THANKS.match(one.words) is not None
