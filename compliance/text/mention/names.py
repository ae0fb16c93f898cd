"""Find names in prose: what the registry knows, and what is written like an identifier of a hub."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from compliance.model.sighting import Known, Recognise
from compliance.model.spelling import is_sized_name
from compliance.text.mention.beside import addressed, is_part, is_served, is_spelled_out
from compliance.text.mention.called import called, listed_with
from compliance.text.mention.patterns import lexicon

_CHUNK = re.compile(r"[^\s()\[\]{}<>,;|\"“”‘’*=!?\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+")
_TRIMMED = ".:'`_"
_ENDING = re.compile(
    r"(?i)(?P<name>.+?)(?P<tail>'s|’s|-(?:generated|written|annotated|judged|scored|labelled|labeled|filtered|rewritten|"
    r"translated|synthesi[sz]ed|based|style|like|compatible|distilled|powered|produced|as-a-judge|free|derived))$"
)
HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]{1,95}/[A-Za-z0-9][\w.-]{1,95}")
_HUB_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/(?:datasets/|models/)?")
_ADDRESS = re.compile(r"https?://[^\s()<>\]\"]+")
"""What an address goes on with (`?model=…`) names nothing."""
_SET_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/datasets/([\w.-]+)/?")
_FILE = re.compile(
    r"(?i)\.(?:py|md|json|jsonl|ya?ml|txt|sh|csv|parquet|ipynb|toml|cfg|html?|png|jpe?g|svg|pdf|gz|zip|fig|tex|bib|gif|mp4|webp|bin|safetensors|gguf|pt|log)$"
)
_SIZE = re.compile(r"(?i)\d+(?:\.\d+)?[bmk]")
_PAGES_OF = re.compile(r"[\w.-]+/[\w.-]+/(?:tensorboard|discussions|commits|settings|activity|metrics)\b.*")
"""Pages of a repository on a hub that speak of it, and are not the thing."""
_CODE = re.compile(r"(?:[A-Z]{1,4}|[a-z]{1,2})\d{1,4}")
"""A short code; two side by side (`FP16/BF16`, `T4/L4`) are no name."""
_ADJECTIVE = re.compile(
    r"(?i)-(?:based|free|level|style|like|specific|driven|aware|only|related|oriented|wise|sized|ready|side|facing)$"
)
"""How words end that a slash puts side by side: `link/attachment-based` is no name."""
_BILLIONS = re.compile(
    r"(?i)\d+(?:\.\d+)?b(?:[-_](?:instruct|chat|it|base|hf|bnb|[48]bit|gguf|awq|gptq|v\d[\w.]*|sft|dpo|rl|thinking|\d+))*$"
)
"""How the name of a model ends: with its size and what was done to it."""
_FOLDER = re.compile(r"(?:[A-Za-z]:[\\/]|\.{0,2}/)(?:[\w .-]+[\\/])*")
"""A path on somebody's machine, up to the folder that weights lie in."""
_IN_FOLDER = re.compile(r"(?=\S*\d)(?=\S*-)[A-Za-z][\w.-]+")
"""What weights in such a folder are called."""
MOST_WORDS = 6
MOST_SPACES = 6
"""How far apart the words of a name may stand, for markup leaves spaces behind."""
_NEVER_IN = frozenset(
    {"is", "was", "were", "are", "been", "has", "have", "we", "our", "which", "its", "their", "they", "these", "those",
     "you", "your", "i", "via", "through"}
)  # fmt: skip
"""Words in small letters that no name goes on with."""
_NEVER_LAST = frozenset(
    {"of", "the", "and", "for", "with", "on", "in", "to", "a", "an", "by", "from", "as", "at",
     "or", "this", "it", "that"}
)  # fmt: skip
"""Words in small letters that no name ends with."""
_GENERIC = re.compile(
    r"(?i)\b(?:(?:in-house|internal|proprietary|unnamed|undisclosed|closed(?:-source)?|commercial|frontier|another) "
    r"(?:[\w.-]+ ){0,2}(?:model|LLM)s?|generative AI|(?:large )?language models?|LLMs?|"
    r"AI (?:models?|tools?|systems?|assistants?|chatbots?)|chatbots?)\b"
)


