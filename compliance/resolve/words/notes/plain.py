"""Notes on rows of one's own: which are so plain that they leave nothing open, and which one is not.

No rule reads a note, and no list of words hears everything that one may tell. So a note counts as plain only where
every word of it is one of a few, chosen so that nothing that can be said with them tells of a machine or of somebody
else's work. There is no word for doubt, for a part or a rest, for where something lay before or what it was made out
of, and none for changing what is there already; who did it, where and when stand in set phrases alone.
"""

from __future__ import annotations

import re

from compliance.patterns import regex

_FEW = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)"
)
_STAFF = r"(?:staff|employees?|colleagues?|team|people|apprentices|engineers?|linguists?|researchers?|technicians?)"
_PERSONAL = (
    r"(?:mitarbeiter(?:n|innen|in)?|angestellten?|beschäftigten?|leuten?|kolleg(?:en|innen|in)|fachleuten?"
    r"|team|personal)"
)
_OURS = rf"(?:all )?(?:{_FEW} )?(?:of )?(?:our|my)(?: own)?(?: {_FEW})? {_STAFF}|own {_STAFF}"
_UNSER = rf"(?:alle )?(?:{_FEW} )?unser(?:e[nmr]?)?(?: eigenen?)?(?: {_FEW})? {_PERSONAL}|eigene[smnr]? {_PERSONAL}"
_BY_WHOM = (
    rf"by (?:hand|us|me|myself|ourselves|people only|(?:the |{_FEW} )?(?:staff|employees)|{_OURS})"
    rf"|von (?:hand|uns(?: selbst)?|mir(?: selbst)?|{_UNSER})"
    rf"|vom eigenen {_PERSONAL}|durch eigenes {_PERSONAL}|nur von menschen"
)
"""Behind the word for it stands somebody of the house: a bare number, a month or a name is nobody that is known."""
_ROOM = r"(?:in unserem|im eigenen) (?:labor|saal|studio)"
_PLACE = (
    r"(?:in|at) (?:our|my)(?: own)? "
    r"(?:building|factory|garden|hall|house|lab|laboratory|office|rooms|studio|workshop)"
    rf"|in[- ]house|on paper|in (?:ink|pencil)|{_ROOM} aufgenommen|aufgenommen {_ROOM}"
    r"|(?:in|im) (?:unser(?:em|en|er)|eigenen) (?:büro|garten|haus|labor|saal|studio|werk|werkstatt)"
    r"|im hause?|auf papier|mit (?:bleistift|tinte)"
)
"""Of what was taken up, German has the same word as of what was recorded: the room tells which is meant."""
_SET = r"works? (?:made )?for hire|made for hire|(?:our )?own work|our work|all of it"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter)"
)
_MONAT = (
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|frühling|frühjahr|sommer|herbst)"
)
_YEAR = r"20\d\d"
"""What was written or drawn longer ago is hardly by those who put it out now."""
WHEN = (
    rf"(?:in |im jahr )?{_YEAR}(?:(?: ?[-–] ?| to | bis | and | und ){_YEAR})?|{_YEAR}-\d\d(?:-\d\d)?"
    rf"|(?:in |on )?(?:\d\d? )?{_MONTH}(?:(?: ?[-–] ?| to | and )(?:\d\d? )?{_MONTH})?(?: \d\d?,)? {_YEAR}"
    rf"|in {_MONTH}|im {_MONAT}|(?:from|von) {_YEAR} (?:to|bis) {_YEAR}"
    rf"|(?:im |am )?(?:\d\d?\. ?)?{_MONAT}(?:(?: ?[-–] ?| bis | und )(?:\d\d?\. ?)?{_MONAT})? {_YEAR}"
)
"""A time that is over by its own words; nothing that was otherwise before or after can be told."""
_COUNTED = (
    r"(?:rows?|labels?|hours?|minutes?|days?|weeks?|months?|measurements?"
    r"|zeilen?|stunden?|minuten?|tagen?|wochen?|monaten?|messungen?)"
)
_HOW_MANY = rf"(?:\d{{1,3}}(?:[.,'’ ]\d{{3}})+|\d+k?|{_FEW}) {_COUNTED}|{_COUNTED}"
"""Nothing that may be a work before it is recorded, labelled or counted."""
_DONE = (
    r"(?:hand-?)?(?:written|drawn|painted)|recorded|photographed|filmed|measured|counted|labell?ed|annotated"
    r"|spoken|made|created|done|wrote|drew|(?:hand)?ge(?:schrieben|zeichnet|malt)|fotografiert|gefilmt"
    r"|aufgezeichnet|gemessen|gezählt|beschriftet|erstellt|gemacht|gesprochen"
)
_HAVING_DONE = (
    rf"(?:have|has) (?:all )?(?:been )?(?:{_DONE})"
    rf"|haben (?:alles |die zeilen )?(?:selbst |von hand )?(?:{_DONE})"
)
"""To have a thing tells nothing of who made it; to have written it does."""
_SMALL = (
    r"the|all|each|every|everything|and|we|i|is|are|was|were|our|my|ours|it|ourselves"
    r"|myself|staff|entirely|english|german|in (?:english|german)|der|die|das|alle|alles|und|wir|ich|ist|sind"
    r"|wurden?|unsere?|selbst|komplett|auf (?:deutsch|englisch)"
)
_ROUND_IT = rf"{_BY_WHOM}|{_OURS}|{_UNSER}|{_PLACE}|{_SET}|{WHEN}|{_HOW_MANY}|{_SMALL}"
_PLAIN = regex(rf"(?:{_ROUND_IT}|{_DONE}|{_HAVING_DONE})(?![\w'’-])")
"""One word or set phrase of a plain note."""
_ITS_WORKS = {
    r"(?:hand-?)?drawn|drew|(?:hand)?gezeichnet": r"drawings?|sketch(?:es)?|zeichnung(?:en)?|skizzen?",
    r"(?:hand-?)?painted|(?:hand)?gemalt": r"paintings?|gemälden?",
    r"photographed|fotografiert|(?<=photos )taken|(?<=photographs )taken|(?<=s were )taken":
        r"photos?|photographs?|fotos?|fotografien?",
    r"filmed|gefilmt": r"clips?|videos?|takes?",
    r"recorded|aufgezeichnet": r"recordings?|clips?|takes?|utterances?|tonaufnahmen?",
    r"measured|gemessen": r"readings?|curves?|values?|(?:mess)?werten?|kurven?",
    r"(?:hand-?)?written|wrote|(?:hand)?geschrieben":
        r"sentences?|questions?|answers?|dialogues?|conversations?|letters?|texts?|stor(?:y|ies)|poems?|prompts?"
        r"|instructions?|exercises?|problems?|examples?|pairs?"
        r"|sätzen?|fragen?|antworten?|dialogen?|briefen?|texten?|geschichten?|gedichten?|aufgaben?|beispielen?",
}  # fmt: skip
"""What comes to be by an act, under the act: it was no work of anybody before."""
_COUNT = rf"(?:\d{{1,3}}(?:[.,'’ ]\d{{3}})+|\d+k?|{_FEW})"
_WITH_WORKS = tuple(
    (
        regex(rf"(?<![\w-])(?:{act})(?![\w-])"),
        regex(rf"(?:{_ROUND_IT}|(?:{_COUNT} )?(?:{works})|{act})(?![\w'’-])"),
    )
    for act, works in _ITS_WORKS.items()
)
"""Each act, and one part of a note that tells of no other: beside “labelled”, drawings may be anybody's."""
_BETWEEN = regex(r"(?:\s*(?:[,;:.()]|[-–—](?=\s))|\s+)+")
"""What may stand around them."""


