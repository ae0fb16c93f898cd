"""A small world to plan in, and the slow search that tries every set of acts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable

from compliance.decide.plan.edits import apply_acts
from compliance.decide.plan.opened import Judge, open_of
from compliance.evaluate import evaluate
from compliance.model.answered.plan import Act, Costs
from compliance.model.answered.report import Gate, Report
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.resolve import resolve
from compliance.summarise import summarise
from tests.evaluate.world import AS_OF

COSTS = Costs.model_validate(
    {
        "costs": {
            "supply-fact": 1, "add-notice": 2, "rename": 3, "change-licence": 5, "change-purpose": 7,
            "restrict-access": 11, "obtain-permission": 13, "document": 2,
            "drop-input": {"base": 40, "other": 17}, "replace-input": {"base": 23, "other": 19},
        },
        "licences": ["free", "nc"],
        "replacements": {
            kind: {"kind": "model" if kind == "service" else kind, "license": "free", "origin": "people"}
            for kind in ("model", "service", "dataset")
        },
    }
)  # fmt: skip


def judge_with(knowledge: Knowledge, gate: Gate = "plain", *, covered: bool = False) -> Judge:
    """Resolve, evaluate and summarise in a small world; `covered` lets names pass that no rule speaks of."""
    allowed = ("not-covered",) if covered else ()

    def judge(manifest: Manifest, rules: Collection[str] = ()) -> tuple[Lineage, Report]:
        lineage = resolve(manifest, knowledge.registry)
        report = summarise(
            evaluate(lineage, knowledge, AS_OF, rules), lineage, (), (), manifest="m", manifest_sha256="", project="p",
            title="t", tool="c", gate=gate, allowed=allowed,
        )  # fmt: skip
        return lineage, report

    return judge


def settles(manifest: Manifest, acts: Iterable[Act], judge: Judge) -> bool:
    """Whether nothing is open after the acts."""
    changed = apply_acts(manifest, acts)
    if changed is None:
        return False
    findings, uncovered = open_of(judge(changed)[1])
    return not findings and not uncovered


def least_cost(acts: Iterable[Act], good: Callable[[tuple[Act, ...]], bool]) -> int | None:
    """The least cost of a set of acts that is good, found by trying all; None where none is."""
    known = tuple(acts)
    sets = [
        chosen
        for size in range(len(known) + 1)
        for chosen in itertools.combinations(known, size)
        if _compatible(chosen)
    ]
    by_cost = sorted(sets, key=lambda chosen: sum(act.cost for act in chosen))
    return next((sum(act.cost for act in chosen) for chosen in by_cost if good(chosen)), None)


def _compatible(chosen: tuple[Act, ...]) -> bool:
    slots = [act.slot for act in chosen if act.slot]
    return len(slots) == len(set(slots))
