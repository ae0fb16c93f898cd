"""One thing released under several licences: each release of another licence gets an artifact of its own.

What a release grants is a matter of that release. An artifact carries one licence, so that the weights given away under
one and the same weights sold under another are two artifacts, made by the same steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.manifest import Release
from compliance.resolve.expansion.draft import Draft, changed


def differently_released(releases: Sequence[Release]) -> list[Release]:
    """Releases of something that an earlier one gives out under another licence or other statements."""
    first: dict[str, Release] = {}
    return [one for one in releases if _grant(one) != _grant(first.setdefault(one.artifact, one))]


def write_licences_out(draft: Draft) -> None:
    """Give each of these releases an artifact of its own, `id#release`, that the same steps write."""
    apart = {release.key for release in differently_released(draft.releases)}
    for n, release in enumerate(draft.releases):
        key = release.artifact
        if release.key not in apart or key not in draft.artifacts or draft.artifacts[key].license:
            continue
        own = f"{key}#{release.key}"
        draft.artifacts[own] = draft.artifacts[key]
        draft.same_place("artifacts", own, key)
        draft.steps = [
            changed(step, outputs=(*step.outputs, own)) if key in step.outputs else step
            for step in draft.steps
        ]
        draft.releases[n] = changed(release, id=release.key, artifact=own)


def _grant(release: Release) -> tuple[object, ...]:
    return release.license, release.statements
