"""Releases of which not everything is asked, because something is not told; that is no clearance.

What a releaser owes counts for whoever releases: that nothing is open for somebody who does nothing says nothing of the
release. What products owe hangs on how others get them: where a hosted service runs in one, that has to be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.evaluate.world import World
from compliance.model.answered.cause import UNASKED
from compliance.model.answered.finding import NotCovered
from compliance.model.declared.lineage import ADDED, Lineage
from compliance.model.declared.manifest import Party, Release


def unasked(world: World) -> Iterator[NotCovered]:
    """Releases of which the manifest leaves something out, without which rules are put to nobody."""
    lineage = world.lineage
    others = [one for one in lineage.releases if not lineage.asks(lineage.releaser(one))]
    idle = len(others) == len(lineage.releases)
    for release in others:
        why = _why(world, release, idle=idle)
        if why:
            yield _told(lineage, release, why)
    for release in lineage.releases:
        if release not in others and (service := _running_in(world, release)):
            why = (
                f"{service} runs in it and how others get it is not told: rules on products and interfaces are put "
                "once its `access` is stated"
            )
            yield _told(lineage, release, why)


def _told(lineage: Lineage, release: Release, why: str) -> NotCovered:
    artifact = lineage.artifacts[release.artifact]
    return NotCovered(artifact.id, artifact.name, why, artifact.location, (release.key,), UNASKED)


def _running_in(world: World, release: Release) -> str:
    """Name of a hosted service that is put into a release of which nobody says how others get it."""
    if release.access != "unknown":
        return ""
    held = world.reaches(world.target(release).node)
    inside = (world.lineage.artifacts[key] for key, classes in held.items() if "derivative" in classes)
    return next((one.name for one in inside if one.kind == "service" and not one.added), "")


def _why(world: World, release: Release, *, idle: bool) -> str:
    """What is not told of a release by somebody else; empty where that leaves nothing open."""
    lineage = world.lineage
    asking, releaser = lineage.asking, lineage.releaser(release)
    unsaid = releaser.affiliate == "unknown" and "affiliate" in releaser.model_fields_set
    if unsaid and (asking is lineage.publisher or asking.affiliate == "yes"):
        return (
            f"{releaser.name} puts it out, and whether that belongs to the group of {lineage.publisher.name} is not "
            "known; write `affiliate` there"
        )
    if _made_by_asking(world, release):
        return (
            f"{asking.name} had a hand in it and {releaser.name} puts it out; what {asking.name} owes for handing it "
            f"on is asked where that is a release `by` {asking.name} as well"
        )
    if idle:
        return (
            f"{releaser.name} puts it out, and what {asking.name} does with it is not told; write the step and the "
            f"release `by` {asking.name}, for its own use too, or ask as {releaser.name}"
        )
    return ""


def _made_by_asking(world: World, release: Release) -> bool:
    """Whether a step of whoever asks lies behind a release, and what it wrote is no release of its own."""
    lineage = world.lineage
    released = {one.artifact for one in lineage.releases if lineage.asks(lineage.releaser(one))}
    waiting, seen, made = [world.target(release).node], set[int](), False
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        if lineage.versions[node][0] in released:
            # What goes into a release of its own is asked about there.
            continue
        for edge in world.table.incoming.get(node, ()):
            made = made or _of_asking(lineage, edge.step)
            waiting.append(edge.source)
    return made


def _of_asking(lineage: Lineage, step_id: str) -> bool:
    """Whether a step that the manifest tells is by whoever asks."""
    step = lineage.steps.get(step_id)
    party: Party | None = lineage.party(step.by) if step is not None and ADDED not in step_id else None
    return party is not None and lineage.asks(party)
