"""The verb that governs a name, and what it makes of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from compliance.text.mention import clauses
from compliance.text.mention.patterns import NAME, lexicon

_TABLE = Path(__file__).parent / "data" / "frames.yaml"
_MARKS = frozenset("`*_\"'“”[]")
_MEMBERS = frozenset({"as", "like", "including", "e.g", "e.g.", "i.e.", "namely", "specifically"})
_ARTICLES = frozenset({"and", ",", "or", "a", "an", "the", "our", "their", "its", "this", "of"})
_PARTICIPLE = re.compile(r"(?:ed|en|wrote|tion|ions|sis)$")
_TUNED_BY = frozenset({"on", "with", "using", "via", "for", "by"})
_ROWS_BY = frozenset({"with", "on", "using", "via"})
"""Links that may stand behind what the verb was done to: `tuned from NAME with NAME`."""
_MEANS = frozenset({"using", "via", "with", "through"})
_ROWS_VERBS = frozenset({"make", "judge", "filter"})
"""What a tuned model writes or sorts is rows: `generated with a NAME fine-tuned on …`."""
_ROWS = frozenset(
    {"dataset", "datasets", "data", "corpus", "corpora", "set", "sets", "pairs", "examples", "samples"}
)
_FAR = 14
"""Words between a verb and what it links to, at most."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The table: forms of verbs with their classes, and what each class makes of each part."""

    verbs: Mapping[str, str]
    frames: Mapping[str, Mapping[str, str]]
    links: frozenset[str]
    alone: Mapping[str, str]
    used: frozenset[str]
    built: frozenset[str]
    roles: Mapping[str, str]
    heads: Mapping[str, str]
    offers: frozenset[str]
    labels: Mapping[str, str]


@functools.cache
def frames() -> Frames:
    """The table; read once."""
    told: dict[str, Any] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    verbs = {
        form: kind for kind, words in told["verbs"].items() for word in words.split() for form in forms(word)
    }
    verbs |= {form: kind for kind, words in told["irregular"].items() for form in words}
    return Frames(
        verbs, told["frames"], frozenset(told["links"]), told["alone"], frozenset(told["used"]),
        frozenset(told["built"]), nouns(told["roles"]), nouns(told["heads"]), frozenset(told["offers"]),
        told["labels"],
    )  # fmt: skip


def nouns(told: Mapping[str, str]) -> dict[str, str]:
    """Relations by noun, of a table that lists nouns by relation."""
    return {noun: relation for relation, words in told.items() for noun in words.split()}


