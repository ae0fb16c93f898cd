"""Find names in prose: what the registry knows, and what is written like an identifier of a hub."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.model.declared.sighting import Known, Recognise
from compliance.model.words.machines import goes_on_as_machine, is_machine
from compliance.text.mention.beside import is_in_a_part, is_measure, is_part, is_served, is_spelled_out
from compliance.text.mention.called import called, listed_with
from compliance.text.mention.chunks import chunks
from compliance.text.mention.cited import cited
from compliance.text.mention.counted import counted
from compliance.text.mention.formed import HUB_ADDRESS, begins_name, by_family, by_form, may_be_name
from compliance.text.mention.joint import beside_rows
from compliance.text.mention.name import Name
from compliance.text.mention.placed import beside, placed
from compliance.text.mention.small import in_small_letters
from compliance.text.mention.written import written

_ENDING = re.compile(
    r"(?i)(?P<name>.+?)(?P<tail>'s|’s|-(?:generated|written|authored|drafted|annotated|judged|graded|rated|ranked|scored|"
    r"checked|verified|curated|labelled|labeled|tagged|filtered|screened|rewritten|rephrased|translated|transcribed|"
    r"captioned|drawn|rendered|voiced|synthesi[sz]ed|created|made|sourced|initiali[sz]ed|tuned|trained|aligned|assisted|"
    r"based|style|like|compatible|distilled|powered|produced|as-a-judge|free|derived|made|flavou?red|esque))$"
)
MOST_WORDS = 6
MOST_SPACES = 6
"""How far apart the words of a name may stand, for markup leaves spaces behind."""
_NEVER_IN = frozenset(
    {"is", "was", "were", "are", "been", "has", "have", "we", "our", "which", "its", "their", "they", "these", "those",
     "you", "your", "i", "via", "through"}
)  # fmt: skip
"""Words in small letters that no name goes on with."""
_NEVER_LAST = frozenset(
    {"of", "the", "and", "for", "with", "on", "in", "to", "a", "an", "by", "from", "as", "at",
     "or", "this", "it", "that"}
)  # fmt: skip
"""Words in small letters that no name ends with."""
_GENERIC = re.compile(
    r"(?i)\b(?:(?:in-house|internal|proprietary|unnamed|undisclosed|closed(?:-source)?|commercial|frontier|another) "
    r"(?:[\w.-]+ ){0,2}(?:model|LLM)s?|generative AI|(?:large )?language models?|LLMs?|"
    r"AI (?:models?|tools?|systems?|assistants?|chatbots?)|chatbots?|"
    r"GPT(?=[- ](?:generated|synthesi[sz]ed|written|annotated|labell?ed|translated|assisted)))\b"
)


_IS = re.compile(r"\s*(?:is|are|was|were|:|,|\(|=|named|called)?[\s`'\"]*")
"""What stands between words for a kind and the one thing that they mean: `the base language model is NAME`."""
_OWNER = re.compile(
    r"['’]s?\s+(?:(?:open|open-source|own|new|original|latest|[a-z]+-?trained)\s+){0,2}[`\"“']?"
)
"""What stands between a maker and what it made."""
_SHORT = re.compile(r"\s*(?:(?:data ?set|corpus|model|collection)\s*)?\(\s*", re.IGNORECASE)
"""What stands between a name in full and its short form: `Inference (MNLI)`, `Clean Corpus (C4)`."""
_ROWS_OF = re.compile(r"[\s`*]+(?:[A-Z]{2,}[\s`*]+)?(?:(?i:data ?sets?)|corpus)\b")
"""What stands after a name that is then one of rows: `MetaMath QA dataset`."""


_NAMED_ROWS = re.compile(r"(?: [A-Z][a-z]+){1,2} (?:Dataset|Corpus|Collection)\b")
"""What goes on after the name of a model in that of rows: `NAME Preference Dataset`."""
_FOLDER = re.compile(r"/(?![\w.-])")
"""What stands behind a path that is a folder's, and no name of a hub: `soft_labels/shards/`."""
_SPLIT = re.compile(r"(?i)(?:train|test|dev|val|eval)(?:ing|elopment|idation|uation)?[-_ ]?\d{0,2}")
"""What names a part of a set, and no set."""
_JOINT = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?(?:,|,?\s*\band\b|&|\+)\s*(?:\band\s+)?(?:the\s+)?")
"""What stands between two names of a list."""
_SIZED_WORD, _OF_LANGUAGE = re.compile(r"\s(?:Large|Small|Vision)$"), re.compile(r"[\s-]+Language\b")
"""A last word that belongs to what follows: `the Fen Large Language Model`."""
_VERSIONS = re.compile(r"(?P<line>.*\d)(?:\.x|\.\*)")
"""A line of versions that leaves open which one: `SD 2.x`."""


