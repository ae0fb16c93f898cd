"""Sentences that say unmistakably that a thing went into what the page itself puts out, and sentences that advise."""

from __future__ import annotations

import re

from compliance.acquire.prose.upstreams import is_guess
from compliance.intake.places.support import is_labelled
from compliance.model.declared.sighting import Sighting

DONE = (
    r"(?:(?:pre|post|fine|re|co|instruction)-?|further )?(?:trained|tuned|distill?ed|initiali[sz]ed|warm-?started|"
    r"started|derived|based|built|adapted|created|constructed|collected|generated|written|annotated|label+ed|curated|"
    r"captioned|translated|sampled|extracted|sourced|scraped|filtered|merged|converted|quanti[sz]ed|pruned|composed|"
    r"combined|mixed|extended|upgraded|taken|obtained|used|employed|adopted|judged|verified|rated|scored|"
    r"summari[sz]ed|parsed|augmented|modified|aligned)"
)
"""What was done, in the form that says that it was."""
_DOES = (
    r"(?:(?:pre|post|fine)-?)?(?:train|tune|use|employ|adopt|utili[sz]e|take|start|build|generate|collect|sample|"
    r"combine|mix|merge|initiali[sz]e|distill?|prompt|construct|create|derive|filter|curate|translate|follow|extend|"
    r"leverage|annotate)s?"
)
_PARTICIPLE = re.compile(
    rf"(?i)\b{DONE}\b|"
    r"\b(?:starting|evolved|derivative|stems?|comes?|originates?|consists?|comprises|mixture) "
    r"(?:from|of)\b"
)
_BY_US = re.compile(
    r"(?i)\b(?:we|our|this (?:model|checkpoint|version|data ?set|release|corpus)|the (?:model|data ?set)s?)\b"
    rf"[^.;:?!]{{0,60}}?\b(?:{DONE}|{_DOES})\b"
)
"""Words that say what those who write did, or what their model was made from."""
_WAS = re.compile(
    rf"(?i)\b(?:is|are|was|were|been|being|by)\b[^.;:?!]{{0,40}}?\b"
    rf"(?:{DONE}|(?:(?:pre|post|fine)-?)?(?:train|tun|distill?|merg|quanti[sz])ing)\b"
    rf"|^\W*{DONE}\b|\bused (?:for|to|in) (?:pre-?|fine-?)?(?:train|tun)"
)
"""Words that say that something was done."""
_STARTS = re.compile(
    r"(?i)[\W\d]*(?:(?:first|then|next|now|finally|optionally|also|please|note(?: that)?|tips?|example|if|when|"
    r"in order|for (?:example|instance|training|fine-?tuning|evaluation|testing|inference))\b[\W\d]*)*"
    r"(?:to|you|your|please|use|using|download|run|running|(?:(?:pre|post|fine)-?)?(?:train|tune|training|tuning)|try|"
    r"see|check|set|load|install|follow|create|prepare|generate|evaluate|test|convert|quanti[sz]e|annotate|combine|"
    r"supports?|supporting|adds?|adding|added|select|choose|put|place|replace|change|get|obtain|make|clone|start|"
    r"launch|serve|deploy|export|import|compare|reproduce|specify|pass|enable|visit|refer|let'?s?|how|what|why|which|"
    r"can|distill?|merge|distillation|format)\b"
)
"""How a sentence begins that tells readers what they may do, or names what code offers."""
_ORDERS = re.compile(
    r"(?i)[\W\d]*(?:(?:first|then|next|now|finally|optionally|also|please|or)\b[\W\d]*)*(?:to )?"
    r"(?:(?:(?:pre|post|fine)-?)?(?:train|tune)|use|using|download|run|load|install|see|check|follow|obtain|try|"
    r"combine filters|please|generate videos?|compute)\b(?! (?:of|cases?|data)\b)"
)
"""How a sentence begins that is an order to readers on any page."""
_ADVISES = re.compile(
    r"(?i)\b(?:you(?:'ll|r|rs)?|users?|practitioners|developers|anyone|one can|can be|could be|may be|should be|"
    r"supports?|supported|supporting|compatible|e\.g\.?|examples?|tutorials?|notebooks?|walk-?through|"
    r"instructions (?:for|to)|scripts? (?:for|to|on)|recipes? for|usually|typically|commonly|optional(?:ly)?|"
    r"coming soon|will|we'll|plan(?:s|ned)? to|to-?do|if )\b|[?]|支持(?!模型)|可以|您|你|请|如何|示例|教程|できます"
)
"""Words of sentences on what readers may do, on what a program takes, and on what is to come."""
_WE_DID = re.compile(rf"(?i)\bwe (?:(?:have|had|then|first|further|also|only) ){{0,3}}{DONE}\b")
"""Words of those who tell what they did, however their sentence begins."""
_CLAUSE = re.compile(r"[^。;!?\n]*")
_CREDITS = re.compile(
    r"(?i)\backnowledge?|\bthanks?\b|\bcredits?\b|\breferences?\b|\bcitations?\b|\blicen[cs]|\bthird.part|致谢"
)
"""Words of a title over those to whom thanks go, most for code."""
_OFFERED = re.compile(
    r"(?i)\bsupported\b|\bfeatures\b|\bintegrat|\bcompatib|\bother (?:models|works|projects)|\bcomparison|\bquick|"
    r"\bexamples?\b|\btutorials?\b|\bwhat.?s new|支持"
)
"""Words of a title over what a program takes and offers."""
_OF_ROWS = re.compile(
    r"(?i)\b(?:(?:pre-?|fine-?|post-?)?train(?:ing)?|tuning|sft|source)[ -](?:data|corp|mixture|sources?)|"
    r"\bdata ?sets?\W*$|\bdata (?:sources?|mixture|composition)|训练数据|数据来源"
)
"""A title over the rows that something was trained on."""
_OF_WEIGHTS = re.compile(r"(?i)\b(?:base|backbone|teacher|trained|tuned|initiali[sz]ed|weights?)\b")
_NO_LATIN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff]")


