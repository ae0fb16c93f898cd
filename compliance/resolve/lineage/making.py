"""How artifacts came to be: which steps made them, and what of their making nobody has said.

A step makes an artifact where it turns something else into it. Taking a copy, tidying it in place, collecting it, or a
step that is listed after the artifact was used erases nothing of what stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.lineage import NOT_LOOKED_UP, UNDISCLOSED, Making
from compliance.model.declared.manifest import Artifact, Step
from compliance.model.shapes.shape import Role
from compliance.resolve.against.others_facts import as_stated, of_others, settling, unsettled
from compliance.resolve.lineage.acts import MOVES, writes_by_its_name
from compliance.resolve.lineage.documented import (
    by_no_model,
    by_none,
    closes,
    denied,
    left_open,
    undocumented,
)
from compliance.resolve.lineage.unplain import placed
from compliance.resolve.lineage.writing import makes
from compliance.values import dataclass

TRAINING = ("pretrain", "train", "finetune", "preference-tune", "rl", "distil-logits")
_CONTENT = ("data", "source", "seed", "prompts", "unknown")
_WEIGHTS = ("base", "adapter", "component", "unknown")
_FROM_TEXT = ("pretrain", "train", "finetune")
"""Kinds of training that repeat what they read: a question alone holds no answer to learn."""
_MATERIAL: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(TRAINING, (*_CONTENT, "teacher")),
    **dict.fromkeys(_FROM_TEXT, ("data", "source", "teacher", "unknown")),
    "distil-logits": ("teacher", "unknown"),
    **dict.fromkeys(("generate", "rewrite"), ("teacher", "tool", "unknown")),
    "annotate": (*_CONTENT, "teacher", "judge", "tool"),
    "convert": (*_CONTENT, *_WEIGHTS, "teacher", "judge", "tool"),
    **dict.fromkeys(("mix", "filter", "judge", "collect"), _CONTENT),
    **dict.fromkeys(("merge", "quantise", "prune", "deploy"), _WEIGHTS),
    "bundle": (*_WEIGHTS, *_CONTENT),
}
"""What a step of a kind must say that it worked on or with, for its output to be explained."""
_LACKS = {
    **dict.fromkeys(TRAINING, "step {step} trains it and names neither data, teacher nor prompts"),
    **dict.fromkeys(_FROM_TEXT, "step {step} trains it and names neither data nor teacher"),
    "distil-logits": "step {step} learns from logits and does not say whose",
    **dict.fromkeys(
        ("generate", "rewrite"), "step {step} writes it and does not say which model or service did"
    ),
}
_ALL_OF_IT = 0.9
"""Published shares are rounded and leave small sources out; from here on what is listed stands for the whole."""
_FROM_WEIGHTS = ("finetune", "preference-tune", "rl")
"""Kinds of training that start from weights that are there."""
_LOOKED_UP = ("known", "from-scratch-or-people")
"""What a record says of a making that is known."""
_CRAWLED = ("dataset", "document")
"""Kinds of which other rules ask what was crawled; the origin of weights or code says nothing of their making."""
_OF_A_FOUNDATION = {"undisclosed-by-developer": UNDISCLOSED, "not-looked-up": NOT_LOOKED_UP}
_BY_A_MODEL = ("generate", "rewrite", "distil-logits")
"""Kinds of step in which a model writes, whoever else does."""
_WRITERS: tuple[Role, ...] = ("teacher", "tool")


def gap(step: Step, unnamed: Sequence[str]) -> str:
    """What the step leaves unsaid about the making of what it writes; empty where nothing.

    `unnamed` are artifacts that stand for a model or service whose name is not given.
    """
    if why := undocumented(step):
        return why
    given = {role for role, items in step.inputs.items() if items}
    wanted = _MATERIAL.get(step.kind, ())
    if wanted and not given & set(wanted):
        return _LACKS.get(step.kind, "step {step} says nothing of what it was made from").format(step=step.id)
    if 0 < (listed := _share_listed(step)) < _ALL_OF_IT:
        return f"the shares that step {step.id} lists come to {listed:g} of what it read, and the rest is not named"
    for role in _WRITERS:
        for item in step.inputs.get(role, ()):
            if item.artifact in unnamed:
                return f"step {step.id} does not name the {role} behind it"
    if step.kind in _BY_A_MODEL and any(item.artifact in unnamed for item in step.inputs.get("unknown", ())):
        return f"step {step.id} does not name what wrote it"
    return _work_of_nobody(step, given)


def _work_of_nobody(step: Step, given: set[Role]) -> str:
    """What a step leaves unsaid that is called after work of writing, and whose kind says that it does none."""
    work = writes_by_its_name(step.id) if step.kind in MOVES else ""
    if not work or "teacher" in given or (step.kind == "convert" and "tool" in given):
        return ""
    return f"step {step.id} is called “{work}”, {step.kind} writes nothing, and nothing says which model or who did it"


def _share_listed(step: Step) -> float:
    """What the shares of the content that a step read come to; 0 where not every one is stated."""
    shares = [item.share for role, given in step.inputs.items() if role in _CONTENT for item in given]
    return sum(share for share in shares if share) if shares and None not in shares else 0


def baseless(step: Step) -> bool:
    """Whether the step goes on training and does not say from which weights it starts."""
    given = {role for role, items in step.inputs.items() if items}
    return step.kind in _FROM_WEIGHTS and not given & set(_WEIGHTS)


@dataclass(frozen=True, slots=True)
class Told:
    """What the name of an artifact speaks of."""

    words: tuple[str, ...] = ()
    """Words of providers, their models, and of making by a model."""
    against: tuple[str, ...] = ()
    """Words that speak against its having been made by people, or by no model that is named behind it."""
    elsewhere: tuple[str, ...] = ()
    """Models that the manifest says in a sentence to have written some of it, and that nothing behind it is."""
    weights: tuple[str, ...] = ()
    """Models that the manifest names in a sentence beside it, and that nothing behind it is."""
    limits: tuple[str, ...] = ()
    """Words of sentences that keep it to use that is not commercial, where no licence that is stated does."""
    released: bool = False
    """Whether it is put out itself."""
    providers: tuple[str, ...] = ()
    """Generators of which its documentation names the provider alone."""
    account: str = ""
    """The account under which the registry holds a work of the same name, where no more is known of its maker."""
    placed: str = ""
    """What stands where a place should that tells that no model wrote rows of one's own."""


