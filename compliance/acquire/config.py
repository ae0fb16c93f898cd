"""Training, merge and pipeline configurations: every name under a key of the table, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from compliance.acquire.code.agents import agent, is_doer
from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.config_keys import BUILT_IN, FORMATS, KEYS, NESTED, OTHERS, UNDER, is_published
from compliance.acquire.config_values import values_given
from compliance.acquire.found import Found
from compliance.acquire.names import BY_FOLDER, folder_name, hub_name, is_local, is_remote, is_rows
from compliance.acquire.operated.recipe import relation_by_words
from compliance.acquire.tree import Placed, line_of, mapping, mappings, number
from compliance.model.declared.sighting import Lost, MentionRelation, Published, Sighting
from compliance.model.shapes.location import Location

Aliases = Mapping[str, tuple[str, Location]]
"""Short names of data sets (LLaMA-Factory's `dataset_info.json`): what each stands for, and where that is said."""
_WORD = re.compile(r"[A-Za-z]+(?:[-_.][A-Za-z]+)+")
_ELSEWHERE = re.compile(r"(?:/|~/|[A-Za-z]:\\)[\w./\\-]+$")
"""How the path of a folder of one's own machine looks that lies outside of the work."""
LOOSE = frozenset({"training-config", "generation-config"})
"""Formats that are known by a few keys: a file of one that is called after a measurement tells of that."""
_OF_WEIGHTS = "model-config"
"""Format of what lies with weights and says of which shape they are."""
_PUBLISHED_WEIGHTS = frozenset({"init_from_pretrained_model", "pretrained_model_name"})
"""Keys that only take the name under which weights were put out: a bare word is one, known or not."""
_BARE = frozenset({"base", "adapter", "generated-by", "judged-by", "component"})


def format_of(tree: object) -> str | None:
    """Name of the configuration's format; None where it is none that is known."""
    keys = {key.lower() for key in mapping(tree)}
    return next((name for name, sets in FORMATS.items() if any(one <= keys for one in sets)), None)


def read_config(tree: object, name: str, aliases: Aliases | None = None, anyway: bool = False) -> Found:
    """What a configuration names: upstreams, and where its result is published.

    Args:
        tree: The configuration.
        name: Its file.
        aliases: Short names of data sets.
        anyway: Whether it is one even where its keys are those of no format that is known.
    """
    found = Found()
    known = format_of(tree) or ("parameters" if anyway else None)
    if known in (None, "litellm"):
        return found
    found.makes_weights = known not in (*LOOSE, _OF_WEIGHTS, "parameters")
    if known == _OF_WEIGHTS:
        found.headed.add(name.rpartition("/")[0])
    if known == "llama-factory":
        _aliased(mapping(tree), name, aliases or {}, found)
    for path, value in _leaves(tree, ()):
        for one in values_given(value, relation_of(path) == "data"):
            read_leaf(path, one, name, known or "", found)
    if known in LOOSE and meaning(_stem_words(name), ("none",)):
        found.sightings = [replace(one, relation="none") for one in found.sightings]
    return found


def _stem_words(name: str) -> list[str]:
    return [name.rsplit("/", 1)[-1].rsplit(".", 1)[0]]


def _leaves(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Placed]]:
    if isinstance(node, dict):
        for key, value in node.items():
            mixed = path and path[-1].startswith("dataset_mixer")
            if mixed and isinstance(key, Placed) and not isinstance(value, dict | list):
                yield path, key
            yield from _leaves(value, (*path, str(key).lower()))
    elif isinstance(node, list):
        for value in node:
            yield from _leaves(value, path)
    elif isinstance(node, Placed):
        yield path, node


