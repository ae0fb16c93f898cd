"""Findings with everything that explains them: routes, where readings stop, clauses, assurance, the reason."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from compliance.evaluate.ask import Asked, ask, texts_of
from compliance.evaluate.conditions.duties import duties
from compliance.evaluate.overall.everywhere import only_everywhere
from compliance.evaluate.reaching.ways import find_route
from compliance.evaluate.select import alternatives
from compliance.evaluate.telling.finding import Telling, reason_of, stopped, told_later
from compliance.evaluate.telling.turns import by_fact, by_reading
from compliance.evaluate.world import Binding, World
from compliance.later import later
from compliance.model.answered.finding import ClauseInForce, Finding, Force
from compliance.model.declared.lineage import BY_NAME, Artifact
from compliance.model.declared.route import Route
from compliance.model.packs.besides import prose_of
from compliance.model.packs.instrument import LAW_KINDS
from compliance.model.packs.rule import Pack, Rule
from compliance.model.packs.truth import NEVER, Position, Readings, Truth, position_of, position_range
from compliance.values import replace

ASSURANCES = ("full-text", "quoted", "secondary", "memory")
MAX_ROUTES = 6


def build_finding(world: World, pack: Pack, rule: Rule, group: list[Binding]) -> Finding | None:
    """One finding for the entries of one source and party; None where the cited text did not govern any of them."""
    results = [(binding, ask(rule, binding.context)) for binding in group]
    put = [(binding, asked) for binding, asked in results if asked.applicable]
    if not put:
        return _not_yet(world, pack, rule, results)
    bites = NEVER
    for _, asked in put:
        bites = bites | asked.bites
    binding, worst = max(put, key=lambda pair: tuple(reversed(tuple(pair[1].bites))))
    missing = () if bites.decided else tuple(dict.fromkeys(f for _, asked in put for f in asked.missing))
    turned = missing and not world.brief
    answers, fact_turns = by_fact(rule, [asked for _, asked in put], bites, missing) if turned else ((), ())
    routes = tuple(itertools.islice((route for one, _ in put for route in _routes(world, one)), MAX_ROUTES))
    clauses = tuple(dict.fromkeys(c for _, asked in put if asked.standing for c in asked.standing.clauses))
    return _finding(
        world, pack, rule, binding, bites,
        missing=missing, answers=answers, routes=routes, clauses=clauses,
        steps=tuple(dict.fromkeys(one.context.entry.step for one, _ in put if one.context.entry)),
        assurance=_assurance(clauses),
        duties=() if world.brief or position_of(bites) is Position.CLEAR else duties(rule, binding.context, clauses),
        everywhere=only_everywhere(rule, rule.family or pack.pack.family, binding.context, bites),
        turns_on=later(lambda: (*by_reading(worst), *fact_turns)) if worst.bites == bites else fact_turns,
        **told_later(lambda: Telling(
            worst.told,
            tuple(dict.fromkeys(stopped(world, rule, routes))),
            reason_of(rule, worst, bites, missing),
        )),
    )  # fmt: skip


def _finding(
    world: World, pack: Pack, rule: Rule, binding: Binding, bites: Readings, **explained: object
) -> Finding:
    context = binding.context
    source, target = context.source, context.target
    low, high = position_range(bites)
    told = prose_of(rule, texts_of(rule, context))
    place = f"artifact:{source.id.split('~')[0]}" if source else f"release:{target.release.key}"
    return Finding(
        rule=rule.id,
        title=rule.title,
        family=_family(world, pack, rule, source),
        norm=rule.norm,
        force=_force(world, rule),
        party=binding.party,
        party_name=binding.party_name,
        release=target.release.key,
        source=source.id if source else None,
        source_name=source.name if source else None,
        position=position_of(bites),
        low=low,
        high=high,
        readings=bites,
        own=_is_own(world, binding),
        turn_words=rule.turns,
        says=told.says,
        consequence=told.consequence,
        what_to_do=rule.what_to_do,
        does_not_cover=told.does_not_cover,
        location=world.lineage.locations.get(place),
        origin=_origin(source),
        **explained,  # type: ignore[arg-type]
    )


def _family(world: World, pack: Pack, rule: Rule, source: Artifact | None) -> str:
    """The family of a rule's findings; of one that serves several licences, that of the source's."""
    family = rule.family or pack.pack.family
    if not rule.by_licence or rule.about.source is None or source is None:
        return family
    meant = [key for named in alternatives(source) for key in named if key in rule.about.source.licence]
    families = [world.knowledge.registry.licences[key].family or family for key in meant]
    # A text for code, data and weights is filed under one of them.
    return next((one for one in families if one.split(":")[0] == family.split(":")[0]), family)


def _is_own(world: World, binding: Binding) -> bool:
    """Whether it is the position of the party that asks: the one that releases, or that takes another's release."""
    lineage, context = world.lineage, binding.context
    if binding.party == "bound-party" and context.party is not None and lineage.asks(context.party):
        # Who made the calls is bound by their terms, whoever puts the result out. What a company of the group handed on
        # within it is put to rules as if it were published, which it was not.
        return context.party is lineage.asking or context.target.release in lineage.releases
    releases = lineage.asks(lineage.releaser(context.target.release))
    return context.target.own and (binding.party == "downstream-user") is not releases


