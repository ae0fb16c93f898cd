"""What ids of rows and steps tell of how a thing came to be: `sft-ultrafeedback`, `tune-on-scraped-forum`, `reddit`.

Ids are the names that an author gives to things in passing, and they often tell more than the names beside them. Their
words are read as those of names and notes are, with the breaks taken for spaces. Names of weights and titles over
them are read here too as far as they tell of rows: where something of others went in, that is what they speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.declared.lineage import STAND_IN
from compliance.model.declared.manifest import ROWS
from compliance.model.words.spelling import split_organisation
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.names.called import is_of_a_set
from compliance.resolve.words.names.known_titles import known_titles
from compliance.resolve.words.names.learned_from import learned_from
from compliance.resolve.words.prose.machine_acts import machine_acts
from compliance.resolve.words.prose.mentioned import sets_at_work
from compliance.resolve.words.prose.said_taken import told_of_others
from compliance.resolve.words.prose.sentences import compared
from compliance.resolve.words.prose.spoken import Spoken, speaks_of
from compliance.resolve.words.prose.telling import OUR_OWN, maker_words
from compliance.resolve.words.prose.told_of_people import named_for_people

_OURS = ("own", "people")
_BY_SOME_MODEL = regex(
    r"(?<![a-z])(?:(?:semi-?)?synthetic|synthesi[sz]ed|kd|soft[ -]?labels|logits? match\w*|distill?(?:ed|ation|ing)?"
    r"|rlaif|(?:llm|ai|model|machine)[ -]"
    r"(?:generated|written|made|labell?ed|annotated|translated?|translations?|paraphrased|answers|replies|rows)"
    r"|pseudo[ -]?labels?|back[ -]?translat\w+)(?![a-z])",
    re.IGNORECASE,
)
"""Words that are hardly a subject: a bot may be what rows are about, what is synthetic was made."""
_GOES_ON = regex(
    r"(?<![a-z])(?:continu(?:e|ed|al|ing|ous) (?:pre ?)?(?:train\w*|from)|resumed? (?:from|pre ?training|training)"
    r"|warm[ ]?start\w*|upcycl\w+|(?:imagenet|pre ?trained) (?:init\w*|weights|backbone)|re ?train from \w+)(?![a-z])",
    re.IGNORECASE,
)
"""Words of training that begins with weights trained before."""
_OWN_PLACE = regex(rf"(?<![a-z])(?:{OUR_OWN}|self)(?![a-z])", re.IGNORECASE)
_TESTED = regex(
    r"(?<![a-z])(?:eval\w*|test\w*|bench\w*|score\w*|compare\w*|detect\w*|filter\w*|dedup\w*)(?![a-z])"
)


def told_in_ids(key: str, full: Expanded, names: Names, called: tuple[str, ...] = ()) -> Iterator[Spoken]:
    """Sets, sources and acts of models of which ids tell; `called` are names under which weights are put out."""
    artifact = full.artifacts[key]
    if artifact.kind not in (*ROWS, "model"):
        return
    ids = tuple(_as_text(one) for one in _ids(key, full))
    read = tuple(text for text in ids if not (compared(text) or _TESTED.search(text)))
    for text in read:
        yield from (one for one in speaks_of(text, names) if is_of_a_set(one))
        yield from (Spoken(words, act=True) for words in machine_acts(text))
        yield from (Spoken(found.group(0), act=True) for found in _BY_SOME_MODEL.finditer(text))
    named = tuple(_as_text(split_organisation(one)[1]) for one in called) if artifact.kind == "model" else ()
    for text in named:
        yield from (Spoken(found.group(0), act=True) for found in _BY_SOME_MODEL.finditer(text))
    if artifact.kind == "model" and not _starts_from_weights(key, full):
        yield from (Spoken(found.group(0)) for text in read for found in _GOES_ON.finditer(text))
    if not _rests_on_others(key, full):
        yield from (Spoken(word) for text in (*read, *named) for word in _sources(text))
        yield from (Spoken(word) for text in named for word in known_titles(text))


def told_in_heads(
    key: str, heads: Iterable[str], full: Expanded, names: Names, house: str
) -> Iterator[Spoken]:
    """Works and sets of others from which weights learned, as titles and facts in words tell."""
    if _rests_on_others(key, full):
        return
    for text in heads:
        works = learned_from(text, (house,))
        yield from (Spoken(word) for word in works if not _is_asked_of_rows(word, key, full))
        # Words of makers in a title are read as those of a name are.
        yield from (one for one in sets_at_work(text, names) if not maker_words(one.text))


def _ids(key: str, full: Expanded) -> Iterator[str]:
    """Ids that tell of a thing: those of steps that write it, and its own where it is rows of our own or made here."""
    writers = [step for step in full.writing.writers(key) if any(reads(step)) and step.kind != "fetch"]
    artifact = full.artifacts[key]
    if artifact.kind in ROWS and (writers or artifact.origin in _OURS) and not key.endswith(STAND_IN):
        yield key
    yield from (step.id for step in writers)


def _as_text(name: str) -> str:
    """A name whose breaks are spaces, as its words stand in a sentence."""
    return " ".join(re.split(r"[-_./+\s]+", name)).strip()


def _sources(text: str) -> Iterator[str]:
    """Words of an id that tell of what others published, unless it says that the place is one's own."""
    if not _OWN_PLACE.search(text):
        yield from told_of_others(text)


def _starts_from_weights(key: str, full: Expanded) -> bool:
    """Whether a step that writes a model reads one."""
    return any(
        full.artifacts[item].kind in ("model", "service")
        for step in full.writing.writers(key)
        for item in reads(step)
    )


def _is_asked_of_rows(word: str, key: str, full: Expanded) -> bool:
    """Whether a word tells of people, and so does the name of rows behind a thing, of which it is asked there."""
    behind = (full.artifacts[item] for item in full.writing.behind(key))
    rows = (one.name or "" for one in behind if one.kind in ROWS)
    return bool(named_for_people(word)) and any(map(named_for_people, rows))


def _rests_on_others(key: str, full: Expanded) -> bool:
    """Whether rows of somebody else, or rows of which it is not said whose they are, stand in a thing or behind it."""

    def of_others(item: str) -> bool:
        one = full.artifacts[item]
        theirs = one.kind in (*ROWS, "code") and one.origin not in _OURS
        return theirs and item not in full.added and not full.writing.writers(item)

    return of_others(key) or full.writing.some_behind_ever(key, of_others, "rows of others")
