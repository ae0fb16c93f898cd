"""Names of settings, options and columns after what does the work: `rater`, `query_author`, `TITLE_MODEL`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from compliance.acquire.code.purpose import words_of
from compliance.acquire.names import hub_name, is_local, is_placeholder
from compliance.model.declared.sighting import MentionRelation

_AGENTS: Mapping[MentionRelation, str] = {
    "none": "eval evals evaluation evaluator test tests dev valid validation val heldout holdout bench benchmark "
    "benchmarks baseline baselines compare comparison leaderboard tokenizer processor demo serve serving",
    "judged-by": "judge judges scorer rescorer rater grader critic verifier checker ranker reranker referee assessor "
    "arbiter verify verifies verification verifying "
    "reward rewards reviewer score scoring rating grading judging verdict preference",
    "filtered-by": "filter filters filtering classifier detector embedder embedding embeddings dedup deduper moderator "
    "moderation screener selector retriever cleaner langid guard safety quality miner "
    "keep kept aligner align diariser diarizer diarisation diarization segmenter vad",
    "generated-by": "teacher teachers writer author generator captioner transcriber translator paraphraser rewriter "
    "editor polisher summarizer summariser annotator labeler labeller tagger predictor drafter synthesizer "
    "synthesiser simulator responder questioner narrator speaker expander augmenter describer rephraser proposer "
    "composer completer solver interviewer drafting generation generate synth synthesis synthetic writing rewrite "
    "paraphrase caption captioning transcription translation translate annotation labelling labeling distillation "
    "distill candidate candidates persona query queries title titles summary summaries polish draft "
    "separator denoiser enhancer upscaler restorer inpainter restyler",
    "adapter": "lora adapter adapters peft",
    "component": "vision vae vocoder codec tower audio speech",
    "base": "student base init pretrained backbone policy foundation parent finetune initial warmstart "
    "start starts starting",
}
"""Words for what a thing was for the work; the relation that comes first is the one that a word of both says."""
_RELATION: Mapping[str, MentionRelation] = {
    word: relation for relation, words in reversed(list(_AGENTS.items())) for word in words.split()
}
THING = frozenset(
    {"model", "models", "llm", "llms", "vlm", "lm", "checkpoint", "ckpt", "weights", "engine", "encoder"}
)
"""Words by which a setting says that it names a model."""
ROWS = frozenset(
    {"dataset", "datasets", "data", "corpus", "corpora", "seeds", "seed", "prompts", "sources", "source", "train",
     "training", "pairs", "rows", "texts", "documents", "mixture", "mix", "images", "reports", "recordings"}
)  # fmt: skip
"""Words by which a setting says that it names rows."""

_NO_NAME = frozenset(
    {"type", "types", "impl", "implementation", "size", "sizes", "parallel", "dim", "dims", "len", "length", "num",
     "max", "min", "output", "outputs", "out", "save", "saved", "push", "publish", "upload", "export", "class", "arch",
     "architecture", "format", "rank", "revision", "version", "time", "date", "key", "keys", "alias", "aliases",
     "match", "prefix", "suffix", "dir", "folder", "cache", "log", "port", "host", "device", "dtype", "template",
     "lock", "url", "task", "tasks", "mode", "kind", "flag", "count", "region", "zone"}
)  # fmt: skip
"""Words of settings whose value is a kind, a measure or a place to write to, and no thing that went in."""
_DUMMY = re.compile(r"(?i)\btiny-random|-internal-testing/|\bdummy\b|/fake-")
_FORM = re.compile(r"[A-Za-z0-9][\w.@:/+-]*")
"""How such a name is written."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$|\d{4,8}$|v?\d+(?:\.\d+)+$")
_DOMAIN = re.compile(r"(?i)^[\w-]+(?:\.[\w-]+)*\.(?:io|com|org|dev|net|ai|sh|local)/")


def agent(names: Iterable[str]) -> MentionRelation | None:
    """What the first of the names that holds such a word says; of one name its last word speaks first.

    >>> agent(["query_author"]), agent(["RATER"]), agent(["model", "editor"]), agent(["name"])
    ('generated-by', 'judged-by', 'generated-by', None)
    """
    for name in names:
        for word in reversed(words_of(name)):
            if word in _RELATION:
                return _RELATION[word]
    return None


def is_thing(name: str) -> bool:
    """Whether the name of a setting holds a word for a model.

    >>> is_thing("QUERY_MODEL"), is_thing("language")
    (True, False)
    """
    return not THING.isdisjoint(words_of(name))


def may_name(key: str, value: str) -> bool:
    """Whether a setting may name a model or rows by its value: a hub's name, or a word with letters and figures.

    >>> may_name("rater", "org/name-7b"), may_name("writer", "gpt-4o"), may_name("model_type", "gpt2")
    (True, True, False)
    >>> may_name("selector", "app.kubernetes.io/name"), may_name("model", "2024-01-01"), may_name("model", "data/x.bin")
    (False, False, False)
    """
    if not _NO_NAME.isdisjoint(words_of(key)) or is_local(value) or is_placeholder(value):
        return False
    if not _FORM.fullmatch(value) or _DUMMY.search(value) or _DAY.match(value) or _DOMAIN.match(value):
        return False
    if hub_name(value) is not None:
        return True
    return "/" not in value and re.search(r"[A-Za-z]", value) is not None and any(map(str.isdigit, value))


def is_aside(names: Iterable[str]) -> bool:
    """Whether any of the names speaks of what is only measured with, or served."""
    return any(_RELATION.get(word) == "none" for name in names for word in words_of(name))


def is_doer(word: str) -> bool:
    """Whether a word is one for who or what does the work, and not one for the work itself.

    >>> is_doer("tagger"), is_doer("title"), is_doer("judge")
    (True, False, True)
    """
    relation = _RELATION.get(word)
    return relation not in (None, "none", "adapter", "component", "base") and (
        word.endswith(("er", "or")) or word in ("judge", "critic", "referee")
    )