def forms(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb.

    >>> forms("judge")
    ('judge', 'judges', 'judged', 'judging')
    """
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


def governed(tokens: Sequence[str], where: int) -> tuple[str, str] | None:
    """The relation a clause gives to the name at a position, and the words that say so; None where no frame fits."""
    if (role := _role(tokens, where)) is not None:
        return role
    found = _before(tokens, where) or _as_subject(tokens, where)
    if _tuned_after(tokens, where) and (
        found is None or (found[0] not in _ROWS_VERBS and found[1] in _MEANS)
    ):
        return "base", f"{NAME} {tokens[_behind(tokens, where)]}"
    if found is None:
        return None
    kind, part, verb = found
    if kind in frames().alone:
        return frames().alone[kind], kind
    relation = frames().frames[kind].get(part)
    if relation == "base" and _offered(tokens, verb):
        return "none", f"{tokens[verb]} {part}"
    return (relation, f"{tokens[verb]} … {part}") if relation else None


def _behind(tokens: Sequence[str], where: int) -> int:
    """Where it goes on behind a name, a remark in brackets and the noun that says what it names."""
    behind = clauses.after_bracket(tokens, where + 1)
    return behind + (tokens[behind : behind + 1] in (["model"], ["checkpoint"], ["weights"]))


def _tuned_after(tokens: Sequence[str], where: int) -> bool:
    """Whether a remark says that the thing was tuned: `NAME fine-tuned with`."""
    behind = _behind(tokens, where)
    told = tokens[behind : behind + 2]
    return (
        len(told) == 2
        and frames().verbs.get(told[0]) == "tune"
        and told[0].endswith("ed")
        and told[1] in _TUNED_BY
    )


def _role(tokens: Sequence[str], where: int) -> tuple[str, str] | None:
    """What a name is used as (`NAME as the teacher`), or what of it (`based on the NAME architecture`)."""
    table, last = frames(), clauses.end(tokens, where)
    near = tokens[max(0, where - 6) : where]
    used = any(word in table.used for word in near)
    if not used and not any(word in table.built for word in near):
        return None
    for at in range(where + 1, min(where + 5, last)):
        if tokens[at] == "as":
            return _used_as(tokens, at, last) if used else None
        if tokens[at] in table.links or tokens[at] in (",", "and", NAME):
            return None
        head = table.heads.get(tokens[at])
        if head and (used or head != "component"):
            return head, f"{NAME} {tokens[at]}"
    return None


def _used_as(tokens: Sequence[str], at: int, last: int) -> tuple[str, str] | None:
    """What `as` says: the last noun of its phrase decides; who judges in order to filter filters."""
    table, noun = frames(), ""
    for n in range(at + 1, min(at + 6, last)):
        if tokens[n] == "to" and table.roles.get(noun) == "judged-by":
            sieves = any(table.verbs.get(word) == "filter" for word in tokens[n + 1 : n + 3])
            return ("filtered-by" if sieves else "judged-by"), f"as {noun}"
        if tokens[n] in table.links or tokens[n] in (",", "."):
            break
        noun = tokens[n] if tokens[n] in table.roles else noun
    return (table.roles[noun], f"as {noun}") if noun else None


def _before(tokens: Sequence[str], where: int) -> tuple[str, str, int] | None:
    """The verb to the left with the part it gives the name."""
    table, first = frames(), clauses.begin(tokens, where)
    at = _phrase_start(tokens, where, first)
    if at < first:
        return None
    word = tokens[at]
    if word in table.alone:
        return word, word, at
    if word in table.used and word != "using":
        return _means(tokens, where, at)
    if word in table.verbs:
        return None if _describes(tokens, at) else (table.verbs[word], "object", at)
    if word not in table.links:
        return None
    for verb in range(at - 1, max(first, at - _FAR) - 1, -1):
        if tokens[verb] in table.verbs and not _names_rows(tokens, verb):
            if (word == "by" and not _PARTICIPLE.search(tokens[verb])) or (word == "from" and at - verb > 1):
                return None
            return table.verbs[tokens[verb]], word, verb
        if tokens[verb] in lexicon().modal or (tokens[verb] == NAME and word not in _ROWS_BY):
            return None
    return None


def _names_rows(tokens: Sequence[str], verb: int) -> bool:
    """Whether a word in `-ing` only says what rows are for: `the instruction-tuning dataset`."""
    told = tokens[verb + 1 : verb + 2]
    return "-" in tokens[verb] and tokens[verb].endswith("ing") and bool(_ROWS.intersection(told))


def _describes(tokens: Sequence[str], verb: int) -> bool:
    """Whether a participle only describes the thing: `a fine-tuned NAME`, `using tuned NAME`."""
    if not _PARTICIPLE.search(tokens[verb]):
        return False
    before = tokens[verb - 1] if verb else ""
    return not before or before in _ARTICLES or before in frames().links or before in frames().used


def _phrase_start(tokens: Sequence[str], where: int, first: int) -> int:
    """The word before the noun phrase a name belongs to, lists and `such as` being parts of it."""
    table, at, passed, members = frames(), where - 1, 0, False
    while at >= first and passed < 9:
        word = tokens[at]
        joined = clauses.before_list(tokens, at, first)
        if joined >= first:
            at, passed = joined - 1, 0
        elif members and word in ("for", "of", "in"):
            at, passed = at - 1, passed + 1
        elif (
            word in _MEMBERS
            or word in _MARKS
            or (word in ("(", ",") and tokens[at + 1] in (*_MEMBERS, "such"))
        ):
            members = members or word in _MEMBERS
            at -= 2 if word == "as" and tokens[at - 1] == "such" else 1
        elif word in table.links or word in table.verbs or word in table.used:
            return at
        elif word in (",", ")", ":", "and", "or", NAME) or word in lexicon().copula:
            return first - 1
        else:
            at, passed = at - 1, passed + 1
    return first - 1


_SCORED = re.compile(
    r"\d|first\b|second\b|third\b|best\b|higher\b|lower\b|above\b|below\b|highest\b|lowest\b|better\b|worse\b"
)
"""What follows `scores` and `ranks` where the name is what was measured."""
_TAKEN_OF = frozenset(
    {
        "embedding",
        "embeddings",
        "feature",
        "features",
        "latents",
        "representations",
        "guidance",
        "conditioning",
        "vectors",
    }
)
"""What of a model another one works on: that writes, and not the first."""


def _means(tokens: Sequence[str], where: int, at: int) -> tuple[str, str, int] | None:
    """What something is used for: the first verb after `to` or `for` behind it."""
    last = clauses.end(tokens, where)
    if not _TAKEN_OF.isdisjoint(tokens[where + 1 : where + 3]):
        return None
    for n in range(where + 1, min(last, where + 6)):
        if tokens[n] in ("to", "for"):
            for verb in range(n + 1, min(last, n + 4)):
                if (kind := frames().verbs.get(tokens[verb])) in ("make", "judge", "filter"):
                    return kind, "means", verb
            return None
    return None


def _as_subject(tokens: Sequence[str], where: int) -> tuple[str, str, int] | None:
    """The verb to the right of a name with which its clause begins."""
    table, first, last = frames(), clauses.begin(tokens, where), clauses.end(tokens, where)
    if _phrase_start(tokens, where, first) >= first:
        return None
    at, passive, passed = where + 1, False, 0
    while at < last and passed < 4:
        behind = clauses.after_bracket(tokens, at)
        if behind > at:
            at = behind
            continue
        word = tokens[at]
        if word in lexicon().copula:
            passive = True
            if any(tokens[n] == "than" for n in range(at, min(at + 5, last))):
                return "than", "subject", at
        elif word in table.verbs:
            if (not passive and not word.endswith("s")) or tokens[at + 1 : at + 2] == ["on"]:
                return None
            if table.verbs[word] == "judge" and _SCORED.match(" ".join(tokens[at + 1 : at + 3])):
                return "compare", "subject", at
            return table.verbs[word], "patient" if passive else "subject", at
        elif word in table.links or word in (",", NAME, "and", "or", "which", "that", "who"):
            return None
        passed += word not in _MARKS
        at += 1
    return None


def _offered(tokens: Sequence[str], verb: int) -> bool:
    """Whether what a verb tells is only made possible for others: `supports tuning NAME`, `a script to tune NAME`."""
    table = frames()
    if not tokens[verb].endswith("ing") and tokens[verb - 1 : verb] != ["to"]:
        return False
    return any(tokens[n] in table.offers for n in range(max(0, verb - 5), verb))
