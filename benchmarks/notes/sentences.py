"""Sentences of `assumed` and `unknown` as facts: what each sort of wording settles, or leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Scope = Literal[
    "publisher",
    "release",
    "service",
    "model",
    "dataset",
    "step",
    "accepted",
    "permission",
    "market",
    "caller",
]


@dataclass(frozen=True, slots=True)
class Settled:
    """One fact that a sentence states, or leaves open (`value` None)."""

    scope: Scope
    fact: str
    value: object
    sentence: str


NOTICES = "notices kept, wording not quoted"

ASSUMED: tuple[tuple[str, Scope, str, object], ...] = (
    (r"(notices?|licen[cs]e (copy|text|file)s?|attribution|copyright notice)s? (are |is )?(kept|shipped|"
     r"included|shown|present|added)",
     "release", "notices_kept", "yes"),
    (r"no (notices?|licen[cs]e (copy|text|file)|badge)|(notices?|licen[cs]e copy|badge) (are |is )?(missing|"
     r"absent|not shipped|left out)",
     "release", "notices_kept", "no"),
    (r"task[- ]specific model|narrow (task )?model|a single task", "release", "function", "task-model"),
    (r"general[- ]purpose (model|assistant|llm)|a general assistant", "release", "function", "general-purpose"),
    (r"(own|authors?|its|his|her|their) (own )?(api )?(account|key)|generated on .* own account|own api key",
     "caller", "own_account", "yes"),
    (r"accepted (the |those |these )?(agreement|terms|licen[cs]e)|(agreement|terms|licen[cs]e) (was|were|"
     r"is) (accepted|signed)",
     "accepted", "*", "yes"),
    (r"(has|have|holds?|with) no [\w ]*account|no (own )?account|(did|has|"
     r"have) not accept(ed)?", "accepted", "*", "no"),
    (r"(written )?(permission|consent|licen[cs]e|agreement) (was |is |has been )?(obtained|granted|held|"
     r"given)|holds? (a )?(written )?permission|"
     r"separate (agreement|licen[cs]e) (held|signed|exists)", "permission", "*", "yes"),
    (r"no (special |separate |written )?(permission|agreement|licen[cs]e) (was |is )?(held|obtained|asked|"
     r"granted)|nobody asked",
     "permission", "*", "no"),
    (r"(did|do|does) not call the (api|service)|itself (made|makes) no calls|helper (held|holds|held) the account|"
     r"account (was|is) held by (a |some)?(helper|third|somebody)", "caller", "own_account", "no"),
    (r"text[- ]only", "model", "modality", "text"),
    (r"consent (of .* )?(exists|was given|is held|obtained)", "release", "voice_consent", "yes"),
    (r"(used|sold|works?) (for|in|under|to) (a )?(dod|department of defen[cs]e|"
     r"defen[cs]e contract)", "release", "dod_contract_use", "yes"),
    (r"(used|sold|works?) (for|in|under|to|by) (a |the )?(us )?federal", "release", "federal_use", "yes"),
)  # fmt: skip
"""What a sentence that is taken as given settles."""

UNKNOWN: tuple[tuple[str, Scope, str], ...] = (
    (r"(?<!terms )\bplan\b(?! of)|individual or business|consumer or (commercial|api|business)",
     "service", "plan"),
    (r"channel|azure|under which (contract|agreement)|contract under which|route\b|which provider",
     "service", "route"),
    (r"account holder|who held the account|whose account|who (made|performed) the calls|who called|who generated",
     "step", "account_holder"),
    (r"purpose at generation|(made|generated) (for|to) train|"
     r"for training purposes", "step", "purpose training_purpose"),
    (r"notice|badge|licen[cs]e (copy|file|text) |licen[cs]e shipped|attribution", "release", "notices_kept"),
    (r"purpose of the .*model|(size|use|purpose) (and|or) (use|size|purpose) of|"
     r"what the model is for", "release", "function"),
    (r"base edge|output edge|which (of the two )?edge|weights or outputs|outputs or weights|initiali[sz]ed from",
     "step", "role"),
    (r"training data of|data (cards|lineage)|teachers? used|ancestry|lineage of|what trained|data undisclosed|"
     r"undocumented",
     "dataset", "documented"),
    (r"separate (agreement|licen[cs]e)|special (permission|agreement)|any (agreement|consent|permission)|"
     r"gave any .*consent|"
     r"was asked|had wider permission", "permission", "*"),
    (r"accepted|holds? (an? )?.*account|own accounts?", "accepted", "*"),
    (r"(wording|text|terms|licen[cs]e) after (the |its )?change|version accepted", "dataset", "licence_changed"),
    (r"training compute", "release", "training_flop"),
)  # fmt: skip
"""What a sentence that names something unknown leaves open; it wins over what is assumed."""

_USERS = re.compile(
    r"(\d[\d.,]*)\s*(m|million|bn|billion|k)?\b[^.]{0,20}(?:monthly )?(?:active )?users", re.IGNORECASE
)
_FLOP = re.compile(
    r"(above|over|below|under|about|around|at least)?\s*(\d(?:\.\d+)?e\d{1,2})\s*flop", re.IGNORECASE
)
_REVENUE = re.compile(
    r"revenue [^.]{0,30}?(above|over|below|under)\s*(?:us)?\$?\s*(\d[\d.,]*)\s*(m|million|bn|billion)?",
    re.IGNORECASE,
)
_SCALE = {"k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
HIDES_ORIGIN = re.compile(
    r"\bstrip\w* (?:of )?(?:every|all|any) (?:mention|trace)|without (?:naming|mentioning) (?:its|"
    r"the) (?:maker|base|origin)|"
    r"\b(?:hid|conceal|disguis|mask)\w* (?:its|the|their) (?:origin|base|maker|source)|renamed (?:fork|copy)|"
    r"rebranded",
    re.IGNORECASE,
)
"""Words by which a release is said to leave its origin out."""
TRAINING_DATA = re.compile(
    r"(?:pre-?)?training (?:data|corpus|set)|pretraining corpus|instruction (?:data|set)|tuning (?:data|set)|"
    r"reasoning data",
    re.IGNORECASE,
)
"""Words by which a data set is said to be made for training models."""
_PLACED = re.compile(
    r"\b(?:located|based|domiciled|resident|established|takes place|used?|offered|sold|users?|"
    r"customers?) (?:\w+ )?in (?:the )?"
    r"(eu|european union|france|germany|italy|spain|netherlands|uk|united kingdom|us|united states|"
    r"south korea|korea|china|japan|"
    r"california|india|brazil|switzerland)\b",
    re.IGNORECASE,
)
PLACES: dict[str, tuple[str, ...]] = {
    "eu": ("EU",), "european union": ("EU",), "france": ("EU", "FR"), "germany": ("EU", "DE"), "italy": ("EU", "IT"),
    "spain": ("EU", "ES"), "netherlands": ("EU", "NL"), "uk": ("GB",), "united kingdom": ("GB",), "us": ("US",),
    "united states": ("US",), "south korea": ("KR",), "korea": ("KR",), "china": ("CN",), "japan": ("JP",),
    "california": ("US", "US-CA"), "india": ("IN",), "brazil": ("BR",), "switzerland": ("CH",),
}  # fmt: skip


def assumed_facts(sentences: tuple[str, ...]) -> Iterator[Settled]:
    """Facts that the given sentences state."""
    for sentence in sentences:
        lowered = sentence.lower()
        for pattern, scope, fact, value in ASSUMED:
            if re.search(pattern, lowered):
                yield Settled(scope, fact, value, sentence)
        yield from _numbers(sentence)
        for match in _PLACED.finditer(sentence):
            for place in PLACES[match[1].lower()]:
                yield Settled("market", place, "yes", sentence)


def unknown_facts(sentences: tuple[str, ...]) -> Iterator[Settled]:
    """Facts that the given sentences leave open."""
    for sentence in sentences:
        for pattern, scope, fact in UNKNOWN:
            if re.search(pattern, sentence.lower()):
                yield Settled(scope, fact, None, sentence)


def _numbers(sentence: str) -> Iterator[Settled]:
    if match := _USERS.search(sentence):
        count = float(match[1].replace(",", "")) * _SCALE.get((match[2] or "").lower(), 1)
        yield Settled("publisher", "monthly_users", _beyond(sentence, count), sentence)
    if match := _FLOP.search(sentence):
        yield Settled("release", "training_flop", _beyond(sentence, float(match[2])), sentence)
    if match := _REVENUE.search(sentence):
        amount = float(match[2].replace(",", "")) * _SCALE.get((match[3] or "").lower(), 1)
        yield Settled("publisher", "revenue", _beyond(sentence, amount), sentence)


def _beyond(sentence: str, number: float) -> float | int:
    """A number on the stated side of a threshold."""
    factor = 1.0
    if re.search(r"exceed|above|over\b|more than|at least|beyond", sentence, re.IGNORECASE):
        factor = 1.01
    if re.search(r"below|under\b|less than|fewer|at most", sentence, re.IGNORECASE):
        factor = 0.99
    scaled = number * factor
    return int(scaled) if scaled.is_integer() or 1e6 < scaled < 1e15 else scaled
