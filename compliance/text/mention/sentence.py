"""What the sentences of a paragraph make of the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compliance.model.sighting import LINEAGE, Mention, MentionRelation, Recognise
from compliance.text.mention.denial import denied, only_possible
from compliance.text.mention.frames import governed
from compliance.text.mention.names import Name, names_in
from compliance.text.mention.patterns import NAME, STRENGTHS, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LONGEST = 6_000
"""Letters of a paragraph that are read together: all that is said of a name may be said of every other one."""
_WORD = re.compile(r"(?i:e\.g\.|i\.e\.)|\w+(?:[-'’.]\w+)*|[^\w\s]")
_JOINT = re.compile(
    r"(?:\s|,|;|/|&|\+|\band\b|\bor\b|\bthe\b|\bboth\b|\bnor\b|\bas well as\b|\bthen\b|"
    r"\b(?:data ?sets?|corpus|corpora|models?)\b|\(|\)|`|\*|“|”|\"|')*"
)
_ANOTHER = re.compile(r"\s*,\s+[A-Z][\w.-]*(?: [A-Z\d][\w.-]*)?,?\s+(?:and |or )?")
"""One more member of a list, which nothing knows: `Claude, NAME, and Gemini`."""
_SUCH_AS = re.compile(
    r",?\s*\(?\b(?:such as|like|including|namely|specifically|e\.g\.,?|i\.e\.,?)\s[^.;()]{0,60}"
)
"""Which ones are meant by words that name none: `proprietary models such as NAME`."""
_CONTENT = re.compile(r"(?i)\b(?:samples?|conversations?|sampled|instructions?|examples)\b.*\b(?:from|of)\b")
_TUNED = re.compile(r"(?i)tun")
_TUNED_ON = re.compile(rf"(?i)fine-?tun\w+(?: directly)? (?:on|over|upon)(?: top of)?(?: the| a)? {NAME}$")
"""Who fine-tunes on a model means its weights; who does on its answers says so."""
_OF_A_SIZE = re.compile(r"(?i)\b\d+(?:\.\d+)?b\b")
"""Whose size is told, its weights are out, whoever serves it too."""
_TRAINS = re.compile(r"(?i)train|tun|subset of|mixture|seed|source")
"""In a section of results only such words make rows an input."""
_TRAINED = re.compile(r"(?:pre-?|fine-?|instruction-?|post-?)?(?:trained|training|train|tuned|tuning|tune)")
_GOES_ON = ("and", ",", "also", "then", "plus")
_TRIED = frozenset(
    {
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
    }
)
_ARTICLES = ("the", "a", "an", "our", "all")
_REMARKS = frozenset(
    {"itself", "which", "a", "an", "fine-tuned", "finetuned", "distilled", "based", "trained", "built", "derived",
     "generated"}
)  # fmt: skip
"""How a remark in brackets begins that tells how the thing before it was made."""
_NOUNS = ("model", "models", "checkpoint", "weights", "dataset", "corpus")
Cue = MentionRelation | Literal["content"]
"""A relation, or that content of the thing was used: its rows, or what it wrote."""
_PRIORITY: tuple[Cue, ...] = (
    "own-release", "evaluation-judge", "inspired-by", "none", "evaluated-against", "compared-with", "filtered-by",
    "judged-by", "component", "generated-by", "content", "data", "base",
)  # fmt: skip
"""Of cues that stand equally near, the first wins."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Names in a row that share what is said of them."""

    names: tuple[Name, ...]
    start: int
    end: int


def mentions(text: str, recognise: Recognise, section: str = "") -> list[Mention]:
    """The names of a paragraph with their relations.

    Args:
        text: The paragraph, without markup.
        recognise: Tells what a name stands for.
        section: Title of the section in which it stands.
    """
    if len(text) > LONGEST:
        return _in_pieces(text, recognise, section)
    groups = _groups(text, names_in(text, recognise))
    if not groups:
        return []
    doc, at = _document(text, groups)
    found: list[Mention] = []
    for sentence in doc.sents:
        found += [_mention(*told, section) for told in _told(sentence, at, groups)]
    return found


