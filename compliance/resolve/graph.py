"""Versions and edges: the order in which steps happened, and what each read saw.

An artifact that several steps write gets successive versions, each keeping what the earlier ones carried unless the
step says `replaces`. A read sees the latest version written before it; a step that goes on with an artifact in place
takes it as it stands where the step is listed. Steps listed before what they read are moved behind it where some order
allows that; a read that no order can satisfy is an error that names the loop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.errors import FaultCollector
from compliance.model.lineage import Edge
from compliance.model.location import Location
from compliance.model.manifest import Artifact, Step
from compliance.model.registry import Relations

_WRITTEN = ("dataset", "document")
"""Kinds that write nothing themselves: named as a teacher or a base, they are what is read."""


def in_order(
    steps: Sequence[Step], where: Mapping[str, Location | None], faults: FaultCollector
) -> list[Step]:
    """The steps, each after a step that wrote what it reads; the listed order is kept wherever it can be."""
    waiting: list[Step] = list(steps)
    done: list[Step] = []
    unwritten = {
        output: [s for s in steps if output in s.outputs] for step in steps for output in step.outputs
    }
    # What every writer goes on with in place came from outside, and is there from the start.
    written = {key for key, writers in unwritten.items() if all(key in _reads(step) for step in writers)}

    def ready(step: Step) -> bool:
        # What a step goes on with in place it takes as it is; everything else must have been written.
        return all(item in written or item not in unwritten or item in step.outputs for item in _reads(step))

    while waiting:
        following = next((step for step in waiting if ready(step)), None)
        if following is None:
            advice = "let one of these steps start from another artifact"
            faults.report(where.get(waiting[0].id), _loop(waiting, written), advice)
            return done + waiting
        waiting.remove(following)
        done.append(following)
        written.update(following.outputs)
    return done


def _reads(step: Step) -> list[str]:
    return [item.artifact for inputs in step.inputs.values() for item in inputs]


def _loop(waiting: list[Step], written: set[str]) -> str:
    step, path = waiting[0], []
    while step not in path:
        path.append(step)
        needs = [item for item in _reads(step) if item not in written and item not in step.outputs]
        step = next(s for need in needs for s in waiting if need in s.outputs)
    ring = path[path.index(step) :]
    words = [f"{one.id} (writes {', '.join(one.outputs)})" for one in (*ring, step)]
    return "steps wait for each other in a loop: " + " <- ".join(words)


def _between(source: str, target: str, relations: tuple[str, ...]) -> tuple[str, ...]:
    """What the table's relations are between artifacts of these kinds: content is read, weights go on as weights."""
    if relations == ("weights",) and source in (*_WRITTEN, "code"):
        return ("data",)
    if relations[:1] == ("outputs",) and source in _WRITTEN:
        return relations[1:] or ("data",)
    return ("weights",) if source == target == "model" and relations == ("data",) else relations


class Graph:
    """Builds versions and edges step by step."""

    def __init__(self, artifacts: Mapping[str, Artifact], relations: Relations) -> None:
        """Start with one version, number 0, of every artifact."""
        self.artifacts = artifacts
        self.relations = relations
        self.versions: list[tuple[str, int]] = [(key, 0) for key in artifacts]
        self.latest = {key: n for n, key in enumerate(artifacts)}
        self.edges: list[Edge] = []
        self.warnings: list[str] = []

    def add(self, step: Step) -> None:
        """Write the step's outputs as new versions and draw its edges."""
        if step.kind == "other" and step.outputs:
            self.warnings.append(
                f"step {step.id}: an act of kind 'other' makes no lineage, though it writes "
                f"{', '.join(step.outputs)}; say what kind of act it was"
            )
        reads = [
            (role, item, self.latest[item.artifact]) for role, given in step.inputs.items() for item in given
        ]
        fresh = []
        for output in dict.fromkeys(step.outputs):
            before = self.latest[output]
            self.versions.append((output, self.versions[before][1] + 1))
            node = len(self.versions) - 1
            fresh.append((output, before, node))
        for output, before, node in fresh:
            carried = self.relations.carry.get(self.artifacts[output].kind, ())
            if carried and not step.replaces:
                self.edges.append(Edge(before, node, (carried,), step.id))
            for role, item, source in reads:
                kinds = self.artifacts[item.artifact].kind, self.artifacts[output].kind
                options = tuple(
                    dict.fromkeys(_between(*kinds, one) for one in self.options(step, role, kinds[0]))
                )
                if item.one_of and () not in options:
                    options = (*options, ())
                if any(options):
                    self.edges.append(Edge(source, node, options, step.id, role))
        for output, _, node in fresh:
            self.latest[output] = node

    def options(self, step: Step, role: str, kind: str) -> tuple[tuple[str, ...], ...]:
        """Relation strings that the role may stand for in this step; several where the role is not settled."""
        table = self.relations.relations.get(step.kind, {})
        if role in table:
            found: tuple[str, ...] = table[role]
            # A program writes nothing of its own into what people make with it.
            return ((),) if kind == "code" and role == "tool" and "outputs" in found else (found,)
        possible = dict.fromkeys(relation for relation in table.values())
        if not any(possible):
            return ((),)
        if role != "unknown":
            self.warnings.append(
                f"step {step.id}: what a {role!r} is in a {step.kind} step is not settled; asked as a fact"
            )
        return tuple(dict.fromkeys([*possible, ()]))
