"""How much of what a page tells: lengths, sizes, rows, hours, people, in the languages that cards are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.patterns import regex

CONTEXT, WIDTH, VOCABULARY, EPOCHS, ROWS, HOURS, TOKENS, PARAMETERS, LABELLERS = (
    "context length", "dimensions", "vocabulary", "epochs", "training rows", "hours", "training tokens", "parameters",
    "people who labelled",
)  # fmt: skip
RATE, RANK, ALPHA, LEARNING, BATCH, LAYERS, VOICES, SEED = (
    "sample rate", "LoRA rank", "LoRA alpha", "learning rate", "batch size", "layers", "voices", "seed",
)  # fmt: skip
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a single": 1, "single": 1,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "douze": 12,
    "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "zwölf": 12, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "diez": 10, "doce": 12,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十二": 12,
}  # fmt: skip
_TIMES = {
    "k": 1e3, "thousand": 1e3, "tausend": 1e3, "mille": 1e3, "千": 1e3, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8,
    "m": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "millones": 1e6, "milhões": 1e6,
    "b": 1e9, "billion": 1e9, "mrd": 1e9, "milliarden": 1e9, "milliards": 1e9, "t": 1e12, "trillion": 1e12,
}  # fmt: skip
_NUMBER = (
    r"(?<![A-Za-z0-9_.,/-])(?P<number>\d{1,3}(?:[,.\u00a0\u202f ’']\d{3})+(?![\d.,]?\d)|\d+(?:[.,]\d+)?)"
    r"[\s-]?(?P<times>(?:[kKMBT]|Mio\.?|Mrd\.?)(?![\w])|thousand|million(?:s|en)?|billion|trillion|milliards?|Tausend|"
    r"Milliarden|mille|millones|milhões|千|万|萬|億|亿)?"
)
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_SPELLED = rf"(?:(?<!\w)(?P<spelled>{_LONGEST_FIRST})(?=[\s,.;名人])|{_NUMBER})"
_LABELLER = (
    r"(?:annotat(?:or|ric)(?:e?s)?|annotateurs?|label+ers?|raters?|nurses?|infirmi[eè]re?s?|linguists?|linguistes?|doctors?|"
    r"physicians?|clinicians?|radiologists?|experts?|volunteers?|students?|engineers?|lawyers?|translators?|"
    r"Annotator(?:en|innen)|Übersetzer(?:innen)?|Fachleute|Pflegekräfte|Ärzte|Linguist(?:en|innen)|anotador(?:es|as)|enfermer[ao]s|lingüistas)"
)
_ROW = (
    r"(?:examples?|instances?|rows?|samples?|pairs?|instructions?|conversations?|dialog(?:ue)?s?|questions?|prompts?|"
    r"preferences?|Paare?n?|Beispiele?n?|Dialoge?n?|Zeilen|paires|exemples|dialogues|lignes|pares|ejemplos|diálogos|filas)"
)
_PATTERNS = (
    (CONTEXT, regex(rf"(?i)\b(?:context|sequence|window|kontext\w*|contexte)(?: (?:length|window|"
        rf"size))?(?: of| is| ist| de| von|:)?\W{{0,4}}(?:up to )?{_NUMBER}")),
    (CONTEXT, regex(rf"(?i){_NUMBER}(?: |-)tokens?(?: of)? context\b")),
    (CONTEXT, regex(rf"(?:コンテキスト長|上下文长度|上下文長度|最大系列長)\D{{0,4}}{_NUMBER}")),
    (WIDTH, regex(rf"(?i){_NUMBER}[\s-]?(?:dimension(?:s|al|en|es)?\b|dimensiones\b|次元|维|維)")),
    (VOCABULARY, regex(rf"(?i)\b(?:vocabulary|vocab|vokabular|vocabulaire|vocabulario)(?: size)?(?: of|"
        rf" von| de|:)?\W{{0,4}}{_NUMBER}")),
    (VOCABULARY, regex(rf"(?:語彙数|語彙サイズ|词表大小)\D{{0,4}}{_NUMBER}")),
    (EPOCHS, regex(rf"(?i){_SPELLED}[\s-]?(?:epochs\b|epochen\b|époques?\b|épocas?\b|エポック|轮|個 epoch)")),
    (EPOCHS, regex(r"(?i)\b(?P<spelled>one|a single|single|un|une|eine)[\s-](?:epoch|epoche|époque)\b")),
    (ROWS, regex(rf"(?i)\b(?:train|tun)\w* on {_NUMBER} (?:[\w-]+ ){{0,2}}{_ROW}\b")),
    (ROWS, regex(rf"(?i)\b(?:preference|training|instruction|sft) (?:pairs|examples|samples|rows)\W{{1,4}}{_NUMBER}")),
    (ROWS, regex(rf"(?i){_NUMBER} (?:[\w-]+ ){{0,2}}{_ROW}\b")),
    (ROWS, regex(rf"{_NUMBER}\s?(?:件|条|組|ペア|对)")),
    (ROWS, regex(
        rf"(?i)^(?:(?:training |tuning )?data|size|rows)\W{{1,4}}(?:about |around |some |~ ?)?{_NUMBER} "
        r"(?!(?:tokens?|hours?|steps?|epochs?|bytes?|[GTM]i?B)\b)[a-z-]{3,}s\b"
    )),
    (ROWS, regex(rf"(?i)^{_ROW}\W{{1,4}}{_NUMBER}")),
    (LABELLERS, regex(rf"(?i)^{_LABELLER}\W{{1,4}}{_SPELLED}")),
    (LEARNING, regex(r"(?i)\b(?:learning[ -]rate|lernrate|taux d['’]apprentissage)\W{1,4}(?:of |was |"
        r"= ?)?(?P<number>\d+(?:\.\d+)?(?:e-?\d+)?)")),
    (SEED, regex(r"(?i)\b(?:random )?seed\W{1,3}(?:of |= ?)?(?P<number>\d{1,9})\b")),
    (RATE, regex(rf"(?i){_NUMBER}\s?(?:kHz)\b")),
    (RANK, regex(rf"(?i)\b(?:lora[ -]rank|rank|lora r)\W{{1,4}}{_NUMBER}")),
    (ALPHA, regex(rf"(?i)\b(?:lora[ -])?alpha\W{{1,4}}{_NUMBER}")),
    (BATCH, regex(rf"(?i)\b(?:global |total |effective )batch size\W{{1,4}}{_NUMBER}")),
    (LAYERS, regex(rf"(?i){_NUMBER} (?:transformer |hidden |decoder )?layers\b|"
        rf"^(?:number of )?layers\W{{1,4}}{_NUMBER.replace('?P<', '?P<second_')}")),
    (VOICES, regex(rf"(?i){_SPELLED} (?:[\w-]+ )?(?:voices|speakers|stimmen|voix|voces|locutor(?:es|as))\b")),
    (HOURS, regex(rf"(?i){_NUMBER}\s?(?:hours?\b|hrs?\b|stunden\b|heures\b|horas\b|小时|小時|時間)")),
    (TOKENS, regex(rf"(?i){_NUMBER}\s?(?:tokens?\b|トークン|个?词元)")),
    (PARAMETERS, regex(rf"(?i){_NUMBER}[\s-]?(?:param(?:eter|ètre|ámetro|etro)s?\b|パラメータ|参数)")),
    (PARAMETERS, regex(rf"(?i)^(?:total |number of |model )?(?:param(?:eter|ètre)s?|パラメータ数|"
        rf"参数量)\W{{0,4}}{_NUMBER}")),
    (LABELLERS, regex(rf"(?i){_SPELLED} (?:[\w-]+ ){{0,2}}?{_LABELLER}\b")),
    (LABELLERS, regex(rf"{_SPELLED}\s?(?:名|人)の(?:アノテータ|専門家|看護師|作業者)|"
        rf"{_SPELLED.replace('?P<', '?P<second_')}\s?(?:名|位)(?:标注|护士|专家)")),
)  # fmt: skip
LEAST_TOKENS = 1e8
"""So many tokens are those of a training run, and not of a window."""
_LEAST = {LABELLERS: 2, ROWS: 100}
"""The least of which it is told; fewer rows are examples."""
MOST = 1e16
"""A greater number is none that anybody counted."""
_CLOSE = {PARAMETERS: 0.06, TOKENS: 0.06, CONTEXT: 0.025, ROWS: 0.03, HOURS: 0.03}
"""By which part a number that is told may be rounded."""
EXACT = 0.004
"""By which part a number may be off that is told to its last digit."""
_BOUND = regex(
    r"(?i)(?:\b(?:more than|over|above|at least|up to|at most|fewer than|less than|under|mehr als|über|"
    r"mindestens|bis zu|"
    r"plus de|moins de|jusqu['’]à|más de|menos de|hasta)\s*|[<>≥≤]\s*|超过|超過)$"
)
"""How words end before a number that is only a bound."""
_CHANGED = regex(r"(?i)\b(?:instead of|rather than|statt|anstelle|up from|au lieu de|en lugar de)\b.*")
_OTHERS = regex(
    r"(?i)\b(?:unlike|compared (?:to|with)|baselines?|previous(?:ly)?|earlier|would|could|planned|"
    r"plan to|per|each|every|"
    r"hours of (?:training|compute)|gpu)\b|\bhours on\b|\d\s?x\s?[AH]\d00"
)
"""Words of a sentence that speaks of others, of what was before, or of one of several."""
_TRAINING = regex(
    r"(?i)\b(?:pre-?)?(?:train|tun)(?:ed|ing)\b|\bfine-?tun(?:ed|ing)\b|\b(?:preference|instruction|"
    r"sft) (?:pairs|data)\b|"
    r"^data\W{1,3}\d|\btraining data\b|\btrainingsdaten\b|\bentraînement\b|\bentrenamiento\b|学習|訓練|训练"
)
"""Words of a sentence whose rows are those of training."""
NUMBER_OF = "number of "
_THINGS = regex(
    rf"(?i){_NUMBER} (?P<noun>photos|pictures|images|letters|calls|commits|files|documents|articles|sentences|clips|"
    r"recordings|videos|songs|reports|patients|speakers|recipes|reviews|tickets|fotos|bilder|briefe|dokumente|texte|"
    r"lettres|textes|documentos|imágenes|cartas)\b"
)
"""Things of which a set holds so many, under the word that the page has for them."""
_SPLITS = regex(
    rf"(?i)\b(?P<split>train(?:ing)?|test|validation|dev)(?: split| set)?\W{{1,3}}{_NUMBER}(?!\s?%)|"
    rf"{_NUMBER.replace('?P<', '?P<second_')} (?P<second_split>train(?:ing)?|test|validation|dev) {_ROW}\b"
)
"""`train 4,300, test 512`, `790 test pairs`."""
_SPLIT = regex(
    rf"(?i){_NUMBER}(?: [\w-]+)? (?:in|for|im|en|dans)(?: the| le)? (?P<split>train(?:ing)?|test|validation|dev)\b"
)
_STAGES = {
    "preference": regex(r"(?i)(?<![a-z])(?:dpo|orpo|kto|simpo|rlhf|ppo|grpo|preference)(?![a-z])"),
    "tuning": regex(r"(?i)(?<![a-z])(?:sft|supervised|instruct(?:ion)?[- ]tun\w*)(?![a-z])"),
    "pre-training": regex(r"(?i)(?<![a-z])(?:pre-?train\w*|cpt)(?![a-z])"),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of something."""

    about: str
    low: float
    high: float
    of: str = ""
    """Of which stage or split it is told."""


