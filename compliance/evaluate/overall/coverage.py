"""What the packs do not speak of: fail closed, by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from compliance.evaluate.biting import can_bite
from compliance.evaluate.context import Context
from compliance.evaluate.overall.unasked import unasked
from compliance.evaluate.texts.clauses import governing_rows, governs_in, possible_access
from compliance.evaluate.world import World
from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.answered.report import COUNTED
from compliance.model.declared.lineage import Artifact, Edge
from compliance.model.names.records import Provider
from compliance.model.packs.traits import FREE
from compliance.model.packs.truth import Position
from compliance.values import replace

SPEAKING = (
    "provider-terms", "model-licence", "dataset-licence", "code-licence", "no-licence",
    "copyright-training",
)  # fmt: skip
"""Classes of findings that answer for a source's terms or licence. A policy watch, a label or the question how
a source was made does not."""

ON_OUTPUT = frozenset(
    ("train-competing", "train-any", "distil-extract", "outputs-train-others", "compete", "non-commercial",
     "permission", "exception", "no-redistribution", "use-limits", "output", "internal-use")
)  # fmt: skip
"""Topics of clauses that say what the output of a service may serve."""

_IN_FAVOUR = (Position.CLEAR, Position.REMOTE, Position.NOT_APPLICABLE)
_NOTHING_BEHIND = (
    "it is released as a service, and no step says which weights or whose service answer behind it"
)
_ROWS = ("dataset", "document")
_NOTHING: frozenset[str] = frozenset()
_RUNS = {
    **dict.fromkeys(("model", "service"), frozenset(("derivative", "loaded"))),
    "code": frozenset(("derivative", "loaded", "copy")),
}
"""By kind, how a service has in it what answers."""
_LOOKS_UP = ("application", "dataset")
"""Functions of a service behind which rows may stand alone."""
_SHOWS_ROWS = ("deploy", "bundle", "collect", "mix")
"""Kinds of step that put up rows as they are."""
_NO_TEXT_THEN = "no rule speaks of its licence on the day of the release; correct the date if it is wrong"


def not_covered(world: World, findings: Sequence[Finding]) -> tuple[NotCovered, ...]:
    """Artifacts that reach a release and of which no loaded rule or text speaks."""
    told = spoken_of(world, findings)
    counted = (one for one in findings if one.own and one.force in COUNTED)
    against = {one.source for one in counted if one.position not in _IN_FAVOUR}
    found = []
    for artifact in world.lineage.artifacts.values():
        releases = [r for r in world.lineage.releases if artifact.id in world.reaches(world.target(r).node)]
        reached = [r for r in releases if r.artifact != artifact.id]
        own = tuple(r.key for r in releases if r.artifact == artifact.id and not artifact.owned)
        if own and artifact.maker is None and (alone := _put_out_as_it_is(artifact, told)):
            found.append(NotCovered(artifact.id, artifact.name, alone, artifact.location, own))
        elif own and artifact.kind == "service" and (idle := _answered_by_nothing(world, artifact.id)):
            found.append(NotCovered(artifact.id, artifact.name, _NOTHING_BEHIND, artifact.location, idle))
        if not reached or artifact.made_here or artifact.owned:
            continue
        why = (
            _service(world, artifact, told, against)
            if artifact.kind == "service"
            else _content(world, artifact, told)
        )
        if why:
            keys = tuple(release.key for release in reached)
            found.append(NotCovered(artifact.id, artifact.name, why, artifact.location, keys))
    return (*found, *_misspelt_labels(world), *unasked(world))


def _put_out_as_it_is(artifact: Artifact, told: set[str | None]) -> str:
    """Why nothing speaks of what no step makes and is released as it is; empty where something does."""
    if artifact.id in told:
        return ""
    if artifact.kind == "service":
        return _NOTHING_BEHIND
    return _NO_TEXT_THEN if artifact.licences and artifact.known and not artifact.contradicted else ""


def _answered_by_nothing(world: World, key: str) -> tuple[str, ...]:
    """Releases of a service into which steps put nothing that answers, and which are not said to hand out rows."""
    found, lineage = [], world.lineage
    writers = [step.kind for step in lineage.steps.values() if key in step.outputs]
    for release in (one for one in lineage.releases if one.artifact == key):
        held = world.reaches(world.target(release).node)
        inside = [(lineage.artifacts[one].kind, classes) for one, classes in held.items() if one != key]
        answers = any(_RUNS.get(kind, _NOTHING) & classes.keys() for kind, classes in inside)
        rows = any(kind in _ROWS and "copy" in classes for kind, classes in inside)
        looks_up = rows and release.function in _LOOKS_UP and all(kind in _SHOWS_ROWS for kind in writers)
        if not (answers or looks_up):
            found.append(release.key)
    return tuple(found)


def spoken_of(world: World, findings: Sequence[Finding]) -> set[str | None]:
    """Sources of whose terms or licence a finding speaks that counts."""
    speaking = [
        one
        for one in findings
        if one.source and _speaks(world, one) and one.force in COUNTED and _governs(one)
    ]
    idle = _idle(world, {one.rule for one in speaking})
    return {one.source for one in speaking if one.rule not in idle or _asks_nothing(world, one.source)}


def _speaks(world: World, finding: Finding) -> bool:
    """Whether a finding is of a class that answers for its source; a missing grant tells of no service's terms."""
    told = finding.family.split(":")[0]
    artifact = world.lineage.artifacts.get(finding.source or "")
    return told in SPEAKING and not (
        told == "no-licence" and artifact is not None and artifact.kind == "service"
    )


