"""A first manifest for a folder that holds nothing yet: a few answers, and a valid file."""

from __future__ import annotations

import re
from collections.abc import Callable

from compliance.acquire.names import is_hub_name
from compliance.intake.drafting.drafted import Draft, Entry
from compliance.intake.drafting.writing import manifest_text

QUESTIONS = {
    "name": "What will the model or data set be called (org/name)?",
    "kind": "Is it a model or a dataset?",
    "base": "Which model does it start from, if any (org/name)?",
    "data": "Which data sets go in, if any (org/name, with commas)?",
    "teacher": "Which models or services wrote or labelled rows, if any (with commas)?",
}
"""What is asked; everything else waits on a line of its own."""
_TOLD = "as answered"
MOST_WORDS = 6
"""A longer answer is a sentence, and no name."""
_SPEAKS = re.compile(r" (?:we|i|our|my|it|is|are|was|were|from|which|that|wrote|used|trained|fine-tuned) ")
"""Words of sentences, which no name of a model or a data set holds."""


def starter(ask: Callable[[str], str]) -> str:
    """Ask, and write a manifest of the answers."""
    answers = {key: _name_or_nothing(question, ask, key != "kind") for key, question in QUESTIONS.items()}
    name = answers["name"] or "our-release"
    kind = "dataset" if answers["kind"].lower().startswith("d") else "model"
    owner = name.split("/")[0] if is_hub_name(name) else "unknown"
    draft = Draft("", name.rsplit("/", 1)[-1], {"name": owner})
    main = draft.id_of(name, kind)
    draft.project = main
    ids = {
        role: [_artifact(one, role, draft) for one in _listed(answers[role])]
        for role in ("base", "data", "teacher")
    }
    draft.artifacts.append(Entry(main, {"kind": kind, "name": name}, _TOLD))
    rows = main
    if kind == "model" and ids["teacher"]:
        rows = draft.id_of("rows", "dataset")
        draft.artifacts.append(
            Entry(rows, {"kind": "dataset"}, "the rows that were written; say what they are called")
        )
    if ids["teacher"]:
        draft.steps.append(Entry("write-rows", _step("generate", {"teacher": ids["teacher"]}, rows), _TOLD))
    if kind == "model":
        data = [*ids["data"], *([rows] if rows != main else [])]
        inputs = {role: given for role, given in (("base", ids["base"]), ("data", data)) if given}
        draft.steps.append(Entry("train", _step("finetune" if ids["base"] else "train", inputs, main), _TOLD))
    elif ids["data"]:
        draft.steps.append(Entry("gather-rows", _step("mix", {"data": ids["data"]}, main), _TOLD))
    draft.releases.append(Entry(main, {"artifact": main, "name": name}, _TOLD))
    return manifest_text(draft)


def _name_or_nothing(question: str, ask: Callable[[str], str], named: bool) -> str:
    """An answer; a sentence is no name: the question is put once more, and then stays open."""
    answer = ask(question)
    if named and any(_is_sentence(one) for one in _listed(answer)):
        answer = ask(f"Only the name, such as org/name, or nothing. {question}")
    return "" if named and any(_is_sentence(one) for one in _listed(answer)) else answer


def _is_sentence(answer: str) -> bool:
    return len(answer.split()) > MOST_WORDS or bool(_SPEAKS.search(f" {answer.lower()} "))


def _listed(answer: str) -> list[str]:
    return [one.strip() for one in answer.split(",") if one.strip()]


def _artifact(name: str, role: str, draft: Draft) -> str:
    kind = {"base": "model", "data": "dataset"}.get(role) or ("model" if is_hub_name(name) else "service")
    key = draft.id_of(name, kind)
    if all(entry.key != key for entry in draft.artifacts):
        draft.artifacts.append(Entry(key, {"kind": kind, "name": name}, _TOLD))
    return key


def _step(kind: str, inputs: dict[str, list[str]], output: str) -> dict[str, object]:
    return {"kind": kind, "inputs": inputs, "outputs": output}
