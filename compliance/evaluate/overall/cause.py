"""What findings come from: one cause stands for every rule, release and ancestor in which it shows up.

A cause is known by its kind, by the upstream that it concerns, and by the releases in which it stands open, where
releases that are one work in several forms (weights and their quantised or converted copies) count as one.

What rules of further folders find stands under causes of their own: it heads nothing that a bundled rule finds, and
takes nothing of that for known where it stood open in an earlier report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.evaluate.overall.own_rules import own_rules
from compliance.evaluate.world import World
from compliance.model.answered.cause import SETTLED
from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.declared.lineage import Artifact, Lineage
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule
from compliance.values import replace

_SAME_WORK = ("quantise", "convert", "prune")
_DISPLAY = {"release.notices", "release.license_copies"}
_LICENCE_FAMILIES = (
    "model-licence", "dataset-licence", "code-licence", "no-licence", "label-conflict", "licence-change",
)  # fmt: skip

_WITHOUT_UPSTREAM = ("licence", "name", "label", "notices", "making", "terms", "copyright-training")
"""Kinds that are one thing to do, whatever stands upstream."""


def with_causes(
    world: World, findings: Sequence[Finding], uncovered: Sequence[NotCovered]
) -> tuple[tuple[Finding, ...], tuple[NotCovered, ...]]:
    """The findings and the uncovered names, each with its cause."""
    found = {finding.rule for finding in findings}
    own, named = own_rules(world.knowledge), tuple(world.knowledge.named(found))
    kinds = {rule.id: kind_of(rule, rule.family or pack.pack.family, world.knowledge) for pack, rule in named}
    apart = {rule.id: f"{pack.pack.id}/" for pack, rule in named if rule.id in own}
    works = same_works(world.lineage)
    heads = [apart.get(one.rule, "") + _head(world, one, kinds[one.rule]) for one in findings]
    names_of = [one.cause or _of_source(world.lineage.artifacts[one.subject]) for one in uncovered]
    where: dict[str, set[str]] = {}
    for head, one in zip(heads, findings, strict=True):
        if one.own and one.position not in SETTLED:
            where.setdefault(head, set()).add(works.get(one.release, one.release))
    for head, name in zip(names_of, uncovered, strict=True):
        where.setdefault(head, set()).update(works.get(release, release) for release in name.releases)
    told = tuple(
        replace(one, cause=_key(head, [works.get(one.release, one.release)], where))
        for head, one in zip(heads, findings, strict=True)
    )
    names = tuple(
        replace(one, cause=_key(head, [works.get(release, release) for release in one.releases], where))
        for head, one in zip(names_of, uncovered, strict=True)
    )
    return told, names


def kind_of(rule: Rule, family: str, knowledge: Knowledge) -> str:
    """The kind of cause that a rule finds: what a reader would have to do something about."""
    nodes = tuple(knowledge.nodes(*rule.when.values(), *rule.unless.values()))
    facts = {node.fact for node in nodes if isinstance(node, operator.FactOp)}
    ships = any(isinstance(node, operator.LicenceTest) and (node.copied or node.noticed) for node in nodes)
    if ships or facts & _DISPLAY:
        return "notices"
    if "release.name" in facts:
        return "name"
    head = family.partition(":")[0]
    if head == "unknown-upstream":
        return "making"
    if head == "provider-terms":
        return "terms"
    if head in _LICENCE_FAMILIES:
        return "licence" if rule.about.source is not None else "label"
    return family


def same_works(lineage: Lineage) -> Mapping[str, str]:
    """Release key to the first release that is the same work in another form."""
    first: dict[str, str] = {}
    of_artifact: dict[str, str] = {}
    for release in lineage.releases:
        work = _work(lineage, release.artifact)
        of_artifact.setdefault(work, release.key)
        first[release.key] = of_artifact[work]
    return first


def _work(lineage: Lineage, key: str) -> str:
    """The artifact that something is a mere copy of, through any number of quantisations and conversions."""
    seen: set[str] = set()
    while key not in seen:
        seen.add(key)
        writers = [step for step in lineage.steps.values() if key in step.outputs]
        bases = [
            item.artifact
            for step in writers
            for role, given in step.inputs.items()
            if role in ("base", "source", "component")
            for item in given
            if step.kind in _SAME_WORK
            and lineage.artifacts[item.artifact].kind == lineage.artifacts[key].kind
        ]
        if len(bases) != 1 or any(step.kind not in _SAME_WORK for step in writers):
            return key
        key = bases[0]
    return key


def _head(world: World, finding: Finding, kind: str) -> str:
    """Kind and upstream of a finding's cause."""
    source = world.lineage.artifacts.get(finding.source) if finding.source else None
    if kind == "terms" and source is not None:
        return f"terms:{source.provider or source.id}"
    if kind in ("licence", "name") and source is not None:
        return _of_source(source, kind)
    if kind in _WITHOUT_UPSTREAM:
        return kind
    return f"{kind}:{_entry(finding.source)}" if finding.source else kind


def _entry(source: str) -> str:
    """The entry of the manifest that a source stands in: members of one list of names are asked about together."""
    return source.partition("#")[0]


def _of_source(source: Artifact, kind: str = "licence") -> str:
    """Sources under one known licence are one cause; what stands under none, or under an unread one, is its own."""
    if source.kind == "service":
        return f"terms:{source.provider or source.id}"
    if source.contradicted or source.licence_options or not source.licences:
        return f"{kind}:{_entry(source.id)}"
    return f"{kind}:{'+'.join(sorted(source.licences))}"


def _key(head: str, releases: Sequence[str], where: Mapping[str, set[str]]) -> str:
    """The cause's name: what it is, and the releases in which it stands open, this one among them."""
    opened = where.get(head, set())
    return f"{head}@{','.join(sorted(opened if opened.issuperset(releases) else set(releases)))}"
