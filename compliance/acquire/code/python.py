"""Read one Python module: which models it asks, which rows and weights it loads, what it publishes."""

from __future__ import annotations

import ast
import contextlib
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from compliance.acquire.code.bindings import Bindings, Scope, Value, dotted
from compliance.acquire.code.clients import client
from compliance.acquire.code.collect import Collector, bind_across, bind_calls
from compliance.acquire.code.descended import classes_of, library_class
from compliance.acquire.code.elsewhere import MOST_BYTES, MOST_MODULES, Arguments, Elsewhere, Neighbour
from compliance.acquire.code.files import read_files
from compliance.acquire.code.libraries import any_call_of
from compliance.acquire.code.literals import Given
from compliance.acquire.code.measured import note_measured, note_shown
from compliance.acquire.code.module import Module, Variables
from compliance.acquire.code.publishing import named_release, note_pushed
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.remarks import read_remarks
from compliance.acquire.code.requested import addresses, command, payload, posted
from compliance.acquire.code.rows import read_row
from compliance.acquire.code.services import hosted, unnamed
from compliance.acquire.code.table import ASKED, Call
from compliance.acquire.code.trained import note_trained
from compliance.acquire.code.unused import see_options
from compliance.acquire.code.uses import PURPOSES, Hit, take
from compliance.acquire.found import Found
from compliance.acquire.names import is_hub_name, is_local
from compliance.model.declared.sighting import Lost
from compliance.model.shapes.location import Location

_COMMANDS = frozenset(
    {"subprocess.run", "subprocess.Popen", "subprocess.call", "subprocess.check_call", "subprocess.check_output",
     "os.system"}
)  # fmt: skip
_COMPARES = re.compile(r"(?i)compar(?:e|es|ing|ison)s?(?:[_-]|$)")
"""How modules are called that only show what several models say."""
_NAMING = frozenset({"model", "model_id", "model_name", "model_name_or_path"})
"""Options by which classes are given a model."""
_OF_ROWS = ("repo_id", "repo_ids", "dataset", "dataset_name", "path", "name")
"""Options by which classes of data sets are given one."""
_BY_PLACE = (
    "Model",
    "LLM",
    "Encoder",
    "Embedder",
    "Embedding",
    "Embeddings",
    "Reranker",
    "Classifier",
    "Transformer",
    "Pipeline",
)
"""How classes are called that take the name of a model first."""


def read_python(
    text: str,
    name: str,
    variables: Variables,
    line_map: Sequence[int] = (),
    elsewhere: Elsewhere | None = None,
) -> Found:
    """What a module does with upstreams.

    Args:
        text: Its source.
        name: Path of the file.
        variables: Values of environment variables in other files.
        line_map: For each line of the source, the line of the file (a notebook) on which it stands.
        elsewhere: The rest of the folder.
    """
    stem = name.rsplit("/", 1)[-1].split(".")[0]
    known = elsewhere.by_file.get(name) if elsewhere else None
    try:
        parsed = known or parse(text, name, elsewhere)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return Found(lost=[Lost(Location(name, 1, 1), f"cannot be read as Python: {error}")])
    module = Module(
        name, text.splitlines(), parsed.bindings, stem, variables, line_map, classes=parsed.classes
    )
    bind_calls(parsed.calls, parsed.bindings)
    _takers(parsed.calls, module)
    note_trained(parsed.tree, parsed.calls, module)
    note_pushed(parsed.calls, module)
    note_measured(parsed.tree, parsed.calls, module)
    note_shown(parsed.tree, module)
    for call, scope in parsed.calls:
        read_files(call, scope, module)
    module.compares = bool(_COMPARES.match(stem)) and not module.found.written
    for call, scope in parsed.calls:
        _call(call, scope, module)
    addresses(parsed.tree, module)
    see_options(parsed.tree, module, elsewhere)
    for row, scope in parsed.rows:
        read_row(row, scope, module)
        payload(row, scope, module)
    read_remarks(module)
    return module.found


