"""Add to a manifest that people have written what a folder shows and it lacks; nothing that stands there changes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.acquire.tree import UnreadableError, mapping, read_yaml
from compliance.errors import Fault, InputError
from compliance.intake.against.compared import Compared
from compliance.intake.drafting.drafted import Draft, Entry
from compliance.intake.drafting.writing import artifact_lines, step_lines
from compliance.intake.naming.ids import free_id
from compliance.intake.upstreams import Upstream
from compliance.model.declared.manifest import Manifest

_KINDS = {
    "base": ("finetune", "base"), "adapter": ("finetune", "adapter"), "component": ("bundle", "component"),
    "data": ("finetune", "data"), "generated-by": ("generate", "teacher"), "filtered-by": ("filter", "filter"),
    "judged-by": ("judge", "judge"), "unknown-use": ("finetune", "unknown"),
}  # fmt: skip
_ENTRY = re.compile(r" *[^\s#]")
_TRAINS = frozenset({"pretrain", "train", "finetune", "preference-tune", "rl"})


def merged(text: str, manifest: Manifest, compared: Compared) -> str:
    """The manifest's text with an artifact and a step for everything seen and not declared.

    Raises `InputError` where artifacts or steps do not stand one a line, so that nothing can be put after them, and
    where the text would not say afterwards what it said before, and what was added.
    """
    if not compared.undeclared:
        return text
    draft = Draft(manifest.project.id, "", {})
    draft.ids = {f"\0{key}": key for key in manifest.artifacts}
    rows, model = _targets(manifest)
    taken = dict.fromkeys((step.id for step in manifest.steps if step.id), 1)
    only_rows = manifest.artifacts[model].kind != "model"
    artifacts: list[str] = []
    steps: list[str] = []
    for one in compared.undeclared:
        key = draft.id_of(one.name, one.kind or "model")
        fields: dict[str, object] = {"kind": one.kind or "model", "name": one.name}
        fields |= {name: value for name, value in (("provider", one.provider), ("route", one.route)) if value}
        place = f"{one.first.place.file}:{one.first.place.line}"
        artifacts += artifact_lines(Entry(key, fields, f"added; {place}, {one.first.how}"))
        step = _step(one, key, rows, model, place, only_rows)
        steps += step_lines(replace(step, key=free_id(step.key, "step", taken)))
    after = _put(_put(text, "artifacts", artifacts), "steps", steps, before="releases")
    if not _only_adds(text, after, len(compared.undeclared)):
        advice = "write artifacts and steps as blocks, one entry below the other, and long texts on one line"
        raise InputError(Fault(None, "what was seen cannot be put after what stands in the manifest", advice))
    return after


def _only_adds(before: str, after: str, count: int) -> bool:
    """Whether a text says what it said, and so many artifacts and steps more at the ends of their lists."""
    try:
        (old,), (new,) = read_yaml(before), read_yaml(after)
    except (UnreadableError, ValueError):
        return False
    there, steps = mapping(old.get("artifacts")), old.get("steps") or []
    kept = {key: value for key, value in new.items() if key not in ("artifacts", "steps")}
    shown, made = new.get("artifacts") or {}, new.get("steps") or []
    return (
        kept == {key: value for key, value in old.items() if key not in ("artifacts", "steps")}
        and list(shown.items())[: len(there)] == list(there.items())
        and made[: len(steps)] == steps
        and len(shown) == len(there) + count
        and len(made) == len(steps) + count
    )


def _targets(manifest: Manifest) -> tuple[str, str]:
    """What rows and what weights go into: a data set that is trained on or released, and the first release."""
    released = [release.artifact for release in manifest.releases]
    trained = [
        name
        for step in manifest.steps
        if step.kind in _TRAINS
        for given in step.inputs.get("data", ())
        for name in given.named
    ]
    written = [name for step in manifest.steps for name in step.outputs]
    rows = [name for name in (*trained, *released) if manifest.artifacts[name].kind == "dataset"]
    own = [name for name in rows if name in written or name in released]
    model = next((name for name in released if manifest.artifacts[name].kind == "model"), released[0])
    return (own or [model])[0], model


def _step(one: Upstream, key: str, rows: str, model: str, place: str, only_rows: bool) -> Entry:
    kind, role = _KINDS[one.relation]
    into = rows if one.relation in ("generated-by", "filtered-by", "judged-by") else model
    if one.relation == "data" and only_rows:
        kind = "mix"
    return Entry(f"seen-{key}", {"kind": kind, "inputs": {role: key}, "outputs": into}, f"added; {place}")


def _put(text: str, key: str, added: Sequence[str], before: str = "") -> str:
    """Put lines after the last entry of a top-level key; the key itself where it is absent."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if re.match(rf"{key}:\s*(?:#.*)?$", line)), None)
    if start is None:
        if any(line.startswith(f"{key}:") for line in lines):
            advice = "write its entries one a line, below the key"
            raise InputError(Fault(None, f"nothing can be added to {key}, which stand in one line", advice))
        at = next((n for n, line in enumerate(lines) if line.startswith(f"{before}:")), len(lines))
        return "\n".join([*lines[:at], f"{key}:", *added, *lines[at:]]) + "\n"
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t#-"):
        end += 1
    entry = next((line for line in lines[start + 1 : end] if _ENTRY.match(line)), "  ")
    indent = entry[: len(entry) - len(entry.lstrip(" "))]
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    moved = [indent + line[2:] for line in added]
    return "\n".join([*lines[:end], *moved, *lines[end:]]) + "\n"


def difference(before: str, after: str, name: str) -> str:
    """What changes, line by line."""
    changed = difflib.unified_diff(
        before.splitlines(True), after.splitlines(True), name, f"{name}, with what was seen"
    )
    return "".join(changed)
