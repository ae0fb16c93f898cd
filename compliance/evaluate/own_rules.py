"""Which sources only rules of further folders speak of: without these folders they would not be covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.evaluate.coverage import SPEAKING
from compliance.model.finding import Finding
from compliance.model.knowledge import Knowledge

_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""


def spoken_of_by_own_rules(findings: Sequence[Finding], knowledge: Knowledge) -> Iterator[str]:
    """A warning for each source of whose terms or licence no bundled rule says anything, and one of one's own does."""
    own = _own_rules(knowledge)
    if not own:
        return
    speaking: dict[str, list[Finding]] = {}
    for one in findings:
        if one.source and one.family.split(":")[0] in SPEAKING:
            speaking.setdefault(one.source, []).append(one)
    for source, of_it in speaking.items():
        rules = dict.fromkeys(one.rule for one in of_it)
        if own.issuperset(rules):
            yield (
                f"{of_it[0].source_name or source}: of its terms or licence no bundled rule speaks, only rule "
                f"{', '.join(rules)} of a further folder; the finding is as good as that rule"
            )


def _own_rules(knowledge: Knowledge) -> frozenset[str]:
    files = [one for one in knowledge.used if one.rules]
    if len(files) != len(knowledge.packs) or all(one.path.startswith(_BUNDLED) for one in files):
        return frozenset()
    packs = zip(knowledge.packs, files, strict=True)
    return frozenset(
        rule.id for pack, file in packs if not file.path.startswith(_BUNDLED) for rule in pack.rules
    )
