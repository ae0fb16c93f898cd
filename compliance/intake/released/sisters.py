"""The thing itself under the names that its page gives it, and its sisters: other sizes and versions of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.acquire.names import is_hub_name, squeezed
from compliance.intake.released.releases import Released
from compliance.model.declared.sighting import Sighting
from compliance.model.words.spelling import words

_TITLE_ENDS = re.compile(r"[:–—(]")
_SOURCE = re.compile(
    r"(?i)(?:(?:from|based on|based upon|of|top of)|"
    r"(?:from|based on|top of|(?:conversion|quanti[sz]ation|port) of) …)”$"
)
"""How the words end that make a name the source, even where a folder is called like it."""
_FAMILY = re.compile(
    r"\W*(?:The )?(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})(?: models?)?(?: \((?P<short>[A-Za-z][\w-]*)\))? "
    r"(?:is|was|are|were) (?:an? )?"
    r"(?:[^.]*?\b(?:models?|networks?|transformers?|encoders?)\b[^.]*?)?\b(?:pre-?)?trained\b"
)
"""How a sentence begins that tells of a family on what it was trained."""
_NEXT = re.compile(r"\W*(?:Next|Then|Afterwards|After that|Subsequently),? (?:the model|it) (?:was|is)\b")
"""How one goes on that tells what was done to it then."""
_VERSION = re.compile(r"(?<![\w.])[vV]?(\d+\.\d+(?:\.\d+)*)(?![\w.]*[bBmM]\b)")
_OF_VERSION = re.compile(r"[\s*_`+•-]*[vV]?(?P<version>\d+\.\d+(?:\.\d+)*)[*_`]*(?: \([^)]*\))?\s?[:–—-]\s")
"""How an item begins that tells of a version of the work."""
_OF_EARLIER = re.compile(
    r"(?i)[\W\d_]*(?:our|the|an?|its|their|all)?\s*(?:previous|earlier|prior|former|older|preceding) "
    r"(?:[\w-]+ ){0,2}?(?:releases?|versions?|models?|iterations?|generations?|checkpoints?|editions?)\b"
)
"""How a sentence begins that tells of what was put out before."""
_STAGES = frozenset(
    {"sft", "dpo", "orpo", "kto", "ppo", "grpo", "rl", "rlhf", "pretrain", "pretrained", "cpt", "base", "stage",
     "phase", "step", "epoch", "checkpoint", "ckpt", "init", "warmup", "merged", "lora", "adapter", "instruct", "chat",
     "raw", "v", "0", "1", "2", "3", "4", "5", "final", "latest", "rc", "dev", "draft", "tmp"}
)  # fmt: skip
"""Words for a stage of making, beside the name of the work."""
_LEAST = 3
"""Letters of the word that two sisters share, at least."""


def called(released: Sequence[Released], folder: str) -> list[frozenset[str]]:
    """The words of each name that the things released here go by: their own names and that of the folder."""
    names = [_TITLE_ENDS.split(one.name.rsplit("/", 1)[-1])[0] for one in released if one.own_card]
    return [frozenset(each) for name in (*names, folder) if (each := words(name))]


def own_folder(sightings: Sequence[Sighting], folder: str) -> frozenset[str]:
    """The folder's name, if it is an identifier, where prose calls nothing by it that the thing was made from."""
    key = " ".join(words(folder))
    alike = [one for one in sightings if " ".join(words(one.name.rsplit("/", 1)[-1])) == key]
    identifies = any(map(str.isdigit, key)) or all(is_hub_name(one.name) for one in alike)
    if len(key.split()) < 2 or not identifies:
        return frozenset()
    told = [one for one in alike if "prose" not in one.how or _SOURCE.search(one.how)]
    return frozenset({key}) if not any(one.is_lineage for one in told) else frozenset()


def without_sisters(sightings: Sequence[Sighting], own: Sequence[frozenset[str]]) -> list[Sighting]:
    """What a sentence says of a sister of the work went into that one, and not into this.

    What the sentence itself makes the base of the work is no sister of it: `Fine-tuned NAME on …`.
    """
    bases = {
        (one.place.file, one.place.line, one.name)
        for one in sightings
        if one.relation == "base" and one.is_lineage and one.how != "prose"
    }
    return [
        replace(one, relation="none")
        if one.is_lineage
        and one.subject is not None
        and (one.place.file, one.place.line, one.subject) not in bases
        and _is_sister(one.subject, own)
        else one
        for one in sightings
    ]


def of_work(sightings: Sequence[Sighting], released: Sequence[Released]) -> list[Sighting]:
    """What went into a thing that is called as a heading begins went into the work: `Fen-2, tuned on …` is Fen2."""
    heads = {
        _letters(head)
        for one in released
        if one.own_card
        for head in (one.name, re.split(r"[:–—(,]", one.name)[0])
    }
    return [
        replace(one, into=None) if one.into and "prose" in one.how and _letters(one.into) in heads else one
        for one in sightings
    ]


