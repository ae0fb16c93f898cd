"""In which order commits are gone through: by the day they record, each commit once, over several runs.

A collection may insert captures of an earlier day after later ones; the versions of a document follow each other by
their days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.text.keep.recorded import CHUNK, Commit, Recorded
from compliance.text.watch.state import Progress

__all__ = ["Commit", "batch", "last_versions"]


def batch(whole: Sequence[Commit], progress: Progress) -> tuple[list[Commit], list[Commit]]:
    """Return the commits that are done and those that are to be done, both by their time.

    A run that was interrupted goes on with the commits it had set out to do; those that came meanwhile are the next
    batch. Where the history was written anew, everything is to be done again.
    """
    at = {commit: number for number, (commit, _, _) in enumerate(whole)}
    known = [each for each in (progress.finished, progress.aim, progress.after) if each]
    if any(each not in at for each in known):
        progress.forget()
    begin = at[progress.finished] + 1 if progress.finished else 0
    if not progress.aim:
        progress.aim = whole[-1][0] if len(whole) > begin else ""
    end = at[progress.aim] + 1 if progress.aim else begin
    ordered = sorted(whole[begin:end], key=_time)
    done = next((n + 1 for n, each in enumerate(ordered) if each[0] == progress.after), 0)
    return [*sorted(whole[:begin], key=_time), *ordered[:done]], ordered[done:]


def last_versions(archive: Recorded, commits: Sequence[Commit]) -> dict[str, str]:
    """Return the version of every document after some commits, by the name of its object."""
    last: dict[str, str] = {}
    for chunk in chunks(commits):
        for step in archive.steps(chunk):
            if step.new:
                last[step.path] = step.new
            else:
                last.pop(step.path, None)
    return last


def chunks(commits: Sequence[Commit]) -> Iterator[Sequence[Commit]]:
    """Yield commits a chunk at a time."""
    for start in range(0, len(commits), CHUNK):
        yield commits[start : start + CHUNK]


def _time(commit: Commit) -> int:
    return commit[2]
