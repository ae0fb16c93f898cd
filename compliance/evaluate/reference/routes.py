"""Routes of a lineage and their reach classes, straight from the definitions: for the reference evaluator.

Every route is walked edge by edge, and its class is read off its relations with the regular expressions by which the
classes are defined: no automaton, no bit sets. Slow; for small graphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compliance.model.declared.lineage import OFFERED, Edge, Lineage
from compliance.model.packs.reach import Reach
from compliance.model.packs.truth import Truth

_LETTERS = {"outputs": "o", "trained-on": "t", "weights": "w", "data": "d", "signal": "s", "loads": "l"}

# What a model wrote, as content: `outputs data*`; a model that is listed as content stands for what it wrote. Content
# that a package holds is passed on with it, as data or as a component.
_WROTE = "[od][dw]*"
# A model trained on what a model wrote; learning from a model directly is learning from what it wrote.
_LEARNT = f"(?:(?:{_WROTE})?tw*)"
# What content writes, as a package with a model in it does, is a further generation.
_FURTHER = f"(?:{_LEARNT}|{_WROTE}(?=o))*(?:{_LEARNT}|{_WROTE})"
_OF_MODEL: dict[Reach, str] = {
    "derivative": "w+",
    # Weights that hold the source's write and teach as the source does: no generation lies between.
    "copy": f"w*{_WROTE}",
    "student": f"w*{_LEARNT}",
    "descendant": f"w*(?:{_LEARNT}|{_WROTE}(?=o)){_FURTHER}",
}
# Content is what would follow an `outputs` relation.
_OF_CONTENT: dict[Reach, str] = {
    "copy": "[dw]+",
    "student": "[dw]*tw*",
    "descendant": f"(?:[dw]*tw*|[dw]*(?=o)){_FURTHER}",
}


def classes_of_route(kind: str, relations: Iterable[str]) -> frozenset[Reach]:
    """Reach classes of a route from an artifact of this kind, by the regular expressions of their definition."""
    text = "".join(_LETTERS[relation] for relation in relations)
    patterns = _OF_MODEL if kind in ("model", "service") else _OF_CONTENT
    found: set[Reach] = {name for name, pattern in patterns.items() if re.fullmatch(pattern, text)}
    if re.fullmatch(f"(?:{'|'.join(patterns.values())})?s[otwds]*", text):
        found.add("signal")
    # The weights themselves, or content, are loaded by software; packages of that software load them too.
    before = f"w*(?:{_WROTE})?" if kind in ("model", "service") else "[dw]*"
    if re.fullmatch(f"{before}l[wdl]*", text):
        found.add("loaded")
    return frozenset(found)


def is_entry(lineage: Lineage, edge: Edge) -> bool:
    """Whether by this edge an artifact enters another one."""
    return not edge.carries and lineage.versions[edge.source][0] != lineage.versions[edge.target][0]


def routes(lineage: Lineage, entry: Edge) -> set[tuple[int, tuple[str, ...], bool]]:
    """Every version that a route beginning with this edge arrives at, its relations, and whether all are settled."""
    found: set[tuple[int, tuple[str, ...], bool]] = set()
    waiting = [(entry.target, option, len(entry.options) == 1) for option in entry.options if option]
    while waiting:
        arrival = waiting.pop()
        if arrival in found:
            continue
        found.add(arrival)
        node, relations, settled = arrival
        for edge in (edge for edge in lineage.edges if edge.source == node):
            certain = settled and len(edge.options) == 1
            waiting += [(edge.target, relations + option, certain) for option in edge.options if option]
    return found


def reference_classes(lineage: Lineage, entry: Edge, node: int) -> dict[Reach, Truth]:
    """Classes by which the artifact that enters by this edge reaches a version: YES settled, UNKNOWN possible."""
    kind = lineage.artifact_of(entry.source).kind
    found: dict[Reach, Truth] = {}
    for arrived, relations, settled in routes(lineage, entry):
        if arrived == node:
            for reach in classes_of_route(kind, relations):
                if settled or reach not in found:
                    found[reach] = Truth.YES if settled else Truth.UNKNOWN
    if entry.target == node and entry.step.endswith(OFFERED):
        found["itself"] = Truth.YES
    return found
