"""Which sources only rules of further folders speak of: without these folders they would not be covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.evaluate.overall.coverage import SPEAKING, not_covered, spoken_of
from compliance.evaluate.world import World
from compliance.model.answered.finding import Evaluation, Finding
from compliance.model.known.knowledge import Knowledge
from compliance.model.words.warned import of_name

_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""


def spoken_of_by_own_rules(world: World, findings: Sequence[Finding]) -> Iterator[str]:
    """A warning for each source of whose terms or licence no bundled rule says anything, and one of one's own does.

    A bundled finding counts where coverage counts it: what is proposed, can never bite or cites a text of another day
    speaks of nothing, and takes no warning away. One of one's own that counts for nothing brings none.
    """
    own = own_rules(world.knowledge)
    if not own:
        return
    covered = spoken_of(world, findings)
    covered -= spoken_of(world, [one for one in findings if one.rule not in own])
    speaking: dict[str, list[Finding]] = {}
    for one in findings:
        if one.source and one.rule in own and one.family.split(":")[0] in SPEAKING:
            speaking.setdefault(one.source, []).append(one)
    for source, of_it in speaking.items():
        if source in covered:
            rules = ", ".join(dict.fromkeys(one.rule for one in of_it))
            yield of_name(
                f"{of_it[0].source_name or source}: of its terms or licence no bundled rule speaks, only rule "
                f"{rules} of a further folder; the finding is as good as that rule"
            )


def left_open_by_bundled_rules(world: World, evaluation: Evaluation) -> Iterator[str]:
    """A warning for each name that nothing would cover, and each release that no rule is put to, without own rules.

    A finding can settle whether a name is covered though it speaks of something else, or of another party.
    """
    own = own_rules(world.knowledge)
    if not own:
        return
    told = set(spoken_of(world, evaluation.findings))
    bundled = [one for one in evaluation.findings if one.rule not in own]
    told -= spoken_of(world, bundled)
    held = {(one.subject, release) for one in evaluation.not_covered for release in one.releases}
    for one in not_covered(world, bundled):
        if one.subject not in told and any((one.subject, release) not in held for release in one.releases):
            rules = dict.fromkeys(each.rule for each in evaluation.findings if _is_of(each, one.subject, own))
            yield of_name(
                f"{one.name}: it counts as covered through {', '.join(rules) or 'a rule'} of a further folder alone; "
                f"without that, {one.why}"
            )
    of_others = {r.key for r in world.lineage.releases if not world.lineage.asks(world.lineage.releaser(r))}
    looked_at = {one.release for one in bundled if one.own or one.release in of_others}
    for release in evaluation.releases_covered:
        if release not in looked_at:
            yield of_name(
                f"{release}: only rules of a further folder were put to it; the answer is as good as they are"
            )


def _is_of(finding: Finding, source: str, own: frozenset[str]) -> bool:
    return finding.source == source and finding.rule in own


def own_rules(knowledge: Knowledge) -> frozenset[str]:
    """Ids of the rules of further folders."""
    files = [one for one in knowledge.used if one.rules]
    if len(files) != len(knowledge.packs) or all(one.path.startswith(_BUNDLED) for one in files):
        return frozenset()
    packs = zip(knowledge.packs, files, strict=True)
    return frozenset(
        rule.id for pack, file in packs if not file.path.startswith(_BUNDLED) for rule in pack.rules
    )
