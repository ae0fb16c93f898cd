"""A run over a collection of recorded texts: every step of every document, aligned and graded by what it changed.

Commits stream in order, a chunk at a time. A capture that seems broken is set aside: the next one is compared with the
last good one, so that what changed in between is not lost.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from compliance.model.known.policy_text import DocumentChange, WatchedStep
from compliance.model.packs.clause_text import SegmentedText, TextFormat
from compliance.text.compare.dates import new_dates
from compliance.text.compare.drift import Cited, cited_changes, document_change
from compliance.text.keep.recorded import CHUNK, Recorded, Step
from compliance.text.keep.verify_lines import Finder
from compliance.text.read.segment import segment
from compliance.text.watch.grade import first_record, graded, is_agreement, same_words
from compliance.text.watch.memory import EVER, first_told, quieted
from compliance.text.watch.order import batch, chunks, last_versions
from compliance.text.watch.owner import Owners, cited_in
from compliance.text.watch.state import Progress

__all__ = ["Watcher"]

HELD = 200
"""How many segmented versions are held."""
PERSISTENT = 3
"""From how many captures in a row a text that seemed broken is taken for what the document has become."""

SHORTENED = "shortened"
"""What is remembered of a text that stayed short."""
AHEAD = 7
"""From how many days ahead on a day that a text states announces a version."""

Report = Callable[[Progress, int, int], None]
"""Told after every chunk: how far the run is, commits done, commits in all."""


class Watcher:
    """Grades the steps of one collection."""

    def __init__(self, archive: Recorded, cited: Cited, owners: Owners, progress: Progress) -> None:
        """Take the collection, the clauses that count as cited, where they can stand, and how far a run came."""
        self.archive = archive
        self.progress = progress
        self._owners = owners
        self._cited = cited
        self._last: dict[str, str] = {}
        self._here: dict[str, Cited] = {}
        self._finder = Finder(cited.keys())
        self._texts: dict[str, str] = {}
        self._segmented: dict[str, SegmentedText] = {}

    def run(self, since: datetime.date, until: datetime.date, report: Report) -> Iterator[WatchedStep]:
        """Grade every step between two days, from where the earlier run stopped."""
        whole = self.archive.commits()
        while True:
            before, ahead = batch(whole, self.progress)
            if not ahead and not self.progress.aim:
                return
            passed = [each for each in ahead if _day(each[2]) < since]
            commits = [each for each in ahead if since <= _day(each[2]) <= until]
            self._last = last_versions(self.archive, [*before, *passed])
            for number, chunk in enumerate(chunks(commits), 1):
                graded_steps = self._chunk(list(self.archive.steps(chunk)))
                self.progress.take(chunk[-1][0], graded_steps)
                report(self.progress, min(number * CHUNK, len(commits)), len(commits))
                yield from graded_steps
            if any(_day(each[2]) > until for each in ahead):
                return  # what comes later is for a later run
            self.progress.finish()

    def _chunk(self, steps: Sequence[Step]) -> list[WatchedStep]:
        """Grade some steps in their order; the version before each is the last one by day."""
        versions = (self._last, self.progress.bases)
        wanted = {step.new for step in steps} | {
            each.get(step.path, "") for step in steps for each in versions
        }
        self._texts = {
            name: content.decode("utf-8-sig", errors="replace")
            for name, content in self.archive.read(sorted(filter(None, wanted))).items()
        }
        found = []
        for step in steps:
            found.append(self._step(replace(step, old=self._last.get(step.path, ""))))
            self._last[step.path] = step.new
        return found

    def _step(self, step: Step) -> WatchedStep:
        kept = self.progress.bases.get(step.path)
        base = kept or step.old
        if not step.new:
            self.progress.bases.pop(step.path, None)
            return self._said(
                step, DocumentChange("removed", (), (), (), 0, "the document is no longer recorded")
            )
        if step.new not in self._texts:
            return self._said(
                step, DocumentChange("artefact", (), (), (), 0, "the text is too large to be read")
            )
        if not base or base not in self._texts:
            return self._first(step)
        if same_words(self._texts[base], self._texts[step.new]):
            self._good(step)
            return self._dated(step, base, self._said(step, self._restated(step, base)))
        change = self._compare(step, base)
        if change.verdict != "artefact":
            self._good(step)
        elif self._is_poorer(base, step.new):
            change = self._set_aside(step, base, change)
        else:
            self._good(step)
            return self._first(step)
        told = self._said(step, quieted(self.progress.memory, step.path, step.when.date(), change))
        return self._dated(step, base, told)

    def _dated(self, step: Step, base: str, found: WatchedStep) -> WatchedStep:
        """List a step that changes nothing that is cited, but states a new day for a text with cited clauses.

        It is raised where that day is still to come: a version is announced.
        """
        if found.grade not in ("cosmetic", "other", "review") or not is_agreement(step.path):
            return found
        dates, day = new_dates(self._texts[base], self._texts[step.new]), step.when.date()
        stand = self._in(step).keys() & self._finder.find(self._texts[step.new]).keys() if dates else ()
        if not stand or not first_told(self.progress.memory, step.path, day, dates):
            return found
        ahead = dates[-1][:1] == "2" and dates[-1] >= (day + datetime.timedelta(days=AHEAD)).isoformat()
        reason = f"the text states {', '.join(dates)[:200]}; {len(stand)} recorded wordings stand in it"
        return replace(found, grade="announced" if ahead else "dated", reason=reason, dates=dates)

    def _restated(self, step: Step, base: str) -> DocumentChange:
        """A step without other words: recorded wordings may stand in another form after it."""
        before, after = (Counter(self._texts[name].split("\n")) for name in (base, step.new))
        gone = self._finder.find("\n".join(before - after)).keys() & self._in(step).keys()
        left = gone - self._finder.find("\n".join(after - before)).keys() if gone else gone
        return DocumentChange("cosmetic", (), (), cited_changes(left, (), self._in(step)), 0)

    def _compare(self, step: Step, base: str) -> DocumentChange:
        return document_change(
            self._segment(step, base), self._segment(step, step.new), self._in(step), self._finder
        )

    def _is_poorer(self, base: str, new: str) -> bool:
        return len(self._texts[new].split()) < len(self._texts[base].split())

    def _set_aside(self, step: Step, base: str, change: DocumentChange) -> DocumentChange:
        """Keep the last good capture, until the poor ones have been seen too often to be accidents."""
        often = self.progress.poor.get(step.path, 0) + 1
        if often < PERSISTENT:
            self.progress.poor[step.path] = often
            self.progress.bases[step.path] = base
            return change
        self._good(step)
        if not first_told(self.progress.memory, step.path, step.when.date(), (SHORTENED,)):
            return change
        reason = f"the text has stayed like this for {often} captures: {change.reason}"
        return DocumentChange("shrunk", (), (), (), 0, reason)

    def _good(self, step: Step) -> None:
        self.progress.bases.pop(step.path, None)
        self.progress.poor.pop(step.path, None)

    def _segment(self, step: Step, name: str) -> SegmentedText:
        if name not in self._segmented:
            if len(self._segmented) >= HELD:
                del self._segmented[next(iter(self._segmented))]
            kind: TextFormat | None = "markdown" if step.path.lower().endswith(".md") else None
            self._segmented[name] = segment(self._texts[name], kind)
        return self._segmented[name]

    def _in(self, step: Step) -> Cited:
        if step.provider not in self._here:
            self._here[step.provider] = cited_in(step.provider, self._cited, self._owners)
        return self._here[step.provider]

    def _first(self, step: Step) -> WatchedStep:
        text = self._segment(step, step.new)
        found = first_record(step, self.archive.name, text, self._finder, self._in(step))
        news = quieted(self.progress.memory, step.path, step.when.date(), _as_change(found), EVER)
        if not step.old:
            return found
        fresh = any(each.sure for each in news.changes)
        return replace(
            found, grade=found.grade if fresh else "other", reason="a whole capture after broken ones"
        )

    def _said(self, step: Step, change: DocumentChange) -> WatchedStep:
        return graded(step, self.archive.name, change)


def _as_change(found: WatchedStep) -> DocumentChange:
    return DocumentChange("new", found.topics, found.changes, (), 0)


def _day(seconds: int) -> datetime.date:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
