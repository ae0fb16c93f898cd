"""Sentences whose words look like making, and in which nothing was made of the thing that they name."""

from __future__ import annotations

import re

from compliance.intake.places.support import is_labelled
from compliance.intake.places.unmistakable import DONE, did, tells_to_do
from compliance.model.declared.sighting import Sighting

_BEFORE_NAME = re.compile(r"(?i)[\W\d]*(?:the|this|our)?[\W\d]*(?:[^.;:]{1,40}:\W*)?")
_CAN = re.compile(
    r"“… (?:\w+ )?(?:can|could|may|might|will|supports?|further|enables?|achieves?|handles?)\b|“used by …”|"
    r"“… distill?ed”"
)
_SUBJECT = re.compile(r"“\w+s … subject”$")
"""How words are told that say what a thing does, not what it did."""
_PATIENT = re.compile(r"“[\w-]+ … patient”$")
_GOES_ON = re.compile(rf"(?i)^[^.;]{{0,40}}?\b{DONE} (?:from|for|to|as|version)\b")
"""How a sentence goes on behind a thing that was itself made from another, or for something."""
_ITS_VERSION = re.compile(
    r"(?i)\b(?:this|current|latest|present|newest|previous|upcoming|each) (?:\w+ )?versions? of(?: the| our)?\W*$"
)
"""Words before a thing of which another version of itself is spoken."""
_OUR = re.compile(r"(?i)\bour …”$")
_MEASURED = re.compile(
    r"(?i)\b(?:measured|evaluated|tested|validated|benchmarked|states? of the art|competitive|outperform\w*|compared|"
    r"transferr?(?:ed|ing)|zero-shot)\b[^.;:]{0,60}$"
)
"""Words before what a thing was measured on or with."""
_TRAINS = re.compile(r"(?i)\b(?:train|tun|distill?|initiali[sz]|merg)")
_PRICE = re.compile(
    r"(?i)\b(?:efficiency|throughput|speed|latency|costs?) (?:on|of|in|with)\b|\bdownstream of\b"
)
_METHOD = re.compile(
    r"(?i)\b(?:framework|approach|method|recipe|pipeline|ideas?|procedure)s? (?:of|proposed|introduced|from|in|by)\b|"
    r"\bimplements\b"
)
"""Words of a cue that speak of how it was done, not of what was taken."""
_WRITING = re.compile(
    r"(?i)(?:['’]s)?[\"”*_)]{0,3} (?:\w+ )?(?:papers?|blog(?: posts?)?|technical reports?|leaderboards?|trainers?|"
    r"toolkits?|librar(?:y|ies)|implementations?|recipes?|code ?bases?|repositor(?:y|ies)|repos?|licen[cs]es?|"
    r"websites?)\b"
)
"""What may follow a name that then calls a text, a licence or code."""
_PICTURE = re.compile(
    r"(?i)\b(?:icons?|logos?|covers?|banners?|avatars?|mascots?|thumbnails?|header|teaser|illustrations?|badges?)"
    r"(?: images?| pictures?| art)?\b[^.;]{0,30}\b(?:is|are|was|were|made|generated|created|drawn)\b[^.;]{0,40}$"
)
"""Words before what drew the pictures of a page."""
_SHOWN = re.compile(
    r"(?i)\b(?:blogs?|blog posts|tutorials?|articles|videos|talks|showcases?|resources|awesome|"
    r"projects using|used by|adopters)\b"
)
"""Words of a title over what others wrote about the work or did with it."""
_CODE = re.compile(
    r"(?i)\b(?:code|specs?|specifications?|clients?|sdks?|bindings|stubs|docs|documentation|changelogs?|schemas?)\b"
    r"[^.;]{0,40}\b(?:is|are|was|were|been) (?:\w+ )?(?:generated|built|created|made|derived|adapted)\b[^.;]{0,40}$"
)
"""Words before what code was made from or with."""
_BRANCH = re.compile(r"(?i)\b(?:branch(?:es)?|pull requests?|PRs?|commits?)\b")
_TITLE = re.compile(r"[\"“][A-Z][^\"”]{12,}$")
"""How words end within the title of a text in quotes."""
_ALIKE = re.compile(
    r"(?i)“(?:the )?same (?:\w+ )?(?:architecture|structure|tokeni[sz]er|vocabulary|format|settings?|configuration)\b"
)
"""How words are told by which only the form of a thing is the same."""
_TASKS = re.compile(r"(?i)\btasks? based on\b[^.;]*$")
"""Words before what others' or own tasks were done with."""
_HEAD_OF_ITEM = re.compile(r"“… [-–—:] \w+(?:ed|en)”$")
"""How words are told that say how the thing was made with whose name an item begins: it is a part of the work."""
_MEANT = re.compile(
    r"(?i)\b(?:created|built|made|designed|intended|meant|curated|prepared|collected) (?:\w+ly )?(?:to|for)(?: the)? "
    r"(?:pre-?|post-?|fine-?)?(?:train|tun)\w*(?: of)?(?: the| a)?\W*$"
)
"""Words before what rows were made for."""
_VARIANT = re.compile(r"(?i)“(?:[\w-]+ )?variant of (?:the )?…”$")
_ANEW = re.compile(r"(?i)^\W*(?:model )?(?:that|which) (?:is|was|has been) pre-?trained\b")
"""How a sentence goes on of a thing that was trained from nothing."""
_WAS_DONE = re.compile(r"(?i)“… (?:was|is|were|has been) (?:\w+ly )?(?:pre-?|fine-?)?(?:trained|tuned)”$")
_SIZED = re.compile(r"(?i)\d[bm](?![a-z\d])")
"""What the name of weights holds that says how large they are."""
_BY_MAKER = re.compile(r"“由…(?:训练|开发|发布|开源|提供)”$")
"""How a frame is told that names who made the work."""


