"""Versions and edges: what steps wrote one after the other, and what each read saw.

An artifact that several steps write gets successive versions, each keeping what the earlier ones carried unless the
step says `replaces`. A read sees the latest version written before it; a step that goes on with an artifact in place
takes it as it stands where the step is listed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from compliance.model.declared.lineage import Edge
from compliance.model.declared.manifest import Step
from compliance.model.names.registry import Relations
from compliance.resolve.lineage.packed import WHOLE
from compliance.values import dataclass

Options = tuple[tuple[str, ...], ...]
"""Relation strings between which it is open what an input was; one where that is settled."""
LOADS = ("loads",)
SOFTWARE = ("code", "service")
"""Kinds that can make whoever runs them load weights."""
_ANSWERS = ("model", "service")
"""Kinds that answer: handed on in whatever role, they are there with their weights."""
_WRITTEN = ("dataset", "document")
"""Kinds that write nothing themselves: named as a teacher or a base, they are what is read."""


_MOVES = ("collect", "mix", "filter", "convert", "fetch", "other", "bundle")
"""Kinds of step that may do nothing but put rows somewhere else."""
_MOVED_AS = ("data", "source", "component", "unknown")
_FEW = 16
"""Sources of a mixture that are followed through it one by one; what a step does with more is told of the mixture."""


def _goes_on(relations: Sequence[str]) -> bool:
    """Whether anything of what is read goes on into what is written, beyond a choice or a score."""
    return any(one != "signal" for one in relations)


def _between(step: str, source: str, target: str, relations: tuple[str, ...]) -> tuple[str, ...]:
    """What the table's relations are between artifacts of these kinds: content is read, weights go on as weights.

    Software is passed on whole, with the weights that it may hold. `step` is the kind of the step between them.
    """
    if source == "code" and relations in (("data",), ("weights",)):
        return ("weights",)
    whole = target in (*SOFTWARE, "model") or step in WHOLE
    if source in _ANSWERS and whole and relations == ("data",):
        return ("weights",)
    if relations == ("weights",) and source in _WRITTEN:
        return ("data",)
    if relations[:1] == ("outputs",) and source in _WRITTEN:
        return relations[1:] or ("data",)
    if relations == ("outputs",) and source in _ANSWERS and target == "service":
        # A service is no text that somebody wrote: whatever answers in it, it runs on.
        return ("weights",)
    if relations[-1:] == ("trained-on",) and target in _WRITTEN:
        # Rows are written and not trained, whatever the step that keeps them is called.
        return relations[:-1] or ("data",)
    return relations


@dataclass(frozen=True, slots=True)
class Moved:
    """A version whose content steps only moved."""

    origin: int
    over: tuple[str, ...]
    """The artifacts into which it was moved, in their order."""
    by: str
    """Id of the step that moved it first."""


class Graph:
    """Builds versions and edges step by step."""

    def __init__(
        self,
        kinds: Mapping[str, str],
        relations: Relations,
        known_past: Collection[str] = (),
        measuring: Collection[str] = (),
        answering: Collection[str] = (),
    ) -> None:
        """Start with one version, number 0, of every artifact.

        `kinds` are those of the artifacts by id, `known_past` the ids of steps that the registry added, `measuring` the
        tools that write nothing that stays, `answering` the programs that hold a model or call a service.
        """
        self.kinds = kinds
        self._known_past = frozenset(known_past)
        self._measuring = frozenset(measuring)
        self._answering = frozenset(answering)
        self.relations = relations
        self.versions: list[tuple[str, int]] = [(key, 0) for key in kinds]
        self.latest = {key: n for n, key in enumerate(kinds)}
        self.edges: list[Edge] = []
        self._from_registry: set[int] = set()
        self._moved: dict[int, tuple[Moved, ...]] = {}
        """Of a version into which a step only moved content: the versions that it comes from, and how."""
        self.warnings: list[str] = []

    def add(self, step: Step) -> None:
        """Write the step's outputs as new versions and draw its edges."""
        reads = [
            (role, item, self.latest[item.artifact]) for role, given in step.inputs.items() for item in given
        ]
        fresh = [
            (output, self.latest[output], self._new_version(output)) for output in dict.fromkeys(step.outputs)
        ]
        for output, before, node in fresh:
            kind = self.kinds[output]
            if not self._starts_afresh(step, output) or before in self._from_registry:
                self._carry(before, node, kind, step.id)
            if step.id in self._known_past:
                self._from_registry.add(node)
            for role, item, source in reads:
                kinds = (self.kinds[item.artifact], kind)
                options = self.options(step, role, item.artifact, kind)
                if item.one_of and () not in options:
                    options = (*options, ())
                self._draw(source, node, options, kinds, step, role)
                for moved in self._moved.get(source, ()) if () not in options else ():
                    origin = self.versions[moved.origin][0]
                    found = self.options(step, role, origin, kind)
                    kinds = (self.kinds[origin], kind)
                    self._draw(moved.origin, node, found, kinds, step, role, moved)
        for output, _, node in fresh:
            self._moved |= self._only_moved(step, output, node)
            self.latest[output] = node

    def _only_moved(self, step: Step, output: str, node: int) -> dict[int, tuple[Moved, ...]]:
        """Where a version comes from that a step wrote by moving rows of other artifacts, over steps of that kind."""
        given = [item.artifact for role, items in step.inputs.items() if role != "tool" for item in items]
        content = {*_MOVED_AS} >= {role for role, items in step.inputs.items() if role != "tool" and items}
        rows = all(self.kinds[key] in _WRITTEN for key in (*given, output))
        if (
            step.kind not in _MOVES
            or not given
            or len(given) > _FEW
            or not content
            or not rows
            or output in given
        ):
            return {}
        before = [Moved(self.latest[key], (output,), step.id) for key in given]
        behind = [
            Moved(one.origin, (*one.over[1 - _FEW :], output), one.by)
            for key in given
            for one in self._moved.get(self.latest[key], ())
            # Of a long chain of moves its beginnings and its last link are told, so that its cost stays in proportion.
            if one.origin not in self._moved
        ]
        return {node: tuple((*before, *behind)[:_FEW])}

    def _starts_afresh(self, step: Step, output: str) -> bool:
        """Whether a step that claims to replace an artifact surely makes it out of something else.

        One that makes nothing of what it reads, or of which that is not settled, discards nothing either; nor does one
        that reads what it writes in a role from which nothing goes on. What the registry knows of an artifact's making
        is not undone by any step.
        """
        if not step.replaces:
            return False
        given = [(role, item) for role, items in step.inputs.items() for item in items]
        found = [
            (item.artifact, self.options(step, role, item.artifact, self.kinds[output]))
            for role, item in given
        ]
        # What is read only to look at, and written, is there before and after.
        looked_at = any(item == output and not all(map(_goes_on, options)) for item, options in found)
        return not looked_at and any(all(options) for _, options in found)

    def load(self, step: Step, into: Sequence[str]) -> None:
        """Draw what software makes its user load, into released software that the step itself does not name."""
        for output in dict.fromkeys(into):
            before, node = self.latest[output], self._new_version(output)
            kind = self.kinds[output]
            self._carry(before, node, kind, step.id)
            for role, given in step.inputs.items():
                for item in given:
                    source = self.latest[item.artifact]
                    if item.artifact != output:
                        self._draw(source, node, (LOADS,), (self.kinds[item.artifact], kind), step, role)
            self.latest[output] = node

    def _new_version(self, key: str) -> int:
        self.versions.append((key, self.versions[self.latest[key]][1] + 1))
        return len(self.versions) - 1

    def _carry(self, before: int, node: int, kind: str, step: str) -> None:
        carried = self.relations.carry.get(kind, ())
        if carried:
            self.edges.append(Edge(before, node, (carried,), step))

    def _draw(
        self,
        source: int,
        node: int,
        found: Options,
        kinds: tuple[str, str],
        step: Step,
        role: str,
        moved: Moved | None = None,
    ) -> None:
        options = tuple(dict.fromkeys(_between(step.kind, *kinds, one) for one in found))
        if any(options):
            over, by = (moved.over, moved.by) if moved else ((), "")
            self.edges.append(Edge(source, node, options, step.id, role, over, by))

    def options(self, step: Step, role: str, source: str, into: str) -> Options:
        """Relation strings that the role may stand for in this step; several where the role is not settled."""
        table, kind = self.relations.relations.get(step.kind, {}), self.kinds[source]
        if role == "tool" and source in self._answering:
            kind = "model"
        if self._cannot_be(step, role, kind):
            return self._unsettled(step, role, kind)
        if role in table:
            found: tuple[str, ...] = table[role]
            if not found and step.kind == "annotate" and source in self._measuring:
                return (("signal",),)
            if not found or (found == LOADS and into not in SOFTWARE):
                return self._unsettled(step, role, kind)
            # A program writes nothing of its own into what people make with it.
            return ((),) if kind == "code" and role == "tool" and "outputs" in found else (found,)
        possible = dict.fromkeys(relation for relation in table.values())
        if not any(possible):
            return self._unsettled(step, role, kind)
        if role != "unknown":
            self.warnings.append(
                f"step {step.id}: what a {role!r} is in a {step.kind} step is not settled; it is asked where the "
                "answer could decide something"
            )
        return tuple(dict.fromkeys([*possible, ()]))

    def _cannot_be(self, step: Step, role: str, kind: str) -> bool:
        """Whether what is of this kind cannot have the role in such a step, whatever the table makes of the role."""
        return any(
            step.kind in one.steps and kind in one.from_ and role in one.roles
            for one in self.relations.unsettled
        )

    def _unsettled(self, step: Step, role: str, kind: str) -> Options:
        """What an input may have been for a step that writes something and is said to make nothing of it."""
        if kind == "code" and role == "tool":
            return ((),)
        given = [
            relation
            for one in self.relations.unsettled
            if step.kind in one.steps and kind in one.from_ and (not one.roles or role in one.roles)
            for relation in one.relations
        ]
        if not given:
            return ((),)
        self.warnings.append(
            f"step {step.id} ({step.kind}): the role {role!r} does not tell what went in as it; that is asked where "
            "the answer could decide something"
        )
        return tuple(dict.fromkeys([*given, ()]))
