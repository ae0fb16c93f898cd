"""Known ancestry: what published models and data sets are documented to be made from.

A manifest that only names a data set made with a hosted service still shows the service behind it. Added artifacts and
steps are marked. What the manifest says of an artifact's making stands beside what the registry knows: ancestors that
its own steps already name are not added again, and those that they leave out are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from compliance.model.declared.lineage import BY_NAME
from compliance.model.declared.manifest import Artifact, Input, Manifest, Party, Step
from compliance.model.declared.stated import Documentation
from compliance.model.names.records import AncestorStep, Ancestry
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.shapes.shape import check_period
from compliance.model.words.spelling import slug
from compliance.resolve.against.contradiction import same_party
from compliance.resolve.lineage.brought_in import BroughtIn
from compliance.resolve.lineage.named_by import NamedBy
from compliance.resolve.lineage.ran import ran_by
from compliance.resolve.lineage.served import BEHIND, beside, weights_behind
from compliance.resolve.lineage.stands_before import MAX_GENERATIONS, stands_before
from compliance.resolve.lineage.writing import Writing
from compliance.resolve.names.lookup import Names
from compliance.values import dataclass, field

CONTENT_ROLES = ("data", "source", "seed", "prompts")
_ASKED_BY_ITSELF = ("prompts", "seed", "filter", "judge", "reward")
"""What steps of a manifest leave out of these is added and asked for itself, and is no word against the manifest."""
_CONTENT_KINDS = ("dataset", "document", "code")
_SOMEBODY = "whoever made it"


@dataclass(slots=True)
class Expanded:
    """The manifest's artifacts, parties and steps together with those that known ancestry adds."""

    artifacts: dict[str, Artifact]
    parties: dict[str, Party]
    steps: list[Step]
    writing: Writing
    """The manifest's own steps by what they write and read."""
    listed: Mapping[str, str]
    """Names of the manifest's own artifacts, lower case, to their ids."""
    added: dict[str, str] = field(default_factory=dict)
    """Added artifact or step id to the place where it is documented."""
    assured: dict[str, str] = field(default_factory=dict)
    """Added artifact id to how well its ancestry is known."""
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Artifact that the manifest's steps make, to names of known ancestors that those steps do not name."""
    named_by: NamedBy = field(default_factory=NamedBy)
    _put_up: list[tuple[str, str]] | None = None

    def put_up(self) -> Sequence[tuple[str, str]]:
        """Ids and names of what is called or deployed as a service; asked for when everything was added."""
        if self._put_up is None:
            self._put_up = [
                (key, each.name)
                for key, each in self.artifacts.items()
                if each.name
                and (each.kind == "service" or any(s.kind == "deploy" for s in self.writing.writers(key)))
            ]
        return self._put_up

    def root(self, key: str) -> str:
        """The manifest's own artifact behind which an added one stands."""
        return key if key not in self.added else key.split("~")[0]


def expand(manifest: Manifest, names: Names) -> Expanded:
    """Add what the registry, and the artifacts' own documentation, know of what stands behind the artifacts."""
    writing = Writing(manifest.steps)
    listed = {(artifact.name or key).lower(): key for key, artifact in reversed(manifest.artifacts.items())}
    result = Expanded(dict(manifest.artifacts), dict(manifest.parties), [], writing, listed)
    behind = _weights(result, names)
    brought = BroughtIn(manifest)
    pending = [(key, 1, False) for key in result.artifacts]
    while pending:
        key, generation, own = pending.pop(0)
        own = own or _has_own_record(result.artifacts[key], names)
        known = _ancestries(result.artifacts[key], names, manifest) if generation <= MAX_GENERATIONS else ()
        if known and _told_by_its_maker(key, manifest, names, writing):
            known = ()
        for ancestry in (*known, *_written_beside(result.artifacts[key], writing.writers(key), manifest)):
            if ancestry.documented_at == BY_NAME and writing.writers(key):
                # What steps of the manifest make is what they say, whatever its name may sound like.
                continue
            named = _named_behind(key, manifest, names, writing) if key in manifest.artifacts else None
            before = len(result.steps)
            fresh = _add(result, key, ancestry, manifest, names, named)
            record = record_of(result.artifacts[key], names)
            bundled = not own and record is not None and ancestry == record.ancestry
            result.named_by.note(result.steps[before:], result.added, bundled=bundled)
            pending += [(item, generation + 1, own) for item in fresh]
            if own:
                brought.add(result.steps[before:], result.artifacts[key].name or key)
    result.steps.reverse()
    result.steps += beside(manifest.steps, behind)
    return result


