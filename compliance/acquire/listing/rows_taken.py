"""Places and sets from which a sentence says that rows were taken, or of which it says that a thing was trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.page.sentences import sentence_start
from compliance.acquire.prose.went_in import NOT_IN, SUM, Listed, is_name
from compliance.model.words.machines import goes_on_as_machine

_WORD = r"[\w'’+-]*(?:\.\w+)*"
_NAME = rf"[A-Z]{_WORD}(?:\s+(?:(?:of|the|for|de)\s+){{0,2}}[A-Z\d]{_WORD}){{0,6}}(?:\s+v\d[\d.]*\d)?"
_GOT = (
    r"(?:collected|extracted|scraped|crawled|harvested|mined|parsed|sourced|gathered|downloaded|retrieved|obtained|"
    r"drawn|sampled|derived)"
)
_ARTICLES = (
    r"(?:(?:the|a|all|public|publicly|available)\s+){0,3}"
    r"(?:(?:\d+|two|three|four|five|several)\s+(?:[\w-]+\s+){0,3}"
    r"(?:sites|web ?sites|sources|portals|newspapers|platforms|forums|archives|data ?sets|corpora)\s*[,:(]\s*)?"
)
_TAKEN = re.compile(
    r"\b(?:[\w-]{2,}s|data|data ?set|corpus|text|speech|audio)\b[^.;:!?]{0,60}?\b"
    rf"{_GOT}(?:\s+\w+ly)?\s+from\s+{_ARTICLES}(?={_NAME})"
)
"""How words end that say of content, in the number in which one speaks of many, from where it was taken."""
_TRAINED_ON_CONTENT = re.compile(
    r"(?i:\b(?:pre-?|fine-?)?trained)\s+(?:[\w-]+\s+){0,2}on\s+(?:[^.;:!?,]|,(?=\d)){0,70}?\bfrom\s+(?:the\s+)?"
    rf"(?={_NAME})"
)
"""How words end that say from where the content came on which a thing was trained."""
_TRAINED_ON_MIX = re.compile(
    r"(?i:\b(?:pre-?|fine-?)?(?:trained|tuned))\b[^.;:!?]{0,90}?\bon\s+[^.;!?]{0,40}?"
    r"\b(?:(?:ratio|mix(?:ture)?|blend|combination|union|concatenation)\s+of|"
    r"(?:mixing|mixed|blended|together|along)\s+(?:in\s+|with\s+)?"
    r"(?:an?\s+(?:\w+\s+)?(?:proportion|portion|part|subset|share)\s+of)?)"
    r"\s+(?:the\s+)?"
    rf"(?={_NAME})"
)
"""The same of what was put together for it."""
_TRAINED_ON_CALLED = re.compile(
    r"(?i:\b(?:pre-?|fine-?)?trained)\s+(?:[\w-]+\s+){0,2}on\s+(?:[\w-]+\s+){0,5}"
    r"(?i:data ?set|corpus|collection)\s*\(\s*"
    rf"(?={_NAME}\s*\))"
)
"""The same of rows of which a bracket tells how they are called."""
_ONE = re.compile(
    rf"(?P<name>{_NAME})"
    r"(?P<noun>\s+(?i:data ?sets?|data ?bases?|corpus|web ?sites?|sites?|platforms?|archives?|portal|forum|API))?"
)
_HOLDS = re.compile(r"\s(?:Bank|Data ?[Bb]ase|Corpus|Archives?|Collection|Library|Repository|Treebank)$")
"""The last word of a name that says that it holds things."""
_VERSION = re.compile(r"\s+v\d[\d.]*$")
_NEXT = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s+or\s+|\s*&\s*)(?:the\s+)?(?=[A-Z])")
_ENDS = re.compile(
    r"\s*(?:$|[.,;:()\[]|"
    r"(?:and|or|using|via|by|with|between|in|on|at|during|as|for|to|where|which|that|under|through|"
    r"examples|samples|data|rows)\b)"
)
"""What stands behind a name that is a whole, and does not only tell of what kind the noun behind it is."""
_PLACES = frozenset({
    "canada", "france", "germany", "italy", "spain", "portugal", "india", "china", "japan", "korea", "vietnam",
    "thailand", "indonesia", "brazil", "mexico", "russia", "ukraine", "poland", "sweden", "norway", "denmark",
    "finland", "iceland", "ireland", "england", "scotland", "wales", "britain", "europe", "asia", "africa",
    "america", "australia", "switzerland", "austria", "belgium", "netherlands", "greece", "turkey", "iran",
    "iraq", "israel", "egypt", "nigeria", "kenya", "ghana", "ethiopia", "pakistan", "bangladesh", "nepal",
    "philippines", "malaysia", "singapore", "taiwan", "london", "paris", "berlin", "beijing", "tokyo", "usa",
    "uk", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "monday", "i", "we", "it", "they", "english", "chinese", "german", "french",
    "spanish", "japanese", "korean", "russian", "arabic", "hindi", "italian", "internet", "web", "ai", "nlp",
})  # fmt: skip
"""Countries, towns, months and languages: people and things from there, but no set."""
_NO_SOURCE = frozenset(
    {
        "university",
        "college",
        "hospital",
        "institute",
        "department",
        "students",
        "figure",
        "table",
        "section",
        "appendix",
    }
)
"""Words of who gave rows, or of a part of a paper."""

_SHOWN = re.compile(
    r"(?i)\b(?:examples?|for instance|suppose|could|may|might|can|should|must|you|your|will|would|not|never|if|when)\b"
)
"""Words of a sentence that shows something, tells what may be done, or denies."""
_LEAST = 2
"""Letters at least of a name; one alone is an initial."""


def rows_taken(paragraph: Paragraph) -> Iterator[Listed]:
    """What the sentences of a paragraph name so.

    What is written as a name is told with the words that say it; a plain word without them, so that it is asked about.

    Args:
        paragraph: The paragraph; a row of a table tells nothing so.
    """
    if paragraph.columns:
        return
    for lead in (_TAKEN, _TRAINED_ON_CONTENT, _TRAINED_ON_MIX, _TRAINED_ON_CALLED):
        for said in lead.finditer(paragraph.text):
            before = paragraph.text[sentence_start(paragraph.text, said.end()) : said.end()]
            if not NOT_IN.search(said[0]) and not _SHOWN.search(before):
                yield from _named(paragraph.text, said.end(), " ".join(said[0].split()[-6:]))


def _named(text: str, at: int, said: str) -> Iterator[Listed]:
    """The names that stand one after the other from a place on."""
    while one := _ONE.match(text, at):
        name, whole = one["name"], _ENDS.match(text, one.end()) is not None
        spoken = name.lower().split()
        if whole and not goes_on_as_machine(text, one.end("name")) and not _is_none(spoken):
            plain = _VERSION.sub("", name)
            firm = is_name(plain) or one["noun"] is not None or _HOLDS.search(plain) is not None
            yield Listed(" ".join(name.split()), one.start("name"), said if firm else "")
        goes_on = _NEXT.match(text, one.end())
        if goes_on is None:
            return
        at = goes_on.end()


def _is_none(spoken: list[str]) -> bool:
    return (
        len("".join(spoken)) < _LEAST
        or SUM.issuperset(spoken)
        or _PLACES.issuperset(spoken)
        or not _NO_SOURCE.isdisjoint(spoken)
    )