def of_versions(sightings: Sequence[Sighting], released: Sequence[Released]) -> list[Sighting]:
    """What an item of a list tells of another version, by which it begins, went into that one."""
    mine = {one for each in released if each.own_card for one in _VERSION.findall(each.name)}
    return [
        replace(one, relation="none")
        if mine
        and one.is_lineage
        and one.source == "document"
        and (told := _OF_VERSION.match(one.words)) is not None
        and told["version"] not in mine
        else one
        for one in sightings
    ]


def of_earlier(sightings: Sequence[Sighting]) -> list[Sighting]:
    """What a sentence tells of an earlier release, of which it begins to speak, went into that one."""
    return [
        replace(one, relation="none")
        if one.is_lineage and one.source == "document" and _OF_EARLIER.match(one.words)
        else one
        for one in sightings
    ]


def of_own_stages(sightings: Sequence[Sighting], released: Sequence[Released], folder: str) -> list[Sighting]:
    """Weights that settings and code call like the work, with a word for a stage of its making, are no other's base."""
    own = called(released, folder)
    owners = {one.name.split("/")[0].lower() for one in released if is_hub_name(one.name)}
    return [replace(one, relation="none") if _is_own_stage(one, own, owners) else one for one in sightings]


def _is_own_stage(one: Sighting, own: Sequence[frozenset[str]], owners: set[str]) -> bool:
    if one.relation != "base" or one.source not in ("code", "config") or not is_hub_name(one.name):
        return False
    owner, _, name = one.name.partition("/")
    spoken = frozenset(words(name))
    return (not owners or owner.lower() in owners) and any(
        len("".join(each)) > _LEAST and each <= spoken and bool(spoken - each) and spoken - each <= _STAGES
        for each in own
    )


def sister_rows(sightings: Sequence[Sighting], folder: str) -> list[Sighting]:
    """On a data set's page, names that begin like its own, and that no words tie to it, are its parts."""
    stem = _stem(folder)
    return [
        replace(one, relation="none")
        if one.how == "prose" and one.is_lineage and len(stem) > _LEAST and _stem(one.name) == stem
        else one
        for one in sightings
    ]


def of_families(sightings: Sequence[Sighting], own: Sequence[frozenset[str]]) -> list[Sighting]:
    """What a sentence tells of a family on what it was trained is told of the base that is one of it, not of the work.

    Args:
        sightings: What was seen.
        own: The words of each name of the work.
    """
    bases = [
        one.name
        for one in sightings
        if one.relation == "base" and one.is_lineage and one.into is None and one.how != "prose"
    ]
    lines: dict[tuple[str, int], str] = {}
    made: list[Sighting] = []
    for one in sightings:
        at, base = (one.place.file, one.place.line), None
        if bases and one.is_lineage and one.relation == "data" and one.into is None and "prose" in one.how:
            base = _base_of(one.words, bases, own) or (lines.get(at) if _NEXT.match(one.words) else None)
        if base is not None:
            lines[at] = base
        made.append(one if base is None else replace(one, into=base))
    return made


def _base_of(sentence: str, bases: Sequence[str], own: Sequence[frozenset[str]]) -> str | None:
    """The base of whose family a sentence tells; none where the work itself is called just like the family."""
    told = _FAMILY.match(sentence)
    names = [one for one in (told["name"], told["short"]) if one] if told else []
    if any(frozenset(words(one)) in own for one in names):
        return None
    letters = [_letters(one) for one in names]
    return next(
        (base for base in bases for one in letters
         if len(one) >= _LEAST and one != _letters(base) and _letters(base).startswith(one)),
        None,
    )  # fmt: skip


def _letters(name: str) -> str:
    return squeezed(name.rsplit("/", 1)[-1])


def _stem(name: str) -> str:
    return re.split(r"[-_. ]", name.rsplit("/", 1)[-1].lower())[0]


def _is_sister(name: str, own: Sequence[frozenset[str]]) -> bool:
    """Whether a name is that of another size or version: it begins alike, and has numbers that the own one has not."""
    spoken = words(name.rsplit("/", 1)[-1])
    numbers = _numbers(spoken)
    if any(each and each < frozenset(spoken) for each in own):
        return False  # a page of a whole family tells of each of its sizes
    sized = [each for each in own if _numbers(each)]
    if not numbers or not sized or any(numbers <= _numbers(each) for each in own):
        return False
    stem = spoken[0].rstrip("0123456789.")
    return len(stem) >= _LEAST and any(
        stem in {word.rstrip("0123456789.") for word in each} for each in sized
    )


def _numbers(spoken: Sequence[str] | frozenset[str]) -> frozenset[str]:
    return frozenset(re.sub(r"^v(?=\d)", "", word) for word in spoken if any(map(str.isdigit, word)))
