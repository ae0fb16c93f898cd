"""The whole program on one page: load, resolve, evaluate, summarise. Read this first.

`lineage.yaml` -> Manifest -> Lineage -> Evaluation -> Report; renderers turn the report into bytes.
"""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from compliance.errors import FaultCollector
from compliance.evaluate import evaluate
from compliance.evaluate import world as evaluated
from compliance.evaluate.overall.own_registry import settled_by_own_registry, without_own_registry
from compliance.evaluate.overall.own_rules import left_open_by_bundled_rules, spoken_of_by_own_rules
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import LoadedManifest, check_manifest, load_manifest, load_waivers
from compliance.load.manifest.pasted import answered
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import ClauseQuote, Evaluation, Finding, NotCovered
from compliance.model.answered.report import Gate, Report
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.waiver import Waiver
from compliance.model.words.placeholder import FILL_IN, UNFILLED
from compliance.resolve import resolve
from compliance.resolve.against.oddities import odd_dates
from compliance.resolve.against.reasons import without_reasons_to_come
from compliance.resolve.licences.papers import without_papers_to_come
from compliance.summarise import compared, quoted, summarise, under_new_ids
from compliance.summarise.unfilled import told_where_asked
from compliance.values import dataclass, replace
from compliance.version import __version__

if TYPE_CHECKING:
    # What a check does without is loaded by whoever asks for it.
    from compliance.decide.recall import Recalled
    from compliance.decide.supposing import World
    from compliance.model.answered.exposure import Exposure
    from compliance.model.answered.supposed import Comparison, Outcome, Touched
    from compliance.model.declared.lineage import Artifact, Lineage
    from compliance.model.packs.scenario import Change, Scenario

__all__ = [
    "artifacts", "check", "check_loaded", "check_text", "compare", "compared", "evaluate_manifest", "exposure",
    "load_manifest", "load_packs", "recall", "resolved", "whatif",
]  # fmt: skip


def check(
    manifest: pathlib.Path | str,
    *,
    packs: Knowledge | None = None,
    as_of: datetime.date,
    waivers: pathlib.Path | None = None,
    gate: Gate = "plain",
    allowed: Sequence[str] = (),
    store: pathlib.Path | None = None,
    told: Sequence[str] = (),
    tried: int | None = 0,
) -> Report:
    """Check a manifest file against packs and return the finished report.

    `store` is a folder of pinned texts out of which cited clauses are quoted; `told` is what the caller has to say in
    the report, such as who set the gate. Answers of the first `tried` questions (None: of all) are tried out on the
    whole manifest, each for the cost of an evaluation. Raises `InputError` for a manifest,
    waiver file or pinned text that cannot be used, `PackError` for such a pack.
    """
    knowledge = packs if packs is not None else load_packs()
    loaded = load_manifest(pathlib.Path(manifest), knowledge)
    accepted = load_waivers(waivers).waivers if waivers is not None else ()
    quotes = _quotes(store, knowledge) if store is not None else {}
    report = check_loaded(loaded, knowledge, as_of, accepted, gate, tuple(allowed), quotes, told)
    if tried == 0 or not report.questions:
        return report
    from compliance.decide.answering import Lines, with_consequences

    def retry(lines: Lines) -> Report | None:
        changed = _with_answers(loaded, lines)
        if changed is None:
            return None
        return check_loaded(changed, knowledge, as_of, accepted, gate, tuple(allowed), briefly=True)

    return with_consequences(report, retry, tried)


def _with_answers(
    loaded: LoadedManifest, lines: Sequence[tuple[tuple[str, ...], str]]
) -> LoadedManifest | None:
    """The manifest with answers written into it; None where they do not fit."""
    values = [(path, parse_yaml(value, "answer").data) for path, value in lines]
    document = answered(loaded.document, values)
    manifest = validate(document, Manifest, collector=FaultCollector())
    return replace(loaded, manifest=manifest, document=document) if manifest is not None else None


def _quotes(store: pathlib.Path, knowledge: Knowledge) -> dict[str, ClauseQuote]:
    """The words of recorded clauses by their fingerprint, from the texts pinned in a store."""
    from compliance.model.known.policy_text import cited_versions
    from compliance.text.keep.pin import Store
    from compliance.text.keep.pin_quotes import pinned_quotes

    found = pinned_quotes(Store(store), cited_versions(knowledge))
    return {key: ClauseQuote(one.words, one.digest, one.captured_on) for key, one in found.items()}


