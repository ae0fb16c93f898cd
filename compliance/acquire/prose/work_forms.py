"""Sentence forms in which a page tells from what its own work was made, where the lexicon's cues find nothing.

Each form is a piece of grammar around the name: what the sentence begins with, the words right before the name, how
it goes on behind. The name itself needs no record; that it is linked, or known as a model, says what kind it is.
"""

from __future__ import annotations

import re

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.page.sentences import sentence_start
from compliance.model.declared.sighting import Mention, MentionRelation

_ADDRESS = (
    r"(?:(?:hf\.co/)?(?-i:[A-Z]|[\w-]+/)[\w./-]*(?:\s(?-i:[A-Z\d])[\w.-]*){0,2}"
    r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|\+\s*)){0,6}(?:hf\.co/)?$"
)
"""Where a name stands, and before it those of its row."""
_THE = (
    r"(?:(?:an?|the|our|this)\s+)?(?:(?:original|official|existing|popular|excellent|great|full|base|"
    r"pre-?trained|open|public)\s+)*(?:[\w.-]+(?:'s|’s)?\s*['’]s?\s+)?"
)
"""What may stand before the name: an article, and whose it is."""
_FORMS = (
    r"(?:versions?|replicas?|ports?|cop(?:y|ies)|forks?|conversions?|re-?uploads?|re-?packs?|quants?|"
    r"quanti[sz]ations?|ggufs?|gptqs?|awqs?|exl[23]|derivatives?|variants?|editions?|abliterations?|merges?|prunes?|shards?|exports?)"
)
_SUBJECT = (
    r"(?:this|these|here|it|they|the)(?:\s+(?:[\w./-]+)){0,3}?\s+"
    r"(?:is|are|was|contains?|holds?|hosts?|provides?|has)\s+(?:(?:an?|the|some|just|only|simply)\s+)*"
)
_OTHER = re.compile(
    r"(?i)\b(?:other|others|more|different|latest|newer|newest|next|later|older|previous|earlier|all|see|check|find|get|"
    r"download|use|using|try|if|you|your|they|not|never|unlike|than|compar\w+|instead|could|would|can|may|might|"
    r"similar|like|same|inspired|architecture|paper|tokeni[sz]er)\b"
)
"""Words of a sentence on other things, on what readers may do, or on what is only alike."""
_VERSION_OF = re.compile(
    rf"(?i)^\W*(?:{_SUBJECT})?(?:(?:an?|the)\s+)?(?:[\w.+/-]+,?\s+){{0,6}}?{_FORMS}\s+of\s+{_THE}{_ADDRESS}"
)
_FILES_FOR = re.compile(
    r"(?i)^\W*(?:this|these|here|it)(?:\s+[\w./-]+){0,2}?\s+(?:is|are|contains?|holds?|provides?)\s+(?:(?:an?|the)\s+)?"
    r"(?:[\w./+-]+\s+){0,5}?(?:repo(?:sitory)?|files|weights|quants?|quanti[sz]ations?|imatrix|exports?|builds?)\s+(?:for|of)\s+"
    rf"{_THE}{_ADDRESS}"
)
_PART_OF = re.compile(
    r"(?i)\b(?:uses?|using|shares?|keeps?|with|reuses?|inherits?)\s+(?:exactly\s+)?the\s+(?:exact\s+)?same\s+(?:[\w-]+\s+)?"
    r"(?P<part>vae|(?:text |vision )?encoder|decoder|backbone|vocoder|tower|weights)"
    rf"\s+(?:as|of|from|like)\s+{_THE}{_ADDRESS}"
)
"""Words before the thing of which a part was taken over."""
_IS_ONE = re.compile(r"(?i)^\W*(?:this|it|here)\s+(?:is|was)\s+an?\s+(?:[\w-]+\s+){0,2}?(?:hf\.co/)?$")
_BASED_KIND = re.compile(
    r"(?i)[ -]based\s+(?:[\w-]+\s+){0,3}?"
    r"(?:models?|loras?|control-?nets?|adapters?|checkpoints?|embeddings?|finetunes?|merges?)\b"
)
"""How a sentence goes on that calls the work one of a kind: `is a NAME based adapter`."""
_IN_FORMAT = re.compile(
    r"(?i)^\W*(?:this|these|here|it)(?:\s+[\w./-]+){0,2}?\s+(?:is|are|contains?|provides?)\s+(?:an?|the)\s+"
    r"(?:(?:un)?official\s+)?(?:hf|hugging ?face|transformers|diffusers|pytorch|onnx|gguf|jax|flax|tensorflow|keras|"
    r"core ?ml|mlx|openvino)(?:\s+[\w-]+)?\s+"
    rf"(?:implementation|format|weights|checkpoints?)\s+(?:of|for)\s+{_THE}{_ADDRESS}"
)
_ON_ROWS = re.compile(r"(?i)\b(?:train|tun)ed (?:up)?on (?:an?|the|our) (?!pre-?trained\b)")
"""Words of a sentence that goes on to rows."""
_BRINGS = re.compile(
    r"(?i)^\W*(?:(?:this|the|our)\s+)?(?:repo(?:sitory)?|model|release|card|checkpoint|we|i)\s+"
    rf"(?:brings?|ports?|converts?|converted|ported|packages?|wraps?|re-?hosts?|exports?|quanti[sz](?:es?|ed))\s+{_THE}"
    r"(?:[\w-]+\s+)?(?:hf\.co/)?$"
)
_ONWARD = re.compile(r"(?i)\s*(?:(?:models?|weights|checkpoints?)\s+){0,2}(?:to|into|for|as|with)\b")
_UPON = re.compile(
    r"(?i)\b(?:(?:train|tun)ed\s+(?:on|over|from|upon)\s+(?:(?:an?|the)\s+)?pre-?trained|"
    r"(?:upcycled|up-?scaled|grown|expanded|extended|bootstrapped|resumed|restarted|re-?trained|stitched|healed|cloned)\s+"
    rf"from)\s+{_THE}{_ADDRESS}"
)
_HEAD_ON = re.compile(
    r"(?i)\b(?:add(?:s|ed|ing)?|attach(?:ed|ing)?|put|plac(?:ed|ing)|append(?:ed|ing)?|stack(?:ed|ing)?|train(?:ed|ing)?)"
    r"\s+(?:an?|the|new|two|one)\s+(?:[\w-]+\s+){0,4}(?:heads?|layers?|adapters?|classifiers?|probes?|projectors?|loras?)\b"
    rf"[^.;,]{{0,60}}\s(?:to|on|onto|on top of|over)\s+{_THE}{_ADDRESS}"
)
_DONE_TO = re.compile(
    r"(?i)\s+(?:(?:[Mm]odel|weights|checkpoint)\s+)?(?:,\s*)?(?:but\s+)?(?:further\s+|then\s+)?"
    r"(?:converted|pruned|quanti[sz]ed|exported|ported|compressed|abliterated|up-?scaled|shrunk|merged|repacked|re-?packaged)\s+"
    r"(?:to|into|on|with|using|for|down|in|by|via|as|from)\b"
)
"""How a line goes on behind the model with which it begins, and of which it tells what was done to it."""
_BEGINS = re.compile(rf"(?i)^\W*{_THE}{_ADDRESS}")
_LABEL = re.compile(
    r"(?i)^\W*(?:original|source|upstream|parent|origin|base)(?:\s+(?:model|weights?|checkpoint|version|release|hf))?"
    r"(?:\s+by)?\W*[:=–—]\W*(?:hf\.co/)?$"
)
_STAGE = (
    r"(?:SFT|DPO|ORPO|KTO|IPO|SimPO|PPO|GRPO|RLHF|RLAIF|CPT|instruction[ -]tuning|preference[ -](?:tuning|"
    r"optimi[sz]ation|alignment)|alignment|supervised fine-?tuning|continued pre-?training)"
)
_STAGE_ON = re.compile(
    rf"(?i)\b{_STAGE}(?:\s*\([^()]{{1,60}}\))?(?:\s+(?:training|tuning|step|stage|phase))?"
    r"(?:\s+(?:for|over)\s+[\w. -]{1,20}?\s+(?:epochs?|steps|rounds?))?\s+(?:on|with|over|using)\s+"
    r"(?:(?:the|an?|our)\s+)?(?:(?:[\w-]+\s+){0,2}(?:subset|split|version|portion)\s+of\s+(?:the\s+)?)?(?:hf\.co/(?:datasets/)?)?$"
)
_BUILT_WITH = re.compile(
    r"(?i)\bmodel\s+(?:was\s+|is\s+)?(?:built|made|created|assembled|composed|constructed|put together)"
    r"(?:\s+by\s+\S+)?\s+(?:using|with|from|out of)\s+(?:[^.;:()]|\.(?=\d)){0,60}$"
)
_ROWS = re.compile(
    r"(?i)\s+(?:(?:pre-?|fine-?)?training\s+|instruction(?:[ -]tuning)?\s+)?(?:data ?sets?|data|corpus)\b"
)
_EYES = re.compile(r"(?i)lip|vit\b|dino|encoder|whisper|hubert|encodec|vae")
"""Names of models that see or hear, of which a larger one is put together with one that writes."""
_PARTS = frozenset({"model", None})
Told = tuple[MentionRelation, str]


