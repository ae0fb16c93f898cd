"""Shares through a lineage: every version of every artifact, in the order in which they came to be.

Content that a model writes in a step descends from that model, and over further generations from whatever the model
was trained on any part of. Content that is carried over keeps its shares in the proportions of the mixture. Labels,
scores and filters write nothing; what a filter leaves is a selection, of which only all or nothing is certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.decide.shares.mixture import Part, mixed, selected
from compliance.model.declared.lineage import Artifact, Edge, Lineage
from compliance.model.declared.manifest import Input
from compliance.model.declared.share import (
    NOTHING,
    UNKNOWN,
    WHOLE,
    Ingredient,
    Share,
    SourceShare,
    StepShares,
)
from compliance.model.words.bound import possible_bound
from compliance.values import dataclass, field

_CONTENT = ("dataset", "document", "code")
_SELECTS = ("filter", "judge")
_NO_END = 1e30
"""Stands for a size of which no upper bound is stated."""


@dataclass(slots=True)
class Spread:
    """Shares of one source in every version."""

    lineage: Lineage
    source: str
    generations: bool
    """Whether what was written by models that were trained on the source's content counts too."""
    content: dict[int, Share] = field(default_factory=dict)
    touched: dict[int, Share] = field(default_factory=dict)
    """Of a model: whether it was trained on anything that counts: nothing, the whole, or not known."""
    training: dict[tuple[int, str], Share] = field(default_factory=dict)
    """Version of a model and training step to the share of the step's data."""


def shares_of(lineage: Lineage) -> tuple[StepShares, ...]:
    """The shares of every source in the data of every training step that leads to a release."""
    wanted = _behind_releases(lineage)
    sources = [one for one in lineage.artifacts.values() if _is_source(lineage, one)]
    without = {deep: spread_of(lineage, "", generations=deep) for deep in (False, True)}
    spreads = {
        (one.id, deep): spread_of(lineage, one.id, generations=deep, without=without[deep])
        for one in sources
        for deep in (False, True)
    }
    found = []
    for node, edges in sorted(_incoming(lineage).items()):
        for step, given in _by_step(edges).items():
            data = [edge for edge in given if "trained-on" in _relations(edge)]
            if node in wanted and lineage.artifact_of(node).kind == "model" and data:
                found.append(_step(lineage, node, step, data, sources, spreads))
    return tuple(found)


def _is_source(lineage: Lineage, artifact: Artifact) -> bool:
    """What writes content, and data that came from outside."""
    nodes = {n for n, (key, _) in enumerate(lineage.versions) if key == artifact.id}
    leaving = [edge for edge in lineage.edges if edge.source in nodes and not edge.over]
    if artifact.kind in ("model", "service"):
        return any("outputs" in _relations(edge) for edge in leaving)
    return artifact.maker is None and any({"data", "trained-on"} & _relations(e) for e in leaving if e.role)


def _step(
    lineage: Lineage,
    node: int,
    step: str,
    data: list[Edge],
    sources: Iterable[Artifact],
    spreads: dict[tuple[str, bool], Spread],
) -> StepShares:
    rows = []
    for source in sources:
        shallow, deep = spreads[source.id, False], spreads[source.id, True]
        any_depth = deep.training[node, step]
        if any_depth.high > 0:
            told = tuple(_ingredient(deep, edge, data) for edge in data)
            rows.append(
                SourceShare(
                    source.id, source.name, source.kind, shallow.training[node, step], any_depth, told
                )
            )
    rows.sort(key=lambda row: (-row.any_depth.high, -row.any_depth.low, row.source))
    sizes = [_size(lineage, edge) for edge in data]
    known = [size for size in sizes if size is not None]
    tokens = (
        (sum(low for low, _ in known), sum(high for _, high in known)) if len(known) == len(sizes) else None
    )
    kind = lineage.steps[step].kind
    return StepShares(step, kind, lineage.artifact_of(node).id, tokens, tuple(rows))


def _ingredient(spread: Spread, edge: Edge, data: list[Edge]) -> Ingredient:
    lineage, given = spread.lineage, _given(spread.lineage, edge)
    if given is not None and given.share is not None:
        weight = f"{given.share:.4g} of the mixture, stated"
    elif size := _size(lineage, edge):
        weight = f"{size[0]:.4g} tokens" if size[0] == size[1] else f"{size[0]:.4g} to {size[1]:.4g} tokens"
    elif len(data) == 1:
        weight = "the only input"
    else:
        weight = "proportion not stated"
    return Ingredient(lineage.artifact_of(edge.source).name, weight, _carried(spread, edge))


def spread_of(
    lineage: Lineage, source: str, *, generations: bool = True, without: Spread | None = None
) -> Spread:
    """Compute the shares of one source.

    `without` are those of a source that nothing descends from: what this one does not reach has them, too.
    """
    spread = Spread(lineage, source, generations)
    incoming = _incoming(lineage)
    reached: set[int] = set()
    for node in range(len(lineage.versions)):
        edges = incoming.get(node, [])
        here = lineage.artifact_of(node)
        if here.id == source or any(edge.source in reached for edge in edges):
            reached.add(node)
        elif without is not None:
            _as_without(spread, without, node, edges)
            continue
        if here.kind in _CONTENT:
            spread.content[node] = _content(spread, node, edges)
        else:
            _train(spread, node, edges)
    return spread


