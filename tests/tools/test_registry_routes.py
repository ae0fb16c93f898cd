"""Every route has texts that govern it, or says that none is held; a string on it is whose endpoint it is."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names
from tools.registry.routes import NO_TEXT, UNKNOWN, Row, governing, rows

KINDS = [
    ("azure/gpt-4o", "openai", True),
    ("bedrock/anthropic.claude-3-5-sonnet-20241022-v2:0", "anthropic", True),
    ("amazon.nova-pro-v1:0", "aws", True),
    ("vertex_ai/claude-sonnet-4@20250514", "anthropic", True),
    ("vertex_ai/gemini-2.5-pro", "google", True),
    ("groq/llama-3.3-70b-versatile", "groq", True),
    ("together_ai/deepseek-ai/DeepSeek-V3", "together", True),
    ("fireworks_ai/accounts/fireworks/models/llama-v3p1-70b-instruct", "fireworks", True),
    ("deepinfra/Qwen/Qwen3-235B-A22B", "deepinfra", False),
    ("cerebras/zai-glm-4.7", "cerebras", False),
    ("novita/deepseek/deepseek-r1", "novita", False),
    ("sambanova/Meta-Llama-3.1-405B-Instruct", "sambanova", False),
    ("openrouter/anthropic/claude-3.5-sonnet", "anthropic", True),
    ("gpt-image-1", "openai", True),
    ("sora-2", "openai", True),
    ("veo-3.0-generate-001", "google", True),
    ("whisper-1", "openai", True),
    ("eleven_multilingual_v2", "elevenlabs", True),
    ("deepgram/nova-3", "deepgram", False),
    ("tavily/search", "tavily", False),
    ("mimo/mimo-v2-flash", "xiaomi", False),
]


@pytest.mark.parametrize(("string", "provider", "held"), KINDS)
def test_a_string_of_each_kind_is_its_provider_s_and_says_whether_a_text_is_held(
    string: str, provider: str, held: bool
) -> None:
    registry = load_packs().registry
    found = Names(registry).service(string)
    assert found is not None
    texts = governing(found.provider, registry)
    assert (found.provider, texts not in (NO_TEXT, UNKNOWN)) == (provider, held)


def test_every_provider_has_texts_or_says_that_none_is_held() -> None:
    registry = load_packs().registry
    assert [one for one in registry.providers if governing(one, registry) == UNKNOWN] == []


def test_a_route_is_a_row() -> None:
    listed = iter([("groq", "llama-3.3-70b-versatile"), ("groq", "kimi-k2"), ("nowhere", "x-1")])
    expected = [
        Row("groq", 2, 2, ("groq",), "groq/services-agreement"),
        Row("nowhere", 1, 0, (), UNKNOWN),
    ]
    assert expected == rows(listed, load_packs().registry)
