"""Plans for a manifest: the pipeline as the judge of what a planner proposes."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compliance.decide.plan import search, survey
from compliance.decide.shares import shares_of
from compliance.errors import Fault, UsageError
from compliance.evaluate import evaluate
from compliance.load.manifest.manifest import LoadedManifest, load_waivers
from compliance.model.answered.plan import Costs, LicenceOutcome, Planning
from compliance.model.answered.report import Gate, Report
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.declared.share import StepShares
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.waiver import Waiver
from compliance.resolve import resolve
from compliance.resolve.expansion.variants import one_variant
from compliance.resolve.licences.papers import without_papers_to_come
from compliance.summarise import summarise, under_new_ids
from compliance.version import __version__


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a manifest: on which day, up to which reading, with what let pass."""

    loaded: LoadedManifest
    knowledge: Knowledge
    as_of: datetime.date
    gate: Gate = "plain"
    allowed: tuple[str, ...] = ()
    waivers: Sequence[Waiver] = ()

    def judge(self, manifest: Manifest, rules: Collection[str] = ()) -> tuple[Lineage, Report]:
        """The lineage and the report of a changed manifest, under some rules or, where none is named, under all."""
        manifest, _ = without_papers_to_come(manifest, self.as_of)
        lineage = resolve(manifest, self.knowledge.registry, self.loaded.where, self.loaded.used)
        report = summarise(
            evaluate(lineage, self.knowledge, self.as_of, rules),
            lineage,
            self.waivers,
            self.knowledge.used,
            manifest=self.loaded.document.name,
            manifest_sha256=self.loaded.document.sha256,
            project=manifest.project.id,
            title=manifest.project.title or manifest.project.id,
            tool=f"compliance {__version__}",
            gate=self.gate,
            allowed=self.allowed,
        )
        return lineage, report


def by_variant(question: Question) -> Mapping[str, Question]:
    """The question for each variant of the manifest, by its name; if it has none, the question itself without one."""
    manifest = question.loaded.manifest
    if not manifest.variants:
        return {"": question}
    return {
        name: replace(
            question,
            loaded=replace(question.loaded, manifest=one_variant(manifest, name)),
            waivers=tuple(_of_variant(question, name)) if question.waivers else (),
        )
        for name in manifest.variants
    }


def _of_variant(question: Question, name: str) -> Iterator[Waiver]:
    """The waivers that a check counts for a variant, under the ids of the manifest as that variant has it.

    In a check its releases, and what else is its own, are called with `@` and its name; nothing else is meant there.
    """
    loaded, ending = question.loaded, f"@{name}"
    known = resolve(loaded.manifest, question.knowledge.registry, loaded.where, loaded.used).artifacts
    for waiver in question.waivers:
        source = waiver.source
        if waiver.release.endswith(ending) and (source is None or source in known):
            yield waiver.model_copy(
                update={
                    "release": waiver.release.removesuffix(ending),
                    "source": source.removesuffix(ending) if source else None,
                }
            )


def accepted(path: pathlib.Path | None, knowledge: Knowledge) -> tuple[Waiver, ...]:
    """The waivers of a file, if there is one, under the ids that rules have now. Raises `InputError`."""
    if path is None:
        return ()
    return under_new_ids(load_waivers(path).waivers, (rule for _, rule in knowledge.rules()))[0]


def find_plans(question: Question, costs: Costs, *, alternatives: int = 1, answers: bool = True) -> Planning:
    """The cheapest sets of changes after which nothing is open.

    Raises `UsageError` for a manifest with variants, for the gate `never`, and where the solver is not installed.
    """
    _check(question)
    return search(
        question.loaded.manifest,
        question.knowledge,
        costs,
        question.judge,
        alternatives=alternatives,
        answers=answers,
    )


def find_licences(
    question: Question, costs: Costs, licences: Sequence[str] = ()
) -> tuple[LicenceOutcome, ...]:
    """Which licences every release can carry, and what speaks against the others on which reading."""
    _check(question)
    return survey(question.loaded.manifest, question.knowledge, costs, question.judge, licences)


def find_shares(loaded: LoadedManifest, knowledge: Knowledge) -> tuple[StepShares, ...]:
    """Which part of the data of every training step descends from which source."""
    return shares_of(resolve(loaded.manifest, knowledge.registry, loaded.where, loaded.used))


def _check(question: Question) -> None:
    if question.loaded.manifest.variants:
        what = "a manifest with variants cannot be planned for as a whole"
        raise UsageError(Fault(None, what, "write the variant that is meant into a manifest of its own"))
    if question.gate == "never":
        raise UsageError(Fault(None, "with the gate off nothing is open", "plan for narrow, plain or broad"))