def _weights(into: Expanded, names: Names) -> dict[str, str]:
    """Add the weights behind hosted services, in place of which the service was called; their ids by the service's."""
    added = {key: (f"{key}~weights", model) for key, model in weights_behind(into.artifacts, names).items()}
    into.artifacts |= dict(added.values())
    into.added |= {item: BEHIND for item, _ in added.values()}
    return {key: item for key, (item, _) in added.items()}


def record_of(artifact: Artifact, names: Names) -> ModelRecord | DatasetRecord | None:
    """The record that the artifact's name carries, whatever kind the manifest gives it; services have none."""
    if artifact.name is None or artifact.kind == "service":
        return None
    if artifact.kind == "model":
        return names.model(artifact.name) or names.dataset(artifact.name)
    return names.dataset(artifact.name) or names.model(artifact.name)


def _has_own_record(artifact: Artifact, names: Names) -> bool:
    record = record_of(artifact, names)
    return record is not None and record.own


def _ancestries(artifact: Artifact, names: Names, manifest: Manifest) -> Iterable[Ancestry]:
    documented = artifact.documented
    if isinstance(documented, Documentation) and documented.generators:
        step = AncestorStep(
            kind="generate" if artifact.kind in _CONTENT_KINDS else "finetune",
            inputs={"teacher": documented.generators},
            by=ran_by(artifact, manifest, names) or _SOMEBODY,
            route="unknown",
            plan="unknown",
        )
        yield Ancestry(steps=(step,), documented_at=documented.where, assurance="secondary")
    record = record_of(artifact, names)
    if record is not None and record.ancestry is not None:
        yield record.ancestry
    shown = (
        names.derivative(artifact.name)
        if record is None and artifact.kind == "model" and artifact.name
        else None
    )
    if shown is not None:
        step = AncestorStep(
            kind=shown.how,  # type: ignore[arg-type]
            inputs={"base": shown.bases},
            by=shown.developer or _SOMEBODY,
            route="unknown",
            plan="unknown",
        )
        told = Ancestry(steps=(step,), documented_at=BY_NAME, assurance="memory")
        yield from () if stands_before(artifact.name or "", told, names) else (told,)


def _written_beside(artifact: Artifact, writers: Iterable[Step], manifest: Manifest) -> Iterable[Ancestry]:
    """Models of which it is documented at a step that they wrote what went into it, beside its inputs."""
    for step in writers:
        page = step.documented
        if isinstance(page, Documentation) and page.generators:
            wrote = AncestorStep(
                kind="generate" if artifact.kind in _CONTENT_KINDS else "finetune",
                inputs={"teacher": page.generators},
                by=(manifest.parties.get(step.by or "") or manifest.publisher).name,
                route=step.route or "unknown",
                plan=step.plan or "unknown",
            )
            yield Ancestry(steps=(wrote,), documented_at=page.where, assurance="secondary")


def _told_by_its_maker(key: str, manifest: Manifest, names: Names, writing: Writing) -> bool:
    """Whether the steps that make an artifact are those of the party which the registry knows as its maker."""
    record = record_of(manifest.artifacts[key], names) if key in manifest.artifacts else None
    if record is None:
        return False
    by = [step.by for step in writing.makers(key, known=True)]
    parties = [manifest.parties[b].name if b in manifest.parties else manifest.publisher.name for b in by]
    return any(same_party(party, record.maker, names) for party in parties)


def _identity(kind: str, name: str, names: Names) -> set[str]:
    """What a name stands for, as words that are equal where two names mean the same upstream."""
    found = {name.lower()}
    if kind == "service":
        provider = names.provider(name)
        service = names.service(name)
        found |= {f"provider:{p}" for p in (provider, service.provider if service else None) if p}
    record = names.model(name) or names.dataset(name)
    return found | ({f"record:{record.id}"} if record else set())


