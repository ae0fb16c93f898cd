"""The lineage as a graph to be drawn: artifacts and steps, what relates them, and which findings run over what.

An artifact that is read and written again appears once for each stretch, so that every arrow leads onwards in time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from compliance.model.answered.finding import Finding
from compliance.model.answered.report import ArtifactInfo, Report, StepInfo, StepInput
from compliance.model.declared.route import Route
from compliance.render.view.words import clean, listed

NodeKind = Literal["service", "model", "dataset", "code", "document", "step", "summary"]
EdgeKind = Literal[
    "outputs", "trained-on", "weights", "data", "signal", "loads", "unsettled", "none", "writes", "later"
]

KIND_WORD: dict[NodeKind, str] = {
    "service": "hosted service",
    "model": "model",
    "dataset": "data set",
    "code": "code",
    "document": "document",
    "step": "step",
    "summary": "several, folded",
}
EDGE_WORD: dict[EdgeKind, str] = {
    "outputs": "content that it generated",
    "trained-on": "trained on",
    "weights": "weights taken over",
    "data": "content carried over",
    "signal": "labels, scores or selection only",
    "loads": "loaded by whoever runs it, not held",
    "unsettled": "not stated what it was used for",
    "none": "no lineage: evaluation, comparison",
    "writes": "result of the step",
    "later": "the same artifact, later",
}
"""Every class of arrow, in the order of legends."""


@dataclass(frozen=True, slots=True)
class Node:
    """An artifact or a step; or, for `summary`, several of them in one."""

    key: str
    kind: NodeKind
    lines: tuple[str, ...]
    """What stands in the node, most telling first; a drawing clips what does not fit."""
    title: str
    """Everything about it, in one sentence."""
    foreign: bool = False
    """A step that somebody else than the publisher performed."""
    added: bool = False
    """Known ancestry, which the manifest does not state."""
    releases: tuple[str, ...] = ()
    """Names under which it is released."""
    members: tuple[str, ...] = ()
    """Keys of the nodes that a summary stands for."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow; where several relations hold at once, the first names its class and `title` tells all."""

    source: str
    target: str
    kind: EdgeKind
    title: str

    @property
    def key(self) -> tuple[str, str, EdgeKind]:
        """What tells it from the others."""
        return (self.source, self.target, self.kind)


@dataclass(frozen=True, slots=True)
class Trail:
    """What one finding runs over."""

    finding: int
    """Its place among the findings of the report."""
    nodes: frozenset[str]
    edges: frozenset[tuple[str, str, EdgeKind]]


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges in the order of the report, and the trails of its findings."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    trails: tuple[Trail, ...]

    def only(self, keys: Iterable[str]) -> Graph:
        """The part of the graph that lies between these nodes."""
        kept = frozenset(keys)
        edges = tuple(edge for edge in self.edges if edge.source in kept and edge.target in kept)
        have = frozenset(edge.key for edge in edges)
        trails = tuple(
            replace(trail, nodes=trail.nodes & kept, edges=trail.edges & have) for trail in self.trails
        )
        return Graph(tuple(node for node in self.nodes if node.key in kept), edges, trails)


def build_graph(report: Report) -> Graph:
    """Build the graph of a report's lineage."""
    return _Builder(report).build()


