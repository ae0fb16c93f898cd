"""Settings of the work's own making, of no tool's format: models and sets by the words of the keys above them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from compliance.acquire.addresses import fetched
from compliance.acquire.code.agents import ROWS, THING, agent, is_aside, may_name
from compliance.acquire.code.purpose import words_of
from compliance.acquire.config_keys import is_published
from compliance.acquire.found import Found
from compliance.acquire.names import BY_FOLDER, hub_name, is_remote, is_weights, stored_name
from compliance.acquire.operated.mixes import mixed
from compliance.acquire.tree import Placed, line_of, number, texts
from compliance.model.declared.sighting import MentionRelation, Published, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

_OTHER_KEYS = frozenset(
    {"image", "images_from", "container", "docker", "uses", "action", "actions", "git", "github", "license", "licence",
     "author", "authors", "maintainer", "homepage", "mime", "mimetype", "content", "timezone", "tz", "branch", "ref",
     "user", "username", "email", "route", "endpoint", "webhook", "project", "publish", "push", "upload", "output",
     "outputs", "out", "export", "save", "destination", "dest", "cache", "log", "logs", "wandb", "mlflow", "entity",
     "package", "packages", "dependencies", "requires", "topic", "topics", "script", "scripts", "command", "schema",
     "prompt", "template", "format", "formats", "unit", "units", "paper", "citation"}
)  # fmt: skip
"""Words of keys whose values are written like names of a hub and are none, or are where results go."""
_OTHER_VALUES = re.compile(
    r"(?i)(?:application|text|image|audio|video|multipart|font|europe|america|asia|africa|australia|pacific|atlantic|etc|"
    r"refs|feature|bugfix|release|github|ghcr\.io|docker\.io|quay\.io|library|actions)/"
)
_WRITES = frozenset(
    {"temperature", "max_tokens", "max_new_tokens", "top_p", "n_samples", "prompt", "system_prompt"}
)
_TRAINS = frozenset(
    {"epochs", "num_epochs", "num_train_epochs", "lr", "learning_rate", "optimizer", "warmup_steps",
     "weight_decay", "max_steps", "train", "training", "trainer", "gradient_accumulation_steps"}
)  # fmt: skip
_SETS = frozenset({"uri", "url", "bucket", "repo", "hub", "hf"})
_OF_TOOLS = frozenset(
    {"apiversion", "openapi", "swagger", "services", "jobs", "devdependencies", "compileroptions", "mcpservers", "nav",
     "repos", "tool", "lockfileversion"}
)  # fmt: skip
"""Keys at the top of files that tell tools what to do."""
_CALLED = ("id", "stage", "task", "step")
"""Keys by which a member of a list is called."""
_OUTCOMES = frozenset(
    {"result", "results", "metric", "metrics", "score", "scores", "log", "logs", "history", "report", "reports",
     "output", "outputs", "prediction", "predictions", "stats", "statistics", "summary", "state", "index", "cache",
     "trace", "traces", "response", "responses", "lock", "manifest", "schema"}
)  # fmt: skip
"""Words in the names of files that hold what came out, and no settings."""
_MEASURED = frozenset(
    {"accuracy", "f1", "bleu", "rouge", "score", "scores", "loss", "wer", "perplexity", "pass_at_1"}
)

_GROUP = re.compile(r"(?:^|/)(?:conf|confs|configs?|hydra|settings)/([\w-]+)/[^/]+$")
"""How files lie that are parts of a larger configuration."""
_OF_DETECTORS = frozenset({"train", "val", "names"})
"""Keys of a file that tells a detector in which folders its pictures lie, and what is to be seen on them."""
_OF_ROWS = re.compile(
    r"https?://(?:www\.)?(?:kaggle\.com/datasets/[\w-]+/[\w-]+|huggingface\.co/datasets/[\w.-]+|zenodo\.org/records?/\d+)"
)
"""Addresses that are those of rows, whatever the key above them is called."""
_ELSEWHERE = re.compile(r"(?:/|~/)[\w./{}*-]+$")
"""How the path of a folder or of files of one's own machine looks that lies outside of the work."""
_CHOICES = "defaults"
"""The key below which a configuration that is put together lists parts: each is a file, which is read itself."""
_OF_A_MIX = "settings, with its share, "
"""How the members of a mix are told to be seen."""
MOST_LEAVES = 20_000
"""The most values of one file that are looked at: what holds more is no settings."""


def read_recipe(tree: object, name: str) -> Found:
    """What settings of no known format name, where the keys above say what for.

    Args:
        tree: The settings.
        name: Their file.
    """
    found = Found()
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if not isinstance(tree, dict) or _OF_TOOLS & {str(key).lower() for key in tree}:
        return found
    if not _OUTCOMES.isdisjoint(words_of(stem)):
        return found
    if tree.keys() >= _OF_DETECTORS:
        found.reads = [
            (str(one), Location(name, line_of(one), 1)) for one in texts(tree["train"]) if not is_remote(one)
        ]
        return found
    leaves = list(islice(_leaves(tree, ()), MOST_LEAVES))
    keys = {key.lower() for path, _ in leaves for key in path}
    usual, aside = _usual(keys), is_aside([stem]) or not keys.isdisjoint(_MEASURED)
    for keys_above, value in leaves:
        if keys_above[0] == _CHOICES and isinstance(tree.get(_CHOICES), list):
            continue
        path = (*_group_of(name), *keys_above)
        told = relation_by_words(path, usual)
        if is_published(path) and hub_name(value):
            found.published.append(Published("model", str(value), Location(name, value.line, 1)))
            continue
        if told == "data" and not aside and _ELSEWHERE.match(value):
            found.reads.append((str(value), Location(name, value.line, 1)))
            continue
        told = "data" if told is None and _OF_ROWS.match(value) and not _is_elsewhere(path) else told
        if told is not None and (one := _taken(path, value, told, name)) is not None:
            found.sightings.append(replace(one, relation="none") if aside else one)
    found.sightings += _of_mixes(tree, name, aside, {one.place.line for one in found.sightings})
    return found


