"""How far a run over a collection came, kept in a file from which the next run goes on."""

from __future__ import annotations

import datetime
import hashlib
import json
import pathlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from compliance.errors import Fault, InputError
from compliance.foreign_files import read_foreign
from compliance.model.known.policy_text import LISTED, Grade, WatchedStep
from compliance.whole_files import put_file

__all__ = ["Progress", "key_of", "load", "save"]

LARGEST = 256 * 1024 * 1024
"""Bytes up to which a state is read."""
VERSION = 2
REVIEWED = 3
"""How many changes of a step that is only to be reviewed are kept."""


@dataclass(slots=True)
class Progress:
    """What a run over one collection knows so far."""

    key: str
    """What the run was asked for; a run that is asked for something else starts anew."""
    after: str = ""
    """The last commit that was looked at; empty between two batches."""
    aim: str = ""
    """The newest commit of the batch that is under way."""
    finished: str = ""
    """The newest commit of the batches before."""
    bases: dict[str, str] = field(default_factory=dict)
    """The last good version of documents whose newer captures seem broken."""
    poor: dict[str, int] = field(default_factory=dict)
    """How many captures in a row seemed broken."""
    memory: dict[str, dict[str, str]] = field(default_factory=dict)
    """The changes that were already told of, by document."""
    grades: dict[Grade, int] = field(default_factory=dict)
    kept: list[WatchedStep] = field(default_factory=list)
    """The steps that are alarms or to be reviewed."""

    def forget(self) -> None:
        """Start anew."""
        self.after = self.aim = self.finished = ""
        for each in (self.bases, self.poor, self.memory, self.grades, self.kept):
            each.clear()

    def finish(self) -> None:
        """Note that the batch is done."""
        self.finished, self.after, self.aim = self.aim or self.finished, "", ""

    def take(self, commit: str, steps: Iterable[WatchedStep]) -> None:
        """Count the steps of commits up to this one, and keep those that matter."""
        self.after = commit
        for step in steps:
            self.grades[step.grade] = self.grades.get(step.grade, 0) + 1
            if step.is_alarm:
                self.kept.append(step)
            elif step.grade in LISTED:
                self.kept.append(replace(step, changes=step.changes[:REVIEWED]))


def key_of(collection: str, since: str, marks: Iterable[str]) -> str:
    """Return what makes two runs the same."""
    told = "\n".join((str(VERSION), collection, since, *sorted(marks)))
    return hashlib.sha256(told.encode()).hexdigest()


def load(path: pathlib.Path | None, keys: Mapping[str, str]) -> dict[str, Progress]:
    """Return the progress of every collection, from a state file where it fits what is asked for.

    Raises:
        InputError: If there is such a file, and it is not one of ours.
    """
    stored: Mapping[str, Any] = {}
    if path is not None and path.exists():
        try:
            told = json.loads(read_foreign(path, limit=LARGEST))
            stored = {name: _STORED.validate_python(each) for name, each in told["collections"].items()}
            for each in stored.values():
                _check_days(each)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, ValidationError, RecursionError):
            what = f"{path} is not the state of an earlier run"
            raise InputError(Fault(None, what, "give another file with --state, or remove it")) from None
    fresh = {name: Progress(key) for name, key in keys.items()}
    return {
        name: stored[name] if name in stored and stored[name].key == one.key else one
        for name, one in fresh.items()
    }


def save(path: pathlib.Path, progress: Mapping[str, Progress]) -> None:
    """Write the state file whole or not at all.

    Raises:
        InputError: If it cannot be written.
    """
    told = {"state": VERSION, "collections": {name: asdict(each) for name, each in progress.items()}}
    try:
        put_file(path, json.dumps(told, ensure_ascii=False).encode())
    except OSError as error:
        what = f"cannot write {path}: {(error.strerror or str(error)).lower()}"
        raise InputError(Fault(None, what, "give a place that can be written with --state")) from None


def _check_days(held: Progress) -> None:
    """Make sure that what a run compares as days are days. Raises `ValueError`."""
    told = [day.partition(" ")[0] for own in held.memory.values() for day in own.values()]
    for day in (*told, *(step.date for step in held.kept)):
        datetime.date.fromisoformat(day)


_STORED = TypeAdapter(Progress)
