"""What pages, settings and commands tell of the making: parts kept frozen, calibration, and who judged the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.tree import line_of
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim
from compliance.model.shapes.location import Location
from compliance.patterns import regex

FROZEN, CALIBRATED, MODEL_JUDGED = "frozen ", "calibration of quantised weights", "judged by a model"
_PARTS: Mapping[str, str] = {
    "vit": "vision", "vision": "vision", "visual": "vision", "image": "vision",
    "audio": "audio", "speech": "audio", "text": "text", "encoder": "encoder",
    "llm": "language", "language": "language", "lm": "language",
    "projector": "projector", "aligner": "projector", "connector": "projector", "decoder": "decoder",
    "embedding": "embeddings", "embeddings": "embeddings", "embed": "embeddings",
}  # fmt: skip
"""Words for a part of a network, by the one name under which it is compared; the first of a setting's words counts."""
_PART = (
    r"(?P<part>vision|visual|image|audio|speech|text|language|encoder|decoder|projector|connector|aligner|embeddings?)"
    r"(?:[ -](?:tower|encoder|decoder|model|backbone|layers?))?"
)
_KEPT = regex(
    rf"(?i)\b{_PART}\b(?: (?:is|was|are|were|stays?|stayed|remains?|remained|kept|and|both))*,? frozen\b"
)
_KEPT_BEFORE = regex(rf"(?i)(?<!un)\b(?:frozen|fr[eo]ez\w*|froze)(?: the| an?)? {_PART}\b")
_THAWED = regex(
    rf"(?i)\bunfr(?:ozen?|eez\w*)(?: the)? {_PART}\b|\b{_PART.replace('?P<part>', '?P<other>')}\b"
    r"(?: (?:is|was|are|were))* (?:unfrozen|trained too|also trained|not frozen)\b"
)
_SETTING = re.compile(r"(?i)^(?:freeze|frozen|is_frozen)_(?P<part>[a-z_]+)$")
_OPTION = re.compile(r"--(?P<key>freeze[_-][a-z_-]+)[ =](?P<value>true|false)\b", re.IGNORECASE)
_UNCALIBRATED = regex(
    r"(?i)\b(?:without|no)\b[^.;]{0,25}\b(?:calibration|imatrix|importance matri(?:x|ces))\b|"
    r"\bdata-free quanti[sz]ation|\bohne Kalibrier\w+|\bsans (?:données de )?calibra\w+|\bsin (?:datos de )?calibra\w+"
)
_CALIBRATES = re.compile(
    r"--imatrix\b|\bllama-imatrix\b|--calib(?:ration)?[_-]?(?:data(?:set)?|file)\b|"
    r"\bcalib(?:ration)?_(?:data|dataset|file)\s*=(?!\s*None)"
)
_UNJUDGED = regex(
    r"(?i)\bno (?:language |reward )?(?:models?|llms?|ai) (?:judged|graded|scored|rated|ranked|filtered|assessed)\b|"
    r"\b(?:no|without(?: an?| any)?) (?:llm|ai|model)(?:[- ]as[- ]a)?[- ](?:judges?|graders?|judging|grading|scoring|"
    r"based (?:filter\w*|scor\w+|judg\w+))\b|\b(?:judged|graded|scored|filtered|checked) by rules (?:only|alone)\b|"
    r"\brule-based (?:verifiers?|checks?|filters?|filtering|heuristics) (?:only|alone)\b|"
    r"\bkein (?:Sprachmodell|LLM|Modell) hat\b[^.;]{0,30}\b(?:bewertet|gefiltert|beurteilt)|"
    r"\baucun modèle n['’]a (?:noté|jugé|filtré|évalué)|\bningún modelo (?:puntuó|juzgó|filtró|evaluó)|"
    r"LLMによる(?:評価|判定|フィルタリング)[^。]{0,10}(?:いません|いない)|(?:未|没有)使用(?:模型|LLM)(?:打分|评分|筛选)"
)


def making_said(words: str) -> Iterator[tuple[str, bool]]:
    """What a sentence tells of the making.

    >>> list(making_said("The vision tower was frozen.")), list(making_said("They were made without calibration."))
    ([('frozen vision', True)], [('calibration of quantised weights', False)])
    """
    thawed = _THAWED.search(words)
    if thawed:
        yield FROZEN + _PARTS[(thawed["part"] or thawed["other"]).lower()], False
    elif kept := _KEPT.search(words) or _KEPT_BEFORE.search(words):
        yield FROZEN + _PARTS[kept["part"].lower()], True
    if _UNCALIBRATED.search(words):
        yield CALIBRATED, False
    if _UNJUDGED.search(words):
        yield MODEL_JUDGED, False


def making_run(file: TextFile) -> Iterator[Claim]:
    """What a script or a program does: it gives an option that freezes a part, or quantises with a calibration."""
    if file.suffix not in (".sh", ".slurm", ".py", ".bash", ".mk") and file.path.name != "Makefile":
        return
    for one in _OPTION.finditer(file.text):
        yield from _frozen(one["key"], one["value"], file.place(one.start()))
    if calibrates := _CALIBRATES.search(file.text):
        yield Claim(CALIBRATED, 1.0, 1.0, file.place(calibrates.start()), calibrates[0].strip(), "", "code")


def making_set(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """What settings say of parts that are kept frozen."""
    for key, value in top.items():
        if _SETTING.match(str(key)):
            yield from _frozen(str(key), str(value), Location(name, line_of(value), 1))


def _frozen(key: str, value: str, place: Location) -> Iterator[Claim]:
    told = _SETTING.match(key.replace("-", "_"))
    words = told["part"].lower().split("_") if told else []
    part = next((_PARTS[word] for word in words if word in _PARTS), None)
    if part and value.lower() in ("true", "false"):
        holds = float(value.lower() == "true")
        yield Claim(FROZEN + part, holds, holds, place, f"{key}: {value}", "", "config")