def check_text(text: str, name: str, *, packs: Knowledge, as_of: datetime.date) -> Report:
    """Check a manifest given as text; `name` stands for its file in messages."""
    return check_loaded(check_manifest(parse_yaml(text, name), packs), packs, as_of)


def check_loaded(
    loaded: LoadedManifest,
    knowledge: Knowledge,
    as_of: datetime.date,
    waivers: Sequence[Waiver] = (),
    gate: Gate = "plain",
    allowed: tuple[str, ...] = (),
    quotes: Mapping[str, ClauseQuote] = MappingProxyType({}),
    told: Sequence[str] = (),
    *,
    briefly: bool = False,
) -> Report:
    """The pure middle: resolve, evaluate, summarise; `quotes` are words of clauses by their fingerprint.

    `briefly` leaves out what readers want beside positions: where answers lead, what is due, whose packs count.
    """
    loaded, to_come = _held_on(loaded, as_of)
    manifest = loaded.manifest
    lineage = resolve(manifest, knowledge.registry, loaded.where, loaded.used)
    waivers, renamed = under_new_ids(waivers, (rule for _, rule in knowledge.rules()) if waivers else ())
    warnings = (*told, *renamed, *loaded.warnings, *to_come, *lineage.warnings, *odd_dates(manifest, as_of))
    lineage = replace(lineage, warnings=tuple(dict.fromkeys(warnings)))
    found = evaluate(lineage, knowledge, as_of, briefly=briefly)
    evaluation = _with_shares(quoted(found, quotes), lineage)
    own = () if briefly else _resting_on_own(loaded, evaluated.World(lineage, knowledge, as_of), evaluation)
    lineage = replace(lineage, warnings=(*lineage.warnings, *own))
    report = summarise(
        _with_unfilled(evaluation, loaded), lineage, waivers, knowledge.used,
        manifest=loaded.document.name,
        manifest_sha256=loaded.document.sha256,
        project=manifest.project.id,
        title=manifest.project.title or manifest.project.id,
        tool=f"compliance {__version__}",
        gate=gate, allowed=allowed, facts=knowledge.facts,
    )  # fmt: skip
    return told_where_asked(report, lineage, knowledge.facts)


def _held_on(loaded: LoadedManifest, as_of: datetime.date) -> tuple[LoadedManifest, tuple[str, ...]]:
    """The manifest with what its papers show on a day, and what is said of those that are to come."""
    manifest, papers = without_papers_to_come(loaded.manifest, as_of)
    manifest, reasons = without_reasons_to_come(manifest, as_of)
    return replace(loaded, manifest=manifest), (*papers, *reasons)


def _resting_on_own(loaded: LoadedManifest, world: evaluated.World, evaluation: Evaluation) -> Iterator[str]:
    """What rests on rules of further folders alone, and what would be open without their registry files."""
    yield from spoken_of_by_own_rules(world, evaluation.findings)
    yield from left_open_by_bundled_rules(world, evaluation)
    alone = without_own_registry(world.knowledge)
    if alone is not None:
        lineage = resolve(loaded.manifest, alone.registry, loaded.where, loaded.used)
        yield from settled_by_own_registry(evaluate(lineage, alone, world.as_of), evaluation)


def _with_unfilled(evaluation: Evaluation, loaded: LoadedManifest) -> Evaluation:
    """With places where a placeholder stands, told for every release: what it keeps open may be asked of any."""
    why = f"{FILL_IN} or the like answers nothing; write what holds, or take the line out"
    nobody = "nobody is named, and who is bound hangs on it"
    releases = tuple(release.key for release in loaded.manifest.releases)
    unfilled = [
        NotCovered(
            one.path,
            one.path,
            nobody if one.path == "publisher.name" else why,
            str(one.place),
            releases,
            UNFILLED,
        )
        for one in loaded.unfilled
    ]
    return replace(evaluation, not_covered=(*unfilled, *evaluation.not_covered)) if unfilled else evaluation


def _with_shares(evaluation: Evaluation, lineage: Lineage) -> Evaluation:
    """Where mixtures are stated, findings tell the share of their source."""
    given = (item for step in lineage.steps.values() for each in step.inputs.values() for item in each)
    if all(item.share is None and item.tokens is None for item in given):
        return evaluation
    from compliance.decide.shares import with_portions

    return replace(evaluation, findings=with_portions(lineage, evaluation.findings))


