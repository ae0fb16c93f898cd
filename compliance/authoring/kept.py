"""Outcomes of earlier mutation runs, kept under a digest of everything that they depend on."""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
from collections.abc import Iterable, Mapping, Sequence

import compliance
from compliance.authoring.mutate import Outcome, Unit, definitions_of
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.situation import Situation
from compliance.model.shapes.shape import Shape
from compliance.whole_files import put_file


def default_file() -> pathlib.Path:
    """Where outcomes are kept if nobody says otherwise: beside the cached packs of the user."""
    named = os.environ.get("XDG_CACHE_HOME")
    base = pathlib.Path(named) if named else pathlib.Path("~/.cache").expanduser()
    return base / "compliance" / "mutants.json"


def common_digest(packs: Knowledge) -> str:
    """Digest of what every outcome depends on: the program, the registry and the catalogue of facts."""
    found = hashlib.sha256()
    root = pathlib.Path(compliance.__file__).parent
    for path in sorted(root.rglob("*.py")):
        found.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    for used in packs.used:
        if "registry" in used.path:
            found.update(f"{used.path}\0{used.sha256}\n".encode())
    for name, entry in sorted(packs.facts.items()):
        found.update(f"{name}\0{entry.model_dump_json()}\n".encode())
    return found.hexdigest()


def digest(unit: Unit, stories: Mapping[str, Sequence[Situation]], packs: Knowledge, common: str) -> str:
    """Digest of a unit: its rules, what they use and cite, and the situations that are asked."""
    parts: list[tuple[str, Shape]] = []
    for _, rule in unit.rules:
        tests = (rule.asked_if, *rule.when.values(), *rule.unless.values())
        texts = {cite.instrument for cite in rule.cites}
        texts |= {
            node.in_force.instrument for node in packs.nodes(*tests) if isinstance(node, operator.InForceOp)
        }
        parts.append((rule.id, rule))
        parts += [(name, packs.definitions[name]) for name in sorted(definitions_of(rule, packs))]
        parts += [(text, packs.instruments[text]) for text in sorted(texts)]
        parts += [(rule.id, story) for story in stories.get(rule.id, ())]
    found = hashlib.sha256(f"{common}\0{unit.name}\n".encode())
    for name, value in parts:
        found.update(f"{name}\0{json.dumps(_plain(value), default=str)}\n".encode())
    return found.hexdigest()


_PROSE = frozenset({
    "says", "consequence", "does_not_cover", "clear_because", "because", "besides", "folds", "paraphrase",
    "ambiguities", "evidence", "enforcement", "note",
})  # fmt: skip
"""Fields of rules, definitions and texts that no answer depends on: whoever rewords them changes no outcome."""


def _plain(value: object) -> object:
    """A value in lists and mappings alone, whether or not its parts were read from compiled packs, without prose."""
    if isinstance(value, Shape):
        return {name: _plain(held) for name, held in value.__dict__.items() if name not in _PROSE}
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(held) for held in value]
    return value


def read(file: pathlib.Path) -> dict[str, Outcome]:
    """Outcomes by digest; none where the file is missing or damaged."""
    try:
        stored = json.loads(file.read_bytes())
        return {
            key: Outcome(held["name"], int(held["mutants"]), tuple(held["survivors"]))
            for key, held in stored.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write(file: pathlib.Path, outcomes: Iterable[tuple[str, Outcome]]) -> None:
    """Keep outcomes, atomically; where that is not possible, do without."""
    held = {
        key: {"name": one.name, "mutants": one.mutants, "survivors": one.survivors} for key, one in outcomes
    }
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        put_file(file, json.dumps(held, separators=(",", ":")).encode())
    except OSError:
        return
