"""Whether a rule or a held text speaks of a licence: what `covered` says of a name."""

from __future__ import annotations

from compliance.evaluate.biting import can_bite
from compliance.evaluate.overall.coverage import SPEAKING
from compliance.evaluate.select import selects
from compliance.model.answered.report import COUNTED
from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.traits import FREE
from compliance.model.packs.truth import Truth


def spoken_of(kind: str, licences: tuple[str, ...], packs: Knowledge) -> bool:
    """Whether each of the licences has a text that is held, or a rule that asks of it; False where none is known."""
    return bool(licences) and all(
        bool(texts_of((one,), packs)) or _has_rule(kind, one, packs) for one in licences
    )


def texts_of(licences: tuple[str, ...], packs: Knowledge) -> tuple[str, ...]:
    """Ids of the loaded texts of the licences."""
    records = (packs.registry.licences.get(one) for one in licences)
    named = (record.instrument for record in records if record and record.instrument)
    return tuple(dict.fromkeys(one for one in named if one in packs.instruments))


def _has_rule(kind: str, licence: str, packs: Knowledge) -> bool:
    record = packs.registry.licences.get(licence)
    free = record is not None and bool(FREE & set(record.traits))
    artifact = Artifact("asked", kind, "asked", licences=(licence,))
    for pack, rule in packs.rules():
        source = rule.about.source
        if source is None or not (source.licence or source.trait) or rule.status not in COUNTED:
            continue
        family = (rule.family or pack.pack.family).partition(":")[0]
        selected = family in SPEAKING and selects(source, artifact, packs.registry) is not Truth.NO
        if selected and (free or can_bite(rule, packs)):
            return True
    return False
