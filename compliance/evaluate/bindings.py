"""Whom and what a rule is put to: sources, entry steps, targets and parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.evaluate.context import Target
from compliance.evaluate.reaching.classes import Classes, handed_out, only_loaded
from compliance.evaluate.world import Binding, World
from compliance.model.answered.finding import PartyWord
from compliance.model.declared.lineage import Artifact, Edge, Lineage
from compliance.model.declared.manifest import Party, Release
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Truth


def bindings(world: World, rule: Rule, release: Release) -> Iterator[Binding]:
    """Every context in which the rule is put for this release."""
    target = world.target(release)
    if rule.about.release is not None:
        if world.selection.selects(rule.about.release, target.artifact) is not Truth.NO:
            if "recipient" in rule.parties:
                party, name = taker(world.lineage, release)
                context = world.context_of(target, None, None, {}, "recipient", party)
                yield Binding(context, "downstream-user", name)
            if set(rule.parties) != {"recipient"}:
                yield Binding(world.context(target), "releaser", world.lineage.releaser(release).name)
        return
    about = rule.about.source
    assert about is not None
    for artifact in _in_reach(world, about, rule.about.used_in, target):
        held = world.reaches(target.node).get(artifact.id, {})
        if not only_loaded(held) or world.follows_loading(rule):
            key = (artifact.id, id(release), about.own, _by_licence(about), rule.about.used_in, rule.parties)
            if key not in world.bound:
                world.bound[key] = tuple(_of_source(world, rule, artifact, target))
            yield from world.bound[key]


def _in_reach(
    world: World, about: operator.Selector, used_in: Sequence[str], target: Target
) -> Iterable[Artifact]:
    """The sources that a rule speaks of, in their order, without those that nothing connects with the release."""
    selected, held = world.selection.selected(about), world.reaches(target.node)
    wanted = held.keys() | world.read_in(tuple(used_in)) if used_in else held.keys()
    if len(selected) <= len(wanted):
        return [one for key, one in selected.items() if key in wanted]
    return [selected[key] for key in sorted(wanted & selected.keys(), key=world.places.__getitem__)]


def taker(lineage: Lineage, release: Release) -> tuple[Party | None, str]:
    """Who takes a release: the party that asks about somebody else's, or nobody in particular."""
    asking = lineage.asking
    if lineage.asks(lineage.releaser(release)):
        return None, "whoever takes the release"
    return asking, asking.name


def _is_spared(rule: Rule, source: Artifact, lineage: Lineage, releaser: Party) -> bool:
    """Whether a rule is none of the publisher's concern: nobody is bound by a licence of their own.

    What its own steps made of something else may still owe what that owes, and a rule that goes by something else than
    the licence is put to its own works as well.
    """
    about = rule.about.source
    assert about is not None
    if (
        source.owned
        and _by_licence(about)
        and "recipient" not in rule.parties
        and lineage.party(None) is releaser
    ):
        return True
    made_by_it = source.maker is not None and lineage.party(source.maker) is releaser
    return made_by_it and not about.own


def _by_licence(about: operator.Selector) -> bool:
    """Whether a selector goes by licences, or by there being none."""
    return bool(about.licence or about.trait or about.not_licence or about.unlicensed)


def _of_source(world: World, rule: Rule, source: Artifact, target: Target) -> Iterator[Binding]:
    lineage = world.lineage
    releaser = lineage.releaser(target.release)
    spared = _is_spared(rule, source, lineage, releaser)
    if source.id == target.artifact.id and not spared:
        yield from _parties(world, rule, source, None, {"itself": Truth.YES}, target, None)
    for number in world.entries_of(source.id, target.node):
        classes = handed_out(world.table.classes(number, target.node), source.kind, target.release)
        by_others = lineage.party(lineage.steps[lineage.edges[number].step].by) is not releaser
        if classes and (by_others or not spared):
            yield from _parties(world, rule, source, world.lineage.edges[number], classes, target, number)
    if rule.about.used_in and source.id not in world.reaches(target.node):
        yield from _used(world, rule, source, target)


def _used(world: World, rule: Rule, source: Artifact, target: Target) -> Iterator[Binding]:
    """Steps of the kinds the rule names that read the source without making lineage; no route, no reach."""
    for step, role in world.readings.get(source.id, ()):
        if step.kind in rule.about.used_in:
            edge = Edge(world.lineage.latest[source.id], target.node, ((),), step.id, role)
            yield from _parties(world, rule, source, edge, {}, target, None)


def _parties(
    world: World,
    rule: Rule,
    source: Artifact,
    entry: Edge | None,
    classes: Classes,
    target: Target,
    number: int | None,
) -> Iterator[Binding]:
    lineage = world.lineage
    step = lineage.steps.get(entry.step) if entry else None
    releaser = lineage.releaser(target.release)
    caller = lineage.party(step.by) if step else releaser
    own = caller is releaser
    takes, taker_name = taker(lineage, target.release)
    parties: dict[operator.PartyRole, Party | None] = {
        "releaser": releaser,
        "caller": caller,
        "recipient": takes,
    }

    def bind(role: operator.PartyRole, word: PartyWord, name: str, at: Target, reached: Classes) -> Binding:
        return Binding(world.context_of(at, source, entry, reached, role, parties[role]), word, name, number)

    if own and entry is not None and {"caller", "releaser"} & set(rule.parties):
        word: PartyWord = "bound-party" if "caller" in rule.parties else "releaser"
        yield bind("caller", word, releaser.name, target, classes)
    elif "releaser" in rule.parties:
        yield bind("releaser", "releaser", releaser.name, target, classes)
    if not own and entry is not None and number is not None and "caller" in rule.parties:
        handed_on = _handed_on(world, number, step.by if step else None, target)
        if handed_on is not None:
            yield bind("caller", "bound-party", caller.name, *handed_on)
    if "recipient" in rule.parties:
        yield bind("recipient", "downstream-user", taker_name, target, classes)


def _handed_on(world: World, entry: int, party: str | None, target: Target) -> tuple[Target, Classes] | None:
    """The last thing that a party other than the publisher wrote from this entry, as if it were its release.

    Where whoever asks made the released thing itself, what is said of the release holds of it, whoever puts it out.
    """
    lineage = world.lineage
    for node in world.written_after(entry, party):
        classes = world.table.classes(entry, node)
        if classes:
            artifact = lineage.artifact_of(node)
            as_if = Release(
                artifact=artifact.id, name=artifact.name, access="public", license=artifact.licence_text
            )
            itself = node == target.node and lineage.asks(lineage.party(party))
            release = target.release if itself else as_if
            return Target(release, artifact, node, own=False), classes
    return None
