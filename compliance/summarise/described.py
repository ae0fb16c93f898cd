"""Things of which nobody has said how they were made, as a question names them, and which of them comes first."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.answered.finding import Finding
from compliance.model.declared.lineage import ADDED, MOST_QUOTED, Artifact, Lineage, Noted
from compliance.model.words.spelling import key as spelt

_CONTENT = ("dataset", "document", "code")


def urgency(artifact: Artifact, finding: Finding) -> tuple[int, str]:
    """A provider's word in the name comes first, then what was trained on, then weights, then the rest."""
    if artifact.making.hints:
        return 0, artifact.name
    trained_on = any(route.reach == "student" for route in finding.routes)
    if trained_on and artifact.kind in _CONTENT:
        return 1, artifact.name
    return (2 if artifact.kind == "model" else 3), artifact.name


def described(asked: Sequence[Artifact], lineage: Lineage) -> list[str]:
    """What is asked about by name, each once, with what its names and notes say; the first few notes are quoted."""
    names, noted, told = dict[str, None](), dict[Noted, None](), set[str]()
    for one in asked:
        # One page, or one note, that several things share is quoted at the first of them.
        new = [note for note in one.making.noted if note not in noted]
        fresh = new[: max(0, MOST_QUOTED - len(noted))]
        noted |= dict.fromkeys(new)
        text = _described(one, fresh, lineage)
        if text != one.name or one.name not in told:
            names[text] = None
        told.add(one.name)
    found, left = list(names), len(noted) - MOST_QUOTED
    if left > 0:
        found[-1] += f" (and {left} more {'note' if left == 1 else 'notes'})"
    return found


def _described(artifact: Artifact, quoted: Sequence[Noted], lineage: Lineage) -> str:
    put_out = [one.name for one in lineage.releases if one.artifact == artifact.id and one.name]
    told: list[tuple[str, list[str]]] = []
    left = list(artifact.making.hints)
    for where, names in (("its name holds", [artifact.name]), ("it is put out as", put_out)):
        held = [word for word in left if any(spelt(word) in spelt(name) for name in names)]
        left = [word for word in left if word not in held]
        told += [(where, held)]
    parts = [
        f"{where} {', '.join(f'“{word}”' for word in words)}"
        for where, words in (*told, ("what is said of it names", left))
        if words
    ]
    parts += [one.why for one in quoted]
    parts += [artifact.making.why] if not parts and _is_made_here(artifact, lineage) else []
    if account := artifact.making.account:
        parts.append(f"if it is that very work, `developer: {account}` says so")
    return f"{artifact.name} ({'; '.join(parts)})" if parts else artifact.name


def _is_made_here(artifact: Artifact, lineage: Lineage) -> bool:
    """Whether steps of the manifest write it: why it is asked about all the same is then to be told."""
    return any(artifact.id in step.outputs for key, step in lineage.steps.items() if ADDED not in key)
