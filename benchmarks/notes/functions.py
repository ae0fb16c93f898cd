"""What a released thing is for, in the product's words, from the words of a note."""

from __future__ import annotations

import re

from compliance.model.manifest import Function

NARROW: tuple[tuple[str, Function], ...] = (
    (r"reward[- ]?models?|reward[- ]modell?ing|\brm\b|armorm|preference model", "reward"),
    (
        r"embed(d(ing|er)s?)?\b|re-?rank(er|ing)|cross-encoders?|bi-encoder|retriev(al|er)|sentence[- ]transformer",
        "embedding",
    ),
    (
        r"\bocr\b|olmocr|page[- ]transcription|pdf linearis|pdf lineariz|document (parsing|parser|conversion)|"
        r"transcriber",
        "ocr",
    ),
    (
        r"segmentation|object detect|\bplates?\b|face[- ](unlock|recog|detect)|pose estimat|depth (estimat|model)|"
        r"\byolo|image classif",
        "vision",
    ),
    (
        r"classif(ier|ication)|detector|detection|moderation model|guard model|toxicity|spam|sentiment|"
        r"quality filter|\bner\b",
        "classifier",
    ),
    (r"translat(ion|or) (model|system|weights)|machine translation|\bmt model|\bnmt\b", "translation"),
    (r"speech|\bvoices?\b(?! of)|\btts\b|\basr\b|text-to-speech|audio|whisper|singing", "speech"),
    (r"video", "video"),
    (
        r"image[- ](edit|gener|model)|text-to-image|diffusion|\bflux\b|style model|icedit|\bsdxl\b|picture",
        "image",
    ),
    (r"\bcod(e|ing) (model|assistant|llm|generation)|coder\b|code completion", "code"),
    (r"task[- ]?(specific|model)|narrow model|scorer|verifier model|parser model", "task-model"),
)
GENERAL = re.compile(
    r"\bchat(bot)?\b|chat |assistant|llms?\b|language models?|-lm\b|\blm\b|general[- /]|"
    r"instruct(ion)?[- ]?(model|tuned|following)?|"
    r"generative model|foundation model|\bgpt|reasoning (model|data)|role-?play|test-time scaling|base llm|"
    r"vision-language|multimodal (model|llm)|\bvlm\b|model flow|pre-?training model",
    re.IGNORECASE,
)
LLM_NAMES = re.compile(
    r"llama|alpaca|vicuna|wizardlm|mistral|mixtral|qwen|tongyi|gemma|falcon|\bmpt\b|pythia|gpt-?(j|neo|2|3|4|"
    r"oss)|olmo|deepseek|"
    r"\bphi-?\d|\byi-|baichuan|chatglm|\bglm\b|bloom|\bopt-|\bt5\b|internlm|command-?r|dolly|zephyr|hermes|"
    r"solar|exaone|"
    r"granite|nemotron|kimi|minimax-m|hunyuan-?(large|a\d|\d)|grok|jamba|stablelm|openllama|orca|euryale|xwin|"
    r"tulu|smollm|"
    r"\b\d+(\.\d+)?b\b|ernie|starling|openchat",
    re.IGNORECASE,
)
"""Names of language models that are general when nothing narrows them."""
NOT_LLM = re.compile(
    r"hunyuan-?video|\bbert\b|roberta|minilm|whisper|clip\b|flux|stable diffusion|sdxl|minimax[- ]?h|yolo|"
    r"llama-?guard|piper",
    re.IGNORECASE,
)


def narrow(text: str) -> Function | None:
    """The task that a text names; None where it names none.

    >>> narrow("PDF linearisation"), narrow("a small classifier"), narrow("chat assistant")
    ('ocr', 'classifier', None)
    """
    lowered = text.lower()
    return next((word for pattern, word in NARROW if re.search(pattern, lowered)), None)


_THING = r"[\w -]{0,24}\b(model|adapter|weights|checkpoint|engine|encoder)"


def narrow_model(text: str) -> Function | None:
    """The task of a model that a text speaks of, such as `a speech model`; None where it names none.

    >>> narrow_model("A speech model names its base."), narrow_model("Somebody read about speech.")
    ('speech', None)
    """
    lowered = text.lower()
    return next((word for pattern, word in NARROW if re.search(rf"(?:{pattern}){_THING}", lowered)), None)


def is_general(text: str) -> bool:
    """Whether a text calls something a general language model."""
    return GENERAL.search(text) is not None


def is_llm(name: str) -> bool:
    """Whether a name is that of a language model for general use."""
    return LLM_NAMES.search(name) is not None and NOT_LLM.search(name) is None
