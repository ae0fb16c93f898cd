"""What a call makes of the name that it is given: asked, loaded as rows or weights, fitted in, published."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.acquire.beside import is_example
from compliance.acquire.code.agents import is_doer
from compliance.acquire.code.bindings import Scope, Value, dotted
from compliance.acquire.code.clients import client
from compliance.acquire.code.literals import renamed
from compliance.acquire.code.module import Module
from compliance.acquire.code.publishing import kind_of
from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.code.table import HEADS, PARTS, WRITERS, Call
from compliance.acquire.code.whole import whole_name
from compliance.acquire.names import BY_FOLDER, folder_name, hub_name, is_hub_name, is_local, is_placeholder
from compliance.model.declared.sighting import MentionRelation, Published
from compliance.model.shapes.location import Location

_BUILDERS = frozenset(
    {"json", "csv", "parquet", "text", "arrow", "imagefolder", "audiofolder", "webdataset", "pandas"}
)
PURPOSES: tuple[MentionRelation, ...] = ("none", "filtered-by", "judged-by", "generated-by")
_BASES = frozenset({"base", "backbone", "pretrained"})
"""Words in the names of what weights of an unknown class are taken from, where nothing else says what they are for."""
_SORTS = re.compile(
    r"classification|\bner\b|detection|segmentation|feature-extraction|fill-mask|similarity|ranking|embedding"
)
"""Tasks of pipelines that give labels, scores or vectors."""
_SERVERS = frozenset(
    {"fastapi", "flask", "gradio", "streamlit", "chainlit", "starlette", "sanic", "aiogram", "discord"}
)
"""Packages with which an application answers people."""
IN_APPLICATION = ", in an application"
"""What is said of how a model was seen that only answers people who use the work."""
OF_APPLICATION = re.compile(
    r"(?i)(?:^|/)(?:apps?|demos?|serv(?:e|er|ice|ing)|web(?:ui|app)?|ui|gui|spaces?|front-?end|chat(?:bot)?|bot)(?:/|\.py$)"
)
_LABELLERS = ("pyannote.",)
"""Packages whose weights tell who speaks and when."""
_GATHERS = frozenset({"set", "frozenset", "list", "tuple", "sorted", "dict"})
"""What only puts together what it is given."""
_FOR_TESTS = frozenset({"val", "valid", "validation", "test", "heldout"})
"""Words in the names of variables for rows that are only measured on."""
_ASIDE: tuple[MentionRelation, ...] = ("none", "filtered-by", "judged-by")


@dataclass(frozen=True, slots=True)
class Hit:
    """A call of the table with one name that it is given."""

    entry: Call
    name: str
    """Dotted name of what is called."""
    value: Value
    text: str
    place: Location
    node: ast.Call
    scope: Scope

    @property
    def told(self) -> tuple[str, ...]:
        """Names that may say what the call is for, the nearest first."""
        return (*self.value.trail, *reversed(self.scope))

    @property
    def how(self) -> str:
        """The call in short."""
        return f"{self.name.split('.')[-1]}()"


def take(hit: Hit, module: Module) -> None:
    """Add what a hit shows."""
    use = hit.entry.use
    if use == "publishes":
        _published(hit, module)
    elif use == "rows" or (use == "file" and _is_dataset(hit.node)):
        _rows(hit, module)
    elif use == "zoo":
        told = meaning((*hit.told, _split(hit.node), module.stem), ("none",)) or "data"
        module.see(told, hit.place, f"rows of {hit.how}", hit.value, kind="dataset")
    elif use in ("asks", "runs") and not is_placeholder(hit.text):
        _asked(hit, module)
    elif use not in ("asks", "runs"):
        _loaded(hit, module)


def _asked(hit: Hit, module: Module) -> None:
    """A model that is asked: it wrote what comes back, unless names or the task say that it sorts or scores."""
    doers = (one for one in hit.value.trail if any(map(is_doer, words_of(one))))
    names = (*doers, *_handed_on(hit, module), *hit.told, module.stem)
    task = next((one.value for one in hit.node.args[:1] if isinstance(one, ast.Constant)), None)
    sorts = hit.name.endswith("pipeline") and isinstance(task, str) and _SORTS.search(task)
    fallback: MentionRelation = "unknown-use" if _serves(module) else "generated-by"
    relation = meaning(names, _ASIDE if sorts else PURPOSES) or ("filtered-by" if sorts else fallback)
    relation = "none" if id(hit.node) in module.shown or _only_shows(module) else relation
    beside = IN_APPLICATION if OF_APPLICATION.search(module.name) and _only_answers(module) else ""
    how = f"model of {hit.name.removeprefix('().').removeprefix('?.')}(){beside}"
    whole = _whole(hit)
    if whole or hit.entry.use == "runs":
        module.see(relation, hit.place, how, _renamed(hit.value, whole or hit.text), kind="model")
    else:
        module.see(relation, hit.place, how, hit.value, endpoint=client(hit.node, hit.scope, module))


def _whole(hit: Hit) -> str | None:
    return whole_name(hit.name, hit.text, hit.node)


def _published(hit: Hit, module: Module) -> None:
    if is_hub_name(hit.text):
        kind = kind_of(hit.node, hit.scope, module)
        module.found.published.append(Published(kind, hit.text, hit.place))


def _rows(hit: Hit, module: Module) -> None:
    name = _whole(hit) or hub_name(hit.text)
    if name and hit.text.lower() not in _BUILDERS and not is_local(hit.text):
        names = _assigned(hit.node, module)
        relation = meaning((*names, *hit.told, _split(hit.node), module.stem), ("none",)) or "data"
        mine = {word for one in (*names, *hit.value.trail[:2]) for word in words_of(one)}
        if mine & _FOR_TESTS or id(hit.node) in module.within or module.measured.intersection(names):
            relation = "none"
        module.see(relation, hit.place, hit.how, _renamed(hit.value, name), kind="dataset")


def _loaded(hit: Hit, module: Module) -> None:
    """Weights, or files of a hub: what they are for, by who loads them and what they are called."""
    use = hit.entry.use
    whole = _whole(hit)
    if whole == "":
        return
    text = whole or hub_name(hit.text) or hit.text
    if use == "weights" and whole is None and is_local(hit.text) and (folder := folder_name(hit.text)):
        how = f"{hit.how}{BY_FOLDER}"
        value, relation = _renamed(hit.value, folder), _weights_relation(hit, module)
        module.see(relation, hit.place, how, value, kind="model", if_known=True)
        return
    if is_local(whole or hit.text) or not (hub_name(text) or use == "embeds"):
        return
    value = _renamed(hit.value, text)
    if use == "weights":
        weights(value, _weights_relation(hit, module), hit.node, module, hit.place)
    elif use in ("adapts", "part"):
        sorts = meaning((*hit.told, module.stem), _ASIDE) if use == "part" else None
        relation = "adapter" if use == "adapts" else sorts or "component"
        module.see(relation, hit.place, hit.how, value, kind="model")
    elif use == "embeds" and hit.node.lineno in module.trained:
        module.see("base", hit.place, hit.how, value, kind="model")
    else:
        fallback: MentionRelation = "filtered-by" if use == "embeds" else "unknown-use"
        relation = meaning((*hit.told, module.stem), _ASIDE) or fallback
        relation = "generated-by" if _teaches(hit, module) and relation != "none" else relation
        endpoint = client(hit.node, hit.scope, module) if use == "embeds" else (None, None)
        how = hit.how if endpoint == (None, None) else f"model of {hit.how}"
        module.see(relation, hit.place, how, value, endpoint=endpoint)


def _teaches(hit: Hit, module: Module) -> bool:
    """Whether what gives scores or vectors is called a teacher: then these are what a student learns."""
    return any("teacher" in words_of(one) for one in (*_assigned(hit.node, module), *hit.told))


def weights(
    value: Value, relation: MentionRelation, node: ast.Call, module: Module, place: Location | None = None
) -> None:
    """Add weights under a hub's name."""
    if value.text and is_hub_name(value.text) and not is_local(value.text):
        name = dotted(node.func, module.bindings.imports).split(".")
        how = ".".join(name[-2:]) + "()"
        module.see(relation, place or module.place(value.node), how, value, kind="model")