def evaluate_manifest(manifest: Manifest, knowledge: Knowledge, as_of: datetime.date) -> Evaluation:
    """Resolve and evaluate a manifest that is already a value, without a report."""
    manifest, _ = without_papers_to_come(manifest, as_of)
    return evaluate(resolve(manifest, knowledge.registry), knowledge, as_of)


def whatif(loaded: LoadedManifest, knowledge: Knowledge, as_of: datetime.date, scenario: Scenario) -> Outcome:
    """What a scenario would make of a manifest; it never counts for a check."""
    from compliance.decide import whatif as scenarios
    from compliance.decide.supposing import World

    lineage = resolved(_held_on(loaded, as_of)[0], knowledge)
    return scenarios.run(scenario, World(lineage, knowledge, as_of), scenarios.Means(_ask, _expose))


def exposure(
    loaded: LoadedManifest, knowledge: Knowledge, as_of: datetime.date, origins: Sequence[str]
) -> tuple[Exposure, ...]:
    """What the releases hold of some origins, and which texts look at that, whoever publishes."""
    from compliance.decide.substitution import told_of
    from compliance.evaluate.overall.exposure import exposures
    from compliance.resolve.names.read_where import read_where

    lineage = resolved(_held_on(loaded, as_of)[0], knowledge)
    findings = evaluate(lineage, knowledge, as_of).findings
    world = evaluated.World(lineage, knowledge, as_of)
    found = exposures(world, findings, origins=origins, anyone=True)
    return told_of(found, read_where(lineage.artifacts.values(), knowledge.registry))


@dataclass(frozen=True, slots=True)
class Setting:
    """One of two settings that are compared: a manifest, packs and a day."""

    loaded: LoadedManifest
    knowledge: Knowledge
    as_of: datetime.date


def compare(first: Setting, second: Setting) -> Comparison:
    """What moves between two settings, and which of manifest, packs and day moves it alone."""
    from compliance.decide import compare as comparing

    pairs = {
        "the manifest": replace(first, loaded=second.loaded),
        "the packs": replace(first, knowledge=second.knowledge),
        "the day": replace(first, as_of=second.as_of),
    }
    halves = {word: _checked(one).findings for word, one in pairs.items() if one not in (first, second)}
    return comparing.compare(_checked(first), _checked(second), halves)


def _checked(one: Setting) -> Report:
    return check_loaded(one.loaded, one.knowledge, one.as_of)


def recall(
    one: Setting, what: Recalled, changes: Sequence[Change] = (), licence: str | None = None
) -> tuple[Touched, ...]:
    """The releases of a manifest that something upstream reaches; with what a change of it, or of its terms, moves."""
    from compliance.decide.recall import recalled, with_licence
    from compliance.decide.supposing import World, suppose
    from compliance.evaluate.overall.exposure import upstreams
    from compliance.resolve.licences.text import LicenceReader

    lineage = resolved(_held_on(one.loaded, one.as_of)[0], one.knowledge)
    world = World(lineage, one.knowledge, one.as_of)
    changed = suppose(world, changes) if changes else None
    if licence is not None:
        reading = LicenceReader(one.knowledge.registry).read(licence)
        changed = with_licence(changed or world, what, reading.together, licence)
    project = one.loaded.manifest.project
    reached = upstreams(evaluated.World(lineage, one.knowledge, one.as_of))
    return recalled(project.title or project.id, world, what, reached, _ask, changed)


def artifacts(loaded: LoadedManifest, knowledge: Knowledge) -> tuple[Artifact, ...]:
    """Everything in a manifest's lineage, whether or not it reaches a release."""
    return tuple(resolved(loaded, knowledge).artifacts.values())


def resolved(loaded: LoadedManifest, knowledge: Knowledge) -> Lineage:
    """The lineage of a manifest, with what there is to say of it, before any rule is asked."""
    return resolve(loaded.manifest, knowledge.registry, loaded.where, loaded.used)


def _ask(world: World) -> tuple[Finding, ...]:
    return evaluate(world.lineage, world.knowledge, world.as_of).findings


def _expose(world: World, findings: Sequence[Finding], origins: Sequence[str]) -> tuple[Exposure, ...]:
    """Every rule of the scenario's is listed, whichever way it chooses what it looks at."""
    from compliance.evaluate.overall.exposure import exposures

    put = evaluated.World(world.lineage, world.knowledge, world.as_of)
    rules = {rule.id for _, rule in world.knowledge.rules()}
    return exposures(put, findings, origins=origins, looking=rules, anyone=True)