_SPLIT = re.compile(r"(?<=\w):(?:train|test|validation|val|dev)$")
"""The part of a set that is meant, written behind its name."""
_IS = re.compile(r"\s*(?:is|are|was|were|:|,|\(|=|named|called)?[\s`'\"]*")
"""What stands between words for a kind and the one thing that they mean: `the base language model is NAME`."""
_SHORT = re.compile(r"\s*(?:(?:data ?set|corpus|model|collection)\s*)?\(\s*", re.IGNORECASE)
"""What stands between a name in full and its short form: `Inference (MNLI)`, `Clean Corpus (C4)`."""
_ROWS_OF = re.compile(r"[\s`*]+(?:[A-Z]{2,}[\s`*]+)?(?:(?i:data ?sets?)|corpus)\b")
"""What stands after a name that is then one of rows: `MetaMath QA dataset`."""
_TOOLS = frozenset(
    {"factory", "agent", "agents", "trainer", "cookbook", "recipes", "score", "scores", "eval", "bench", "stack", "cpp",
     "style", "licence", "license", "community", "tokenizer", "index", "arena", "as"}
)  # fmt: skip
"""What goes on after a model's name in names of things that are no models."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name at its place in a text; `known` is None where only its form tells that it is one."""

    text: str
    start: int
    end: int
    known: Known | None
    is_generic: bool = False
    """Whether it names no thing but a kind of things: `proprietary models`."""
    by_noun: bool = False
    """Whether only the noun behind it tells that it is a name: `the LingMess model`."""


def names_in(text: str, recognise: Recognise) -> list[Name]:
    """Every name of a text, the longest at each place, none within another."""
    chunks = [part for chunk in _chunks(text) for part in _halves(text, chunk, recognise)]
    found: list[Name] = []
    at = 0
    while at < len(chunks):
        name, used = _longest(text, chunks, at, recognise)
        if (
            name is not None
            and not is_spelled_out(text, name.start, name.text)
            and not is_part(text, name.end)
        ):
            found.append(name)
        at += max(used, 1)
    found = [one for one in found if not _is_route(text, one, found)]
    taken = [(one.start, one.end) for one in found]
    found += [
        Name(one[0], one.start(), one.end(), None, is_generic=True)
        for one in _GENERIC.finditer(text)
        if not any(
            (start < one.end() and one.start() < end)
            or (one.end() <= start and _is_meant(one[0], text[one.end() : start]))
            for start, end in taken
        )
    ]
    found += _called(text, found)
    return sorted(found, key=lambda one: one.start)


def _is_route(text: str, name: Name, found: Sequence[Name]) -> bool:
    """Whether a provider only stands behind a model that it serves: `NAME via OpenRouter`."""
    if name.known is None or name.known.kind != "provider":
        return False
    return any(one.end <= name.start and is_served(text, one.end, name.start) for one in found)


def _is_meant(kind: str, between: str) -> bool:
    """Whether words for a kind mean the one thing that follows; of several a colon only begins the list."""
    return bool(_IS.fullmatch(between)) and not (kind.lower().endswith("s") and ":" in between)


def _called(text: str, found: list[Name]) -> list[Name]:
    """Names that only the nouns behind them tell, where nothing else stands."""
    taken = [(one.start, one.end) for one in found]
    made: dict[int, Name] = {}
    listed = [
        (one.start, one.end, one.known.kind)
        for one in found
        if one.known and text.count("(", 0, one.start) == text.count(")", 0, one.start)
    ]
    for one in (*called(text), *listed_with(text, listed)):
        if not any(_SHORT.fullmatch(text, one.end, start) for start, _ in taken) and not any(
            start < one.end and one.start < end for start, end in taken
        ):
            made.setdefault(
                one.start,
                Name(text[one.start : one.end], one.start, one.end, Known(one.kind, None), by_noun=True),
            )
    return list(made.values())


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    behind = 0
    for one in _CHUNK.finditer(text):
        start, end = one.span()
        if start < behind:
            continue
        address = _ADDRESS.match(text, start)
        behind = address.end() if address else behind
        while start < end and text[start] in _TRIMMED + "#/@-~$":
            start += 1
        while start < end and text[end - 1] in _TRIMMED + "/-":
            end -= 1
        split = _SPLIT.search(text, start, end)
        end = split.start() if split else end
        if start < end:
            yield start, end


def _halves(text: str, chunk: tuple[int, int], recognise: Recognise) -> Iterator[tuple[int, int]]:
    """A chunk, or its two sides where a slash only stands between two names (`GPT-4o/Claude`)."""
    start, end = chunk
    left, slash, right = text[start:end].partition("/")
    names = bool(slash and right) and "/" not in right and any(map(str.isdigit, left))
    known = recognise(left) if names and recognise(text[start:end]) is None else None
    if known is not None and known.kind in ("model", "service"):
        yield start, start + len(left)
        yield start + len(left) + 1, end
    else:
        yield chunk


def _longest(
    text: str, chunks: list[tuple[int, int]], at: int, recognise: Recognise
) -> tuple[Name | None, int]:
    start = chunks[at][0]
    begins = _begins_name(text[start : chunks[at][1]])
    for count in range(_in_a_row(text, chunks, at) if begins else 0, 0, -1):
        end = chunks[at + count - 1][1]
        if text[chunks[at + count - 1][0] : end] in _NEVER_LAST:
            continue
        words = text[start:end]
        known, length = _known(words, recognise)
        if known is not None:
            name = _HUB_ADDRESS.sub("", words[:length])
            if known.kind == "model" and _ROWS_OF.match(text, start + length):
                known = Known("dataset", None)
            return Name(name, start, start + length, known), count
    one = text[start : chunks[at][1]]
    formed = _by_form(one, start) or _by_family(one, start, recognise)
    if formed and formed.known and formed.known.kind == "model" and _ROWS_OF.match(text, formed.end):
        formed = replace(formed, known=Known("dataset", None))
    return formed, 1


