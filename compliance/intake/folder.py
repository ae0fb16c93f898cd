"""Look a folder over: what it releases, what that was made from, where it disagrees with itself, what stays open."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from compliance.acquire.code.uses import IN_APPLICATION
from compliance.acquire.found import Found
from compliance.acquire.languages.framed import framed
from compliance.acquire.names import BY_FOLDER, is_hub_name
from compliance.acquire.pipelines.mlflow import PARAMETER
from compliance.acquire.prose.upstreams import ReadProse, is_guess
from compliance.acquire.repository import read_repository
from compliance.intake.asked import Asked, questions
from compliance.intake.columns_written import as_code_uses, as_code_writes
from compliance.intake.disagreeing.contradictions import contradictions
from compliance.intake.disagreeing.statements import Contradiction
from compliance.intake.guesses import without_guesses
from compliance.intake.naming.own_paths import without_own_paths
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.places.page_tools import of_pages
from compliance.intake.places.programs import as_program
from compliance.intake.places.support import is_labelled
from compliance.intake.places.telling import tells
from compliance.intake.released.others_told import without_others
from compliance.intake.released.own_series import of_own_rows
from compliance.intake.released.releases import REMARK, Released, releases
from compliance.intake.released.shipped import copies, notices
from compliance.intake.released.sisters import (
    called,
    of_earlier,
    of_families,
    of_own_stages,
    of_versions,
    of_work,
    own_folder,
    sister_rows,
    without_sisters,
)
from compliance.intake.released.stated import others, untaken
from compliance.intake.suppressed import suppressed
from compliance.intake.upstreams import Upstream, upstreams
from compliance.model.declared.sighting import Lost, Mention, Sighting
from compliance.model.known.knowledge import Knowledge
from compliance.model.words.spelling import words

LEAST_HEAD = 5
"""Letters of a heading by which the names of sister models may begin."""
MOST_WORDS = 4
"""A heading of more words is no name."""
_ON_THESE = re.compile(
    r"(?i)\b(?:on|with|using|over|against)\s+(?:(?:this|our|these|the|all|both|its|each)\s+)+(?:[\w-]+\s+){0,2}"
    r"(?:data(?:sets?)?|corpus|corpora|benchmark|collection|splits?|subsets?|train(?:ing)?|release)\b|"
    r"\b(?:data ?set|corpus|collection|it|they)\b[^.]{0,40}\bused (?:to|for|in) (?:pre-?|fine-?)?(?:train|tun)"
)
"""How a data set's page speaks of what was trained on its rows."""
_IDENTIFIER = re.compile(r"\s*(?=\S*\d)\S+-\S+\s*")
"""A title's second part that is a name too: `Distil-Whisper: distil-large-v2`."""
_PARENT = re.compile(r"(?i)\W*(?:parent|base|backbone|teacher|foundation|fine-?tuned from)(?: model)?\W*:")
"""How a line begins that tells what a thing was made from, though the thing bears its name."""
_TUNED = frozenset(
    {"instruct", "instruction", "chat", "it", "sft", "dpo", "rlhf", "tuned", "hf", "thinking", "reasoning"}
)
"""What the name of a tuned model has beside that of its base."""
_FROM = re.compile(
    r"^prose, (?:.*(?:\b(?:from|based on|based upon)(?: the| a| an)?(?: …)?(?: data ?set| corpus)?|"
    r"…\)?(?: (?:model|checkpoint|weights))?,? (?:fine-?)?(?:tuned|trained|adapted)"
    r"(?: (?:for|on|with|using|to))?)|"
    r"“[^”]*(?i:data ?sets?|corpus|data)(?: used [^:”]{1,30})?: …|"
    r"“take(?:s|n)? … (?:and|,) (?:fine-?)?(?:tun|adapt|train|extend|prun)\w+|"
    r"“[^”]*\b(?:basis|adaptation) of[^”]*…|“(?:builds?|built) (?:up)?on(?: top of)?(?: the)? …|"
    r"“(?:fine-?)?tun\w+ (?:\w+ ){1,4}of(?: the| a)? …|“(?:original|foundation) [^”]*…|"
    r"“[^”]*\b(?:version|subset|extension|translation|part)s? of(?: the| an?)? (?:original )?…(?: data ?set| corpus)?|"
    r"“the original … (?:data ?set|corpus))”$"
)
"""How words end that tell what a thing was made from."""
_TRAINED = re.compile(r"^prose, “[^”]*\b(?:(?:pre-?|fine-?)?trained|(?:fine-?)?tuned)\b[^”]*\bon\b[^”]*…")
"""Words that tell on what a model was trained."""
_STARTS_FROM = re.compile(
    r"^prose, “[^”]*\b(?:based|built|builds|derived|adapted|extended|created|constructed|versions?|extension)\b[^”]*"
    r"\b(?:on|upon|from|of)\b[^”]*…"
)
"""Words that tell from what something starts."""
_OF_OTHERS = re.compile(
    r"(?i)\b(?:gguf|awq|gptq|exl2|mlx|onnx|quant\w*|lora|merge\w*|distil\w*|fine-?tun\w*|from|for|on|of|with)\b"
)
"""What a heading holds that names the thing it was made from."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen in a folder."""

    released: tuple[Released, ...]
    """The main thing first."""
    upstreams: tuple[Upstream, ...]
    contradictions: tuple[Contradiction, ...]
    questions: tuple[Asked, ...]
    lost: tuple[Lost, ...]
    found: Found
    copies: tuple[str, ...] | None = None
    """Licences of which the folder holds a copy; None where no whole folder was looked over."""
    notices: tuple[str, ...] | None = None
    """Notices that its pages show."""
    mentioned: tuple[Upstream, ...] = ()
    """What is named without words that say that it went in."""


