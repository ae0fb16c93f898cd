"""Words of tuning and merging in the name of weights that no step tunes or merges: whose weights were they?

Who packs somebody's tune often names the base of it as what went in. Its own name then tells of more than its steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.model.words.spelling import split_organisation, words
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads

_KEEP = ("quantise", "prune", "convert", "bundle", "deploy", "fetch", "evaluate", "other")
"""Steps that turn weights into another form, or leave them."""
_TUNED = regex(
    r"dpo|orpo|kto|simpo|ppo|grpo|rlhf|sft|q?lora|dora|fine-?tun(?:ed?|ing)|tuned|ft|abliterat(?:ed|ion)"
    r"|uncensored|un-?aligned|jailbroken|heretic|distill?(?:ed|ation)?|role-?play|rp|erp|nsfw"
)
_MERGED = regex(r"merged?|slerp|ties|dare|della|franken\w*|moe-?ified|soup|blend(?:ed)?")
_MERGES = ("merge",)


def untuned(key: str, called: Iterable[str], full: Expanded) -> Iterator[str]:
    """Words of names that tell of a tuning or a merge of which no step, and no name of what went in, tells."""
    named = (word for name in called for word in words(split_organisation(name)[1]))
    told = [word for word in named if _TUNED.fullmatch(word) or _MERGED.fullmatch(word)]
    if full.artifacts[key].kind != "model" or not told:
        return
    behind = {key, *full.writing.behind(key)}
    kinds = {
        step.kind for item in behind for step in full.writing.makers(item, known=False) if any(reads(step))
    }
    known = {word for item in behind - {key} for word in words(full.artifacts[item].name or item)}
    if kinds and kinds <= {*_KEEP, *_MERGES}:
        merges = bool(kinds & {*_MERGES})
        yield from (word for word in told if word not in known and (_TUNED.fullmatch(word) or not merges))
