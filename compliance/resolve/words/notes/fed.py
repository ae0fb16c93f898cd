"""What a note says was fed in besides what is listed: "added questions from the exam board", "mixed with web data".

Notes of steps tell of mixtures more often than lists of inputs do. Rows of which it is only said how they were ordered,
cut or weighted are those that are listed; what comes from somebody, or is a corpus of its own, is something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.declared.manifest import ROWS
from compliance.model.words.spelling import key as spelt
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads
from compliance.resolve.words.notes.beside import notes, ruled_out
from compliance.resolve.words.notes.named_sources import named_fed
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.telling import OUR_OWN, OUR_OWN_IN_HAN

_FEEDS = regex(
    r"(?<![a-z-])(?:add(?:s|ed|ing)?(?: in)?|mix(?:ed|es|ing)?|blend(?:s|ed|ing)?|interleav\w+|replay\w*|rehears\w+"
    r"|regulari[sz]\w+|padded|augment\w+|enrich\w+|supplement\w+|topped up|complement\w+|extended|expanded"
    r"|seeded|spiced|sprinkled|warmed up|refreshed|upsampled|plus|also|includ(?:es|ed|ing)|together with|along with"
    r"|besides|followed by|combined|merged|thrown in|folded in|put in|brought in|used|uses|using"
    r"|with (?:an? (?:bit|pinch|slice|share|portion|fraction|handful|few|dash)|some|about|around|\d[\w.,]*\s*%?))"
    r"(?![a-z-])",
    re.IGNORECASE,
)
"""Words behind which stands what went in."""
_DATA = (
    r"(?:data(?: ?sets?)?|corp(?:us|ora)|instructions|pre-?training (?:mix|set|data)"
    r"|(?:instruction|chat|public|open) sets?)"
)
_ITEMS = (
    r"(?:questions?(?: and answers)?|q&as?|exercises|tasks|problems|exams|dialogues?|conversations|chats|e-?mails"
    r"|mails|messages"
    r"|threads|posts|tickets|articles|pages|papers|books|chapters|essays|stories|poems|reports|transcripts|recordings"
    r"|songs|images|photos|pictures|videos|clips|translations|prompts|answers|reviews|comments|logs|documents|files"
    r"|manuals|letters|contracts|judge?ments|decisions|notes|code|repositories|snippets|texts?|sentences|tests|invoices"
    r"|records|profiles|entries|scans|cases|examples|samples|rows|tokens|lines|pairs)"
)
_WHOSE = (
    r"partners?|customers?|clients?|vendors?|suppliers?|boards?|publishers?|compan(?:y|ies)|firms?|competitors?|users?"
    r"|students?|pupils?|teachers|authors?|universit(?:y|ies)|schools?|institutes?|agenc(?:y|ies)|ministr(?:y|ies)"
    r"|associations?|forums?|(?:web)?sites?|portals?|newspapers?|archives?|librar(?:y|ies)|museums?|courts?|banks?"
    r"|hospitals?|clinics?|chambers?|unions?|broadcasters?|patients?|members|subscribers|visitors|readers|applicants"
    r"|candidates|platforms?|communit(?:y|ies)|providers?|friends?|governments?|cit(?:y|ies)|offices?|web|internet"
)
"""Whose rows may be others'."""
_FOREIGN = (
    rf"{_WHOSE}|open(?:[- ]source)?|public(?:ly available)?|web|internet|external|outside|third[- ]party|others['’]"
    r"|competition|olympiad|benchmark|leaderboard|exam(?:ination)?s?|past exam|bar exam|test set|textbook|licen[cs]ed"
    r"|purchased|bought|donated|downloaded|crowd[- ]?sourced|legacy|news|press|customer|client|partner|user|student"
    r"|patient|community|forum|support"
)
_NEUTRAL = regex(
    r"(?:the|an?|all|some|few|more|most|both|each|every|same|these|those|this|that|its|it|them|new|old|other|further"
    r"|additional|extra|remaining|rest|short|long|rare|hard|easy|shuffled|duplicate[sd]?|training|train|tuning|tune"
    r"|validation|dev|held|out|labell?ed|clean|cleaned|filtered|raw|noisy|input|output|first|second|third|last|half|own"
    r"|of|on|in|with|and|or|at|to|for|from|by|percent|per|cent|thousand|hundred|million|about|around|only|real|less"
    r"|seed|random|randomly|pinch|bit|slice|share|portion|fraction|handful|dash|part|parts|subset|several|many"
    r"|different|various|mixed|k|m|[\d.,%]+[km]?|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter|epochs?|split|splits|runs?|batch(?:es)?|steps?|stages?|phases?"
    r"|sets?|rounds?|versions?|pool|tail|head|top|bottom|staff|team|colleagues?|hand|scratch|us|class(?:es)?|shards?"
    r"|set|type|types|one|two|three|four|five|length|kind|kinds|above|below|before|year|years|month|months|week|day"
    r"|beginning|start|end|here)",
    re.IGNORECASE,
)
"""Words that say nothing of whose rows they are."""
_OURS = regex(
    rf"(?<![a-z])(?:{OUR_OWN}|staff|colleagues?|written (?:here|by us))(?![a-z])|{OUR_OWN_IN_HAN}",
    re.IGNORECASE,
)
_A_SET = regex(rf"(?:(?<=\s)|^)((?:[\w&%.,'’-]+ ){{0,5}}?{_DATA})(?![a-z-])", re.IGNORECASE)
_OF_SOMEBODY = regex(
    rf"(?<![a-z-])({_ITEMS} (?:(?:that|which) (?:we (?:got|had)|came) )?"
    rf"(?:from (?:[\w&'’-]+ ){{0,4}}[\w&'’-]+|(?:of|by) (?:(?:the|an?|one|two|three|some|several|other|another) )?"
    rf"(?:[\w-]+ ){{0,2}}?(?:{_WHOSE})))(?![a-z-])",
    re.IGNORECASE,
)
_BY_WORD = regex(rf"(?<![a-z-])((?:{_FOREIGN})(?:['’]s?)? (?:[\w-]+ )?(?:{_ITEMS}))(?![a-z-])", re.IGNORECASE)
_FROM = regex(r"\bfrom (.*)$", re.IGNORECASE)
_ABROAD = regex(
    r"(?:hinzugefügt|hinzugenommen|ergänzt|beigemischt|gemischt|angereichert|dazu kamen|ajoutée?s?|mélangée?s?"
    r"|complétée?s?"
    r"|añadid[oa]s?|mezclad[oa]s?|aggiunt[oaie]|mescolat[oaie]|adicionad[oa]s?|misturad[oa]s?|toegevoegd"
    r"|gemengd)(?![a-z])",
    re.IGNORECASE,
)
_ITEMS_ABROAD = regex(
    r"(?<![^\W\d_])(\w*(?:fragen|aufgaben|daten|texten?|dialogen?|artikeln?|mails|antworten|protokollen?|gesprächen?"
    r"|dokumenten?)"
    r" (?:der|des|von|vom|aus|eines|einer) [\w-]+|(?:questions|exercices|données|textes|dialogues|articles|messages"
    r"|documents)"
    r" (?:de la|de l['’]|du|des|d['’]une?|de|d['’]) ?[\w-]+|(?:preguntas|ejercicios|datos|textos|diálogos|artículos"
    r"|mensajes)"
    r" (?:de la|del|de los|de las|de una?|de) [\w-]+|(?:domande|esercizi|dati|testi|dialoghi|articoli)"
    r" (?:della|del|dei|delle|di una?|di|dall['’]|dal) ?[\w-]+)",
    re.IGNORECASE,
)
_FED_IN_HAN = regex(
    r"(?:混入|加入|添加|掺入|補充|补充)了?\s*(?:一些|部分|少量|\d+\s*[%条個个万]?的?)*\s*([\w\s]{2,16}?(?:数据|语料|题目|试题|对话|文章|文本))"
)
_WEIGHTS = regex(
    r"(?<![a-z])(?:averag\w+|merg\w+|soup\w*|interpolat\w+|combin\w+|initiali[sz]\w+|warm-?started|graft\w+|cop(?:y"
    r"|ied)"
    r"|taken|borrowed|swapped|transplanted|stitched|continued|started)\s+(?:in |over |up )?(with|from|into|onto|off)\s+"
    r"((?:[\w'’.-]+\s+){0,2}?(?:another|other|public|open|third[- ]party|community|somebody|someone|strangers?"
    r"|competitors?"
    r"|rivals?|downloaded|published|foreign)(?:['’]s)?\s+(?:[\w'’.-]+\s+){0,3}?"
    r"(?:models?|checkpoints?|weights|encoders?|towers?|adapters?|loras?|embeddings|heads?|backbones?))(?![a-z])",
    re.IGNORECASE,
)
"""Weights of somebody that a note says went in."""
_TAKES = regex(
    r"(?<![a-z])(?:taken|borrowed|from|with|of|merged|averaged|added|copied|on top of|started|using|plus|and)(?![a-z])",
    re.IGNORECASE,
)
_OFF_A_HUB = regex(
    r"(?<![a-z])(?:loras?|adapters?|checkpoints?|weights|(?:\w+ )?models?|embeddings?"
    r"|textual inversions?) (?:\w+ )?(?:off|from|on|found on) "
    r"(?:civitai|hugging ?face|the hub|github|modelscope|(?:an? |the )?(?:forum|web|net|internet|discord|reddit"
    r"|torrent)\w*)(?![a-z])",
    re.IGNORECASE,
)
"""Weights that somebody put on a hub, which nobody names."""
_NOTHING = regex(
    r"(?<![a-z])(?:nothing|nichts|rien|nada|removed|excluded|dropped|entfernt|left out)(?![a-z])",
    re.IGNORECASE,
)
_MEASURES = ("evaluate", "other")
"""Kinds of step that put nothing into weights."""
_TO_TRAIN = (
    r"(?:re-?)?(?:train(?:ing)?|tuning|fine-?tun(?:e|ing)|sft|dpo)"
    r"(?: (?:set|data|rows|mix|run|round|corpus|pool|material|examples))?"
)
_BACK = regex(
    rf"(?<![a-z])(?:(?:went|go(?:es)?|put|fed|fold(?:ed)?|flow\w*|mov(?:ed)?|add(?:ed)?|merged|recycled|copied"
    rf"|sent|taken) (?:back |over "
    rf"|again )?(?:in ?to|to|for|in) (?:[\w-]+ ){{0,4}}?{_TO_TRAIN}"
    rf"|(?:used|kept|re-?used|serv(?:ed?|es)|taken|saved) (?:[\w-]+ ){{0,2}}?(?:for|as|in"
    rf"|to) (?:[\w-]+ ){{0,2}}?{_TO_TRAIN}"
    rf"|(?:also |then |later )?(?:(?:re-?)?trained|fine-?tuned) (?:again )?on (?:it|them|its|the (?:failures|errors"
    rf"|rows|test|misses|set))"
    r"|(?:one|two|another|an?|last|final|second|extra|further) (?:epochs?|rounds?|pass(?:es)?|steps) (?:over|on"
    r"|with) (?:the |its )?(?:failures"
    r"|misses|errors|mistakes|wrong \w+|test \w+|them|it)"
    r"|nachtrainiert|ins training (?:übernommen|aufgenommen)|réinjectée?s?)(?![a-z])",
    re.IGNORECASE,
)
"""What says that something measured went into training after all."""
_OF_A_MODEL = regex(
    r"(?:models?|checkpoints?|weights|encoders?|towers?|adapters?|loras?|embeddings|heads?|backbones?)$"
)
_COMMON = regex(rf"{_ITEMS}|{_DATA}|sets?|{_NEUTRAL.pattern}", re.IGNORECASE)
_SHORTEST = 4
"""Letters of a word by which a thing that is listed is known again."""


