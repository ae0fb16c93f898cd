"""distilabel's pipelines as it saves them: which rows are loaded, which models write and judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_local, is_placeholder
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import line_of, mapping, mappings, texts
from compliance.model.declared.sighting import MentionRelation, Published, Sighting
from compliance.model.shapes.location import Location

_JUDGES = re.compile(
    r"(?i)feedback|prometheus|pairrm|quality|complexity|score|judge|critique|reward|evaluat|rank"
)
_SORTS = re.compile(r"(?i)filter|dedup|minhash|embedding|cluster|classif")
_HOSTS: Mapping[str, str] = {
    "OpenAILLM": "openai", "AnthropicLLM": "anthropic", "MistralLLM": "mistral", "TogetherLLM": "together",
    "GroqLLM": "groq", "CohereLLM": "cohere", "VertexAILLM": "google", "AzureOpenAILLM": "openai",
    "OpenAIImageGeneration": "openai",
}  # fmt: skip
"""Class of a client to the provider that it asks, where no address says otherwise."""
_ROUTES: Mapping[str, str] = {"AzureOpenAILLM": "azure", "VertexAILLM": "vertex"}
_NAMED = ("model", "model_id", "model_name", "tokenizer_id")
_DEEP = 12


def is_distilabel(tree: object) -> bool:
    """Whether a document is a saved pipeline."""
    pipeline = mapping(mapping(tree).get("pipeline"))
    return any("step" in one for one in mappings(pipeline.get("steps")))


def read_distilabel(tree: object, name: str, prose: ReadProse) -> Found:
    """What the steps of a pipeline load, ask and judge with."""
    found = Found()
    for entry in mappings(mapping(mapping(tree).get("pipeline")).get("steps")):
        step = mapping(entry.get("step"))
        task = _class(step)
        _rows(step, task, name, found)
        for client in _clients(step, 0):
            _asked(client, _relation(task), name, found)
        if task in ("PairRM", "RewardModelScore"):
            _asked({**step, "type_info": {}}, "judged-by", name, found)
    return found


def _class(one: Mapping[str, Any]) -> str:
    return str(mapping(one.get("type_info")).get("name") or "")


def _relation(task: str) -> MentionRelation:
    if _JUDGES.search(task):
        return "judged-by"
    return "filtered-by" if _SORTS.search(task) else "generated-by"


def _rows(step: Mapping[str, Any], task: str, name: str, found: Found) -> None:
    for value in texts(step.get("repo_id")):
        place = Location(name, line_of(value), 1)
        if is_placeholder(value) or hub_name(value) is None:
            continue
        if "Push" in task or "ToHub" in task:
            found.published.append(Published("dataset", str(value), place))
        else:
            how = f"distilabel, {task or 'repo_id'}"
            found.sightings.append(
                Sighting(str(value), "data", place, "config", how, f"repo_id: {value}", "dataset")
            )


def _clients(node: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Clients of models within a step: one, several, or those of a mixture."""
    if depth > _DEEP:
        return
    if isinstance(node, list):
        for one in node:
            yield from _clients(one, depth + 1)
    for key, value in mapping(node).items():
        if key in (
            "llm",
            "llms",
            "embeddings",
            "image_generation_model",
            "aggregator_llm",
            "proposers_llms",
            "model",
        ):
            yield from (one for one in mappings(value) if any(texts(one.get(each)) for each in _NAMED))
        if isinstance(value, dict | list):
            yield from _clients(value, depth + 1)


def _asked(client: Mapping[str, Any], relation: MentionRelation, name: str, found: Found) -> None:
    value = next((one for key in _NAMED for one in texts(client.get(key))), "")
    if not value or is_local(value):
        return
    kind = _class(client)
    address = next(iter(texts(client.get("base_url"))), "")
    provider = _HOSTS.get(kind) if not address or "api.openai.com" in address else None
    how = f"distilabel, {kind or 'model'}{f' at {address}' if address else ''}"
    found.sightings.append(
        Sighting(str(value), relation, Location(name, line_of(value), 1), "config", how, f"model: {value}",
                 "service" if provider else "model" if kind and "/" in value else None, provider=provider,
                 route=_ROUTES.get(kind))
    )  # fmt: skip