def _of_mixes(tree: object, name: str, aside: bool, lines: Collection[int]) -> Iterator[Sighting]:
    """The members of a mix, by their shares, on lines of which no key above says anything."""
    for path, value in islice(mixed(tree), MOST_LEAVES):
        if value.line not in lines:
            how, words = f"{_OF_A_MIX}{'.'.join(path)}", f"{path[-1]}: {value}"[:200]
            place, relation = Location(name, value.line, 1), "none" if aside else "data"
            yield Sighting(hub_name(value) or str(value), relation, place, "config", how, words, "dataset")  # type: ignore[arg-type]


def _taken(path: Sequence[str], value: Placed, told: MentionRelation, name: str) -> Sighting | None:
    """What a value names, for what its keys tell; None where it is no name."""
    where, how = Location(name, value.line, 1), f"settings, {'.'.join(path)}"
    words = f"{path[-1]}: {value}"[:200]
    if kind_there := _lies_at(value, told):
        return Sighting(str(value), told, where, "config", how, words, kind_there)
    stored = stored_name(value) if is_remote(value) and told not in ("data", "none") else None
    if not (stored or _names(path, value, told)):
        return None
    kind: ArtifactKind | None = "dataset" if told == "data" else "model" if hub_name(value) else None
    how += BY_FOLDER if stored else ""
    named = stored or hub_name(value) or str(value)
    return Sighting(named, told, where, "config", how, words, kind, if_known=stored is not None)


def _is_elsewhere(path: Sequence[str]) -> bool:
    """Whether keys speak of where results go, or of what tools need."""
    return not _OTHER_KEYS.isdisjoint(word for key in path for word in words_of(key))


def _group_of(name: str) -> tuple[str, ...]:
    """The part of a larger configuration that a file is, by the folder in which it lies: `conf/data/fen.yaml`."""
    group = _GROUP.search(name)
    return (group[1],) if group else ()


def _lies_at(value: str, told: MentionRelation) -> ArtifactKind | None:
    """What an address on the web hands out where keys name a model or rows; None where it is no such file."""
    if not value.startswith(("http://", "https://")) or told == "none":
        return None
    plain, handed = value.split("?")[0], fetched(value)
    if told == "data" and _OF_ROWS.match(value) and not hub_name(value):
        return "dataset"
    if handed is None or hub_name(value) or plain.rsplit("/", 1)[-1].count(".") == 0:
        return None
    if told == "data":
        return None if is_weights(plain) else "dataset"
    return "model" if is_weights(plain) and "/" not in (stored_name(value) or "") else None


def relation_by_words(path: Sequence[str], usual: MentionRelation = "unknown-use") -> MentionRelation | None:
    """What a value below these keys was for; None where no key says that it names a model or rows.

    >>> relation_by_words(("model", "writer", "name")), relation_by_words(("seeds", "hub", "dataset", "name"))
    ('generated-by', 'data')
    >>> relation_by_words(("student", "encoder", "checkpoint")), relation_by_words(("logging", "name"))
    ('base', None)
    """
    spoken = [word for key in path for word in words_of(key)]
    if not _OTHER_KEYS.isdisjoint(spoken):
        return None
    thing = _thing(path)
    if thing is None:
        return None
    if is_aside(path):
        return "none"
    said = agent(reversed(path))
    if thing == "rows" and said not in ("adapter",):
        return "data"
    return said or usual


def _thing(path: Sequence[str]) -> str | None:
    """Whether the nearest key that says anything of it speaks of rows or of a model."""
    for key in reversed(path):
        spoken = set(words_of(key))
        if spoken & THING or agent([key]):
            return "model"
        if spoken & ROWS:
            return "rows"
    return None


def _names(path: Sequence[str], value: Placed, relation: MentionRelation) -> bool:
    """Whether a value is written like the name of a thing elsewhere."""
    text = value.strip()
    if not text or number(text) is not None or _OTHER_VALUES.match(text):
        return False
    if relation == "data" and is_remote(text) and not text.startswith("http"):
        return True
    return may_name(path[-1], text) and (relation != "data" or hub_name(text) is not None)


def _usual(keys: set[str]) -> MentionRelation:
    """What a model is for of which no word tells: trained where there is training, asked where it is told to write."""
    if keys & _TRAINS:
        return "base"
    return "generated-by" if keys & _WRITES else "unknown-use"


def _leaves(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Placed]]:
    """Every text with the keys above it; a member of a list is called by its `id`, `stage` or `task`."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*path, str(key)))
    elif isinstance(node, list):
        for value in node:
            called = (value.get(one) for one in _CALLED) if isinstance(value, dict) else ()
            label = tuple(str(one) for one in called if isinstance(one, str) and "/" not in one)
            yield from _leaves(value, (*path, *label))
    elif isinstance(node, Placed):
        yield path, node


def is_plain(one: Sighting) -> bool:
    """Whether the keys above a name say themselves what it was for."""
    if one.how.startswith(_OF_A_MIX):
        return True
    return (
        relation_by_words(one.how.removeprefix("settings, ").split("."), "unknown-use")
        == one.relation
        != "unknown-use"
    )