def names_in(text: str, recognise: Recognise) -> list[Name]:
    """Every name of a text, the longest at each place, none within another."""
    parts = chunks(text, recognise)
    found: list[Name] = []
    at = 0
    while at < len(parts):
        name, used = _longest(text, parts, at, recognise)
        if (
            name is not None
            and not is_spelled_out(text, name.start, name.text)
            and not is_part(text, name.end)
            and not (_SIZED_WORD.search(name.text) and _OF_LANGUAGE.match(text, name.end))
        ):
            found.append(name)
        at += max(used, 1)
    found = [
        replace(one, measures=_measures(text, one))
        for at, one in enumerate(_rows_of_a_list(text, found, recognise))
        if not _is_route(text, one, found)
        and not _is_owner(text, one, found)
        and not _is_inside(text, one, found[at - 1] if at else None)
    ]
    taken = [(one.start, one.end) for one in found]
    found += [
        Name(one[0], one.start(), one.end(), None, is_generic=True)
        for one in _GENERIC.finditer(text)
        if not any(
            (start < one.end() and one.start() < end)
            or (one.end() <= start and _is_meant(one[0], text[one.end() : start]))
            for start, end in taken
        )
    ]
    found += _called(text, found)
    found += in_small_letters(text, found, recognise)
    found += _written(text, found)
    told = [one for one in beside_rows(text, found) if not _is_of_machine(text, one)]
    return sorted(told, key=lambda one: one.start)


def _is_of_machine(text: str, name: Name) -> bool:
    """Whether a name that nothing knows is that of a machine on which something ran."""
    known = name.known is not None and (name.known.record is not None or name.known.provider is not None)
    unknown = not known and not name.is_generic and "/" not in name.text
    return unknown and (is_machine(name.text) or goes_on_as_machine(text, name.end))


def _rows_of_a_list(text: str, found: Sequence[Name], recognise: Recognise) -> list[Name]:
    """The names, those whose size alone tells of a model being rows where a list names them beside known rows."""

    def lists(one: Name, other: Name) -> bool:
        rows = other.known is not None and other.known.kind == "dataset" and other.known.record is not None
        first, second = (one, other) if one.start < other.start else (other, one)
        return rows and _JOINT.fullmatch(text, first.end, second.start) is not None

    made = list(found)
    for at, one in enumerate(made):
        sized = one.known is not None and one.known.kind == "model" and one.known.record is None
        beside = [*made[max(0, at - 1) : at], *made[at + 1 : at + 2]]
        family = recognise(re.split("[-_]", one.text)[0])
        of_models = "/" in one.text or (family is not None and family.kind != "dataset")
        if sized and not of_models and any(lists(one, each) for each in beside):
            made[at] = replace(one, known=Known("dataset", None))
    return made


def _is_route(text: str, name: Name, found: Sequence[Name]) -> bool:
    """Whether a provider only stands behind a model that it serves: `NAME via OpenRouter`."""
    if name.known is None or name.known.kind != "provider":
        return False
    return any(one.end <= name.start and is_served(text, one.end, name.start) for one in found)


def _is_inside(text: str, name: Name, before: Name | None) -> bool:
    """Whether it names a part of the set just before it (`RedPajama ArXiv`), or only rows that are meant."""
    kind = name.known.kind if name.known else None
    of_set = before is not None and before.known is not None and before.known.kind == "dataset"
    if of_set and before and kind == "dataset" and text[before.end : name.start] == " ":
        return "/" not in name.text
    return kind == "model" and is_in_a_part(text, name.end)


def _measures(text: str, name: Name) -> bool:
    """Whether a name is that of a benchmark on which nothing is said to be trained."""
    rows = name.known is not None and name.known.kind == "dataset"
    return rows and is_measure(text, name.start, name.text)


def _is_owner(text: str, name: Name, found: Sequence[Name]) -> bool:
    """Whether a provider is only told as the maker of the model that follows: `OpenAI's Whisper model`."""
    if name.known is None or name.known.kind != "provider":
        return False
    return any(name.end < one.start and _OWNER.fullmatch(text, name.end, one.start) for one in found)


def _is_meant(kind: str, between: str) -> bool:
    """Whether words for a kind mean the one thing that follows; of several a colon only begins the list."""
    return bool(_IS.fullmatch(between)) and not (kind.lower().endswith("s") and ":" in between)