_HOW_KNOWN = {"secondary": " (at second hand)", "memory": " (from memory)", BY_NAME: " (by its name alone)"}


def _origin(source: Artifact | None) -> str:
    if source is None:
        return "declared"
    if source.added:
        return f"resolved: known ancestry{_HOW_KNOWN.get(source.ancestry_known, '')}"
    known = _HOW_KNOWN.get(source.recorded, "")
    supplied = ", ".join(sorted({name for name, _ in source.resolved}))
    return f"resolved: {supplied}{known}" if supplied else "declared"


def _force(world: World, rule: Rule) -> Force:
    if rule.status in ("proposed", "soft-law"):
        return rule.status
    if _is_house_rule(world, rule):
        return "house-rule"
    forces = {i.force for cite in rule.cites if (i := world.knowledge.instruments.get(cite.instrument))}
    return forces.pop() if len(forces) == 1 else "in-force"


def _is_house_rule(world: World, rule: Rule) -> bool:
    texts = [world.knowledge.instruments.get(cite.instrument) for cite in rule.cites]
    return bool(texts) and all(text is not None and text.kind == "house-rule" for text in texts)


def _not_yet(world: World, pack: Pack, rule: Rule, results: list[tuple[Binding, Asked]]) -> Finding | None:
    """A law that comes into force later is shown, clear, with its date; other texts that did not govern are not."""
    binding, asked = results[0]
    standing = asked.standing
    instruments = [world.knowledge.instruments.get(cite.instrument) for cite in rule.cites]
    laws = [i for i in instruments if i is not None and i.kind in LAW_KINDS]
    if standing is None or not laws or rule.status == "proposed":
        return None
    return _finding(
        world, pack, rule, binding, NEVER,
        elements=later(lambda: asked.told), clauses=standing.clauses, reason=standing.why,
        assurance=_assurance(standing.clauses),
    )  # fmt: skip


def _assurance(clauses: tuple[ClauseInForce, ...]) -> str:
    given = [clause.assurance for clause in clauses if clause.assurance in ASSURANCES]
    worst = max(given, key=ASSURANCES.index, default="full-text")
    return f"{worst}, continuity assumed" if any(c.status == "continuity" for c in clauses) else worst


def _routes(world: World, binding: Binding) -> Iterator[Route]:
    if binding.number is None:
        return
    for reach, truth in binding.context.classes.items():
        settled = truth is Truth.YES
        route = find_route(world.table, binding.number, binding.context.target.node, reach, settled=settled)
        if route is not None:
            yield route


def unreached_findings(world: World, pack: Pack, rule: Rule, told: set[str | None]) -> list[Finding]:
    """A clear finding for each matching source that a step of the lineage reads but that reaches no release."""
    if rule.about.source is None or not world.lineage.releases:
        return []
    read = world.read_by
    found = []
    for artifact in world.lineage.artifacts.values():
        if artifact.kind != "service" or artifact.id in told or artifact.id not in read:
            continue
        if artifact.id in world.reached or world.selection.selects(rule.about.source, artifact) is Truth.NO:
            continue
        first = world.lineage.releases[0]
        context = world.context(world.target(first))
        binding = Binding(replace(context, source=artifact), "releaser", world.lineage.releaser(first).name)
        step = read[artifact.id]
        reason = f"{artifact.name} is only used in step {step.id} ({step.kind}), which makes no lineage to a release"
        found.append(_finding(world, pack, rule, binding, NEVER, reason=reason, steps=(step.id,)))
    return found
