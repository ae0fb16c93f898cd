"""What the name of a column says that its values were for the rows."""

from __future__ import annotations

from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.column_words import COLUMNS
from compliance.model.sighting import MentionRelation

_BY = frozenset({"by", "model", "llm", "engine"})
"""With what the name of a column ends that says which model did something."""
_WRITES = frozenset(
    {"captioner", "transcriber", "translator", "asr", "tts", "ocr", "mt", "speaker", "voice", "paraphraser", "bot",
     "assistant", "rewriter", "synthesizer", "synth", "synthesiser", "vlm", "provider"}
)  # fmt: skip
"""Names of columns for what wrote or spoke a row, where they hold a model's name."""
_CHECKS = frozenset(
    {
        "agreed",
        "approved",
        "checked",
        "confirmed",
        "accepted",
        "reviewed",
        "validated",
        "verified",
        "proofread",
    }
)
"""What columns say that was done to a row which another had written."""
_PURPOSES: tuple[MentionRelation, ...] = ("none", "filtered-by", "judged-by")


def column_relation(column: str) -> tuple[MentionRelation | None, bool]:
    """What the values of a column were for the rows, and whether only names of known models count.

    >>> column_relation("teacher"), column_relation("scored_by"), column_relation("tts_model"), column_relation("text")
    (('generated-by', False), ('judged-by', True), ('generated-by', True), (None, True))
    """
    word = column.lower()
    if word in COLUMNS:
        return COLUMNS[word], False
    parts = words_of(column)
    if not parts or not (parts[-1] in _BY or parts[-1] in _WRITES):
        return None, True
    if _CHECKS.intersection(parts[:-1]):
        return "judged-by", True
    return meaning(parts[:-1], _PURPOSES) or "generated-by", True