def _idle(world: World, ids: Collection[str]) -> set[str]:
    """Those of some rules that can never bite."""
    return {rule.id for _, rule in world.knowledge.named(ids) if not can_bite(rule, world.knowledge)}


def _governs(finding: Finding) -> bool:
    """Whether some text that the finding cites governs; one that is shown with its later date alone does not."""
    return not finding.clauses or any(clause.status != "not-in-force" for clause in finding.clauses)


def _asks_nothing(world: World, source: str | None) -> bool:
    """Whether a rule that never bites says what the record of the licence says too: that nothing is asked of use.

    Of the services of a provider, whose text has to be held, a rule may say that the text has no such words.
    """
    artifact = world.lineage.artifacts.get(source or "")
    if artifact is None:
        return False
    if artifact.kind == "service":
        return artifact.provider is not None
    records = [world.knowledge.registry.licences.get(one) for one in artifact.licences]
    return bool(records) and all(record and FREE & set(record.traits) for record in records)


def _misspelt_labels(world: World) -> Iterator[NotCovered]:
    """Releases under a licence that nothing reads and that is spelt like one that is known."""
    for release in world.lineage.releases:
        artifact = world.lineage.artifacts[release.artifact]
        if world.lineage.licence_says.get(release.key) == "misspelt":
            near = ", ".join(artifact.licence_near)
            why = f"the licence of the release, {release.license!r}, is not read; near names: {near}"
            yield NotCovered(artifact.id, artifact.name, why, artifact.location, (release.key,))


def _service(world: World, artifact: Artifact, told: set[str | None], against: set[str | None]) -> str:
    if artifact.provider is None:
        return "the name resolves to no provider in the registry"
    registry = world.knowledge.registry
    provider = registry.providers.get(artifact.provider)
    if provider is None:
        return f"the provider {artifact.provider!r} is not in the registry"
    if not provider.governed:
        return f"no text of {provider.name} is held"
    numbers = world.table.entries.get(artifact.id, ())
    reasons = (_access(world, artifact, world.lineage.edges[number]) for number in numbers)
    # Who passes on the models of others may bring in their makers' terms, of which its own text says nothing; and what
    # is in favour of the host does not settle which model it was.
    unnamed = artifact.family is None and artifact.function is None and _wrote(world, artifact)
    resold = provider.passes_on and (artifact.id not in told or (unnamed and artifact.id not in against))
    unspoken = (
        f"no rule of the loaded packs speaks of models that {provider.name} passes on" if resold else ""
    )
    return next(
        (reason for reason in reasons if reason), unspoken or _silent_on_output(world, artifact, provider)
    )


def _silent_on_output(world: World, artifact: Artifact, provider: Provider) -> str:
    """That nothing recorded of a provider says what its output may serve, where output of it was used.

    Whoever runs the weights of others leaves that to their licences.
    """
    if provider.runs_weights or provider.passes_on or not _wrote(world, artifact):
        return ""
    held = (world.knowledge.instruments.get(one) for row in provider.governed for one in row.instruments)
    topics = {clause.topic for text in held if text is not None for clause in text.clauses.values()}
    if topics & ON_OUTPUT:
        return ""
    return f"what is recorded of the terms of {provider.name} does not say what its output may serve"


def _wrote(world: World, artifact: Artifact) -> bool:
    """Whether some use of a service keeps what it answered."""
    entries = (world.lineage.edges[number] for number in world.table.entries.get(artifact.id, ()))
    return any("outputs" in option for entry in entries for option in entry.options)


def _access(world: World, artifact: Artifact, entry: Edge) -> str:
    """Why no text is held for one use of a service; empty where one is."""
    target = world.target(world.lineage.releases[0])
    context: Context = replace(world.context(target), source=artifact, entry=entry)
    routes, plans = possible_access(context)
    period = context.step_period()
    rows = [row for route in routes for plan in plans for row in governing_rows(context, route, plan)]
    provider = world.knowledge.registry.providers[artifact.provider or ""].name
    if not rows:
        ways = f"by the route {'/'.join(routes)} under the plan {'/'.join(plans)}"
        return f"no text is held for {provider} {ways}"
    if not any(governs_in(row, period) for row in rows):
        return f"no text of {provider} is held for {period.start} to {period.end} (step {entry.step})"
    return ""


def _content(world: World, artifact: Artifact, told: set[str | None]) -> str:
    if not artifact.known:
        near = ", ".join(artifact.licence_near)
        what = (
            f"its licence {artifact.licence_text!r}"
            if artifact.licence_text
            else "what is said of its licence"
        )
        return f"{what} is not read" + (f"; near names: {near}" if near else "")
    if artifact.id in told:
        return ""
    if artifact.kind in ("code", "document") and not artifact.licences:
        return ""
    if not artifact.licences and not artifact.licence_options:
        return "no licence is stated or known, and no rule of the loaded packs asks for it"
    named = ", ".join(artifact.licences) or artifact.licence_text
    return f"no rule of the loaded packs speaks of its licence ({named})"
