"""Which calls bring in what: ends of dotted names, where the model or data set stands, and how it is reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Use = Literal["asks", "runs", "rows", "weights", "file", "publishes", "embeds", "adapts", "part", "zoo"]


@dataclass(frozen=True, slots=True)
class Call:
    """A call that names an upstream, or a release: keywords, then the position, at which the name stands."""

    use: Use
    keywords: tuple[str, ...]
    position: int | None = None


_MODEL = ("model",)
ENDS: Mapping[str, Call] = {
    "chat.completions.create": Call("asks", _MODEL),
    "chat.completions.parse": Call("asks", _MODEL),
    "chat.completions.stream": Call("asks", _MODEL),
    "completions.create": Call("asks", _MODEL),
    "responses.create": Call("asks", _MODEL),
    "responses.parse": Call("asks", _MODEL),
    "ChatCompletion.create": Call("asks", ("model", "engine", "deployment_id")),
    "ChatCompletion.acreate": Call("asks", ("model", "engine", "deployment_id")),
    "Completion.create": Call("asks", ("model", "engine")),
    "messages.create": Call("asks", _MODEL),
    "messages.stream": Call("asks", _MODEL),
    "messages.batches.create": Call("asks", _MODEL),
    "models.generate_content": Call("asks", _MODEL),
    "models.generate_content_stream": Call("asks", _MODEL),
    "images.generate": Call("asks", _MODEL),
    "GenerativeModel": Call("asks", ("model_name",), 0),
    "converse": Call("asks", ("modelId",)),
    "converse_stream": Call("asks", ("modelId",)),
    "invoke_model": Call("asks", ("modelId",)),
    "invoke_model_with_response_stream": Call("asks", ("modelId",)),
    "chat.complete": Call("asks", _MODEL),
    "chat.stream": Call("asks", _MODEL),
    "chat_completion": Call("asks", _MODEL),
    "text_generation": Call("asks", _MODEL),
    "litellm.completion": Call("asks", _MODEL, 0),
    "litellm.acompletion": Call("asks", _MODEL, 0),
    "litellm.batch_completion": Call("asks", _MODEL, 0),
    "litellm.text_completion": Call("asks", _MODEL, 0),
    "ollama.chat": Call("asks", _MODEL, 0),
    "ollama.generate": Call("asks", _MODEL, 0),
    "replicate.run": Call("asks", ("ref",), 0),
    "ChatOpenAI": Call("asks", ("model", "model_name")),
    "AzureChatOpenAI": Call("asks", ("model", "model_name", "azure_deployment", "deployment_name")),
    "ChatAnthropic": Call("asks", ("model", "model_name")),
    "ChatGoogleGenerativeAI": Call("asks", _MODEL),
    "ChatVertexAI": Call("asks", ("model", "model_name")),
    "ChatBedrock": Call("asks", ("model", "model_id")),
    "ChatMistralAI": Call("asks", ("model", "model_name")),
    "ChatOllama": Call("asks", _MODEL),
    "ChatGroq": Call("asks", ("model", "model_name")),
    "OpenAILLM": Call("asks", _MODEL, 0),
    "AzureOpenAILLM": Call("asks", _MODEL, 0),
    "AnthropicLLM": Call("asks", _MODEL, 0),
    "MistralLLM": Call("asks", _MODEL, 0),
    "MistralAILLM": Call("asks", _MODEL, 0),
    "TogetherLLM": Call("asks", _MODEL, 0),
    "GroqLLM": Call("asks", _MODEL, 0),
    "CohereLLM": Call("asks", _MODEL, 0),
    "VertexAILLM": Call("asks", _MODEL, 0),
    "LiteLLM": Call("asks", _MODEL, 0),
    "OllamaLLM": Call("asks", _MODEL, 0),
    "ClientvLLM": Call("asks", _MODEL, 0),
    "OpenAIImageGeneration": Call("asks", _MODEL, 0),
    "SentenceTransformerEmbeddings": Call("embeds", _MODEL, 0),
    "LoadDataFromHub": Call("rows", ("repo_id",)),
    "LoadHubDataset": Call("rows", ("repo_id",)),
    "InferenceEndpointsLLM": Call("asks", ("model_id", "model_display_name", "tokenizer_id"), 0),
    "vLLM": Call("runs", _MODEL, 0),
    "TransformersLLM": Call("runs", _MODEL, 0),
    "dspy.LM": Call("asks", _MODEL, 0),
    "InferenceClient": Call("asks", _MODEL, 0),
    "InferenceClient.chat_completion": Call("asks", _MODEL),
    "curator.LLM": Call("asks", ("model_name",)),
    "transformers.pipeline": Call("runs", _MODEL, 1),
    "audio.speech.create": Call("asks", _MODEL),
    "audio.transcriptions.create": Call("asks", _MODEL),
    "images.edit": Call("asks", _MODEL),
    "ocr.process": Call("asks", _MODEL),
    "text_to_speech.convert": Call("asks", ("model_id",)),
    "text_to_speech.stream": Call("asks", ("model_id",)),
    "generate_images": Call("asks", _MODEL),
    "rerank": Call("embeds", _MODEL),
    "embeddings.create": Call("embeds", _MODEL),
    "load_dataset": Call("rows", ("path",), 0),
    "load_dataset_builder": Call("rows", ("path",), 0),
    "hf_hub_download": Call("file", ("repo_id",), 0),
    "snapshot_download": Call("file", ("repo_id",), 0),
    "from_pretrained": Call("weights", ("pretrained_model_name_or_path", "model_name"), 0),
    "cached_path": Call("file", ("url_or_filename",), 0),
    "from_hparams": Call("weights", ("source",), 0),
    "tfds.load": Call("zoo", ("name",), 0),
    "tensorflow_datasets.load": Call("zoo", ("name",), 0),
    "load_zoo_dataset": Call("zoo", ("name",), 0),
    "ir_datasets.load": Call("zoo", (), 0),
    "comet.download_model": Call("file", ("model",), 0),
    "torch.hub.load": Call("weights", ("repo_or_dir",), 0),
    "load_lora_weights": Call("adapts", ("pretrained_model_name_or_path_or_dict",), 0),
    "load_adapter": Call("adapts", ("adapter_name_or_path", "model_id"), 0),
    "load_ip_adapter": Call("part", ("pretrained_model_name_or_path_or_dict",), 0),
    "load_textual_inversion": Call("part", ("pretrained_model_name_or_path",), 0),
    "FaceAnalysis": Call("part", ("name",)),
    "model_zoo.get_model": Call("part", ("name",), 0),
    "models.Transformer": Call("weights", ("model_name_or_path",), 0),
    "TTS": Call("runs", ("model_name",), 0),
    "SentenceTransformer": Call("embeds", ("model_name_or_path",), 0),
    "CrossEncoder": Call("embeds", ("model_name_or_path", "model_name"), 0),
    "whisper.load_model": Call("runs", ("name",), 0),
    "WhisperModel": Call("runs", ("model_size_or_path",), 0),
    "whisperx.load_model": Call("runs", ("whisper_arch",), 0),
    "push_to_hub": Call("publishes", ("repo_id", "hub_model_id"), 0),
    "push_to_hub_merged": Call("publishes", ("save_directory", "repo_id"), 0),
    "push_to_hub_gguf": Call("publishes", ("save_directory", "repo_id"), 0),
    "create_repo": Call("publishes", ("repo_id",), 0),
    "upload_folder": Call("publishes", ("repo_id",)),
}
"""The longest end of a dotted name decides. Bare method names that much else is called are not here."""

ASKED: Mapping[str, Use] = {
    "chat": "asks", "chat_stream": "asks", "generate": "asks", "complete": "asks", "predict": "asks", "stream": "asks",
    "create": "asks", "classify": "embeds", "embed": "embeds", "embeddings": "embeds", "rerank": "embeds",
    "convert": "asks", "transcribe": "asks", "synthesize": "asks", "text_to_image": "asks", "image_to_text": "asks",
    "image_to_image": "asks", "text_to_speech": "asks", "automatic_speech_recognition": "asks", "translation": "asks",
    "summarization": "asks", "text_to_video": "asks", "image_classification": "embeds", "object_detection": "embeds",
    "text_classification": "embeds", "feature_extraction": "embeds", "zero_shot_classification": "embeds",
}  # fmt: skip
"""Bare names of methods that ask a model, where they are called of a client that is known."""

HEADS: tuple[str, ...] = (
    "SequenceClassification", "TokenClassification", "ImageClassification", "AudioClassification",
    "VideoClassification",
    "ObjectDetection", "Segmentation", "NextSentencePrediction", "EncoderClassifier", "SpeakerRecognition",
    "SamModel", "Sam2Model", "SAM2", "SamPredictor", "MaskGenerator", "DepthEstimation", "KeypointDetection",
    "PoseEstimation", "AudioFrameClassification", "XVector",
)  # fmt: skip
"""What stands in the names of classes whose weights tell labels or scores, and write nothing."""

WRITERS: tuple[str, ...] = (
    "EncoderDecoderASR",
    "EncoderASR",
    "DiffusionPipeline",
    "Text2Image",
    "Image2Image",
    "Tacotron2",
)
"""What stands in the names of classes whose weights write text, pictures or sound."""

PARTS: tuple[str, ...] = (
    "Autoencoder", "VAE", "Vocos", "Vocoder", "ControlNet", "TextModel", "TextEncoder", "T5Encoder", "VisionModel",
    "VisionTower", "EncodecModel", "HifiGan", "CLIPModel", "Siglip", "Wav2Vec2FeatureExtractor", "HubertModel", "Mimi",
)  # fmt: skip
"""What stands in the names of classes whose weights are a part of something larger."""

CLIENTS: Mapping[str, tuple[str | None, str | None]] = {
    "AzureOpenAI": ("openai", "azure"),
    "AsyncAzureOpenAI": ("openai", "azure"),
    "AzureChatOpenAI": ("openai", "azure"),
    "AnthropicBedrock": ("anthropic", "bedrock"),
    "AnthropicVertex": ("anthropic", "vertex"),
    "ChatVertexAI": (None, "vertex"),
    "ChatBedrock": (None, "bedrock"),
    "vertexai.generative_models.GenerativeModel": ("google", "vertex"),
    "OpenAI": ("openai", "direct"),
    "AsyncOpenAI": ("openai", "direct"),
    "Anthropic": ("anthropic", "direct"),
    "AsyncAnthropic": ("anthropic", "direct"),
    "genai.Client": ("google", "direct"),
    "ChatOpenAI": ("openai", "direct"),
    "ChatAnthropic": ("anthropic", "direct"),
    "InferenceClient": ("huggingface", "direct"),
    "Mistral": ("mistral", "direct"),
    "Together": ("together", "direct"),
    "Groq": ("groq", "direct"),
    "cohere.Client": ("cohere", "direct"),
    "cohere.ClientV2": ("cohere", "direct"),
    "ElevenLabs": ("elevenlabs", "direct"),
    "cohere.AsyncClient": ("cohere", "direct"),
    "cohere.AsyncClientV2": ("cohere", "direct"),
    "voyageai.Client": ("voyage", "direct"),
    "voyageai.AsyncClient": ("voyage", "direct"),
    "AsyncTogether": ("together", "direct"),
    "AsyncGroq": ("groq", "direct"),
    "MistralClient": ("mistral", "direct"),
    "Fireworks": ("fireworks", "direct"),
    "Replicate": ("replicate", "direct"),
    "DeepgramClient": ("deepgram", "direct"),
}
"""Constructors of clients: whose, and by which route, unless an address says otherwise."""

ADDRESSES: Mapping[str, tuple[str | None, str | None]] = {
    "openai.azure.com": ("openai", "azure"),
    "cognitiveservices.azure.com": ("openai", "azure"),
    "services.ai.azure.com": (None, "azure"),
    "api.openai.com": ("openai", "direct"),
    "api.anthropic.com": ("anthropic", "direct"),
    "openrouter.ai": (None, "openrouter"),
    "api.deepseek.com": ("deepseek", "direct"),
    "api.together.xyz": ("together", "direct"),
    "api.together.ai": ("together", "direct"),
    "api.fireworks.ai": ("fireworks", "direct"),
    "api.groq.com": ("groq", "direct"),
    "api.mistral.ai": ("mistral", "direct"),
    "api.x.ai": ("xai", "direct"),
    "generativelanguage.googleapis.com": ("google", "direct"),
    "aiplatform.googleapis.com": ("google", "vertex"),
    "bedrock-runtime": (None, "bedrock"),
    "dashscope.aliyuncs.com": ("alibaba", "mainland"),
    "cn-beijing.maas.aliyuncs.com": ("alibaba", "mainland"),
    "dashscope": ("alibaba", "direct"),
    "api.moonshot.cn": ("moonshot", "mainland"),
    "api.moonshot": ("moonshot", "direct"),
    "open.bigmodel.cn": ("zai", "mainland"),
    "volces.com": ("bytedance", "mainland"),
    "api.stepfun.com": ("stepfun", "mainland"),
    "api.minimaxi.com": ("minimax", "mainland"),
    "api.z.ai": ("zai", "direct"),
    "api.minimax": ("minimax", "direct"),
    "integrate.api.nvidia.com": ("nvidia", "direct"),
    "api.perplexity.ai": ("perplexity", "direct"),
    "api.cerebras.ai": ("cerebras", "direct"),
    "api.deepinfra.com": ("deepinfra", "direct"),
    "router.huggingface.co": ("huggingface", "direct"),
    "api-inference.huggingface.co": ("huggingface", "direct"),
    "api.elevenlabs.io": ("elevenlabs", "direct"),
    "api.cohere": ("cohere", "direct"),
    "api.sambanova.ai": ("sambanova", "direct"),
    "api.novita.ai": ("novita", "direct"),
    "api.siliconflow": ("siliconflow", "direct"),
    "api.ai21.com": ("ai21", "direct"),
    "api.replicate.com": ("replicate", "direct"),
    "api.voyageai.com": ("voyage", "direct"),
    "api.jina.ai": ("jina", "direct"),
    "api.deepgram.com": ("deepgram", "direct"),
    "api.stability.ai": ("stability", "direct"),
    "localhost": (None, "own"),
    "127.0.0.1": (None, "own"),
    "0.0.0.0": (None, "own"),
}
"""Parts of addresses: whose endpoint, and by which route."""


def call_of(name: str) -> Call | None:
    """The entry for a dotted name: that of its longest end.

    >>> call_of("client.chat.completions.create").use
    'asks'
    """
    parts = name.split(".")
    for start in range(len(parts)):
        found = ENDS.get(".".join(parts[start:]))
        if found is not None:
            return found
    return None


def reached(address: str) -> tuple[str | None, str | None]:
    """Whose endpoint an address is and by which route; an address that nobody knows is a gateway of one's own."""
    for part, told in ADDRESSES.items():
        if part in address:
            return told
    return None, "own"
