"""Ordinary words that somebody's data set is called, too: without its owner beside it, such a word names none.

Many sets are called after what they hold, under their owner's name: `open-llm-leaderboard/contents`. A name in which
the word alone stands (“medical questions of our own clinic”) speaks of the thing, and of no such set.
"""

from __future__ import annotations

from compliance.model.spelling import split_organisation

_FEWEST_CAPITALS = 4
"""Capitals of a short form that is nobody else's word."""

_WORDS = frozenset(
    (
        "annotation", "arithmetic", "article", "audio", "benchmark", "biology", "book", "case", "caselaw", "catalog",
        "catalogue", "chemistry", "code", "coding", "comment", "consent", "content", "context", "conversation",
        "corpus", "data", "dataset", "dialog", "dialogue", "dictionary", "document", "education", "email",
        "embedding", "emotion", "evaluation", "example", "execution", "express", "finance", "financial", "forum",
        "guideline", "history", "image", "instruct", "instruction", "instructor", "label", "language", "legal",
        "lesson", "letter", "library", "literature", "mathematics", "medical", "medicine", "message", "model",
        "multilingual", "multiple", "narrative", "newspaper", "note", "notebook", "novel", "opinion", "original",
        "paper", "paraphrase", "patent", "persona", "personal", "person", "physics", "poem", "poetry", "preference",
        "pretrain", "pretrained", "problem", "prompt", "qualify", "quality", "question", "reading", "reasoning",
        "recipe", "recording", "replica", "report", "request", "response", "result", "review", "roleplay", "scanned",
        "scanner", "science", "sentence", "session", "song", "speech", "sport", "stacked", "story", "subject",
        "submission", "subtitle", "summary", "switch", "synthetic", "test", "textbook", "ticket", "topic", "toxic",
        "train", "training", "transcript", "translation", "tutorial", "uncensored", "video", "voice", "weather",
    )
)  # fmt: skip


def is_ordinary(word: str) -> bool:
    """Whether a word, in the singular or the plural, is one of these.

    >>> is_ordinary("dataset"), is_ordinary("Contents"), is_ordinary("stories"), is_ordinary("hellaswag")
    (True, True, True, False)
    """
    said = word.casefold()
    forms = (said, said.removesuffix("s"), said.removesuffix("es"), f"{said.removesuffix('ies')}y")
    return not _WORDS.isdisjoint(forms)


def tells_whose(name: str) -> bool:
    """Whether a name that is a record's is hardly anybody else's: it has an owner, or is no single plain word.

    >>> names = ("emotion", "Matrix", "FIRE", "DM", "conll2003", "org/emotion", "GlotCC", "")
    >>> [one for one in names if tells_whose(one)]
    ['FIRE', 'conll2003', 'org/emotion', 'GlotCC']
    """
    organisation, bare = split_organisation(name)
    if not any(map(str.isalnum, bare)):
        return False
    if organisation or not bare.isalpha():
        return True
    if bare.isupper():
        return len(bare) >= _FEWEST_CAPITALS
    return not (bare.islower() or bare.istitle())