def said_fed(text: str) -> Iterator[str]:
    """Words of a sentence that tell of rows of somebody, or of a corpus of its own, that went in.

    >>> list(said_fed("added test questions from the exam board")), list(said_fed("added our own questions"))
    (['questions from the exam board'], [])
    >>> list(said_fed("interleaved with general instruction data")), list(said_fed("interleaved short and long rows"))
    (['general instruction data'], [])
    """
    for clause in affirmed(text):
        if compared(clause) or _NOTHING.search(clause) or _OURS.search(clause):
            continue
        yield from (f"{found.group(1)} {found.group(2)}" for found in _WEIGHTS.finditer(clause))
        yield from (
            found.group(0) for found in _OFF_A_HUB.finditer(clause) if _TAKES.search(clause, 0, found.start())
        )
        feeds = _FEEDS.search(clause)
        if feeds is not None:
            yield from dict.fromkeys(_things(clause[feeds.end() :].strip()))
        if _ABROAD.search(clause):
            yield from (found.group(1) for found in _ITEMS_ABROAD.finditer(clause))
        yield from (found.group(1).strip() for found in _FED_IN_HAN.finditer(clause))


def _things(rest: str) -> Iterator[str]:
    """What stands behind a word of feeding, where its words tell whose or what it is."""
    for found in _A_SET.finditer(rest):
        words = found.group(1).split()
        told = [word for word in words[:-1] if not _NEUTRAL.fullmatch(word.strip(".,"))]
        if told:
            yield " ".join(words[words.index(told[0]) :])
    for found in _OF_SOMEBODY.finditer(rest):
        source = _FROM.search(found.group(1))
        if source is None or not all(map(_NEUTRAL.fullmatch, source.group(1).split())):
            yield found.group(1)
    yield from (found.group(1) for found in _BY_WORD.finditer(rest))