def parse(text: str, name: str, elsewhere: Elsewhere | None = None) -> Neighbour:
    """The syntax tree of a module, with what its names are given and what it calls; raises what `ast.parse` does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
    bindings = Bindings(elsewhere=elsewhere, left=elsewhere.left) if elsewhere else Bindings()
    collector = Collector(bindings, name)
    collector.visit(tree)
    lines, classes = text.splitlines(), classes_of(tree, collector.bindings.imports)
    return Neighbour(name, collector.bindings, lines, collector.calls, collector.rows, tree, classes)


def gather(
    files: Iterable[tuple[str, str]],
    trees: Mapping[str, object],
    sections: Mapping[str, object] | None = None,
    arguments: Arguments | None = None,
) -> Elsewhere:
    """The configurations and the modules of a folder, each of these given as its name and text.

    Args:
        files: The modules.
        trees: Configurations.
        sections: Those in sections, which other readers load than the rest.
        arguments: What command lines give the options of the modules.
    """
    made, left = Elsewhere(trees, sections or {}, arguments or {}), MOST_BYTES
    for name, text in islice(files, MOST_MODULES):
        left -= len(text)
        if left < 0:
            break
        with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            made.add(parse(text, name, made))
    bind_across(made)
    return made


def _takers(calls: list[tuple[ast.Call, Scope]], module: Module) -> None:
    """Note to which class each expression and variable is handed; where there are several, none says what it is for."""
    found: dict[int | str, set[str]] = {}
    for call, _ in calls:
        last = dotted(call.func, module.bindings.imports).rsplit(".", 1)[-1]
        if last[:1].isupper():
            for given in (*call.args, *(one.value for one in call.keywords)):
                found.setdefault(given.id if isinstance(given, ast.Name) else id(given), set()).add(last)
    module.takers = {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def _call(node: ast.Call, scope: Scope, module: Module) -> None:
    node = _filled(node, module)
    name, module.at = dotted(node.func, module.bindings.imports), node
    entry = any_call_of(name) or _of_client(node, name, scope, module)
    if entry is None and (kin := library_class(name, module.classes, module.bindings.elsewhere)):
        name, scope, entry = kin, (*scope, name), any_call_of(kin)
    if entry is None:
        hosted(node, name, scope, module)
        if name in _COMMANDS:
            command(node, scope, module)
        elif name.endswith((".post", ".request")):
            posted(node, name, scope, module)
        elif name.rsplit(".", 1)[-1][:1].isupper():
            named_release(node, scope, module)
            _made(node, name, scope, module)
        return
    given = _given(node, entry, scope, module) or unnamed(node, name)
    if given is None:
        return
    values = module.bindings.values(given, scope) if not isinstance(given, Value) else [given]
    values = [each for one in values for each in _each(one, scope, module)]
    for value in _with_variables(values, module):
        text, place = value[0].text, value[1]
        if text and text.strip():
            take(Hit(entry, name, value[0], text.strip(), place, node, scope), module)


def _filled(node: ast.Call, module: Module) -> ast.Call:
    """The call that `partial` prepares, or the call itself."""
    if dotted(node.func, module.bindings.imports) not in ("functools.partial", "partial") or not node.args:
        return node
    return ast.copy_location(ast.Call(node.args[0], node.args[1:], node.keywords), node)


def _each(value: Value, scope: Scope, module: Module) -> list[Value]:
    """The members of a list of names, or the one name."""
    if not isinstance(value.node, ast.List | ast.Tuple | ast.Set):
        return [value]
    parts = [(each, one) for each in value.node.elts for one in module.bindings.values(each, scope)]
    return [Value(one.node, (*value.trail, *one.trail), one.variable) for _, one in parts]


def _of_client(node: ast.Call, name: str, scope: Scope, module: Module) -> Call | None:
    """A method with a bare name that asks a model, where it is called of a client that is known."""
    use = ASKED.get(name.rsplit(".", 1)[-1]) if "." in name else None
    if use is None or not any(one.arg in ("model", "model_id") for one in node.keywords):
        return None
    return Call(use, ("model", "model_id")) if client(node, scope, module) != (None, None) else None


def _made(node: ast.Call, name: str, scope: Scope, module: Module) -> None:
    """A thing of a class that no table knows, given a model by the hub's name: what for, its name may tell."""
    last = name.rsplit(".", 1)[-1]
    if last.endswith("Dataset"):
        _rows_of(node, last, scope, module)
        return
    given = [one.value for one in node.keywords if one.arg in _NAMING]
    for one in (*given, *(node.args[:1] if last.endswith(_BY_PLACE) else ())):
        for value in module.bindings.values(one, scope):
            if value.text and is_hub_name(value.text) and not is_local(value.text):
                purpose = meaning((last, *value.trail, *reversed(scope), module.stem), PURPOSES)
                module.see(purpose or "unknown-use", module.place(value.node), f"model of {last}()", value)


def _rows_of(node: ast.Call, last: str, scope: Scope, module: Module) -> None:
    """Rows by the hub's name that a class of data sets is given."""
    given = [*node.args[:1], *(one.value for one in node.keywords if one.arg in _OF_ROWS)]
    for one in given:
        for value in [
            each for told in module.bindings.values(one, scope) for each in _each(told, scope, module)
        ]:
            if value.text and is_hub_name(value.text) and not is_local(value.text):
                relation = meaning((*value.trail, *reversed(scope), module.stem), ("none",)) or "data"
                module.see(relation, module.place(value.node), f"{last}()", value, kind="dataset")


def _given(node: ast.Call, entry: Call, scope: Scope, module: Module) -> ast.expr | Value | None:
    """The expression at which the name stands: a keyword, a position, or an entry of a mapping handed on whole."""
    told = {one.arg: one.value for one in node.keywords}
    for word in entry.keywords:
        if word in told:
            return told[word]
    for keyword in node.keywords:
        if keyword.arg is None:
            for value in module.bindings.values(keyword.value, scope):
                if isinstance(value.node, ast.Dict):
                    for key, one in zip(value.node.keys, value.node.values, strict=True):
                        if isinstance(key, ast.Constant) and key.value in entry.keywords:
                            return one
    if entry.position is not None and len(node.args) > entry.position:
        return node.args[entry.position]
    return None


def _with_variables(values: list[Value], module: Module) -> Iterator[tuple[Value, Location]]:
    for value in values:
        yield value, module.place(value.node)
        for text, place, words in module.variables.get(value.variable or "", ()):
            yield Value(Given.at(text, place, words), value.trail, value.variable), place
