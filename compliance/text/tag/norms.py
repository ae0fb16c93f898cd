"""Tell what governs the words of a topic: who is bound, and whether they are forbidden, required or allowed."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compliance.model.packs.clause_text import Bound, TextClause, TextNorm
from compliance.text.tag.patterns import Cue, classes, compiled
from compliance.text.tag.placed import ACTS, BARE, NAME, SENTENCE, PlacedCues

_DOTTED = re.compile(
    r"\.(?:(?<=[A-Za-z]\.)(?=[a-z])|(?<=\b[A-Za-z]\.)(?=[A-Za-z]\.)|(?<=\b[A-Za-z]\.[A-Za-z]\.)|"
    r"(?i:(?<=\betc\.)|(?<=\binc\.)|(?<=\bltd\.)|(?<=\bsec\.)|(?<=\bno\.)))"
)
"""Full stops that end no sentence: of abbreviations, and within names such as Meadow.com and robots.txt."""
_POSSESSIVE = re.compile(rf"({NAME})'s?\b")
_WORD = re.compile(r"\w+(?:\.[a-z]{2,4}\b)?")
_USERS = frozenset(
    {
        "you", "customer", "user", "client", "licensee", "subscriber", "developer", "member", "end",
        "authorized", "each", "any", "no", "your", "it", "this", "that", "these", "those", "if", "there",
        "such", "which", "neither", "nothing", "failure", "the", "party", "parties", "recipient", "company",
        "reseller", "content", "output", "input", "service", "account", "software", "model", "api",
        "materials", "data", "information", "everyone", "anyone", "person", "a", "an", "all", "some", "one",
        "third", "visitor", "participant", "publisher", "advertiser", "seller", "buyer", "merchant",
        "creator", "host", "guest", "applicant", "author", "contributor", "institution", "player", "student",
        "worker", "team", "admin", "administrator", "agent", "employee", "affiliate", "representative",
        "operator", "partner", "entity", "entities", "individual", "artist", "parent", "teacher", "educator",
        "driver", "registrant", "organization", "organisation", "purchaser", "application", "app", "product",
        "sites", "website", "features", "works",
    }
)  # fmt: skip
"""Words that begin what is no name of a provider, in the singular: those bound, and things."""
_PROHIBITING = re.compile(
    r"\b(?:prohibit\w*|restrict\w*|not|don't|never|can't|unaccept\w*|misuse|abuse|disallow\w*|forbid\w*|limits?|"
    r"acceptable use|conduct|code of|user obligations|your responsibilit\w+|customer responsibilit\w+|rules|"
    r"conditions of use|"
    r"need (?:\w+ )?(?:permission|consent)|safeguards|respect|violat\w+|protect)\b"
)
_EXPLAINS = re.compile(
    r"(?:this|that|these|those|such \w+|it|the foregoing|examples?)(?: \w+){0,2} "
    r"(?:includes?|means|applies|apply|extends?|covers?)\b|"
    r"(?:for (?:example|instance)|e\.g\.|in particular|more specifically|specifically|including)\b",
    re.IGNORECASE,
)
_SUBJECTS = frozenset(
    (
        "provider-acts",
        "others-act",
        "provider-verb",
        "may-not",
        "no-subject",
        "must",
        "may",
        "agree",
        "neither",
    )
)
_LEFT_OUT = re.compile(
    r"\b(?:licen[cs]e|permission|grant|right)s? (?:[\w.]+ ){0,12}(?:does|do|shall|will) not \w+"
)
"""Words that tell what a licence leaves out."""
UNDER = 300
"""Within how many characters before some words the condition begins in which they stand."""
_BREAK = re.compile(r"[.!?][\"')]? (?=[a-z\"'(])|\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a clause after those that it continues, in small letters, ready for the patterns."""

    text: str
    own: int
    """Where the clause's own words begin."""
    lead_ends: tuple[int, ...]
    """Where each of the lead-ins ends."""
    original: str

    @property
    def own_text(self) -> str:
        """The clause's own words."""
        return self.text[self.own :]