def _weights_relation(hit: Hit, module: Module) -> MentionRelation:
    """What weights are loaded for: to be trained, to sort out rows, as a part, or nobody can say."""
    owner = hit.name.split(".")[-2] if "." in hit.name else ""
    if hit.node.lineno in module.trained:
        return "base"
    if "Tokenizer" in owner or "Processor" in owner or owner.endswith("Config"):
        return "none"
    if _teaches(hit, module) and hit.node.lineno not in module.trained:
        return "generated-by"
    names = (*_assigned(hit.node, module), *hit.told, module.stem)
    is_part = any(part in owner for part in PARTS)
    said = "component" if is_part and module.has_trainer else meaning(names, _ASIDE)
    if said:
        return said
    if owner.endswith("Pipeline") and _writes(hit, owner, module):
        return "generated-by"
    if is_part or meaning(names, ("component",)):
        return "component"
    if any(part in owner for part in WRITERS) or _writes(hit, owner, module):
        return "generated-by"
    if (
        any(part in owner for part in HEADS)
        or hit.name.startswith(_LABELLERS)
        or module.scored.intersection(_assigned(hit.node, module))
    ):
        sorts: MentionRelation = "judged-by" if _REWARDS.intersection(words_of(hit.text)) else "filtered-by"
        return "base" if module.has_trainer and not module.trained else sorts
    if "Peft" in owner:
        return "adapter"
    called = {word for one in hit.value.trail for word in words_of(one)}
    is_base = (module.has_trainer and not module.trained) or not called.isdisjoint(_BASES)
    return "base" if is_base else "unknown-use"


