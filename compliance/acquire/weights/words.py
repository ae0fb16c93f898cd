"""Which keys of headers of weights say what: licence, bases, data, merged models."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compliance.acquire.config_keys import KEYS
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_local, is_remote
from compliance.acquire.tree import UnreadableError, read_json
from compliance.errors import shortened
from compliance.model.declared.sighting import LINEAGE, Lost, MentionRelation, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

BASES = frozenset(
    {"base_model", "base_model_name_or_path", "ss_sd_model_name", "modelspec.merged_from", "merged_from",
     "source_model", "ss_base_model_name", "general.source.huggingface.repository", "general.source.repo_url",
     "general.source.url"}
)  # fmt: skip
DATA = frozenset({"dataset", "datasets", "training_data", "modelspec.dataset", "general.datasets"})
LICENCES = frozenset({"license", "licence", "modelspec.license", "general.license", "general.license.name"})
_WEIGHTS_FILE = re.compile(r"(?i)\.(?:safetensors|ckpt|pt|pth|bin|gguf)$")
_NOTHING = frozenset({"", "none", "unknown", "custom", "n/a", "other"})
_MOST = 300
_TAGS = "general.tags"
_TERMS = re.compile(r"licen[cs]e|description|usage_?hint|copyright")
"""Keys of texts that people read for what a thing is and on what terms."""
_MADE_FROM = re.compile(r"base|teacher|parent|source|merge|adapter|lora|data|tune|student|distil")
"""Words in keys of what a thing was made from."""
_BY_WORD = frozenset({"base", "generated-by"})
"""What may be told by a name without an owner."""
_ADDRESS = re.compile(r"(?i)(?:hf://|https?://(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn)/)")


def tell(key: str, value: str, name: str, form: str, found: Found) -> bool:
    """Take one text of a header; whether its key says something that a manifest holds."""
    plain, text = key.lower(), value.strip()
    if plain == _TAGS:
        kind, _, text = text.partition(":")
        plain = kind.strip().lower() if text else plain
    relation = _relation(plain)
    if relation is None and plain not in LICENCES:
        return _aside(key, text, name, form, found)
    if text.lower() in _NOTHING:
        return True
    place = Location(name, 1, 1)
    if relation is None and len(text) <= _MOST:
        found.statements.append(Statement("licence", "weights", text, place, f"{key}: {text}"))
        return True
    if relation is None:
        found.lost.append(
            Lost(place, f"{key} holds a text, of which no licence is read: “{shortened(text)}”")
        )
        return True
    for one in _listed(text):
        sight(one, relation, name, f"{form}, {key}", found)
    return True


def _relation(key: str) -> MentionRelation | None:
    return "base" if key in BASES else "data" if key in DATA else None


def _listed(text: str) -> list[str]:
    """Names in a text: a list of JSON, names between commas, or one."""
    if text.startswith("["):
        try:
            told = read_json(text)
        except UnreadableError:
            return [text]
        return [str(one) for one in told if isinstance(one, str)] or [text]
    return [one.strip() for one in text.split(",") if one.strip()]


def _aside(key: str, text: str, name: str, form: str, found: Found) -> bool:
    """Take a text whose key no table knows: names by the words of their keys, within JSON too; the rest is told.

    Whether anything was made of it.
    """
    before = len(found.sightings) + len(found.lost)
    if text.startswith(("{", "[")):
        _within(key, text, name, form, found)
    else:
        _by_key((key,), text, name, form, found)
    return len(found.sightings) + len(found.lost) > before


def _within(key: str, text: str, name: str, form: str, found: Found) -> None:
    try:
        ahead: list[tuple[tuple[str, ...], object]] = [((key,), read_json(text))]
    except UnreadableError:
        return
    while ahead:
        path, node = ahead.pop()
        if isinstance(node, dict):
            ahead += [((*path, str(one)), inner) for one, inner in node.items()]
        elif isinstance(node, list):
            ahead += [(path, inner) for inner in node]
        elif isinstance(node, str):
            _by_key(path, str(node), name, form, found)


def _by_key(path: tuple[str, ...], text: str, name: str, form: str, found: Found) -> None:
    last = path[-1].lower().rsplit(".", 1)[-1]
    at, place = ".".join(path[-2:]), Location(name, 1, 1)
    relation = _relation(last) or KEYS.get(last, "none")
    named = hub_name(text) is not None and not is_local(text)
    if relation in LINEAGE and (named or (relation in _BY_WORD and len(text.split()) == 1)):
        sight(text, relation, name, f"{form}, {at}", found)
    elif _TERMS.search(last) or _ADDRESS.match(text) or (named and _MADE_FROM.search(last)):
        found.lost.append(Lost(place, f"{at}: “{shortened(text)}” has no place here"))


def sight(value: str, relation: MentionRelation, name: str, how: str, found: Found) -> None:
    """A thing that a header names; a file of weights loses its suffix, and what lies on somebody's machine is told."""
    bare = _WEIGHTS_FILE.sub("", value)
    told = hub_name(bare) or bare
    if not told:
        return
    place = Location(name, 1, 1)
    if len(value) > _MOST or (is_local(told) and not is_remote(told)) or (bare != value and "/" in told):
        what = f"{how}: {shortened(value)} names a file or folder; what it comes from is not told"
        found.lost.append(Lost(place, what))
        return
    kind: ArtifactKind = "dataset" if relation == "data" else "model"
    found.sightings.append(Sighting(told, relation, place, "weights", how, value, kind))


def numbered(
    texts: Mapping[str, str], above: str, relation: MentionRelation, name: str, found: Found
) -> None:
    """Things that a header lists by number: address, else organisation and name."""
    for number in range(64):
        told = {
            key: texts.get(f"{above}.{number}.{key}", "")
            for key in ("repo_url", "organization", "name", "url")
        }
        if not any(told.values()):
            return
        joined = "/".join(part.replace(" ", "-") for part in (told["organization"], told["name"]) if part)
        address = next((hub for key in ("repo_url", "url") if (hub := hub_name(told[key]))), None)
        sight(address or told["repo_url"] or joined, relation, name, f"GGUF header, {above}.{number}", found)
