"""Rows that a program of one's own draws by itself: a simulation or a sampler made them, and no model wrote them."""

from __future__ import annotations

import re

from compliance.model.declared.manifest import Step
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.unnamed import unnamed
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names

_MADE_AT_LARGE = frozenset(("synthetic", "synthesized", "synthesised"))
"""What is said of anything that was not measured, whoever or whatever made it."""
_BY_GENERATORS = regex(
    r"text|dialog|conversation|chat|question|answer|q ?& ?a|instruct|prompt|stor(?:y|ies)|essay|review|repl(?:y|ies)"
    r"|response|caption|translation|speech|voice|summar|letter|e-?mail|note|message|ticket|preference|reasoning"
    r"|thought|poem|article|news|document|corpus|persona|transcript|song|photo|portrait|face|code"
    r"|image|picture|video|audio|music|art(?![a-z])",
    re.IGNORECASE,
)
"""Words of rows that models of language, images or sound write: nobody but their maker can say that none did."""


def is_made_at_large(text: str) -> bool:
    """Whether a word says no more than that a thing was made.

    >>> is_made_at_large("Synthetic"), is_made_at_large("synthetic replies of our bot")
    (True, False)
    """
    return text.strip().casefold() in _MADE_AT_LARGE


def is_drawn(key: str, full: Expanded, names: Names) -> bool:
    """Whether programs alone drew rows that are documented as of no model, and that are called by no work of models.

    `unnamed` tells whether a program is one's own, or known by its own page, and whether it may hand on what it gets.
    """
    artifact = full.artifacts[key]
    writers = [step for step in full.writing.writers(key) if reads(step)]
    if artifact.kind != "dataset" or not writers or _BY_GENERATORS.search(f"{artifact.name or ''} {key}"):
        return False
    return all(_draws(step, full, names) for step in writers)


def _draws(step: Step, full: Expanded, names: Names) -> bool:
    """Whether a step does nothing but let a program write that needs no model for it."""
    given = [item for role, items in step.inputs.items() for item in items if role == "tool"]
    alone = step.kind == "generate" and len(given) == sum(map(len, step.inputs.values()))
    programs = all(full.artifacts[item.artifact].kind == "code" for item in given)
    return alone and programs and not any(unnamed(step, full, names))
