"""Tell what governs the words of a topic: who is bound, and whether they are forbidden, required or allowed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compliance.model.clause_text import Bound, TextClause, TextNorm
from compliance.text.tag.patterns import Cue, cues
from compliance.text.tag.subordinate import is_subordinate

_DOTTED = re.compile(
    r"\.(?:(?<=[A-Za-z]\.)(?=[a-z])|(?<=\b[A-Za-z]\.)(?=[A-Za-z]\.)|(?<=\b[A-Za-z]\.[A-Za-z]\.)|"
    r"(?i:(?<=\betc\.)|(?<=\binc\.)|(?<=\bltd\.)|(?<=\bsec\.)|(?<=\bno\.)))"
)
"""Full stops that end no sentence: of abbreviations, and within names such as Meadow.com and robots.txt."""
_NAME = r"[a-z]{0,2}[A-Z][A-Za-z0-9]*(?:\.[A-Za-z]{2,4})?(?: [A-Z][A-Za-z0-9]*){0,2}"
_POSSESSIVE = re.compile(rf"({_NAME})'s?\b")
_ACTS = re.compile(
    rf"(?=[a-z]{{0,2}}[A-Z])(?:(?<=^)|(?<=\n)|(?<=[.;:,(] )|(?<=that )|(?<=and )|(?<=or ))({_NAME})"
    r"(?: (?:and|or) its affiliates| \((?:and|or) its affiliates\))?,? "
    r"(?i:may|will|shall|can|must|might|reserves|does|is|has|grants|hereby|uses|collects|provides|cannot|"
    r"conducts|performs|maintains|operates|develops|trains|monitors|offers|makes|takes)"
    r"(?i: not| never)?\b"
    r"(?!(?: not| never)? be (?:\w+ )?(?:used|accessed|copied|reproduced|modified|sold|resold|scraped|transferred)\b)"
)
"""Words with which somebody acts; what may be used is no actor."""
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
_AGREES = re.compile(
    rf"(?:(?<=^)|(?<=\n)|(?<=[.;:,(] )|(?<=and ))({_NAME}) (?i:agrees|undertakes|commits|promises)\b"
)
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
AHEAD = 120
"""Within how many characters after the beginning of some words the cue ends that began before them."""
REACH = 3000
"""Within how many characters the words stand that govern others."""
_LATE = frozenset(
    (
        "we-prohibit",
        "punished",
        "provider-acts",
        "others-act",
        "provider-verb",
        "provider-promise",
        "neither",
        "no-subject",
        "licence-to-user",
        "not-and-not",
        "not-covered",
        "not-prevented",
    )
)
"""Cues that hold for the modal verb at their end, which another cue begins with."""
_BARE = frozenset(("may-not-bare", "contracted", "not-to", "not-and-not"))
_FINITE = frozenset(("may-not", "must", "may", "consequence"))
"""Cues that are a subject and its verb."""
_AFTER = frozenset(("allows", "prohibited", "no-consent", "may-not"))
"""Cues that may follow the words that they govern."""
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
_OTHER_SUBJECT = re.compile(
    r"^(?!(?:you|customer|client|user|licensee)\b).*, (?:and|but|or) (?:\w+ly )?(?:may|must|shall|will|can|should)\b",
    re.DOTALL,
)
"""A thing, then a verb that goes on with the subject of the words before the thing."""
_LEFT_OUT = re.compile(
    r"\b(?:licen[cs]e|permission|grant|right)s? (?:[\w.]+ ){0,12}(?:does|do|shall|will) not \w+"
)
"""Words that tell what a licence leaves out."""
_NEXT = re.compile(r" (?:\w+ )?")
"""What may stand between a modal and the verb that it belongs to."""
_BREAK = re.compile(r"[.!?][\"')]? (?=[a-z\"'(])|\n")
_SENTENCE = re.compile(r"[.!?][\"')]? (?=[a-z\"'(])")


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
        for pattern, counted in ((_ACTS, acts), (_POSSESSIVE, owns)):
            for found in pattern.finditer(clause.own) if counted is acts or "'" in clause.own else ():
                name = found.group(1).lower()
                first, last = name.split()[0], name.split()[-1]
                if not {first, last, first.removesuffix("s"), last.removesuffix("s")} & _USERS:
                    counted[name] += 1
    named = {name for name, often in acts.items() if often + owns[name] > 1 and len(name) > 1}
    return frozenset(named - _written_small(clauses, {name for name in named if name.endswith("s")}))


def _written_small(clauses: Sequence[TextClause], names: set[str]) -> set[str]:
    """Return the plurals that a text writes in small letters as well: "Buyers may" is said of buyers."""
    looked_for = {name: re.compile(rf"\b{re.escape(name)}\b") for name in names}
    return {name for name, word in looked_for.items() if any(word.search(each.own) for each in clauses)}


def governing(read: Reading, start: int, end: int, names: frozenset[str], path: Sequence[str]) -> Governed:
    """Return what governs the words that begin at a place of a clause."""
    if read.lead_ends and (found := _excepted(read, names)):
        return found
    if read.own and start > read.own and read.text.startswith("not ", read.own):
        return Governed("prohibition", "user", True, "not")
    before = _last_before(read, start, names)
    after = (
        _first_after(read, start, end)
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


def _bound(cue: Cue) -> Bound:
    return "user" if cue.who == "user" else "provider" if cue.who == "provider" else "unknown"


def _excepted(read: Reading, names: frozenset[str]) -> Governed | None:
    """Tell whether the last lead-in ends with an exception."""
    begin = read.lead_ends[-2] + 1 if len(read.lead_ends) > 1 else 0
    lead = read.text[begin : read.lead_ends[-1]].rstrip(" :,-;(")
    for cue in cues():
        if cue.ends:
            for found in cue.find.finditer(lead):
                if found.end() == len(lead):
                    over = _last_before(read, found.start(), names)
                    return Governed("exception", _bound(over[1]) if over else "user", True, cue.id)
    return None


def _last_before(read: Reading, start: int, names: frozenset[str]) -> tuple[int, Cue] | None:
    """Return the last cue that begins before the words, or with them; the earlier one of the list where two do.

    A bare `will not` goes with whoever acts in its sentence.
    """
    best: tuple[int, Cue] | None = None
    below: tuple[int, Cue] | None = None
    subject: tuple[int, Cue] | None = None
    condition: tuple[int, Cue] | None = None
    granted: tuple[int, Cue] | None = None
    for at, cue, subordinate in _cues_before(read, start, names):
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
    if best and subject and best[1].id in _BARE and subject[1].who == "provider":
        best = best if _BREAK.search(read.text, subject[0], best[0] + 1) else subject
    if best and granted and granted[0] < best[0] and _LEFT_OUT.search(read.text, granted[0], best[0] + 1):
        return granted  # what such a licence leaves out binds whoever was granted it
    best = best or below
    if condition and (best is None or condition[0] > best[0]):
        return condition if best is None or _SENTENCE.search(read.text, best[0], start) else best
    return best


def _cues_before(read: Reading, start: int, names: frozenset[str]) -> Iterable[tuple[int, Cue, bool]]:
    """Yield the cues up to some words of a clause: the place for which each holds, and whether it says it aside."""
    begin, end = max(start - REACH, 0), min(start + AHEAD, len(read.text))
    for cue in cues():
        for found in cue.find.finditer(read.text, begin, end) if not cue.ends else ():
            if found.start() > start or (found.end() > start + 1 and found.start() >= start):
                break
            if cue.id in _FINITE and _OTHER_SUBJECT.search(found.group()):
                continue
            at = found.end() - 1 if cue.id in _LATE else found.start()
            below = cue.id in _FINITE and is_subordinate(read.text, found.start(), found.group())
            own_verb = cue.norm == "permission" and _NEXT.fullmatch(read.text, found.end(), start)
            yield at, cue, below and not own_verb
    acts = next(cue for cue in cues() if cue.id == "provider-acts")
    for acting in (_ACTS, _AGREES):
        for found in acting.finditer(read.original, begin, start):
            if found.group(1).lower() in names:
                yield found.end(), acts, False


def _first_after(read: Reading, start: int, end: int) -> Cue | None:
    """Return a prohibition that follows the words, `... is not allowed`, or that stands among them."""
    stop = _SENTENCE.search(read.text, start, start + REACH)
    last = min(stop.start() if stop else len(read.text), start + REACH)
    for cue in cues():
        within = end if cue.id in _BARE else last if cue.id in _AFTER else 0
        if within and cue.find.search(read.text, start, within):
            return cue
    return None