def told_of_work(mention: Mention, paragraph: Paragraph) -> Told | None:
    """What a form of sentence makes of a name of which no other words say what it was for, and the words of the form.

    Args:
        mention: The name, with what its sentence makes of it.
        paragraph: The paragraph in which it stands.
    """
    if mention.cue or mention.negated or paragraph.columns or mention.kind in ("provider", "service"):
        return None
    text = paragraph.text
    before = text[sentence_start(text, mention.start) : mention.start]
    is_set = mention.kind == "dataset" or before.endswith("hf.co/datasets/")
    if (stage := _STAGE_ON.search(before)) and (is_set or "/" in mention.name) and not _OTHER.search(before):
        return "data", f"{_plain(stage[0])} …"
    if is_set or mention.kind not in _PARTS or (mention.kind is None and "/" not in mention.name):
        return None
    return _put_together(mention, text, before) or _made_from(mention, text, before)


def _put_together(mention: Mention, text: str, before: str) -> Told | None:
    """As what a sentence takes one of the things of which it tells a model to be built."""
    built = _BUILT_WITH.search(before)
    if built is None or mention.kind != "model":
        return None
    if _ROWS.match(text, mention.end):
        return "data", f"{_plain(built[0].split(' using ')[0])} using … data"
    return "component" if _EYES.search(mention.name) else "base", "model built using …"


def _made_from(mention: Mention, text: str, before: str) -> Told | None:
    if _LABEL.search(before):
        return "base", _plain(before)
    if _BEGINS.search(before) and (done := _DONE_TO.match(text, mention.end)):
        return "base", f"… {_plain(done[0])}"
    if _BRINGS.search(before) and _ONWARD.match(text, mention.end):
        return "base", f"{_plain(before)} …"
    if (part := _PART_OF.search(before)) and not _OTHER.search(before.replace("same", "")):
        return "component", f"{_plain(part[0])} …"
    if _IS_ONE.search(before) and (kind := _BASED_KIND.match(text, mention.end)):
        return "base", f"… {_plain(kind[0])}"
    if _ON_ROWS.search(before):
        return None
    for form in (_VERSION_OF, _FILES_FOR, _IN_FORMAT, _UPON, _HEAD_ON):
        said = form.search(before)
        if said and not _OTHER.search(before):
            return "base", f"{_plain(said[0])} …"
    return None


def _plain(words: str) -> str:
    return " ".join(words.replace("hf.co/datasets/", "").replace("hf.co/", "").strip(" -*•:;>\t\n").split())
