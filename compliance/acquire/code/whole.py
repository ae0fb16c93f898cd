"""Whole names of models and data sets that loaders are given by a short one (`large-v3`, `ViT-B/32`)."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from compliance.acquire.names import is_hub_name

_HEADS: Mapping[str, str] = {
    "WhisperModel": "openai/whisper-", "whisper.load_model": "openai/whisper-",
    "whisperx.load_model": "openai/whisper-", "stable_whisper.load_model": "openai/whisper-",
    "whisper_timestamped.load_model": "openai/whisper-",
    "FaceAnalysis": "insightface/", "insightface.model_zoo.get_model": "insightface/",
}  # fmt: skip
"""Ends of calls that are given a model by a short name, with what its whole name begins with."""
_KAGGLE = ("kagglehub.dataset_download", "kagglehub.load_dataset")
_SHORT = re.compile(r"[A-Za-z][\w.-]*")
_YOLO = re.compile(r"(yolo(?:v?\d+|_nas)[a-z\d-]*)\.(?:pt|yaml)")
"""How the published weights of detectors are called."""
_COQUI = re.compile(r"tts_models/[\w-]+/[\w-]+/(xtts_v[\d.]+)")
"""The path of a voice that Coqui put on the hub as well."""
_ON_HUB = re.compile(r"hf[-_]hub:")
_OPENAI: Mapping[str, str] = {
    "vitb32": "base-patch32", "vitb16": "base-patch16", "vitl14": "large-patch14", "vitl14336": "large-patch14-336",
    "vitl14336px": "large-patch14-336",
}  # fmt: skip
"""The published encoders of CLIP by the short names of their architectures."""


def whole_name(name: str, text: str, node: ast.Call) -> str | None:
    """The whole name behind the short one that a call is given; None where it is no short one.

    >>> call = ast.parse("open_clip.create_model('ViT-H-14', pretrained='laion2b_s32b_b79k')", mode="eval").body
    >>> whole_name("open_clip.create_model", "ViT-H-14", call)
    'laion/CLIP-ViT-H-14-laion2b_s32b_b79k'
    >>> whole_name("whisper.load_model", "large-v3", call), whole_name("clip.load", "ViT-L/14", call)
    ('openai/whisper-large-v3', 'openai/clip-vit-large-patch14')
    >>> whole_name("torch.hub.load", "org/net:main", call)
    'org/net'
    """
    if name.endswith("torch.hub.load"):
        return text.split(":")[0] if ":" in text else None
    if _ON_HUB.match(text):
        return _ON_HUB.sub("", text)
    if name.endswith(_KAGGLE):
        return f"https://www.kaggle.com/datasets/{text}" if is_hub_name(text) else None
    if name.endswith("ultralytics.YOLO"):
        released = _YOLO.fullmatch(text)
        return f"ultralytics/{released[1]}" if released else None
    if voice := _COQUI.fullmatch(text):
        return f"coqui/{voice[1].replace('xtts', 'XTTS')}".replace("_", "-")
    if name == "clip.load":
        return _openai(text)
    if name.startswith("open_clip."):
        return _open_clip(text, node)
    if name.endswith("timm.create_model"):
        return f"timm/{text}" if _SHORT.fullmatch(text) and _given(node, "pretrained", 1) is True else None
    head = next((head for end, head in _HEADS.items() if f".{name}".endswith(f".{end}")), None)
    if head is None or not _SHORT.fullmatch(text):
        return None
    return f"distil-whisper/{text}" if text.startswith("distil-") else head + text


def _openai(text: str) -> str:
    spelled = re.sub(r"[^a-z0-9]", "", text.lower())
    return (
        f"openai/clip-vit-{_OPENAI[spelled]}"
        if spelled in _OPENAI
        else f"openai/clip-{text.replace('/', '-')}"
    )


def _open_clip(text: str, node: ast.Call) -> str | None:
    """Weights by an architecture and by what they were trained on; empty where there are none."""
    tag = _given(node, "pretrained", 1)
    if not isinstance(tag, str) or "/" in tag:
        return "" if not any(one.arg == "pretrained" for one in node.keywords) else None
    if tag == "openai":
        return _openai(text)
    owner = "laion" if tag.startswith(("laion", "datacomp", "commonpool")) else "open_clip"
    return f"{owner}/CLIP-{text}-{tag}"


def _given(node: ast.Call, key: str, position: int) -> object:
    """What a call is given for an option, where that is written out."""
    given = [one.value for one in node.keywords if one.arg == key] or node.args[position : position + 1]
    return given[0].value if given and isinstance(given[0], ast.Constant) else None
