"""Libraries of other languages than Python and JavaScript that ask models or fetch them from a hub."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_OPENAI = ("openai", "direct")
_ANTHROPIC = ("anthropic", "direct")
_GOOGLE = ("google", "direct")
_MISTRAL = ("mistral", "direct")
_COHERE = ("cohere", "direct")
_OWN = (None, "own")
CLIENTS: Mapping[str, tuple[str | None, str | None]] = {
    # Go
    "github.com/sashabaranov/go-openai": _OPENAI,
    "github.com/openai/openai-go": _OPENAI,
    "github.com/anthropics/anthropic-sdk-go": _ANTHROPIC,
    "github.com/liushuangls/go-anthropic": _ANTHROPIC,
    "github.com/google/generative-ai-go": _GOOGLE,
    "google.golang.org/genai": _GOOGLE,
    "cloud.google.com/go/vertexai": ("google", "vertex"),
    "github.com/cohere-ai/cohere-go": _COHERE,
    "github.com/ollama/ollama/api": _OWN,
    "github.com/tmc/langchaingo/llms/openai": _OPENAI,
    "github.com/tmc/langchaingo/llms/anthropic": _ANTHROPIC,
    "github.com/tmc/langchaingo/llms/mistral": _MISTRAL,
    "github.com/tmc/langchaingo/llms/ollama": _OWN,
    "service/bedrockruntime": (None, "bedrock"),
    # Rust
    "async_openai": _OPENAI,
    "openai_api_rust": _OPENAI,
    "ollama_rs": _OWN,
    "aws_sdk_bedrockruntime": (None, "bedrock"),
    "rig::providers::openai": _OPENAI,
    "rig::providers::anthropic": _ANTHROPIC,
    "rig::providers::gemini": _GOOGLE,
    "rig::providers::cohere": _COHERE,
    "anthropic_sdk": _ANTHROPIC,
    "genai::": (None, None),
    "mistralrs": _OWN,
    # Java, Kotlin, Scala
    "dev.langchain4j.model.openai": _OPENAI,
    "dev.langchain4j.model.azure": ("openai", "azure"),
    "dev.langchain4j.model.anthropic": _ANTHROPIC,
    "dev.langchain4j.model.mistralai": _MISTRAL,
    "dev.langchain4j.model.googleai": _GOOGLE,
    "dev.langchain4j.model.vertexai": ("google", "vertex"),
    "dev.langchain4j.model.bedrock": (None, "bedrock"),
    "dev.langchain4j.model.ollama": _OWN,
    "dev.langchain4j.model.cohere": _COHERE,
    "com.openai.client": _OPENAI,
    "com.openai.models": _OPENAI,
    "com.anthropic.client": _ANTHROPIC,
    "com.anthropic.models": _ANTHROPIC,
    "com.google.genai": _GOOGLE,
    "com.google.cloud.vertexai": ("google", "vertex"),
    "com.theokanning.openai": _OPENAI,
    "com.aallam.openai": _OPENAI,
    "io.cequence.openaiscala": _OPENAI,
    "org.springframework.ai.openai": _OPENAI,
    "org.springframework.ai.anthropic": _ANTHROPIC,
    "org.springframework.ai.mistralai": _MISTRAL,
    "org.springframework.ai.ollama": _OWN,
    "software.amazon.awssdk.services.bedrockruntime": (None, "bedrock"),
    # C#
    "using OpenAI": _OPENAI,
    "using Azure.AI.OpenAI": ("openai", "azure"),
    "using Anthropic": _ANTHROPIC,
    "using Microsoft.SemanticKernel": (None, None),
    "using OllamaSharp": _OWN,
    "using Mscc.GenerativeAI": _GOOGLE,
    "using Amazon.BedrockRuntime": (None, "bedrock"),
    # Swift, Ruby, PHP, R, Julia, Elixir
    "import OpenAI": _OPENAI,
    "import GoogleGenerativeAI": _GOOGLE,
    "OpenAI::Client": _OPENAI,
    "Anthropic::Client": _ANTHROPIC,
    "RubyLLM": (None, None),
    "Langchain::LLM": (None, None),
    "OpenAI::client": _OPENAI,
    "Anthropic::client": _ANTHROPIC,
    "Anthropic\\": _ANTHROPIC,
    "chat_openai(": _OPENAI,
    "chat_anthropic(": _ANTHROPIC,
    "chat_claude(": _ANTHROPIC,
    "chat_google_gemini(": _GOOGLE,
    "chat_ollama(": _OWN,
    "library(openai)": _OPENAI,
    "library(ellmer)": (None, None),
    "using OpenAI\n": _OPENAI,
    "PromptingTools": (None, None),
    "LangChain.ChatModels": (None, None),
    "LLMChain": (None, None),
}
"""What a file holds that brings a client in: whose endpoint that asks, and by which route."""
LOADS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"""\b(?:api|hub|client|repo\w*)\.model\(\s*"(?P<name>[^"]+)\""""), "model"),
    (re.compile(r"""\bapi\.dataset\(\s*"(?P<name>[^"]+)\""""), "dataset"),
    (re.compile(r"""\bRepo::(?:model|with_revision)\(\s*"(?P<name>[^"]+)\""""), "model"),
    (re.compile(r"""\bRepo::dataset\(\s*"(?P<name>[^"]+)\""""), "dataset"),
    (re.compile(r"""\bfrom_pretrained\(\s*"(?P<name>[^"]+)\""""), "model"),
    (re.compile(r"""djl://ai\.djl\.huggingface\.\w+/(?P<name>[\w.-]+/[\w.-]+)"""), "model"),
    (re.compile(r"""\bBumblebee\.load_model\(\s*\{:hf,\s*"(?P<name>[^"]+)\""""), "model"),
    (re.compile(r"""\bhfhub::hub_download\(\s*"(?P<name>[^"]+)\""""), "model"),
    (re.compile(r"""\b(?:HubApi|Hub\.Repo)\w*\([^"]*"(?P<name>[^"]+)\""""), "model"),
    (re.compile(r"""\bModelConfiguration\(\s*id:\s*"(?P<name>[^"]+)\""""), "model"),
)
"""Calls that fetch weights or rows from a hub by name."""