def prose_reader(known: RegistryWords) -> ReadProse:
    """A reader of paragraphs that knows the registry's names."""
    from compliance.text.mention import mentions

    def read(text: str, section: str) -> list[Mention]:
        return mentions(text, known, section)

    return framed(read)


def scan_files(
    folder: pathlib.Path,
    knowledge: Knowledge,
    progress: Callable[[int, int], None] | None = None,
    known: RegistryWords | None = None,
) -> Scan:
    """Read a folder and put together what its files say; `known` are look-ups that were made before."""
    known = known or RegistryWords(knowledge.registry)
    repository = read_repository(folder, prose_reader(known), progress)
    read = repository.found
    read.sightings = without_own_paths(read.sightings, repository.files, known)
    scan = put_together(as_program(read, folder, known, repository.files), folder, known)
    shown = notices(repository.files, knowledge.registry)
    return replace(scan, copies=copies(repository.found.statements), notices=shown)


def put_together(found: Found, folder: pathlib.Path, known: RegistryWords) -> Scan:
    """What sightings and statements come to."""
    found.sightings = [of_pages(_in_full(_of_run(one, known), known), known) for one in found.sightings]
    found.sightings = read = as_code_writes(as_code_uses(found.sightings))
    released = releases(found, folder, known)
    name = folder.resolve().name
    told = without_others(found.sightings, released, name, known)
    told = of_own_rows(without_sisters(told, called(released, name)), released)
    found.sightings = of_work(of_earlier(of_versions(told, released)), released)
    found.sightings = of_own_stages(found.sightings, released, name)
    found.sightings = of_families(found.sightings, called(released, name))
    if all(one.kind == "dataset" and one.own_card for one in released):
        found.sightings = sister_rows(found.sightings, name)
    own = (
        frozenset(_key(REMARK.sub("", one.name)) for one in released)
        | _titled(released, found)
        | _siblings(released, found)
        | own_folder(found.sightings, name)
    )
    stated = others(found.sightings, released)
    found.lost += untaken(found.sightings, [one for one in found.sightings if tells(one, known)])
    if all(one.own_card for one in released) and not found.is_program:
        found.sightings = [_beside_work(one) for one in found.sightings]
    merged, mentioned = without_guesses(
        upstreams(_beside_told(found.sightings, released, known), known, own, stated), found.software
    )
    mentioned += suppressed(read, (*merged, *mentioned), released, known)
    differing = contradictions(found, released, merged, known)
    asked = questions(found, merged, differing, known, mentioned)
    lost = tuple(found.lost)
    drafted = tuple(sorted(merged, key=lambda one: (one.nested_in is not None, one.first.place)))
    return Scan(
        tuple(released), drafted, tuple(differing), tuple(asked), lost, found, mentioned=tuple(mentioned)
    )


def _in_full(one: Sighting, known: RegistryWords) -> Sighting:
    """Weights in a file or folder that is called like a published model, by the name that it has there."""
    full = known.published_name(one.name) if one.if_known and one.how.endswith(BY_FOLDER) else None
    return replace(one, name=full) if full else one


def _beside_work(one: Sighting) -> Sighting:
    """What an application beside weights or rows asks for its users made neither of them."""
    return replace(one, relation="none") if IN_APPLICATION in one.how and one.is_lineage else one