def amounts_said(words: str, heading: str = "") -> Iterator[Amount]:
    """The amounts of a sentence, each under what it is of, with the heading above it.

    >>> [(one.about, one.low) for one in amounts_said("768 Dimensionen, zwei Epochen")]
    [('dimensions', 768.0), ('epochs', 2.0)]
    >>> list(amounts_said("Unlike Reed, which has 30 hours"))
    []
    """
    if _OTHERS.search(words):
        return
    kept = _CHANGED.sub("", words)
    seen = set[tuple[str, float]]()
    for about, pattern in _PATTERNS:
        for one in pattern.finditer(kept):
            given = {key.removeprefix("second_"): value for key, value in one.groupdict().items() if value}
            number = _value(given) * (1e3 if about == RATE else 1.0)
            at = (about, number)
            if at in seen or not _fits(about, number) or _is_bound(kept, one):
                continue
            seen.add(at)
            off = number * _off(about, given)
            yield Amount(about, number - off, number + off, _part_of(about, kept, heading, one))
    for one in _THINGS.finditer(kept):
        told = {key: value for key, value in one.groupdict().items() if value}
        number = _value(told)
        if _fits(ROWS, number) and not _is_bound(kept, one):
            off = number * _off(ROWS, told)
            yield Amount(f"{NUMBER_OF}{one['noun'].lower()}", number - off, number + off)
    for one in (*_SPLIT.finditer(kept), *_SPLITS.finditer(kept)):
        given = {key.removeprefix("second_"): value for key, value in one.groupdict().items() if value}
        number = _value(given)
        if _fits(ROWS, number):
            yield Amount(ROWS, number, number, split_of(given["split"]))


