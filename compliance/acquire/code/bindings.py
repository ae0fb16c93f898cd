"""What names of a module may stand for: literals followed through assignments, loops, options and calls.

Order is not looked at: whatever a name is given anywhere, it may be. That errs towards seeing more.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from compliance.acquire.code.elsewhere import Elsewhere
from compliance.acquire.code.joined_text import joined
from compliance.acquire.code.literals import Told, elements, key_of, member, node_values, viewed
from compliance.acquire.code.loaded import got, loaded, under

MAX_DEPTH = 14
MAX_VALUES = 64
MAX_STEPS = 2_000
"""Expressions that are looked into for one that is asked for."""

_FIELDS = frozenset({"field", "Field", "attrib", "ib", "Option", "Argument"})
"""What gives a field of a class or a parameter its default: of data classes, pydantic, attrs and typer."""
_LISTING = frozenset(
    {"enumerate", "list", "sorted", "tuple", "set", "reversed", "iter", "tqdm", "tqdm.tqdm", "str"}
)
Scope = tuple[str, ...]
Projection = tuple[int | str, ...]
"""The way from what is bound to what a name gets: `each` element, or the one at a position."""


@dataclass(frozen=True, slots=True)
class Value:
    """A literal that an expression may be, with the names that it came through."""

    node: ast.expr
    trail: tuple[str, ...] = ()
    variable: str | None = None
    """The environment variable whose default it is."""

    @property
    def text(self) -> str | None:
        """The text, if it is one."""
        return (
            self.node.value
            if isinstance(self.node, ast.Constant) and isinstance(self.node.value, str)
            else None
        )


@dataclass(frozen=True, slots=True)
class Bound:
    """What a name is given somewhere, and the scope in which that is to be read."""

    node: ast.expr
    scope: Scope
    path: Projection = ()
    trail: tuple[str, ...] = ()


@dataclass(slots=True)
class Bindings:
    """Everything that the names of one module are given."""

    names: dict[tuple[Scope, str], list[Bound]] = field(default_factory=dict)
    options: dict[str, list[Bound]] = field(default_factory=dict)
    """By attribute: defaults of command-line options, fields of classes, what is set on objects."""
    offered: dict[str, list[Bound]] = field(default_factory=dict)
    """What options of the command line and fields of classes fall back to, by their names."""
    functions: dict[str, tuple[Scope, ast.FunctionDef | ast.AsyncFunctionDef]] = field(default_factory=dict)
    makers: dict[str, tuple[Scope, ast.FunctionDef | ast.AsyncFunctionDef]] = field(default_factory=dict)
    """Classes of the module with their `__init__`."""
    classes: dict[str, list[str]] = field(default_factory=dict)
    """Classes of the module with their fields, in the order in which these are given."""
    imports: dict[str, str] = field(default_factory=dict)
    """Local name to its dotted origin."""
    variables: Mapping[str, list[tuple[str, int, str]]] = field(default_factory=dict)
    elsewhere: Elsewhere | None = None
    """The rest of the folder, where the module is read as a part of one."""
    left: list[int] = field(default_factory=lambda: [MAX_STEPS])
    """Steps that are left for what is asked for; modules that are read together share them."""

    @staticmethod
    def value(node: ast.expr, trail: tuple[str, ...] = (), variable: str | None = None) -> Value:
        """A literal as a value."""
        return Value(node, trail, variable)

    def taken_by(self, name: str) -> tuple[Scope, ast.FunctionDef | ast.AsyncFunctionDef] | None:
        """The function of the module, or the `__init__` of the class, that a call by a name hands its arguments to."""
        return self.functions.get(name) or self.makers.get(name)

    def bind(self, target: ast.expr, bound: Bound, scope: Scope) -> None:
        """Give what is bound to a target: a name, an attribute, or the parts of a tuple."""
        if isinstance(target, ast.Name):
            self.names.setdefault((scope, target.id), []).append(bound)
        elif isinstance(target, ast.Attribute):
            self.options.setdefault(target.attr, []).append(bound)
        elif isinstance(target, ast.Tuple | ast.List):
            for number, part in enumerate(target.elts):
                self.bind(part, Bound(bound.node, bound.scope, (*bound.path, number), bound.trail), scope)

    def values(self, node: ast.expr, scope: Scope, depth: int = 0) -> list[Value]:
        """The literals that an expression may be; what takes too many steps to follow is followed in part."""
        if depth == 0:
            self.left[0] = MAX_STEPS
        self.left[0] -= 1
        if depth > MAX_DEPTH or self.left[0] < 0:
            return []
        found: list[Value] = []
        for value in self._values(node, scope, depth + 1):
            if value not in found:
                found.append(value)
            if len(found) >= MAX_VALUES:
                break
        return found

    def _values(self, node: ast.expr, scope: Scope, depth: int) -> Iterator[Value]:
        if isinstance(node, Told):
            yield Value(node, (), node.variable)
        elif isinstance(node, ast.Constant | ast.Dict | ast.List | ast.Tuple | ast.Set):
            yield Value(node)
        elif isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            given = self.looked_up(name, scope) if isinstance(node, ast.Name) else self.options.get(name, [])
            for bound in given:
                yield from self._named(name, bound, depth)
            yield from self._elsewhere(node, bool(given), scope, depth)
        elif isinstance(node, ast.Subscript):
            yield from self._item(node, scope, depth)
        elif isinstance(node, ast.Call):
            yield from self._called(node, scope, depth)
        elif isinstance(node, ast.JoinedStr | ast.BinOp):
            yield from joined(node, scope, self, depth)
        else:
            for part in _alternatives(node):
                yield from self.values(part, scope, depth)

    def _named(self, name: str, bound: Bound, depth: int) -> Iterator[Value]:
        for value in self.values(bound.node, bound.scope, depth):
            for part in _projected(value, bound.path, self, bound.scope, depth):
                yield Value(part.node, (name, *bound.trail, *part.trail), part.variable)

    def _elsewhere(
        self, node: ast.Name | ast.Attribute, is_given: bool, scope: Scope, depth: int
    ) -> Iterator[Value]:
        """What a name is in the module that it comes from, and what settings hold under an attribute."""
        if isinstance(node, ast.Attribute):
            yield from under(node.value, node.attr, scope, self, depth)
        if self.elsewhere is not None and not is_given and _root(node) in self.imports:
            origin = dotted(node, self.imports)
            name = node.id if isinstance(node, ast.Name) else node.attr
            for one in self.elsewhere.named(origin, depth):
                yield Value(one, (name,), one.variable if isinstance(one, Told) else None)

    def looked_up(self, name: str, scope: Scope) -> list[Bound]:
        """What a name is given in the nearest scope that gives it anything."""
        for length in range(len(scope), -1, -1):
            if (found := self.names.get((scope[:length], name))) is not None:
                return found
        return []

    def _item(self, node: ast.Subscript, scope: Scope, depth: int) -> Iterator[Value]:
        if dotted(node.value, self.imports) == "os.environ":
            yield from self._variable(node.slice, (), scope, depth)
            return
        at: int | str = "each"
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int | str):
            at = node.slice.value
        if isinstance(at, str) and at != "each":
            yield from under(node.value, at, scope, self, depth)
            return
        keys = [one.text for one in self.values(node.slice, scope, depth) if one.text] if at == "each" else []
        for value in self.values(node.value, scope, depth):
            told = [key for key in keys if member(value.node, key)]
            ways: list[Projection] = [(key,) for key in told] or [(at,)]
            for way in ways:
                yield from _projected(value, way, self, scope, depth)

    def _called(self, node: ast.Call, scope: Scope, depth: int) -> Iterator[Value]:
        name = dotted(node.func, self.imports)
        if name in ("os.environ.get", "os.getenv", "os.environ.setdefault", "environ.get") and node.args:
            yield from self._variable(node.args[0], tuple(node.args[1:]), scope, depth)
        elif name.rsplit(".", 1)[-1] in _FIELDS:
            yield from self._field(node, scope, depth)
        elif name == "dict" and not node.args:
            keys: list[ast.expr | None] = [ast.Constant(one.arg) for one in node.keywords]
            yield Value(ast.Dict(keys, [one.value for one in node.keywords]))
        elif isinstance(node.func, ast.Attribute) and node.func.attr in (
            "items",
            "values",
            "keys",
            "copy",
            "strip",
        ):
            yield from _viewed(node.func.attr, self.values(node.func.value, scope, depth))
        elif name in _LISTING:
            yield from self._listed(node, name, scope, depth)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            yield from got(node, scope, self, depth)
        else:
            yield from loaded(node, name, scope, self, depth)

    def _field(self, node: ast.Call, scope: Scope, depth: int) -> Iterator[Value]:
        """What a field falls back to, and the variable of the environment that may fill it."""
        given = [one.value for one in node.keywords if one.arg in ("default", "default_factory")]
        given += node.args[:1]
        variable = next((one.value for one in node.keywords if one.arg == "envvar"), None)
        if variable is not None:
            yield from self._variable(variable, tuple(given), scope, depth)
            return
        for one in given:
            yield from self.values(one, scope, depth)

    def _listed(self, node: ast.Call, name: str, scope: Scope, depth: int) -> Iterator[Value]:
        """What is gone through one by one, with numbers or without."""
        for value in self.values(node.args[0], scope, depth) if node.args else ():
            if name == "enumerate" and isinstance(value.node, ast.List | ast.Tuple | ast.Dict):
                pairs = [ast.Tuple([ast.Constant(0), each], ast.Load()) for each in elements(value.node)]
                yield Value(ast.List(list(pairs), ast.Load()), value.trail)
            else:
                yield value

    def _variable(
        self, name: ast.expr, default: tuple[ast.expr, ...], scope: Scope, depth: int
    ) -> Iterator[Value]:
        word = name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else None
        for one in default or (ast.Constant(None),):
            for value in self.values(one, scope, depth):
                yield Value(value.node, (word or "", *value.trail), word)


def _alternatives(node: ast.expr) -> list[ast.expr]:
    """The parts of which an expression is one."""
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.Lambda):
        return [node.body]
    if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp):
        return [node.elt]
    return [node.value] if isinstance(node, ast.Await | ast.NamedExpr | ast.Starred) else []


def _viewed(method: str, values: list[Value]) -> Iterator[Value]:
    """What `items`, `values` and `keys` of a dictionary give; a copy or a stripped text is the thing itself."""
    for value in values:
        if method in ("copy", "strip") or not isinstance(value.node, ast.Dict):
            yield value
            continue
        yield Value(viewed(value.node, method), value.trail)


def _projected(value: Value, path: Projection, of: Bindings, scope: Scope, depth: int) -> Iterator[Value]:
    if not path:
        yield value
        return
    at, rest = path[0], path[1:]
    parts: list[ast.expr] = []
    if at == "each":
        parts = node_values(value.node)
    elif isinstance(value.node, ast.Dict):
        parts = [
            one
            for key, one in zip(value.node.keys, value.node.values, strict=True)
            if isinstance(key, ast.Constant) and key.value == at
        ]
    elif isinstance(at, int) and isinstance(value.node, ast.List | ast.Tuple) and -len(value.node.elts) <= at:
        parts = value.node.elts[at : at + 1 or None]
    for part in parts:
        for inner in of.values(part, scope, depth):
            keys = key_of(value.node, at)
            named = Value(inner.node, (*keys, *value.trail, *inner.trail), inner.variable)
            yield from _projected(named, rest, of, scope, depth)


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def dotted(node: ast.expr, imports: Mapping[str, str]) -> str:
    """A function or attribute as a dotted name, by its origin where it was imported; empty for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Call):
        return ".".join(["()", *reversed(parts)])
    if not isinstance(node, ast.Name):
        return ".".join(["?", *reversed(parts)]) if parts else ""
    return ".".join([imports.get(node.id, node.id), *reversed(parts)])
