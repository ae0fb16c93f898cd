"""Words before a name by which it is one, whatever its writing, and what kind of thing it then is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["dataset", "model"]
Plain = Literal["", "noun", "end", "rows"]
_DET = (
    r"(?:(?:the|an?|our|both|original|official|popular|public|open|full|entire|existing|"
    r"pre-?trained|base) +){0,3}[`\"“*]*"
)
_FAR = r"(?:(?!(?:based|built|building|starting|relying|depending|focused|focusing) )[\w%.~–-]+ ){0,6}?"
_TRAIN = r"(?:(?:pre|fine|post|co|instruction)-?)?(?:train|tun)(?:ed|ing|es?)?\b"
_MADE = (
    r"(?:(?:re-?)?(?:generated|synthesi[sz]ed|captioned|paraphrased|distilled|transcribed|pseudo-?labell?ed|"
    r"machine-?translated|translated|annotated|labell?ed|rewritten|scored|filtered|rephrased)|generations?|captions?)"
)
_ROWS = (
    r"(?:images|pictures|photos|videos|clips|music|songs|speech|audio|recordings|sounds?(?: effects)?|texts?|"
    r"passages|"
    r"sentences|paragraphs|articles|abstracts|papers|documents|pages|questions|prompts|queries|instructions|"
    r"pairs|triples|"
    r"samples|examples|rows|items|entries|sequences|conversations|dialogues|problems|tasks|reviews|posts|tweets|code)"
)
_TAKEN = (
    r"(?:filtered|taken|sampled|drawn|selected|collected|extracted|sourced|subsampled|downsampled|downloaded|"
    r"gathered|"
    r"retrieved|crawled|scraped|curated|obtained)"
)
_FETCHED = r"(?:scraped|crawled|parsed|downloaded|harvested|mined|fetched|web-?scraped)"
"""Verbs of which the object behind `from` is a place that holds content, and neither a person nor a country."""
_START = (
    r"(?:based|built|building|builds|build|initiali[sz]ed|warm-?started|started|derived|distilled|converted|"
    r"quanti[sz]ed|pruned|continued|upgraded?|improved|enhanced|enhancement|refinement|adapted|"
    r"versions?|variants?|re-?uploads?|uploads?|copy|ports?|mirror|merges?|checkpoints?|quants|"
    r"weights|merged|forks?|continuation|successor)"
)
_WEIGHTS = r"(?:initiali[sz]ed (?:with|from)|merge[sd]? (?:\w+ )?(?:with|of)|weights (?:of|from))"
_NAMES_OF = r"(?: ?\(|:|,? (?:such as|like|including|e\.g\.,?|namely)) ?"


@dataclass(frozen=True, slots=True)
class Lead:
    """Words before a name, what kind of thing it then is, and what it may be written like.

    `plain` is whether a word that only has a capital is a name there: `noun` where the noun behind it says what it is,
    `end` where its phrase ends with it too; `rows` is where no word is one without the noun for rows behind.
    """

    words: re.Pattern[str]
    kind: Kind
    plain: Plain = "noun"


def _lead(words: str, kind: Kind, plain: Plain = "noun") -> Lead:
    return Lead(re.compile(f"(?i)(?:{words}){_DET}"), kind, plain)


STARTS = _lead(
    rf"\b{_START} (?:directly )?(?:up)?(?:on|over|from|of|with) (?:top of )?(?:weights of )?(?:version of )?",
    "model",
)
LEADS: Sequence[Lead] = (
    _lead(rf"\b{_TRAIN} {_FAR}(?:on|over|upon) ", "dataset"),
    _lead(rf"\b{_TRAIN} {_FAR}(?:with|using) ", "dataset", "rows"),
    _lead(rf"\b(?:{_ROWS}|{_TAKEN}) (?:\w+ly )?(?:{_TAKEN} )?(?:from|of|in) ", "dataset"),
    _lead(rf"\b{_FETCHED} (?:\w+ly )?from ", "dataset", "end"),
    _lead(r"\b(?:subsets?|portions?) of ", "dataset"),
    _lead(
        rf"\b(?:data ?sets|corpora|collections|(?:data )?sources|benchmarks?){_NAMES_OF}", "dataset", "end"
    ),
    _lead(
        rf"\b{_TAKEN} from [^.()]{{0,60}}\b(?:web ?sites|sites|portals|newspapers|outlets|platforms|forums|magazines|"
        rf"blogs|channels|journals|archives|publishers|wikis|agencies){_NAMES_OF}",
        "dataset",
        "end",
    ),
    _lead(rf"\b(?:models|systems|LLMs|VLMs|baselines|teachers|checkpoints){_NAMES_OF}", "model", "end"),
    _lead(rf"\b(?:evaluat|test|benchmark|assess|validat)\w* {_FAR}(?:on|against|over) ", "dataset"),
    _lead(r"(?<![\w.])[\d.]+ ?%? (?:\w+ ){0,2}(?:on|in) ", "dataset"),
    STARTS,
    _lead(rf"\b{_WEIGHTS} (?:(?:the|weights|of|original|an?) |[a-z]+-to-[a-z]+ ){{0,6}}", "model", "end"),
    _lead(r"\b(?:fine-?)?tun(?:ed|e|ing|es) (?:\w+ ){0,2}?(?:from|of) (?:top of )?", "model"),
    _lead(r"\b(?:fine-?)?tun(?:ed|e|ing|es) ", "model", ""),
    _lead(rf"\b{_MADE} (?:\w+ly )?(?:by|with|using|via|from|through) ", "model"),
    _lead(r"\bsynthetic(?:ally)? (?:\w+ ){0,3}(?:generated|produced|created|written) by ", "model", "end"),
    _lead(
        r"\b(?:captioning|tagging|labell?ing|annotation|translation|transcription|segmentation) (?:was|were|is) "
        r"(?:\w+ly )?(?:done|performed|carried out|made) (?:using|with|by|via|in) ",
        "model",
        "end",
    ),
    _lead(
        r"\b(?:outperform\w*|surpass\w*|beats?|exceed\w*|compar(?:ed|able|ison) (?:to|with)|better than|worse than|"
        rf"inspired by|similar to|same {_FAR}as|follow(?:s|ing)?|approach(?:es)? of) ",
        "model",
    ),
    _lead(
        r"\b(?:the|an?|our|their) (?:[\w-]+ ){0,3}(?:data ?set|corpus) {1,4}(?:called |named )?",
        "dataset",
        "end",
    ),
)
"""What stands before a name."""