def making(
    key: str,
    declared: Artifact,
    writers: Sequence[Step],
    recorded: str | None,
    stage: str | None,
    unnamed: Sequence[str],
    told: Told,
) -> Making:
    """What is known of how one artifact was made, and by what it is known.

    `writers` are the steps of the manifest that write it, `recorded` and `stage` are what its registry record says,
    `told` is what its name speaks of. Notes are left aside here, and so are facts: `with_notes` and
    `while_unsettled` look at them.
    """
    said = told.against or told.words
    if told.weights or told.limits:
        return _said_beside(told)
    if declared.kind == "service":
        return Making("elsewhere", "whose service it is, and under which terms")
    stated = _stated(declared, told, unmade=not writers and not recorded)
    unexplained = next((why for step in writers if (why := gap(step, unnamed))), "")
    starts = next((step.id for step in writers if baseless(step)), "") if declared.kind == "model" else ""
    if starts and (stated is None or stated.state == "open" or recorded not in _LOOKED_UP):
        # Who wrote its data says nothing of the weights that it keeps.
        base = f"step {starts} goes on training and does not say from which weights"
        more = unexplained if stated is None else stated.why if stated.state == "open" else ""
        return Making("open", f"{base}; {more}" if more else base, said, starts)
    written = next((step for step in writers if _by_a_model(step, unnamed) and gap(step, unnamed)), None)
    if written is not None and stated is not None and stated.state == "known" and by_none(declared):
        program = _program_of(written, unnamed)
        why = _by_no_model_in(written, unnamed, program)
        return Making("open", why, said, program=program, by_nobody=_by_nobody(written))
    if stated is not None:
        return stated
    if unexplained:
        by_nobody = _by_nobody(written) if written is not None and by_no_model(written) else ""
        return Making("open", unexplained, said, by_nobody=by_nobody)
    if any(makes(step, key, known=False) for step in writers):
        return _by_steps(declared, told)
    return _recorded(declared, recorded, stage, said)


def while_unsettled(made: Making, declared: Artifact, told: Told) -> Making:
    """A making that is known stays open as long as a fact says that somebody's leave is missing or not known."""
    known = made.state in ("known", "foundation")
    fact = unsettled(declared.facts, declared.license) if known else ""
    if not fact:
        return made
    why = f"{as_stated(fact, declared.facts)} is stated of it, and only another answer to that settles it"
    return Making("open", why, told.against or told.words, answer=(fact, settling(fact)))


def _by_steps(declared: Artifact, told: Told) -> Making:
    """That steps make it, and what is said of it that they do not explain."""
    if told.elsewhere:
        return Making("open", _elsewhere(told, "the steps that make it"), told.elsewhere)
    if told.against:
        return _unfit(declared, told)
    return Making("known", "steps of the manifest")


