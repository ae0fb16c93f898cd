"""A Python module while it is read: its places, its bindings, and what was found."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compliance.acquire.code.bindings import Bindings, Value
from compliance.acquire.code.literals import Given, Told
from compliance.acquire.found import Found
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

Variables = Mapping[str, Sequence[tuple[str, Location, str]]]
"""Environment variable to the values that other files of the folder give it: value, place, line."""


@dataclass(slots=True)
class Module:
    """A module that is being read, and what was found in it."""

    name: str
    lines: list[str]
    bindings: Bindings
    stem: str
    variables: Variables
    line_map: Sequence[int] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its classes, with the dotted names of those that they descend from."""
    found: Found = field(default_factory=Found)
    trained: set[int] = field(default_factory=set)
    """Lines of calls whose result is trained."""
    has_trainer: bool = False
    takers: dict[int | str, str] = field(default_factory=dict)
    """By the identity of an expression, or the name of a variable, the one class that it is handed to."""
    compares: bool = False
    """Whether it only shows what several models say, by its name, and writes no file of rows."""
    shown: set[int] = field(default_factory=set)
    """Identities of calls in a notebook whose result is printed, and kept nowhere."""
    named: dict[int, tuple[str, ...]] | None = None
    """By the identity of a call, the names that are given what it makes; None until they are asked for."""
    at: ast.Call | None = None
    """The call that is being read."""
    ran: set[str] = field(default_factory=set)
    """Names of variables whose `generate` is called."""
    scored: set[str] = field(default_factory=set)
    """Names of variables that are called for their `logits` and never told to generate."""
    measured: set[str] = field(default_factory=set)
    """Names of variables that are only handed to what measures."""
    within: set[int] = field(default_factory=set)
    """Identities of calls that stand within such an argument."""

    def place(self, node: ast.AST) -> Location:
        """Where a node stands: in this file, or in that which it comes from."""
        if isinstance(node, Told):
            return node.place
        line = getattr(node, "lineno", 1)
        if self.line_map and line <= len(self.line_map):
            line = self.line_map[line - 1]
        return Location(self.name, line, getattr(node, "col_offset", 0) + 1)

    def words(self, node: ast.AST) -> str:
        """The line on which a node stands."""
        if isinstance(node, Told):
            return node.words
        line = getattr(node, "lineno", 1)
        return self.lines[line - 1].strip()[:200] if line <= len(self.lines) else ""

    def see(
        self, relation: MentionRelation, place: Location, how: str, value: Value, *, kind: ArtifactKind | None = None,
        endpoint: tuple[str | None, str | None] = (None, None), into: str | None = None, if_known: bool = False,
    ) -> None:  # fmt: skip
        """Add a sighting of the name that a value holds; one that another file names is seen at the call too."""
        relation = "none" if self.compares else relation
        through = f", through {' ← '.join(dict.fromkeys(value.trail[:3]))}" if value.trail else ""
        where = [(place, self.words(value.node))]
        if isinstance(value.node, Told) and not isinstance(value.node, Given) and self.at is not None:
            where.append((self.place(self.at), self.words(self.at)))
        for each, words in where:
            self.found.sightings.append(
                Sighting(value.text or "", relation, each, "code", how + through, words, kind, into,
                         provider=endpoint[0], route=endpoint[1], if_known=if_known)
            )  # fmt: skip
