"""A whole run: several collections, one state file, one ranked outcome."""

from __future__ import annotations

import datetime
import pathlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from compliance.model.known.policy_text import ALARMS, CitedVersion, Watch, WatchedStep, by_fingerprint
from compliance.text.compare.drift import Cited
from compliance.text.keep.recorded import Recorded
from compliance.text.keep.verify_lines import Finder
from compliance.text.watch.memory import joined
from compliance.text.watch.moves import Moves
from compliance.text.watch.owner import Owners, owners_of
from compliance.text.watch.state import Progress, key_of, load, save
from compliance.text.watch.watcher import Watcher

__all__ = ["Talk", "watch"]

Talk = Callable[[str], None]
"""Told how far the run is, a line at a time."""


def watch(
    archives: Mapping[str, Recorded], cited: Sequence[CitedVersion], since: datetime.date, until: datetime.date,
    state: pathlib.Path | None, talk: Talk,
) -> Watch:  # fmt: skip
    """Run over collections from where an earlier run stopped, and rank what matters.

    Raises:
        InputError: If a collection or the state file cannot be used.
    """
    marks, owners = by_fingerprint(cited), owners_of(archives.values(), cited)
    keys = {name: key_of(name, since.isoformat(), marks) for name in archives}
    progress = load(state, keys)
    for name, archive in archives.items():
        _run(archive, (marks, owners), (since, until), progress, state, talk, progress[name])
    told = [
        step
        for name, archive in archives.items()
        for step in _followed(archive, owners, marks, progress[name])
    ]
    grades = sum((Counter(each.grades) for each in progress.values()), Counter[str]())
    grades.subtract(step.grade for each in progress.values() for step in each.kept)
    grades.update(step.grade for step in told)
    return Watch(
        tuple(archives), since.isoformat(), until.isoformat(), grades.total(), dict(sorted((+grades).items())),
        ranked(step for step in told if step.is_alarm), ranked(step for step in told if not step.is_alarm),
    )  # fmt: skip


def _run(
    archive: Recorded, knowing: tuple[Cited, Owners], days: tuple[datetime.date, datetime.date],
    progress: Mapping[str, Progress], state: pathlib.Path | None, talk: Talk, own: Progress,
) -> None:  # fmt: skip
    def report(_: Progress, done: int, whole: int) -> None:
        alarms = sum(own.grades.get(grade, 0) for grade in ALARMS)
        talk(f"{archive.name}: {done} of {whole} commits, {alarms} alarms")
        if state is not None:
            save(state, progress)

    for _ in Watcher(archive, *knowing, own).run(*days, report):
        pass


def _followed(archive: Recorded, owners: Owners, marks: Cited, own: Progress) -> list[WatchedStep]:
    moves = Moves(archive, owners, Finder(marks.keys()))
    return [moves.followed(step) if step.grade in ("cited", "topic") else step for step in joined(own.kept)]


def ranked(steps: Iterable[WatchedStep]) -> tuple[WatchedStep, ...]:
    """Order steps: the most urgent grade first, what is not recorded yet before what is, the newest first."""
    newest = sorted(steps, key=lambda each: each.date, reverse=True)
    return tuple(sorted(newest, key=_urgency))


def _urgency(step: WatchedStep) -> tuple[int, bool, int]:
    grade = ALARMS.index(step.grade) if step.is_alarm else len(ALARMS)
    known = bool(step.cited) and all(each.recorded for each in step.cited)
    return grade, known, -len({rule for each in step.cited for rule in each.rules})
