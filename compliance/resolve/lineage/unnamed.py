"""What a step works with and does not name: a model or service behind a program, a description or a name of our own."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.declared.manifest import Artifact, Input, Step
from compliance.model.declared.stated import Documentation
from compliance.model.shapes.shape import Role
from compliance.model.words.spelling import split_organisation, words
from compliance.resolve.lineage.ancestry import Expanded, record_of
from compliance.resolve.lineage.making import TRAINING
from compliance.resolve.names.described import only_described
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.names.programs import calls_by_name


def unnamed(step: Step, full: Expanded, names: Names) -> Iterator[str]:
    """Inputs that stand for a model or service which nobody names."""
    for role, given in step.inputs.items():
        for item in given:
            artifact = full.artifacts[item.artifact]
            hands_on = _may_hand_on(step, full) and (
                names.calls_some_model(artifact.name, gathering=step.kind == "collect")
                or (step.kind != "collect" and calls_by_name(artifact.name or "", names))
            )
            taught_by = role == "teacher" and step.kind in _HANDED_ON and _somebodys(artifact)
            alone = artifact.kind == "code" and (step.kind in _WRITING or hands_on or taught_by)
            if alone and not _other_writers(step, item, full, names):
                # A program writes nothing of its own; whatever model it called is not named.
                if hands_on or role != "tool" or not _draws_by_itself(artifact, step, full):
                    yield item.artifact
                continue
            if artifact.kind == "code" and _teaches_alone(role, step):
                # Nobody learns from a program; of whom it hands on the answers is not said.
                yield item.artifact
            elif artifact.kind in ("model", "service") and _comes_from_unnamed(
                item.artifact, full, names, set()
            ):
                yield item.artifact


def _teaches_alone(role: Role, step: Step) -> bool:
    """Whether a teacher is all that a training step says that it learned from."""
    return (
        role == "teacher"
        and step.kind in TRAINING
        and not _LEARNT & {one for one, given in step.inputs.items() if given}
    )


def _comes_from_unnamed(key: str, full: Expanded, names: Names, seen: set[str]) -> bool:
    """Whether a model or service is not named, or was made here by steps that put one into another form that is not."""
    said = full.artifacts[key]
    makers = full.writing.makers(key, known=said.name is not None or said.license is not None)
    if not makers:
        return not is_named(full.artifacts[key], names)
    seen.add(key)
    given = {
        item.artifact
        for maker in makers
        if maker.kind not in TRAINING
        for role in _FORMS
        for item in maker.inputs.get(role, ())
    }
    return any(
        _comes_from_unnamed(one, full, names, seen)
        for one in sorted(given - seen)
        if full.artifacts[one].kind in _WRITERS
    )


_FORMS: tuple[Role, ...] = ("base", "source", "component")
"""Roles of weights that a step takes and puts into another form."""
_LEARNT: frozenset[Role] = frozenset({"data", "source", "seed", "prompts", "unknown"})
"""Roles of content from which a training step learns."""
_WRITING = ("generate", "rewrite")
_HANDED_ON = ("annotate", "convert", "collect")
"""Kinds of step in which a program may work by itself, unless it is known to hand on what it is asked."""


def _somebodys(program: Artifact) -> bool:
    """Whether a program is neither one's own nor known to work without a model; as a teacher it may have called one."""
    return program.origin != "own" and not _by_no_model(program)


def _draws_by_itself(program: Artifact, step: Step, full: Expanded) -> bool:
    """Whether all that a step writes is documented as written by no model, and the program is known well enough for it.

    A simulation or a sampler is: one's own, or one whose own page says that no model works in it.
    """
    known = program.origin == "own" or _by_no_model(program)
    told = program.note or program.statements or _ASKS_OTHERS & set(words(program.name or ""))
    return known and not told and all(_by_no_model(full.artifacts[one]) for one in step.outputs)


_OUR_NAMES = frozenset(("alias", "endpoint", "gateway", "internal", "my", "our", "ours", "proxy", "wrapper"))
"""Words of names that whoever calls a service gives to it."""
_ASKS_OTHERS = _OUR_NAMES - {"my", "our", "ours"} | {
    "agent",
    "agents",
    "api",
    "assistant",
    "bot",
    "client",
    "sdk",
}
"""Words of names of programs that hand on what they are asked to somebody."""


def _by_no_model(artifact: Artifact) -> bool:
    """Whether a page that is named says that no model wrote any of an artifact."""
    told = artifact.documented
    return (
        isinstance(told, Documentation)
        and told.generators is not None
        and not told.generators
        and told.names_a_place
    )


def _may_hand_on(step: Step, full: Expanded) -> bool:
    """Whether a step may have had something written; weights that are put into another form are not."""
    written = any(full.artifacts[one].kind != "model" for one in step.outputs)
    return step.kind in _WRITING or (step.kind in _HANDED_ON and written)


def _other_writers(step: Step, program: Input, full: Expanded, names: Names) -> bool:
    """Whether a step that writes names, beside a program, anything that can write.

    What may have stood in the program's place is nothing beside it: where it was the program, it worked alone.
    """
    given = [item for role in _BY_WRITERS for item in step.inputs.get(role, ())]
    beside = [item for item in given if not item.one_of or item.one_of != program.one_of]
    return any(_can_write(item.artifact, full, names) for item in beside)


_BY_WRITERS: tuple[Role, ...] = ("teacher", "tool", "unknown")


def _can_write(key: str, full: Expanded, names: Names) -> bool:
    """Whether an artifact is a model or a service, or rows that may stand for the one that wrote them."""
    artifact = full.artifacts[key]
    if artifact.kind in _WRITERS or artifact.kind == "code":
        return artifact.kind != "code"
    if full.writing.some_behind(key, lambda item: full.artifacts[item].kind in _WRITERS, {}):
        return True
    record, told = record_of(artifact, names), artifact.documented
    if isinstance(told, Documentation) and told.generators is not None:
        return bool(told.generators)
    by_people = record is not None and record.making == "from-scratch-or-people"
    return not by_people and artifact.origin not in ("own", "people")


_WRITERS = ("model", "service")


def is_named(artifact: Artifact, names: Names) -> bool:
    """Whether a model or service can be told from others: by its name, its provider, its developer or its licence.

    A licence beside a mere description does not say which model it is the licence of.
    """
    if artifact.provider or artifact.developer or artifact.origin == "own":
        return not (_is_a_host_alone(artifact, names) or _is_called_by_us(artifact, names))
    if artifact.name is None:
        return artifact.license is not None
    known = names.model(artifact.name) or names.service(artifact.name) or names.provider(artifact.name)
    if (known is not None and not names.unnamed_of(artifact.name)) or "/" in artifact.name:
        return True
    return artifact.license is not None and not only_described(artifact.name)


def _is_called_by_us(artifact: Artifact, names: Names) -> bool:
    """Whether a service of somebody else bears a name of our own, which says nothing of the model behind it."""
    theirs = artifact.kind == "service" and names.provider_record(artifact.provider) is not None
    if not theirs or artifact.serves or artifact.name is None or artifact.origin == "own":
        return False
    ours = _OUR_NAMES & set(words(split_organisation(artifact.name)[1]))
    return bool(ours) and names.service(artifact.name) is None and names.model(artifact.name) is None


def _is_a_host_alone(artifact: Artifact, names: Names) -> bool:
    """Whether all that is said of a service is that somebody runs weights there, and not which."""
    host = names.provider_record(artifact.provider) if artifact.kind == "service" else None
    if host is None or not host.runs_weights or artifact.serves:
        return False
    return artifact.name is None or names.unnamed_of(artifact.name) is not None
