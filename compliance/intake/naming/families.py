"""A family that prose names without a version is the member of it that is named in full."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.acquire.names import is_hub_name
from compliance.model.declared.sighting import Sighting

Groups = dict[tuple[str, ...], list[Sighting]]
LEAST_LETTERS = 4
_SAID_WITH = re.compile(
    r"(?i)^(?:meta|google|openai|alibaba|the)(?:'s|’s)?\s+|\s+(?:models?|family|series|llms?)$"
)
"""Words beside a family's name that are no part of it."""
_FORMS = frozenset(
    {"base", "small", "medium", "large", "tiny", "mini", "xl", "xxl", "xsmall", "xlarge", "huge", "cased", "uncased",
     "multilingual", "en", "instruct", "chat", "it", "hf", "turbo", "preview", "b", "m", "k", "bit", "bnb", "gguf",
     "awq", "gptq", "fp", "unsloth", "v", "dev", "schnell"}
)  # fmt: skip
"""Words of a full name that say which size and form it is, and leave it in its family."""
_FAMILY = re.compile(r"[a-z]+(?:[-\d][a-z]+)*(?:-?\d(?:\.\d)?)?")
"""How the name of a family is written, with a generation at most and no size."""
_TRAINS = re.compile(r"(?i)train|tun")
_ONE_OF = re.compile(r"(?i)(?<![\w-])(?:an?|our|this)\s+(?:(?:pre-?trained|[a-z]+-based)\s+)?$")
"""How words end before the family of which some model is meant."""
_PART = re.compile(r"[a-z]+|\d+")
_OF_A_BASE = frozenset({"base", "component", "generated-by"})
"""What a family may be said to be for, where a member of it is the base: its tokenizer, what was distilled."""


def join_families(groups: Groups) -> None:
    """Put what is said of a bare family to the one that is named in full and was for the same."""
    bares = {key: _bare(group) for key, group in groups.items()}
    for key in list(groups):
        bare = bares[key]
        if not bare:
            continue
        told = {str(one.relation) for one in groups[key] if one.is_lineage and one.how != "prose"}
        wanted = told or {str(one.relation) for one in groups[key] if one.is_lineage}
        indefinite = all(map(_is_any_of, groups[key]))
        full = next(
            (
                one
                for one in groups
                if one != key
                and _is_member(groups[one], bares[one], bare, wanted, indefinite)
                and not _beside(groups[key], groups[one])
            ),
            None,
        )
        if full is not None:
            groups[full] += groups.pop(key)
            bares[full] = _bare(groups[full])


def join_editions(groups: Groups) -> None:
    """Put what is said of a set in passing to the edition of it that went in: SNLI to `Japanese SNLI`."""
    by_ending = _by_ending(groups)
    for key in list(groups):
        bare = groups[key]
        names = {one.name for one in bare}
        lineage = [one for one in bare if one.is_lineage]
        if len(names) != 1 or not lineage or any(one.relation != "data" for one in lineage):
            continue
        if any("prose" not in one.how or (one.into is None and _TRAINS.search(one.how)) for one in lineage):
            continue
        ending = f" {names.pop()}"
        edition = next((one for one in by_ending.get(ending, ()) if one != key and one in groups), None)
        if edition is not None and not _beside(bare, groups[edition]):
            full = next(one.name for one in groups[edition] if one.name.endswith(ending))
            groups[edition] += [replace(one, name=full) for one in groups.pop(key)]


def _by_ending(groups: Groups) -> dict[str, dict[tuple[str, ...], None]]:
    """The groups, in their order, by every ending of their names that begins with a blank."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for key, group in groups.items():
        for name in {one.name for one in group}:
            for place in (place for place, letter in enumerate(name) if letter == " "):
                found.setdefault(name[place:], {})[key] = None
    return found


def _bare(group: Sequence[Sighting]) -> str:
    """The letters of a family's name that only prose tells; empty where it is none, or no upstream."""
    if not any(one.is_lineage for one in group) or any("prose" not in one.how for one in group):
        return ""
    names = {_squeezed(_SAID_WITH.sub("", one.name.strip())) for one in group}
    name = names.pop() if len(names) == 1 else ""
    return name if _FAMILY.fullmatch(name) and len(name) >= LEAST_LETTERS else ""


def _is_member(
    group: Sequence[Sighting], its_bare: str, bare: str, wanted: set[str], indefinite: bool
) -> bool:
    """Whether a thing, with the bare name that it may have, is of the family and for what that is said to be for."""
    relations = {str(one.relation) for one in group if one.is_lineage}
    if not (wanted - {"component"} <= relations or ("base" in relations and wanted <= _OF_A_BASE)):
        return False
    if its_bare == bare:
        return True
    if relations <= {"base", "unknown-use"} and any(_is_of(one.name, bare) for one in group):
        return True
    if relations == {"data"} and any(_squeezed(one.name).startswith(f"{bare}/") for one in group):
        return True
    if indefinite and relations == {"base"} and any(_holds(one.name, bare) for one in group):
        return True
    return any(_continues(_squeezed(one.name.rsplit("/", 1)[-1]), bare) for one in group)


@functools.lru_cache(maxsize=8_192)
def _squeezed(name: str) -> str:
    """A name in small letters, its parts joined by one sign, whole versions without what says so: `wav2vec2`."""
    lower = re.sub(r"[\s_]+", "-", name.strip().lower())
    return re.sub(r"-?(\d)\.0(?=$|-)", r"\1", lower)


def _is_of(name: str, bare: str) -> bool:
    """Whether a base is put out by those who are called like the family, or is told as a form of it, whatever form."""
    organisation, slash, own = _squeezed(name).partition("/")
    rest = own.removeprefix(bare)
    return bool(slash) and (organisation == bare or (rest != own and rest[:1] == "-" and bare[-1].isdigit()))


def _is_any_of(one: Sighting) -> bool:
    """Whether words only speak of some model of a family: `a BERT model`, `BERT-based`."""
    before, found, behind = one.words.partition(one.name)
    return bool(found) and (_ONE_OF.search(before) is not None or behind.startswith("-based"))


def _holds(name: str, bare: str) -> bool:
    """Whether the family is a word of a full name: `fen/bert-base-reed`."""
    return is_hub_name(name) and bare in re.split(r"[-_.]", _squeezed(name.rsplit("/", 1)[-1]))


def _beside(bare: Sequence[Sighting], full: Sequence[Sighting]) -> bool:
    """Whether a sentence lists rows under both names: they are two sets then."""
    said = {one.words for one in bare if one.relation == "data"}
    return any(one.relation == "data" and one.words in said for one in full)


def _continues(name: str, bare: str) -> bool:
    rest = name.removeprefix(bare)
    if rest in (name, "") or rest[0].isalpha() or (bare[-1].isdigit() and rest[0] in ".0123456789"):
        return False
    return all(part.isdigit() or part in _FORMS or len(part) == 1 for part in _PART.findall(rest))
