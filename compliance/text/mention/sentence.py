"""What the sentences of a paragraph make of the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.model.sighting import LINEAGE, Mention, MentionRelation, Recognise
from compliance.text.mention.denial import denied
from compliance.text.mention.names import Name, names_in
from compliance.text.mention.patterns import NAME, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_JOINT = re.compile(
    r"(?:\s|,|;|/|&|\+|\band\b|\bor\b|\bthe\b|\bboth\b|\bnor\b|\bas well as\b|\bthen\b|\(|\)|`|\*|“|”|\"|')*"
)
_REMARKS = frozenset(
    {"itself", "which", "a", "an", "fine-tuned", "finetuned", "distilled", "based", "trained", "built", "derived",
     "generated"}
)  # fmt: skip
"""How a remark in brackets begins that tells how the thing before it was made."""
_PRIORITY: tuple[MentionRelation, ...] = (
    "evaluation-judge", "inspired-by", "none", "evaluated-against", "compared-with", "filtered-by", "judged-by",
    "component", "data", "base", "generated-by",
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
    groups = _groups(text, names_in(text, recognise))
    if not groups:
        return []
    doc, at = _document(text, groups)
    found: list[Mention] = []
    for sentence in doc.sents:
        for group, relation, negated, cue, of in _told(sentence, at, groups):
            found += [_mention(name, relation, negated, cue, section, of) for name in group.names]
    return found


def _mention(
    name: Name, relation: MentionRelation | None, negated: bool, cue: str, section: str, of: str | None
) -> Mention:
    place = _section(section)
    told = relation or ("compared-with" if place == "compared" else "none")
    if place == "compared" and told in ("judged-by", "generated-by", "unknown-use") and not negated:
        told = "evaluation-judge" if told == "judged-by" else "compared-with"
    if place == "earlier" and told in LINEAGE:
        told = "none"
    return Mention(name.text, name.start, name.end, _fitting(told, name), negated, cue, of)


def _fitting(relation: MentionRelation, name: Name) -> MentionRelation:
    """What a relation can be for a thing of its kind: rows write nothing, and nothing is tuned from them."""
    kind = name.known.kind if name.known else None
    if kind == "dataset":
        return (
            "data"
            if relation in ("generated-by", "base", "component", "judged-by", "filtered-by")
            else relation
        )
    if kind in ("service", "provider", "model") and relation == "data":
        return "generated-by"
    if kind in ("service", "provider") and relation == "component":
        return "none"
    return relation


def _section(title: str) -> str:
    """The kind of a section by its title; empty for one that says nothing of it."""
    words = " ".join(re.findall(r"[a-z]+", title.lower()))
    for kind, titles in lexicon().sections.items():
        if any(
            words == each or words.startswith(f"{each} ") or words.endswith(f" {each}") for each in titles
        ):
            return kind
    return ""


def _groups(text: str, names: Sequence[Name]) -> list[_Group]:
    groups: list[list[Name]] = []
    for name in names:
        if groups and _joined(text[groups[-1][-1].end : name.start], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [_Group(tuple(each), each[0].start, each[-1].end) for each in groups]


def _joined(between: str, name: Name) -> bool:
    """Whether what stands between two names only lists them; a remark in brackets may come between."""
    if _JOINT.fullmatch(between):
        return ";" not in between or name.known is not None
    bare = re.sub(r"\([^()]{0,40}\)", "", between)
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
) -> Iterator[tuple[_Group, MentionRelation | None, bool, str, str | None]]:
    """Each group of a sentence with the relation that the nearest cue gives it."""
    tokens = [token.lower_ for token in sentence]
    best: dict[int, tuple[int, int, MentionRelation, str]] = {}
    for match, start, end in lexicon().cues(sentence):
        relation: MentionRelation = lexicon().language.vocab.strings[match].split("#")[0]  # type: ignore[assignment]
        where = next(n for n in range(start, end) if tokens[n] == NAME)
        rank = (end - start, _PRIORITY.index(relation), relation, sentence[start:end].text)
        best[where] = min(best.get(where, rank), rank)
    for where, word in enumerate(tokens):
        if word != NAME:
            continue
        group = groups[at[sentence.start + where]]
        found = best.get(where)
        relation_, cue = (found[2], found[3]) if found else (None, "")
        if relation_ in LINEAGE and _only_possible(tokens, where):
            relation_ = "none"
        before = _whose(tokens, where)
        of = groups[at[sentence.start + before]].names[-1].text if before is not None else None
        yield group, relation_, denied(sentence, where), cue, of


def _whose(tokens: Sequence[str], where: int) -> int | None:
    """The name before whose making a remark or a relative clause tells, in which the name at a position stands."""
    for at in range(where - 1, -1, -1):
        if tokens[at] in (")", ";"):
            return None
        if tokens[at] == NAME:
            opening = [word for word in tokens[at + 1 : at + 4] if word != NAME]
            if opening[:1] == ["("] and opening[1:2] and opening[1] in _REMARKS:
                return at
            if opening[:1] == [","] and opening[1:2] and opening[1] in ("which", "itself"):
                return at
    return None


def _only_possible(tokens: Sequence[str], where: int) -> bool:
    """Whether the clause speaks of what can be done, not of what was."""
    words = lexicon()
    for at in range(where - 1, max(-1, where - 10), -1):
        if tokens[at] in words.stops or tokens[at] in ("was", "were"):
            return False
        if tokens[at] in words.modal:
            return True
    return False
