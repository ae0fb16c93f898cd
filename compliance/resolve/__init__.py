"""Names to records, manifest to lineage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from compliance.errors import FaultCollector
from compliance.model.declared.lineage import Artifact, LicenceSays, Lineage
from compliance.model.declared.manifest import HANDED_OUT, Manifest, Publisher, Release, Step
from compliance.model.known.knowledge import Registry
from compliance.model.names.registry import Measuring
from compliance.model.shapes.location import Path, Where
from compliance.model.words.placeholder import NOBODY, THE_PUBLISHER
from compliance.resolve.against.believed import believable
from compliance.resolve.against.group_figures import without_smaller_figures
from compliance.resolve.against.kin import with_kin_asked
from compliance.resolve.against.oddities import oddities
from compliance.resolve.against.reasons import without_weak_reasons
from compliance.resolve.expansion import Upstream, written_out
from compliance.resolve.licences.lapsed import lapsed_statements
from compliance.resolve.licences.licensors import without_others_permissions
from compliance.resolve.licences.noticed import with_noticed_licences
from compliance.resolve.licences.own_words import in_own_words
from compliance.resolve.licences.papers import without_weak_papers
from compliance.resolve.licences.text import LicenceReader, LicenceReading
from compliance.resolve.lineage.ancestry import Expanded, expand
from compliance.resolve.lineage.called_code import Called, as_it_is_used, doubted, told_of
from compliance.resolve.lineage.graph import SOFTWARE, Graph
from compliance.resolve.lineage.held import rows_as_rows, weights_as_weights
from compliance.resolve.lineage.hosted import written_by_services
from compliance.resolve.lineage.machine_made import with_rows_of_models
from compliance.resolve.lineage.ordered import with_orders_asked
from compliance.resolve.lineage.origin import chosen_licences, origin_of
from compliance.resolve.lineage.packed import answering, called_by, with_loaded_tools, with_own_programs
from compliance.resolve.lineage.parts import with_wholes_asked
from compliance.resolve.lineage.put_up import with_services_put_up
from compliance.resolve.lineage.resting import Resting
from compliance.resolve.lineage.sequence import in_order
from compliance.resolve.lineage.taken import with_terms_taken
from compliance.resolve.lineage.trained import services_as_models, trained_as_models, with_held_models
from compliance.resolve.lineage.worked_on import with_rows_worked_on
from compliance.resolve.names.compounds import named_singly
from compliance.resolve.names.identity import identify
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.own_records import own_parties, own_providers, own_records, own_terms
from compliance.resolve.names.prepared import Lookups, lookups
from compliance.resolve.names.provided import providers_as_developers, providers_by_id
from compliance.resolve.words.names.sites import with_sites_apart, with_sites_called
from compliance.resolve.words.names.works_of_persons import with_works_of_persons
from compliance.resolve.words.releases.ai_told import with_ai_told
from compliance.resolve.words.releases.facts import with_facts_told
from compliance.resolve.words.releases.markets_told import with_markets_told
from compliance.resolve.words.releases.unheld import with_claims_asked
from compliance.resolve.words.releases.uses_told import with_uses_told


def resolve(
    manifest: Manifest,
    registry: Registry,
    where: Where = lambda path: None,
    used: Mapping[str, Upstream] = MappingProxyType({}),
) -> Lineage:
    """Build the lineage of a manifest.

    `where` gives the place of a key path in the manifest file, `used` the manifests of other projects that it names.
    Names in it must point at something, as loading checks. Raises `InputError` for steps that wait for each other.
    """
    faults = FaultCollector()
    held = lookups(registry)
    names, licences = held.names, held.licences
    manifest, where, called, told = _prepared(manifest, where, used, held)
    full = expand(manifest, names)
    places = {step.id: where(("steps", n)) for n, step in enumerate(manifest.steps)}
    steps = in_order(full.steps, places, faults, full.added, _named(full))
    faults.raise_if_any()
    copies = {r.key: licences.copies(r.license_copies) for r in manifest.releases if r.license_copies}
    artifacts = doubted(called, _identified(full, manifest, names, licences, copies, where), manifest)
    artifacts = with_claims_asked(artifacts, steps, manifest, held)
    graph = _graph(steps, full, manifest, registry, artifacts, names)
    taken = with_terms_taken(_spoken_of(manifest.publisher), full.parties, full.steps, artifacts)
    return Lineage(
        publisher=taken.publisher,
        parties=taken.parties,
        artifacts=artifacts,
        versions=tuple(graph.versions),
        edges=tuple(graph.edges),
        steps={step.id: step for step in steps},
        releases=believable(manifest),
        latest=graph.latest,
        warnings=_without_repeats(
            told,
            told_of(called, artifacts),
            (*taken.told, *graph.warnings),
            *_odd(manifest, full, names, licences),
            own_terms(artifacts, _of_releases(manifest, licences), registry),
        ),
        licence_says={r.key: _label_says(r.license, licences) for r in manifest.releases if r.license},
        licence_copies=copies,
        locations=_locations(manifest, where),
        asker=manifest.asker,
    )


def _spoken_of(publisher: Publisher) -> Publisher:
    """The publisher as findings and questions call it, which is no name where the manifest gives none."""
    return publisher.model_copy(update={"name": THE_PUBLISHER}) if publisher.name == NOBODY else publisher


def _named(full: Expanded) -> dict[str, str]:
    """The names of what has one, by id."""
    return {key: one.name for key, one in full.artifacts.items() if one.name}


def _prepared(
    manifest: Manifest, where: Where, used: Mapping[str, Upstream], held: Lookups
) -> tuple[Manifest, Where, Called, tuple[str, ...]]:
    """The manifest written out, without what settles nothing; what it calls code and is none; what there is to say."""
    names = held.names
    manifest, told = named_singly(manifest, names)
    manifest, apart = with_sites_apart(manifest, names)
    manifest, where = written_out(manifest, where, used)
    manifest, weak = without_weak_papers(manifest, names)
    manifest, unsigned = without_others_permissions(manifest, names, held.licences)
    manifest = with_noticed_licences(with_services_put_up(manifest, names), held.licences)
    manifest, smaller = without_smaller_figures(manifest)
    manifest, hearsay = without_weak_reasons(manifest, names)
    manifest, called = as_it_is_used(with_rows_worked_on(manifest), names)
    manifest, read = rows_as_rows(manifest, names)
    manifest, trained = trained_as_models(manifest)
    manifest, whose = _developers(manifest, names)
    manifest, offered = services_as_models(written_by_services(weights_as_weights(manifest)))
    manifest = with_orders_asked(with_own_programs(with_loaded_tools(with_held_models(manifest))), names)
    manifest = with_rows_of_models(with_kin_asked(manifest))
    manifest, theirs = with_works_of_persons(manifest, names)
    manifest, facts = with_facts_told(manifest, names)
    manifest, uses = with_uses_told(manifest)
    manifest, markets = with_markets_told(with_ai_told(manifest))
    before = (*told, *apart, *weak, *unsigned, *smaller, *hearsay, *read)
    return manifest, where, called, (*before, *trained, *whose, *offered, *theirs, *facts, *uses, *markets)


def _developers(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which providers of rows and sites by which rows are called are their developers."""
    manifest, provided = providers_as_developers(providers_by_id(manifest, names))
    manifest, sites = with_sites_called(manifest, names)
    return manifest, (*provided, *sites)