def read_leaf(path: tuple[str, ...], value: Placed, name: str, known: str, found: Found) -> None:
    """Take one value under its path of keys, in lower case; `known` is what its format is called."""
    key = path[-1] if path else ""
    place = Location(name, value.line, 1)
    if is_published(path) and hub_name(value):
        found.published.append(Published("model", str(value), place))
        return
    relation = _of_parameter(path) if known == "parameters" else relation_of(path)
    if known == "nemo-rl" and value in BUILT_IN:
        value = Placed.at(BUILT_IN[value], value.line)
    if relation is None or (known == "generation-config" and relation == "base"):
        return
    if not _names_something(value, relation, known):
        _on_this_machine(path, value, relation, place, known, found)
        return
    kind = "dataset" if relation == "data" else "model"
    told, plus, adapter = (
        (hub_name(value) or str(value)).partition("+")
        if known == "mergekit"
        else (hub_name(value) or str(value), "", "")
    )
    words = value if key.startswith("dataset_mixer") else f"{key}: {value}"
    found.sightings.append(
        Sighting(told, relation, place, "config", f"{known}, {'.'.join(path)}", words, kind)  # type: ignore[arg-type]
    )
    if plus and hub_name(adapter):
        how = f"{known}, {'.'.join(path)}, after the plus"
        found.sightings.append(Sighting(adapter, "adapter", place, "config", how, words, "model"))


def _on_this_machine(
    path: tuple[str, ...], value: Placed, relation: MentionRelation, place: Location, known: str, found: Found
) -> None:
    """Weights by a word alone or by what their folder is called, and files of rows."""
    if relation == "data" and ((is_local(value) and is_rows(value)) or _ELSEWHERE.match(value)):
        found.reads.append((str(value), place))
        found.trained_on.append((str(value), place))
    if relation not in _BARE:
        return
    named, how = folder_name(value) if is_local(value) else None, f"{known}, {'.'.join(path)}"
    if named:
        how += BY_FOLDER
    elif _WORD.fullmatch(value):
        named = str(value)
    if named:
        words, says = f"{path[-1]}: {value}", path[-1] in _PUBLISHED_WEIGHTS and named == value
        found.sightings.append(
            Sighting(named, relation, place, "config", how, words, "model", if_known=not says)
        )


def relation_of(path: Sequence[str]) -> MentionRelation | None:
    """What a name at a path of keys was for.

    >>> relation_of(("datasets", "path")), relation_of(("test_datasets", "path")), relation_of(("optimizer", "name"))
    ('data', 'none', None)
    >>> relation_of(("reward_model", "model", "path")), relation_of(("actor", "model", "path"))
    ('judged-by', 'base')
    >>> relation_of(("dataset", "embedder", "path")), relation_of(("dataset", "train", "path"))
    ('filtered-by', 'data')
    """
    if not path:
        return None
    above = [told for key in path[:-1] if (told := UNDER.get(key) or _doer_below_rows(key, path)) is not None]
    key = path[-1]
    if "none" in above:
        return "none"
    if above and above[-1] in OTHERS and KEYS.get(key) == "base":
        return above[-1]
    if above and above[-1] == "base" and key in NESTED:
        above.append(next((one for one in reversed(above) if one in OTHERS), "base"))
    if key in NESTED:
        if key == "model" and (len(path) == 1 or not above or above[-1] == "base"):
            return "base"
        return (
            above[-1]
            if above and key in ("path", "source", "id", "name", "repo_id", "hf_hub_url")
            else KEYS.get(key)
            if above
            else None
        )
    if key in KEYS:
        return KEYS[key]
    return above[-1] if above and len(path) == 1 else None


def _doer_below_rows(key: str, path: Sequence[str]) -> MentionRelation | None:
    """What a key below rows says of a model that does something to them: the embedder of a data set is none itself."""
    at = path.index(key)
    does = is_doer(words_of(key)[-1]) if words_of(key) else False
    return agent([key]) if does and any(UNDER.get(one) == "data" for one in path[:at]) else None


def _of_parameter(path: Sequence[str]) -> MentionRelation | None:
    """What a name among a pipeline's parameters was for: below a section of the work's own, by all of its words.

    >>> _of_parameter(("questions", "model")), _of_parameter(("train", "model")), _of_parameter(("model",))
    ('unknown-use', 'base', 'base')
    """
    told = relation_of(path)
    if told != "base" or len(path) < 2 or any(key in UNDER for key in path[:-1]):
        return told
    return relation_by_words(path)


def _names_something(value: str, relation: MentionRelation, known: str) -> bool:
    """Whether a value names a thing elsewhere: not a folder of one's own, a word, a number."""
    if is_remote(value):
        return True
    if known == "mergekit" and "+" in value:
        return hub_name(value.split("+")[0]) is not None
    if is_local(value) or number(value) is not None or not value.strip() or "," in value:
        return False
    if hub_name(value):
        return True
    if known == "adapter-config" and relation == "base":
        return "/" not in value and " " not in value
    # Of weights a bare name may be that of a well-known model; rows under a bare name are somebody's alias.
    return (
        relation in _BARE
        and "/" not in value
        and any(letter.isdigit() for letter in value)
        and " " not in value
    )