def _unfit(declared: Artifact, told: Told) -> Making:
    """That steps do not explain a name; who is behind an account on a hub, its own maker has to say."""
    unfit = "its name does not fit the steps that make it"
    account = told.account if declared.developer is None else ""
    why = (
        f"{unfit}; if it is the very work of that name, `developer: {account}` says so" if account else unfit
    )
    return Making("open", why, told.against, account=account)


def _said_beside(told: Told) -> Making:
    """That sentences beside a thing speak of weights, sets or limits of which nothing else is stated."""
    weights, limits = (" and ".join(f"“{word}”" for word in words) for words in (told.weights, told.limits))
    why = [f"what is said of it names {weights}, and nothing behind it is that"] if weights else []
    why += [f"what is said of it tells of {limits}, and no licence that is stated does"] if limits else []
    return Making("open", "; ".join(why), (*told.weights, *told.limits))


def _elsewhere(told: Told, stated: str) -> str:
    """That a sentence names a model that what is stated leaves out."""
    listed = " and ".join(f"“{word}”" for word in told.elsewhere)
    return f"what is said of it tells of {listed} as well, which does not fit {stated}"


def _by_a_model(step: Step, unnamed: Sequence[str]) -> bool:
    """Whether a model writes in the step: by its kind, or since some model that nobody names was its instrument."""
    given = (item.artifact for role in _WRITERS for item in step.inputs.get(role, ()))
    return step.kind in _BY_A_MODEL or any(item in unnamed for item in given)


def _by_nobody(step: Step) -> str:
    """The step, if it is one of writing and has neither a teacher nor a tool nor anything that may have been one."""
    given = {role for role, items in step.inputs.items() if items}
    writes = step.kind in ("generate", "rewrite") and not given & set(_MATERIAL[step.kind])
    return step.id if writes else ""


def _program_of(step: Step, unnamed: Sequence[str]) -> str:
    """The program with which a step writes, where it may be more than one; empty where there is none."""
    return next((item.artifact for item in step.inputs.get("tool", ()) if item.artifact in unnamed), "")


def _by_no_model_in(step: Step, unnamed: Sequence[str], program: str) -> str:
    """That no model is said to have written what a step of writing writes, and where its program could say the same."""
    why = f"{gap(step, unnamed)}, and it is said that no model wrote any of it"
    return f"{why}; if no model works in {program}, `documented` there says so" if program else why


def _stated(declared: Artifact, told: Told, *, unmade: bool) -> Making | None:
    """What the manifest says of an artifact beside its steps; None where that says nothing of how it was made.

    `unmade` tells that neither a step nor a record says it either.
    """
    said = told.against or told.words
    if denied(declared):
        return Making("open", "it is stated that its making is not documented", said)
    if unmade and (why := left_open(declared)):
        return Making("open", why, said)
    model = declared.kind == "model"
    if told.released and model and declared.origin == "own" and unmade:
        why = "it is released as our own, and no step says what it was trained from or on"
        return Making("open", why, said)
    by_whom = declared.origin in ("own", "people") and not model
    if not by_whom and not closes(declared.documented):
        return None
    stated = f"origin: {declared.origin}" if by_whom else "documented"
    if told.against:
        return Making("open", f"its name does not fit what is said of it, {stated}", told.against)
    if told.elsewhere:
        return Making("open", _elsewhere(told, stated), told.elsewhere)
    if by_whom and declared.origin == "own" and (others := of_others(declared.facts)):
        return Making("open", f"it is said to be our own, and {others} is stated of it as well", said)
    if told.providers and not by_whom:
        listed = " and ".join(told.providers)
        return Making(
            "open", f"its documentation names {listed}, and not which model of theirs wrote it", said
        )
    return placed(told.placed, said) if told.placed else Making("known", stated)


def _recorded(declared: Artifact, recorded: str | None, stage: str | None, said: tuple[str, ...]) -> Making:
    """What the registry's record says of how an artifact was made, where no step makes it."""
    if recorded in _LOOKED_UP:
        return Making("known", "registry")
    if recorded in _OF_A_FOUNDATION and stage == "foundation":
        # What its developer keeps to itself, or nobody looked up here, is a limit and no question to who builds on it.
        return Making("foundation", _OF_A_FOUNDATION[recorded])
    if declared.origin == "web" and declared.kind in _CRAWLED:
        return Making("elsewhere", "origin: web")
    why = {
        "undisclosed-by-developer": "whoever made it does not disclose how",
        "not-looked-up": "the registry holds it, but how it was made was not looked up",
    }.get(recorded or "", "no step of the manifest makes it, and the registry does not know how it was made")
    return Making("open", why, said)