def _without_repeats(*told: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for lines in told for line in lines))


def _odd(
    manifest: Manifest, full: Expanded, names: Names, licences: LicenceReader
) -> tuple[Iterable[str], ...]:
    """What is odd in the manifest as it was written out."""
    parties = (
        manifest.publisher.name,
        *(party.name for party in manifest.parties.values()),
        *(artifact.developer for artifact in manifest.artifacts.values()),
    )
    called = (artifact.name for artifact in full.artifacts.values())
    return (
        _unread_labels(manifest, licences), oddities(manifest, full.steps, names),
        own_records(full.artifacts, names), own_parties(parties, names),
        own_providers((*parties, *called), names), lapsed_statements(manifest, full),
    )  # fmt: skip


def _of_releases(manifest: Manifest, licences: LicenceReader) -> Iterable[str]:
    """The licences under which something is released."""
    read = (_label(release.license, licences) for release in manifest.releases)
    return (one for reading in read for ids in reading.alternatives for one in ids)


def _label(text: str | None, licences: LicenceReader) -> LicenceReading:
    """What a release's licence says, where it is terms of its publisher's own with one limit, too."""
    read = licences.read(text)
    return (in_own_words(text, licences, ours=True) or read) if text and read.unread else read


def _label_says(text: str, licences: LicenceReader) -> LicenceSays:
    """What the label of a release says; one that nothing reads and that is spelt like a licence is misspelt."""
    read = _label(text, licences)
    return "misspelt" if read.says == "unread" and read.near else read.says