def is_no_making(one: Sighting) -> bool:
    """Whether a sentence says nothing that was made of the thing it names.

    So it is where a model can do something, is itself the thing that was made, is measured with, stands in a title or
    before the name of a text, drew a picture of the page, or where readers are told what to do.

    Args:
        one: A sighting in prose.
    """
    found = re.search(rf"(?<!\w){re.escape(one.name)}", one.words)
    before, after = (one.words[: found.start()], one.words[found.end() :]) if found else ("", "")
    return (
        _of_itself(one, before, after)
        or _WRITING.match(after) is not None
        or (_SHOWN.search(one.section.rpartition(" / ")[2]) is not None and not did(one))
        or any(each.search(before) for each in (_PICTURE, _CODE, _TASKS, _MEANT))
        or (_TITLE.search(before) is not None and not is_labelled(one))
        or (_MEASURED.search(before) is not None and not _TRAINS.search(one.how))
        or any(each.search(one.how) for each in (_PRICE, _METHOD, _BY_MAKER, _BRANCH, _ALIKE, _HEAD_OF_ITEM))
        or (_VARIANT.search(one.how) is not None and _ANEW.match(after) is not None)
        or _is_told_of(one, before)
        or (not is_labelled(one) and tells_to_do(one) and not did(one))
    )


def _is_told_of(one: Sighting, before: str) -> bool:
    """Whether a sentence begins with a name, of no size and no hub, and tells on what that was trained."""
    begins = _BEFORE_NAME.fullmatch(before) is not None and "/" not in one.name
    return begins and not _SIZED.search(one.name) and _WAS_DONE.search(one.how) is not None


def _of_itself(one: Sighting, before: str, after: str) -> bool:
    """Whether a sentence only tells what the thing can do, or what it was itself made from."""
    if _CAN.search(one.how) or (_SUBJECT.search(one.how) and _BEFORE_NAME.fullmatch(before)):
        return one.relation in ("generated-by", "judged-by", "filtered-by", "data", "base")
    if _OUR.search(one.how) and one.relation != "data":
        return True
    if _ITS_VERSION.search(before) and not _TRAINS.search(one.how):
        return True
    return _PATIENT.search(one.how) is not None and _GOES_ON.search(after) is not None
