"""Sentences that tell one after the other how things did: `F1 on our pages: Fen 0.94, Reed 0.93`. They compare."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.page.sentences import sentence_end, sentence_start
from compliance.model.declared.sighting import LINEAGE, Mention

_MEASURE = re.compile(
    r"(?i)\b(?:accurac\w+|acc|f1|f-?score|wer|cer|bleu|chrf|rouge|comet|scores?|perplexity|map|ndcg|mrr|auc|precision|"
    r"recall|hit rate|iou|psnr|ssim|fid|mos|rmse|mae|error|success|win rates?|elo|pass@\d+|exact match)\b"
)
"""What is measured."""
_FIGURE = r"\d{1,4}(?:\.\d+)?\s?(?:%|[A-Za-z]{1,3}\b)?"
_SCORED = re.compile(rf"[A-Za-z\u0370-\u03ff][^,;:]{{0,60}}?\s{_FIGURE}(?=\s*(?:[,;.]|\band\b|$))")
"""A thing with its figure, as one member of a list."""
_BEHIND = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[:=]|(?:has|had|is|at|gets?|got|reach(?:es|ed)|scores?|scored|makes?|with)\s)?\s*"
    rf"{_FIGURE}\s*(?=[,;.]|\band\b|$)"
)
LEAST = 2
"""Figures of a list that compares."""


def scored(mention: Mention, text: str) -> Mention:
    """The name as one that is compared with, where it stands in a list of what things scored and no words say more.

    Args:
        mention: The name.
        text: The paragraph in which it stands.
    """
    if mention.cue or mention.negated or mention.relation not in LINEAGE:
        return mention
    begin, end = sentence_start(text, mention.start), sentence_end(text, mention.start)
    words = text[begin:end]
    figure = _BEHIND.match(text, mention.end, end) or re.search(r"\s\d+\.\d+$", mention.name)
    compares = figure and _MEASURE.search(words) and len(_SCORED.findall(words)) >= LEAST
    return replace(mention, relation="compared-with") if compares else mention
