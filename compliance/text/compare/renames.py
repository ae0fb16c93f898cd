"""Find what was only renamed between two versions: a product, a company, a word of the trade."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compliance.text.compare.canonical import weight

__all__ = ["Renames", "renamed", "renames_of"]

Renames = Mapping[tuple[str, ...], tuple[str, ...]]
"""Words of the older version, and those that stand for them in the newer one."""

LONGEST = 3
"""Up to how many words a name has."""
LEFT = 0.2
"""Up to which share of the places where it stood an old name may still stand."""
APART = 24
"""From how many differing words on two clauses tell nothing of names."""
LONG = 400
"""From how many words on a clause is not looked at word by word."""
CAPITALS = 0.8
"""From which share of its places on with a capital a word is a name."""
_COMMON = frozenset(
    {
        "of", "and", "to", "or", "in", "you", "your", "our", "we", "us", "that", "is", "are", "be", "for",
        "with", "by", "as", "this", "it", "its", "from", "on", "at", "if", "use", "service", "services",
        "user", "users", "customer", "customers", "company", "content", "output", "data", "model", "models",
        "commercial", "personal", "noncommercial", "research", "competing", "competitive", "direct",
        "indirect", "reasonable", "written", "prior", "sole", "third", "party", "parties", "affiliates",
    }
)  # fmt: skip
"""Words that are no name: another word in their place says something else."""


def renames_of(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]],
    before: Sequence[str],
    after: Sequence[str],
    source: str,
) -> Renames:
    """Return what was renamed, out of clauses that are versions of each other and the words of both texts.

    A name, which the older source writes with a capital, went from the text, or all but, and the same words came in
    its place at least twice.

    >>> old, new = "acme may end it ask acme".split(), "bolt may end it ask bolt".split()
    >>> renames_of([(old[:4], new[:4]), (old[4:], new[4:])], old, new, "Acme may end it. Ask Acme.")
    {('acme',): ('bolt',)}
    """
    seen = Counter(each for old, new in pairs for each in _replaced(old, new))
    often_before, often_after = Counter(before), Counter(after)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for (old, new), times in seen.most_common():
        gone = all(often_after[word] <= LEFT * often_before[word] for word in old)
        fresh = any(often_after[word] > often_before[word] for word in new)
        if times > 1 and gone and fresh and old not in found and all(_is_name(word, source) for word in old):
            found[old] = new
    return found


def renamed(words: tuple[str, ...], renames: Renames) -> tuple[str, ...]:
    """Return words of the older version with the names of the newer one, also where something is theirs.

    >>> renamed(("ask", "acme", "labs"), {("acme", "labs"): ("bolt",)})
    ('ask', 'bolt')
    >>> renamed(("acme's", "code"), {("acme",): ("bolt",)})
    ("bolt's", 'code')
    """
    if not renames or not any(word.startswith(old[0]) for old in renames for word in words):
        return words
    told = {**renames, **{_owning(old): _owning(new) for old, new in renames.items()}}
    made: list[str] = []
    at = 0
    while at < len(words):
        fit = next((old for old in told if words[at : at + len(old)] == old), None)
        made.extend(told[fit] if fit else words[at : at + 1])
        at += len(fit) if fit else 1
    return tuple(made)


def _owning(name: tuple[str, ...]) -> tuple[str, ...]:
    return (*name[:-1], f"{name[-1]}'s")


def _is_name(word: str, source: str) -> bool:
    found = re.findall(rf"(?<![\w./@-]){re.escape(word)}(?![\w/@]|\.\w)", source, re.IGNORECASE)
    return bool(found) and sum(each[0].isupper() for each in found) >= CAPITALS * len(found)


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    common = (Counter(old) & Counter(new)).total()
    if len(old) + len(new) - 2 * common > APART or max(len(old), len(new)) > LONG:
        return
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = tuple(old[a:b]), tuple(new[c:d])
        short = kind == "replace" and len(gone) <= LONGEST and len(came) <= LONGEST
        if short and not weight(gone) and not weight(came) and _COMMON.isdisjoint(gone):
            yield gone, came