def _in_pieces(text: str, recognise: Recognise, section: str) -> list[Mention]:
    """What is longer than people write is read piece by piece, cut where a word ends."""
    found: list[Mention] = []
    start = 0
    while start < len(text):
        end = min(start + LONGEST, len(text))
        blank = text.rfind(" ", start + LONGEST // 2, end)
        end = blank + 1 if end < len(text) and blank > 0 else end
        read = mentions(text[start:end], recognise, section)
        found += [replace(one, start=one.start + start, end=one.end + start) for one in read]
        start = end
    return found


def _mention(
    name: Name, relation: MentionRelation | None, negated: bool, cue: str, of: str | None, section: str
) -> Mention:
    place = _section(section)
    told = relation or ("compared-with" if place == "compared" else "none")
    if place == "compared" and told in ("judged-by", "generated-by", "unknown-use") and not negated:
        told = "evaluation-judge" if told == "judged-by" else "compared-with"
    listed = place == "compared" and told == "data" and not negated and "/" not in name.text
    if listed and not _TRAINS.search(cue):
        told = "evaluated-against"
    if place == "earlier" and told in LINEAGE:
        told = "none"
    kind = name.known.kind if name.known else None
    return Mention(name.text, name.start, name.end, told, negated, cue, of, kind)


def _fitting(relation: Cue, name: Name, cue: str) -> MentionRelation | None:
    """What a relation is for a thing of its kind; None where it cannot be: rows write nothing, a service is no base."""
    kind = name.known.kind if name.known else None
    if name.is_generic and relation in ("base", "data", "component"):
        return "none"
    if kind == "dataset":
        writes = ("generated-by", "base", "component", "judged-by", "filtered-by")
        return "data" if relation in writes or relation == "content" else relation
    if relation == "content":
        tuned = kind == "model" and _TUNED_ON.search(cue)
        return "base" if tuned else "generated-by" if kind else "data"
    if kind is not None and relation == "data":
        return "generated-by" if _CONTENT.search(cue) else None
    if kind in ("service", "provider") and (
        relation == "component"
        or (relation == "base" and not _TUNED.search(cue) and not _OF_A_SIZE.search(name.text))
    ):
        return None
    return relation


def _section(title: str) -> str:
    """The kind of a section by its title, or by those above it; empty where none says anything of it."""
    for part in reversed(title.split(" / ")):
        words = " ".join(re.findall(r"[a-z]+", part.lower()))
        for kind, titles in lexicon().sections.items():
            if any(
                words == each or words.startswith(f"{each} ") or words.endswith(f" {each}") for each in titles
            ):
                return kind
    return ""


def _groups(text: str, names: Sequence[Name]) -> list[_Group]:
    groups: list[list[Name]] = []
    for name in names:
        if groups and _joined(text[groups[-1][-1].end : name.start], groups[-1][-1], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [_Group(tuple(each), each[0].start, each[-1].end) for each in groups]


def _joined(between: str, before: Name, name: Name) -> bool:
    """Whether what stands between two names only lists them; a remark in brackets may come between."""
    if _JOINT.fullmatch(between):
        return ";" not in between or name.known is not None
    bare = re.sub(r"\([^()]{0,40}\)", "", between)
    if _ANOTHER.fullmatch(bare) or (before.is_generic and _SUCH_AS.fullmatch(between)):
        return True
    return bool(bare != between and _JOINT.fullmatch(bare)) or bool(
        _JOINT.fullmatch(between.split("API)")[-1]) and "API)" in between and len(between) < 20
    )


def _document(text: str, groups: Sequence[_Group]) -> tuple[Doc, dict[int, int]]:
    """The paragraph in tokens, each group being one; and the group of such a token."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    at: dict[int, int] = {}
    done = 0
    for number, group in enumerate([*groups, _Group((), len(text), len(text))]):
        for one in _WORD.finditer(text, done, group.start):
            words.append(one[0])
            spaces.append(text[one.end() : one.end() + 1].isspace())
        if group.names:
            at[len(words)] = number
            words.append(NAME)
            spaces.append(text[group.end : group.end + 1].isspace())
        done = group.end
    language = lexicon().language
    doc = Doc(language.vocab, words=words, spaces=spaces)
    return language.get_pipe("sentencizer")(doc), at


def _told(
    sentence: Span, at: dict[int, int], groups: Sequence[_Group]
) -> Iterator[tuple[Name, MentionRelation | None, bool, str, str | None]]:
    """Each name of a sentence with its relation, whether that is denied, the cue, and whose making it tells."""
    tokens = [token.lower_ for token in sentence]
    if NAME not in tokens:
        return
    cues = _cues(sentence, tokens)
    measured = bool(lexicon().measuring & set(tokens))
    for where, word in enumerate(tokens):
        if word != NAME:
            continue
        before = _whose(tokens, where)
        of = groups[at[sentence.start + before]].names[-1].text if before is not None else None
        negated, possible = denied(sentence, where), only_possible(tokens, where)
        framed = governed(tokens, where)
        said = (*([framed] if framed else ()), *cues.get(where, ()), *_going_on(tokens, where))
        for name in groups[at[sentence.start + where]].names:
            relation, cue = _first(said, name)
            if relation in ("generated-by", "judged-by", "base", "data") and possible:
                relation = "none"
            if relation == "judged-by" and measured:
                relation = "evaluation-judge"
            if relation == "data" and measured and not _TRAINS.search(cue):
                relation = "evaluated-against"
            yield name, relation, negated, cue, of


def _cues(sentence: Span, tokens: Sequence[str]) -> dict[int, list[tuple[Cue, str]]]:
    """For each name what may be said of it: first what is said of the work itself, then by nearness."""
    found: dict[int, list[tuple[int, int, int, Cue, str]]] = {}
    for match, start, end in lexicon().cues(sentence):
        relation: Cue
        relation, strength, passed, _ = lexicon().language.vocab.strings[match].split("#")  # type: ignore[assignment]
        where = [n for n in range(start, end) if tokens[n] == NAME][int(passed)]
        rank = (
            STRENGTHS.index(strength),
            end - start,
            _PRIORITY.index(relation),
            relation,
            sentence[start:end].text,
        )
        found.setdefault(where, []).append(rank)
    return {where: [(rank[3], rank[4]) for rank in sorted(ranks)] for where, ranks in found.items()}


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


def _whose(tokens: Sequence[str], where: int) -> int | None:
    """The name before whose making a remark, a relative clause or a whole sentence tells."""
    for at in range(where - 1, -1, -1):
        if tokens[at] in (")", ";"):
            return None
        if tokens[at] == NAME:
            opening = [word for word in tokens[at + 1 : at + 5] if word not in (NAME, *_NOUNS)]
            if opening[:1] == ["("] and opening[1:2] and opening[1] in _REMARKS:
                return at
            if opening[:1] == [","] and opening[1:2] and opening[1] in ("which", "itself"):
                return at
            if at <= 1 and opening[:1] and opening[0] in lexicon().copula:
                return at
    return None
