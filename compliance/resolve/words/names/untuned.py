"""Words of tuning and merging beside weights that no step tunes or merges, and names of others: whose were they?

Who packs somebody's tune often names the base of it as what went in. Its own name, and the ids of the steps, then tell
of more than what is listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.model.words.spelling import split_organisation, words
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names

_KEEP = ("quantise", "prune", "convert", "bundle", "deploy", "fetch", "evaluate", "other")
"""Steps that turn weights into another form, or leave them."""
_TUNED = regex(
    r"dpo|orpo|kto|simpo|ppo|grpo|rlhf|sft|q?lora|dora|fine-?tun(?:ed?|ing)|tuned|ft|abliterat(?:ed?|ion)"
    r"|uncensored|un-?aligned|jailbroken|heretic|distill?(?:ed|ation)?|role-?play|rp|erp|nsfw"
)
_MERGED = regex(r"merged?|slerp|ties|dare|della|franken\w*|moe-?ified|soup|blend(?:ed)?")
_TUNES = regex(
    rf"{_TUNED.pattern}|(?:fine-?|re)?tun(?:e|es|ing)|(?:re|post|pre)?-?train(?:ing)?|heal(?:ing)?|qat"
)
"""Words by which the id of a step tells that it trains: as those of a name they may be a subject."""
_MERGES = ("merge",)
_FORM = regex(
    r"gguf|ggml|awq|gptq|exl\d|onnx|mlx|openvino|int\d|fp\d+|bf16|q\d\w*|k|m|s|hf|imatrix|quant\w*|\d?bit"
)
"""Words of a form into which weights are turned."""


def untuned(key: str, called: Iterable[str], full: Expanded) -> Iterator[str]:
    """Words of names, and of ids of steps, that tell of a tuning or a merge of which no step and no input tells."""
    named = [word for name in called for word in _words_of(name)]
    told = [word for word in named if _TUNED.fullmatch(word) or _MERGED.fullmatch(word)]
    ids = (word for step in full.writing.writers(key) if any(reads(step)) for word in words(step.id))
    told += [word for word in ids if _TUNES.fullmatch(word) or _MERGED.fullmatch(word)]
    if full.artifacts[key].kind != "model" or not told or not _is_packed(key, full):
        return
    behind = {key, *full.writing.behind(key)}
    makers = [step for item in behind for step in full.writing.makers(item, known=False) if any(reads(step))]
    known = {word for item in behind - {key} for word in words(full.artifacts[item].name or item)}
    joined = any(step.kind in _MERGES or step.inputs.get("adapter") for step in makers)
    yield from (word for word in told if word not in known and not (joined and _is_of_joining(word)))


def _is_of_joining(word: str) -> bool:
    """Whether a word is told of by a merge, or by an adapter that is packed with its base."""
    return _MERGED.fullmatch(word) is not None or "lora" in word


def packed_as(key: str, called: Iterable[str], full: Expanded, names: Names) -> Iterator[str]:
    """Names of known weights by which weights are put out that are nothing but others, packed or turned into a form.

    A merge may be called after whichever of its kin it likes.
    """
    if full.artifacts[key].kind != "model" or not _is_packed(key, full, merged=False):
        return
    behind = [full.artifacts[item].name or "" for item in full.writing.behind(key)]
    held = {one for name in behind for one in _records(name, names)}
    for name in called:
        telling = {word for word in _words_of(name) if not _FORM.fullmatch(word)}
        there = any(telling <= set(_words_of(one)) for one in behind if one)
        meant = _records(name, names)
        if held and meant and not there and held.isdisjoint(meant):
            yield split_organisation(name)[1]


def _words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without the account or the house before it."""
    return words(split_organisation(name)[1])


def _records(name: str, names: Names) -> set[str]:
    """Ids of the records of known weights that a name is, or comes from by its own words."""
    found = (names.model_entry(one) for one in (name, *names.derived_from(name)) if one)
    return {one.id for one in found if one is not None}


def _is_packed(key: str, full: Expanded, *, merged: bool = True) -> bool:
    """Whether no step behind weights trains any."""
    harmless = {*_KEEP, *(_MERGES if merged else ())}

    def made(item: str) -> bool:
        return any(any(reads(step)) for step in full.writing.makers(item, known=False))

    def trained(item: str) -> bool:
        makers = full.writing.makers(item, known=False)
        return any(step.kind not in harmless and any(reads(step)) for step in makers)

    if trained(key) or full.writing.some_behind_ever(
        key, trained, f"steps that do more than {sorted(harmless)}"
    ):
        return False
    return made(key) or full.writing.some_behind_ever(key, made, "steps that read something")
