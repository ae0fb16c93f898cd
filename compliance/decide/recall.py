"""Something upstream changed or was withdrawn: which releases does it reach, how, and where do their answers move."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compliance.decide.moves import pairs
from compliance.decide.supposing import Ask, World
from compliance.model.answered.exposure import Exposure, Way
from compliance.model.answered.report import ArtifactInfo, Report
from compliance.model.answered.supposed import Moved, Touched
from compliance.model.declared.lineage import Artifact
from compliance.model.packs.reach import Reach
from compliance.model.words.spelling import split_organisation, words


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is looked for: a name, or everything under a licence or of a provider or developer."""

    name: str = ""
    licence: str = ""
    provider: str = ""
    developer: str = ""

    @property
    def kind(self) -> str:
        """By which of them it is looked for."""
        return next((one for one in ("licence", "provider", "developer") if getattr(self, one)), "name")

    @property
    def value(self) -> str:
        """What is looked for, without that."""
        return self.name or self.licence or self.provider or self.developer

    def means(self, one: Artifact) -> bool:
        """Whether an artifact is one of those."""
        options = {key.lower() for ids in one.licence_options or (one.licences,) for key in ids}
        return (
            (not self.name or self._is_called(one))
            and (not self.licence or self.licence.lower() in options)
            and (not self.provider or self.provider.lower() == (one.provider or "").lower())
            and (not self.developer or self.developer.lower() == (one.developer or "").lower())
        )

    def _is_called(self, one: Artifact | ArtifactInfo) -> bool:
        """Whether it bears the name: by its id, or as names are spelled; an organisation counts where both give one."""
        if self.name.lower() in (one.name.lower(), one.id.lower()):
            return True
        (mine, name), (theirs, other) = split_organisation(self.name), split_organisation(one.name)
        same = words(name) == words(other) and bool(words(name))
        return same and (mine is None or theirs is None or words(mine) == words(theirs))

    def means_info(self, one: ArtifactInfo) -> bool:
        """Whether an artifact of a saved report is one of those, as far as the report tells."""
        told = (one.access or "").partition(",")[0].lower()
        return (
            (not self.name or self._is_called(one))
            and (not self.licence or self.licence.lower() in _licences(one.license or ""))
            and (not self.provider or self.provider.lower() == told)
            and not self.developer
        )


def _licences(expression: str) -> frozenset[str]:
    """The licences that a report names together or as a choice, and the whole, in small letters."""
    parts = re.split(r"(?i)[\s()]+(?:and|or|with)[\s()]+|[()]|, ", expression)
    return frozenset(one.strip().lower() for one in (*parts, expression))


def recalled(
    project: str, world: World, what: Recalled, exposures: Iterable[Exposure], ask: Ask, changed: World | None
) -> tuple[Touched, ...]:
    """The releases of a project that it reaches; `changed` is the world in which the change is supposed."""
    before = [one for one in ask(world) if one.own]
    after = [one for one in ask(changed) if one.own] if changed is not None else before
    rows = pairs(before, after)
    found = []
    for exposure in exposures:
        for one in exposure.exposed:
            if what.means(world.lineage.artifacts[one.artifact]):
                answers = tuple(
                    row
                    for row in rows
                    if (row.release, row.source) == (exposure.release, one.artifact)
                    and (row.moved or _weighs(row))
                )
                found.append(
                    Touched(
                        project, exposure.release, exposure.name, one.artifact, one.name, one.ways, answers
                    )
                )
    return tuple(found)


def with_licence(world: World, what: Recalled, licences: Sequence[str], text: str) -> World:
    """The world in which what is meant stands under another licence."""
    artifacts = {
        key: replace(
            one,
            licences=tuple(licences),
            licence_options=(),
            licence_text=text,
            licence_says="licence",
            contradictions=(),
        )
        if what.means(one)
        else one
        for key, one in world.lineage.artifacts.items()
    }
    return replace(world, lineage=replace(world.lineage, artifacts=artifacts))


def recalled_in(report: Report, what: Recalled) -> tuple[Touched, ...]:
    """The same out of a saved report, by the findings that it holds: no answer is put anew."""
    meant = {one.id: one.name for one in report.artifacts if what.means_info(one)}
    names = {one.id: one.name for one in report.releases}
    rows = pairs(report.findings, report.findings)
    reached: dict[tuple[str, str], dict[str, None]] = {
        (one.id, key): {}
        for one in report.releases
        for key in meant
        if key in _upstream(report, one.artifact)
    }
    for finding in report.findings:
        if finding.own and finding.source in meant:
            ways = reached.setdefault((finding.release, finding.source or ""), {})
            ways.update(dict.fromkeys(_WAY_OF[route.reach] for route in finding.routes))
    return tuple(
        Touched(
            report.title,
            release,
            names.get(release, release),
            source,
            meant[source],
            tuple(ways),
            tuple(r for r in rows if (r.release, r.source) == (release, source) and _weighs(r)),
            asked=False,
        )
        for (release, source), ways in reached.items()
    )


def _upstream(report: Report, artifact: str) -> set[str]:
    """Everything from which the steps of a report lead to an artifact, itself among them."""
    found, waiting = {artifact}, [artifact]
    while waiting:
        made = waiting.pop()
        given = {
            key
            for step in report.steps
            if made in step.outputs
            for key in (one.artifact for one in step.inputs)
        }
        waiting += given - found
        found |= given
    return found


def _weighs(row: Moved) -> bool:
    return any(one is not None and one.counts for one in (row.before, row.after))


_WAY_OF: dict[Reach, Way] = {
    "itself": "itself", "copy": "outputs", "student": "outputs", "descendant": "later generation",
    "derivative": "weights", "signal": "signal", "loaded": "loaded",
}  # fmt: skip
"""How an upstream came in, by the reach of a route that a report keeps."""