def _only_shows(module: Module) -> bool:
    """Whether a module lies among examples, and neither writes rows nor trains: what it asks made nothing."""
    makes = module.found.written or module.found.published or module.has_trainer or module.trained
    return is_example(module.name) and not makes


_REWARDS = frozenset({"reward", "rewards", "rm", "prm", "orm", "judge", "critic", "preference"})
"""Words in the names of weights that tell which answer is better."""


def _serves(module: Module) -> bool:
    """Whether a module answers people's requests and writes no file of rows: what it asks may have made nothing."""
    mine = {one.split(".")[0] for one in module.bindings.imports.values()}
    return bool(mine & _SERVERS) and not module.found.written


def _only_answers(module: Module) -> bool:
    """Whether a module of an application answers people, or shows how it would: it neither writes rows nor trains."""
    return _serves(module) or not (
        module.found.written or module.has_trainer or module.trained or module.found.published
    )


def _writes(hit: Hit, owner: str, module: Module) -> bool:
    """Whether weights are only run, where nothing is trained: a pipeline of pictures, or what is told to generate."""
    if module.has_trainer or any("Peft" in one or "peft" in one for one in module.bindings.imports):
        return False
    library = hit.name.startswith("diffusers.") and owner.endswith("Pipeline")
    return library or bool(module.ran & set(_assigned(hit.node, module)))


def _handed_on(hit: Hit, module: Module) -> tuple[str, ...]:
    """The name that a client with its model is given at once, and the class that takes it: `Grade(llm=Client(…))`."""
    names = _assigned(hit.node, module)
    takers = {module.takers[one] for one in (id(hit.node), *names) if one in module.takers}
    return (*(takers if len(takers) == 1 else ()), *names)


def _assigned(node: ast.Call, module: Module) -> tuple[str, ...]:
    """The names that are given what a call makes, as it is or by a chain of methods (`load(…).to("cuda").eval()`)."""
    if module.named is None:
        named: dict[int, list[str]] = {}
        for (_, name), bound in module.bindings.names.items():
            for one in bound:
                for call in _chain(one.node):
                    named.setdefault(id(call), []).append(name)
        module.named = {call: tuple(names) for call, names in named.items()}
    return module.named.get(id(node), ())


def _chain(node: ast.expr) -> Iterator[ast.Call]:
    """The calls of a chain of methods, from the last to the one with which it begins.

    Of what is gathered from rows one by one (`{row["text"] for row in load(…)}`) it is the call that gives the rows.
    """
    while isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in _GATHERS:
        node = node.args[0]
    if isinstance(node, ast.SetComp | ast.ListComp | ast.GeneratorExp | ast.DictComp):
        node = node.generators[0].iter
    while isinstance(node, ast.Call):
        yield node
        if not isinstance(node.func, ast.Attribute):
            break
        node = node.func.value


def _renamed(value: Value, text: str) -> Value:
    """The value with its text as the name of a hub, at its own place."""
    return Value(renamed(value.node, text), value.trail, value.variable)


def _split(node: ast.Call) -> str:
    given = (one.value for one in node.keywords if one.arg == "split")
    return " ".join(str(one.value) for one in given if isinstance(one, ast.Constant))


def _is_dataset(node: ast.Call) -> bool:
    given = (one.value for one in node.keywords if one.arg == "repo_type")
    return any(isinstance(one, ast.Constant) and one.value == "dataset" for one in given)