def _as_without(spread: Spread, without: Spread, node: int, edges: list[Edge]) -> None:
    for held, known in ((spread.content, without.content), (spread.touched, without.touched)):
        if node in known:
            held[node] = known[node]
    for step in dict.fromkeys(edge.step for edge in edges):
        if (node, step) in without.training:
            spread.training[node, step] = without.training[node, step]


def _content(spread: Spread, node: int, edges: list[Edge]) -> Share:
    here = spread.lineage.artifact_of(node)
    if here.id == spread.source:
        return WHOLE
    found = []
    for step, given in _by_step(edges).items():
        kind = spread.lineage.steps[step].kind
        writing = [edge for edge in given if "outputs" in _relations(edge)]
        carried = [edge for edge in given if "data" in _relations(edge)]
        share = _mixture(spread, writing).and_(_mixture(spread, carried))
        found.append(_any_part(share) if kind in _SELECTS else share)
    before = [edge for edge in edges if edge.carries and _was_something(spread.lineage, edge)]
    found += [spread.content[edge.source] for edge in before]
    total = found[0] if found else NOTHING
    for share in found[1:]:
        # How much each step added is not stated.
        total = total.or_(share)
    return total


def _train(spread: Spread, node: int, edges: list[Edge]) -> None:
    before = [edge.source for edge in edges if edge.carries or "weights" in _relations(edge)]
    touched = [spread.touched.get(one, NOTHING) for one in before]
    for step, given in _by_step(edges).items():
        data = [edge for edge in given if "trained-on" in _relations(edge)]
        if data:
            share = _mixture(spread, data)
            spread.training[node, step] = share
            touched.append(_touching(share))
    high = max((one.high for one in touched), default=0.0)
    spread.touched[node] = Share(max((one.low for one in touched), default=0.0), high)


def _mixture(spread: Spread, edges: list[Edge]) -> Share:
    parts = []
    for edge in edges:
        given = _given(spread.lineage, edge)
        stated = given.share if given is not None else None
        parts.append(Part(_carried(spread, edge), stated, _size(spread.lineage, edge)))
    return mixed(parts)


def _carried(spread: Spread, edge: Edge) -> Share:
    """Which part of what an input brings counts: of a writer all that it writes, or nothing."""
    source = spread.lineage.artifact_of(edge.source)
    if source.kind not in _CONTENT:
        if source.id == spread.source:
            return WHOLE
        return spread.touched.get(edge.source, NOTHING) if spread.generations else NOTHING
    share = selected(spread.content[edge.source], _whole_size(source), _used(spread.lineage, edge))
    # Of one of several things it is not known whether it was used at all; the others are weighed beside it.
    return share if edge.certain or () in edge.options else Share(0.0, share.high)


def _any_part(share: Share) -> Share:
    return share if share in (NOTHING, WHOLE) else UNKNOWN if share.high > 0 else NOTHING


def _touching(share: Share) -> Share:
    if share.low > 0:
        return WHOLE
    return NOTHING if share.high == 0 else UNKNOWN


def _was_something(lineage: Lineage, edge: Edge) -> bool:
    """Whether an earlier version held anything: before its first step, what steps make was nothing."""
    key, number = lineage.versions[edge.source]
    return number > 0 or lineage.artifacts[key].maker is None


def _relations(edge: Edge) -> set[str]:
    return {relation for option in edge.options for relation in option} if edge.role else set()


def _incoming(lineage: Lineage) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in lineage.edges:
        if not edge.over:
            found.setdefault(edge.target, []).append(edge)
    return found


def _by_step(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.role:
            found.setdefault(edge.step, []).append(edge)
    return found


def _given(lineage: Lineage, edge: Edge) -> Input | None:
    """The input of the step that an edge stands for."""
    key = lineage.versions[edge.source][0]
    return next((item for item in _items(lineage, edge) if key in item.named), None)


def _items(lineage: Lineage, edge: Edge) -> Iterator[Input]:
    for role, given in lineage.steps[edge.step].inputs.items():
        if role == edge.role:
            yield from given


def _used(lineage: Lineage, edge: Edge) -> tuple[float, float] | None:
    given = _given(lineage, edge)
    return _ends(given.tokens) if given is not None else None


def _whole_size(artifact: Artifact) -> tuple[float, float] | None:
    return _ends(artifact.tokens)


def _size(lineage: Lineage, edge: Edge) -> tuple[float, float] | None:
    return _used(lineage, edge) or _whole_size(lineage.artifact_of(edge.source))


def _ends(value: object) -> tuple[float, float] | None:
    stated = possible_bound(value) if value is not None else None
    if stated is None or stated.of is not None:
        return None
    return max(stated.low, 0.0), min(stated.high, _NO_END)


def _behind_releases(lineage: Lineage) -> set[int]:
    incoming = _incoming(lineage)
    waiting = [lineage.latest[release.artifact] for release in lineage.releases]
    seen = set(waiting)
    while waiting:
        fresh = {edge.source for edge in incoming.get(waiting.pop(), ())} - seen
        seen |= fresh
        waiting += fresh
    return seen
