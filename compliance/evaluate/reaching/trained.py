"""Who trained on what came in from a source: whoever did copied it, and for a purpose of its own."""

from __future__ import annotations

from compliance.evaluate.context import Context
from compliance.evaluate.reaching.reach import on_the_way
from compliance.model.declared.lineage import Edge, Lineage
from compliance.model.declared.manifest import Party


def trained_here(context: Context) -> bool:
    """Whether the publisher, its group or somebody on its order trained on what the source brought in."""
    lineage, entry = context.lineage, context.entry
    ids = trainings(lineage, entry, context.target.node) if entry is not None else ()
    steps = [lineage.steps[one] for one in ids if one in lineage.steps]
    ours = lineage.releaser(context.target.release)
    parties = [lineage.party(step.by) for step in steps]
    return any(step.commissioned == "yes" for step in steps) or any(
        party is ours or (_of_group(party, lineage) and _of_group(ours, lineage)) for party in parties
    )


def _of_group(party: Party, lineage: Lineage) -> bool:
    """Whether a party is the publisher or belongs to it; where that is written as open, it is taken to."""
    said = "affiliate" in party.model_fields_set and party.affiliate == "unknown"
    return party is lineage.publisher or party.affiliate == "yes" or said


def trainings(lineage: Lineage, entry: Edge, node: int) -> frozenset[str]:
    """Ids of the steps that trained on what came in by an entry, on its ways to a version."""
    ways = on_the_way(lineage, entry, {entry.target}, node)
    return frozenset(edge.step for edge in ways if any("trained-on" in option for option in edge.options))


def of_others(context: Context) -> bool:
    """Whether the source is somebody else's for whoever puts it out, though it be stated as the publisher's own.

    A record tells of another developer, or a party outside the publisher's group puts it out.
    """
    lineage, source = context.lineage, context.source
    releaser = lineage.releaser(context.target.release)
    ours = releaser is lineage.party(None) or releaser.affiliate == "yes"
    return not ours or (source is not None and source.contradicted)
