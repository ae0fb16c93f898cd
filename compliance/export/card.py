"""The front matter that a hub's card would need to say what the manifest says, as lines to put there."""

from __future__ import annotations

import json

from compliance.export.links import ROWS, TRAINS, WEIGHTS, Link, called, licence, links, main_artifact
from compliance.model.declared.manifest import Manifest
from compliance.patterns import regex

_PLAIN = regex(r"[A-Za-z][\w./+|-]*(?: [\w./+-]+)*")
_RESERVED = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


def front_matter(manifest: Manifest) -> tuple[str, list[str]]:
    """The lines for the first release, and what cards have no field for."""
    main = main_artifact(manifest)
    mine = [one for one in links(manifest) if one.target == main]
    lines = ["---"]
    if text := licence(manifest, main):
        lines.append(f"license: {_scalar(text.lower())}")
    is_model = manifest.artifacts[main].kind == "model"
    bases = [one.source for one in mine if one.role in WEIGHTS] if is_model else []
    rows = [one.source for one in mine if one.role in ROWS]
    lines += _listed("base_model", bases, manifest)
    if bases and (relation := _relation([one for one in mine if one.role in WEIGHTS])):
        lines.append(f"base_model_relation: {relation}")
    if is_model:
        lines += _listed("datasets", rows, manifest)
    else:
        lines += _listed("source_datasets", rows, manifest, "extended|")
    told = {*bases, *rows}
    lost = [
        f"no field for: {one.words}"
        for one in links(manifest)
        if not (one.target == main and one.source in told)
    ]
    return "\n".join([*lines, "---", ""]), lost


def _relation(mine: list[Link]) -> str | None:
    kinds = {one.kind for one in mine}
    if "merge" in kinds:
        return "merge"
    if "quantise" in kinds:
        return "quantized"
    return "finetune" if kinds & TRAINS else None


def _listed(field: str, keys: list[str], manifest: Manifest, before: str = "") -> list[str]:
    names = list(dict.fromkeys(called(manifest, key) for key in keys))
    return [f"{field}:", *(f"- {_scalar(before + name)}" for name in names)] if names else []


def _scalar(text: str) -> str:
    """A text as YAML that reads back as it is, whoever reads it.

    >>> _scalar("extended|org/name-1.0"), _scalar("a #b"), _scalar("no")
    ('extended|org/name-1.0', '"a #b"', '"no"')
    """
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return json.dumps(text)