class _Builder:
    """Walks through the steps in their order, and remembers which stretch of an artifact each saw."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._artifacts = {artifact.id: artifact for artifact in report.artifacts}
        self._now: dict[str, int] = {}
        self._read: dict[str, bool] = {}
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, EdgeKind], Edge] = {}
        self._between: dict[tuple[str, str], list[tuple[str, str, EdgeKind]]] = {}
        """The edges from one node to another."""
        self._seen: dict[tuple[str, str], str] = {}
        """(step, artifact) to the node that the step read."""
        self._made: dict[tuple[str, str], str] = {}
        """(step, artifact) to the node that the step wrote."""
        self._later: dict[str, list[tuple[str, str, EdgeKind]]] = {}
        """Node to the edges that lead to the artifact's next stretch."""

    def build(self) -> Graph:
        for step in self._report.steps:
            self._step(step)
        for artifact in self._report.artifacts:
            if artifact.id not in self._now:
                self._artifact(artifact.id)
        self._name_releases()
        trails = (self._trail(number, item) for number, item in enumerate(self._report.findings))
        return Graph(tuple(self._nodes.values()), tuple(self._edges.values()), tuple(trails))

    def _artifact(self, artifact_id: str) -> str:
        """The node of an artifact as it stands now."""
        number = self._now.setdefault(artifact_id, 1)
        key = f"a:{artifact_id}:{number}"
        if key not in self._nodes:
            info = self._artifacts.get(artifact_id)
            self._nodes[key] = _artifact_node(key, artifact_id, info, number)
        return key

    def _step(self, step: StepInfo) -> None:
        key = f"s:{step.id}"
        inputs = [(self._artifact(item.artifact), item) for item in step.inputs]
        self._nodes[key] = _step_node(key, step, self._report.publisher)
        for node, item in inputs:
            self._seen[step.id, item.artifact] = node
            self._read[item.artifact] = True
            self._edge(_input_edge(node, key, item))
        for output in dict.fromkeys(step.outputs):
            self._write(step, output, key)

    def _write(self, step: StepInfo, output: str, key: str) -> None:
        before = self._artifact(output) if output in self._now else None
        if self._read.get(output):
            self._now[output] += 1
            self._read[output] = False
        node = self._artifact(output)
        self._made[step.id, output] = node
        made = self._edge(Edge(key, node, "writes", EDGE_WORD["writes"]))
        if before is None or before == node:
            return
        if (step.id, output) in self._seen:
            self._later[before] = [*self._between.get((before, key), ()), made]
        else:
            self._later[before] = [self._edge(Edge(before, node, "later", EDGE_WORD["later"]))]

    def _edge(self, edge: Edge) -> tuple[str, str, EdgeKind]:
        known = self._edges.get(edge.key)
        if known and known.title != edge.title:
            edge = replace(edge, title=f"{known.title}; {edge.title}")
        if known is None:
            self._between.setdefault(edge.key[:2], []).append(edge.key)
        self._edges[edge.key] = edge
        return edge.key

    def _name_releases(self) -> None:
        for release in self._report.releases:
            key = f"a:{release.artifact}:{self._now.get(release.artifact, 0)}"
            if node := self._nodes.get(key):
                name = clean(release.name)
                title = f"{node.title} Released as {name}."
                self._nodes[key] = replace(node, releases=(*node.releases, name), title=title)

    def _trail(self, number: int, finding: Finding) -> Trail:
        nodes: set[str] = set()
        edges: set[tuple[str, str, EdgeKind]] = set()
        for route in finding.routes:
            self._follow(route, nodes, edges)
        if not finding.routes:
            nodes |= self._ends(finding)
        return Trail(number, frozenset(nodes), frozenset(edges))

    def _ends(self, finding: Finding) -> set[str]:
        """Without a route, what the finding speaks of: its source, or the release."""
        released = {release.id: release.artifact for release in self._report.releases}
        artifact = finding.source or released.get(finding.release, "")
        key = f"a:{artifact}:{self._now.get(artifact, 0)}"
        return {key} & self._nodes.keys()

    def _follow(self, route: Route, nodes: set[str], edges: set[tuple[str, str, EdgeKind]]) -> None:
        here: str | None = None
        for hop in (hop for hop in route.hops if hop.step):
            source, target = self._seen.get((hop.step, hop.source)), self._made.get((hop.step, hop.target))
            if source is None or target is None:
                continue
            step = f"s:{hop.step}"
            self._carry(here, source, nodes, edges)
            nodes |= {source, step, target}
            both = (*self._between.get((source, step), ()), *self._between.get((step, target), ()))
            edges |= {key for key in both if _runs(key[2], hop.relations)}
            here = target
        if here is not None and route.hops:
            last = route.hops[-1].target
            self._carry(here, f"a:{last}:{self._now.get(last, 0)}", nodes, edges)

    def _carry(
        self, here: str | None, there: str, nodes: set[str], edges: set[tuple[str, str, EdgeKind]]
    ) -> None:
        """Light the way from one stretch of an artifact to a later one."""
        while here is not None and here != there and here in self._later:
            way = self._later[here]
            edges |= set(way)
            nodes |= {key for edge in way for key in edge[:2]}
            here = way[-1][1]


def _runs(kind: EdgeKind, relations: tuple[str, ...]) -> bool:
    """Whether an arrow is part of a hop: one role of an input may be on the route, another not."""
    return kind in ("writes", "unsettled") or not relations or kind == relations[0]


def _artifact_node(key: str, artifact_id: str, info: ArtifactInfo | None, number: int) -> Node:
    name = clean(artifact_id)
    if info is None:
        return Node(key, "document", (name,), f"{name}: not described.")
    kind: NodeKind = info.kind if info.kind in KIND_WORD else "document"
    known = clean(info.access or info.license or "")
    full = clean(info.name)
    told = [f"{name}{f', stretch {number}' if number > 1 else ''}: {KIND_WORD[kind]}"]
    told += [full] if full != name else []
    told += [known] if known else ["no licence stated"]
    told += ["known ancestry, not stated in the manifest"] if info.origin == "resolved" else []
    lines = tuple(line for line in (name, full if full != name else "", known) if line)
    return Node(key, kind, lines, f"{'; '.join(told)}.", added=info.origin == "resolved")


def _step_node(key: str, step: StepInfo, publisher: str) -> Node:
    name, kind, by = clean(step.id), clean(step.kind), clean(step.by)
    period = clean(step.period or "")
    foreign, added = step.by != publisher, step.origin == "resolved"
    when = period or "no date stated"
    title = f"Step {name}: {kind}, by {by}, {when}{'; known ancestry, not stated in the manifest' * added}."
    # A step of known ancestry has no name of its own.
    head = kind if added else name
    told = [kind] if kind != head else []
    told += [period] if period else []
    lines = (head, " · ".join(told), f"by {by}" if foreign else "")
    return Node(key, "step", tuple(line for line in lines if line), title, foreign=foreign, added=added)


def _input_edge(node: str, step: str, item: StepInput) -> Edge:
    role = clean(item.role)
    if not item.certain:
        return Edge(node, step, "unsettled", f"as {role}: {EDGE_WORD['unsettled']}")
    if not item.relations:
        return Edge(node, step, "none", f"as {role}: {EDGE_WORD['none']}")
    kinds: list[EdgeKind] = [word for word in EDGE_WORD if word in item.relations]
    first = item.relations[0]
    kind: EdgeKind = first if first in EDGE_WORD else "unsettled"
    return Edge(node, step, kind, f"as {role}: {listed([EDGE_WORD[word] for word in kinds])}")
