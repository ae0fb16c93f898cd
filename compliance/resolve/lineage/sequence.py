"""The order in which steps happened.

Steps listed before what they read are moved behind it where some order allows that; a read that no order can satisfy is
an error that names the loop.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from compliance.errors import FaultCollector, listed
from compliance.model.declared.manifest import Step
from compliance.model.shapes.location import Location

MAX_TOLD = 12
"""Steps of a loop, and outputs of a step, that a message names."""
PARTS = "~parts"
"""Ends the id of the step that puts its parts into a whole; behind it stands which of several such steps it is."""
_STEP = "step:"
"""Before the id of a step that others wait for; no id of an artifact holds such a sign."""


def in_order(
    steps: Sequence[Step],
    where: Mapping[str, Location | None],
    faults: FaultCollector,
    known_past: Collection[str] = (),
    called: Mapping[str, str] = MappingProxyType({}),
) -> list[Step]:
    """The steps, each after a step that wrote what it reads; the listed order is kept wherever it can be.

    What the registry added, `known_past`, happened before anybody read what it wrote: all of it comes first, unless the
    manifest has it wait for what is made only afterwards. `called` holds names of artifacts, by which a loop tells
    whose records it is made of.
    """
    lacks = _lacks(steps)
    whole = _with_every_writer(steps, _with_parts(steps, _lacks(steps, known_past)))
    done = _done(steps, whole)
    if len(done) < len(steps) and whole != lacks:
        done = _done(steps, lacks)
    waiting = {number: step for number, step in enumerate(steps) if number not in done}
    if waiting:
        _report(waiting, lacks, where, faults, known_past, called)
    return [*done.values(), *waiting.values()]


def _done(steps: Sequence[Step], lacks: Sequence[set[str]]) -> dict[int, Step]:
    """The steps that can follow each other, in their order; what the others lack is left in `lacks`."""
    readers: dict[str, list[int]] = {}
    for number, items in enumerate(lacks):
        for item in items:
            readers.setdefault(item, []).append(number)
    # Of those that can follow, the first listed does; a sorted list is a heap.
    ready = [number for number, items in enumerate(lacks) if not items]
    done: dict[int, Step] = {}
    while ready:
        number = heapq.heappop(ready)
        done[number] = steps[number]
        for output in (*dict.fromkeys(steps[number].outputs), _STEP + steps[number].id):
            for reader in readers.pop(output, ()):
                lacks[reader].discard(output)
                if not lacks[reader]:
                    heapq.heappush(ready, reader)
    return done


def _lacks(steps: Sequence[Step], known_past: Collection[str] = ()) -> list[set[str]]:
    """For each step what has to be written before it, and which steps of a known past must have happened."""
    writers: dict[str, list[Step]] = {}
    for step in steps:
        for output in dict.fromkeys(step.outputs):
            writers.setdefault(output, []).append(step)
    # What every writer goes on with in place came from outside, and is there from the start.
    there = {key for key, each in writers.items() if all(key in _reads(step) for step in each)}
    # What a step goes on with in place it takes as it is; everything else must have been written.
    lacks = [
        {item for item in _reads(step) if item in writers and item not in there and item not in step.outputs}
        for step in steps
    ]
    if known_past:
        for items, first in zip(lacks, _happened_before(steps, writers, known_past), strict=True):
            items |= first
    return lacks


def _with_parts(steps: Sequence[Step], lacks: list[set[str]]) -> list[set[str]]:
    """What steps lack, where who reads a whole before it is listed waits until its parts are in it, too."""
    first: dict[str, tuple[int, str]] = {}
    for number, step in enumerate(steps):
        for output in step.outputs:
            if step.id.startswith(f"{output}{PARTS}"):
                first.setdefault(output, (number, _STEP + step.id))
    for number, step in enumerate(steps):
        read = {item for item in _reads(step) if item in first and item not in step.outputs}
        lacks[number] |= {first[item][1] for item in read if number < first[item][0]}
    return lacks


def _with_every_writer(steps: Sequence[Step], lacks: list[set[str]]) -> list[set[str]]:
    """What steps lack, where who reads something before any step that writes it is listed waits for all of these.

    Which of them came before the reading is not said, and nothing of what they put in is erased by an order of listing.
    A writer that itself waits for the reader came after it.
    """
    writers: dict[str, list[int]] = {}
    for number, step in enumerate(steps):
        for output in dict.fromkeys(step.outputs):
            writers.setdefault(output, []).append(number)
    several = {key: each for key, each in writers.items() if len(each) > 1}
    readers: dict[str, list[int]] = {}
    for number, step in enumerate(steps if several else ()):
        for item in dict.fromkeys(_reads(step)):
            readers.setdefault(item, []).append(number)
    for number, step in enumerate(steps):
        for key in {item for item in _reads(step) if item in several and item not in step.outputs}:
            if number < several[key][0]:
                after = _waiting_for(number, steps, readers)
                lacks[number] |= {_STEP + steps[one].id for one in several[key] if one not in after}
    return lacks


def _waiting_for(step: int, steps: Sequence[Step], readers: Mapping[str, Sequence[int]]) -> set[int]:
    """The steps that read, over any number of steps, what one step writes, and that step."""
    ahead, waiting = {step}, [step]
    while waiting:
        new = {one for key in steps[waiting.pop()].outputs for one in readers.get(key, ())} - ahead
        ahead |= new
        waiting += new
    return ahead


def _happened_before(
    steps: Sequence[Step], writers: Mapping[str, Sequence[Step]], known_past: Collection[str]
) -> Iterator[set[str]]:
    """For each step those of a known past that wrote what it reads or writes; those of one past follow each other."""
    # One past in one step is waited for by its name already.
    past = {
        key: [_STEP + step.id for step in each if step.id in known_past]
        for key, each in writers.items()
        if len(each) > 1
    }
    before: dict[str, str] = {}
    for step in steps:
        read = {one for key in _reads(step) if key not in step.outputs for one in past.get(key, ())}
        written = [key for key in dict.fromkeys(step.outputs) if past.get(key)]
        if step.id in known_past:
            yield read | {before[key] for key in written if key in before}
            before.update(dict.fromkeys(written, _STEP + step.id))
        else:
            yield read | {one for key in written for one in past[key]}


def _reads(step: Step) -> list[str]:
    return [item.artifact for inputs in step.inputs.values() for item in inputs]


def _report(
    waiting: Mapping[int, Step],
    lacks: Sequence[Collection[str]],
    where: Mapping[str, Location | None],
    faults: FaultCollector,
    known_past: Collection[str],
    called: Mapping[str, str],
) -> None:
    """Tell of a loop, and by which names the registry knows what of it no manifest lists."""
    ring = _ring(waiting, lacks)
    advice = "let one of these steps start from another artifact"
    outputs = [output for step in ring if step.id in known_past for output in step.outputs]
    names = dict.fromkeys(called[one] for one in outputs if one in called)
    known = f"; known from records: {listed(names)}" if names else ""
    if names and all(step.id in known_past for step in ring):
        advice = "correct one of these records: `compliance rules lint` tells rings of one's own"
    first = next(iter(waiting.values()))
    faults.report(where.get(first.id), f"steps wait for each other in a loop: {_told(ring)}{known}", advice)


def _ring(waiting: Mapping[int, Step], lacks: Sequence[Collection[str]]) -> list[Step]:
    """Steps each of which waits for the next one, and the last for the first."""
    writer: dict[str, int] = {}
    for number, step in waiting.items():
        for output in step.outputs:
            writer.setdefault(output, number)
    number, path = next(iter(waiting)), dict[int, None]()
    while number not in path:
        path[number] = None
        number = writer[next(item for item in _reads(waiting[number]) if item in lacks[number])]
    return [waiting[one] for one in list(path)[list(path).index(number) :]]


def _told(ring: Sequence[Step]) -> str:
    """The steps of a ring with what they write, and the first once more at its end; the first ones of very many."""
    told = [*ring, ring[0]] if len(ring) <= MAX_TOLD else ring[:MAX_TOLD]
    words = [f"{one.id} (writes {', '.join(one.outputs[:MAX_TOLD])})" for one in told]
    rest = [] if len(ring) <= MAX_TOLD else [f"and {len(ring) - MAX_TOLD} more, round to the first"]
    return " <- ".join([*words, *rest])
