"""Read one Python module: which models it asks, which rows and weights it loads, what it publishes."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence

from compliance.acquire.code.bindings import Bindings, Scope, Value, dotted
from compliance.acquire.code.clients import client, makers
from compliance.acquire.code.collect import Collector, bind_calls
from compliance.acquire.code.module import Module, Variables
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.rows import read_row
from compliance.acquire.code.table import Call, call_of
from compliance.acquire.found import Found
from compliance.acquire.names import is_hub_name, is_local
from compliance.model.location import Location
from compliance.model.sighting import Lost, MentionRelation, Published

_BUILDERS = frozenset(
    {"json", "csv", "parquet", "text", "arrow", "imagefolder", "audiofolder", "webdataset", "pandas"}
)
_PURPOSES: tuple[MentionRelation, ...] = ("none", "filtered-by", "judged-by", "generated-by")


def read_python(text: str, name: str, variables: Variables, line_map: Sequence[int] = ()) -> Found:
    """What a module does with upstreams.

    Args:
        text: Its source.
        name: Path of the file.
        variables: Values of environment variables in other files.
        line_map: For each line of the source, the line of the file (a notebook) on which it stands.
    """
    stem = name.rsplit("/", 1)[-1].split(".")[0]
    bindings = Bindings()
    module = Module(name, text.splitlines(), bindings, stem, variables, line_map)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        collector = Collector(bindings)
        collector.visit(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        module.found.lost.append(Lost(Location(name, 1, 1), f"cannot be read as Python: {error}"))
        return module.found
    bind_calls(collector.calls, bindings)
    _trainers(collector.calls, module)
    for call, scope in collector.calls:
        _call(call, scope, module)
    for row, scope in collector.rows:
        read_row(row, scope, module)
    return module.found


def _trainers(calls: list[tuple[ast.Call, Scope]], module: Module) -> None:
    """Note which calls make what a trainer is given."""
    for call, scope in calls:
        name = dotted(call.func, module.bindings.imports).split(".")[-1]
        if not name.endswith("Trainer") and name not in ("get_peft_model", "SFTTrainer"):
            continue
        module.has_trainer = True
        for given in (*call.args[:1], *(one.value for one in call.keywords if one.arg == "model")):
            if isinstance(given, ast.Name):
                for made in makers(given.id, scope, module.bindings):
                    module.trained.add(made.lineno)
            for value in module.bindings.values(given, scope):
                if value.text:
                    _weights(value, "base", call, module)


def _call(node: ast.Call, scope: Scope, module: Module) -> None:
    name = dotted(node.func, module.bindings.imports)
    entry = call_of(name)
    if entry is None:
        return
    given = _given(node, entry, scope, module)
    if given is None:
        return
    values = module.bindings.values(given, scope) if not isinstance(given, Value) else [given]
    for value in _with_variables(values, module):
        text, place = value[0].text, value[1]
        if text and text.strip():
            _take(entry, name, value[0], text.strip(), place, node, scope, module)


def _given(node: ast.Call, entry: Call, scope: Scope, module: Module) -> ast.expr | Value | None:
    """The expression at which the name stands: a keyword, a position, or an entry of a mapping handed on whole."""
    for keyword in node.keywords:
        if keyword.arg in entry.keywords:
            return keyword.value
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
        for text, place, _ in module.variables.get(value.variable or "", ()):
            yield Value(ast.Constant(text), value.trail, value.variable), place


def _take(
    entry: Call,
    name: str,
    value: Value,
    text: str,
    place: Location,
    node: ast.Call,
    scope: Scope,
    module: Module,
) -> None:
    told = (
        *value.trail,
        *(keyword.arg or "" for keyword in node.keywords if keyword.arg == "split"),
        *reversed(scope),
    )
    if entry.use == "publishes":
        if is_hub_name(text):
            module.found.published.append(
                Published("model" if module.has_trainer else "dataset", text, place)
            )
        return
    if entry.use == "rows" or (entry.use == "file" and _is_dataset(node, scope, module)):
        if text.lower() not in _BUILDERS and not is_local(text) and is_hub_name(text):
            relation = meaning((*told, _split(node), module.stem), ("none",)) or "data"
            module.see(relation, place, f"{name.split('.')[-1]}()", value, kind="dataset")
        return
    if entry.use == "asks":
        _asked(text, told, place, name, value, node, scope, module)
        return
    if is_local(text) or not (is_hub_name(text) or entry.use == "embeds"):
        return
    if entry.use == "weights":
        _weights(value, _weights_relation(name, told, node, module), node, module, place)
    else:
        relation = meaning((*told, module.stem), ("none", "filtered-by", "judged-by")) or "filtered-by"
        module.see(relation, place, f"{name.split('.')[-1]}()", value)


def _split(node: ast.Call) -> str:
    return " ".join(
        str(one.value.value)
        for one in node.keywords
        if one.arg == "split" and isinstance(one.value, ast.Constant)
    )


def _is_dataset(node: ast.Call, scope: Scope, module: Module) -> bool:
    for keyword in node.keywords:
        if keyword.arg == "repo_type" and isinstance(keyword.value, ast.Constant):
            return keyword.value.value == "dataset"
    return False


def _weights_relation(name: str, told: tuple[str, ...], node: ast.Call, module: Module) -> MentionRelation:
    """What weights are loaded for: to be trained, to sort out rows, to write them, or nobody can say."""
    owner = name.split(".")[-2] if "." in name else ""
    if node.lineno in module.trained:
        return "base"
    if "Tokenizer" in owner or "Processor" in owner or owner.endswith("Config"):
        return "none"
    said = meaning((*_assigned(node, module), *told, module.stem), ("none", "filtered-by", "judged-by"))
    if said:
        return said
    if "SequenceClassification" in owner or "TokenClassification" in owner:
        return "base" if module.has_trainer and not module.trained else "filtered-by"
    if "Peft" in owner:
        return "adapter"
    return "unknown-use" if module.trained else "base" if module.has_trainer else "unknown-use"


def _assigned(node: ast.Call, module: Module) -> tuple[str, ...]:
    return tuple(
        name for (_, name), bound in module.bindings.names.items() for one in bound if one.node is node
    )


def _weights(
    value: Value, relation: MentionRelation, node: ast.Call, module: Module, place: Location | None = None
) -> None:
    if value.text and is_hub_name(value.text) and not is_local(value.text):
        name = dotted(node.func, module.bindings.imports).split(".")
        how = ".".join(name[-2:]) + "()"
        module.see(relation, place or module.place(value.node), how, value, kind="model")


def _asked(
    text: str, told: tuple[str, ...], place: Location, name: str, value: Value, node: ast.Call, scope: Scope,
    module: Module,
) -> None:  # fmt: skip
    relation = meaning((*told, module.stem), _PURPOSES) or "generated-by"
    how = f"model of {name.removeprefix('().').removeprefix('?.')}()"
    module.see(relation, place, how, value, endpoint=client(node, scope, module))
