"""Notes on steps and on what others made: which are so plain that nothing else can have gone in.

No rule reads a note. One on training, merging or turning weights into another form counts as plain only where every
part of it is a setting, a figure with its unit, a machine, a type of number, a date, or the name of what the step is
said to read. None of these can tell from where something came, what it started from, or of a further model or further
rows; words that could (from, continued, checkpoint, data, other, again) are left out, and so are programs that bring
weights of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from compliance.patterns import regex
from compliance.resolve.words.notes.plain import WHEN, is_version, made_of

_FEW = (
    r"(?:one|two|three|four|five|six|seven|eight|ten|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf)"
)
_SCALE = r"(?:[ -]?(?:%|x|×|k|gb|mb|tb|gib|mib|px|ms|bit|bits|bpw|khz|hz))?"
_NUMBER = (
    rf"[<>~≈±]?=?\s?-?\d+(?:[.,'’_]\d+)*(?:e[-+−]?\d+)?{_SCALE}"
    r"(?!\s*(?:[x×]\s*)?(?:q?lora|dora|adapter|model|tune))"
)
"""A figure; how many of something that holds weights is none of it."""
_BIG = r"\s?(?:k|m|b|bn|t|million|billion|trillion|mio|mrd)?"
_UNIT = (
    r"(?:(?:warm-?up|gradient|training|optimi[sz]er|update) )?(?:epochs?|steps?|iterations?|updates|passes)"
    r"|hours?|hrs?|h|minutes?|mins?|days?|weeks?|months?|gpus?|nodes?|cards?|layers?|heads?|parameters|params"
    r"|replicas?|workers?|shards?|stages|phases|(?:rollouts|generations|completions|samples) per prompt"
    r"|epochen?|schritten?|stunden?|minuten?|tagen?|wochen?|karten|knoten|schichten"
    r"|époques?|étapes|heures|épocas?|pasos|horas"
)
_ROWS = r"(?:examples|rows|samples|tokens|pairs|records|images|sentences|zeilen|beispielen?)"
_COUNT = rf"(?:{_NUMBER}{_BIG}|{_FEW})(?:[ -]|(?<=\d))?(?:{_UNIT})"
_ROW_COUNT = rf"{_NUMBER}{_BIG} ?{_ROWS}"
"""Beside the name of a model, a count of rows may tell who wrote them."""
_ABOUT = r"(?:about|around|approximately|approx\.?|roughly|up to|ca\.?|etwa|rund|max\.?|min\.?)(?= ?\d)"
_RANGE = r"(?:to|bis|through)(?= \d)"
_SMALL = r"an?|the|and|at|on|with|for|per|over|each|is|was|were|are|all|only|total|single|und|mit|auf|bei|je|pro|über"
_MACHINE = (
    r"gpus?|(?:nvidia |amd )?(?:[abhvp]\d{2,3}|gb\d{3}|gh\d{3}|[lt]4|l40s?|a6000"
    r"|rtx(?: ?pro)? ?[a\d]\d{3}(?: ?ti| super)?|gtx ?\d{3,4}(?: ?ti)?|mi\d{3}x?)s?"
    r"|tpus?(?: ?v\d[a-z]?)?(?:-\d+)?|gaudi ?\d?|cpus?|sxm\d?|pcie|nvlink|nodes?"
    r"|(?:our|our own|a|one|unseren?|einer?|eigenen) (?:servers?|cluster|hardware|machines?|workstation|node|rechnern?)"
)
_TYPE = (
    r"bf16|bfloat16|fp?16|float16|fp?32|float32|tf32|fp8|fp4|nf4|u?int[48]|mxfp4|nvfp4|e4m3|e5m2|w\da\d{1,2}"
    r"|(?:mixed|half|full) precision|amp|double quant(?:i[sz]ation)?"
)
_VERSION = r"v(?:er(?:sion)?)?\.? ?\d+(?:\.\d+)*"
_COMMON = (
    rf"{_COUNT}|{WHEN}|{_ABOUT}|{_RANGE}|{_VERSION}|{_NUMBER}|(?:{_MACHINE})|(?:{_TYPE})|(?:{_SMALL})"
    r"|(?:random )?seed|not (?:yet )?released|unreleased|internal(?: use)? only"
    r"|planned: to be done again with these inputs"
)
_SIZE = (
    r"batch(?:es)?(?:[ _-]?(?:size|größe))?"
    r"|(?:micro|global|effective|per[ _-]device|train)(?=[ _-]batch)"
)
_TRAINED = (
    r"(?:full(?:[ -]parameter|[ -]weight)? )?fine-?tun(?:e|ed|ing)|trained|training|tuned|supervised"
    r"|(?<!on )(?<!over )(?<!and )(?<!the )(?<!a )(?:(?:q|rs)?lora|dora)"
    r"|adapter(?: of)?(?= rank| r\b)|(?:lora[ _]?)?(?:rank|alpha|dropout|α)|r(?= ?=? ?\d)"
    r"|(?:[qkvo]|gate|up|down|qkv|out)_proj|(?:all[ -])?linear(?: layers)?|all layers|attention(?: layers)?"
    r"|mlp|target[ _]modules"
    rf"|(?:max(?:imum)?|min(?:imum)?|peak|constant)?[ _]?(?:learning[ _-]?rate|lr|lernrate)|{_SIZE}"
    r"|(?:gradient|grad)[ _]accumulation(?:[ _]steps)?|warm-?up(?:[ _](?:ratio|steps))?|weight[ _]decay|momentum"
    r"|beta[s12]?|β|eps(?:ilon)?|gamma|lambda|tau|(?:max[ _]?)?(?:grad(?:ient)?[ _])?(?:clip(?:ping)?|norm)"
    r"|label[ _]smoothing|ema|kl(?: (?:penalty|coefficient|loss|divergence))?|cross[ -]entropy|mse|loss"
    r"|(?:max[ _])?(?:seq(?:uence)?[ _.]?len(?:gth)?|length)|context(?:[ _](?:length|window|size))?|ctx|block[ _]size"
    r"|(?:batch|length|rank|seed|rate|ratio|size|total) of(?= \d)|(?:image|patch|hidden)[ _]size|resolution"
    r"|packing|packed"
    r"|(?:paged[ _])?adamw?(?:[ _-](?:torch|fused|\d\d?bit)|(?:_torch_fused))?"
    r"|adafactor|lion|muon|sgd|rmsprop|lamb|nesterov"
    r"|cosine(?: (?:annealing|with restarts))?|polynomial|wsd|(?:step|linear|exponential) decay|decay"
    r"|one-?cycle|schedule[rd]?"
    r"|optimi[sz]er|early stopping|deepspeed|zero(?:[ -]?[123])?|fsdp2?|ddp"
    r"|(?:tensor|pipeline|data)[ -]parallel(?:ism)?"
    r"|flash[ -]?att(?:n|ention)(?:[ -]?[23])?|sdpa|gradient checkpointing|torch[. ]compile"
    r"|accelerate|trl|peft|transformers|pytorch|torch|jax|flax|keras|axolotl|torchtune"
)
_DRAWN = r"temperature|temp|top[_ -][pk]|min[_ -]p|max[_ ](?:new[_ ])?tokens|greedy|n(?= ?=? ?\d)"
_MERGED = (
    r"linear|slerp|nuslerp|ties|dare|dare[_ -](?:ties|linear)|della|passthrough|model[_ ]stock|slices|layers?"
    r"|weights?(?=:? ?[\d.])"
    r"|density|t(?= ?=)|epsilon|normali[sz]ed?|mergekit"
)
_FORMED = (
    r"(?:(?:to|as) )?(?:gguf|onnx|safetensors|mlx|coreml|core ml|openvino|tensorrt|torchscript|tflite|ctranslate2)"
    r"|opset|sharded"
    r"|i?q\d(?:_[\dks](?:_[sml])?|_xx?s|_nl)?(?:_xl)?|gptq|awq|hqq|exl[23]|bitsandbytes|bnb|llama\.cpp(?: b\d+)?"
    r"|nncf|auto-?(?:awq|gptq|round)|gptqmodel|llm-?compressor|torchao|(?:optimum-)?quanto|optimum(?:-intel)?"
    r"|(?:intel )?neural compressor|onnx ?runtime|mlx-lm|exllamav[23]|u?int[48]_a?sym"
    r"|(?:no|without(?: any)?|needs no) calibration(?: (?:data(?:set)?|rows|set))?|calibration-free|data-free"
    r"|(?:ratio|group)(?=[ =:]*\d)|weights?[ -]only|weight compression|compressed"
    r"|zero[ -]point|group[ _]size|per-(?:channel|tensor|token|group)|a?symmetric|dynamic"
    r"|sparsity|sparse|quanti[sz](?:e|ed|ing|ation)"
    r"|(?:to|in)(?= (?:\d|fp|bf|f16|int|i?q\d))|convert(?:ed)?"
)
_CUT = (
    r"(?:first|last|middle|top|bottom|outer|inner)(?= (?:\d+|two|three|four|six|eight) (?:layers|heads))"
    r"|every (?:second|third|fourth|other) (?:layer|head)|(?:layers?|heads?|blocks?)(?= ?\d)"
    r"|removed|dropped|pruned|kept|zeroed|magnitude|structured|unstructured"
)
_PUT_UP = (
    r"vllm|tgi|triton|kubernetes|k8s|nginx|docker(?: (?:image|compose))?|container|port|on[ -]prem(?:ises)?"
    r"|in-house|autoscal(?:ed|ing)"
    r"|zip|tar(?:\.gz)?|wheel|installer|unmodified|unchanged|(?:unmodified|unchanged|original) (?:weights|files)"
)
_OF_ROWS = (
    r"shuffled|de-?dup(?:licated|ed)?|(?:exact|near|fuzzy) dedup(?:lication)?|(?:(?:exact|near) )?duplicates removed"
    r"|sorted|tokeni[sz]ed"
    r"|lower-?cased|nf[ck]+|utf-8|jsonl?|parquet|csv|train/test split|split|truncated"
)
_AS_THEY_ARE = (
    r"unmodified|unchanged|unaltered|as (?:it is|is|released|published)|(?:unmodified |original )?(?:weights|files)"
    r"|downloaded|fetched|accessed|retrieved"
)
_TRAINING = ("pretrain", "train", "finetune", "preference-tune", "rl", "distil-logits")
WRITE_NOTHING = ("collect", "mix", "filter", "convert", "deploy", "bundle")
"""Kinds of step of which the settings say as little of who wrote rows of one's own: a temperature would tell it."""
_METHODS: Mapping[str, str] = {
    "finetune": "sft", "train": "sft", "preference-tune": "dpo|orpo|kto|simpo|ipo|cpo", "rl": "grpo|ppo|rloo|dapo|gspo",
}  # fmt: skip
"""A method is plain in steps of its own kind: in others it would tell of one more."""
_SAYABLE: Mapping[str, str] = {
    **{kind: "|".join(filter(None, (_TRAINED, _METHODS.get(kind)))) for kind in _TRAINING},
    **dict.fromkeys(("generate", "rewrite"), _DRAWN),
    "rl": f"{_TRAINED}|{_METHODS['rl']}|{_DRAWN}",
    "distil-logits": f"{_TRAINED}|temperature",
    "merge": _MERGED,
    "quantise": _FORMED,
    "prune": f"{_FORMED}|{_CUT}",
    "convert": f"{_FORMED}|{_OF_ROWS}",
    **dict.fromkeys(("deploy", "bundle"), _PUT_UP),
    **dict.fromkeys(("collect", "mix", "filter", "judge", "annotate"), _OF_ROWS),
    "": _AS_THEY_ARE,
}
"""What can be said of steps of a kind beside what any note may say; under the empty word of things of others."""
_BETWEEN = regex(r"(?:\s*[,;:.()=/+|@*–—-]+\s*|\s+)+")
_CRAWL = regex(r"cc-main-\d{4}-\d\d")
"""How a crawl that everybody reads numbers its parts."""


