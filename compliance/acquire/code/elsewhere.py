"""What a module takes from the rest of its folder: values of configurations that it loads, and of other modules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from compliance.acquire.code.literals import Told, literal
from compliance.model.shapes.location import Location

if TYPE_CHECKING:
    from compliance.acquire.code.bindings import Bindings, Scope

LOADERS = frozenset(
    {"yaml.safe_load", "yaml.load", "yaml.full_load", "yaml.unsafe_load", "tomllib.load", "tomllib.loads", "tomli.load",
     "tomli.loads", "toml.load", "toml.loads", "json.load", "json.loads", "OmegaConf.load", "().load",
     "Config.fromfile", "hydra.compose", "compose", "load_yaml", "read_yaml", "load_toml", "from_yaml", "yaml_load",
     "load_file"}
)  # fmt: skip
"""What loads a configuration, by the ends of dotted names."""
WRAPPERS = frozenset(
    {"OmegaConf.create", "OmegaConf.merge", "OmegaConf.to_container", "OmegaConf.to_object", "OmegaConf.structured",
     "SimpleNamespace", "Box", "EasyDict", "Munch", "DictConfig", "AttrDict", "addict.Dict", "ConfigDict", "edict",
     "munchify", "model_validate", "parse_obj", "from_dict", "deepcopy", "copy.copy", "instantiate"}
)  # fmt: skip
"""What gives back what it is given, in another dress."""
_OF_TOOLS = re.compile(
    r"(?:^|/)(?:pyproject\.toml|package(?:-lock)?\.json|tsconfig.*|docker-compose.*|compose\.ya?ml|environment\.ya?ml|"
    r"mkdocs\.ya?ml|\..*|tokenizer.*\.json|special_tokens_map\.json|vocab\.json|added_tokens\.json|.*\.index\.json|"
    r"Cargo\.toml|poetry\.toml|uv\.toml|ruff\.toml)$|(?:^|/)\.[^/]+/"
)
"""Files of tools, which no code of the work loads as its settings."""
_SUFFIXES = (".yaml", ".yml", ".json", ".toml")
_FEW = 24
"""The most configurations that are looked at where nothing says which one a module loads."""
Arguments = Mapping[tuple[str, str], Sequence[tuple[str, Location, str]]]
"""By script and option: what command lines of the folder give it, where, and the line."""
_DEEP = 4
MOST_MODULES, MOST_BYTES = 600, 6_000_000
"""How many modules are looked at together, and their size in all."""


def ends(name: str, among: frozenset[str]) -> bool:
    """Whether a dotted name ends with one of a set.

    >>> ends("omegaconf.OmegaConf.load", LOADERS), ends("torch.load", LOADERS)
    (True, False)
    """
    return name in among or any(name.endswith(f".{one}") for one in among)


@dataclass(slots=True)
class Neighbour:
    """Another module: what its names are given, its lines, and what it calls."""

    file: str
    bindings: Bindings
    lines: Sequence[str]
    calls: list[tuple[ast.Call, Scope]]
    rows: list[tuple[ast.Dict, Scope]]
    tree: ast.Module
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its classes, with the dotted names of those that they descend from."""


