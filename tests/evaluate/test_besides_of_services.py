"""A finding on a hosted service tells of its provider's texts, and of no other that the same rule reads."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.packs.besides import prose_of
from compliance.model.packs.reasons import reasons_of
from compliance.model.packs.rule import Rule
from compliance.pipeline import check_text

TAUGHT = """
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab, kind: company, country: DE}}
artifacts:
  teacher: {{kind: service, provider: {provider}, name: {name}, plan: {plan}}}
  rows: {{kind: dataset}}
  tuned: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: teacher}}, outputs: rows, period: 2026-02, route: direct, facts: {{
     automated: true, account_holder: pooled, limits_evaded: true, false_identity: true,
     marks_removed: true}}}}
  - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: tuned, period: 2026-02}}
releases:
  - {{artifact: tuned, name: meadow/lark, date: 2026-03-01, license: Apache-2.0, access: product, commercial: true,
     function: general-purpose, markets: [DE], facts: {{decides_on_people: true}}}}
  - {{artifact: rows, name: meadow/rows, date: 2026-03-01, license: CC0-1.0, access: public, markets: [DE]}}
"""
NAMES = {
    "openai": "OpenAI|ChatGPT|Azure",
    "anthropic": "Anthropic|Claude",
    "google": "Google|Gemini|Gemma",
    "meta": "Meta|Llama",
    "mistral": "Mistral|Le Chat",
    "xai": "xAI|Grok",
    "deepseek": "DeepSeek",
    "qwen": "Qwen|Bailian|Alibaba",
    "moonshot": "Kimi|Moonshot",
    "minimax": "MiniMax",
    "zai": "Z[.]ai|BigModel|Zhipu",
    "bytedance": "Doubao|Volcengine",
    "stepfun": "StepFun",
    "perplexity": "Perplexity",
    "microsoft": "Microsoft|Copilot",
    "aws": "AWS|Bedrock",
    "midjourney": "Midjourney",
    "stability": "Stability",
    "black-forest-labs": "Black Forest Labs|FLUX",
    "elevenlabs": "ElevenLabs",
    "cohere": "Cohere",
    "nvidia": "NVIDIA",
    "together": "Together",
    "fireworks": "Fireworks",
    "fal": "fal",
    "berget": "Berget",
    "lovable": "Lovable",
    "bolt-new": "Bolt[.]new",
    "cursor": "Cursor",
    "cognition": "Codeium",
    "jasper": "Jasper",
    "murf": "Murf",
    "speechify": "Speechify",
    "soundraw": "Soundraw",
    "wolfram": "Wolfram",
    "pirr": "Pirr",
    "ai21": "Wordtune",
    "bardeen": "Bardeen",
}
NAMED = {maker: re.compile(rf"(?<![\w-])(?:{names})(?![\w])") for maker, names in NAMES.items()}


def named_beside(maker: str, words: str) -> set[str]:
    """The makers other than one whom some words name."""
    return {other for other, pattern in NAMED.items() if other != maker and pattern.search(words)}


@pytest.mark.parametrize(
    ("provider", "maker", "name", "plan"),
    [
        ("openai", "openai", "gpt-4o", "api"),
        ("openai", "openai", "gpt-4o", "consumer"),
        ("anthropic", "anthropic", "claude-sonnet-4", "consumer"),
        ("google", "google", "gemini-2.0-flash", "consumer"),
        ("mistral", "mistral", "mistral-large-2411", "api"),
        ("xai", "xai", "grok-3", "consumer"),
        ("deepseek", "deepseek", "deepseek-chat", "api"),
        ("perplexity", "perplexity", "sonar", "consumer"),
        ("moonshot", "moonshot", "kimi-k2", "api"),
    ],
)
def test_a_finding_on_a_service_names_no_other_provider(
    provider: str, maker: str, name: str, plan: str
) -> None:
    manifest = TAUGHT.format(provider=provider, name=name, plan=plan)
    report = check_text(manifest, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 3, 2))
    found = [one for one in report.findings if one.source == "teacher"]
    assert found
    for one in found:
        because = " ".join(words for element in one.elements for _, words in element.because)
        told = f"{one.says} {one.consequence} {one.does_not_cover} {because}"
        assert not named_beside(maker, told), one.rule


def read_of_services() -> Iterator[Rule]:
    """The bundled rules that read more than two texts, all of them of services."""
    knowledge = load_packs()
    for _, rule in knowledge.rules():
        texts = {cite.instrument for cite in rule.cites}
        if len(texts) > 2 and all(
            knowledge.instruments[text].kind in ("provider-terms", "usage-policy", "guideline")
            for text in texts
        ):
            yield rule


def test_what_is_told_of_the_texts_of_one_provider_names_no_other() -> None:
    definitions = load_packs().definitions
    read = tuple(read_of_services())
    assert len(read) > 30
    for rule in read:
        texts = {cite.instrument for cite in rule.cites}
        for maker in {text.partition("/")[0] for text in texts}:
            own = {text for text in texts if text.startswith(f"{maker}/")}
            because = (
                words
                for name in (*rule.when, *rule.unless)
                for _, words in reasons_of(rule, name, definitions, own).of()
            )
            told = " ".join((*(part or "" for part in prose_of(rule, own)), *because))
            assert not named_beside(maker, told), f"{rule.id} of {maker}"
