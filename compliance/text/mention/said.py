"""What the words around a name say of it: frames of verbs, cues of the lexicon, and what goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from compliance.model.declared.sighting import MentionRelation
from compliance.text.mention.frames import governed
from compliance.text.mention.labels import labelled
from compliance.text.mention.name import Name
from compliance.text.mention.patterns import NAME, STRENGTHS, lexicon
from compliance.text.mention.possible import only_possible

if TYPE_CHECKING:
    from spacy.tokens import Span

_CONTENT = re.compile(
    r"(?i)\b(?:samples?|conversations?|sampled|instructions?|examples)\b(?!-).*(?<!-)\b(?:from|of)\b(?!-)"
)
_TUNED = re.compile(r"(?i)tun|quant|gguf|ggml|gptq|awq|merge|lora|adapter|abliterat|prun")
"""What only weights undergo: whose name stands there has them out."""
_TUNED_ON = re.compile(rf"(?i)fine-?tun\w+(?: directly)? (?:on|over|upon)(?: top of)?(?: the| a)? {NAME}$")
"""Who fine-tunes on a model means its weights; who does on its answers says so."""
_HANDED = re.compile(r"(?i)(?:sent|passed|fed|submitted|given|posed|handed|forwarded)\b")
"""What is handed to a model is answered; what is handed to rows is only filed there."""
_OF_A_SIZE = re.compile(r"(?i)\b\d+(?:\.\d+)?b\b")
"""Whose size is told, its weights are out, whoever serves it too."""
_TRAINED = re.compile(r"(?:pre-?|fine-?|instruction-?|post-?)?(?:trained|training|train|tuned|tuning|tune)")
_COMPOSED = re.compile(r"(?i)(?:composed|constructed|made up) of\b")
"""What a system is told to hold wrote nothing."""
_RESULT = re.compile(
    rf"(?i)\bto (?:[\w-]+ly )?(?:pre-?|fine-?)?(?:train|tune|build|develop|create) (?:the )?{NAME}$"
)
"""What something is used to train is no rows."""
_MADE_FROM = re.compile(
    rf"(?i)\b(?:created|made|built|constructed|compiled|assembled|collected|gathered|prepared|extracted|converted|"
    rf"sourced|crawled) (?:\w+ly )?from (?:the )?{NAME}$"
)
"""What rows are made from that nothing knows is rows as well."""
_ON = re.compile(rf"(?i)\b(?:on|across)(?: (?!than\b|to\b|with\b|of\b)\S+){{0,5}} {NAME}$")
"""Where something is better is what it was measured on."""
_GOES_ON = ("and", ",", "also", "then", "plus")
_TRIED = frozenset(
    (
        "evaluated",
        "evaluating",
        "tested",
        "testing",
        "validated",
        "scored",
        "compared",
        "reported",
        "runs",
        "run",
    )
)
_IS = re.compile(r"(?i)(?:the |its |our )?(?:base|parent|underlying|foundation|backbone|teacher)\b")
"""How words begin that say what a thing is, whatever it may do: `can show the bias of its base model, NAME`."""
_ARTICLES = ("the", "a", "an", "our", "all")
_TRAINS = re.compile(r"(?i)train|tun|subset of|mixture|seed|source")
"""In a section of results only such words make rows an input."""
_JUDGES = ("judged-by", "filtered-by")
"""In a section of results whoever sorts outputs tells how good they are."""
_DONE = ("generated-by", "judged-by", "base", "data")
Cue = MentionRelation | Literal["content"]
"""A relation, or that content of the thing was used: its rows, or what it wrote."""
_PRIORITY: tuple[Cue, ...] = (
    "own-release", "evaluation-judge", "inspired-by", "none", "evaluated-against", "compared-with", "filtered-by",
    "judged-by", "component", "generated-by", "content", "data", "base",
)  # fmt: skip
"""Of cues that stand equally near, the first wins."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a name at its place, before its kind is looked at: the likelier first, each with its words."""

    cues: tuple[tuple[Cue, str], ...]
    frame: str | None
    strength: str
    """Of the lexicon's cues the strongest part one stands in; empty where none fits."""
    possible: bool
    """Whether the clause speaks of what can be done, not of what was."""
    measured: bool
    """Whether the sentence has words of measuring."""


def said_in(sentence: Span, tokens: Sequence[str], measures: bool = False) -> dict[int, Said]:
    """What a sentence says of each name in it, by the name's position.

    Args:
        sentence: The sentence.
        tokens: Its words in small letters.
        measures: Whether a benchmark is among its names.
    """
    found, measured = _cues(sentence, tokens), measures or bool(lexicon().measuring & set(tokens))
    told: dict[int, Said] = {}
    for where, word in enumerate(tokens):
        if word != NAME:
            continue
        framed, (strength, cues) = governed(tokens, where), found.get(where, ("", []))
        if (label := labelled(tokens, where)) is not None:
            strength, cues = min(strength or STRENGTHS[1], STRENGTHS[1], key=STRENGTHS.index), [label, *cues]  # type: ignore[list-item]
        framing: list[tuple[Cue, str]] = [framed] if framed else []  # type: ignore[list-item]
        told_first = [*cues, *framing] if strength == STRENGTHS[0] or label else [*framing, *cues]
        parts = (*told_first, *_going_on(tokens, where))
        frame = framed[0] if framed else None
        told[where] = Said(parts, frame, strength, only_possible(tokens, where), measured)
    return told


