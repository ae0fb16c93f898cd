"""Try to break the program, and print what was tried and what came of it.

    python -m benchmarks.fuzz [--minutes N] [--seed N] [--kind NAME]… [--state FILE] [--no-environments] [--write]

Each kind of input that comes from others is changed and read; the time goes to what was tried too seldom, and more of
it to what takes long. Then everything that is written is killed at every touch of a file, and every report is written
in different environments. With `--state FILE` figures are added to those of earlier runs, which each had other
inputs, and a kind that was tried a million times (whole answers: a hundred thousand) leaves its time to the others; a
run that is stopped loses no more than the kind that it was at, nor more of what went wrong, which --keep DIR keeps.
`--write` puts the tables into docs/reliability.md.
Exit codes: 0 nothing went wrong, 1 something did.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import logging
import os
import pathlib
import sys
from collections.abc import Callable, Iterator, Sequence

from tools.reliability.environments import differences
from tools.reliability.killed_commands import commands, fleets
from tools.reliability.kills import Kills, run_kills, run_moments, writes
from tools.reliability.kinds import ROOT, Kind, kinds, packs
from tools.reliability.runs import CHECKS, Tally, run_checks, run_kind
from tools.reliability.schedule import Task, spend
from tools.reliability.state import ENOUGH, ENOUGH_CHECKS, State

PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz", description="Try to break the program.")
    parser.add_argument("--minutes", type=float, default=1.0, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--kind", action="append", choices=[kind.name for kind in kinds()], metavar="NAME")
    parser.add_argument(
        "--state", type=pathlib.Path, metavar="FILE", help="Where figures of all runs are added up."
    )
    parser.add_argument("--no-environments", action="store_true")
    parser.add_argument("--write", action="store_true", help="Put the tables into docs/reliability.md.")
    parser.add_argument(
        "--keep", type=pathlib.Path, metavar="DIR", help="Where inputs that went wrong are kept."
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run everything and print it."""
    given = arguments(argv)
    packs()
    with _unheard():
        state = _run(given)
        kills = [run_kills(write) for write in (*writes(), *commands())] + [
            run_moments(one) for one in fleets()
        ]
    tallies = list(state.tallies.values())
    places = [] if given.no_environments else list(differences("quickstart"))
    lines = [*_inputs(given, state), "", *_kills(kills), *(["", *_places(places)] if places else [])]
    print("\n".join(lines))
    if given.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        text = "\n".join(lines)
        PAGE.write_text(f"{before}{BEGIN}{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return int(
        any(tally.exceptions or tally.hangs or tally.false_clean for tally in tallies)
        or any(kill.lost or kill.left for kill in kills)
        or any(formats for _, _, formats in places)
    )


def _run(given: argparse.Namespace) -> State:
    """Try what was tried too seldom for the time that is given; what all runs came to, kept after each kind."""
    state = State.read(given.state).begun()
    chosen = [kind for kind in kinds() if not given.kind or kind.name in given.kind]
    tasks = [Task((kind.name,), ENOUGH_CHECKS if kind.whole else ENOUGH, _reading(kind)) for kind in chosen]
    checks = Task(CHECKS, ENOUGH_CHECKS, run_checks)
    return spend(
        [*tasks, checks],
        state,
        given.minutes * 60,
        given.seed + state.runs - 1,
        lambda now: _keep_state(now, given),
    )


def _reading(kind: Kind) -> Callable[[float, int, int], tuple[Tally, ...]]:
    return lambda seconds, seed, most: (run_kind(kind, seconds, seed, most),)


def _keep_state(state: State, given: argparse.Namespace) -> None:
    if given.state:
        state.write(given.state)
    if given.keep:
        _keep(given.keep, list(state.tallies.values()))


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Keep what libraries say about broken inputs to themselves."""
    logging.disable(logging.CRITICAL)
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):  # noqa: PTH123
        yield
    logging.disable(logging.NOTSET)


def _inputs(given: argparse.Namespace, state: State) -> list[str]:
    tallies = list(state.tallies.values())
    times = f"{state.runs} runs" if state.runs > 1 else "one run"
    lines = [
        f"`python -m benchmarks.fuzz --seed {given.seed}`, {times} of {state.minutes:,.0f} minutes together, "
        f"Python {sys.version_info.major}.{sys.version_info.minor} on {sys.platform}:",
        "",
        "| input | tried | read | refused | exceptions | hangs | false cleans | slowest (s) |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for one in tallies:
        clean = "" if one.false_clean is None else str(one.false_clean)
        wrong = sum(one.exceptions.values())
        lines.append(
            f"| {one.name} | {one.inputs:,} | {one.read:,} | {one.refused:,} | {wrong} | {one.hangs} | {clean} "
            f"| {one.worst:.2f} |"
        )
    lines += [
        f"\n{one.name}: {name} ({number})" for one in tallies for name, number in one.exceptions.items()
    ]
    return lines


def _kills(kills: Sequence[Kills]) -> list[str]:
    rows = [f"| {one.name} | {one.points} | {one.lost} | {one.left} |" for one in kills]
    sums = [sum(getattr(one, what) for one in kills) for what in ("points", "lost", "left")]
    total = f"| together | {' | '.join(map(str, sums))} |"
    return [
        "| killed while it writes | points | lost | hidden files left |",
        "|---|--:|--:|--:|",
        *rows,
        total,
    ]


def _places(places: Sequence[tuple[str, int, tuple[str, ...]]]) -> list[str]:
    rows = [f"| {name} | {number} | {', '.join(formats) or 'none'} |" for name, number, formats in places]
    return ["| environment | reports | other bytes |", "|---|--:|---|", *rows]


def _keep(folder: pathlib.Path, tallies: Sequence[Tally]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for tally in tallies:
        for content in tally.samples[:20]:
            name = f"{tally.name.replace(' ', '-')}-{hashlib.sha256(content).hexdigest()[:12]}"
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    raise SystemExit(main())
