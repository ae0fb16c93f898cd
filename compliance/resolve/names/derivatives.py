"""What the name of somebody's model shows of its bases: known names that stand in it, word by word.

`acme/my-qwen3-8b-finetune` is no Qwen3-8B. It is derived from it, by its name; whose it is and under which licence is
not known from that.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import ModelEntry
from compliance.model.names.resolved import Derivative
from compliance.model.names.template import expansions, may_fit, template, without_quantisation
from compliance.model.words.spelling import split_organisation, words
from compliance.patterns import regex
from compliance.values import dataclass

_PART = regex(r"(\S.*?)\s*[(\[]([^()\[\]]+)[)\]]\s*")
_OF_A_PART = frozenset(
    {
        "subset", "subsets", "split", "splits", "part", "parts", "portion", "config", "configuration", "slice",
        "section", "sample", "samples", "excerpt", "only", "train", "test", "validation", "dev",
    }
)  # fmt: skip
_ROWS = frozenset({"dataset", "datasets", "corpus", "corpora", "benchmark"})
_MADE_ANEW = frozenset(
    {
        "our", "ours", "own", "rewritten", "rephrased", "translated", "translation", "cleaned", "relabelled",
        "relabeled", "regenerated", "reannotated", "annotated", "modified", "derived", "extended", "augmented",
        "version", "based",
    }
)  # fmt: skip
_UNITS = frozenset({"b", "m", "t", "k", "bit", "x"})
_OF_PROMPTS = frozenset(
    {"rewriter", "enhancer", "upsampler", "expander", "optimizer", "optimiser", "extender"}
)
_SHOWN_OR_HEARD = frozenset({"image", "video", "audio", "3d"})


@dataclass(frozen=True, slots=True)
class _Hit:
    """A known name at a place of another."""

    entry: ModelEntry
    text: str
    length: int
    named: bool
    """By a published name, not by an alias or a word."""


def derivative(name: str, catalogue: Catalogue) -> Derivative | None:
    """The bases that a name shows; None where it shows none."""
    organisation, bare = split_organisation(name)
    spoken = words(bare)
    owner = catalogue.owner(organisation) if organisation else None
    bases: dict[str, str] = {}
    place = 0
    while place < len(spoken):
        hit = _longest(spoken[place:], catalogue)
        if hit is None or (hit.entry.developer == owner and not hit.named) or _only_written_for(hit, spoken):
            place += 1
            continue
        said = spoken[place : place + hit.length]
        bases.setdefault(_published(hit, said), " ".join(said))
        place += hit.length
    if not bases:
        return None
    party = catalogue.party(owner) if owner else None
    if len(bases) > 1:
        how = "merge"
    else:
        how = "quantise" if (party and party.repacks) or _nothing_else(spoken, bases) else "finetune"
    return Derivative(tuple(bases), how, party.name if party else None, tuple(bases.values()))


def before_bracket(name: str) -> str | None:
    """The name before what a bracket at its end adds; None where there is none."""
    found = _PART.fullmatch(name)
    return found.group(1) if found else None


def is_of_data(name: str) -> bool:
    """Whether a name says at its end, before a version, that it is one of rows: no model is called so.

    >>> is_of_data("acme/Llama-Post-Training-Dataset-v1 (code)"), is_of_data("acme/llama-dataset-tuned")
    (True, False)
    """
    spoken = [word for word in words(before_bracket(name) or name) if word != "v" and not word[0].isdigit()]
    return bool(spoken) and spoken[-1] in _ROWS


def part_of(name: str) -> str | None:
    """The name before a bracket that says which part of the thing is meant, and nothing that makes another thing of it.

    >>> part_of("acme/rows (science subset)"), part_of("acme/rows (our translation, train split)"), part_of("acme/rows")
    ('acme/rows', None, None)
    """
    found = _PART.fullmatch(name)
    said = set(words(found.group(2))) if found else set()
    return found.group(1) if found and said & _OF_A_PART and not said & _MADE_ANEW else None


def _only_written_for(hit: _Hit, spoken: tuple[str, ...]) -> bool:
    """Whether the name is of what writes prompts for a model of pictures or sound: that model writes none."""
    pairs = itertools.pairwise(spoken)
    writes = any(one in ("prompt", "prompts") and other in _OF_PROMPTS for one, other in pairs)
    return writes and hit.entry.modality in _SHOWN_OR_HEARD


def _nothing_else(spoken: tuple[str, ...], bases: dict[str, str]) -> bool:
    """Whether the name is a base's, with at most an ending that tells how weights are stored."""
    whole = (spoken, without_quantisation(spoken) or ())
    return any(" ".join(part) in bases.values() for part in whole)


def _longest(spoken: tuple[str, ...], catalogue: Catalogue) -> _Hit | None:
    hits = [
        hit for located in catalogue.beginning("model", spoken[0]) for hit in _hits(located.entry, spoken)
    ]
    return max(hits, key=lambda hit: (hit.length, hit.named), default=None)


def _hits(entry: object, spoken: tuple[str, ...]) -> Iterator[_Hit]:
    """Where the words begin with a name of the record."""
    if not isinstance(entry, ModelEntry):
        return
    for text in entry.within or ():
        count = len(words(text))
        if spoken[:count] == words(text) and _ends(spoken, count):
            yield _Hit(entry, text, count, False)
    if entry.within == ():
        return
    said = "".join(f"{word} " for word in spoken)
    for named, texts in ((True, entry.names), (False, entry.aliases)):
        for text in texts:
            one = template(text, entry.slots) if may_fit(text, spoken) else None
            count = one.begun(said) if one else 0
            if count > 1 and _ends(spoken, count):
                yield _Hit(entry, text, count, named)


def _ends(spoken: tuple[str, ...], count: int) -> bool:
    """Whether a name may end there: a number is not cut from its unit, nor a version from the rest of it."""
    if count >= len(spoken) or not spoken[count - 1][0].isdigit():
        return True
    following = spoken[count]
    if following in _UNITS and not _turns(spoken[count:]):
        return False
    unit = spoken[count + 1] if count + 1 < len(spoken) else ""
    return not following.isdigit() or len(following) > 1 or unit in _UNITS or spoken[count - 1].count(".") > 0


def _published(hit: _Hit, said: tuple[str, ...]) -> str:
    """The base as its developer writes it, where that is in the record, else as it stands in the name."""
    wanted = " ".join(said).replace(".", " ")
    organisation, _ = split_organisation(hit.text)
    for sample in expansions(hit.text, hit.entry.slots):
        if " ".join(words(sample)).replace(".", " ") == wanted:
            return f"{organisation}/{sample}" if organisation else sample
    plain = "-".join(said)
    return f"{organisation}/{plain}" if organisation else plain


def _turns(spoken: tuple[str, ...]) -> bool:
    """Whether the words begin with what becomes what (`t2v`, text to video), whose first letter is no unit.

    >>> _turns(("t", "2", "v", "14", "b")), _turns(("b", "2", "0507")), _turns(("b", "instruct"))
    (True, False, False)
    """
    return len(spoken) > 2 and spoken[1] == "2" and len(spoken[2]) == 1 and spoken[2].isalpha()
