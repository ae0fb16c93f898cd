"""What prose says of licences, of people who wrote rows, and of terms that others impose."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from compliance.acquire.languages.claimed import denies_machines_there
from compliance.acquire.listing.tables import Columns
from compliance.acquire.prose.claims import claims_said
from compliance.model.declared.sighting import StatementKind

_NAMED = re.compile(
    r"(?i)\b(?:apache(?:[- ]license)?(?:,? version)?[- ]?2(?:\.0)?|mit(?= licen[cs]e)|"
    r"(?-i:(?<!at )(?<!from )(?<!by )(?<!of )(?<!the )(?<!\()MIT)(?=[- ](?:licen[cs]ed?|style)\b|\s+for\b|[.,;]|$)|"
    r"cc0(?:-1\.0)?|"
    r"cc[- ]?by(?:[- ](?:nc|sa|nd))*(?:[- ][1-4]\.0)?|odc[- ]?by(?:[- ]1\.0)?|openrail(?:\+\+)?(?:-m)?|"
    r"llama[- ]?\d(?:\.\d)? (?:community )?licen[cs]e|gpl[- ]?v?[23](?:\.0)?|bsd[- ][23][- ]clause|"
    r"creative commons attribution(?:[- ]noncommercial)?(?:[- ]sharealike)? \d\.0)"
)
_NON_COMMERCIAL = re.compile(
    r"(?i)(?<!commercial and )(?<!commercial or )(?<!commercial/)(?<!commercial & )(?<!commercial as well as )"
    r"\bnon-?commercial\b(?!\s*(?:and|or|/|&|as well as)\s+commercial\b)"
)
"""A limit to such use; where both uses are named, there is none."""
_ABOUT = (
    (
        "data",
        re.compile(
            r"(?i)(?<![\w-])(?:data|dataset|data set|rows|collection|corpus|annotations|captions|labels|traces|"
            r"transcripts|transcriptions|recordings)\b"
        ),
    ),
    ("weights", re.compile(r"(?i)\b(?:weights|model|checkpoints?|adapter)\b")),
    ("code", re.compile(r"(?i)\b(?:code|scripts|software)\b")),
)
_EVERYTHING = re.compile(
    r"(?i)\b(?:everything|all of (?:it|this|them)|all (?:parts|files|artifacts|assets))\b"
)
_LICENSED = re.compile(
    r"(?i)\b(?:licen[cs]ed?|under|released|distributed|terms|available|shared|purposes|use|used|commercially|research|only)\b"
)
_TAKEN = re.compile(r"(?i)\b(?:from|of|on|using|with)\s+(?:the\s+|all\s+)?$")
_DESCRIBES = re.compile(r"(?:[- ]?(?i:licen[cs]ed))?\s+(?!(?i:licen[cs]e)\b)[A-Za-z]")
"""What stands around a licence that describes what comes behind it."""
_SIGNS = (re.compile(r";"), re.compile(r"[;,]"), re.compile(r"[;,)/]|\b(?:and|while|but|whereas)\b"))
"""What parts the licences of a sentence, the plainest first."""
_LICENCE = re.compile(
    r"(?i)\W*(?:(?:data|code|model|content|type of) )?(?:licen[cs](?:es?|ing)|terms(?: of use)?)\W*"
)
"""The head of a row or of a column that tells licences."""
_FIELDS = re.compile(
    r"(?i)\W*(?:fields?|items?|propert(?:y|ies)|attributes?|aspects?|keys?|axis|what|detail|)\W*"
)
"""The head of a first column that lists what is told of one thing."""
_OURS = re.compile(r"(?i)\b(?:ours?|this (?:work|model|data ?set|release|repo\w*|project))\b")
_PART = re.compile(
    r"(?i)\W*(?:(?:our|the|this|all|released?|model|weights|checkpoints?|adapters?|loras?|data ?sets?|data|rows|code|"
    r"scripts|software|annotations?|labels|metadata|documentation|docs|card|repository|release|project|values?|and|"
    r"everything|files?|details?|information|corpus|benchmark)[\W_]*)+"
)
"""Words for the work and its parts."""
_CODE_OF_OTHERS = re.compile(
    r"(?i)\b(?:code|files?|functions?|snippets?|modules?|scripts?|routines?|[\w/-]+\.(?:py|c|cpp|cu|h|js|ts|rs|go|jl|r|sh))\b"
    r"[^;]{0,60}\b(?:follow\w*|adapted|derived|taken|borrowed|copied|ported|based|comes?|came|originat\w+|vendored)\b"
)
"""Words for software of others that some of the work was taken from: its licence is that of code."""
_DENIED = re.compile(r"(?i)\b(?:not|no|never|without|unlike|originally|upstream|their)\b")
_REASON = re.compile(
    r"(?i)[,;:(]\s*(?:as|because|since|for|so|which|where|given)\b|\b(?:because|since|so that)\b"
)
"""Where a clause begins that gives a reason: a denial in it is not one of the licence."""
_PEOPLE = re.compile(
    r"(?i)\b(?:written|authored|composed|produced|created|made|crafted)\b[^.;]{0,40}\b(?:in-house|by hand|"
    r"by (?:our |the |its )?(?:\w+ ){0,2}(?:team|people|humans?|volunteers|experts|annotators|employees|staff|"
    r"contractors|students|crowd\w*|members))\b|\bhuman[- ](?:written|generated|authored)\b|"
    r"\b(?:volunteers|employees|experts|annotators|people) (?:wrote|typed|authored)\b"
)
_DONE = (
    r"(?:written|typed|drafted|put|asked|posed|transcribed|annotated|labell?ed|captioned|translated|recorded|spoken|read|"
    r"drawn|checked|made|prepared)"
)
_MACHINES = (
    r"(?:transform|encod|generat|classifi|tokeni[sz]|pars|filt|scor|judg|rank|teach|writ|adapt|detect|explor|comput|"
    r"serv|numb|lay|paramet|simulat|vect|tens|annotation-)(?:ers|ors)\b"
)
_OTHER_PEOPLE = re.compile(
    rf"(?i)\b{_DONE}\b(?: and (?:\w+-?){{1,3}})?(?: (?:in|from|over) \w+)? by (?:[\w-]+ ){{0,3}}?(?!{_MACHINES})"
    r"(?:\w{3,}(?:eers|ers|ors|ists|ians|ants)|students|folk|residents|people|clerks|nurses|pupils|paralegals|"
    r"colleagues|interns)\b|"
    rf"\b{_DONE}\b by (?:the|an?|its|each|one|every|our) (?:[\w-]+ ){{0,2}}?(?:operator|annotator|author|speaker|"
    r"editor|translator|interviewer|researcher|volunteer|clerk|nurse|student|linguist|person|expert|engineer|physician|doctor)\b"
)
"""What people of any trade did: `typed by two librarians`. Trades are told by how their names end."""
_MACHINE = (
    r"(?:(?:any|an?|the|other) )?(?:(?:large|vision[- ]language|language|generative|ai|text|image) )*"
    r"(?:models?|llms?|vlms?|ai|machines?|chat ?bots?)"
)
_SET_DOWN = re.compile(
    rf"(?i)\b(?:summar|label|caption|annotat|translat|transcri|answer|question|rating)\w*\b[^.;]{{0,30}}\bdone by "
    rf"(?:[\w-]+ ){{0,3}}?(?!{_MACHINES})(?:\w{{3,}}(?:eers|ers|ors|ists|ians|ants)|students|people|staff|hand)\b"
)
"""Work on rows that people did: `labels were done by three linguists`."""
_TEXTS = (
    r"(?:sentences?|questions?|answers?|prompts?|instructions?|captions?|utterances?|dialog(?:ue)?s?|conversations?|"
    r"stories|texts?|messages?|examples?|rows|pairs|problems|summaries|comments|reviews|translations?|descriptions?|"
    r"lines|replies|responses|tasks|scenarios|phrases)"
)
_WROTE = r"(?:wrote|typed|authored|composed|penned|made up|came up with)"
_OUR_PEOPLE = (
    r"(?:our|the|a|one of our) (?:[\w-]+ ){0,2}?"
    r"(?:teams?|staff|colleagues?|engineers?|editors?|writers|authors?|students|interns|linguists|translators?)"
)
_WE_WROTE = re.compile(
    rf"(?i)\b{_TEXTS},? (?:(?:that|which) )?(?:we|{_OUR_PEOPLE}) (?:have |had )?(?:ourselves )?(?:{_WROTE}|written)\b|"
    rf"\bwe (?:have )?(?:{_WROTE}|written) (?:[\w,.-]+ ){{0,5}}{_TEXTS}(?: [\w-]+){{0,3}}? (?:ourselves|by hand)\b|"
    rf"\b{_OUR_PEOPLE} {_WROTE} (?:[\w,.-]+ ){{0,5}}{_TEXTS}\b"
)
"""What those who put the work out say that they wrote: `300 questions that we wrote`."""
_NO_PART = r"no (?:part|row|line|answer|image|picture|caption|example|question|recording)s?"
_MADE = r"(?:written|generated|produced|made|created|synthesi[sz]ed|spoken|painted)"
_NO_MACHINE = re.compile(
    rf"(?i)\bno (?:synthetic|artificial|(?:machine|model|ai|llm)[- ](?:made|written|generated)|generated) \w+|"
    rf"\b(?:nothing|none|{_NO_PART})\b[^.;]{{0,60}}\b{_MADE}\b[^.;]{{0,15}}\bby {_MACHINE}\b|"
    rf"\bno (?:[\w-]+ ){{1,3}}by {_MACHINE}\b|"
    rf"\bno {_MACHINE}\b[^.;]{{0,20}}\b(?:took part|wrote|generated|contributed|involved|"
    rf"had (?:a|any) (?:hand|part)|(?:was|were) (?:used|involved|asked))\b|"
    rf"\b(?:{_MADE}|labell?ed|annotated)\b[^.;?]{{0,20}}\bby {_MACHINE}\?\W*(?:no|none)\b|"
    r"\bsynthetic\b[^.;?]{0,30}\?\W*(?:no|none)\b|"
    r"\b(?:synthetic|(?:machine|model|ai|llm)[- ](?:made|written|generated)) (?:[\w-]+ ){1,2}(?:was|were|is|are|"
    r"has been|have been) (?:not|never) (?:used|included|added|part)\b|"
    r"\b(?:not|never|n't|neither) (?:use|used|include|included|contain|add|added) (?:any )?synthetic \w+|"
    r"\b(?:all|every|each|only|entirely|exclusively)\b[^.;]{0,30}\b(?:real|genuine|authentic|human) "
    r"(?:photo\w*|pictures?|images?|recordings?|speech|speakers?|voices?|people|conversations?|text|answers?)\b"
)
"""Where a page says that no model made anything of the content."""
_HOSTED = (
    r"(?:closed|commercial|proprietary|hosted|paid|cloud|external)(?:[- ](?:source|weights?|access))?[- ]"
    r"(?:(?:large|language|vision|ai|llm|speech|tts|embedding|translation|text[- ]to[- ]speech) )*"
    r"(?:models?|apis?|llms?|services?|engines?|systems?|providers?|vendors?)"
)
_OPEN = r"open(?:[- ](?:source|weights?|access|licen[cs]ed))?(?: [\w-]+){0,3} (?:models?|llms?|weights)"
_NO_HOSTED = re.compile(
    rf"(?i)\b(?:nothing|none|never|not|without|no)\b[^.;:]{{0,70}}\b{_HOSTED}\b|"
    rf"\b{_OPEN},? (?:only|alone|exclusively)\b|"
    rf"\b(?:only|solely|exclusively|entirely)\b(?: [\w-]+){{0,3}} (?:from|by|with|of|through|using) {_OPEN}\b|"
    rf"\b(?:both|all|every|each)\b(?: [\w-]+){{0,3}} (?:is|are|was|were|comes?|came)(?: [\w-]+)? "
    rf"(?:from|by|with) {_OPEN}\b"
)
"""Where a page says that no hosted model of anybody had a part."""
_CLAUSES = re.compile(r"[;:]|,\s+(?:and|but|while)\b")
_NO_LIMITS = re.compile(
    r"(?i)\bthird part(?:y|ies)\b[^.]{0,60}\b(?:restrictions?|terms|limits)\b[^.]{0,30}\?\W*(?:no|none)\b|"
    r"\bno (?:third[- ]party )?restrictions\b"
)


def is_licence(words: str) -> bool:
    """Whether words are the short name of a licence, and nothing else.

    >>> is_licence("cc-by-nc-sa-4.0"), is_licence("MIT"), is_licence("mc4")
    (True, True, False)
    """
    return words.lower() == "mit" or _NAMED.fullmatch(words) is not None


def licence_said(text: str) -> Iterator[tuple[str, str, int]]:
    """What a paragraph says is licensed, under what, and where; a subject that is empty is the card's own thing."""
    for sentence in re.finditer(r"[^.?!]+(?:\.(?=\S)[^.?!]*)*[.?!]?", text):
        words = sentence[0]
        named = [one for one in _NAMED.finditer(words) if not _is_of_source(words, one)]
        named = named or list(_NON_COMMERCIAL.finditer(words))
        told = _LICENSED.search(words) or len(words.split()) <= 6
        if not named or not told or _is_denied(words, named[-1].end()):
            continue
        if _CODE_OF_OTHERS.search(words):
            yield from (("code", _tidy(one[0]), sentence.start() + one.start()) for one in named)
            continue
        parts = _parts(words, named)
        each = [_subjects(part) for part in parts]
        shared = _subjects(words) or [""]
        for one, subjects in zip(named, each if all(each) else [shared] * len(named), strict=True):
            for subject in subjects:
                yield subject, _tidy(one[0]), sentence.start() + one.start()


