"""Which keys of headers of weights say what: licence, bases, data, merged models."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_local, is_remote
from compliance.model.declared.sighting import MentionRelation, Sighting, Statement
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


def tell(key: str, value: str, name: str, form: str, found: Found) -> bool:
    """Take one text of a header; whether its key says something that a manifest holds."""
    relation: MentionRelation | None = "base" if key in BASES else "data" if key in DATA else None
    text = value.strip()
    if relation is None and key not in LICENCES:
        return False
    if text.lower() in _NOTHING or len(text) > _MOST:
        return True
    place = Location(name, 1, 1)
    if relation is None:
        words = f"{key}: {text}"
        found.statements.append(Statement("licence", "weights", text, place, words))
        return True
    for one in text.split(",") if key == "modelspec.merged_from" else [text]:
        sight(one.strip(), relation, name, f"{form}, {key}", found)
    return True


def sight(value: str, relation: MentionRelation, name: str, how: str, found: Found) -> None:
    """A thing that a header names, unless it is a file of somebody's machine; a file of weights loses its suffix."""
    bare = _WEIGHTS_FILE.sub("", value)
    told = hub_name(bare) or bare
    if not told or (is_local(told) and not is_remote(told)) or (bare != value and "/" in told):
        return
    kind: ArtifactKind = "dataset" if relation == "data" else "model"
    found.sightings.append(Sighting(told, relation, Location(name, 1, 1), "weights", how, value, kind))


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