def is_plain_of(note: str, kind: str, named: Mapping[str, bool]) -> bool:
    """Whether nothing that a note on a step of a kind says can tell of anything beside what the step is said to read.

    `named` are ids and names that the manifest gives to what goes in and comes out, and whether each may have written
    rows. An empty kind is for notes on things of others. Rows are counted only where there are any, and where no name
    beside the figure may be that of their writer.

    >>> is_plain_of("LoRA r=16, 3 epochs, lr 2e-5 on 8x H100", "finetune", {}), is_plain_of("2 LoRA", "finetune", {})
    (True, False)
    >>> is_plain_of("Q4_K_M, llama.cpp b3600", "quantise", {}), is_plain_of("imatrix", "quantise", {})
    (True, False)
    >>> [is_plain_of("Lark 20k rows", "finetune", {"Lark": writes, "heath": False}) for writes in (False, True)]
    [True, False]
    """
    if ".." in note:
        return False
    text = note.lower()
    spoken = {name.lower(): writes for name, writes in named.items() if name.lower() in text}
    counted = not all(named.values()) and not any(spoken.values())
    parts = _parts(kind, tuple(sorted(spoken, key=len, reverse=True)), counted=counted)
    return made_of(text, parts, _BETWEEN)


def is_plain_revision(revision: str) -> bool:
    """Whether a revision of what others made is a version, a day, a part of a common crawl, or a type of its weights.

    >>> is_plain_revision("v1.2-rc1"), is_plain_revision("CC-MAIN-2024-10"), is_plain_revision("fp16")
    (True, True, True)
    >>> is_plain_revision("main plus the delta our partner sent")
    False
    """
    text = revision.lower()
    return is_version(text) or _CRAWL.fullmatch(text) is not None or is_plain_of(text, "convert", {})


def _parts(kind: str, names: tuple[str, ...], *, counted: bool) -> re.Pattern[str]:
    """One part of a plain note on a step of a kind that speaks of these names, and may count rows."""
    if not names and (kind, counted) in _PATTERNS:
        return _PATTERNS[kind, counted]
    said = [*map(re.escape, names), *((_ROW_COUNT,) if counted else ()), _SAYABLE.get(kind, ""), _COMMON]
    found = regex(rf"(?:{'|'.join(filter(None, said))})(?![\w'’])")
    if not names:
        _PATTERNS[kind, counted] = found
    return found


_PATTERNS: dict[tuple[str, bool], re.Pattern[str]] = {}
"""Patterns by kind, for notes that speak of nothing by name; built where one is first asked for."""
