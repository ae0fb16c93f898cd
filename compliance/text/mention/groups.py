"""Names in a row, which share what is said of them, and a paragraph in which each row is one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.text.mention.frames import frames
from compliance.text.mention.name import Name
from compliance.text.mention.patterns import NAME, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORD = re.compile(
    r"(?i:e\.g\.|i\.e\.|et al\.|(?:vs|cf|resp|approx|incl)\.)|"
    r"(?i:can(?=['’]t\b)|\w+(?=n['’]t\b)|n?['’]t\b)|\w+(?:[-'’.]\w+)*|[^\w\s]"
)
"""A word; a denial that is drawn together with its verb is one of its own."""
_DRAWN = re.compile(r"(?i)n?['’]t")
_SHORT = re.compile(r"(?i:vs|cf|resp|approx|incl)\.")
"""Short forms whose full stop ends no sentence."""
_JOINT = re.compile(
    r"(?:\s|,|;|/|&|\+|\band\b|\bor\b|\bthe\b|\bboth\b|\bnor\b|\bas well as\b|\bthen\b|"
    r"\b(?:followed by|combined with|along with|together with|alongside|in addition to)\b|"
    r"\b(?:data ?sets?|corpus|corpora|models?|(?:un)?labell?ed|additional)\b|\(|\)|`|\*|“|”|\"|')*"
)
_OWNED = re.compile(r"['’]s? (?:(?!and\b|or\b)[a-z][\w-]* ){0,2}")
"""Between whose a thing is and its name: `OpenAI's NAME`, which is spoken of as one."""
_FRONTED = re.compile(
    r"(?:^|[.!?:]\s)\W*(?:Based|Built|Building|Trained|Derived|Distilled|Initialized|Starting|Using|Leveraging|Following|With|"
    r"From|On|Like|Unlike|Compared|As|In|For|Besides|After|Beyond)\b[^,.!?]{0,120}$"
)
"""A phrase before the subject, with which a sentence begins."""
_VERB = re.compile(
    r"[\s`*]+(?:is|was|are|were|has|had|can|also|offers?|provides?|supports?|achieves?|outperforms?|extends?|uses?|"
    r"builds?|adds?|comes?|delivers?)\b"
)
_ANOTHER = re.compile(r"\s*,\s+[A-Z][\w.-]*(?: [A-Z\d][\w.-]*)?,?\s+(?:and |or )?")
"""One more member of a list, which nothing knows: `Claude, NAME, and Gemini`."""
_COUNTED = re.compile(r"(?:and \d+ ?)? ?,\s*(?:(?:and )?[a-z][\w -]{2,40},\s*){0,2}(?:and)?")
"""The same where a member says in brackets how much of it there is, and one of them has no name."""
_SUCH_AS = re.compile(
    r",?\s*\(?\b(?:such as|like|including|namely|specifically|e\.g\.,?|i\.e\.,?)\s[^.;()]{0,60}"
)
"""Which ones are meant by words that name none: `proprietary models such as NAME`."""


@dataclass(frozen=True, slots=True)
class Group:
    """Names in a row that share what is said of them."""

    names: tuple[Name, ...]
    start: int
    end: int


def grouped(text: str, names: Sequence[Name]) -> list[Group]:
    """Names that only a list holds together, each such row as one."""
    groups: list[list[Name]] = []
    for name in names:
        between = text[groups[-1][-1].end : name.start] if groups else ""
        fronted = (
            len(groups[-1]) == 1 and _is_fronted(text, groups[-1][0], between, name) if groups else False
        )
        if groups and not fronted and _joined(between, groups[-1][-1], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [Group(tuple(each), each[0].start, each[-1].end) for each in groups]


def _is_fronted(text: str, before: Name, between: str, name: Name) -> bool:
    """Whether a comma only ends what the sentence begins with: `Based on NAME, NAME is …`."""
    return (
        between.strip() == ","
        and _FRONTED.search(text[: before.start]) is not None
        and _VERB.match(text, name.end) is not None
    )


def _joined(between: str, before: Name, name: Name) -> bool:
    """Whether what stands between two names only lists them; a remark in brackets may come between."""
    if (before.known is None or before.known.kind == "provider") and _OWNED.fullmatch(between):
        return True
    if _JOINT.fullmatch(between):
        return ";" not in between or name.known is not None
    bare = re.sub(r"\([^()]{0,40}\)", "", between)
    if bare != between and frames().roles.keys() & set(re.findall(r"[a-z]+", between.lower())):
        return False
    if before.is_generic and between.strip() in ("(", ":"):
        return True
    if _ANOTHER.fullmatch(bare) or (before.is_generic and _SUCH_AS.fullmatch(between)):
        return True
    rows = all(one.known is not None and one.known.kind == "dataset" for one in (before, name))
    if bare != between and rows and _COUNTED.fullmatch(" ".join(bare.split())):
        return True
    return bool(bare != between and _JOINT.fullmatch(bare)) or bool(
        _JOINT.fullmatch(between.split("API)")[-1]) and "API)" in between and len(between) < 20
    )


def _plain(word: str) -> str:
    """A word as the lexicon has it: short forms without their full stop, drawn-in denials in one spelling."""
    if _DRAWN.fullmatch(word):
        return "n't"
    return word.removesuffix(".") if _SHORT.fullmatch(word) else word


def document(text: str, groups: Sequence[Group]) -> tuple[Doc, dict[int, int]]:
    """The paragraph in tokens, each group being one; and the group of such a token."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    at: dict[int, int] = {}
    done = 0
    for number, group in enumerate([*groups, Group((), len(text), len(text))]):
        for one in _WORD.finditer(text, done, group.start):
            words.append(_plain(one[0]))
            spaces.append(text[one.end() : one.end() + 1].isspace())
        if group.names:
            at[len(words)] = number
            words.append(NAME)
            spaces.append(text[group.end : group.end + 1].isspace())
        done = group.end
    language = lexicon().language
    doc = Doc(language.vocab, words=words, spaces=spaces)
    return language.get_pipe("sentencizer")(doc), at
