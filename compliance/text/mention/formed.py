"""Names that only their form tells: identifiers and addresses of a hub, sizes at the end, families gone on from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

from compliance.model.declared.sighting import Known, Recognise
from compliance.model.words.spelling import is_sized_name
from compliance.text.mention.beside import addressed
from compliance.text.mention.name import Name
from compliance.text.mention.patterns import lexicon

HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]{1,95}/[A-Za-z0-9][\w.-]{1,95}")
HUB_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:(?:huggingface\.co|hf\.co)/(?:datasets/|models/)?|modelscope\.cn/(?:datasets|models)/)"
)
_SET_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/datasets/([\w.-]+)/?")
_FILE = re.compile(
    r"(?i)\.(?:py|md|json|jsonl|ya?ml|txt|sh|csv|parquet|ipynb|toml|cfg|html?|png|jpe?g|svg|pdf|gz|zip|fig|tex|bib|gif|mp4|webp|bin|safetensors|gguf|pt|log)$"
)
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]{2,}")
"""A capital inside a word."""
_SIZE = re.compile(r"(?i)\d+(?:\.\d+)?[bmk]")
_PAGES_OF = re.compile(r"[\w.-]+/[\w.-]+/(?:tensorboard|discussions|commits|settings|activity|metrics)\b.*")
"""Pages of a repository on a hub that speak of it, and are not the thing."""
_CODE = re.compile(r"(?:[A-Z]{1,4}|[a-z]{1,2})\d{1,4}")
"""A short code; two side by side (`FP16/BF16`, `T4/L4`) are no name."""
_ADJECTIVE = re.compile(
    r"(?i)-(?:based|free|level|style|like|specific|driven|aware|only|related|oriented|wise|sized|ready|side|facing)$|^(?:non|pre|post|un|re|anti)-[a-z]+$"
)
"""How words end or begin that a slash puts side by side: `link/attachment-based` is no name."""
_DONE = re.compile(r"(?i)[a-z]+-(?:[a-z]+ed|written|made|drawn|built|shot|wide)")
"""How a word ends that tells what was done; beside a slash it is put next to another: `fine-tuned/tweaked`."""
_OF_A_KIND = re.compile(r"(?i)-(?:related|specific|driven|aware|oriented)$")
"""How words end that say of what kind things are: `SDXL-related models` are none of them."""
_ROWS_SIZED = re.compile(
    r"(?:[Pp]ool|[Dd]ata(?:set)?|[a-z\d-]Set|[Cc]orpus|[Cc]rawl|[Pp]ile|[Bb]ank|[Pp]airs|[Ii]mages|[Cc]aptions?|[Cc]omp|[Vv]id(?:eos?)?)"
    r"[-_]?\d+(?:\.\d+)?[BMbm]$"
)
"""How a name ends that tells how many of them rows there are: `FenPool-12B`."""
_BILLIONS = re.compile(
    r"(?i)\d+(?:\.\d+)?b(?:[-_](?:instruct|chat|it|base|hf|bnb|[48]bit|gguf|awq|gptq|v\d[\w.]*|sft|dpo|rl|thinking|\d+))*$"
)
"""How the name of a model ends: with its size and what was done to it."""
LICENCE = re.compile(
    r"(?i)(?:cc[-_ ]?(?:0|by)(?:[-_.].*)?|mit|apache(?:[-_]?2.*)?|l?gpl.*|bsd.*|public[-_]domain)"
)
"""What stands beside a slash that divides two licences: `domain/CC0`."""
_ROWS = re.compile(r"(?i)corpus|corpora|data ?set|-pairs?-|-prompts?-|-instructions?-")
"""What such a name has in it where it counts rows: `Fencorpus-30M`."""
_FOLDER = re.compile(r"(?:[A-Za-z]:[\\/]|\.{0,2}/)(?:[\w .-]+[\\/])*")
"""A path on somebody's machine, up to the folder that weights lie in."""
_IN_FOLDER = re.compile(r"(?=\S*\d)(?=\S*-)[A-Za-z][\w.-]+")
"""What weights in such a folder are called."""
_TOOLS = frozenset(
    {"factory", "agent", "agents", "trainer", "cookbook", "recipes", "score", "scores", "eval", "bench", "stack", "cpp",
     "style", "licence", "license", "community", "tokenizer", "index", "arena", "as"}
)  # fmt: skip
"""What goes on after a model's name in names of things that are no models."""
_TUNED = frozenset({"base", "large", "small", "tiny", "medium", "chat", "instruct", "uncased", "cased"})
"""What is put behind a name for how large it is, or what it was tuned for."""
_INSIDE = re.compile(r"[A-Z][a-z]{2,}(?P<head>[A-Z]{3,}[\d.]*)")
"""A name in capitals that ends a word: `FenBERT`."""
_SIZES = frozenset({"nano", "mini", "micro", "lite", "flash", "turbo", "pro", "max", "ultra", "plus"})
"""What is put behind the number of a model, in small letters too, for another size of it."""


