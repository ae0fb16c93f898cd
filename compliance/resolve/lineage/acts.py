"""What a step does by the name that it is given, where its kind says that it writes nothing.

A step of a kind that only moves, joins or drops what is there may be called after work that puts something new beside
it: a translation, a transcript, a voice, an answer, a label. Then a person or a model did that work, and who is asked.
"""

from __future__ import annotations

from compliance.patterns import regex

MOVES = ("collect", "convert", "filter", "mix")
"""Kinds of step that write nothing of their own, unless something in them does."""
GATHERS = ("collect", "other", "fetch", "convert")
"""Kinds of step that may take something from where it lies."""
_WRITES = regex(
    r"(?<![^\W\d_])(?:(?:machine|auto|back|re)[\W_]*)?("
    r"translat(?:e|es|ed|ing|ions?)|transcri(?:be|bes|bed|bing|ptions?)|(?:speech|voice|audio|image|video)[\W_]*(?:to|2)[\W_]*text"
    r"|text[\W_]*(?:to|2)[\W_]*(?:speech|image|video|audio|music)|synthesi[sz](?:e|es|ed|ing)|narrat(?:e|es|ed|ing|ion)"
    r"|dub(?:bed|bing)?|speak|caption(?:s|ed|ing)?|paraphras(?:e|es|ed|ing)|re?phras(?:e|es|ed|ing)|re?writ(?:e|es|ing|ten)"
    r"|summari[sz](?:e|es|ed|ing)|summar(?:y|ies)|generat(?:e|es|ed|ing|ion)|distill?(?:s|ed|ing|ation)?"
    r"|(?:ask|prompt|query)(?:ing|ed)?[\W_]+(?:an?[\W_]+|the[\W_]+|our[\W_]+)?"
    r"(?:ai|assistant|bot|chatbot|chat|expert|helper|llm|lm|model|oracle|system|teacher)"
    r"|(?:pseudo[\W_]*)?(?:label|annotat|tagg)(?:s|ing|e|es|ed|led|ling|ion|ions)?)(?![^\W\d_])",
    flags=2,
)
"""Work that puts new content, or labels, beside what was there."""
_MOVING = frozenset(
    ("align", "clean", "collect", "combine", "copy", "dedup", "deduplicate", "download", "drop", "export", "fetch",
     "filter", "format", "gather", "import", "join", "keep", "load", "merge", "mix", "normalise", "normalize", "pack",
     "parse", "remove", "sample", "scrape", "select", "shuffle", "sort", "split", "strip", "subset", "tokenise",
     "tokenize")
)  # fmt: skip
"""Words for what is done to content that is there already: translations may be collected, labels dropped."""
_WORD = regex(r"[^\W\d_]+")


def writes_by_its_name(step: str) -> str:
    """The work of writing after which a step is called; empty where it is called after none.

    >>> writes_by_its_name("speech-to-text"), writes_by_its_name("translate-faq"), writes_by_its_name("to-parquet")
    ('speech-to-text', 'translate', '')
    >>> writes_by_its_name("drop-bad-translations"), writes_by_its_name("ask-the-assistant")
    ('', 'ask-the-assistant')
    """
    found = _WRITES.search(step)
    if found is None or _MOVING & {word.casefold() for word in _WORD.findall(step)}:
        return ""
    return found.group(0)
