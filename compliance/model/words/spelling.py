"""How names are compared: as words, so that case, dashes, spaces and underscores make no difference.

A word is a run of letters or a number; a dot between digits belongs to the number (`2.5`), any other dot, dash,
underscore or colon only separates. A slash, which divides an organisation from a name, is a word of its own, and so is
every other sign: a name with a sign that nobody declared is another name. Every dash is one, and a name that is
spelt with letters of another alphabet which look like Latin ones is the name that it looks like.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from compliance.patterns import regex

_WORD = regex(r"\d+(?:\.\d+)*|[^\W\d_]+|[^\w\s.:\-]")
_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−˗⁃─━﹘﹣－⸺⸻֊᠆᐀", "-") | dict.fromkeys("⁄∕⧸", "/") | dict.fromkeys("‿⁀﹏", "_")
)
"""Dashes, slashes and underscores that nobody tells from the plain ones."""
_LIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈԚԜҮаеорсухѕіјԛԝԁһӏү" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχγ" "ՕՏԼՍօսոհց" "ɡɑı",
    "ABEKMHOPCTYXSIJQWYaeopcyxsijqwdhly" "ABEZHIKMNOPTYXaiknopuxy" "OSLUounhg" "gai",
)  # fmt: skip
"""Letters of Cyrillic, Greek, Armenian and rarer Latin script that look like plain Latin ones, and those."""
_HUB = regex(
    r"^(?:(?:hf|huggingface)(?:://|:)"
    r"|(?:https?://|git@|ssh://(?:git@)?)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com|modelscope\.cn)[/:])?"
    r"(?:(?:datasets|models)/(?=[^/]+/[^/]))?",
    re.IGNORECASE,
)
"""Where a repository of a hub lies, before its name: an address, a scheme, or the folder of its kind."""
UNOWNED = (
    r"(?:albert|bert|camembert|ctrl|distilbert|distilgpt2|distilroberta|gpt2|openai-gpt|roberta|t5|transfo-xl|xlm|xlnet)"
    r"(?:-[\w.]+)*"
)
"""What the first models of the hub are called, which lie there under no organisation."""
KAGGLE = (
    r"(?:https?://)?(?:www\.)?kaggle\.com/(?:datasets/|(?!(?:c|code|competitions?|discussions?|docs|kernels|learn|"
    r"models|notebooks|organizations|static|datasets|general|questions-and-answers)/))"
)
"""Where a data set lies on Kaggle, before its owner's name and its own."""
_CACHED = regex(r"^(?:datasets|models)--([^/]+?)--([^/]+)$", re.IGNORECASE)
"""A repository as a hub's client calls the folder of its copy."""
_INSIDE = regex(
    r"^([^/\s]+/[^/\s]+?)(?:\.git)?(?:/+|/(?:-/)?(?:tree|blob|resolve|raw|viewer|files|summary|discussions)(?:/.*)?"
    r"|/(?:[^/]+/)*[^/]+\.(?:jsonl?|parquet|csv|tsv|arrow|txt|md|safetensors|gguf|bin|pth?|onnx|zip|gz|zst)"
    r"|(?<=\.git))$",
    re.IGNORECASE,
)
"""A place inside of a repository: a page, a folder or a file of it."""
_REVISION = regex(r"(?<=\w)@[\w.\-]+$")


@functools.lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name.

    >>> words("Qwen2.5-7B_Instruct")
    ('qwen', '2.5', '7', 'b', 'instruct')
    >>> words("Llama 3.1 8B") == words("llama3.1:8b")
    True
    """
    return tuple(_WORD.findall(_plain(text).lower()))


def _plain(text: str) -> str:
    """A text as it looks: in plain signs, and in plain letters where each of its letters looks like one.

    >>> _plain("GPT−4о"), _plain("Роль-4o")
    ('GPT-4o', 'Роль-4o')
    """
    if text.isascii():
        return text
    shown = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    latin = shown.translate(_LIKE)
    return latin if all(one.isascii() or not one.isalpha() for one in latin) else shown


_SIZED = regex(
    r"(?=[^\W\d_])(?=.*[A-Z])[\w.]+(?:[-‑][\w.]+)*[-‑](?:\d+(?:\.\d+)?[bBM]|[48]bit)(?:[-‑][\w.]+)*"
)


def is_sized_name(text: str) -> bool:
    """Whether a text is written as the names of models with a size are: one word that begins with a letter.

    >>> is_sized_name("LLaVA-1.6-34B-hf"), is_sized_name("Phi-3-mini"), is_sized_name("top-4b")
    (True, False, False)
    """
    return _SIZED.fullmatch(text) is not None


def key(text: str) -> str:
    """The words of a name as one text, each followed by a space."""
    return "".join(f"{word} " for word in words(text))


def spaced(name: str) -> str:
    """A name that is written in one, with its breaks as spaces, so that its words stand as those of a sentence do.

    >>> spaced("org/user-prompts_v2"), spaced("Zurich-based staff")
    ('org/user prompts v2', 'Zurich-based staff')
    """
    return name if " " in name.strip() else re.sub(r"(?<=[^\W_])[-_]+(?=[^\W_])", " ", name)


def slug(text: str) -> str:
    """A name turned into an id: lower case, dashes for the rest.

    >>> slug("Qwen2.5 (Base)"), slug("—")
    ('qwen2.5-base', 'x')
    """
    return re.sub(r"[^a-z0-9._+]+", "-", text.lower()).strip("-._+") or "x"


def _of_a_hub(text: str) -> str:
    """The name of a repository without the words of where it lies: its hub, its kind, a page or a file of it."""
    name = _CACHED.sub(r"\1/\2", _HUB.sub("", text))
    inside = _INSIDE.match(name)
    return inside[1] if inside else name


@functools.lru_cache(maxsize=65536)
def split_organisation(text: str) -> tuple[str | None, str]:
    """Organisation and name of `org/name`; None for a bare name. Hub addresses and `@revision` are taken off.

    A path of more than two parts has no organisation: its first part is a route. What stands before a mere number is
    none either: the patches of a vision model are written so.

    >>> split_organisation("https://huggingface.co/Qwen/Qwen3-8B@9c925d6")
    ('Qwen', 'Qwen3-8B')
    >>> split_organisation("hf://datasets/tatsu-lab/alpaca/data/train.parquet")
    ('tatsu-lab', 'alpaca')
    >>> split_organisation("alpaca"), split_organisation("CLIP ViT-L/14")
    ((None, 'alpaca'), (None, 'CLIP ViT-L/14'))
    """
    text = text if text.isascii() else text.translate(_SIGNS)
    name = _REVISION.sub("", _of_a_hub(text.strip()))
    parts = name.split("/")
    if (
        len(parts) == 2
        and all(part.strip() for part in parts)
        and not (" /" in name or parts[1].strip().isdigit())
    ):
        return parts[0].strip(), parts[1].strip()
    return None, name


_RELEASE_OF = regex(r"(?:\s+\(|(?:\s+|[-_=~<>]+)(?:v\.?|b|version\s)?\s*\d).*$", re.IGNORECASE)
"""Which release of a program a name means: a number behind it, or what stands in brackets."""


def program_alone(name: str) -> str:
    """The name of a program without its organisation and without which release of it is meant.

    >>> program_alone("some-lab/pen 2.0.14"), program_alone("llama.cpp b4521"), program_alone("gpt4free")
    ('pen', 'llama.cpp', 'gpt4free')
    """
    return _RELEASE_OF.sub("", split_organisation(name)[1])
