"""Templates of names: a name with open places that are closed sets, anchored at both ends.

`Qwen/Qwen2.5-{size}[-{variant}]` stands for the names of a family and for nothing else: `[…]` may be absent,
`(a|b)` is one of these, `{size}` and `{variant}` are what the record lists, or what such a place always looks like.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from compliance.model.words.spelling import key, split_organisation, words
from compliance.patterns import regex
from compliance.values import dataclass

Slots = Mapping[str, tuple[str, ...]]
Tree = tuple[Any, ...]
"""A piece of a template: `words`, each in the ways it may be written; `all` of some pieces; `any` of them; `open`."""

QUANTISED: tuple[str, ...] = (
    "GGUF", "AWQ", "AWQ-INT4", "GPTQ", "GPTQ-Int4", "GPTQ-Int8", "GPTQ-4bit", "GPTQ-8bit", "Int4", "Int8",
    "int4-ov", "bnb-4bit", "4bit", "8bit", "FP8", "FP8-dynamic", "FP8-block", "FP4", "NVFP4", "MXFP4", "MLX",
    "MLX-4bit", "MLX-8bit", "MLX-bf16", "BF16", "FP16", "ONNX", "w8a8", "w4a16", "quantized.w8a8",
    "quantized.w4a16", "quantized.w8a16", "QAT", "qat-q4_0", "qat-q4_0-gguf", "q4_0-gguf", "q4_0", "q4_K_M",
    "q5_K_M", "q8_0", "imatrix-GGUF", "exl2", "unsloth-bnb-4bit",
)  # fmt: skip
"""Endings of names that tell how the numbers of the same weights are stored."""
_SURFACES = (
    "API", "app", "web", "web app", "website", "chat", "chat app", "UI", "web UI", "web interface", "assistant",
    "playground", "console", "online", "platform", "service", "models", "batch API", "apps", "desktop app",
    "mobile app",
)  # fmt: skip
_PARTS = (
    "train", "training", "test", "validation", "dev", "eval", "sample", "samples", "subset", "split", "train split",
    "full", "small", "mini", "dedup", "deduped", "deduplicated", "cleaned", "filtered", "raw", "dataset", "data",
    "data set", "corpus", "collection", "dump", "dumps", "benchmark", "hf",
)  # fmt: skip
_CLOSED: dict[str, tuple[str, ...]] = {"surface": _SURFACES, "part": _PARTS}
_OPEN: dict[str, str] = {
    "size": r"(?:\d+(?:\.\d+)? x )?\d+(?:\.\d+)? [bmt] (?:[ae] \d+(?:\.\d+)? b )?",
    "date": r"(?:\d{4} \d{2} \d{2} |\d{8} |\d{6} |\d{4} (?:\d{2} )?|\d{2} \d{2} |\d{2} \d{4} )",
    "version": r"(?:[vr] )?\d+(?:\.\d+)* (?:\d{1,2} )?",
    "number": r"\d+(?:\.\d+)? ",
    "rev": r"v \d+ (?:\d+ )?(?:\d+ k )?",
    "lang": r"[a-z]{2,3} (?:[a-z]{2,4} )?",
}
_SAMPLES: dict[str, tuple[str, ...]] = {
    "size": ("7B", "0.5B", "8x7B", "30B-A3B", "500M"), "date": ("2024-08-06", "20240806", "0806"),
    "version": ("v1", "2.5"), "number": ("3", "12"), "rev": ("v1", "v1:0"), "lang": ("en", "zh"),
}  # fmt: skip
_FORMS = 4
"""How many forms an open place counts for."""
MOST_FORMS = 20_000
"""How many forms a template may have: as many ways are tried, at worst, to compare one name with it."""
DEEPEST = 16
"""How deep brackets may stand in each other."""
_PIECES = regex(r"\{(\w+)\}|([\[\](|)])|([^\[\](|){}]+)")


@dataclass(frozen=True, slots=True)
class Template:
    """One name or template of a record, ready to compare."""

    text: str
    organisation: str | None
    """Words of the organisation that it is written under, as one text."""
    bare: str
    """The template without its organisation."""
    tree: Tree
    """What its names are, as keys."""
    starts: frozenset[str]
    """Words with which names of this kind can begin."""
    length: int
    """Fewest words that a name of this kind has."""

    def names(self, name: str) -> bool:
        """Whether a bare name, as a key, is one of these."""
        return len(name) in _ends(self.tree, name, {0})

    def begun(self, name: str) -> int:
        """How many words at the beginning of a name, as a key, are one of these: as many as can be."""
        return name[: max(_ends(self.tree, name, {0}), default=0)].count(" ")


_matcher = functools.lru_cache(maxsize=4096)(re.compile)


class TemplateError(ValueError):
    """A template that cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a template: what it is, words it can begin with, fewest words, samples and number of its texts."""

    tree: Tree
    starts: frozenset[str]
    length: int
    samples: Callable[[], Iterable[str]]
    forms: int = 1


_NOTHING = _Part(("words",), frozenset(), 0, lambda: ("",))


@functools.lru_cache(maxsize=8192)  # some kilobytes each
def _compiled(text: str, slots: tuple[tuple[str, tuple[str, ...]], ...]) -> Template:
    organisation, bare = split_organisation(text)
    tokens = [match.groups() for match in _PIECES.finditer(bare)]
    if sum(len("".join(filter(None, found))) + 2 * bool(found[0]) for found in tokens) != len(bare):
        raise TemplateError(f"{text!r} has a bracket without its other half")
    part, rest = _choice(tokens, dict(slots), text, DEEPEST)
    if rest:
        raise TemplateError(f"{text!r} has a bracket without its other half")
    if part.forms > MOST_FORMS:
        raise TemplateError(f"{text!r} stands for more than {MOST_FORMS:,} names; write several templates")
    if not part.length or not part.starts:
        raise TemplateError(f"{text!r} does not begin with a word")
    return Template(
        text, key(organisation) if organisation else None, bare, part.tree, part.starts, part.length
    )  # fmt: skip


def template(text: str, slots: Slots) -> Template:
    """Read a template; `slots` are the closed lists of its record. Raises `TemplateError`."""
    return _compiled(text, tuple(sorted(slots.items())))


def expansions(text: str, slots: Slots, limit: int = 400) -> Iterator[str]:
    """Bare names that a template stands for: every member of closed lists, samples of open places."""
    _, bare = split_organisation(text)
    tokens = [match.groups() for match in _PIECES.finditer(bare)]
    return itertools.islice(iter(_choice(tokens, slots, text, DEEPEST)[0].samples()), limit)


@functools.lru_cache(maxsize=16384)
def head(text: str) -> tuple[str, ...]:
    """The words with which every name of a template begins."""
    return words(re.split(r"[\[({|]", split_organisation(text)[1], maxsplit=1)[0])


def may_fit(text: str, name: tuple[str, ...]) -> bool:
    """Whether the words of a bare name begin as the template does; cheap, and never wrongly no."""
    for wanted, held in zip(head(text), name, strict=False):
        if wanted != held:
            return "." in wanted and wanted.startswith(f"{held}.")
    return True


def without_quantisation(name: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of a name without an ending that tells how its weights are stored; None where it has none."""
    for ending in _ENDINGS:
        if len(name) > len(ending) and name[-len(ending) :] == ending:
            return name[: -len(ending)]
    return None


