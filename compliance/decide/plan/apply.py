"""A plan written into the manifest: what is to be done is planned there, what is to be found out stays a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from compliance.decide.plan.edits import apply_acts
from compliance.model.answered.plan import Act, Plan
from compliance.model.declared.manifest import Manifest


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which manifests may not have."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def written(manifest: Manifest, plan: Plan) -> str:
    """The manifest after the acts of a plan, as YAML. Answers that the plan rests on are listed, and not written in."""
    doing = [act for act in plan.acts if not act.question]
    asked = [act for act in plan.acts if act.question]
    changed = apply_acts(manifest, doing)
    assert changed is not None
    changed = _noted(manifest, changed)
    data = _plain(changed.model_dump(mode="json", by_alias=True, exclude_unset=True))
    for step in data.get("steps", ()):
        step["inputs"] = {
            role: [_named(one) for one in given] for role, given in step.get("inputs", {}).items()
        }
    text: str = yaml.dump(
        data, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None
    )
    return _head(doing, asked) + text


def _head(doing: Sequence[Act], asked: Sequence[Act]) -> str:
    lines = ["# A plan, written out: what is below is what the manifest says once these things are done."]
    lines += [f"# To do: {_line(act.says)}" for act in doing]
    lines += [f"# To answer first: {_line(act.says)}" for act in asked]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _noted(before: Manifest, after: Manifest) -> Manifest:
    """Changed steps say in their note that they are planned, in words that tell of nothing else."""
    held = {step.id: step for step in before.steps}
    steps = tuple(
        step
        if step == held.get(step.id)
        else step.model_copy(update={"note": _planned(step.note, "to be done again with these inputs")})
        for step in after.steps
    )
    return after.model_copy(update={"steps": steps})


def _planned(note: str | None, what: str) -> str:
    return f"{note} planned: {what}" if note else f"planned: {what}"


def _named(item: Any) -> Any:
    """An input of which nothing else is said, without a mapping around its name."""
    return item["artifact"] if isinstance(item, dict) and set(item) == {"artifact"} else item


def _plain(value: Any) -> Any:
    """Answers as the booleans that manifests are written with, and nothing that is not said."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value