def says_so(one: Sighting) -> bool:
    """Whether a place says plainly that the thing went into something that the page itself puts out.

    What was made and by whom it was done has to be said: by a participle (`X is built on NAME`), by those who write
    (`we use NAME to generate`), by a label or a column. A sentence that asks readers to do something, that tells
    what a program takes or offers, or that comes in thanks says nothing of the kind.

    Args:
        one: A sighting in prose.
    """
    inner, is_label = one.section.rpartition(" / ")[2], is_labelled(one) or "…" not in one.how
    if is_guess(one):
        return not advises(one) and (_OF_ROWS.search(inner) is not None or _tells("", one.words))
    if _OFFERED.search(inner) or _ADVISES.search(clause(one)) or (not is_label and advises(one)):
        return False
    if _CREDITS.search(one.section) and not _OF_WEIGHTS.search(one.how):
        return False
    return is_label or _NO_LATIN.search(one.how) is not None or _tells(one.how, one.words)


def _tells(cue: str, words: str) -> bool:
    """Whether the words around a name, or its sentence, tell what was done with it."""
    if _PARTICIPLE.search(cue):
        return True
    return _BY_US.search(words) is not None or _WAS.search(words) is not None


def advises(one: Sighting) -> bool:
    """Whether a sentence tells readers what they may do, what a program takes, or what is to come."""
    words = clause(one)
    orders = _STARTS.match(words) is not None and not did(one)
    return orders or _ADVISES.search(words) is not None


def tells_to_do(one: Sighting) -> bool:
    """Whether a sentence begins as an order to readers, on whatever page it stands."""
    return _ORDERS.match(clause(one)) is not None


def did(one: Sighting) -> bool:
    """Whether those who write say in the sentence what they did."""
    return _WE_DID.search(clause(one)) is not None


def clause(one: Sighting) -> str:
    """The part of a line in which a name stands: sentences of other scripts end without a blank behind them."""
    parts = [each[0] for each in _CLAUSE.finditer(one.words) if one.name in each[0]]
    return parts[0] if parts else one.words
