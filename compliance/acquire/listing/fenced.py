"""Blocks of code on a card: what is fetched before a training, trees of weights, shares of a mixture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compliance.acquire.listing.labelled import is_work
from compliance.acquire.names import squeezed
from compliance.acquire.page.markdown import Page
from compliance.acquire.page.sentences import GUESS, SHORT
from compliance.acquire.prose.went_in import ANY_ROWS, NOT_IN, SUM, is_name, went_in
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

if TYPE_CHECKING:
    from compliance.acquire.prose.upstreams import ReadProse

_FETCH = re.compile(
    r"(?m)^[ \t$>!%]*(?:huggingface-cli|hf|modelscope)\s+download\s+(?P<options>(?:--?[\w-]+(?:[ =](?!\S*/)\S+)?\s+)*)"
    r"(?P<name>[\w.-]+/[\w.-]+)(?P<rest>(?:[^\n\\]|\\\n)*)"
)
"""A line that fetches a thing of a hub."""
_CLONE = re.compile(
    r"(?m)^[ \t$>!%]*git\s+clone\s+https://(?:huggingface\.co|hf\.co)/(?P<rows>datasets/)?(?P<name>[\w.-]+/[\w.-]+)"
)
_OF_ROWS = re.compile(r"--repo-type[ =]dataset|--dataset\b")
_TRAINS = re.compile(
    r"(?i)\b(?:python3?|torchrun|accelerate\s+launch|deepspeed|bash|sh|llamafactory-cli|axolotl|swift|xtuner|tune)\s+"
    r"[^\n]*\b(?:\w*(?:train|finetune|fine-tune|fine_tune|sft|dpo|grpo|pretrain|lora)\w*)"
)
"""A line that starts a training."""
_ABOUT_TRAINING = re.compile(r"(?i)\b(?:pre-?|post-?|fine-?)?(?:train|tun)(?:ing|e)\b|\breproduc\w+|\bSFT\b")
_ABOUT_USE = re.compile(
    r"(?i)\b(?:inference|demo|evaluat\w+|benchmarks?|deploy\w*|serving|usage|quick ?start|test(?:ing)?|gradio|"
    r"web ?ui|results?|"
    r"customi[sz]e|your own|users?)\b"
)
"""Headings over what readers do with the finished thing."""
_SHARE = re.compile(
    r"^[ \t#*•-]*(?P<name>[A-Za-z][\w.+/-]*(?: [A-Z\d][\w.+-]*){0,4})\s*(?:[:=|→]|\s{2,}|\t|\s[-–—]\s|\()[\s|]*"
    r"[~≈]?\d[\d.,]*\s?(?:%|[KMBTkmbt]\b|million|billion|tokens|samples|rows|examples|$|\W)"
)
"""A line that tells how much of a set went in."""
_MIXTURE = re.compile(
    r"(?i)\b(?:mix(?:ture)?|composition|breakdown|blend|data ?sets?|data|corpus|corpora|sources)\b"
)
_TRAINED_ROWS = re.compile(
    r"(?i)\b(?:train\w*|tun\w+|sft|pre-?train\w*|mix(?:ture)?|composition|breakdown|blend|details)\b"
)
_BRANCH = re.compile(r"[ \t│|]*(?:├|└|\|-|`-)[─-]*\s*(?P<name>[A-Za-z][\w.-]*\d[\w.-]*?)/?\s*(?:#.*)?$")
"""A line of a tree that shows a folder or a file whose name holds a figure, as those of weights do."""
LEAST_SHARES = 2
"""Lines at least that make a block one of shares."""
MOST_BLOCK = 8_000


def of_code(page: Page, name: str, prose: ReadProse, own: str) -> Iterator[Sighting]:
    """What blocks of code tell of things that went in.

    Args:
        page: The page.
        name: Its file.
        prose: Finds the names of a text.
        own: What the page calls the work.
    """
    for text, line in page.code:
        if len(text) > MOST_BLOCK:
            continue
        section = _section(page, line)
        yield from _fetched(text, line, section, name, own)
        yield from _shares(text, line, section, name, prose)
        yield from _tree(text, line, name, prose, own)


def _section(page: Page, line: int) -> str:
    """The headings over a line."""
    above = [one for one in page.headings if page.lines.location(one.start).line < line]
    if not above:
        return ""
    last = above[-1]
    return f"{last.section} / {last.text.strip()}" if last.section else last.text.strip()


def _fetched(text: str, line: int, section: str, name: str, own: str) -> Iterator[Sighting]:
    """What is fetched where training is told: by the block itself, or by the headings over it."""
    heading = section.rsplit(" / ", 1)[-1]
    trains = _TRAINS.search(text) or _ABOUT_TRAINING.search(section)
    if not trains or (_ABOUT_USE.search(heading) and not _ABOUT_TRAINING.search(heading)):
        return
    for one in (*_FETCH.finditer(text), *_CLONE.finditer(text)):
        rows = one.groupdict().get("rows") or _OF_ROWS.search(one[0])
        if not is_work(one["name"]) or _is_own(one["name"], own):
            continue
        relation: MentionRelation = "data" if rows else "base"
        kind: ArtifactKind = "dataset" if rows else "model"
        at = line + text.count("\n", 0, one.start("name"))
        yield _sighting(
            one["name"], relation, kind, Location(name, at, 1), "code, fetched for training", one[0]
        )


def _is_own(called: str, own: str) -> bool:
    """Whether a thing of a hub is called like the work."""
    short, mine = (squeezed(each.rpartition("/")[2]) for each in (called, own))
    return bool(mine) and (short.startswith(mine) or mine.startswith(short))


def _shares(text: str, line: int, section: str, name: str, prose: ReadProse) -> Iterator[Sighting]:
    """The sets of a block each line of which tells how much of one went in."""
    heading = section.rsplit(" / ", 1)[-1]
    if NOT_IN.search(heading) or not _MIXTURE.search(heading):
        return
    if not (_TRAINED_ROWS.search(section) or went_in(heading)) or not ANY_ROWS.search(section):
        return
    told = [(at, one) for at, each in enumerate(text.split("\n")) if (one := _SHARE.match(each))]
    if len(told) < LEAST_SHARES:
        return
    for at, one in told:
        called = one["name"].strip()
        known = next((each for each in prose(called, "") if each.kind == "dataset"), None)
        if SUM.intersection(called.lower().split()) or not (known or is_work(called) or is_name(called)):
            continue
        how = f"code, under “{heading[:SHORT]}”"
        yield _sighting(called, "data", "dataset", Location(name, line + at, 1), how, one.string)


def _tree(text: str, line: int, name: str, prose: ReadProse, own: str) -> Iterator[Sighting]:
    """The models whose weights a tree of folders shows beside the work: no words say what they are for."""
    for at, each in enumerate(text.split("\n")):
        branch = _BRANCH.match(each)
        if branch is None or _is_own(branch["name"], own):
            continue
        known = next((one for one in prose(branch["name"], "") if one.kind == "model"), None)
        if known is not None and known.name == branch["name"]:
            yield _sighting(known.name, "component", "model", Location(name, line + at, 1), GUESS, each)


def _sighting(
    called: str, relation: MentionRelation, kind: ArtifactKind, place: Location, how: str, words: str
) -> Sighting:
    return Sighting(called, relation, place, "document", how, " ".join(words.split())[:SHORT], kind)