def _aliased(tree: Mapping[str, Any], name: str, aliases: Aliases, found: Found) -> None:
    """LLaMA-Factory's data sets, by the names of `dataset_info.json`, with their shares."""
    predicts = _is_on(tree, "do_predict") and not _is_on(tree, "do_train")
    for key in ("dataset", "eval_dataset"):
        told = tree.get(key)
        listed = [one.strip() for one in told.split(",")] if isinstance(told, str) else []
        shares = [number(one) for one in str(tree.get("interleave_probs") or "").split(",")]
        for at, alias in enumerate(listed):
            relation: MentionRelation = "data" if key == "dataset" and not predicts else "none"
            if alias not in aliases:
                if relation == "data" and alias:
                    what = f"{key}: {alias} is a short name, and no dataset_info.json here says of what"
                    found.lost.append(Lost(Location(name, line_of(told), 1), what))
                continue
            target, where = aliases[alias]
            share = shares[at] if key == "dataset" and len(shares) == len(listed) else None
            used = Location(name, line_of(told), 1)
            if is_local(target) and relation == "data":
                found.reads.append((target, used))
            how = f"llama-factory, {key}: {alias} ({used.file}:{used.line})"
            for place in (where, used):
                found.sightings.append(
                    Sighting(
                        target, relation, place, "config", how, f"{alias}: {target}", "dataset", share=share
                    )
                )


def _is_on(tree: Mapping[str, Any], key: str) -> bool:
    return str(tree.get(key)).lower() == "true"


def read_aliases(tree: object, name: str) -> dict[str, tuple[str, Location]]:
    """The short names of a `dataset_info.json`."""
    found: dict[str, tuple[str, Location]] = {}
    for alias, entry in mapping(tree).items():
        for key in ("hf_hub_url", "cloud_file_name", "ms_hub_url", "om_hub_url", "script_url", "file_name"):
            value = mapping(entry).get(key)
            if isinstance(value, str) and value:
                found[str(alias)] = (str(value), Location(name, line_of(value), 1))
                break
    return found


def read_gateway(tree: object, name: str) -> dict[str, tuple[str, str | None, Location]]:
    """The names under which a LiteLLM gateway serves models: model string, address, place."""
    found: dict[str, tuple[str, str | None, Location]] = {}
    for entry in mappings(mapping(tree).get("model_list")):
        given, told = mapping(entry.get("litellm_params")), mapping(entry.get("model_info"))
        served = told.get("base_model") or given.get("model")
        if isinstance(served, str) and isinstance(entry.get("model_name"), str):
            address = given.get("api_base")
            where = Location(name, line_of(served), 1)
            found[str(entry["model_name"])] = (str(served), str(address) if address else None, where)
    return found


def untold(tree: object, name: str) -> list[Lost]:
    """Upstreams of a configuration that are only paths of one's own machine, or names of nothing."""
    told, known = [], format_of(tree)
    for path, value in _leaves(tree, ()):
        relation = relation_of(path)
        if relation in (None, "none") or not value.strip() or number(value) is not None:
            continue
        nameless = known == "mergekit" and not _names_something(value, "base", known)
        if nameless or (is_local(value) and not (relation in _BARE and folder_name(value))):
            what = f"{'.'.join(path)}: {value} is of one's own machine; what it comes from is not told"
            told.append(Lost(Location(name, value.line, 1), what))
    return told


def lost_of(tree: object, name: str) -> list[Lost]:
    """Keys of a configuration that look like names of upstreams, and that no table knows."""
    told = []
    for path, value in _leaves(tree, ()):
        hub = hub_name(value) if not is_local(value) else None
        if (
            hub
            and relation_of(path) is None
            and path
            and not is_published(path)
            and not path[-1].endswith("_dir")
        ):
            told.append(
                Lost(Location(name, value.line, 1), f"{'.'.join(path)}: {value} names nothing that is known")
            )
    return told
