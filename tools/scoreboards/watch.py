"""Replay collections of recorded texts, and measure the alarms against a timeline of dated events.

    python -m benchmarks.scoreboard watch TIMELINE.md --texts COLLECTION=BUNDLE-OR-GIT-DIR…
        [--judged FILE] [--json] [--misses]

A timeline is a Markdown table whose last column names commits: `C a1da2dccab, d0ca682648`. An event counts as raised
when the step of one of its commits raises an alarm; its other steps are listed. A false alarm is an alarm on a step of
no event; first records of a document, which have no version before them, are counted apart. The two highest grades are
judged apart: an alarm of theirs is right at an event, or where a file of judgements (`--judged`) says so.
"""

from __future__ import annotations

import argparse
import datetime
import json
import pathlib
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from compliance.errors import ComplianceError
from compliance.model.known.policy_text import CitedVersion, WatchedStep, by_fingerprint, cited_versions
from compliance.pipeline import load_packs
from compliance.text.keep.ota import Archive, collections_of
from compliance.text.watch.memory import joined
from compliance.text.watch.owner import owners_of
from compliance.text.watch.state import Progress
from compliance.text.watch.watcher import Watcher

TOP = ("cited", "topic")
"""The grades of which nine of ten have to be right."""
_COMMIT = re.compile(r"\b[0-9a-f]{10,40}\b")


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the timeline."""

    date: str
    document: str
    commits: tuple[str, ...]


def events_of(text: str) -> Iterator[Event]:
    """Read the rows whose last column names commits."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) >= 5 and (found := _COMMIT.findall(cells[-1])):
            yield Event(cells[0].strip("*"), cells[2], tuple(found))


def replay(archive: Archive, cited: Sequence[CitedVersion]) -> list[WatchedStep]:
    """Grade every step of a collection."""
    marks, owners = by_fingerprint(cited), owners_of([archive], cited)
    watcher = Watcher(archive, marks, owners, Progress(archive.name))

    def talk(_: Progress, done: int, whole: int) -> None:
        print(f"{archive.name}: {done} of {whole} commits", end="\r", file=sys.stderr, flush=True)

    return joined(list(watcher.run(datetime.date.min, datetime.date.max, talk)))


def judged(path: pathlib.Path | None) -> dict[tuple[str, str], bool]:
    """Return which alarms somebody judged right, by the beginning of their commit and their document."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))["steps"] if path else ()
    return {(each["commit"], each["file"]): each["right"] for each in told}


def top_grade(
    steps: Sequence[WatchedStep], at_events: set[str], judgements: Mapping[tuple[str, str], bool]
) -> dict[str, Any]:
    """Tell how many alarms of the highest grades are right."""
    top = [step for step in steps if step.grade in TOP]
    told = {id(s): s.commit in at_events or judgements.get((s.commit[:12], s.path)) for s in top}
    known = [step for step in top if told[id(step)] is not None]
    right = [step for step in known if told[id(step)]]
    return {
        "top_grade": len(top),
        "top_grade_judged": len(known),
        "top_grade_precision": round(len(right) / len(known), 4) if known else 0.0,
        "top_grade_wrong": [f"{s.date} {s.commit[:12]} {s.path}" for s in known if s not in right],
        "top_grade_unjudged": [f"{s.date} {s.commit[:12]} {s.path}" for s in top if s not in known],
    }


def score(
    archive: Archive,
    steps: Sequence[WatchedStep],
    events: Sequence[Event],
    judgements: Mapping[tuple[str, str], bool] | None = None,
) -> dict[str, Any]:
    """Compare the alarms with the events."""
    raised, there = 0, 0
    missed: list[str] = []
    quiet: list[str] = []
    at_events: set[str] = set()
    for event in events:
        held = [step for step in steps if step.commit.startswith(event.commits)]
        at_events.update(step.commit for step in held)
        there += bool(held)
        raised += any(step.is_alarm for step in held)
        silent = [
            f"{event.date} {event.document}: {s.commit[:10]} is {s.grade}" for s in held if not s.is_alarm
        ]
        (quiet if any(step.is_alarm for step in held) else missed).extend(silent)
    others = [step for step in steps if step.commit not in at_events]
    alarms = [step for step in others if step.is_alarm]
    first = [step for step in others if step.reason == "first record of the document"]
    versions = [step for step in others if step not in first]
    false = [step for step in versions if step.is_alarm]
    return {
        "collection": archive.name,
        "steps": len(steps),
        "events": there,
        "events_raised": raised,
        "missed": missed,
        "other_steps_of_raised_events": quiet,
        "other_version_steps": len(versions),
        "false_alarms": len(false),
        "false_alarm_rate": round(len(false) / len(versions), 4) if versions else 0.0,
        "false_alarm_rate_with_first_records": round(len(alarms) / len(others), 4) if others else 0.0,
        "first_records": len(first),
        "first_records_raised": sum(step.is_alarm for step in first),
        **top_grade(steps, at_events, judgements or {}),
        "grades": dict(Counter(step.grade for step in steps)),
        "false": [f"{s.date} {s.commit[:10]} {s.path}: {s.grade} {', '.join(s.topics)}" for s in false],
    }  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 = every collection could be replayed, 2 = not."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.scoreboard watch", description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("timeline", type=pathlib.Path)
    parser.add_argument("--texts", action="append", default=[], metavar="COLLECTION=BUNDLE-OR-GIT-DIR")
    parser.add_argument("--judged", type=pathlib.Path, help="which alarms of the highest grades are right")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON and nothing else")
    parser.add_argument("--misses", action="store_true", help="list the false alarms")
    given = parser.parse_args(argv)
    try:
        events = list(events_of(given.timeline.read_text(encoding="utf-8")))
        cited, judgements = cited_versions(load_packs()), judged(given.judged)
        told = []
        for archive in collections_of(given.texts).values():
            begin = time.process_time()
            told.append(score(archive, replay(archive, cited), events, judgements))
            told[-1]["cpu_seconds"] = round(time.process_time() - begin)
    except (OSError, ComplianceError) as error:
        print(error, file=sys.stderr)
        return 2
    for figures in told:
        if given.json:
            continue
        for name, value in figures.items():
            if name not in ("false", "missed"):
                print(f"{name:38} {value}")
        for line in (*figures["missed"], *(figures["false"] if given.misses else ())):
            print(f"  {line}")
    if given.json:
        print(json.dumps(told, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
