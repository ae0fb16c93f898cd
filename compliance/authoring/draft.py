"""A rule to start from, with its clause and situations: drafted out of a few answers, complete but for marked places.

Every file that is written loads, and the situations come out as they say; `rules lint` tells each `TODO` that is left.
"""

from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass
from typing import Literal

from compliance.authoring import drafted_parts as parts
from compliance.errors import Fault, UsageError
from compliance.foreign_files import lies_in, read_foreign, reason_of
from compliance.load.documents.yaml_reader import MAX_BYTES
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument

About = Literal["service", "weights", "data"]
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)+")
_NAME = re.compile(r"[a-z][a-z0-9.-]*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked before a rule is drafted."""

    rule: str
    about: About
    of: str
    text: str
    clause: str
    title: str
    since: str


def drafted(folder: pathlib.Path, answers: Answers, packs: Knowledge, day: str) -> dict[pathlib.Path, str]:
    """Every file of the folder that a rule needs, with its content; those that stand are added to.

    Args:
        folder: A folder of packs, new or in use.
        answers: What the rule is about.
        packs: The bundled packs and that folder.
        day: The day on which it is written.

    Raises:
        UsageError: An answer cannot be used, or a file cannot be added to.
    """
    _check(answers, packs)
    words = {**parts.words_of(answers.about, answers.of), **vars_of(answers), "day": day}
    files: dict[pathlib.Path, str] = {}
    text = packs.instruments.get(answers.text)
    if text is None or answers.clause not in text.clauses:
        path = folder / "policies" / f"{answers.text}.yaml"
        if text is not None and not path.is_file():
            known = ", ".join(sorted(text.clauses))
            what = f"the text {answers.text} has no clause {answers.clause!r}"
            raise UsageError(Fault(None, what, f"it stands in another folder; its clauses are {known}"))
        files[path] = _added(path, parts.TEXT.format(**words), parts.CLAUSE.format(**words), "clauses")
    files.update(_names(folder, answers, packs, words))
    path = folder / "rules" / f"{answers.rule}.yaml"
    files[path] = _added(path, parts.pack_head(words), parts.rule(answers.about, words), "rules")
    path = folder / "situations" / f"{answers.rule}.yaml"
    files[path] = _added(path, parts.SITUATIONS_HEAD, parts.stories(answers.about, words), "situations")
    for path in files:
        if not lies_in(path, folder):
            what = f"{path} lies elsewhere, behind a link"
            raise UsageError(Fault(None, what, "give a folder that holds its folders itself"))
    return files


def vars_of(answers: Answers) -> dict[str, str]:
    """The answers by name, as templates take them."""
    return {
        "rule": answers.rule, "of": answers.of, "text": answers.text, "clause": answers.clause,
        "title": answers.title, "since": answers.since, "pack": answers.rule.replace("/", "."),
    }  # fmt: skip


def _check(answers: Answers, packs: Knowledge) -> None:
    for value, form, name, example in (
        (answers.rule, _ID, "rule", "acme/no-training"),
        (answers.text, _ID, "text", "acme/terms"),
        (answers.clause, _NAME, "clause", "no-training"),
        (answers.of, _NAME, "provider or licence", "acme"),
        (answers.since, _DAY, "day", "2026-01-31"),
    ):
        if not form.fullmatch(value):
            raise UsageError(
                Fault(None, f"{value!r} cannot be the id of a {name}", f"for instance {example}")
            )
    if packs.find_rule(answers.rule) is not None:
        raise UsageError(Fault(None, f"there is a rule {answers.rule}", "give another id"))
    licence = packs.registry.licences.get(answers.of) if answers.about != "service" else None
    if licence is not None and licence.instrument not in (None, answers.text):
        what = f"the licence {answers.of} has the text {licence.instrument}"
        raise UsageError(Fault(None, what, f"give --text {licence.instrument}"))


def _names(
    folder: pathlib.Path, answers: Answers, packs: Knowledge, words: dict[str, str]
) -> dict[pathlib.Path, str]:
    """The provider or licence that the rule speaks of, where nobody knows it yet."""
    if answers.about == "service":
        if answers.of in packs.registry.providers:
            return {}
        path = folder / "registry" / "providers.yaml"
        return {path: _added(path, parts.PROVIDERS_HEAD, parts.PROVIDER.format(**words), "providers")}
    if answers.of in packs.registry.licences:
        return {}
    path = folder / "registry" / "licences.yaml"
    return {path: _added(path, parts.LICENCES_HEAD, parts.LICENCE.format(**words), "licences")}


def _added(path: pathlib.Path, head: str, block: str, key: str) -> str:
    """A new file, or one that stands with a block more at its end; `key` is its last one."""
    if not path.is_file():
        return head + block
    try:
        before = read_foreign(path, limit=MAX_BYTES).decode()
    except (OSError, ValueError) as error:
        what = f"cannot read {path}: {reason_of(error)}"
        raise UsageError(Fault(None, what, "give a folder whose files can be read")) from None
    tops = re.findall(r"^(\w+):", before, re.MULTILINE)
    if not tops or tops[-1] != key:
        raise UsageError(Fault(None, f"{path} does not end with `{key}`", f"let `{key}` be its last part"))
    return before.rstrip("\n") + "\n" + block


def governing_text(about: About, of: str, packs: Knowledge) -> str | None:
    """The text that is known to govern a provider or licence, as a default for what is asked."""
    if about == "service":
        provider = packs.registry.providers.get(of)
        rows = provider.governed if provider else ()
        own = [row for row in rows if "direct" in row.route and row.to is None and row.instruments]
        return own[0].instruments[0] if own else None
    licence = packs.registry.licences.get(of)
    return licence.instrument if licence else None


def clauses_of(text: str, packs: Knowledge) -> tuple[str, ...]:
    """The clauses of a text that is known."""
    found: Instrument | None = packs.instruments.get(text)
    return tuple(found.clauses) if found else ()
