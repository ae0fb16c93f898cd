"""What the releases of a manifest say of everything that they rest on, and what is remembered of questions about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compliance.model.declared.manifest import Manifest, Release
from compliance.model.shapes.shape import last_day
from compliance.resolve.against.others_facts import made_of_nothing_named
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads


class Resting:
    """Releases by their artifacts, and what they say of what these were made from."""

    def __init__(self, full: Expanded, manifest: Manifest) -> None:
        """Follow the releases to all that goes into them, once for all artifacts."""
        self._writing = full.writing
        self._releases: dict[str, list[Release]] = {}
        for release in manifest.releases:
            self._releases.setdefault(release.artifact, []).append(release)
        dated = [(one.artifact, one.date) for one in manifest.releases if one.date]
        dated += [(item, step.period) for step in full.steps if step.period for item in reads(step)]
        dated.sort(key=lambda pair: last_day(pair[1].rpartition("/")[2]))
        self.dates = full.writing.first_that_rests(dated)
        """The earliest date of a step or a release that rests on an artifact."""
        self.told_of_data = made_of_nothing_named(full, manifest.releases)
        """What a release says of a model or of users who wrote, where none is named."""
        self._at_work = frozenset(
            item.artifact
            for step in full.steps
            for role, given in step.inputs.items()
            # What a program loads works for it; that from which weights start does not.
            if role not in ("base", "adapter", "component") or step.kind == "fetch"
            for item in given
            if full.artifacts[item.artifact].kind in ("model", "service")
        )
        self._packed = frozenset(
            item.artifact
            for step in full.steps
            if step.kind in ("bundle", "deploy")
            for role in ("base", "adapter", "component")
            for item in step.inputs.get(role, ())
            if full.artifacts[item.artifact].kind == "model"
        )
        self._answered: dict[object, dict[str, bool]] = {}
        self._anywhere: dict[object, bool] = {}

    def releases(self, key: str) -> Sequence[Release]:
        """The releases of an artifact."""
        return self._releases.get(key, ())

    def at_work(self, key: str) -> bool:
        """Whether a model writes, labels or judges: the weights from which a tune starts write none of its rows."""
        return key in self._at_work

    def does_its_work(self, key: str) -> bool:
        """Whether a program may do by it what it is offered for: a model at work in it, or packed into it."""
        return self.at_work(key) or key in self._packed

    def some_behind(self, key: str, wanted: object, fits: Callable[[str], bool]) -> bool:
        """Whether something behind the artifact fits what is wanted."""
        return self._writing.some_behind(key, fits, self._answered.setdefault(wanted, {}))

    def behind_any(self, wanted: object, fits: Callable[[str], bool]) -> bool:
        """Whether something behind any release fits what is wanted."""
        if wanted not in self._anywhere:
            self._anywhere[wanted] = any(self.some_behind(key, wanted, fits) for key in self._releases)
        return self._anywhere[wanted]
