"""What a note says that weights began as, where no step lists a model: "ImageNet weights", "frozen features of …".

Training from the first step on reads no model, and nothing asks for one. A note that tells of weights that had been
trained before says that there was one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.declared.stated import Documentation
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads
from compliance.resolve.words.notes.beside import notes, ruled_out
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.telling import OUR_OWN, OUR_OWN_IN_HAN

_PARTS = (
    r"(?:weights|backbones?|encoders?|features|embeddings|layers|networks?|nets?|models?|checkpoints?|towers?"
    r"|trunks?)"
)
_TRAINED_BEFORE = regex(
    r"(?<![a-z-])(?:(?:[\w.]+-)?pre-?trained(?! (?:tokeni[sz]er|vocabulary|by us))|pre-?trained\s*=\s*true"
    r"|transfer[- ]?learn\w+"
    r"|vortrainiert\w*|transferlernen|pré-?entraîn\w+|pre-?entrenad\w+|preaddestrat\w+|pré-?treinad\w+|voorgetraind\w*"
    rf"|(?:frozen|eingefroren\w*|gelée?s?) (?:[\w.-]+ ){{0,2}}?{_PARTS}"
    rf"|imagenet[\w-]*[- ](?:[\w-]+ )?{_PARTS}|imagenet[\w-]*[- ]init\w*|(?:on|auf|sur|en|su) imagenet[\w-]*"
    rf"|(?:torchvision|timm|keras|detectron2?|mmdet\w*|hub) (?:{_PARTS}|zoo)|[\w-]+\.\w*_in(?:1|12|21|22)k\w*"
    rf"|imagenet1k_\w+"
    r"|(?:from|load(?:s|ed|ing)?|with|model\s*=|weights\s*=|init\w*)\s*(?:from )?(?:the )?"
    r"[\w./-]+\.(?:pt|pth|ckpt|safetensors|h5|gguf)"
    rf"|(?:start(?:s|ed|ing)?|initiali[sz]ed|continued|bootstrapped|warm[- ]?started) (?:from|with|on|off) "
    rf"(?!(?:random|scratch|untrained|empty|small|zero))(?:[\w'’.-]+ ){{0,3}}?{_PARTS}"
    rf"|(?:off[- ]the[- ]shelf|downloaded|public|published|third[- ]party) (?:[\w-]+ )?{_PARTS}"
    rf"|(?:starting|initial|parent|donor|inherited) (?:weights|checkpoints?|model)"
    rf"|{_PARTS} (?:of|from|by) (?:an?other|other|somebody|someone)['’]?s?(?: \w+)?)(?![a-z-])"
    r"|预训练|事前学習|사전 ?학습",
    re.IGNORECASE,
)
_LIBRARIES = (
    r"(?:torchvision|timm|torch ?hub|keras|speech ?brain|espnet|nemo|anomalib|openpi|mmdet\w*|mmseg\w*|ultralytics"
    r"|detectron2?|paddle\w*|spacy|fasttext|gensim|hugging ?face|tf ?hub|monai|coqui|fairseq|open_?clip"
    r"|sentence[- ]transformers|transformers|insightface|mediapipe|onnx model zoo|roboflow)"
)
_NAMED = r"[A-Z][\w-]*(?:\d|[A-Z])[\w.-]*"
_CAMEL = r"[A-Z][\w-]*(?:\d|[a-z][A-Z])[\w.-]*"
_BY_LIBRARY = regex(
    rf"(?<![\w-])(?i:{_PARTS}|{_NAMED}) (?i:of|from|by) (?i:the )?(?i:{_LIBRARIES})(?![\w-])(?! (?i:recipe|code|class))"
    rf"|(?<![\w-])(?i:vocoder|teacher|tokenizer model|detector) {_NAMED}"
    rf"|(?<![\w-]){_CAMEL} (?i:(?:teacher )?weights|features|vectors|activations|checkpoints?)(?![\w-])"
    rf"|(?<![\w-])(?i:vectors|features|embeddings|masks) (?i:of|from|by|through) {_NAMED}"
    r"|(?<![\w-])(?i:with (?:its|their) (?:\w+ )?weights)(?![\w-])"
)
"""Weights by the library that hands them out, or by their part and a name that only they have."""
_ANEW = regex(
    r"(?<![a-z])(?:random\w*|from scratch|untrained|not loaded|no weights|zufällig\w*)(?![a-z])",
    re.IGNORECASE,
)
_NONE = regex(
    rf"(?<![a-z])(?:{OUR_OWN}|random\w*|scratch|untrained|zufällig\w*|better|worse|beats?|outperform\w*|than"
    r"|baselines?|saved|exported|written to)(?![a-z])"
    rf"|{OUR_OWN_IN_HAN}",
    re.IGNORECASE,
)
"""Weights of one's own, or of chance; a measure; a file that came out."""


def said_started(text: str) -> Iterator[str]:
    """Words of a sentence that tell of weights that had been trained before, and not here.

    >>> list(said_started("ImageNet weights, 90 epochs")), list(said_started("no pretrained weights"))
    (['ImageNet weights'], [])
    >>> list(said_started("from yolov8n.pt")), list(said_started("from scratch, saved to seams.pt"))
    (['from yolov8n.pt'], [])
    """
    for clause in affirmed(text):
        if not compared(clause) and not _NONE.search(clause):
            before = [found.group(0) for found in _TRAINED_BEFORE.finditer(clause)]
            named = (found.group(0) for found in _BY_LIBRARY.finditer(clause))
            plugged = (one for one in named if one.startswith(_PLUGGED_IN) or not _ANEW.search(text))
            yield from dict.fromkeys((*before, *plugged))


_PLUGGED_IN = ("vocoder", "Vocoder", "teacher", "Teacher")
"""Parts that others trained, whatever the rest began as."""


def started_told(key: str, full: Expanded) -> tuple[str, ...]:
    """What notes of a model, and of the steps that write it, tell that it began as, where no step reads a model.

    Weights that are called one's own, and that nothing makes, may have begun as somebody's as well as those of a step.
    """
    artifact, writers = full.artifacts[key], full.writing.writers(key)
    if not (writers or artifact.origin == "own") or any(
        full.artifacts[one].kind == "model" for step in writers for one in reads(step)
    ):
        return ()
    page = artifact.documented.where if isinstance(artifact.documented, Documentation) else ""
    denied = {one.casefold() for one in ruled_out(key, full)}
    said = (page, *(statement.where or "" for statement in artifact.statements), *notes(key, full))
    told = dict.fromkeys(one for text in said for one in said_started(text))
    return tuple(one for one in told if one.casefold() not in denied)
