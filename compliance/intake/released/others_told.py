"""Sentences about the work of others: what they took is no upstream of this one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.acquire.names import letters
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.releases import Released
from compliance.model.declared.sighting import Sighting

_DID = (
    r"took|takes|used|uses|trained|trains|distill?ed|distill?s|generated|generates|rewrote|rewrites|collected|collects|"
    r"sampled|samples|asked|asks|prompted|prompts|built|builds|fine-?tuned|fine-?tunes|started from|starts from|merged|"
    r"translated|labell?ed|annotated|filtered|scored|judged"
)
_SUBJECT = re.compile(
    rf"^[\W_]*(?:(?:in )?the )?(?P<who>[A-Za-z][\w.-]*(?: [A-Z\d][\w.-]*)?)\s+(?:also |only |then )?(?:{_DID})\b"
)
"""How a sentence or an item begins that tells what somebody did."""
_NAME = re.compile(r"[A-Za-z]+-?\d|[a-z][A-Z]|[A-Z]{2,}[a-z]|-[A-Z]|[A-Za-z]-\w*\d")
"""What a name has and a word of the language has not: a figure, a capital within, a capital behind a hyphen."""
_PART = re.compile(
    r"(?i)\b(?:stages?|steps?|phases?|parts?|rounds?|versions?|v\d|runs?|epochs?|splits?|subsets?|sets?|batch|levels?|"
    r"release|tasks?|we|our|they|it|this|i|you|people|annotators?|authors?|team)\b|^v?\d"
)
"""Words for a part of a making, or for who made the work."""
LEAST_LETTERS = 4
"""Letters by which a name is one of the work's own."""


def without_others(
    sightings: Sequence[Sighting], released: Sequence[Released], folder: str, known: RegistryWords
) -> list[Sighting]:
    """Sightings, without a use where the sentence tells what another work did.

    Args:
        sightings: What was seen.
        released: What the folder puts out.
        folder: How it is called.
        known: The registry; a name that it knows may begin a sentence on what that did for the work.
    """
    mine = [letters(one.rsplit("/", 1)[-1]) for one in (folder, *(each.name for each in released))]
    taken = {
        letters(one.name.rsplit("/", 1)[-1])
        for one in sightings
        if one.is_lineage and not _of_other(one) and (not _begins(one) or known(one.name) is not None)
    }
    return [
        replace(one, relation="none", into=None)
        if one.is_lineage
        and (who := _of_other(one))
        and not _is_mine(who, mine)
        and letters(who) not in taken
        else one
        for one in sightings
    ]


def _of_other(one: Sighting) -> str:
    """The name with which the sentence begins that a name stands in; empty where it is none, or that name itself."""
    if one.source != "document" or not one.how.startswith("prose"):
        return ""
    told = _SUBJECT.match(one.words)
    who = told["who"] if told else ""
    is_name = bool(who) and _NAME.search(who) is not None and not _PART.search(who)
    return who if is_name and letters(who) not in letters(one.name) else ""


def _begins(one: Sighting) -> bool:
    """Whether a name is the one with which its sentence begins."""
    told = _SUBJECT.match(one.words) if one.source == "document" else None
    return told is not None and letters(told["who"]) in letters(one.name)


def _is_mine(who: str, own: Sequence[str]) -> bool:
    """Whether a name is one of the work's own, or begins like one."""
    first = letters(re.split(r"[-\s_.]", who)[0])
    said = letters(who)
    return any(
        said in one or one in said or (len(first) >= LEAST_LETTERS and one.startswith(first))
        for one in own
        if one
    )
