"""A hundred names that mean nobody's record: private derivatives, names spelled much like known ones, and nonsense."""

from __future__ import annotations

DERIVED: tuple[tuple[str, str], ...] = (
    ("acme/my-qwen3-8b-finetune", "Qwen/Qwen3-8B"),
    ("acme/Mistral-7B-private-nc", "Mistral 7B"),
    ("hartmann-legal/mistral-7b-vertragsrecht", "Mistral 7B"),
    ("callops/whisper-small-agents-fi", "openai/whisper-small"),
    ("meadow/llama-3.1-8b-instruct-meadow", "meta-llama/Llama-3.1-8B-Instruct"),
    ("meadow/Llama-3.3-70B-Instruct-legal-v2", "meta-llama/Llama-3.3-70B-Instruct"),
    ("riverbank/llama-2-13b-chat-claims", "meta-llama/Llama-2-13B-chat"),
    ("riverbank/qwen2.5-7b-instruct-claims", "Qwen/Qwen2.5-7B-Instruct"),
    ("riverbank/Qwen2.5-Coder-32B-Instruct-cobol", "Qwen/Qwen2.5-Coder-32B-Instruct"),
    ("nordlicht/gemma-2-9b-it-norsk", "google/gemma-2-9b-it"),
    ("nordlicht/gemma-3-27b-it-dansk", "google/gemma-3-27b-it"),
    ("nordlicht/bert-base-uncased-tickets", "google-bert/bert-base-uncased"),
    ("harbour/phi-4-triage", "microsoft/phi-4"),
    ("harbour/mixtral-8x7b-v0.1-triage", "mistralai/Mixtral-8x7B-v0.1"),
    ("harbour/deepseek-r1-distill-qwen-32b-ops", "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"),
    ("kestrel/yi-34b-chat-notes", "01-ai/Yi-34B-Chat"),
    ("kestrel/falcon-7b-instruct-notes", "tiiuae/falcon-7b-instruct"),
    ("kestrel/stable-diffusion-xl-base-1.0-shoes", "stabilityai/stable-diffusion-xl-base-1.0"),
    ("kestrel/flux.1-dev-catalogue", "black-forest-labs/FLUX.1-dev"),
    ("orchard/olmo-2-1124-7b-farm", "allenai/OLMo-2-1124-7B"),
)
"""Names with the base that they show."""

ENDINGS = ("private", "ours-v3", "sft-2025", "dpo-internal", "support-bot")
BASES = (
    "qwen3-14b",
    "llama-3.2-3b",
    "mistral-7b-v0.3",
    "gemma-2-2b",
    "qwen2.5-0.5b",
    "phi-4",
    "llama3-70b",
    "mpt-7b",
)
OWN_LINES: tuple[str, ...] = tuple(
    f"{owner}/{base}-{ending}"
    for owner, endings in (("cobalt-works", ENDINGS[:3]), ("studio.eleven", ENDINGS[3:]))
    for base in BASES
    for ending in endings
)
"""Forty private tunes under organisations that nobody knows."""

NEAR: tuple[str, ...] = (
    "Qwen/Qwen2.5-7C", "Qwen/Qwen25-7B", "Qwen/Qwenn2.5-7B", "meta-llama/Llama-3.1-9B", "meta-llama/Lama-2-7b",
    "mistralai/Mistral-7B-v0.9", "mistralai/Mistrall-7B-v0.1", "google/gemma-2-9", "google/gema-2-9b",
    "microsoft/phi-44", "openai/gpt-oss-21b", "deepseek-ai/DeepSeek-R11", "tatsu-lab/alpacca", "tatsu-lab/alpaca-2",
    "databricks-dolly-14k", "bigscience/bloomm", "EleutherAI/gpt-neox-21b", "allenai/OLMo-9-7B",
    "stabilityai/stable-diffusion-9", "tiiuae/falcon-8b-x",
)  # fmt: skip
"""Misspelled versions of known names, and versions that there are not."""

NONSENSE: tuple[str, ...] = (
    "foo", "foo/bar", "model", "our model", "the-best-llm", "internal/v7", "final_final_2", "x" * 200, "7B", "instruct",
    "🤖", "a/b/c/d", "/", "org/", "/name", "0", "..", "the llama in our garden", "SELECT 1", "données internes",
)  # fmt: skip
