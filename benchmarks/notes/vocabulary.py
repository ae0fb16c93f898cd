"""The closed words of notes for node kinds, step kinds and input roles, with the words that are also met."""

from __future__ import annotations

import re
from collections.abc import Collection

from compliance.model.shape import ArtifactKind, Role, StepKind

NODE_KINDS: dict[ArtifactKind, tuple[str, ...]] = {
    "service": ("api", "endpoint", "hosted-model"),
    "model": ("checkpoint", "adapter", "weights", "lora"),
    "dataset": ("corpus", "data"),
    "code": (
        "product",
        "system",
        "software",
        "library",
        "tool",
        "application",
        "app",
        "installer",
        "package",
    ),
    "document": ("content", "report", "paper", "text", "image", "audio", "video"),
}
STEP_KINDS: dict[StepKind, tuple[str, ...]] = {
    "generate": ("generation", "code-assistance", "synthesis"),
    "rewrite": ("rewriting",),
    "annotate": ("annotation", "label", "labelling"),
    "convert": ("ocr-convert", "ocr", "translation", "translate", "transform", "conversion"),
    "collect": ("collection", "scrape", "scraping", "crawl"),
    "mix": ("mixture", "mixing"),
    "filter": ("filtering",),
    "judge": ("judging",),
    "pretrain": ("pretraining", "continued-pretraining"),
    "train": ("training",),
    "finetune": (
        "sft",
        "lora",
        "reward-modelling",
        "fine-tune-or-copy",
        "finetuning",
        "fine-tune",
        "fine-tuning",
    ),
    "preference-tune": ("preference-tuning", "dpo"),
    "rl": ("reinforcement-learning", "rlhf"),
    "distil-logits": ("distil", "distill-logits"),
    "merge": ("merging",),
    "quantise": ("quantize", "quantisation", "quantization"),
    "prune": ("architecture-search", "pruning"),
    "evaluate": ("evaluation",),
    "deploy": ("serving", "hosting", "use", "system", "deployment"),
    "bundle": ("bundling", "packaging"),
    "fetch": ("runtime-download", "download"),
    "other": (),
}
ROLES: dict[Role, tuple[str, ...]] = {
    "teacher": ("generator", "captioner", "latent-encoder"),
    "judge": ("validator",),
    "filter": (),
    "reward": (),
    "reference": ("baseline", "frozen-base"),
    "base": ("parent",),
    "adapter": (),
    "component": ("payload", "tokenizer", "tokeniser", "model"),
    "data": ("test",),
    "source": ("host", "library"),
    "seed": (),
    "prompts": ("prompt",),
    "tool": ("trainer", "api"),
    "subject": (),
    "unknown": (),
}
_ROLE_KINDS: dict[str, ArtifactKind] = {
    "teacher": "model", "judge": "model", "filter": "model", "reward": "model", "reference": "model",
    "base": "model", "adapter": "model", "component": "model", "subject": "model", "tool": "code",
}  # fmt: skip


def _key(text: str) -> str:
    return re.sub(r"[\s_]+", "-", re.split(r"[(/,;]", text.strip().lower())[0].strip())


def _closed(text: str, table: dict[str, tuple[str, ...]]) -> str | None:
    key = _key(text)
    return next((word for word, others in table.items() if key == word or key in others), None)


def node_kind(text: str) -> ArtifactKind | None:
    """The kind of a node; None for a word that nobody listed.

    >>> node_kind("Endpoint"), node_kind("corpus"), node_kind("gizmo")
    ('service', 'dataset', None)
    """
    return _closed(text, NODE_KINDS)  # type: ignore[arg-type,return-value]


def role(text: str) -> Role:
    """The role of an input; a word that nobody listed is unknown, never a default that clears.

    >>> role("captioner"), role("frozen base"), role("muse")
    ('teacher', 'reference', 'unknown')
    """
    return _closed(text, ROLES) or "unknown"  # type: ignore[arg-type,return-value]


def step_kind(text: str, outputs: Collection[str], roles: Collection[str]) -> StepKind:
    """The kind of a step; `inference` and unlisted words are told apart by what the step writes.

    `outputs` are kinds of nodes, `roles` closed words.

    >>> step_kind("dpo", ["model"], []), step_kind("inference", ["dataset"], []), step_kind("inference", ["code"], [])
    ('preference-tune', 'generate', 'deploy')
    """
    if (found := _closed(text, STEP_KINDS)) is not None:  # type: ignore[arg-type]
        return found  # type: ignore[return-value]
    if not outputs:
        return "other"
    if "inference" in _key(text):
        return "generate" if {"dataset", "document"} & set(outputs) else "deploy"
    if "model" in outputs:
        return "train"
    return "generate" if {"teacher", "tool"} & set(roles) else "mix"


def kind_in_role(word: str) -> ArtifactKind:
    """What an input that no node describes most probably is."""
    return _ROLE_KINDS.get(word, "dataset")
