"""Which sources only rules of further folders speak of: without these folders they would not be covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.evaluate.coverage import SPEAKING, spoken_of
from compliance.evaluate.world import World
from compliance.model.finding import Finding
from compliance.model.knowledge import Knowledge

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
            yield (
                f"{of_it[0].source_name or source}: of its terms or licence no bundled rule speaks, only rule "
                f"{rules} of a further folder; the finding is as good as that rule"
            )


def own_rules(knowledge: Knowledge) -> frozenset[str]:
    """Ids of the rules of further folders."""
    files = [one for one in knowledge.used if one.rules]
    if len(files) != len(knowledge.packs) or all(one.path.startswith(_BUNDLED) for one in files):
        return frozenset()
    packs = zip(knowledge.packs, files, strict=True)
    return frozenset(
        rule.id for pack, file in packs if not file.path.startswith(_BUNDLED) for rule in pack.rules
    )