@dataclass(slots=True)
class Elsewhere:
    """The configurations and modules of a folder."""

    trees: Mapping[str, Any] = field(default_factory=dict)
    sections: Mapping[str, Any] = field(default_factory=dict)
    """Configurations in sections."""
    arguments: Arguments = field(default_factory=dict)
    modules: list[Neighbour] = field(default_factory=list)
    made: dict[str, ast.expr] = field(default_factory=dict)
    by_stem: dict[str, list[Neighbour]] = field(default_factory=dict)
    by_file: dict[str, Neighbour] = field(default_factory=dict)
    left: list[int] = field(default_factory=lambda: [0])
    """Steps that are left to follow what is asked for."""

    def add(self, module: Neighbour) -> None:
        """Take a module in, under the last part of its dotted name."""
        self.modules.append(module)
        self.by_file[module.file] = module
        self.by_stem.setdefault(_dotted(module.file).rsplit(".", 1)[-1], []).append(module)

    def settings(self, told: Sequence[str], exact: bool) -> Iterator[ast.expr]:
        """The configurations that texts name; any, where they name none and a configuration it must be."""
        named = [one for one in told if one.lower().endswith(_SUFFIXES)]
        files = [file for file in self.trees if any(_is_file(file, one) for one in named)]
        if files or exact:
            yield from map(self._literal, files)
            return
        for file in [one for one in self.trees if not _OF_TOOLS.search(one)][:_FEW]:
            yield self._literal(file)
            yield from self._in_group(file)

    def in_sections(self) -> Iterator[ast.expr]:
        """The configurations in sections; a reader of those may have been given any."""
        yield from map(self._literal, list(self.sections)[:_FEW])

    def _literal(self, file: str) -> ast.expr:
        if file not in self.made:
            self.made[file] = literal(self.trees.get(file) or self.sections.get(file), file)
        return self.made[file]

    def _in_group(self, file: str) -> Iterator[ast.expr]:
        """A file as the part of a larger configuration that is called after its folder (`conf/model/base.yaml`)."""
        parts = file.split("/")
        if len(parts) > 1:
            key = f"{file}#"
            if key not in self.made:
                self.made[key] = ast.Dict([ast.Constant(parts[-2])], [self._literal(file)])
            yield self.made[key]

    def module(self, origin: str) -> tuple[Neighbour, list[str]] | None:
        """The module of the folder that a dotted name leads into, and the rest of the name."""
        parts = [one for one in origin.split(".") if one]
        for length in range(len(parts) - 1, 0, -1):
            head = ".".join(parts[:length])
            for one in self.by_stem.get(parts[length - 1], ()):
                whole = _dotted(one.file)
                if whole == head or whole.endswith(f".{head}"):
                    return one, parts[length:]
        return None

    def named(self, origin: str, depth: int) -> Iterator[ast.expr]:
        """What a name of another module stands for, as literals that know their place."""
        found = self.module(origin)
        if found is None or depth > _DEEP * 3:
            return
        module, names = found
        bound = module.bindings.names.get(((), names[0]), [])
        if len(names) > 1:
            bound = module.bindings.options.get(names[-1], [])
        for one in bound:
            for value in module.bindings.values(one.node, one.scope, depth + 1):
                made = carried(value.node, one.scope, module, depth + 1)
                # A setting that the environment may fill is one wherever it is taken to.
                if isinstance(made, Told) and isinstance(made.value, str) and value.variable:
                    made = Told.at(made.value, made.place, made.words, value.variable)
                yield made


def carried(node: ast.expr, scope: Scope, module: Neighbour, depth: int) -> ast.expr:
    """A literal of another module with its parts followed there, so that it can be read anywhere."""
    if isinstance(node, ast.Constant):
        line = getattr(node, "lineno", 1)
        if isinstance(node, Told) or not isinstance(node.value, str):
            return node
        words = module.lines[line - 1].strip()[:200] if line <= len(module.lines) else ""
        return Told.at(node.value, Location(module.file, line, getattr(node, "col_offset", 0) + 1), words)
    if depth > _DEEP * 3:
        return node

    def parts(one: ast.expr) -> list[ast.expr]:
        told = module.bindings.values(one, scope, depth + 1)
        return [carried(value.node, scope, module, depth + 1) for value in told[:_DEEP]]

    if isinstance(node, ast.Dict):
        pairs = [(key, part) for key, one in zip(node.keys, node.values, strict=True) for part in parts(one)]
        return ast.Dict([key for key, _ in pairs], [part for _, part in pairs])
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return ast.List([part for one in node.elts for part in parts(one)[:1]], ast.Load())
    return node


def _dotted(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _is_file(file: str, told: str) -> bool:
    """Whether a path in code may be a file of the folder: the end of one is the other, or they are called the same."""
    plain = told.replace("\\", "/").lstrip("./")
    return file == plain or file.endswith(f"/{plain}") or plain.endswith(f"/{file}")
