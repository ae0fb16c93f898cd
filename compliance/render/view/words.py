"""The words that every report uses, once: positions, parties, relations, actions, and what answers turn on.

Nothing here decides anything; `card.py` and `report_view.py` choose, this file words. Reports say "likely to breach"
or "could not be decided"; they call nothing legal, illegal or safe.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from compliance.errors import printable
from compliance.model.packs.reach import Reach
from compliance.model.packs.truth import Position, Truth
from compliance.model.shapes.shape import last_day

POSITION_WORD: dict[Position, str] = {
    Position.BREACH: "likely to breach",
    Position.ARGUABLE: "arguable",
    Position.NEEDS_FACTS: "needs facts",
    Position.REMOTE: "remote",
    Position.NOT_COVERED: "not covered",
    Position.CLEAR: "clear",
    Position.NOT_APPLICABLE: "does not apply",
}
"""Every position, in the order in which reports show them."""

POSITION_MEANING: dict[Position, str] = {
    Position.BREACH: "bites on every reading, the narrowest included",
    Position.ARGUABLE: "bites on the plain reading, not on the narrow one: reasonable readers part",
    Position.NEEDS_FACTS: "could not be decided: a fact that is not stated decides it",
    Position.REMOTE: "bites on the broadest reading only",
    Position.NOT_COVERED: "no loaded text or rule speaks of it; that is no clearance",
    Position.CLEAR: "bites on no reading, for the reason given, on the facts as stated",
    Position.NOT_APPLICABLE: "the rule does not reach this release or party",
}

PARTY_WORD: dict[str, str] = {
    "bound-party": "the party that made the calls or took the licence",
    "releaser": "the party that publishes the release",
    "downstream-user": "a user further down, who takes the release from its publisher",
}
FORCE_WORD: dict[str, str] = {
    "in-force": "in force",
    "not-yet-in-force": "enacted, not yet in force",
    "proposed": "proposed, not law",
    "soft-law": "guidance, binds nobody by itself",
    "historic": "historic, no longer in force",
    "house-rule": "house rule of the project",
}
NORM_WORD: dict[str, str] = {
    "prohibition": "a prohibition",
    "obligation": "a duty",
    "permission": "a permission",
    "screen": "a question that is put, without a duty of its own",
}
TRUTH_MARK: dict[Truth, str] = {Truth.YES: "●", Truth.NO: "○", Truth.UNKNOWN: "?"}
MARK_KEY = "● holds   ○ does not   ? a fact is missing"

REACH_WORD: dict[Reach, str] = {
    "itself": "itself: the release is the source, or contains it whole",
    "copy": "copy: the release holds content that the source wrote",
    "student": "student: a model trained on content that the source wrote",
    "descendant": "descendant: a further generation, made from what such a model wrote",
    "derivative": "derivative: built on the source: weights in common, or the source inside",
    "signal": "signal: shaped by labels, scores or selection only, without the source's content",
    "loaded": "loaded: whoever runs the release loads the source, of which it holds nothing",
}
RELATION_WORD: dict[str, str] = {
    "outputs": "writes content",
    "trained-on": "trains on it",
    "weights": "builds on it",
    "data": "carries it over",
    "signal": "labels, scores or selects",
    "loads": "makes its user load it",
}
CLAUSE_STATUS: dict[str, str] = {
    "held": "",
    "continuity": "the text of that time is not held; what stood before and after agrees, and it is assumed "
    "to have continued",
    "not-held": "the text of that time is not held, which is neither permission nor prohibition",
    "undated": "the date that counts is not stated, and the versions differ",
    "not-in-force": "not in force at the date that counts",
}
ASSURANCE_WORD: dict[str, str] = {
    "full-text": "read in full",
    "quoted": "known from quotations",
    "secondary": "known second-hand",
    "memory": "from memory, not checked",
}
ORIGIN_WORD: dict[str, str] = {
    "declared": "stated in the manifest",
    "resolved": "not stated in the manifest; known from a registry record",
    "imported": "imported from another document",
    "inferred": "inferred from text; not confirmed",
}
WAIVER_REASON: dict[str, str] = {
    "licence-acquired": "a licence was acquired",
    "written-permission": "written permission is held",
    "counsel-reviewed": "reviewed by counsel",
    "not-applicable": "held not to apply",
    "accepted-risk": "the risk is accepted",
}
GATE_WORD: dict[str, str] = {
    "narrow": "on the narrow reading",
    "plain": "on the plain reading",
    "broad": "on the broad reading",
    "never": "on any reading (the gate is off)",
}

TURN: dict[str, str] = {
    "access-route": "through which channel the service was reached",
    "account-integrity": "whether accounts, bans, regions and safeguards were respected",
    "affiliate-scope": "who counts as an affiliate",
    "classifier-embedding-exception": "whether the exception for classifiers and embeddings holds",
    "code-vs-weights": "whether the licence covers the code, the weights, or both",
    "commercial-meaning": "what counts as commercial",
    "compete-meaning": "what it means to compete",
    "component-scope": "which component the text speaks of",
    "contains-or-uses": "whether the release contains the material or only uses it",
    "copyleft-reach": "how far share-alike reaches",
    "data-licence-reach": "whether a data licence reaches the weights trained on the data",
    "derivative-definition": "what counts as a derivative",
    "disclosure-topics": "what has to be disclosed",
    "distribution-trigger": "what counts as distribution",
    "hosting-counts": "whether hosting counts as distribution",
    "human-authorship": "whether text written by a machine has an author",
    "in-force-date": "whether the text was in force at the date that counts",
    "label-vs-source": "whether the label or the source's licence governs",
    "licence-change-date": "when the licence changed",
    "model-kind-definition": "which kind of model the text speaks of",
    "modification-compute": "how much compute the change took",
    "name-prefix": "whether the name must begin with a given word",
    "origin-lineage": "whether origin follows the lineage",
    "output-territory": "where outputs are used",
    "outputs-vs-weights": "whether outputs or weights were used",
    "own-party-vs-downstream": "whose position is asked: who made the calls, or who came later",
    "ownership-vs-restriction": "whether owning the outputs lifts the restriction on their use",
    "purpose-at-generation": "the purpose for which the outputs were made",
    "released-vs-internal": "whether it is released or stays internal",
    "research-vs-commercial": "whether research use ends where a release begins",
    "stacked-conditions": "whether the conditions of several texts add up",
    "step-role": "what the input was in the step",
    "terms-version-date": "which version of the terms was in force",
    "territory": "which territory counts",
    "threshold-fact": "whether a threshold is reached",
    "tool-licence-vs-product": "whether a tool's licence reaches what it makes",
    "unknown-upstream": "what the source itself was made from",
    "who-agreed": "who agreed to the terms",
    "whose-licence-governs": "whose licence governs",
}  # fmt: skip

DISCLAIMERS = (
    "This is not legal advice. It shows what the texts say, how the stated facts meet them, and where "
    "reasonable readers part.",
    "A position holds for the facts as stated, the packs as loaded and the date of the report.",
)


def clean(text: str) -> str:
    r"""Return text as one line that no terminal, log or page obeys; markup stays visible as what it is.

    >>> clean("a\n  b \x1b[31m")
    'a b \\x1b[31m'
    """
    return printable(" ".join(text.split()))


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "finding"), count(2, "finding"), count(0, "reply", "replies")
    ('1 finding', '2 findings', '0 replies')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(items: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Return items as a list in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a"], "or")
    ('a, b and c', 'a')
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


MOST_NUMBERS = 7
"""How many questions are listed by number before the rest are only counted."""


def questions_by_number(numbers: Iterable[int], further: int = 0) -> str:
    """Questions as a sentence names them, with so many further ones; empty for none.

    >>> questions_by_number([2]), questions_by_number([1, 2, 4])
    ('question 2', 'questions 1, 2 and 4')
    >>> questions_by_number(range(1, 12)), questions_by_number([1, 2], 9)
    ('questions 1, 2, 3, 4, 5, 6 and 5 more', 'questions 1, 2 and 9 more')
    """
    each = [str(number) for number in numbers]
    if len(each) > MOST_NUMBERS:
        further += len(each) - MOST_NUMBERS + 1
        each = each[: MOST_NUMBERS - 1]
    each += [f"{further} more"] if further and each else []
    return f"question{'s' * (len(each) > 1)} {listed(each)}" if each else ""


def cut(text: str, most: int) -> str:
    """Return a text of that many characters at most, no word of it broken where it has any.

    >>> cut("what is released: model", 20), cut("what is released: model", 40), cut("x" * 9, 5)
    ('what is released …', 'what is released: model', 'xxxx…')
    """
    if len(text) <= most:
        return text
    head, broken, _ = text[: most - 1].rpartition(" ")
    return f"{head.rstrip(' ,;:')} …" if broken and 2 * len(head) > most else f"{text[: most - 1].rstrip()}…"


def closed(text: str) -> str:
    """Return text with a full stop at its end; the first letter stays, for it may begin a name.

    >>> closed("org/model writes content")
    'org/model writes content.'
    """
    text = text.strip()
    return text if not text or text[-1] in ".?!:…" else f"{text}."


def sentence(text: str) -> str:
    """Return text as a sentence: first letter large, full stop at the end.

    >>> sentence("who agreed to the terms")
    'Who agreed to the terms.'
    """
    text = closed(text)
    return text[:1].upper() + text[1:]


def turn_phrase(word: str) -> str:
    """Return what an answer turns on, in words; a word without a phrase of its own is shown as it is."""
    return TURN.get(word) or clean(word).replace("-", " ")


def depth_words(depth: int) -> str:
    """Return how often content was generated by a model along a route.

    >>> depth_words(1), depth_words(3)
    ('depth 1, content generated once', 'depth 3, content generated 3 times')
    """
    if depth == 0:
        return "depth 0, no content generated on the way"
    return f"depth {depth}, content generated {'once' if depth == 1 else f'{depth} times'}"


def age_words(verified_on: str, as_of: dt.date | None) -> str:
    """Return when a record was last verified, and how long before the date of the report.

    >>> age_words("2026-11-20", dt.date(2026, 11, 24)), age_words("2026-11-20", None)
    ('verified 2026-11-20, 4 days before this report', 'verified 2026-11-20')
    """
    shown = clean(verified_on)
    try:
        days = (as_of - last_day(verified_on)).days if as_of else -1
    except ValueError:
        return f"verified {shown}"
    return f"verified {shown}, {count(days, 'day')} before this report" if days > 0 else f"verified {shown}"
