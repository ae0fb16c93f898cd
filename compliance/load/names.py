"""Whether every name in a manifest points at something."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable

from compliance.errors import FaultCollector
from compliance.model.location import Location
from compliance.model.manifest import Manifest, Step

Where = Callable[[tuple[str | int, ...]], Location | None]


def check_references(manifest: Manifest, where: Where, faults: FaultCollector) -> None:
    """Collect dangling artifact and party names, and ids used twice."""
    for n, step in enumerate(manifest.steps):
        _check_step(n, step, manifest, where, faults)
    for n, release in enumerate(manifest.releases):
        if release.artifact not in manifest.artifacts:
            what = f"the release names {release.artifact!r}, which is no artifact"
            faults.report(
                where(("releases", n, "artifact")), what, _nearest(release.artifact, manifest.artifacts)
            )
    _twice((step.id for step in manifest.steps), "steps", where, faults)
    _twice((release.key for release in manifest.releases), "releases", where, faults)


def _check_step(n: int, step: Step, manifest: Manifest, where: Where, faults: FaultCollector) -> None:
    known = manifest.artifacts
    for role, inputs in step.inputs.items():
        for item in inputs:
            if item.artifact not in known:
                what = f"step {step.id!r} reads {item.artifact!r}, which is no artifact"
                faults.report(where(("steps", n, "inputs", role)), what, _nearest(item.artifact, known))
    for output in step.outputs:
        if output not in known:
            what = f"step {step.id!r} writes {output!r}, which is no artifact"
            faults.report(where(("steps", n, "outputs")), what, _nearest(output, known))
        elif known[output].kind == "service":
            what = f"step {step.id!r} writes the service {output!r}"
            faults.report(where(("steps", n, "outputs")), what, "write a model, and deploy it, instead")
    if step.by not in (None, manifest.publisher.id, *manifest.parties):
        what = f"step {step.id!r} is by {step.by!r}, which is no party"
        faults.report(where(("steps", n, "by")), what, _nearest(str(step.by), manifest.parties))


def _twice(ids: Iterable[str], place: str, where: Where, faults: FaultCollector) -> None:
    listed = list(ids)
    for key, times in Counter(listed).items():
        if times > 1:
            second = len(listed) - 1 - listed[::-1].index(key)
            faults.report(
                where((place, second)), f"{place} use the id {key!r} {times} times", "give each its own id"
            )


def _nearest(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else "add it, or correct the name"
