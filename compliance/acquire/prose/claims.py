"""What prose claims of how the work was made that code and rows may contradict: from scratch, judged by people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.languages.claimed import said_in_other_scripts
from compliance.acquire.prose.days import RELEASED_ON
from compliance.model.declared.sighting import StatementKind

_SENTENCE = re.compile(r"[^.?!]+(?:\.(?=\S)[^.?!]*)*[.?!]?")
_SCRATCH = re.compile(
    r"(?i)\b(?:pre-?train|train|learn|initiali[sz])\w*\b[^.;:]{0,40}\bfrom (?:scratch|random(?:ly initiali[sz]ed)?\b)|"
    r"\bfrom-scratch (?:pre-?)?train\w+|"
    r"\brandomly initiali[sz]ed\b(?!\W+(?:[\w-]+\W+){0,2}(?:heads?|layers?|projection|tokens?|classif\w+|decoder|"
    r"vocabulary|parameters?|weights? of|embeddings?)\b)|"
    r"\b(?:no|without(?: any)?) (?:(?:existing|other|external|third[- ]party) )?pre-?trained "
    r"(?:weights?|models?|checkpoints?|backbones?|encoders?)\b|"
    r"\bnot (?:based|built|derived|fine-?tuned|initiali[sz]ed) (?:on|from|upon) (?:any|an) (?:other|existing|earlier|"
    r"pre-?trained|open)\b"
)
"""That no weights of anybody's went in."""
_OF_OTHERS = re.compile(
    r"(?i)\b(?:rather than|instead of|unlike|(?<!other )than|compar\w+|versus|vs|baselines?|ablations?|costly|"
    r"results? in|infeasible|expensive|having to|avoid\w*|can be|could|would|should|you|if|previous|earlier version|"
    r"isn't|wasn't|was not|were not|is not|not to|how to|need(?:s|ed)?|aims?|goals?|allow\w*|"
    r"follow(?:s|ing)? (?:these )?steps?|the authors|beta)\b|^\W*to (?:pre-?)?train\b|\[ \]"
)
"""Words of a sentence that speaks of others, of what one may do, or of what was not done."""
_PART = re.compile(
    r"(?i)\b(?:tokeni[sz]ers?|vocabular\w+|heads?|layers?|projectors?|projections?|adapters?|decoders?|vocoders?|"
    r"embeddings?|codecs?|classifiers?|modules?|backbones?|u-?nets?)\b[^.;:]{0,40}$"
)
"""A part of the work alone, before the claim."""
_JUDGES = (
    r"(?:humans?|people|persons?|experts?|annotators?|raters?|reviewers?|assessors?|evaluators?|judges?|graders?|speakers?|"
    r"linguists?|radiologists?|clinicians?|physicians?|doctors?|nurses?|lawyers?|teachers?|volunteers?|editors?|players?|"
    r"engineers?|developers?|programmers?|students?|scientists?|researchers?|practitioners?|pharmacists?|journalists?|"
    r"librarians?|musicians?|farmers?|cooks?|chefs?|customers?|employees?|colleagues?|specialists?|professionals?|translators?|panels?|jur(?:y|ies)|staff|team)"
)
_JUDGED = (
    r"(?:rated|ranked|scored|judged|graded|compared|assessed|reviewed|checked|evaluated|vetted|chosen|"
    r"filtered)"
)
_BY_HAND = re.compile(
    rf"(?i)\b{_JUDGED}\b[^.;]{{0,25}}\bby (?:[\w-]+ ){{0,4}}{_JUDGES}\b|"
    rf"\b(?:human|expert|native|trained|qualified|paid|volunteer)s? (?:[\w-]+ )?{_JUDGES}\b[^.;]{{0,30}}\b{_JUDGED}\b|"
    rf"\b{_JUDGES} of [\w-]+ {_JUDGED}\b|\b(?:human|expert) (?:ratings|rankings)\b|"
    rf"\b{_JUDGED} by hand\b|\bmanually {_JUDGED}\b"
)
"""That people said what is good."""
_MEASURED = re.compile(
    r"(?i)\b(?:evaluation|benchmark\w*|test set|outputs of (?:our|the) model|our model'?s?|blind test|arena|win rate|"
    r"correlat\w+|substitut\w+|recommend\w*|should|must|user study|prompt (?:set|data ?set))\b"
)
"""Words of a sentence that tells how the work did, and not how its rows were sorted."""
_UNPREDICTED = re.compile(
    r"(?i)\bno (?:[\w-]+ ){0,2}(?:labels?|values?|annotations?|scores?|answers?|rows|entries|measurements?|reports?|"
    r"transcripts?|captions?|translations?|lines?)\b[^.;]{0,12}\b(?:predicted|inferred|imputed|estimated|machine-made|"
    r"automatic(?:ally)?|model-made)\b|"
    r"\b(?:free (?:of|from)|without(?: any)?|(?:contains?|holds?|includes?|has|have|with) (?:no|neither)) (?:any )?"
    r"(?:synthetic|machine-(?:made|written|generated)|model-(?:made|written|generated)|ai-(?:made|written|generated)|"
    r"artificial|generated)\b"
)
"""That no model made any of the content."""


_UNSIMULATED = re.compile(
    r"(?i)\b(?:no|without(?: any)?|free of|neither|not|never)(?: [\w-]+){0,3}? "
    r"(?:simulat(?:ed|ions?|ors?)|rendered|game[- ]engine)\b"
    r"(?: (?:data|images?|scenes?|episodes?|demonstrations?|trajector\w+|frames?|rollouts?|views?|recordings?))?"
)
"""That nothing of the content comes from a simulator."""


def claims_said(text: str) -> Iterator[tuple[StatementKind, int]]:
    """What a paragraph claims, and where."""
    yield from said_in_other_scripts(text)
    for one in RELEASED_ON.finditer(text):
        yield "release-day", one.start("day")
    for one in _UNPREDICTED.finditer(text):
        yield "people-wrote", one.start()
    for sentence in _SENTENCE.finditer(text):
        words = sentence[0]
        scratch = _SCRATCH.search(words)
        if scratch and not _is_of_others(words, scratch):
            yield "from-scratch", sentence.start() + scratch.start()
        judged = _BY_HAND.search(words)
        if judged and not _MEASURED.search(words):
            yield "people-judged", sentence.start() + judged.start()
        unsimulated = _UNSIMULATED.search(words)
        if unsimulated and not _is_of_others(words, unsimulated):
            yield "no-simulation", sentence.start() + unsimulated.start()


def _is_of_others(words: str, claim: re.Match[str]) -> bool:
    """Whether a sentence speaks of others, of what one may do or of a part alone, beside the words of the claim."""
    before, after = words[: claim.start()], words[claim.end() :]
    return bool(_OF_OTHERS.search(before) or _OF_OTHERS.search(after) or _PART.search(before))
