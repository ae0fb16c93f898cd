"""Hosted services whose client names no model: translation, speech, reading of pages."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from compliance.acquire.code.bindings import Scope, Value
from compliance.acquire.code.module import Module
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.uses import PURPOSES

SERVICES: Mapping[str, tuple[str, str]] = {
    "deepl.Translator": ("DeepL", "deepl"),
    "deepl.DeepLClient": ("DeepL", "deepl"),
    "TranslationServiceClient": ("Google Cloud Translation", "google"),
    "translate_v2.Client": ("Google Cloud Translation", "google"),
    "translate.Client": ("Google Cloud Translation", "google"),
    "TextTranslationClient": ("Azure Translator", "microsoft"),
    "speechsdk.SpeechRecognizer": ("Azure Speech", "microsoft"),
    "speechsdk.SpeechSynthesizer": ("Azure Speech", "microsoft"),
    "assemblyai.Transcriber": ("AssemblyAI", "assemblyai"),
}
"""Ends of dotted names to the service and whose it is."""
OF_AMAZON: Mapping[str, str] = {
    "translate": "Amazon Translate",
    "transcribe": "Amazon Transcribe",
    "polly": "Amazon Polly",
}
"""Names by which Amazon's library makes clients."""


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
