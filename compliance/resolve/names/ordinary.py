"""Ordinary words that somebody's data set is called, too: without its owner beside it, such a word names none.

Many sets are called after what they hold, under their owner's name: `open-llm-leaderboard/contents`. A name in which
the word alone stands (“medical questions of our own clinic”) speaks of the thing, and of no such set.
"""

from __future__ import annotations

from compliance.model.words.spelling import split_organisation

_FEWEST_LETTERS = 4
"""Letters of a short form, or of a coined word, that is nobody else's."""

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

_NAMES_TOO = frozenset(
    (
        "aila", "alpaca", "amass", "apps", "arena", "asset", "blink", "blurb", "bright", "cicero", "circa",
        "cloth", "cold", "colder", "condor", "conifer", "crystal", "culture", "dart", "dolly", "dolphin",
        "drill", "drop", "emit", "falcon", "felix", "fever", "fire", "fisher", "flair", "folio", "gaia",
        "gazeta", "glue", "gnosis", "goat", "granary", "grand", "grit", "hermes", "kitab", "kiwi", "lambada",
        "laws", "libero", "libra", "lila", "lima", "limit", "limo", "loong", "mask", "math", "matrix", "mela",
        "mutual", "nectar", "news", "orca", "oscar", "paloma", "paws", "peter", "phoenix", "pile", "pope",
        "prost", "quartz", "race", "raft", "rasa", "roleplay", "ropes", "rose", "slake", "smol", "soda",
        "spider", "squad", "swag", "synth", "taco", "teca", "totto", "trail", "vibe", "viggo", "whoops", "zen",
    )
)  # fmt: skip
"""Words and names that somebody may well call its own rows by, and that known sets bear as well."""


def is_coined(word: str) -> bool:
    """Whether one word, known as the name of a work, is hardly an own word of whoever writes it.

    >>> [one for one in ("mnist", "Tacred", "glue", "Stories", "ami", "two words") if is_coined(one)]
    ['mnist', 'Tacred']
    """
    said = word.casefold()
    return (
        said.isalpha() and len(said) >= _FEWEST_LETTERS and said not in _NAMES_TOO and not is_ordinary(said)
    )


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
        return len(bare) >= _FEWEST_LETTERS
    return not (bare.islower() or bare.istitle())
