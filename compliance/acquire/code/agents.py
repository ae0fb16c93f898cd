"""Names of settings, options and columns after what does the work: `rater`, `query_author`, `TITLE_MODEL`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.acquire.code.purpose import words_of
from compliance.model.sighting import MentionRelation

_AGENTS: Mapping[MentionRelation, str] = {
    "none": "eval evals evaluation evaluator test tests dev valid validation val heldout holdout bench benchmark "
    "benchmarks baseline baselines compare comparison leaderboard tokenizer processor demo serve serving",
    "judged-by": "judge judges scorer rescorer rater grader critic verifier checker ranker reranker referee assessor "
    "arbiter reward rewards reviewer score scoring rating grading judging verdict preference",
    "filtered-by": "filter filters filtering classifier detector embedder embedding embeddings dedup deduper moderator "
    "moderation screener selector retriever identifier cleaner langid guard safety quality miner",
    "generated-by": "teacher teachers writer author generator captioner transcriber translator paraphraser rewriter "
    "editor polisher summarizer summariser annotator labeler labeller tagger predictor drafter synthesizer "
    "synthesiser simulator responder questioner narrator speaker expander augmenter describer rephraser proposer "
    "composer completer solver interviewer drafting generation generate synth synthesis synthetic writing rewrite "
    "paraphrase caption captioning transcription translation translate annotation labelling labeling distillation "
    "distill candidate candidates persona query queries title titles summary summaries polish draft",
    "adapter": "lora adapter adapters peft",
    "component": "vision vae vocoder codec tower audio speech",
    "base": "student base init pretrained backbone policy foundation start parent finetune initial warmstart",
}
"""Words for what a thing was for the work; the relation that comes first is the one that a word of both says."""
_RELATION: Mapping[str, MentionRelation] = {
    word: relation for relation, words in reversed(list(_AGENTS.items())) for word in words.split()
}
THING = frozenset({"model", "models", "llm", "llms", "vlm", "lm", "checkpoint", "ckpt", "weights", "engine"})
"""Words by which a setting says that it names a model."""
ROWS = frozenset(
    {"dataset", "datasets", "data", "corpus", "corpora", "seeds", "seed", "prompts", "sources", "source", "train",
     "training", "pairs", "rows", "texts", "documents", "mixture", "mix", "images", "reports", "recordings"}
)  # fmt: skip
"""Words by which a setting says that it names rows."""


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