def _of_run(one: Sighting, known: RegistryWords) -> Sighting:
    """A hosted model among the parameters of a run was asked, for what nobody can say; its weights are not here.

    Where a column of writers names a collection, its text was taken over from there; where one of origins names a
    model, that wrote it.
    """
    if one.source == "data" and one.relation in ("generated-by", "data"):
        told = known(one.name)
        kind = told.kind if told is not None else None
        if kind in ("model", "service", "dataset"):
            return replace(one, relation="data" if kind == "dataset" else "generated-by")
        return one
    if one.how.startswith(PARAMETER) and one.relation == "base":
        record = known(one.name)
        if record is not None and record.kind == "service":
            return replace(one, relation="unknown-use", kind="service")
    return one


def _beside_told(
    sightings: Sequence[Sighting], released: Sequence[Released], known: RegistryWords
) -> list[Sighting]:
    """Beside a base that words, fields or code tell, a name of which none do is no other one; rows have no base."""
    rows = all(one.kind == "dataset" and one.own_card for one in released)
    if rows:
        sightings = [_of_rows(one, known) for one in sightings]
    if not rows and not any(
        one.relation == "base" and one.is_lineage and not is_guess(one) for one in sightings
    ):
        return list(sightings)
    return [
        replace(one, relation="none") if one.relation == "base" and is_guess(one) else one
        for one in sightings
    ]


def _of_rows(one: Sighting, known: RegistryWords) -> Sighting:
    """What words of a data set's page make of a model: tuned on these rows it is a use; else it wrote some of them."""
    if one.relation == "data" and _TRAINED.search(one.how):
        return replace(one, relation="none")  # what somebody trained a model on is not in these rows for that
    if one.relation != "base" or is_guess(one) or "prose" not in one.how:
        return one
    record = known(one.name)
    if _STARTS_FROM.search(one.how) and (record is None or record.kind == "dataset"):
        return replace(one, relation="data", kind="dataset")  # rows are based on rows
    return replace(one, relation="none" if _ON_THESE.search(one.words) else "generated-by")


def _titled(released: Sequence[Released], found: Found) -> frozenset[str]:
    """Names in prose that are the heading's own: a page called `Stanford Alpaca: …` speaks of Alpaca itself."""
    titles = [re.split(r"[:–—(]", one.name) for one in released if one.own_card and not is_hub_name(one.name)]
    heads = [
        each
        for title in titles
        for each in (title[0], *(one for one in title[1:2] if _IDENTIFIER.fullmatch(one)))
    ]
    plain = [
        set(words(head)) for head in heads if not _OF_OTHERS.search(head) and len(words(head)) <= MOST_WORDS
    ]
    prose = {one.name for one in found.sightings if "prose" in one.how}
    stated = {
        _key(one.name)
        for one in found.sightings
        if one.is_lineage and ("prose" not in one.how or _PARENT.match(one.words))
    }
    stated |= {
        _key(one.name)
        for one in found.sightings
        if one.relation == "generated-by" and one.is_lineage and not is_guess(one) and one.into is None
    }
    # What a label gives, or a sentence says that a thing was made from, is another one, though that is called after it.
    same = {" ".join(words(head)) for head in heads}
    stated |= {
        _key(one.name)
        for one in found.sightings
        if one.is_lineage
        and _key(one.name) not in same
        and (_FROM.search(one.how) or is_labelled(one))
        and (one.relation == "base" or any(_begins_or_ends(each, _key(one.name)) for each in same))
    }
    named = {_key(name) for name in prose if any(_is_own(set(words(name)), head) for head in plain)}
    return frozenset(named - stated)


def _begins_or_ends(title: str, name: str) -> bool:
    """Whether a title holds a name at one of its ends, and more beside it."""
    return title.startswith(f"{name} ") or title.endswith(f" {name}")


def _siblings(released: Sequence[Released], found: Found) -> frozenset[str]:
    """Names in prose of other sizes and forms of the thing itself, of which no words say that it was made from them."""
    told = {_key(one.name) for one in found.sightings if one.is_lineage and one.how != "prose"}
    mine = [one for one in released if one.own_card]
    heads = {"".join(words(re.split(r"[:–—(]", one.name.rsplit("/", 1)[-1])[0])) for one in mine}
    owners = {one.name.split("/")[0].lower() for one in mine if is_hub_name(one.name)}
    named = {one.name for one in found.sightings if one.how == "prose" and one.relation == "base"}
    same = {
        name
        for name in named
        if (is_hub_name(name) and name.split("/")[0].lower() in owners)
        or any(
            len(head) >= LEAST_HEAD and "".join(words(name.rsplit("/", 1)[-1])).startswith(head)
            for head in heads
        )
    }
    return frozenset(_key(name) for name in same) - told


def _is_own(name: set[str], head: set[str]) -> bool:
    """Whether a heading calls the thing by a name; `X Instruct` was made from X, which is another thing."""
    return name <= head and not (head - name) & _TUNED


def _key(name: str) -> str:
    return " ".join(words(name.rsplit("/", 1)[-1]))