_ENDINGS = sorted({words(text) for text in QUANTISED}, key=len, reverse=True)

Tokens = list[tuple[str | None, ...]]


def _choice(tokens: Tokens, slots: Slots, text: str, deeper: int) -> tuple[_Part, Tokens]:
    if not deeper:
        raise TemplateError(f"{text!r} has brackets more than {DEEPEST} deep")
    options: list[_Part] = []
    part = _NOTHING
    while tokens:
        slot, sign, literal = tokens[0]
        if sign in ("]", ")"):
            break
        tokens = tokens[1:]
        if sign == "|":
            options.append(part)
            part = _NOTHING
        elif sign in ("[", "("):
            inner, tokens = _choice(tokens, slots, text, deeper - 1)
            if not tokens or tokens[0][1] != ("]" if sign == "[" else ")"):
                raise TemplateError(f"{text!r} has a bracket without its other half")
            tokens = tokens[1:]
            part = _after(part, _either([inner, _NOTHING]) if sign == "[" else inner)
        else:
            part = _after(part, _slot(slot, slots, text) if slot else _literal(literal or ""))
    return _either([*options, part]), tokens


def _literal(text: str) -> _Part:
    found = words(text)
    starts = frozenset({found[0], found[0].split(".")[0]}) if found else frozenset()
    tree = ("words", *(_written(word) for word in found))
    return _Part(tree, starts, len(found), lambda: (text,))


def _written(word: str) -> tuple[str, ...]:
    """The ways in which a word may be written, each with the space after it.

    A number with a dot may also be written with a dash, an underscore or the `p` of some hosts.
    """
    if not word[0].isdigit() or "." not in word:
        return (f"{word} ",)
    numbers = word.split(".")
    return f"{word} ", f"{' '.join(numbers)} ", f"{' p '.join(numbers)} "


def _slot(name: str, slots: Slots, text: str) -> _Part:
    listed = slots.get(name) or _CLOSED.get(name)
    if listed:
        return _either([_literal(value) for value in sorted(listed, key=lambda one: -len(words(one)))])
    if name not in _OPEN:
        raise TemplateError(f"{text!r}: the record lists nothing for {{{name}}}")
    return _Part(("open", name), frozenset(), 1, lambda: _SAMPLES[name], _FORMS)


def _either(options: list[_Part]) -> _Part:
    if len(options) == 1:
        return options[0]
    return _Part(
        ("any", *(option.tree for option in options)),
        frozenset().union(*(option.starts for option in options)),
        min(option.length for option in options),
        lambda: (sample for option in options for sample in option.samples()),
        sum(option.forms for option in options),
    )


def _after(first: _Part, second: _Part) -> _Part:
    starts = first.starts if first.length else first.starts | second.starts
    length, forms = first.length + second.length, first.forms * second.forms
    most = 1 if forms > MOST_FORMS else 4000

    def samples() -> Iterable[str]:
        return itertools.islice((a + b for a in first.samples() for b in second.samples()), most)

    tree = ("all", first.tree, second.tree)
    return _Part(tree, starts, length, samples, forms)


def _ends(tree: Tree, text: str, starts: set[int]) -> set[int]:
    """Where in a key a piece of a template can end that begins at one of some places."""
    kind, *inside = tree
    if kind == "any":
        return set().union(*(_ends(one, text, starts) for one in inside))
    if kind == "open":
        return {end for start in starts for end in _open_ends(inside[0], text, start)}
    for part in inside:
        if kind == "all":
            starts = _ends(part, text, starts)
        else:
            starts = {start + len(way) for start in starts for way in part if text.startswith(way, start)}
        if not starts:
            break
    return starts


def _open_ends(name: str, text: str, start: int) -> Iterator[int]:
    matcher, end = _matcher(_OPEN[name]), start
    for _ in range(_LONGEST):
        end = text.find(" ", end) + 1
        if not end:
            return
        if matcher.fullmatch(text, start, end):
            yield end


_LONGEST = 8
"""Words that an open place may have at most, and more."""
