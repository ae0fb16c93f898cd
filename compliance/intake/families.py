"""A family that prose names without a version is the member of it that is named in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.sighting import Sighting

Groups = dict[tuple[str, ...], list[Sighting]]
LEAST_LETTERS = 4
_SAID_WITH = re.compile(
    r"(?i)^(?:meta|google|openai|alibaba|the)(?:'s|’s)?\s+|\s+(?:models?|family|series|llms?)$"
)
"""Words beside a family's name that are no part of it."""
_FORMS = frozenset(
    {"base", "small", "medium", "large", "tiny", "mini", "xl", "xxl", "huge", "cased", "uncased", "multilingual", "en",
     "instruct", "chat", "it", "hf", "turbo", "preview", "b", "m", "k", "bit", "bnb", "gguf", "awq", "gptq", "fp",
     "unsloth", "v"}
)  # fmt: skip
"""Words of a full name that say which size and form it is, and leave it in its family."""
_PART = re.compile(r"[a-z]+|\d+")
_OF_A_BASE = frozenset({"base", "component", "generated-by"})
"""What a family may be said to be for, where a member of it is the base: its tokenizer, what was distilled."""


def join_families(groups: Groups) -> None:
    """Put what is said of a bare family to the one that is named in full and was for the same."""
    for key in list(groups):
        bare = _bare(groups[key])
        if not bare:
            continue
        told = {str(one.relation) for one in groups[key] if one.is_lineage and one.how != "prose"}
        wanted = told or {str(one.relation) for one in groups[key] if one.is_lineage}
        full = next(
            (
                one
                for one in groups
                if one != key
                and _is_member(groups[one], bare, wanted)
                and not _beside(groups[key], groups[one])
            ),
            None,
        )
        if full is not None:
            groups[full] += groups.pop(key)


def _bare(group: Sequence[Sighting]) -> str:
    """The letters of a family's name that only prose tells; empty where it is none, or no upstream."""
    if not any(one.is_lineage for one in group) or any("prose" not in one.how for one in group):
        return ""
    names = {_SAID_WITH.sub("", one.name.strip()).lower() for one in group}
    name = names.pop() if len(names) == 1 else ""
    return name if name.isalpha() and len(name) >= LEAST_LETTERS else ""


def _is_member(group: Sequence[Sighting], bare: str, wanted: set[str]) -> bool:
    """Whether a thing is one of the family and for what the family is said to be for."""
    relations = {str(one.relation) for one in group if one.is_lineage}
    if not (wanted - {"component"} <= relations or ("base" in relations and wanted <= _OF_A_BASE)):
        return False
    return any(_continues(one.name.rsplit("/", 1)[-1].lower(), bare) for one in group)


def _beside(bare: Sequence[Sighting], full: Sequence[Sighting]) -> bool:
    """Whether a sentence lists rows under both names: they are two sets then."""
    said = {one.words for one in bare if one.relation == "data"}
    return any(one.relation == "data" and one.words in said for one in full)


def _continues(name: str, bare: str) -> bool:
    rest = name.removeprefix(bare)
    if rest in (name, "") or rest[0].isalpha():
        return False
    return all(part.isdigit() or part in _FORMS or len(part) == 1 for part in _PART.findall(rest))