@dataclass(frozen=True, slots=True)
class Governed:
    """What governs some words of a clause."""

    norm: TextNorm
    bound: Bound
    sure: bool
    """Whether words of the clause or its lead-ins say so, rather than a heading or the look of the clause."""
    cue: str


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length, with no full stop in its abbreviations.

    >>> lowered("E.g. Bots")
    'e-g- bots'
    """
    text = _DOTTED.sub(lambda found: found.group().replace(".", "-"), text)
    small = text.lower().replace("without limitation", "without limiting--"[:18])
    return small if len(small) == len(text) else "".join(each.lower()[:1] for each in text)


def reading(clause: TextClause, before: TextClause | None = None, *, keep: int = 4) -> Reading:
    """Return a clause as the patterns read it; of its lead-ins the innermost ones and the first.

    A sentence that explains the one before it, which is given where there is one, is read as if that led to it.
    """
    leads = (
        clause.lead_ins
        if len(clause.lead_ins) <= keep
        else (clause.lead_ins[0], *clause.lead_ins[1 - keep :])
    )
    if before and before.lead_ins == clause.lead_ins and _EXPLAINS.match(clause.own):
        leads = (*leads, before.own)
    ends: list[int] = []
    length = 0
    for each in leads:
        length += len(each)
        ends.append(length)
        length += 1
    whole = "\n".join((*leads, clause.own))
    return Reading(lowered(whole), length, tuple(ends), whole)


def names_of(clauses: Sequence[TextClause]) -> frozenset[str]:
    """Return the names by which a text calls whoever offers the service: they act in it, and things are theirs."""
    acts: Counter[str] = Counter()
    owns: Counter[str] = Counter()
    for clause in clauses:
        for pattern, counted in ((ACTS, acts), (_POSSESSIVE, owns)):
            for found in pattern.finditer(clause.own) if counted is acts or "'" in clause.own else ():
                name = found.group(1).lower()
                first, last = name.split()[0], name.split()[-1]
                if not {first, last, first.removesuffix("s"), last.removesuffix("s")} & _USERS:
                    counted[name] += 1
    named = {name for name, often in acts.items() if often + owns[name] > 1 and len(name) > 1}
    return frozenset(named - _written_small(clauses, {name for name in named if name.endswith("s")}))


def _written_small(clauses: Sequence[TextClause], names: set[str]) -> set[str]:
    """Return the plurals that a text writes in small letters as well: "Buyers may" is said of buyers."""
    firsts = {name.partition(" ")[0] for name in names}
    small = set[str]()
    for each in clauses if names else ():
        if not any(map(each.own.__contains__, firsts)):
            continue
        words = _WORD.findall(each.own)
        for at, word in enumerate(words):
            if word in firsts:
                small.update(" ".join(words[at : at + often]) for often in (1, 2, 3))
    return small & names


def governing(read: Reading, placed: PlacedCues, start: int, end: int, path: Sequence[str]) -> Governed:
    """Return what governs the words that begin at a place of a clause, whose cues are given."""
    if read.lead_ends and (found := _excepted(read, placed)):
        return found
    if read.own and start > read.own and read.text.startswith("not ", read.own):
        return Governed("prohibition", "user", True, "not")
    before = _last_before(read, placed, start)
    after = (
        placed.after(start, end)
        if before is None or (before[1].norm in ("obligation", "permission") or before[1].id == "condition")
        else None
    )
    if before is not None and after is None:
        cue = before[1]
        return Governed(cue.norm, _bound(cue), True, cue.id)
    if after is not None:
        return Governed(after.norm, _bound(after), True, after.id)
    for title in reversed(path):
        if _PROHIBITING.search(title.lower()):
            return Governed("prohibition", "user", False, "heading")
    return Governed("none", "unknown", False, "")


def owing(read: Reading, start: int, end: int) -> Governed:
    """Return the duty of a user that hangs on the words at a place, where they stand in a condition."""
    under, owes = _duty()
    stop = SENTENCE.search(read.text, end)
    last = stop.start() if stop else len(read.text)
    if under.search(read.text, max(0, start - UNDER), start + 1) and owes.search(read.text, end, last):
        return Governed("obligation", "user", True, "condition")
    return Governed("none", "unknown", True, "")


@functools.cache
def _duty() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the words that begin a condition on a user, and those with which its duty begins."""
    return (
        compiled("(?:if|where|when|once|whenever|should) (?:~6 )?<user>", classes()),
        compiled("<user> (?:~2 )?(?:must|shall|will|need to|needs to|have to|has to)", classes()),
    )


def _bound(cue: Cue) -> Bound:
    return "user" if cue.who == "user" else "provider" if cue.who == "provider" else "unknown"


def _excepted(read: Reading, placed: PlacedCues) -> Governed | None:
    """Tell whether the last lead-in ends with an exception."""
    begin = read.lead_ends[-2] + 1 if len(read.lead_ends) > 1 else 0
    end = begin + len(read.text[begin : read.lead_ends[-1]].rstrip(" :,-;("))
    for start, cue in placed.at_the_end(begin, end):
        over = _last_before(read, placed, start - begin)
        return Governed("exception", _bound(over[1]) if over else "user", True, cue.id)
    return None


def _last_before(read: Reading, placed: PlacedCues, start: int) -> tuple[int, Cue] | None:
    """Return the last cue that begins before the words, or with them; the earlier one of the list where two do.

    A bare `will not` goes with whoever acts in its sentence.
    """
    best: tuple[int, Cue] | None = None
    below: tuple[int, Cue] | None = None
    subject: tuple[int, Cue] | None = None
    condition: tuple[int, Cue] | None = None
    granted: tuple[int, Cue] | None = None
    for at, cue, subordinate in placed.before(start):
        if subordinate:
            below = (at, cue) if below is None or at > below[0] else below
            continue
        if cue.id == "grant-to-provider":
            granted = granted or (at, cue)
        if cue.id == "condition":
            condition = (at, cue) if condition is None or at > condition[0] else condition
        elif best is None or at > best[0]:
            best = (at, cue)
        if cue.id in _SUBJECTS and (subject is None or at > subject[0]):
            subject = (at, cue)
    if best and subject and best[1].id in BARE and subject[1].who == "provider":
        best = best if _BREAK.search(read.text, subject[0], best[0] + 1) else subject
    if best and granted and granted[0] < best[0] and _LEFT_OUT.search(read.text, granted[0], best[0] + 1):
        return granted  # what such a licence leaves out binds whoever was granted it
    best = best or below
    if condition and (best is None or condition[0] > best[0]):
        return condition if best is None or SENTENCE.search(read.text, best[0], start) else best
    return best