def _called(text: str, found: list[Name]) -> list[Name]:
    """Names that only the nouns behind them tell, where nothing else stands."""
    taken = [(one.start, one.end) for one in found]
    made: dict[int, Name] = {}
    listed = [
        (one.start, one.end, one.known.kind)
        for one in found
        if one.known and text.count("(", 0, one.start) == text.count(")", 0, one.start)
    ]
    told = (
        *called(text),
        *counted(text),
        *cited(text),
        *listed_with(text, listed),
        *placed(text),
    )
    for one in (*told, *beside(text, listed)):
        if _SPLIT.fullmatch(text, one.start, one.end):
            continue
        if not any(_SHORT.fullmatch(text, one.end, start) for start, _ in taken) and not any(
            start < one.end and one.start < end for start, end in taken
        ):
            made.setdefault(
                one.start,
                Name(text[one.start : one.end], one.start, one.end, Known(one.kind, None), by_noun=True),
            )
    return list(made.values())


def _written(text: str, found: Sequence[Name]) -> list[Name]:
    """Names that only their writing tells, where nothing else stands; that is not enough to draft an upstream of."""
    taken = [(one.start, one.end) for one in found]
    made: list[Name] = []
    for start, end, rows in written(text):
        words = text[start:end]
        free = not any(a < end and start < b for a, b in taken)
        if free and not is_spelled_out(text, start, words) and not is_part(text, end):
            taken.append((start, end))
            site = rows and words.islower()
            made.append(Name(words, start, end, Known("dataset", None) if rows else None, by_noun=site))
    return made


def _longest(
    text: str, chunks: list[tuple[int, int]], at: int, recognise: Recognise
) -> tuple[Name | None, int]:
    start = chunks[at][0]
    begins = begins_name(text[start : chunks[at][1]])
    for count in range(_in_a_row(text, chunks, at) if begins else 0, 0, -1):
        end = chunks[at + count - 1][1]
        if text[chunks[at + count - 1][0] : end] in _NEVER_LAST:
            continue
        words = text[start:end]
        known, length = _known(words, recognise)
        if known is not None:
            name = HUB_ADDRESS.sub("", words[:length])
            if name != words[:length]:
                name = "/".join(name.split("/")[:2])  # a folder or a file of it is that thing
            if known.kind == "model" and (rows := _NAMED_ROWS.match(text, start + length)):
                return Name(
                    text[start : rows.end()], start, rows.end(), Known("dataset", None), by_noun=True
                ), count
            if known.kind == "model" and _ROWS_OF.match(text, start + length):
                known = Known("dataset", None)
            return Name(name, start, start + length, known, by_noun=bool(_VERSIONS.fullmatch(name))), count
    one = text[start : chunks[at][1]]
    formed = by_form(one, start) or by_family(one, start, recognise)
    if formed and formed.known is None and _FOLDER.match(text, formed.end) and not HUB_ADDRESS.match(one):
        return None, 1
    modelled = formed is not None and (formed.known is None or formed.known.kind == "model")
    if formed and modelled and _ROWS_OF.match(text, formed.end):
        formed = replace(formed, known=Known("dataset", None))
    return formed, 1


def _known(words: str, recognise: Recognise) -> tuple[Known | None, int]:
    """What the words mean, with or without an ending that makes an adjective of them; and how long the name is."""
    if not may_be_name(words):
        return None, 0
    name = HUB_ADDRESS.sub("", words)
    known = recognise(name)
    if known is not None:
        return known, len(words)
    line = _VERSIONS.fullmatch(name)
    if line and any(
        (one := recognise(f"{line['line']}{version}")) is not None and one.kind == "model"
        for version in ("", ".0", ".1", ".5")
    ):
        return Known("model", None), len(words)
    ending = _ENDING.fullmatch(words)
    if ending and may_be_name(ending["name"]):
        return recognise(HUB_ADDRESS.sub("", ending["name"])), len(ending["name"])
    return None, 0


def _in_a_row(text: str, chunks: list[tuple[int, int]], at: int) -> int:
    """How many chunks from one on may be one name: only spaces stand between them, and each goes on as a name does."""
    for count, (before, after) in enumerate(itertools.pairwise(chunks[at : at + MOST_WORDS]), 1):
        gap = text[before[1] : after[0]]
        if gap.strip() or len(gap) > MOST_SPACES or "\n\n" in gap or text[after[0] : after[1]] in _NEVER_IN:
            return count
    return min(MOST_WORDS, len(chunks) - at)
