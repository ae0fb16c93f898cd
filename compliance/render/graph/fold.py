"""Fold what lies beside the routes of findings, so that a graph of hundreds of nodes stays legible.

Nodes are folded into one where the same kept nodes lie above and below them; the folded graph has no loops.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from compliance.model.answered.report import Report
from compliance.model.packs.truth import Position
from compliance.render.graph.model import EDGE_WORD, Edge, EdgeKind, Graph, Node
from compliance.render.view.words import count, listed

NAMED = 12
MOST = 400
"""Nodes that a drawing shows; where there are more, nobody finds anything, and laying them out takes minutes."""
_SIFTED = 4000
"""Nodes up to which it is looked for what could be folded beside the routes."""
_KEPT = 60
"""Nodes that stay when all others are folded."""
_SETTLED = (Position.CLEAR, Position.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Level:
    """How much is folded, and what a caption says of it."""

    graph: Graph
    words: str
    """Empty where everything is shown."""


def levels(graph: Graph, report: Report) -> tuple[Level, ...]:
    """The graph, and ever more folded ones: beside unsettled findings, beside open ones, alike sources as well."""
    released = {node.key for node in graph.nodes if node.releases}
    unsettled = released | _reached(graph, lambda n: report.findings[n].position not in _SETTLED)
    opened = released | _reached(graph, lambda n: report.is_open(report.findings[n]))
    trunk = released | _shared(graph, report) - _sources(graph)
    least = Level(fold(graph, _named_by_findings(graph, report)), _LEAST) if len(graph.nodes) > MOST else None
    if least and len(graph.nodes) > _SIFTED:
        return Level(graph, ""), least
    return (
        Level(graph, ""),
        Level(fold(graph, unsettled), "what lies on no route of a finding that is not clear is folded"),
        Level(fold(graph, opened), "what lies on no route of an open finding is folded"),
        Level(fold(graph, trunk), "only what open findings of several sources run over is not folded"),
        *((least,) if least else ()),
    )


_LEAST = "only releases and what the first findings speak of is not folded"


def drawable(shown: Sequence[Level]) -> Level:
    """The first of some levels that is small enough to be drawn; the most folded one where none is."""
    return next((level for level in shown if len(level.graph.nodes) <= MOST), shown[-1])


def _named_by_findings(graph: Graph, report: Report) -> set[str]:
    """The releases and the sources of findings, open ones first, as far as a drawing has room for them."""
    released = [node.key for node in graph.nodes if node.releases][: _KEPT // 2]
    findings = report.findings
    trails = sorted(
        graph.trails,
        key=lambda t: (not report.is_open(findings[t.finding]), findings[t.finding].position in _SETTLED),
    )
    told = {findings[trail.finding].source for trail in trails[:_KEPT]}
    sources = _sources(graph)
    named = [node.key for node in graph.nodes if node.key in sources and node.key.split(":")[1] in told]
    return {*released, *named[: _KEPT // 2]}


def fold(graph: Graph, kept: set[str]) -> Graph:
    """Fold every node that is not kept; a single node that nothing could be folded with stays."""
    groups = _groups(graph, kept)
    stands_for = {key: f"+{number}" for number, keys in enumerate(groups) for key in keys}
    nodes = {node.key: node for node in graph.nodes}
    sources = _sources(graph)
    folded = [
        _summary(f"+{number}", [nodes[key] for key in keys], sources) for number, keys in enumerate(groups)
    ]
    rest = [node for node in graph.nodes if node.key not in stands_for]
    return _renamed(graph, stands_for, (*rest, *folded))


def merge_steps(graph: Graph) -> Graph:
    """Merge each step with what it alone wrote, where it wrote nothing else: half the nodes for a small page."""
    written: dict[str, list[str]] = defaultdict(list)
    wrote: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        written[edge.target].append(edge.source)
        wrote[edge.source].append(edge.target)
    nodes = {node.key: node for node in graph.nodes}
    gone = {
        key: wrote[key][0]
        for key, node in nodes.items()
        if node.kind == "step" and len(wrote[key]) == 1 and written[wrote[key][0]] == [key]
    }
    gone = {step: made for step, made in gone.items() if nodes[made].kind not in ("step", "summary")}
    made_by = {made: nodes[step] for step, made in gone.items()}
    kept = tuple(
        _with_step(node, made_by[node.key]) if node.key in made_by else node
        for node in graph.nodes
        if node.key not in gone
    )
    return _renamed(graph, gone, kept)


def _with_step(node: Node, step: Node) -> Node:
    how = " · ".join(step.lines[1:]) or step.lines[0]
    lines = (*node.lines[:2], how)
    return replace(node, lines=lines, title=f"{node.title} {step.title}", added=node.added or step.added)


def _renamed(graph: Graph, stands_for: dict[str, str], nodes: tuple[Node, ...]) -> Graph:
    """The graph with other nodes in the place of some; what then runs from a node to itself is left out."""

    def moved(key: tuple[str, str, EdgeKind]) -> tuple[str, str, EdgeKind]:
        return stands_for.get(key[0], key[0]), stands_for.get(key[1], key[1]), key[2]

    edges: dict[tuple[str, str, EdgeKind], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        source, target, kind = moved(edge.key)
        if source != target:
            edges[source, target, kind].append(edge)
    trails = tuple(
        replace(
            trail,
            nodes=frozenset(stands_for.get(key, key) for key in trail.nodes),
            edges=frozenset(key for key in map(moved, trail.edges) if key[0] != key[1]),
        )
        for trail in graph.trails
    )
    return Graph(nodes, tuple(_joined(key, given) for key, given in edges.items()), trails)


def _joined(key: tuple[str, str, EdgeKind], edges: list[Edge]) -> Edge:
    title = edges[0].title if len(edges) == 1 else f"{count(len(edges), 'arrow')}: {EDGE_WORD[key[2]]}"
    return Edge(*key, title)


def _reached(graph: Graph, wanted: Callable[[int], bool]) -> set[str]:
    return {key for trail in graph.trails if wanted(trail.finding) for key in trail.nodes}


def _shared(graph: Graph, report: Report) -> set[str]:
    """Nodes on routes of open findings about different sources."""
    sources: dict[str, set[str]] = defaultdict(set)
    for trail in graph.trails:
        finding = report.findings[trail.finding]
        if report.is_open(finding):
            for key in trail.nodes:
                sources[key].add(finding.source or "")
    return {key for key, found in sources.items() if len(found) > 1}


def _sources(graph: Graph) -> set[str]:
    written = {edge.target for edge in graph.edges}
    return {node.key for node in graph.nodes if node.key not in written and not node.releases}


def _groups(graph: Graph, kept: set[str]) -> list[list[str]]:
    """Nodes to fold, by the kept nodes that lie next above and below them."""
    below = _nearest(graph, kept, forwards=True)
    above = _nearest(graph, kept, forwards=False)
    groups: dict[tuple[frozenset[str], frozenset[str]], list[str]] = defaultdict(list)
    for node in graph.nodes:
        if node.key not in kept:
            groups[below[node.key], above[node.key]].append(node.key)
    return [keys for keys in groups.values() if len(keys) > 1]


def _nearest(graph: Graph, kept: set[str], *, forwards: bool) -> dict[str, frozenset[str]]:
    """Every node to the kept nodes that are reached from it over nodes that are not kept."""
    following: dict[str, list[str]] = {node.key: [] for node in graph.nodes}
    for edge in graph.edges:
        source, target = (edge.source, edge.target) if forwards else (edge.target, edge.source)
        following[source].append(target)
    found: dict[str, frozenset[str]] = {}
    for key in _last_first(following):
        reached: set[str] = set()
        for after in following[key]:
            reached |= {after} if after in kept else found[after]
        found[key] = frozenset(reached)
    return found


def _last_first(following: dict[str, list[str]]) -> Iterable[str]:
    """Nodes so that each comes after all that follow it."""
    done: dict[str, None] = {}
    for start in following:
        path = [(start, iter(following[start]))]
        while path:
            waiting = next((key for key in path[-1][1] if key not in done), None)
            if waiting is None:
                done.setdefault(path.pop()[0])
            else:
                path.append((waiting, iter(following[waiting])))
    return done


def _summary(key: str, members: list[Node], sources: set[str]) -> Node:
    steps = sum(node.kind == "step" for node in members)
    word = "source" if all(node.key in sources for node in members) else "artifact"
    parts = [count(len(members) - steps, word)] if len(members) > steps else []
    parts += [count(steps, "step")] if steps else []
    names = [node.lines[0] for node in members if node.kind != "step"] or [node.lines[0] for node in members]
    shown = names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} more"]
    head = f"+{parts[0]}"
    lines = (head, f"and {parts[1]}" if len(parts) > 1 else "", ", ".join(shown))
    title = f"{listed(parts)}, folded: {listed(shown)}."
    return Node(
        key,
        "summary",
        tuple(line for line in lines if line),
        title,
        added=all(node.added for node in members),
        members=tuple(node.key for node in members),
    )
