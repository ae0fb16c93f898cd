"""Notices by which a product tells that a machine answers, as laws ask: of its answers, not of what it was made from.

Who puts weights up, or calls a service for whoever asks, has them write, and says so: "answers are written by AI".
Nothing else than these is meant, as long as the sentence names no model and tells of no rows, no training and nothing
that is past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.model.declared.manifest import ROWS, Artifact, Release, Step
from compliance.model.shapes.shape import Role
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose.sentences import writers_in
from compliance.resolve.words.prose.spoken import Spoken

_ROLES: tuple[Role, ...] = ("base", "adapter", "component")
_WRITES_NOTHING = ("embedding", "reranker", "classifier", "reward")
_TASKS_OF_WRITING = (None, "image", "video", "speech", "translation")
"""Tasks of hosted services by which they put something out; no one task is told of those that answer anything."""
_A_MACHINE = ("ai", "ki", "ia", "ии")
_OF_ITS_MAKING = regex(
    r"(?<![^\W\d_])(?:was|were|been|had|did|train\w*|tun(?:e|ed|ing)|fine-?tun\w*|learn\w*|data\w*|rows?|corp(?:us|ora)"
    r"|documents?|sources?|examples?|sets?|labels?|labell?ed|annotat\w*|synthetic\w*|distil\w*|manuals?|pages?|books?"
    r"|knowledge|catalogue\w*|articles?|index\w*|entr(?:y|ies)|faqs?|wurden?|war(?:en)?|daten\w*|quellen?|dokument\w*"
    r"|trainier\w*|handb\w*|étaient|était|été|données|entraîn\w*|fue(?:ron)?|datos|entren\w*|foram|foi|dados|dati"
    r"|code|programs?|prompts?|questions?|fragen)(?![^\W\d_])",
    re.IGNORECASE,
)
"""Words of what a thing was made from or looks things up in, and of what is over."""


def writers_beside(
    text: str, key: str, full: Expanded, releases: Sequence[Release], names: Names
) -> Iterator[Spoken]:
    """What a sentence beside a thing says wrote it, but for what a notice on answers says at large."""
    shown = any(text in (one.notices or ()) for one in releases)
    of_answers = shown and not _OF_ITS_MAKING.search(text) and _answers(key, full, names)
    for one in writers_in(text, names):
        if not (of_answers and (one.at_large or one.text.lower() in _A_MACHINE)):
            yield one


def _answers(key: str, full: Expanded, names: Names) -> bool:
    """Whether every step that makes a thing puts up weights or a service that write, or packs them without rows."""
    steps = full.writing.writers(key)
    return (
        bool(steps)
        and full.artifacts[key].kind not in ROWS
        and all(_puts_up(one, full, names) for one in steps)
    )


def _puts_up(step: Step, full: Expanded, names: Names) -> bool:
    held = [full.artifacts[item.artifact] for given in step.inputs.values() for item in given]
    packed = (full.artifacts[item.artifact] for role in _ROLES for item in step.inputs.get(role, ()))
    # Rows that go out beside the weights may be what the notice is about.
    alone = step.kind == "deploy" or (step.kind == "bundle" and all(one.kind not in ROWS for one in held))
    return alone and any(_writes(one, names) for one in packed)


def _writes(artifact: Artifact, names: Names) -> bool:
    """Whether weights or a service put out words, pictures or speech, as far as their record tells."""
    name = artifact.name
    if artifact.kind == "service":
        # A service whose name tells nothing may be one that is only asked for vectors or labels.
        served = names.service(artifact.serves or name) if name else None
        return served is not None and served.function in _TASKS_OF_WRITING
    record = names.model(name) if artifact.kind == "model" and name else None
    return artifact.kind == "model" and (record is None or record.function not in _WRITES_NOTHING)
