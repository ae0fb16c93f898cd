"""Whether a sentence denies what it says of a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compliance.text.mention.clauses import begins_another
from compliance.text.mention.frames import frames
from compliance.text.mention.patterns import NAME, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span

REACH = 14
"""Up to how many words before a name a denial still speaks of it."""
_PASSED_ON = frozenset(
    {"redistributed", "re-distributed", "distributed", "shipped", "bundled", "hosted", "uploaded", "committed",
     "re-hosted", "rehosted", "mirrored", "checked"}
)  # fmt: skip
"""What a sentence may say was not done with a thing that was used: `no NAME image is redistributed here`."""
_CONFUSED = frozenset(
    {"bells", "loss", "losing", "sacrificing", "compromising", "leakage", "contamination", "overlap", "overlaps",
     "confusion", "duplicates", "duplication", "conflicts", "bias"}
)  # fmt: skip
"""What is avoided, or not lost, while the thing itself is not left out: `to avoid leakage with NAME`."""
_UNTIL_COMMA = frozenset(
    {"as", "since", "because", "when", "if", "while", "although", "though", "given", "once", "until"}
)
"""Words that begin a clause whose denial ends at its comma: `as the others did not have one, NAME is …`."""
_PEOPLE = frozenset(
    {"human", "humans", "people", "person", "persons", "manual", "manually", "annotator", "annotators", "crowd",
     "crowdworkers", "crowd-workers", "crowdsourced", "hand", "anyone", "experts", "expert", "volunteers", "staff"}
)  # fmt: skip
"""Who is denied to have had a hand in it, where a model did it all: `labelled without people using NAME`."""
_REVERSES = frozenset({"only", "solely", "just", "rather", "entirely", "purely", "exclusively", "merely"})
"""Words behind a comma by which a sentence goes over from what was not to what was."""
_MORE = frozenset({"fewer", "less", "other", "more", "later", "smaller", "worse"})
"""Words between a denial and “than” that turn it round: `none other than NAME`, `no fewer than 3,000`."""
_AFFIRMS = frozenset({"doubt", "secret", "wonder", "surprise", "question", "exception", "exceptions"})
"""What is denied in a phrase that affirms: `no doubt`, `without exception`."""
_PASSES_ON = frozenset(
    {"redistribute", "re-distribute", "distribute", "ship", "bundle", "host", "upload", "mirror", "release", "share",
     "publish", "republish", "provide", "supply"}
)  # fmt: skip
"""Verbs by which a thing that was used is only not handed on: `we cannot release the part that NAME wrote`."""
_MEANS = frozenset(
    {
        "prompt",
        "prompts",
        "script",
        "scripts",
        "code",
        "pipeline",
        "notebook",
        "notebooks",
        "template",
        "templates",
        "resources",
        "compute",
        "hardware",
        "gpu",
        "gpus",
        "budget",
        "key",
        "keys",
        "configuration",
        "configs",
    }
)
"""With what a thing was made or is run: where that is missing, `the prompts used with NAME`, the thing was not."""
_SERVES = frozenset(
    {"used", "needed", "required", "necessary", "that", "which", "to", "for", "with", "behind"}
)
"""Words behind it that tell for what."""
_ONLY_SOME = frozenset({"if", "when", "where", "whenever", "unless", "whose"})
"""Words by which something is said of some of what a model gave."""
_USES = ("made", "makes", "used", "asked", "tuned", "trained", "holds", "judged", "filtered", "works")
"""Classes of words that tell of use."""
_PART_OF_IT = frozenset(
    {"part", "among", "base", "basis", "teacher", "source", "generator", "judge", "one", "involved", "present", "here",
     "needed", "required", "necessary", "accessed", "consulted", "seen", "touched", "chosen", "taken",
     "given", "called", "distilled", "considered"}
)  # fmt: skip
"""Words besides them that tell what a thing was, or was not, in the work."""
_KNOWS = frozenset(
    {"know", "forget", "hide", "deny", "ignore", "overlook", "doubt", "conceal", "disclose", "say", "state", "tell",
     "reveal", "specify", "document", "remember", "matter", "claim", "clear", "sure", "guarantee", "guaranteed",
     "warranty", "assurance"}
)  # fmt: skip
"""Verbs whose denial leaves open, or grants, what the clause behind them says: `do not forget that …`."""
_WHAT = frozenset({"that", "whether", "if", "how", "which", "what", "where", "who"})
"""Words with which such a clause begins."""
_AUXILIARIES = frozenset({"has", "have", "had", "do", "does", "did", "can", "could", "will", "would"})
"""Words besides verbs of being with which a second verb is denied."""
_NEAR = 7


def denied(sentence: Span, where: int) -> bool:
    """Whether a denial reaches the name at a position: one before it in its clause, or one bound to it.

    `None of the answers were written by NAME` has one verb of being between denial and name; in `what could not be
    answered was written by NAME` the denial belongs to another verb, and ends there.
    """
    words = lexicon()
    tokens = [token.lower_ for token in sentence]
    if not _PASSED_ON.isdisjoint(tokens[where + 1 : where + 1 + _NEAR]):
        return False
    if any(
        start <= where < end and _is_of_use(tokens, where, end)
        for _, start, end in words.denials(sentence, tokens)
    ):
        return True
    between = aside = 0
    for at in range(where - 1, max(-1, where - REACH), -1):
        word = tokens[at]
        if begins_another(tokens, at) or word == "unlike":
            return False
        if aside := (aside + (word == ")") - (word == "(" and aside > 0)):
            continue  # what a bracket denies that is closed before the name speaks of what stands before it
        if word in words.before and _denies_else(tokens, at, where):
            continue
        if word in words.before and tokens[at + 1] not in ("only", "limited", "just", "necessarily"):
            if (
                tokens[at + 1] in _CONFUSED
                or _is_denied_itself(tokens, at)
                or _is_of_clause(tokens, at, where)
                or _denies_absence(tokens, at)
            ):
                return False
            allowed = words.before[word]
            own = 1 if tokens[at - 1 : at] and tokens[at - 1] in words.copula else 0
            return between <= max(allowed, 0 if own else allowed) or NAME in tokens[at + 1 : at + 3]
        if word in words.copula and word not in ("be", "been", "being"):
            between += 1
    return False


def _denies_absence(tokens: Sequence[str], at: int) -> bool:
    """Whether a denial is itself denied: `it would not exist without NAME`."""
    return tokens[at] == "without" and not {"not", "n't", "never", "impossible"}.isdisjoint(
        tokens[max(0, at - 6) : at]
    )


def _denies_else(tokens: Sequence[str], at: int, where: int) -> bool:
    """Whether a word of denial at a position denies nothing that is said of the name at another, or affirms it."""
    word, behind = tokens[at], tokens[at + 1 : min(at + 4, where)]
    if (word == "free" and behind[:1] not in (["of"], ["from"])) or (
        word == "skip" and behind[:1] in (["connection"], ["connections"], ["-"])
    ):
        return True  # an adjective, and a part of a network
    if word == "without" and tokens[at - 2 : at] in (["with", "and"], ["with", "or"], ["with", "/"]):
        return True  # both ways were gone
    if "than" in behind and not _MORE.isdisjoint(behind):
        return True
    if not _AFFIRMS.isdisjoint(behind[:2]):
        return True
    between = tokens[at + 1 : where]
    if not _KNOWS.isdisjoint(behind[:2]) and not _WHAT.isdisjoint(between):
        return True
    if any(one == "," and not _REVERSES.isdisjoint(between[n + 1 : n + 3]) for n, one in enumerate(between)):
        return True
    if not _PASSES_ON.isdisjoint(behind[:2]) or _lacks_means(between):
        return True
    if word == "without" and "," in between and not _lists(tokens, at, where):
        return True
    people = not _PEOPLE.isdisjoint(behind)
    return people and not any(one in ("or", "nor", "and", "/") for one in between)


def _lacks_means(between: Sequence[str]) -> bool:
    """Whether what is denied, up to a name, is only the means: `does not include the scripts used for NAME's rows`."""
    return any(
        word in _MEANS and not _SERVES.isdisjoint(between[at + 1 : at + 3])
        for at, word in enumerate(between[:6])
    )


def _is_denied_itself(tokens: Sequence[str], at: int) -> bool:
    """Whether another denial before one turns it round: `no row was kept without NAME`, `none that was not by NAME`."""
    between: list[str] = []
    for word in reversed(tokens[max(0, at - _NEAR) : at]):
        if word in (",", "and", "or", "nor"):
            return False
        if word in ("no", "not", "n't", "never", "none", "nothing", "cannot"):
            return tokens[at] == "without" or not {"that", "which", "who"}.isdisjoint(between)
        between.append(word)
    return False


def _is_of_use(tokens: Sequence[str], where: int, end: int) -> bool:
    """Whether a denial bound to a name, which ends at a position, is one of its use: not that it is flawless or open.

    What is told of some of its answers alone denies nothing either: `NAME answers were dropped if …`, `what NAME could
    not answer`.
    """
    if tokens[end : end + 1] and tokens[end] in _ONLY_SOME:
        return False
    if tokens[end - 1] not in ("not", "never", "n't"):
        return True
    if not _REVERSES.isdisjoint(tokens[end : end + 2]):
        return False
    if where and tokens[where - 1] in ("that", "which", "what", "where", "whom"):
        return False
    if where and tokens[where - 1] in frames().links and _goes_on(tokens[where + 1 : end]):
        return False
    classes = lexicon().classes
    behind = tokens[end : end + 4]
    return any(word in _PART_OF_IT or any(word in classes[one] for one in _USES) for word in behind)


def _goes_on(between: Sequence[str]) -> bool:
    """Whether a second verb of the sentence's own subject is denied: `was written by NAME and was not checked`."""
    verbs = lexicon().copula | _AUXILIARIES
    return any(
        word in ("and", "but", "yet")
        and not verbs.isdisjoint(between[at + 1 : at + 2])
        and verbs.isdisjoint(between[:at])
        for at, word in enumerate(between)
    )


def _is_of_clause(tokens: Sequence[str], at: int, where: int) -> bool:
    """Whether a denial stands in a clause that comes first and ends with a comma before the name."""
    opening = next((n for n in range(at, -1, -1) if tokens[n] == "," or tokens[n] in _UNTIL_COMMA), None)
    return (
        opening is not None
        and tokens[opening] != ","
        and "," in tokens[at:where]
        and not _lists(tokens, at, where)
    )


def _lists(tokens: Sequence[str], at: int, where: int) -> bool:
    """Whether the commas up to a name only part the members of a list."""
    return any(tokens[n] == "," and tokens[n - 1] == NAME for n in range(at, where))
