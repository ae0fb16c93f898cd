"""What a manifest says of whether it is documented how a thing came about: that it is, where, that it is not."""

from __future__ import annotations

from compliance.model.declared.manifest import Artifact, Step
from compliance.model.declared.stated import Documentation
from compliance.resolve.lineage.machine_made import FACT


def closes(documented: Documentation | str) -> bool:
    """Whether a statement that something is documented says where, and which models wrote it."""
    return (
        isinstance(documented, Documentation)
        and documented.generators is not None
        and documented.names_a_place
    )


def by_none(declared: Artifact) -> bool:
    """Whether nothing that is stated names a model that wrote content of it."""
    return not (isinstance(declared.documented, Documentation) and declared.documented.generators)


def by_no_model(step: Step) -> bool:
    """Whether a place is named that says that nothing but its inputs went into a step."""
    return (
        closes(step.documented)
        and isinstance(step.documented, Documentation)
        and not step.documented.generators
    )


def denied(declared: Artifact | Step) -> bool:
    """Whether it is stated that nothing documents a making, or that this is not known."""
    unknown = declared.documented == "unknown" and "documented" in declared.model_fields_set
    return declared.documented == "no" or unknown


def left_open(declared: Artifact) -> str:
    """What is said of who wrote a thing that no step writes and leaves open which model it was; empty where nothing is.

    Whoever's own it is, and whoever else wrote some of it, closes that as little as where it is from.
    """
    if declared.facts.get(FACT) in ("yes", True) and by_none(declared):
        return "it is stated that a model alone wrote it, and not which one"
    unknown = _writers_unknown(declared.documented)
    return "it is stated that it is not known which models wrote content of it" if unknown else ""


def undocumented(step: Step) -> str:
    """That it is said of a step that nobody documents what went into it, or knows which models wrote of that."""
    if denied(step):
        return f"it is stated that what went into step {step.id} is not documented"
    unknown = _writers_unknown(step.documented)
    return (
        f"it is stated that it is not known which models wrote what went into step {step.id}"
        if unknown
        else ""
    )


def _writers_unknown(page: Documentation | str) -> bool:
    """Whether a documentation is named, and it is stated that nobody knows which models it names."""
    return (
        isinstance(page, Documentation) and page.generators is None and "generators" in page.model_fields_set
    )
