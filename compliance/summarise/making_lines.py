"""Lines on how a thing was made that are no `documented` of it: on its notes, its program, or a fact stated of it."""

from __future__ import annotations

from compliance.model.answered.report import AnswerLine
from compliance.model.declared.lineage import Artifact, Lineage, Noted
from compliance.model.words.placeholder import FILL_IN
from compliance.values import replace

_BY_NO_MODEL = f"{{where: {FILL_IN}, generators: none}}"
"""What answers a note that no rule reads, where nothing is behind it that the manifest does not name."""


def told_elsewhere(artifact: Artifact, line: AnswerLine, lineage: Lineage) -> tuple[AnswerLine, ...]:
    """What answers for an artifact's notes, program, fact or writer; none where `line`, its `documented`, does."""
    if artifact.making.answer:
        fact, settled = artifact.making.answer
        return (replace(line, path=(*line.path[:-1], "facts", fact), value=settled, example=""),)
    if program := lineage.artifacts.get(artifact.making.program):
        # The rows say already that no model wrote them; their program is what nobody has spoken of.
        return (replace(line, path=("artifacts", program.id, "documented"), value=_BY_NO_MODEL),)
    if (step := artifact.making.by_nobody) and not artifact.making.noted:
        place = lineage.locations.get(f"step:{step}")
        return (AnswerLine(("steps", step, "kind"), FILL_IN, (), place, "annotate"),)
    return tuple(_of_note(one, line, lineage) for one in artifact.making.noted if "/" not in one.step)


def _of_note(noted: Noted, line: AnswerLine, lineage: Lineage) -> AnswerLine:
    """What answers a note that no rule reads, where it stands."""
    if not noted.step:
        return replace(line, value=_BY_NO_MODEL)
    place = lineage.locations.get(f"step:{noted.step}")
    return replace(line, path=("steps", noted.step, "documented"), value=_BY_NO_MODEL, location=place)