def ruled(said: Said, name: Name, place: str) -> tuple[MentionRelation | None, str]:
    """What rules alone make of a name in a section of a kind, and the words that say so."""
    relation, cue = _first(said.cues, name)
    trains = bool(_TRAINS.search(cue))
    if place == "earlier" or (said.possible and relation in _DONE and not _IS.match(cue)):
        return (None if relation is None else "none"), cue
    if (relation == "judged-by" and said.measured) or (relation in _JUDGES and place == "compared"):
        return "evaluation-judge", cue
    if (
        relation == "data"
        and not trains
        and (said.measured or (place == "compared" and "/" not in name.text))
    ):
        return "evaluated-against", cue
    if place == "compared" and relation in (None, "generated-by") and not trains:
        return "compared-with", cue
    return relation, cue


def _cues(sentence: Span, tokens: Sequence[str]) -> dict[int, tuple[str, list[tuple[Cue, str]]]]:
    """For each name what the lexicon says of it, the strongest and nearest first, and the strength of that."""
    found: dict[int, list[tuple[int, int, int, Cue, str]]] = {}
    for match, start, end in lexicon().cues(sentence, tokens):
        relation: Cue
        relation, strength, passed, _ = match.split("#")  # type: ignore[assignment]
        where = [n for n in range(start, end) if tokens[n] == NAME][int(passed)]
        place = (STRENGTHS.index(strength), end - start, _PRIORITY.index(relation))
        found.setdefault(where, []).append((*place, relation, sentence[start:end].text))
    return {
        where: (STRENGTHS[min(ranks)[0]], [(rank[3], rank[4]) for rank in sorted(ranks)])
        for where, ranks in found.items()
    }


def _going_on(tokens: Sequence[str], where: int) -> tuple[tuple[Cue, str], ...]:
    """What “… and on” before a name goes on with: training that is told earlier in the sentence, on something else."""
    at = where - 1
    while at > 0 and tokens[at] in _ARTICLES:
        at -= 1
    if at < 2 or tokens[at] not in ("on", "upon") or tokens[at - 1] not in _GOES_ON:
        return ()
    trained = [n for n in range(at - 1) if _TRAINED.fullmatch(tokens[n])]
    between = set(tokens[trained[-1] : at - 1]) if trained else set()
    if not {"on", "upon"} & between or between & (lexicon().measuring | _TRIED):
        return ()
    return (("data", f"{tokens[trained[-1]]} … {' '.join(tokens[at - 1 : at + 1])}"),)


def _first(cues: Sequence[tuple[Cue, str]], name: Name) -> tuple[MentionRelation | None, str]:
    """The first thing said that can be said of a thing of its kind."""
    for relation, cue in cues:
        fitting = _fitting(relation, name, cue)
        if fitting is not None:
            return fitting, cue
    return None, ""


def _fitting(relation: Cue, name: Name, cue: str) -> MentionRelation | None:
    """What a relation is for a thing of its kind; None where it cannot be: rows write nothing, a service is no base."""
    kind = name.known.kind if name.known else None
    if relation == "generated-by" and _COMPOSED.match(cue):
        return None
    if name.is_generic and relation in ("base", "data", "component"):
        return "none"
    if kind == "dataset":
        return _of_rows(relation, cue)
    if relation == "content":
        tuned = kind == "model" and _TUNED_ON.search(cue)
        return "base" if tuned else "generated-by" if kind else "data"
    if kind is None:
        return _of_unknown(relation, cue)
    if relation == "data":
        return "generated-by" if _CONTENT.search(cue) else None
    if kind in ("service", "provider") and (
        relation == "component"
        or (relation == "base" and not _TUNED.search(cue) and not _OF_A_SIZE.search(name.text))
    ):
        return None
    return relation


def _of_rows(relation: Cue, cue: str) -> MentionRelation | None:
    """The same for rows, which write, sort and judge nothing."""
    if relation == "evaluation-judge" or (relation == "compared-with" and _ON.search(cue)):
        return "evaluated-against"
    if relation in ("judged-by", "filtered-by") or _HANDED.match(cue):
        return None
    if relation == "content" or relation in ("generated-by", "base", "component"):
        return "data"
    return relation


def _of_unknown(relation: MentionRelation, cue: str) -> MentionRelation | None:
    """The same for what may be rows or weights."""
    if relation == "data" and (cue.endswith("… with") or _RESULT.search(cue)):
        return None
    return "data" if relation == "generated-by" and _MADE_FROM.search(cue) else relation