def _unread_labels(manifest: Manifest, licences: LicenceReader) -> Iterable[str]:
    """Licences of what is given to everybody that are called like no text; what is offered has terms of its own."""
    for release in manifest.releases:
        given = release.access in HANDED_OUT
        if given and release.license and _label(release.license, licences).says == "unread":
            yield (
                f"release {release.key}: no licence that is known is called {release.license!r}; what it grants to "
                "takers is not looked at"
            )


def _identified(
    full: Expanded,
    manifest: Manifest,
    names: Names,
    licences: LicenceReader,
    copies: Mapping[str, tuple[str, ...]],
    where: Where,
) -> dict[str, Artifact]:
    """Every artifact of the manifest and of the ancestry that was added to it."""
    chosen, resting = chosen_licences(manifest.releases, copies, licences), Resting(full, manifest)
    found = {
        key: identify(
            key,
            artifact,
            origin_of(key, full, manifest, names, chosen, resting),
            names,
            licences,
            _place(where, key),
        )
        for key, artifact in full.artifacts.items()
    }
    return with_wholes_asked(found, full, names)


def _graph(
    steps: Sequence[Step],
    full: Expanded,
    manifest: Manifest,
    registry: Registry,
    artifacts: Mapping[str, Artifact],
    names: Names,
) -> Graph:
    """Versions and edges, from the steps in order and from what the releases make their users load."""
    kinds = {key: artifact.kind for key, artifact in artifacts.items()}
    tools = {item.artifact for step in steps for item in step.inputs.get("tool", ())}
    tools.update(item for item, _ in called_by(steps))
    measuring = _measuring({key: artifacts[key] for key in tools}, registry.relations.measuring, names)
    graph = Graph(kinds, registry.relations, full.added, measuring, answering(steps, kinds, measuring))
    for step in steps:
        graph.add(step)
    for step in manifest.steps:
        if step.kind == "fetch" and not step.outputs:
            graph.load(step, software(manifest.releases, artifacts))
    return graph


def _measuring(tools: Mapping[str, Artifact], measuring: Measuring, names: Names) -> frozenset[str]:
    """The tools that answer with scores, labels or vectors alone, by their records."""
    found = set()
    for key, tool in tools.items():
        record = names.model(tool.name) if tool.kind == "model" and tool.name else None
        function = record.function if record else None
        if tool.family in measuring.families or function in measuring.functions:
            found.add(key)
    return frozenset(found)


def software(releases: Sequence[Release], artifacts: Mapping[str, Artifact]) -> tuple[str, ...]:
    """The released artifacts that make their user load what a step fetches without naming an output.

    Programs, where any is released; else applications; else, since something must do the loading, everything released.
    """
    programs = [r.artifact for r in releases if artifacts[r.artifact].kind in SOFTWARE]
    products = [r.artifact for r in releases if r.function == "application" or r.access == "product"]
    return tuple(dict.fromkeys(programs or products or [r.artifact for r in releases]))


def _place(where: Where, key: str) -> str | None:
    place = where(("artifacts", key.split("~")[0]))
    return str(place) if place else None


def _locations(manifest: Manifest, where: Where) -> dict[str, str]:
    paths: dict[str, Path] = {
        f"artifact:{one}": ("artifacts", key)
        for key in manifest.artifacts
        for one in (key.split("~")[0], key)
    }
    paths |= {f"step:{step.id}": ("steps", n) for n, step in enumerate(manifest.steps)}
    paths |= {f"release:{release.key}": ("releases", n) for n, release in enumerate(manifest.releases)}
    return {key: str(place) for key, path in paths.items() if (place := where(path)) is not None}
