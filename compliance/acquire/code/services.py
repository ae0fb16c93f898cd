"""What is brought in without a name: hosted services for translation, speech and pages, sets by their class."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from compliance.acquire.code.bindings import Scope, Value
from compliance.acquire.code.module import Module
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.uses import PURPOSES
from compliance.model.declared.sighting import MentionRelation

SERVICES: Mapping[str, tuple[str, str]] = {
    "deepl.Translator": ("DeepL", "deepl"),
    "deepl.DeepLClient": ("DeepL", "deepl"),
    "deep_translator.DeeplTranslator": ("DeepL", "deepl"),
    "deep_translator.GoogleTranslator": ("Google Translate", "google"),
    "googletrans.Translator": ("Google Translate", "google"),
    "TranslationServiceClient": ("Google Cloud Translation", "google"),
    "translate_v2.Client": ("Google Cloud Translation", "google"),
    "translate.Client": ("Google Cloud Translation", "google"),
    "TextToSpeechClient": ("Google Cloud Text-to-Speech", "google"),
    "TextToSpeechAsyncClient": ("Google Cloud Text-to-Speech", "google"),
    "speech.SpeechClient": ("Google Cloud Speech-to-Text", "google"),
    "speech_v2.SpeechClient": ("Google Cloud Speech-to-Text", "google"),
    "ImageAnnotatorClient": ("Google Cloud Vision", "google"),
    "DocumentProcessorServiceClient": ("Google Document AI", "google"),
    "gtts.gTTS": ("Google Translate", "google"),
    "TextTranslationClient": ("Azure Translator", "microsoft"),
    "DocumentIntelligenceClient": ("Azure Document Intelligence", "microsoft"),
    "DocumentAnalysisClient": ("Azure Document Intelligence", "microsoft"),
    "ImageAnalysisClient": ("Azure AI Vision", "microsoft"),
    "speechsdk.SpeechRecognizer": ("Azure Speech", "microsoft"),
    "speechsdk.SpeechSynthesizer": ("Azure Speech", "microsoft"),
    "speech.SpeechRecognizer": ("Azure Speech", "microsoft"),
    "speech.SpeechSynthesizer": ("Azure Speech", "microsoft"),
    "edge_tts.Communicate": ("Azure Speech", "microsoft"),
    "assemblyai.Transcriber": ("AssemblyAI", "assemblyai"),
    "DeepgramClient": ("Deepgram", "deepgram"),
}
"""Ends of dotted names to the service and whose it is."""
OF_AMAZON: Mapping[str, str] = {
    "translate": "Amazon Translate",
    "transcribe": "Amazon Transcribe",
    "polly": "Amazon Polly",
    "textract": "Amazon Textract",
    "rekognition": "Amazon Rekognition",
    "comprehend": "Amazon Comprehend",
}
"""Names by which Amazon's library makes clients."""
TOOLS: Mapping[str, tuple[str, MentionRelation]] = {
    "totalsegmentator.python_api.totalsegmentator": ("TotalSegmentator", "generated-by"),
}
"""Functions that run the weights after which their package is called: the model, and what it does."""
_OF_ZOO = re.compile(r"(?:torchvision|torchaudio|torchtext)\.datasets\.([A-Z]\w+)")
"""Classes that fetch the rows after which they are called."""
_FORMS = frozenset({"ImageFolder", "DatasetFolder", "FakeData", "VisionDataset"})
"""Classes beside them that read whatever lies in a folder."""
_DEFAULTS: Mapping[str, str] = {
    "FaceAnalysis": "insightface/buffalo_l",
    "kokoro.KPipeline": "hexgrad/Kokoro-82M",
}
"""What is loaded by calls that name nothing."""


def hosted(node: ast.Call, name: str, scope: Scope, module: Module) -> None:
    """Note a service that a call makes a client of."""
    told = next((one for end, one in SERVICES.items() if f".{name}".endswith(f".{end}")), None)
    if told is None and name in ("boto3.client", "session.client") and node.args:
        first = node.args[0]
        named = OF_AMAZON.get(str(first.value)) if isinstance(first, ast.Constant) else None
        told = (named, "aws") if named else None
    if told is not None:
        relation = meaning((*reversed(scope), module.stem), PURPOSES) or "generated-by"
        value = Value(ast.copy_location(ast.Constant(told[0]), node))
        how = f"model of {name.rsplit('.', 1)[-1]}()"
        module.see(relation, module.place(node), how, value, kind="service", endpoint=(told[1], "direct"))
    if name in TOOLS:
        tool, does = TOOLS[name]
        value = Value(ast.copy_location(ast.Constant(tool), node))
        said = meaning((*reversed(scope), module.stem), ("none",)) or does
        module.see(said, module.place(node), f"model of {tool}()", value, kind="model")
    zoo = _OF_ZOO.fullmatch(name)
    if zoo and zoo[1] not in _FORMS:
        told_for = meaning((_split(node), *reversed(scope), module.stem), ("none",)) or "data"
        named_set = Value(ast.copy_location(ast.Constant(zoo[1]), node))
        module.see(told_for, module.place(node), f"rows of {zoo[1]}()", named_set, kind="dataset")


def unnamed(node: ast.Call, name: str) -> Value | None:
    """The model that a library takes where a call names none."""
    told = next((one for end, one in _DEFAULTS.items() if f".{name}".endswith(f".{end}")), None)
    return Value(ast.copy_location(ast.Constant(told), node)) if told else None


def _split(node: ast.Call) -> str:
    given = [
        one.value
        for one in (*node.args, *(each.value for each in node.keywords))
        if isinstance(one, ast.Constant)
    ]
    return " ".join(one for one in given if isinstance(one, str))