def denies_machines(words: str) -> bool:
    """Whether words say that no model at all made anything of the content.

    >>> denies_machines("No language model wrote any of it."), denies_machines("Questions were written by people.")
    (True, False)
    """
    return _NO_MACHINE.search(words) is not None or denies_machines_there(words)


def hosted_denied(words: str) -> str:
    """Of a sentence that denies hosted models the clause that does; the sentence where no part of it does alone.

    >>> hosted_denied("Answers were written by people; no hosted API was used.")
    ' no hosted API was used.'
    """
    clauses = _CLAUSES.split(words)
    return next((one for one in clauses if _NO_HOSTED.search(one)), words)


def of_another(text: str, table: Columns, at: int, own: str) -> bool:
    """Whether a licence in a row of a table is that of another thing than the work: of a source, of what is compared.

    Args:
        text: The row.
        table: Its cells with the heads of their columns.
        at: Where the licence stands.
        own: What the page calls the work; empty where it does not say.
    """
    cell = next((one for one in table if one[0] <= at < one[1]), None)
    if len(table) < 2 or cell is None or cell is table[0]:
        return False
    first = text[table[0][0] : table[0][1]].strip(" ;:*`|")
    if _LICENCE.fullmatch(first):
        return len(table) > 2 and not _is_own(cell[2], own)
    if not _LICENCE.fullmatch(cell[2].strip(" ?:*`")) and (len(table) == 2 or _FIELDS.fullmatch(table[0][2])):
        return False
    return not _is_own(first, own)