def _named_behind(key: str, manifest: Manifest, names: Names, writing: Writing) -> set[str] | None:
    """Identities of everything upstream of the artifact in the manifest's own steps; None where no step makes it."""
    if not writing.makers(key, known=True):
        return None
    found: set[str] = set()
    for item in writing.behind(key):
        artifact = manifest.artifacts[item]
        found |= _identity(artifact.kind, artifact.name or item, names)
        found |= {f"provider:{artifact.provider}"} if artifact.provider else set()
    return found


def _add(
    into: Expanded, key: str, ancestry: Ancestry, manifest: Manifest, names: Names, named: set[str] | None
) -> list[str]:
    """Add the ancestors to an artifact, except those that stand among `named` already; the fresh ids."""
    fresh: list[str] = []
    for number, known in reversed(list(enumerate(ancestry.steps, 1))):
        inputs: dict[str, tuple[Input, ...]] = {}
        for role, given in known.inputs.items():
            wanted = [name for name in given if named is None or not _is_named(name, role, named, names)]
            ids = [_ancestor_id(into, key, name, role, known, names, ancestry, fresh) for name in wanted]
            if ids:
                inputs[role] = tuple(Input(artifact=item) for item in ids)
            if named is not None and wanted and role not in _ASKED_BY_ITSELF:
                into.left_out[key] = (*into.left_out.get(key, ()), *wanted)
        if named is not None and not inputs:
            continue
        step_id = f"{key}~{number}"
        into.added[step_id] = ancestry.documented_at
        into.steps.append(
            Step.model_construct(
                id=step_id, kind=known.kind, inputs=inputs, outputs=(key,), by=_party(into, known.by, manifest),
                period=_period(known.period),
            )
        )  # fmt: skip
    return fresh


def _is_named(name: str, role: str, named: set[str], names: Names) -> bool:
    kind = "dataset" if role in CONTENT_ROLES else _kind_of(name, names)
    return bool(_identity(kind, name, names) & named)


def _kind_of(name: str, names: Names) -> str:
    hosted = names.service(name) is not None and names.model(name) is None
    return "service" if hosted or names.unnamed_of(name) else "model"


def _ancestor_id(
    into: Expanded,
    key: str,
    name: str,
    role: str,
    step: AncestorStep,
    names: Names,
    ancestry: Ancestry,
    fresh: list[str],
) -> str:
    """The id of an ancestor: an artifact of that name which the manifest lists, else an added one."""
    same = into.listed.get(name.lower())
    if same is not None and same in into.writing.made_from(into.root(key)):
        # Whatever the registry means by that name, it is not what this manifest makes out of the artifact.
        same = None
    item = same if same and same != key else f"{key.split('~')[0]}~{slug(name)}"
    if item not in into.artifacts and item != key:
        into.artifacts[item] = _ancestor(name, role, step, names)
        into.added[item] = ancestry.documented_at
        into.assured[item] = BY_NAME if ancestry.documented_at == BY_NAME else ancestry.assurance
        fresh.append(item)
    return item


def _ancestor(name: str, role: str, step: AncestorStep, names: Names) -> Artifact:
    if role in CONTENT_ROLES:
        return Artifact(kind="dataset", name=name)
    service = names.service(name)
    if service is not None and names.model(name) is None:
        return Artifact(
            kind="service", name=name, provider=service.provider, route=step.route, plan=step.plan
        )
    # The name of a provider alone is some model of theirs; which one is asked, and their terms hold for each.
    kind = "service" if names.unnamed_of(name) else "model"
    called = {"route": step.route, "plan": step.plan} if kind == "service" else {}
    return Artifact.model_validate({"kind": kind, "name": name, **called})


def _party(into: Expanded, name: str, manifest: Manifest) -> str:
    if name.lower() == manifest.publisher.name.lower():
        return manifest.publisher.id
    known = next((key for key, party in into.parties.items() if party.name.lower() == name.lower()), None)
    if known is None:
        known = slug(name)
        into.parties[known] = Party(name=name)
    return known


def _period(text: str | None) -> str | None:
    try:
        return check_period(text) if text else None
    except ValueError:
        return None
