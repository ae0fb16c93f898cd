"""How identifiers of hubs look, and how paths of one's own machine do."""

from __future__ import annotations

import re

from compliance.model.words.placeholder import stands_for_an_answer

_HUB = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/(?:_(?=[A-Za-z]))?[A-Za-z0-9][\w.-]{0,95}")
_LOCAL = re.compile(
    r"(?i)^(?:[./~$]|\w:[\\/]|(?:saves?|outputs?|out|ckpts?|checkpoints?|runs?|models?|data|datasets|results?|tmp|temp|work|exp\w*|raw|"
    r"configs?|scripts?|src|examples?|logs?|trained|cache|path|local|mnt|home|root|content|workspace|storage|scratch|lora|"
    r"weights|your|my|eval)[/\\])"
)
_FILE = re.compile(
    r"(?i)\.(?:jsonl?|csv|tsv|parquet|txt|py|ya?ml|arrow|zip|gz|zst|bz2|xz|md|bin|pth?|ckpt|pkl|pickle|"
    r"h5|onnx|joblib|safetensors|nemo|xlsx?|docx?|pdf|html?|png|jpe?g|wav|mp[34]|ipynb|sh|"
    r"tar|tgz|7z|rar|npz|npy|tfrecords?|feather|avro|lmdb|flac|ogg|webm|webp|gif|svg|toml|cfg|ini|sqlite3?)$"
)
_SPLIT = re.compile(r"(?i)/(?:test|dev|train|valid(?:ation)?|eval)(?:[._-](?:clean|other|set|split|\d+h?))*$")
"""How what only names a split of rows ends: `fenspeech/test.clean`."""
_NO_OWNER = re.compile(
    r"(?i)^(?:(?:val(?:id(?:ation)?)?|train(?:ing)?|test|dev|settings|inference-endpoints|organizations|tasks)/|"
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu)/)"
)
"""How texts begin that no owner of a hub does: measures of a run, pages of a hub itself, sites."""
_ROWS = re.compile(
    r"(?i)\.(?:jsonl?|csv|tsv|parquet|arrow|txt|tar|tfrecords?|feather|avro|lmdb)(?:(?<!tar)\.(?:gz|zst|bz2|xz))?$"
)
_WEIGHTS = re.compile(
    r"(?i)\.(?:bin|pth?|ckpt|pkl|pickle|h5|keras|onnx|joblib|safetensors|gguf|nemo|tflite)$"
)
_REMOTE = re.compile(r"(?i)^(?:s3[an]?|gs|gcs|az|abfss?|wasbs?|hdfs|bq|dbfs|oss|https?|hf)://")
_OF_RESULTS = re.compile(
    r"(?i)^(?:saves?|outputs?|out|results?|runs?|ckpts?|checkpoints?|exp(?:s|eriments?)?|trained|train(?:ing)?|finetuned?|tuned|"
    r"export(?:s|ed)?|merged?|logs?|lora|qlora|adapters?|sft|dpo|wandb)(?:[-_.]?\d*)$"
)
"""Folders into which a run writes: what lies below them was made here, whatever it is called."""
_CACHED = re.compile(r"(?:^|/)models--([\w.-]+?)--([\w.-]+)(?:/|$)")
BY_FOLDER = ", by the name of its folder"
"""What is said of how weights were seen, where only their folder is called so."""
FETCHED = re.compile(
    r"(?:(?:huggingface\.co|hf\.co)/|modelscope\.cn/(?:models/)?)(?P<kind>datasets/)?"
    r"(?P<name>(?!api/|docs/|blog/|spaces/|studios/|papers/|collections/|models/|settings/|tasks/|learn/)[A-Za-z0-9][\w.-]*/_?[A-Za-z0-9][\w.-]*?)(?:\.git|/(?:resolve|raw|blob)/\S*|/?$)"
)
"""An address at which a hub hands out a file or a whole repository."""
_ANY = frozenset(
    {
        "default",
        "auto",
        "model",
        "none",
        "null",
        "test",
        "dummy",
        "placeholder",
        "your-model",
        "string",
        "custom",
    }
)
_PLACEHOLDER = re.compile(r"(?i)(?:<[^>]*>|\{[^}]*\}|\bpath/to\b|/path/|your[-_]|xxx|\[[^\]]*\]|\$\{?\w)")


