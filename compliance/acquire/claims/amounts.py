"""How much of what a page tells: lengths, sizes, rows, hours, people, in the languages that cards are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from compliance.acquire.claims.numbers import NUMBER, SPELLED, again, groups_of, is_bound, value_of
from compliance.patterns import regex

CONTEXT, WIDTH, VOCABULARY, EPOCHS, ROWS, HOURS, TOKENS, PARAMETERS, LABELLERS = (
    "context length", "dimensions", "vocabulary", "epochs", "training rows", "hours", "training tokens", "parameters",
    "people who labelled",
)  # fmt: skip
RATE, RANK, ALPHA, LEARNING, BATCH, LAYERS, VOICES, SEED = (
    "sample rate", "LoRA rank", "LoRA alpha", "learning rate", "batch size", "layers", "voices", "seed",
)  # fmt: skip
SET = frozenset({CONTEXT, WIDTH, VOCABULARY, EPOCHS, RATE, RANK, ALPHA, LEARNING, BATCH, LAYERS, SEED})
"""What somebody sets, so that there are no others of it whose origin could be asked."""
OF_ONE_WORK = SET | {TOKENS, PARAMETERS, LABELLERS, VOICES}
"""Amounts that are the same wherever in the folder they are told; rows and hours are also told of parts."""
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
        rf"size))?(?: of| is| ist| de| von|:)?\W{{0,4}}(?:up to )?{NUMBER}")),
    (CONTEXT, regex(rf"(?i)\b(?:inputs?|texts?|sequences?|passages?|documents?)(?: of| with| are)? (?:up to|at most|"
        rf"cut (?:off )?(?:at|to)|truncated (?:at|to)) {NUMBER}(?: |-)tokens?\b")),
    (CONTEXT, regex(rf"(?i){NUMBER}(?: |-)tokens?(?: of)? context\b")),
    (CONTEXT, regex(rf"(?:コンテキスト長|上下文长度|上下文長度|最大系列長)\D{{0,4}}{NUMBER}")),
    (WIDTH, regex(rf"(?i){NUMBER}[\s-]?(?:dimension(?:s|al|en|es)?\b|dimensiones\b|次元|维|維)")),
    (VOCABULARY, regex(rf"(?i)\b(?:vocabulary|vocab|vokabular|vocabulaire|vocabulario)(?: size)?(?: of|"
        rf" von| de|:)?\W{{0,4}}{NUMBER}")),
    (VOCABULARY, regex(rf"(?:語彙数|語彙サイズ|词表大小)\D{{0,4}}{NUMBER}")),
    (EPOCHS, regex(rf"(?i){SPELLED}[\s-]?(?:epochs\b|epochen\b|époques?\b|épocas?\b|エポック|轮|個 epoch)")),
    (EPOCHS, regex(r"(?i)\b(?P<spelled>one|a single|single|un|une|eine)[\s-](?:epoch|epoche|époque)\b")),
    (ROWS, regex(rf"(?i)\b(?:train|tun)\w* on {NUMBER} (?:[\w-]+ ){{0,2}}{_ROW}\b")),
    (ROWS, regex(rf"(?i)\b(?:preference|training|instruction|sft) (?:pairs|examples|samples|rows)\W{{1,4}}{NUMBER}")),
    (ROWS, regex(rf"(?i){NUMBER} (?:[\w-]+ ){{0,2}}{_ROW}\b")),
    (ROWS, regex(rf"{NUMBER}\s?(?:件|条|組|ペア|对)")),
    (ROWS, regex(
        rf"(?i)^(?:(?:training |tuning )?data|size|rows)\W{{1,4}}(?:about |around |some |~ ?)?{NUMBER} "
        r"(?!(?:tokens?|hours?|steps?|epochs?|bytes?|[GTM]i?B)\b)[a-z-]{3,}s\b"
    )),
    (ROWS, regex(rf"(?i)^{_ROW}\W{{1,4}}{NUMBER}")),
    (LABELLERS, regex(rf"(?i)^{_LABELLER}\W{{1,4}}{SPELLED}")),
    (LEARNING, regex(r"(?i)\b(?:learning[ -]rate|lernrate|taux d['’]apprentissage)\W{1,4}(?:of |was |"
        r"= ?)?(?P<number>\d+(?:\.\d+)?(?:e-?\d+)?)")),
    (SEED, regex(r"(?i)\b(?:random )?seed\W{1,3}(?:of |= ?)?(?P<number>\d{1,9})\b")),
    (RATE, regex(rf"(?i){NUMBER}\s?(?:kHz)\b")),
    (RANK, regex(rf"(?i)\b(?:lora[ -]rank|rank|lora r)\W{{1,4}}{NUMBER}")),
    (ALPHA, regex(rf"(?i)\b(?:lora[ -])?alpha\W{{1,4}}{NUMBER}")),
    (BATCH, regex(rf"(?i)\b(?:global |total |effective )batch size\W{{1,4}}{NUMBER}")),
    (LAYERS, regex(rf"(?i){NUMBER} (?:transformer |hidden |decoder )?layers\b|"
        rf"^(?:number of )?layers\W{{1,4}}{again(NUMBER)}")),
    (VOICES, regex(rf"(?i){SPELLED} (?:[\w-]+ )?(?:voices|speakers|stimmen|voix|voces|locutor(?:es|as))\b")),
    (HOURS, regex(rf"(?i){NUMBER}\s?(?:hours?\b|hrs?\b|stunden\b|heures\b|horas\b|小时|小時|時間)")),
    (TOKENS, regex(rf"(?i){NUMBER}\s?(?:tokens?\b|トークン|个?词元)")),
    (PARAMETERS, regex(rf"(?i){NUMBER}[\s-]?(?:param(?:eter|ètre|ámetro|etro)s?\b|パラメータ|参数)")),
    (PARAMETERS, regex(rf"(?i)^(?:total |number of |model )?(?:param(?:eter|ètre)s?|パラメータ数|"
        rf"参数量)\W{{0,4}}{NUMBER}")),
    (LABELLERS, regex(rf"(?i){SPELLED} (?:[\w-]+ ){{0,2}}?{_LABELLER}\b")),
    (LABELLERS, regex(rf"{SPELLED}\s?(?:名|人)の(?:アノテータ|専門家|看護師|作業者)|"
        rf"{again(SPELLED)}\s?(?:名|位)(?:标注|护士|专家)")),
)  # fmt: skip
LEAST_TOKENS = 1e8
"""So many tokens are those of a training run, and not of a window."""
MOST = 1e16
"""A greater number is none that anybody counted."""
_BOUNDS = {
    TOKENS: (LEAST_TOKENS, MOST), CONTEXT: (64, LEAST_TOKENS), PARAMETERS: (1e4, MOST), LABELLERS: (2, MOST),
    ROWS: (100, MOST),
}  # fmt: skip
"""The least and the most of which it is told; fewer rows are examples."""
_CLOSE = {PARAMETERS: 0.06, TOKENS: 0.06, CONTEXT: 0.025, ROWS: 0.03, HOURS: 0.03}
"""By which part a number that is told may be rounded."""
EXACT = 0.004
"""By which part a number may be off that is told to its last digit."""
_CHANGED = regex(r"(?i)\b(?:instead of|rather than|statt|anstelle|up from|au lieu de|en lugar de)\b.*")
_OTHERS = regex(
    r"(?i)\b(?:unlike|compared (?:to|with)|baselines?|previous(?:ly)?|earlier|would|could|planned|"
    r"plan to|per|(?<!, )each|every|"
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
COUNTED_THINGS = frozenset(
    {"answers", "articles", "bilder", "briefe", "calls", "captions", "cartas", "clips", "commits", "documentos",
     "documents", "dokumente", "episodes", "files", "fotos", "frases", "images", "imágenes", "letters",
     "lettres", "molecules", "pages", "patients", "photos", "phrases", "pictures", "posts", "problems",
     "recipes", "recordings", "reports", "reviews", "scans", "segments", "sentences", "sequences", "solutions",
     "songs", "speakers", "sätze", "texte", "textes", "tickets", "traces", "trajectories", "translations",
     "utterances", "videos"}
)  # fmt: skip
_THINGS = regex(
    rf"(?i){NUMBER} (?:(?!(?:and|or|of|to|in|per|more)\b)[a-z]+ )?(?P<noun>{'|'.join(sorted(COUNTED_THINGS))})\b"
)
"""Things of which a set holds so many, under the word that the page has for them."""
COUNT_OF = "count of "
_OTHER_THINGS = regex(
    rf"(?i){NUMBER} (?P<noun>(?!(?:tokens|hours|steps|epochs|param\w+|dimensions|layers|heads|times|years|days|weeks|"
    r"months|minutes|seconds|dollars|euros|points|words|gpus|nodes|cores|threads|bits|bytes|characters|chars|iterations|downloads|"
    rf"stars|users|was|is|{_ROW})\b)[a-z]{{3,}}s)\b"
)
"""Things under any other word, which only two pages on the same rows tell of the same."""
_SPLITS = regex(
    rf"(?i)\b(?P<split>train(?:ing)?|test|validation|dev)(?: split| set)?\W{{1,3}}{NUMBER}(?!\s?%)|"
    rf"{again(NUMBER)} (?P<again_split>train(?:ing)?|test|validation|dev) {_ROW}\b"
)
"""`train 4,300, test 512`, `790 test pairs`."""
_SPLIT = regex(
    rf"(?i){NUMBER}(?: [\w-]+)? (?:in|for|im|en|dans)(?: the| le)? (?P<split>train(?:ing)?|test|validation|dev)\b"
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
    yield from _of_properties(kept, heading)
    for one in _THINGS.finditer(kept):
        number = _number(ROWS, one)
        if number is not None and not is_bound(kept, one):
            yield replace(_rounded(ROWS, number, one), about=f"{NUMBER_OF}{one['noun'].lower()}")
    for one in _OTHER_THINGS.finditer(kept):
        number = _number(ROWS, one)
        if number is not None and one["noun"].lower() not in COUNTED_THINGS and not is_bound(kept, one):
            yield replace(_rounded(ROWS, number, one), about=f"{COUNT_OF}{one['noun'].lower()}")
    for one in (*_SPLIT.finditer(kept), *_SPLITS.finditer(kept)):
        number = _number(ROWS, one)
        if number is not None:
            yield Amount(ROWS, number, number, split_of(groups_of(one)["split"]))


def _of_properties(words: str, heading: str) -> Iterator[Amount]:
    """The amounts of single properties, each number of one but once."""
    seen = set[tuple[str, float]]()
    for about, pattern in _PATTERNS:
        for one in pattern.finditer(words):
            number = _number(about, one)
            if number is None or (about, number) in seen or (about != CONTEXT and is_bound(words, one)):
                continue
            seen.add((about, number))
            yield replace(_rounded(about, number, one), of=_part_of(about, words, heading, one))


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


def _number(about: str, one: re.Match[str]) -> float | None:
    """The number that a pattern found; None where it can be none of that: a window of tokens is no budget."""
    number = value_of(groups_of(one)) * (1e3 if about == RATE else 1.0)
    least, most = _BOUNDS.get(about, (1e-9, MOST))
    return number if least <= number < most else None


def _rounded(about: str, number: float, one: re.Match[str]) -> Amount:
    """So much as may be meant: what is told of things and is written out to its end is not rounded."""
    given = groups_of(one)
    written_out = (
        about in (ROWS, HOURS) and "times" not in given and not given.get("number", "").endswith("00")
    )
    off = number * (EXACT if written_out else _CLOSE.get(about, 0.0))
    return Amount(about, number - off, number + off)