def _known(words: str, recognise: Recognise) -> tuple[Known | None, int]:
    """What the words mean, with or without an ending that makes an adjective of them; and how long the name is."""
    if not _may_be_name(words):
        return None, 0
    name = _HUB_ADDRESS.sub("", words)
    known = recognise(name)
    if known is not None:
        return known, len(words)
    ending = _ENDING.fullmatch(words)
    if ending and _may_be_name(ending["name"]):
        return recognise(_HUB_ADDRESS.sub("", ending["name"])), len(ending["name"])
    return None, 0


def _may_be_name(words: str) -> bool:
    """Whether it is written as names are: with a capital or a digit, and not one common word."""
    if len(words) < 2 or not _begins_name(words.split(None, 1)[0]):
        return False
    return re.sub(r"[\s.\d]+$", "", words.lower()) not in lexicon().alone and any(map(str.isalpha, words))


def _begins_name(word: str) -> bool:
    """Whether a name may begin with a word: it has a capital, a digit, or a sign that joins parts of names."""
    return word != word.lower() or "/" in word or "-" in word or any(map(str.isdigit, word))


def _in_a_row(text: str, chunks: list[tuple[int, int]], at: int) -> int:
    """How many chunks from one on may be one name: only spaces stand between them, and each goes on as a name does."""
    for count, (before, after) in enumerate(itertools.pairwise(chunks[at : at + MOST_WORDS]), 1):
        gap = text[before[1] : after[0]]
        if gap.strip() or len(gap) > MOST_SPACES or "\n\n" in gap or text[after[0] : after[1]] in _NEVER_IN:
            return count
    return min(MOST_WORDS, len(chunks) - at)


def _by_form(words: str, start: int) -> Name | None:
    single = _SET_ADDRESS.fullmatch(words)
    if single:
        return Name(single[1], start, start + len(words), Known("dataset", None))
    if one := addressed(words):
        return Name(one[0], start, start + len(words), Known(one[1], None))
    name = _HUB_ADDRESS.sub("", words)
    is_address = name != words
    if is_address and _PAGES_OF.fullmatch(name):
        return None
    name = "/".join(name.split("/")[:2]) if is_address else name
    if not HUB_NAME.fullmatch(name) or _FILE.search(name) or (not is_address and "://" in words):
        return _by_size(words, start)
    organisation, bare = name.split("/")
    if not (re.search("[A-Za-z]", organisation) and re.search("[A-Za-z]", bare)):
        return None
    if not is_address and (
        _ADJECTIVE.search(bare)
        or any(form.fullmatch(organisation) and form.fullmatch(bare) for form in (_SIZE, _CODE))
    ):
        return None
    folders = lexicon().folders
    if organisation.lower() in folders or bare.lower() in folders:
        return None
    written_as_one = any(letter.isdigit() or letter in "-_." for letter in name)
    known = Known("model", None) if is_sized_name(bare) and _BILLIONS.search(bare) else None
    known = Known("dataset", None) if is_address and "/datasets/" in words else known
    return Name(name, start, start + len(words), known) if is_address or written_as_one else None


def _by_size(words: str, start: int) -> Name | None:
    """A name that only its form tells: it ends with a size, as those of models do (`LLaVA-1.6-34B-hf`)."""
    folder = _FOLDER.match(words)
    bare = words[folder.end() :] if folder else words
    if not is_sized_name(bare) and not (folder and _IN_FOLDER.fullmatch(bare)):
        return None
    return Name(bare, start, start + len(words), Known("model", None), by_noun=folder is not None)


def _by_family(words: str, start: int, recognise: Recognise) -> Name | None:
    """A name that goes on from one that is known (`Qwen3-TTS`): another thing of the same kind."""
    parts = words.split("-")
    for count in range(len(parts) - 1, 0, -1):
        more = parts[count]
        numbered = len(parts) - count > 1 and parts[-1].isdigit()
        written = more[:1].isupper() or more[:1].isdigit() or numbered
        if not written or {p.lower() for p in parts[count:]} & _TOOLS:
            continue
        family = "-".join(parts[:count])
        known = recognise(family) if _may_be_name(family) else None
        if known is not None and known.kind in ("model", "service", "dataset"):
            kind: Literal["dataset", "model"] = "dataset" if known.kind == "dataset" else "model"
            return Name(words, start, start + len(words), Known(kind, None), by_noun=kind == "dataset")
    return None