def split_of(name: str) -> str:
    """The split that a word names.

    >>> split_of("training"), split_of("dev")
    ('train', 'validation')
    """
    word = name.lower()
    return "train" if word.startswith("train") else "validation" if word.startswith(("dev", "val")) else word


def stage_of(words: str) -> str:
    """The stage of training that words name; empty where they name none, or several.

    >>> stage_of("two epochs of DPO"), stage_of("recipes/x/sft/config.yaml"), stage_of("SFT and DPO")
    ('preference', 'tuning', '')
    """
    named = {stage for stage, pattern in _STAGES.items() if pattern.search(words)}
    return named.pop() if len(named) == 1 else ""


def _part_of(about: str, words: str, heading: str, one: re.Match[str]) -> str:
    """Of which stage epochs are told, and whether rows are those of training."""
    if about == EPOCHS:
        return stage_of(
            re.split(r"[,;]", words[: one.start()])[-1] + one[0] + re.split(r"[,;]", words[one.end() :])[0]
        )
    return "train" if about == ROWS and (_TRAINING.search(words) or _TRAINING.search(heading)) else ""


def _is_bound(words: str, one: re.Match[str]) -> bool:
    """Whether so much is only the least or the most of it."""
    starts = (one.start(key) for key in one.re.groupindex if key.endswith(("number", "spelled")))
    return any(at >= 0 and _BOUND.search(words, 0, at) is not None for at in starts)


def _off(about: str, given: dict[str, str]) -> float:
    """By which part of it a number may be rounded: one of things that is written out to its end is not."""
    written_out = (
        about in (ROWS, HOURS) and not given.get("times") and not given.get("number", "").endswith("00")
    )
    return EXACT if written_out else _CLOSE.get(about, 0.0)


def _value(given: dict[str, str]) -> float:
    """The number that is meant."""
    if "spelled" in given:
        return float(_WORDS[given["spelled"].lower()])
    digits, times = given["number"], given.get("times", "").lower().rstrip(".")
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ’']\d{3})+", digits):
        digits = re.sub(r"\D", "", digits)
    return float(digits.replace(",", ".")) * _TIMES.get(times, 1.0)


def _fits(about: str, number: float) -> bool:
    """Whether a number can be one of that: a window of tokens is no budget."""
    if about == TOKENS:
        return LEAST_TOKENS <= number < MOST
    if about == CONTEXT:
        return 64 <= number < LEAST_TOKENS
    if about == PARAMETERS:
        return 1e4 <= number < MOST
    return _LEAST.get(about, 1e-9) <= number < MOST