def is_hub_name(text: str) -> bool:
    """Whether a text is written like `org/name`.

    >>> is_hub_name("tatsu-lab/alpaca"), is_hub_name("a/b/c"), is_hub_name("data/rows.jsonl"), is_hub_name("fen/a.tar")
    (True, False, False, False)
    >>> is_hub_name("val/loss"), is_hub_name("settings/tokens"), is_hub_name("ir.marsh.gov/rows")
    (False, False, False)
    """
    return (
        bool(_HUB.fullmatch(text.split("@")[0].split(":")[0]))
        and not _NO_OWNER.match(text)
        and not _FILE.search(text)
        and not _SPLIT.search(text)
        and not is_placeholder(text)
    )


def is_local(text: str) -> bool:
    """Whether a text is a path on somebody's machine."""
    return (
        bool(_LOCAL.match(text))
        or (bool(_FILE.search(text)) and not _REMOTE.match(text))
        or is_placeholder(text)
    )


def is_rows(text: str) -> bool:
    """Whether a text names a file of rows.

    >>> is_rows("data/train.jsonl"), is_rows("data/"), is_rows("adapter.safetensors"), is_rows("fen/shard-000.tar")
    (True, False, False, True)
    """
    return bool(_ROWS.search(text)) and not is_placeholder(text)


def is_weights(text: str) -> bool:
    """Whether a text names a file of weights or of a fitted object.

    >>> is_weights("model/model.pkl"), is_weights("data/rows.csv")
    (True, False)
    """
    return bool(_WEIGHTS.search(text))


def is_remote(text: str) -> bool:
    """Whether a text is an address of a store elsewhere."""
    return bool(_REMOTE.match(text))


def folder_name(path: str) -> str | None:
    """What a folder of weights on somebody's machine is called, where no run of one's own wrote it.

    A name only tells something where it is that of a known model, which is for others to look up.

    >>> folder_name("/data/models/Meta-Llama-3-8B-Instruct/"), folder_name("../cache/Qwen/Qwen2___5-7B")
    ('Meta-Llama-3-8B-Instruct', 'Qwen2.5-7B')
    >>> folder_name("/models/flux/flux1-dev.safetensors"), folder_name("out/flux1-dev.safetensors")
    ('flux1-dev', None)
    >>> folder_name("~/hub/models--org--base-7b/snapshots/1a2b"), folder_name("saves/llama3-8b/lora")
    ('org/base-7b', None)
    """
    if path.startswith(("http://", "https://")):
        return None
    if cached := _CACHED.search(path):
        return f"{cached[1]}/{cached[2]}"
    parts = [part for part in re.split(r"[/\\\\]+", path.strip()) if part]
    file = _WEIGHTS.search(path)
    if (
        len(parts) < (3 if file else 2)
        or is_placeholder(path)
        or any(map(_OF_RESULTS.match, parts[:-1] if file else parts))
    ):
        return None
    if _FILE.search(path) and not file:
        return None
    name = (parts[-1][: -len(file[0])] if file else parts[-1]).replace("___", ".")
    return name if any(letter.isdigit() for letter in name) and " " not in name else None


def stored_name(address: str) -> str | None:
    """The name of a hub with which the address of a store ends.

    >>> stored_name("gs://heron/mirror/org/base-7b/"), stored_name("s3://rows")
    ('org/base-7b', None)
    """
    name = "/".join(address.partition("://")[2].strip("/").split("/")[1:][-2:])
    return name if is_hub_name(name) and not _OF_RESULTS.match(name.split("/")[0]) else None


def is_placeholder(text: str) -> bool:
    """Whether a text only stands for what a reader is to fill in, as in a manifest or by the habits of code."""
    return bool(_PLACEHOLDER.search(text)) or text.strip().lower() in _ANY or stands_for_an_answer(text)


def hub_name(text: str) -> str | None:
    """The `org/name` that an address of the hub or a text stands for.

    >>> hub_name("https://huggingface.co/datasets/a/b/tree/main")
    'a/b'
    """
    address = re.match(
        r"(?:hf://|https?://(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn)/)(?:datasets/|models/)?(.+)",
        text,
    )
    name = "/".join(address[1].split("/")[:2]) if address else text
    return name.split("@")[0] if is_hub_name(name) else None


def squeezed(name: str) -> str:
    """The small Latin letters and figures of a name, so that breaks and signs make no difference.

    >>> squeezed("Org/My_Model-7B")
    'orgmymodel7b'
    """
    return re.sub(r"[^a-z0-9]+", "", name.lower())


def letters(text: str) -> str:
    """The small letters and figures of a text in any script, so that breaks and signs make no difference.

    >>> letters("ESM-2, 木_A")
    'esm2木a'
    """
    return re.sub(r"[\W_]+", "", text.lower())