_VERSION = regex(
    r"v|ver|version|rev|revision|release|r|draft|commit|sha\d*|tag|of|from|main|master|head|trunk|latest|final|first|initial"
    r"|current|a|b|rc|alpha|beta|post|dev|[ivx]+|t|z|(?:v|r|vr|rc|alpha|beta|a|b)?\d+[a-z]{0,2}\d*|[\da-f]{5,64}"
    rf"|{_MONTH}|{_MONAT}",
)
"""One word of a version, a commit or a day."""
_BETWEEN_WORDS = regex(r"[\s._:/+@#,()-]+")


def is_version(revision: str) -> bool:
    """Whether a revision is a version, a commit or a day; whatever else stands there may name what rows are of.

    >>> is_version("v1.2-rc1"), is_version("commit d149729"), is_version("2025-03"), is_version("CC-MAIN-2024-10")
    (True, True, True, False)
    """
    return all(_VERSION.fullmatch(word) for word in _BETWEEN_WORDS.split(revision.lower()) if word)


def is_plain(note: str) -> bool:
    """Whether nothing that the note says can tell of a machine's or of somebody else's work.

    >>> is_plain("Written by our own staff in May 2023."), is_plain("2 Stunden, in unserem Studio aufgenommen")
    (True, True)
    >>> is_plain("read aloud by our staff"), is_plain("written by May"), is_plain("written by our staff ...")
    (False, False, False)
    >>> is_plain("900 drawings, drawn by hand"), is_plain("900 drawings, labelled by hand")
    (True, False)
    """
    text = note.lower()
    # Points that trail off tell that something is left out.
    return ".." not in note and (made_of(text, _PLAIN, _BETWEEN) or _tells_of_its_works(text))


def _tells_of_its_works(text: str) -> bool:
    """Whether a note is plain but for how much its one act made.

    >>> _tells_of_its_works("300 photos taken by our own staff"), _tells_of_its_works("taken by our own staff")
    (True, False)
    """
    return any(act.search(text) and made_of(text, part, _BETWEEN) for act, part in _WITH_WORKS)


def made_of(text: str, part: re.Pattern[str], between: re.Pattern[str]) -> bool:
    """Whether a text is nothing but such parts, one after another, with what may stand around them.

    >>> made_of("a, a.", re.compile("a"), re.compile(r"[,. ]+")), made_of("a b", re.compile("a"), re.compile(" "))
    (True, False)
    """
    at = 0
    while at < len(text):
        gap = between.match(text, at)
        if gap is None and at:
            return False
        at = gap.end() if gap else at
        if at == len(text):
            return True
        found = part.match(text, at)
        if found is None:
            return False
        at = found.end()
    return True