CAPITALS = frozenset({"MATH", "BLOOM"})
"""Names that are common words but for their capitals."""
_VIT = re.compile(r"(?:[A-Z]\w*-)?ViT-[A-Za-z]+[/-]\d+(?:@\d+)?")
"""A vision transformer by its size and its patches: `ViT-B/16`."""


def may_be_name(words: str) -> bool:
    """Whether it is written as names are: with a capital or a digit, and not one common word."""
    if len(words) < 2 or not begins_name(words.split(None, 1)[0]) or _OF_A_KIND.search(words):
        return False
    return not is_common(re.sub(r"[\s.\d]+$", "", words)) and any(map(str.isalpha, words))


def is_common(words: str) -> bool:
    """Whether it is a common word, which is no name by itself; some are names where all letters are capitals.

    >>> is_common("Math"), is_common("MATH")
    (True, False)
    """
    return words.lower() in lexicon().alone and words not in CAPITALS


def begins_name(word: str) -> bool:
    """Whether a name may begin with a word: it has a capital, a digit, or a sign that joins parts of names."""
    return word != word.lower() or "/" in word or "-" in word or any(map(str.isdigit, word))


def by_form(words: str, start: int) -> Name | None:
    """A name written like an identifier or an address of a hub, or that ends with a size.

    Args:
        words: What stands between two blanks.
        start: Where it begins in its text.
    """
    single = _SET_ADDRESS.fullmatch(words)
    if single:
        return Name(single[1], start, start + len(words), Known("dataset", None))
    if one := addressed(words):
        return Name(one[0], start, start + len(words), Known(one[1], None), by_noun=True)
    if _VIT.fullmatch(words):
        return Name(words, start, start + len(words), Known("model", None), by_noun=True)
    name = HUB_ADDRESS.sub("", words)
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
        or LICENCE.fullmatch(bare)
        or _DONE.fullmatch(organisation)
        or any(form.fullmatch(organisation) and form.fullmatch(bare) for form in (_SIZE, _CODE))
    ):
        return None
    folders = lexicon().folders
    if organisation.lower() in folders or bare.lower() in folders:
        return None
    written_as_one = any(letter.isdigit() or letter in "-_." for letter in name) or (
        organisation.islower() and _CAMEL.search(bare) is not None and bare.lower() not in lexicon().tools
    )
    known = Known("model", None) if is_sized_name(bare) and _BILLIONS.search(bare) else None
    known = Known("dataset", None) if is_address and "/datasets/" in words else known
    return Name(name, start, start + len(words), known) if is_address or written_as_one else None


def _by_size(words: str, start: int) -> Name | None:
    """A name that only its form tells: it ends with a size, as those of models do (`LLaVA-1.6-34B-hf`)."""
    folder = _FOLDER.match(words)
    bare = words[folder.end() :] if folder else words
    if not is_sized_name(bare) and not (folder and _IN_FOLDER.fullmatch(bare)):
        return None
    is_rows = _ROWS_SIZED.search(bare) or _ROWS.search(bare)
    kind: Literal["dataset", "model"] = "dataset" if is_rows else "model"
    return Name(bare, start, start + len(words), Known(kind, None), by_noun=folder is not None)


def by_family(words: str, start: int, recognise: Recognise) -> Name | None:
    """A name that goes on from one that is known (`Qwen3-TTS`): another thing of the same kind."""
    parts = [] if _OF_A_KIND.search(words) else words.split("-")
    for count in range(len(parts) - 1, 0, -1):
        more = parts[count]
        numbered = len(parts) - count > 1 and parts[-1].isdigit()
        sized = more in _SIZES and any(map(str.isdigit, parts[count - 1]))
        written = more[:1].isupper() or more[:1].isdigit() or numbered or sized
        if not written or {p.lower() for p in parts[count:]} & _TOOLS:
            continue
        family = "-".join(parts[:count])
        known = recognise(family) if may_be_name(family) else None
        if known is not None and known.kind in ("model", "service", "dataset"):
            kind: Literal["dataset", "model"] = "dataset" if known.kind == "dataset" else "model"
            return Name(words, start, start + len(words), Known(kind, None), by_noun=True)
    return _by_head(words, start, parts, recognise)


def _by_head(words: str, start: int, parts: Sequence[str], recognise: Recognise) -> Name | None:
    """A name whose last part is that of a known model, for there stands what it is: `Distil-Whisper`, `FenBERT`."""
    parts = list(itertools.dropwhile(lambda part: part.lower() in _SIZES | _TUNED, reversed(parts)))
    if not parts or {part.lower() for part in parts} & _TOOLS:
        return None
    inside = _INSIDE.fullmatch(parts[0])
    head = inside["head"] if inside else parts[0] if len(parts) > 1 else ""
    known = recognise(head) if len(head) > 2 and may_be_name(head) else None
    if known is None or known.kind != "model":
        return None
    return Name(words, start, start + len(words), Known("model", None), by_noun=True)
