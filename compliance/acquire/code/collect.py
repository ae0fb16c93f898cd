"""Gather what a module binds: assignments, loops, options, defaults, and what its functions are called with."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from compliance.acquire.code.bindings import Bindings, Bound, Scope, dotted
from compliance.acquire.code.elsewhere import Elsewhere, carried
from compliance.acquire.code.literals import Given
from compliance.acquire.code.options import annotated, clicked, field_of, is_settings, prefix_of

MOST_CALLS = 24
"""The most values of a parameter that calls from other modules give it."""
_STARTERS = frozenset({"fire", "tyro", "plac", "defopt", "jsonargparse", "clize"})
"""Libraries that make command lines of plain functions."""
LONGEST = 200
"""A longer text is no name."""


class Collector(ast.NodeVisitor):
    """Walks a module once and fills bindings; calls of the module's own functions are kept for a second step."""

    def __init__(self, bindings: Bindings, file: str = "") -> None:
        """Fill these bindings with what the module in a file binds."""
        self.bindings, self.file, self.above = bindings, file, file.split("/")[:-1]
        self.scope: Scope = ()
        self.prefixes: list[str | None] = [None]
        """For each class around: what its variables of the environment begin with; None where it has none."""
        self.calls: list[tuple[ast.Call, Scope]] = []
        self.rows: list[tuple[ast.Dict, Scope]] = []

    def visit_Import(self, node: ast.Import) -> None:
        """Note local names of modules."""
        for one in node.names:
            self.bindings.imports[one.asname or one.name.split(".")[0]] = (
                one.name if one.asname else one.name.split(".")[0]
            )

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Note local names of what is imported, from beside or above by the folder in which that is."""
        above = self.above[: len(self.above) - node.level + 1] if node.level else []
        origin = ".".join([*above, *([node.module] if node.module else [])])
        for one in node.names:
            self.bindings.imports[one.asname or one.name] = f"{origin}.{one.name}"

    def visit_Assign(self, node: ast.Assign) -> None:
        """Bind the targets."""
        for target in node.targets:
            self.bindings.bind(target, Bound(node.value, self.scope), self.scope)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Bind the target; a field of a class is an option by its name."""
        given = field_of(node, self.prefixes[-1]) if self.prefixes[-1] is not None else node.value
        if given is not None:
            bound = Bound(given, self.scope)
            self.bindings.bind(node.target, bound, self.scope)
            if isinstance(node.target, ast.Name):
                self.bindings.options.setdefault(node.target.id, []).append(bound)
                if len(self.prefixes) > 1:
                    self.bindings.offered.setdefault(node.target.id, []).append(bound)
        if isinstance(node.target, ast.Name) and len(self.prefixes) > 1:
            for typed in self._typed((node.target.id,)):
                self.bindings.options.setdefault(node.target.id, []).append(typed)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        """Bind the loop's names to each element."""
        self.bindings.bind(node.target, Bound(node.iter, self.scope, ("each",)), self.scope)
        self.generic_visit(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        """Bind the loop's names to each element."""
        self.bindings.bind(node.target, Bound(node.iter, self.scope, ("each",)), self.scope)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Bind the names of a comprehension to each element."""
        self.bindings.bind(node.target, Bound(node.iter, self.scope, ("each",)), self.scope)
        self.generic_visit(node)

    def visit_With(self, node: ast.With) -> None:
        """Bind what a context is entered as."""
        for item in node.items:
            if item.optional_vars is not None:
                self.bindings.bind(item.optional_vars, Bound(item.context_expr, self.scope), self.scope)
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Bind defaults of parameters, and read the body in a scope of its own."""
        outer, self.scope = self.scope, (*self.scope, node.name)
        self.bindings.functions.setdefault(node.name, (self.scope, node))
        if node.name == "__init__" and outer:
            self.bindings.makers.setdefault(outer[-1], (self.scope, node))
        positional = [*node.args.posonlyargs, *node.args.args]
        self._defaults(node, positional, outer)
        self._configured(node, positional)
        self.generic_visit(node)
        self.scope = outer

    def _defaults(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, positional: list[ast.arg], outer: Scope
    ) -> None:
        """Bind what the parameters of a function fall back to, by itself or by the command that starts it."""
        defaults = zip(reversed(positional), reversed(node.args.defaults), strict=False)
        keyword = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        given = [(one.arg, annotated(one, told)) for one, told in (*defaults, *keyword) if told is not None]
        called = {
            at: dotted(one.func, self.bindings.imports)
            for at, one in enumerate(node.decorator_list)
            if isinstance(one, ast.Call)
        }
        for one in [*positional, *node.args.kwonlyargs] if called or self._is_started(outer) else ():
            for typed in self._typed((one.arg,)):
                self.bindings.bind(ast.Name(one.arg), typed, self.scope)
        for name, told in (*given, *clicked(node, called)):
            bound = Bound(told, outer)
            self.bindings.bind(ast.Name(name), bound, self.scope)
            if called:
                self.bindings.offered.setdefault(name, []).append(bound)

    def _is_started(self, outer: Scope) -> bool:
        """Whether a command line may give the parameters of a function: a plain one, beside a library that does so."""
        return not outer and any(one.split(".")[0] in _STARTERS for one in self.bindings.imports.values())

    def _configured(self, node: ast.FunctionDef | ast.AsyncFunctionDef, given: list[ast.arg]) -> None:
        """Give the first parameter of what hydra starts the configuration that hydra composes."""
        for one in node.decorator_list:
            if (
                given
                and isinstance(one, ast.Call)
                and dotted(one.func, self.bindings.imports) == "hydra.main"
            ):
                made = ast.Call(ast.Attribute(ast.Name("hydra"), "compose"), [], [])
                self.bindings.bind(
                    ast.Name(given[0].arg), Bound(ast.copy_location(made, one), ()), self.scope
                )

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        """Read it like any function."""
        self.visit_FunctionDef(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Read the body in a scope of its own; plain assignments of a class are options too."""
        outer, self.scope = self.scope, (*self.scope, node.name)
        self.bindings.classes.setdefault(node.name, _fields(node))
        self.prefixes.append(prefix_of(node) if is_settings(node) else None)
        for one in node.body:
            if isinstance(one, ast.Assign):
                for target in one.targets:
                    if isinstance(target, ast.Name):
                        self.bindings.options.setdefault(target.id, []).append(Bound(one.value, self.scope))
        self.generic_visit(node)
        self.prefixes.pop()
        self.scope = outer

    def visit_Call(self, node: ast.Call) -> None:
        """Note defaults of command-line options, and keep the call."""
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("add_argument", "add_option"):
            self._option(node)
        self.calls.append((node, self.scope))
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        """Keep it: it may be a row that is written."""
        self.rows.append((node, self.scope))
        self.generic_visit(node)

    def _option(self, node: ast.Call) -> None:
        words = [
            one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        given = {one.arg: one.value for one in node.keywords}
        told = given.get("dest")
        dest = (
            told.value
            if isinstance(told, ast.Constant)
            else next((w for w in words if w.startswith("--")), None)
        )
        if not dest:
            return
        name = str(dest).lstrip("-").replace("-", "_")
        spelled = (one.lstrip("-").replace("-", "_") for one in words)
        for typed in self._typed(dict.fromkeys((name, *spelled))):
            self.bindings.options.setdefault(name, []).append(typed)
        if "default" in given:
            bound = Bound(given["default"], self.scope)
            self.bindings.options.setdefault(name, []).append(bound)
            self.bindings.offered.setdefault(name, []).append(bound)

    def _typed(self, spelled: Iterable[str]) -> list[Bound]:
        """What command lines of the folder give an option of the module, by any of its spellings."""
        arguments = self.bindings.elsewhere.arguments if self.bindings.elsewhere else {}
        given = (told for option in spelled for told in arguments.get((self.file, option), ()))
        return [Bound(Given.at(text, place, words), ()) for text, place, words in given]


def _fields(node: ast.ClassDef) -> list[str]:
    """What a class is given, in order: its annotated names, or the parameters of its `__init__`."""
    for one in node.body:
        if isinstance(one, ast.FunctionDef) and one.name == "__init__":
            return [each.arg for each in (*one.args.posonlyargs, *one.args.args)][1:]
    return [
        one.target.id
        for one in node.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    ]


def bind_calls(calls: list[tuple[ast.Call, Scope]], bindings: Bindings) -> None:
    """Give parameters of the module's own functions what they are called with."""
    for node, scope in calls:
        for name in _callees(node.func, scope, bindings):
            taken = bindings.taken_by(name)
            for parameter, value in _given(node, taken[1]) if taken else ():
                bindings.bind(ast.Name(parameter), Bound(value, scope, (), scope), taken[0] if taken else ())


def _callees(node: ast.expr, scope: Scope, bindings: Bindings) -> list[str]:
    """The module's own functions of which a call is one: by name, by a condition, out of a table of functions."""
    if isinstance(node, ast.IfExp):
        return [*_callees(node.body, scope, bindings), *_callees(node.orelse, scope, bindings)]
    if isinstance(node, ast.Subscript):
        tables = [one.node for one in bindings.values(node.value, scope) if isinstance(one.node, ast.Dict)]
        return [name for table in tables for one in table.values for name in _callees(one, scope, bindings)]
    name = dotted(node, bindings.imports).split(".")[-1]
    return [name] if bindings.taken_by(name) else []


def bind_across(elsewhere: Elsewhere) -> None:
    """Give parameters of functions what other modules of the folder call them with."""
    for module in elsewhere.modules:
        for node, scope in module.calls:
            origin = dotted(node.func, module.bindings.imports)
            found = elsewhere.module(origin) if "." in origin and not origin.startswith(("?", "(")) else None
            taken = found[0].bindings.taken_by(found[1][-1]) if found and found[0] is not module else None
            if found is None or taken is None:
                continue
            other, (inner, function) = found[0].bindings, taken
            for parameter, given in _given(node, function):
                if len(other.names.get((inner, parameter), ())) >= MOST_CALLS or not _is_told(given):
                    continue
                for value in module.bindings.values(given, scope):
                    told = carried(value.node, scope, module, 0)
                    trail = (*value.trail, *scope)
                    other.bind(ast.Name(parameter), Bound(told, (), (), trail), inner)


def _is_told(given: ast.expr) -> bool:
    """Whether an argument can be a name: no number, no text that is put together, no sum."""
    if isinstance(given, ast.Constant):
        return isinstance(given.value, str) and len(given.value) < LONGEST
    return isinstance(
        given, ast.Name | ast.Attribute | ast.Subscript | ast.Dict | ast.List | ast.Tuple | ast.IfExp
    )


def _given(
    node: ast.Call, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> Iterator[tuple[str, ast.expr]]:
    """Parameters of a function with what a call gives them."""
    parameters = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    if parameters[:1] in (["self"], ["cls"]):
        parameters = parameters[1:]
    positional = [one for one in node.args if not isinstance(one, ast.Starred)]
    yield from zip(parameters, positional, strict=False)
    yield from ((k.arg, k.value) for k in node.keywords if k.arg)
