"""What the name of a column says that its values were for the rows."""

from __future__ import annotations

from compliance.acquire.code.agents import agent, is_doer
from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.rows.column_words import COLUMNS
from compliance.model.declared.sighting import MentionRelation

_BY = frozenset({"by", "with", "via", "model", "llm", "vlm", "engine"})
"""With what the name of a column ends that says which model did something."""
_WRITES = frozenset(
    {"captioner", "transcriber", "translator", "asr", "tts", "ocr", "mt", "speaker", "voice", "paraphraser", "bot",
     "assistant", "rewriter", "synthesizer", "synth", "synthesiser", "vlm", "provider"}
)  # fmt: skip
"""Names of columns for what wrote or spoke a row, where they hold a model's name."""
_FROM = frozenset({"from", "source", "dataset", "corpus", "origin"})
"""With what the name of a column ends that says where rows come from."""
_OF_ROWS = frozenset(
    {"seed", "source", "parent", "derived", "taken", "copied", "prompt", "original", "upstream", "question", "passage",
     "image", "audio", "text", "document", "scene", "topic"}
)  # fmt: skip
"""Words before that for what was taken over, and not made."""
_BESIDE = frozenset({"name", "id", "version", "a", "b"})
"""Last words of a column that leave what it is about."""
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
    >>> column_relation("query_author"), column_relation("seed_from"), column_relation("caption_source")
    (('generated-by', True), ('data', True), ('generated-by', True))
    """
    word = column.lower()
    if word in COLUMNS:
        return COLUMNS[word], False
    parts = words_of(column)
    if len(parts) > 1 and parts[-1] in _BESIDE:
        parts = parts[:-1]
        if len(parts) == 1 and parts[0] in COLUMNS:
            return COLUMNS[parts[0]], True
    if len(parts) > 1 and parts[-1] in _FROM:
        return ("data" if _OF_ROWS.intersection(parts[:-1]) else agent(parts[-2:-1])), True
    if parts and is_doer(parts[-1]) and parts[-1] not in _WRITES:
        return agent(parts[-1:]), True
    if not parts or not (parts[-1] in _BY or parts[-1] in _WRITES):
        return None, True
    if _CHECKS.intersection(parts[:-1]):
        return "judged-by", True
    return meaning(parts[:-1], _PURPOSES) or agent(
        filter(is_doer, reversed(parts[:-1]))
    ) or "generated-by", True
