"""What a module trains, runs or asks for scores: by trainers, by loops of its own, by what is read of the answer."""

from __future__ import annotations

import ast

from compliance.acquire.code.bindings import Scope, dotted
from compliance.acquire.code.clients import makers
from compliance.acquire.code.libraries import any_call_of
from compliance.acquire.code.module import Module
from compliance.acquire.code.uses import weights

_RUNS = frozenset(
    {"generate", "transcribe", "translate", "synthesize", "create_chat_completion", "predict_action", "select_action"}
)  # fmt: skip
"""Methods by which weights are told to write, to speak or to act."""


def note_trained(tree: ast.AST, calls: list[tuple[ast.Call, Scope]], module: Module) -> None:
    """Note which calls make what is trained, what is told to generate, and what is only called for scores."""
    for call, scope in calls:
        name = dotted(call.func, module.bindings.imports).split(".")[-1]
        _ran(call, name, scope, module)
        if not name.endswith("Trainer") and name not in ("get_peft_model", "SFTTrainer"):
            continue
        module.has_trainer = True
        for given in (*call.args[:1], *(one.value for one in call.keywords if one.arg == "model")):
            if isinstance(given, ast.Name):
                for made in makers(given.id, scope, module.bindings):
                    module.trained.add(made.lineno)
            for value in module.bindings.values(given, scope):
                if value.text:
                    weights(value, "base", call, module)
    module.found.makes_weights = module.has_trainer or bool(module.trained)
    module.scored = {
        called
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute)
        and one.attr in ("logits", "loss")
        and isinstance(one.value, ast.Call)
        and isinstance(one.value.func, ast.Name)
        and (called := one.value.func.id) not in module.ran
    }


def _ran(call: ast.Call, name: str, scope: Scope, module: Module) -> None:
    """Note a loop of training, what is told to generate, and an encoder that is fitted."""
    if name == "backward":
        module.has_trainer = True
    if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
        return
    owner = call.func.value.id
    if name in _RUNS:
        module.ran.add(owner)
    elif name == "fit":
        fitted = [one for one in makers(owner, scope, module.bindings) if _embeds(one, module)]
        module.trained.update(one.lineno for one in fitted)
    elif name == "train" and (call.args or call.keywords):
        detectors = makers(owner, scope, module.bindings)
        module.trained.update(
            one.lineno for one in detectors if dotted(one.func, module.bindings.imports) == "ultralytics.YOLO"
        )


def _embeds(node: ast.Call, module: Module) -> bool:
    entry = any_call_of(dotted(node.func, module.bindings.imports))
    return entry is not None and entry.use == "embeds"