def _is_denied(words: str, end: int) -> bool:
    """Whether a sentence denies a licence; what it tells as a reason behind the last one does not."""
    reason = _REASON.search(words, end)
    return _DENIED.search(words, 0, reason.start() if reason else len(words)) is not None


def _is_of_source(words: str, licence: re.Match[str]) -> bool:
    """Whether a licence only describes what rows were taken from: `built from CC0 Fen pictures`."""
    taken = _TAKEN.search(words, 0, licence.start())
    return taken is not None and _DESCRIBES.match(words, licence.end()) is not None


def _is_own(words: str, own: str) -> bool:
    """Whether the head of a row or of a column is the work, or a part of it."""
    if _OURS.search(words) or _PART.fullmatch(words):
        return True
    called = re.split(r"[:–—(]", own.rpartition("/")[2])[0]
    mine, said = (re.sub(r"[^a-z\d]+", "", one.lower()) for one in (called, words))
    return bool(mine and said) and (mine in said or said in mine)


def _subjects(words: str) -> list[str]:
    """What a licence is said to be of; of everything is of the card's own thing, and of the rows that come with it."""
    named = [name for name, pattern in _ABOUT if pattern.search(words)]
    return named or (["", "data"] if _EVERYTHING.search(words) else [])


def _parts(words: str, named: Sequence[re.Match[str]]) -> list[str]:
    """Of a sentence with several licences, what is said of each: cut at the plainest signs that part them all."""
    for signs in _SIGNS:
        cuts = [
            one.end()
            for one in signs.finditer(words)
            if not any(each.start() < one.end() and one.start() < each.end() for each in named)
        ]
        ends = [
            [cut for cut in cuts if before.end() <= cut <= after.start()]
            for before, after in itertools.pairwise(named)
        ]
        if all(ends):
            opens = any(map(str.isalnum, words[: named[0].start()]))
            edges = [0, *(between[0 if opens else -1] for between in ends), len(words)]
            return [words[a:b] for a, b in itertools.pairwise(edges)]
    return [""] * len(named)


def _tidy(words: str) -> str:
    return "non-commercial" if _NON_COMMERCIAL.fullmatch(words) else " ".join(words.split())


def people_said(text: str) -> Iterator[tuple[StatementKind, int]]:
    """Where a paragraph says who wrote the content and who did not, what it starts from, that nobody limits its use."""
    told = (
        one.start()
        for pattern in (_PEOPLE, _OTHER_PEOPLE, _SET_DOWN, _WE_WROTE, _NO_MACHINE)
        for one in pattern.finditer(text)
    )
    for at in dict.fromkeys(told):
        yield "people-wrote", at
    for one in _NO_HOSTED.finditer(text):
        yield "denial", one.start()
    for one in _NO_LIMITS.finditer(text):
        yield "no-restrictions", one.start()
    yield from claims_said(text)