def listed(phrase: str, names: Iterable[str]) -> bool:
    """Whether something that is listed bears a word by which the phrase tells what it is.

    >>> listed("questions from the exam board", ["exams-2024"]), listed("questions from the board", ["our questions"])
    (True, False)
    """
    told = _telling(phrase)
    return any(word in spelt(name) for name in names for word in told)


def fed_told(key: str, full: Expanded) -> tuple[str, ...]:
    """What notes of an artifact, and of the steps that write it, tell was fed in, and nothing that is read is."""
    said = dict.fromkeys(one for text in notes(key, full) for one in said_fed(text))
    said |= dict.fromkeys(_fed_back(key, full))
    named = dict.fromkeys(one for text in notes(key, full) for one in named_fed(text))
    if not said and not named:
        return ()
    near = [item for step in full.writing.writers(key) for item in reads(step)]
    data = {item for item in near if full.artifacts[item].kind in ROWS}
    data |= {item for one in data for item in full.writing.behind(one)}
    models = {item for item in near if item != key and full.artifacts[item].kind == "model"}
    of_others = any(full.artifacts[item].origin != "own" for item in data)
    denied = {one.casefold() for one in ruled_out(key, full)}
    called = [text for item in data for text in (item, full.artifacts[item].name or "")]
    known = [
        spelt(text) for one in full.writing.behind(key) for text in (one, full.artifacts[one].name or "")
    ]
    new = [one for one in named if not any(spelt(one) in text for text in (*known, spelt(key)))]
    return tuple(
        one
        for one in dict.fromkeys((*said, *new))
        if one.casefold() not in denied
        and not listed(one, called)
        and not (of_others and _A_SET.fullmatch(one))
        and not (len(models) > 1 and _OF_A_MODEL.search(one))
    )


def _fed_back(key: str, full: Expanded) -> Iterator[str]:
    """Words of notes of steps that only measure weights, by which rows on which they were measured trained them."""
    if full.artifacts[key].kind != "model":
        return
    told = [step for step in full.writing.readers(key) if step.note and step.kind in _MEASURES]
    behind = full.writing.behind(key) if told else set()
    for step in told:
        rows = (one for one in reads(step) if full.artifacts[one].kind in ROWS)
        if any(one not in behind for one in rows):
            clauses = (one for one in affirmed(step.note or "") if not compared(one.replace("evaluat", "")))
            yield from (found.group(0) for clause in clauses for found in _BACK.finditer(clause))


def _telling(text: str) -> set[str]:
    words = ("".join(char if char.isalnum() else " " for char in text.casefold())).split()
    kept = (word for word in words if not _COMMON.fullmatch(word))
    return {word.rstrip("s") for word in kept if len(word.rstrip("s")) >= _SHORTEST}
