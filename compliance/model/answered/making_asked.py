"""What is asked where it is not known how a thing was made: in general, or of the one thing that is left open."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.lineage import Noted

OF_BASE = "Which weights does step "
"""How a question begins that only weights answer."""


def making_question(
    asked: str,
    name: str,
    *,
    step: str = "",
    claimed: str = "",
    noted: Sequence[Noted] = (),
    by_nobody: str = "",
) -> str:
    """What is asked of the making of something: `asked` in general, else of a step, of a claim or beside a note.

    >>> making_question("How did it come about?", "it"), making_question("How?", "it", claimed="“Lhama”")
    ('How did it come about?', 'Why does it show “Lhama”, where no such thing stands behind it?')
    """
    if step:
        return base_question(step, name)
    if noted:
        return note_question(asked, noted)
    if by_nobody and not claimed:
        return writer_question(by_nobody, name)
    return claim_question(claimed, name) if claimed else asked


def base_question(step: str, name: str) -> str:
    """What is asked where a step goes on training from nowhere.

    >>> base_question("tune", "acme/model-7b")
    'Which weights does step tune start from: what is the base of acme/model-7b?'
    """
    return f"{OF_BASE}{step} start from: what is the base of {name}?"


def writer_question(step: str, name: str) -> str:
    """What is asked where a step writes by its kind, and it is said that no model wrote.

    >>> writer_question("translate", "acme/tales")
    'Did people write acme/tales in step translate, which is then of kind annotate, or a model, then its teacher?'
    """
    return f"Did people write {name} in step {step}, which is then of kind annotate, or a model, then its teacher?"


def claim_question(claimed: str, name: str) -> str:
    """What is asked where a release shows something that nothing behind it accounts for.

    >>> claim_question("“Built with Lhama”", "acme/model-7b")
    'Why does acme/model-7b show “Built with Lhama”, where no such thing stands behind it?'
    """
    return f"Why does {name} show {claimed}, where no such thing stands behind it?"


def note_question(asked: str, noted: Sequence[Noted], *, more: bool = False) -> str:
    """A question that turns on notes, which no rule reads, with what answers them.

    `more` tells that the question explains something already.

    >>> note_question("How did it come about?", [Noted("warm start", "tune")]).partition(": ")[2].partition(",")[0]
    '`generators: none` at the step if nothing but its inputs went in'
    """
    at_steps = [bool(one.step) for one in noted]
    none = _NOTHING_BESIDE if all(at_steps) else f"{_WITHOUT_OTHERS}{_AT_STEPS if any(at_steps) else ''}"
    return f"{asked.removesuffix('?')}{';' if more else ':'} {none}, {_ELSE}?"


_WITHOUT_OTHERS = "`generators: none` if no model wrote any of it and nothing of others is in it"
_AT_STEPS = " (at a step: nothing but its inputs)"
_NOTHING_BESIDE = "`generators: none` at the step if nothing but its inputs went in"
_ELSE = "else the models by name, and what is of others as an artifact of its own"
