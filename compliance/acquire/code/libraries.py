"""Further libraries through which models are asked or run and rows loaded, and whose endpoint a library asks."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.acquire.code.table import Call, call_of

_MODEL = ("model",)
_FRAMEWORKS = frozenset(
    {"llama_index", "haystack", "haystack_integrations", "pydantic_ai", "instructor", "smolagents", "crewai",
     "guidance", "outlines", "semantic_kernel", "ragas", "deepeval", "camel", "mirascope", "agno", "agents", "lotus",
     "autogen", "autogen_ext", "autogen_core", "autogen_agentchat"}
)  # fmt: skip
"""Packages whose classes and functions stand for a model that they are given by its name."""
_NAMING = (
    "model",
    "model_name",
    "model_id",
    "ai_model_id",
    "repo_id",
    "deployment_name",
    "azure_deployment",
    "engine",
)
_FIRST = frozenset(
    {
        "Agent",
        "init_chat_model",
        "from_provider",
        "llm_factory",
        "transformers",
        "openai",
        "OpenAI",
        "Anthropic",
    }
)
"""Of these packages, what takes the name first."""
_VECTORS = ("Embed", "Rerank", "Ranker")

MORE: Mapping[str, Call] = {
    "replicate.async_run": Call("asks", ("ref",), 0),
    "replicate.stream": Call("asks", ("ref",), 0),
    "replicate.predictions.create": Call("asks", ("model", "version")),
    "fal_client.subscribe": Call("asks", ("application",), 0),
    "fal_client.run": Call("asks", ("application",), 0),
    "fal_client.submit": Call("asks", ("application",), 0),
    "fal_client.stream": Call("asks", ("application",), 0),
    "fal_client.subscribe_async": Call("asks", ("application",), 0),
    "fal_client.run_async": Call("asks", ("application",), 0),
    "fal_client.submit_async": Call("asks", ("application",), 0),
    "openai.Audio.transcribe": Call("asks", _MODEL, 0),
    "openai.Audio.translate": Call("asks", _MODEL, 0),
    "openai.Image.create": Call("asks", _MODEL),
    "openai.Embedding.create": Call("embeds", ("model", "engine")),
    "audio.translations.create": Call("asks", _MODEL),
    "speech.with_streaming_response.create": Call("asks", _MODEL),
    "moderations.create": Call("embeds", _MODEL),
    "dashscope.Generation.call": Call("asks", _MODEL, 0),
    "dashscope.MultiModalConversation.call": Call("asks", _MODEL, 0),
    "dashscope.ImageSynthesis.call": Call("asks", _MODEL, 0),
    "dashscope.TextEmbedding.call": Call("embeds", _MODEL, 0),
    "genai.embed_content": Call("embeds", _MODEL),
    "generativeai.embed_content": Call("embeds", _MODEL),
    "models.embed_content": Call("embeds", _MODEL),
    "elevenlabs.generate": Call("asks", _MODEL),
    "text_to_speech.convert_as_stream": Call("asks", ("model_id",)),
    "text_to_speech.convert_with_timestamps": Call("asks", ("model_id",)),
    "speech_to_text.convert": Call("asks", ("model_id",)),
    "tts.bytes": Call("asks", ("model_id",)),
    "tts.sse": Call("asks", ("model_id",)),
    "mlx_lm.load": Call("runs", ("path_or_hf_repo",), 0),
    "mlx_vlm.load": Call("runs", ("path_or_hf_repo",), 0),
    "mlx_whisper.transcribe": Call("runs", ("path_or_hf_repo",)),
    "llama_cpp.Llama.from_pretrained": Call("runs", ("repo_id",), 0),
    "sglang.Engine": Call("runs", ("model_path",), 0),
    "sglang.Runtime": Call("runs", ("model_path",), 0),
    "lmdeploy.pipeline": Call("runs", ("model_path",), 0),
    "vllm.LLM": Call("runs", _MODEL, 0),
    "vllm.AsyncEngineArgs": Call("runs", _MODEL, 0),
    "vllm.EngineArgs": Call("runs", _MODEL, 0),
    "kokoro.KPipeline": Call("runs", ("repo_id",)),
    "stable_whisper.load_model": Call("runs", ("name",), 0),
    "whisper_timestamped.load_model": Call("runs", ("name",), 0),
    "from_quantized": Call("weights", ("model_name_or_path", "pretrained_model_name_or_path"), 0),
    "timm.create_model": Call("weights", ("model_name",), 0),
    "open_clip.create_model_and_transforms": Call("embeds", ("model_name",), 0),
    "open_clip.create_model_from_pretrained": Call("embeds", ("model_name",), 0),
    "open_clip.create_model": Call("embeds", ("model_name",), 0),
    "ultralytics.YOLO": Call("weights", _MODEL, 0),
    "clip.load": Call("embeds", ("name",), 0),
    "DeepFace.represent": Call("embeds", ("model_name",)),
    "DeepFace.verify": Call("embeds", ("model_name",)),
    "kagglehub.dataset_download": Call("rows", ("handle",), 0),
    "kagglehub.load_dataset": Call("rows", ("handle",), 1),
    "MsDataset.load": Call("rows", ("dataset_name",), 0),
}
"""By the ends of dotted names, as in the first table."""

_BY_LIBRARY: Mapping[str, tuple[str | None, str | None]] = {
    "openai": ("openai", "direct"),
    "fal_client": ("fal", "direct"),
    "dashscope": ("alibaba", "direct"),
    "elevenlabs": ("elevenlabs", "direct"),
    "cartesia": ("cartesia", "direct"),
    "langchain_aws": (None, "bedrock"),
    "llama_index.llms.bedrock": (None, "bedrock"),
    "llama_index.llms.bedrock_converse": (None, "bedrock"),
    "llama_index.llms.azure_openai": ("openai", "azure"),
    "llama_index.llms.openai": ("openai", "direct"),
    "llama_index.llms.anthropic": ("anthropic", "direct"),
    "llama_index.llms.ollama": (None, "own"),
    "langchain_ollama": (None, "own"),
    "langchain_together": ("together", "direct"),
    "langchain_groq": ("groq", "direct"),
    "langchain_fireworks": ("fireworks", "direct"),
    "langchain_cohere": ("cohere", "direct"),
    "langchain_mistralai": ("mistral", "direct"),
}
"""Libraries that ask one endpoint, by how their dotted names begin."""


def any_call_of(name: str) -> Call | None:
    """The entry for a dotted name, in either table or by its package.

    >>> [any_call_of(f"llama_index.{one}").use for one in ("llms.openai.OpenAI", "embeddings.openai.OpenAIEmbedding")]
    ['asks', 'embeds']
    >>> any_call_of("fal_client.run").position, any_call_of("numpy.array") is None
    (0, True)
    """
    parts = name.split(".")
    for start in range(len(parts)):
        found = MORE.get(".".join(parts[start:]))
        if found is not None:
            return found
    return call_of(name) or _of_framework(parts)


def _of_framework(parts: list[str]) -> Call | None:
    package, last = parts[0], parts[-1]
    if not (package in _FRAMEWORKS or package.startswith("langchain")) or len(parts) < 2:
        return None
    if not last[:1].isupper() and last not in _FIRST:
        return None
    first = 0 if last in _FIRST else None
    return Call("embeds" if any(one in last for one in _VECTORS) else "asks", _NAMING, first)


def by_library(name: str) -> tuple[str | None, str | None]:
    """Whose endpoint is asked by what a library's dotted name begins with."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        if (told := _BY_LIBRARY.get(".".join(parts[:length]))) is not None:
            return told
    return None, None
