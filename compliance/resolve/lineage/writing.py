"""The steps of a manifest by what they write and read, and what stands behind an artifact.

A step makes an artifact where it turns something else into it. Taking a copy, tidying it in place, collecting it, or a
step that is listed after the artifact was used erases nothing of what stands behind it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from compliance.model.declared.manifest import Step

T = TypeVar("T")
_MAKES_NOTHING = ("fetch", "other", "evaluate")
"""Kinds of step that make nothing, whatever they are said to write."""
_GATHERS = ("collect",)
WRITTEN_OUT = "~"
"""Sign in the ids of steps that write out a short form, as the parts of a whole; they say nothing of its making."""


_FROM_NOTHING = frozenset({"pretrain"})
"""Kinds of step that start from no weights: without inputs their data is left unsaid, not whose work it is."""


def makes(step: Step, key: str, *, known: bool) -> bool:
    """Whether the step turned something else into the artifact, so that it is not what it was before.

    `known` tells that the artifact carries a licence or a record of its own, which mere gathering leaves in place.
    """
    if key not in step.outputs or step.kind in _MAKES_NOTHING or (known and step.kind in _GATHERS):
        return False
    if WRITTEN_OUT in step.id:
        return False
    read = reads(step)
    if not read:
        return step.kind in _FROM_NOTHING and not known
    return key not in read


def is_work_here(step: Step) -> bool:
    """Whether the step turns something into what it writes, other than parts that whoever else made the whole put in.

    A whole that somebody published with its parts bears its name by right, as one without parts does.
    """
    return bool(reads(step)) and not (WRITTEN_OUT in step.id and step.by is not None)


class Writing:
    """The steps of a manifest by what they write and read."""

    def __init__(self, steps: Sequence[Step]) -> None:
        """Index the steps, which are in the order in which they are listed."""
        self._writers: dict[str, list[tuple[int, Step]]] = {}
        self._readers: dict[str, list[Step]] = {}
        self._first_read: dict[str, int] = {}
        self._kept: dict[str, dict[str, bool]] = {}
        for number, step in enumerate(steps):
            for output in dict.fromkeys(step.outputs):
                self._writers.setdefault(output, []).append((number, step))
            for item in dict.fromkeys(reads(step)):
                self._first_read.setdefault(item, number)
                self._readers.setdefault(item, []).append(step)

    def writers(self, key: str) -> list[Step]:
        """Every step that writes the artifact."""
        return [step for _, step in self._writers.get(key, ())]

    def readers(self, key: str) -> Sequence[Step]:
        """Every step that reads the artifact."""
        return self._readers.get(key, ())

    def makers(self, key: str, *, known: bool) -> tuple[Step, ...]:
        """The steps that made the artifact, in the order in which they are listed.

        Of what is `known` from elsewhere, a step that is listed after the artifact was read made nothing that was used.
        """
        used = self._first_read.get(key, sys.maxsize)
        return tuple(
            step
            for number, step in self._writers.get(key, ())
            if makes(step, key, known=known) and not (known and number > used)
        )

    def behind(self, key: str) -> set[str]:
        """Everything that the artifact was made from, over any number of steps."""
        return self._follow(key, lambda here: [item for step in self.writers(here) for item in reads(step)])

    def made_from(self, key: str) -> set[str]:
        """Everything that was made from the artifact, itself included."""
        return {key} | self._follow(
            key, lambda here: [output for step in self._readers.get(here, ()) for output in step.outputs]
        )

    def first_that_rests(self, told: Iterable[tuple[str, T]]) -> Mapping[str, T]:
        """What is told of the first of several artifacts that an artifact goes into or is, for every one that does."""
        found: dict[str, T] = {}
        for key, what in told:
            fresh = [] if key in found else [key]
            while fresh:
                found |= dict.fromkeys(fresh, what)
                read = [item for here in fresh for step in self.writers(here) for item in reads(step)]
                fresh = [item for item in dict.fromkeys(read) if item not in found]
        return found

    def some_behind(self, key: str, fits: Callable[[str], bool], known: dict[str, bool]) -> bool:
        """Whether something behind the artifact fits, itself left out.

        `known` keeps from question to question of which artifacts that is so, and of which it is not so, the artifact
        itself taken in; a thing that fits itself may lie behind itself, and is looked at anew.
        """
        known = {} if fits(key) else known
        if key in known:
            return known[key]
        led: dict[str, str] = {key: ""}
        waiting = [key]
        while waiting:
            here = waiting.pop()
            for item in (item for step in self.writers(here) for item in reads(step)):
                if item in led or known.get(item) is False:
                    continue
                if known.get(item) or fits(item):
                    while here:
                        known[here], here = True, led[here]
                    return True
                led[item] = here
                waiting.append(item)
        known |= dict.fromkeys(led, False)
        return False

    def some_behind_ever(self, key: str, wanted: Callable[[str], bool], what: str) -> bool:
        """Whether something behind the artifact is as `wanted`; kept under `what` for the next artifact."""
        return self.some_behind(key, wanted, self._kept.setdefault(what, {}))

    def _follow(self, key: str, onward: Callable[[str], list[str]]) -> set[str]:
        seen: set[str] = set()
        waiting = [key]
        while waiting:
            fresh = [item for item in onward(waiting.pop()) if item not in seen]
            seen.update(fresh)
            waiting += fresh
        return seen


def reads(step: Step) -> list[str]:
    """Ids of what a step reads."""
    return [item.artifact for given in step.inputs.values() for item in given]
