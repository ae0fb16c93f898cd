"""What is to be reached, what was measured, and by how much: `python -m benchmarks.goals [--quick] [--write FILE]`.

Each line is a ratio of two things that were measured in this run, or a size. A line that is not met says why.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.curve import curve
from benchmarks.measure import BARE, cpu, interleaved, machine, run, warm_environment
from benchmarks.peers import against
from benchmarks.synthetic import synthetic, write_synthetic
from compliance import pipeline
from compliance.evaluate import evaluate
from compliance.evaluate.reference.evaluator import evaluate_reference
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from compliance.resources import policies_folder, rules_folder

AS_OF = datetime.date(2025, 11, 20)
OLMO = Path("examples/olmo-3/lineage.yaml")
MG_ANALYZER = 115.0
"""Seconds that MG Analyzer needed for a chain of twelve steps, on a machine like the one of the first prototypes."""
_LIBRARIES = "import yaml"
_MODULES = "import compliance.cli.checking, compliance.pipeline, compliance.render.formats"
_PACKS = f"{_MODULES}\nfrom compliance.load.packs.knowledge import load_packs\nknown = load_packs()"
_RESOLVED = """{packs}
from pathlib import Path
from compliance.resolve import resolve
one = compliance.pipeline.load_manifest(Path({path!r}), known)
resolve(one.manifest, known.registry, one.where, one.used)"""
_PEERS = {
    100: {"Cedar": 1, "pySHACL": 1},
    1000: {"networkx": 1, "clingo": 30, "a DuckDB loop": 3, "CEL": 1, "Nemo": 1},
}
"""Artifacts, and how many times as long each peer is to take; those whose work grows with the square get few."""
_BIG_PEERS = {10_000: {"clingo": 300, "a DuckDB loop": 3}}
LOADING = "A third is asking the file system for the state of every file, a third hashing what was compiled."


@dataclass(frozen=True, slots=True)
class Line:
    """One goal with what was measured for it."""

    work: str
    goal: float
    measured: float
    unit: str
    below: bool = True
    """Whether less is better."""
    why: str = ""
    """Where the time goes, if the goal is not met."""

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.measured <= self.goal if self.below else self.measured >= self.goal

    @property
    def text(self) -> str:
        """The line of the table."""
        sign, ratio = ("≤", self.measured / self.goal) if self.below else ("≥", self.goal / self.measured)
        told = "met" if self.met else "not met"
        goal, measured = f"{self.goal:g}{self.unit}", f"{self.measured:.3g}{self.unit}"
        return f"| {self.work} | {sign} {goal} | {measured} | {ratio:.2f} | {told} |"


def processes(folder: Path, times: int, big: int) -> Iterator[Line]:
    """Whole runs of the program against a process that does nothing."""
    program = (sys.executable, "-m", "compliance")
    day = ("-q", "--as-of", AS_OF.isoformat(), "--no-config")
    small = write_synthetic(folder, 200)
    costs = interleaved(
        {
            "bare": BARE, "help": (*program, "--help"), "olmo": (*program, "check", str(OLMO), *day),
            "200": (*program, "check", str(small), *day), "libraries": (*BARE[:2], _LIBRARIES),
            "modules": (*BARE[:2], _MODULES), "packs": (*BARE[:2], _PACKS), "typer": (*BARE[:2], "import typer"),
            **{f"{name} resolved": (*BARE[:2], _RESOLVED.format(packs=_PACKS, path=str(path)))
               for name, path in (("olmo", OLMO), ("200", small))},
        },
        times,
    )  # fmt: skip
    bare = costs["bare"].seconds
    parts = {name: cost.seconds / bare for name, cost in costs.items()}
    yield Line(
        "`check` of 200 artifacts × all rules, whole process",
        20,
        costs["200"].seconds / bare,
        "× bare",
        why=_of_check(parts, "200"),
    )
    yield Line("the same, memory", 120, costs["200"].mebibytes, " MiB")
    yield Line(
        "`check` of the OLMo example, whole process",
        15,
        costs["olmo"].seconds / bare,
        "× bare",
        why=_of_check(parts, "olmo"),
    )
    yield Line(
        "`--help`",
        10,
        costs["help"].seconds / bare,
        "× bare",
        why=f"Of it, {parts['typer']:.1f}× bare start Python and load Typer; the rest makes and prints the commands.",
    )
    sizes = [n for n in (50, 100, 200, 400, 800, 1600, 3200) if n <= big]
    with tempfile.TemporaryDirectory() as cache:
        environment = warm_environment(cache)
        commands = {n: (*program, "check", str(write_synthetic(folder, n)), *day) for n in sizes}
        run(commands[50], environment)
        grown = {n: run(command, environment) for n, command in commands.items()}
    (folder / "curve.svg").write_text(curve(grown, costs["bare"]), encoding="utf-8")
    cost = grown[big]
    yield Line(
        f"time per artifact at {big:,} against 200", 1.5,
        (cost.seconds / big) / (grown[200].seconds / 200), "×",
    )  # fmt: skip


def _of_check(parts: dict[str, float], name: str) -> str:
    """Where the time of a whole check goes, in bare processes."""
    resolved = parts[f"{name} resolved"]
    return (
        f"Of it, {parts['libraries']:.1f}× bare start Python and load yaml, "
        f"{parts['modules'] - parts['libraries']:.1f}× make the program's own modules and classes, "
        f"{parts['packs'] - parts['modules']:.1f}× load packs, "
        f"{resolved - parts['packs']:.1f}× read and resolve the manifest, "
        f"{parts[name] - resolved:.1f}× evaluate and print."
    )


def packs(times: int) -> Iterator[Line]:
    """Loading compiled packs against parsing the same files."""
    files = [
        path.read_bytes()
        for root in (rules_folder(), policies_folder())
        for path in sorted(root.rglob("*.yaml"))
    ]
    load_packs()
    loaded = cpu(load_packs, times + 2)
    parsed = cpu(lambda: [yaml.load(content, yaml.CSafeLoader) for content in files], 1)
    yield Line(
        "warm pack load against parsing the same files with CSafeLoader",
        2,
        100 * loaded / parsed,
        " %",
        why=LOADING,
    )


def evaluation(folder: Path, times: int) -> Iterator[Line]:
    """Evaluation alone against the reference search, and a chain of steps against the published prototype."""
    knowledge = load_packs()
    for name, path in (("the OLMo example", OLMO), ("50 artifacts", write_synthetic(folder, 50))):
        loaded = pipeline.load_manifest(path, knowledge)
        lineage = resolve(loaded.manifest, knowledge.registry, loaded.where, loaded.used)
        evaluate(lineage, knowledge, AS_OF)
        ours = cpu(lambda lineage=lineage: evaluate(lineage, knowledge, AS_OF), times)  # type: ignore[misc]
        plain = cpu(lambda lineage=lineage: evaluate_reference(lineage, knowledge, AS_OF), 1)  # type: ignore[misc]
        yield Line(f"evaluation of {name} against the reference search", 0.5, ours / plain, "×")
    chain = folder / "chain.yaml"
    chain.write_text(_chain(12), encoding="utf-8")
    seconds = cpu(lambda: pipeline.check(chain, packs=knowledge, as_of=AS_OF), times)
    yield Line(
        "a chain of 12 steps in a running process against MG Analyzer",
        1000,
        MG_ANALYZER / seconds,
        "×",
        below=False,
    )


def peers(times: int, *, big: bool) -> Iterator[Line]:
    """How every source of many artifacts reaches the release, with peers that find the same."""
    for size, asked in {**_PEERS, **(_BIG_PEERS if big else {})}.items():
        lineage = resolve(Manifest.model_validate(synthetic(size)), load_packs().registry)
        for name, ratio in against(lineage, times, tuple(asked)):
            work = f"routes in {size:,} artifacts against {name}, equal findings"
            yield Line(work, asked[name], ratio, "×", below=False)


def _chain(steps: int) -> str:
    """A service writes data, a model learns from it and writes in its turn, and so on."""
    lines = [
        "lineage: 1", "project: {id: chain}", "publisher: {name: Meadow Lab, kind: company, country: US}",
        "artifacts:", "  made-0: {kind: service, name: gpt-4o}",
        *(f"  made-{n}: {{kind: {'dataset' if n % 2 else 'model'}}}" for n in range(1, steps + 1)), "steps:",
        *(
            f"  - {{id: s{n}, kind: {'generate' if n % 2 else 'train'}, "
            f"inputs: {{{'teacher' if n % 2 else 'data'}: made-{n - 1}}}, outputs: made-{n}, period: 2024-06}}"
            for n in range(1, steps + 1)
        ),
        "releases:", f"  - {{artifact: made-{steps}, name: meadow/chain, date: 2025-10-01, license: Apache-2.0,",
        "     access: open-weights, commercial: true, function: general-purpose}",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def pdf(folder: Path) -> Iterator[Line]:
    """The paper of the OLMo example over the import of the library that draws it."""
    program = (
        sys.executable,
        "-m",
        "compliance",
        "check",
        str(OLMO),
        "--as-of",
        AS_OF.isoformat(),
        "--no-config",
    )
    target = f"pdf={folder / 'report.pdf'}"
    with tempfile.TemporaryDirectory() as cache:
        environment = warm_environment(cache)
        for _ in range(2):
            drawn = run((*program, "-q", "--report", target), environment)
            page = run((*program, "-q", "--report", f"html={folder / 'report.html'}"), environment)
            imported = run((sys.executable, "-c", "import weasyprint"), environment)
        checked = run((*program, "-q"), environment)
    shown = page.seconds - checked.seconds
    laid = drawn.seconds - imported.seconds - page.seconds
    yield Line(
        "PDF of the OLMo example, beyond import and check",
        1.5,
        drawn.seconds - imported.seconds - checked.seconds,
        " s",
        why=f"Of it, {shown:.2g} s try out what the answer to each question would do, an evaluation each, and put "
        f"the report into words, as every report does; the other {laid:.2g} s lay it out on pages and write the file.",
    )
    yield Line("the same, memory", 150, drawn.mebibytes, " MiB")


FLEET = "\n## A fleet"
"""Where the sections of `benchmarks.fleet` begin."""


def _fleet(nodes: int) -> Iterator[Line]:
    from benchmarks.fleet import kernels

    yield from kernels(nodes)


def table(lines: list[Line]) -> str:
    """The lines as Markdown, then why some are not met."""
    head = "| work | goal | measured | measured ÷ goal | |\n|---|---|---|---|---|"
    whys = list(dict.fromkeys(f"- {line.work}: {line.why}" for line in lines if not line.met and line.why))
    missed = "\n\nNot met:\n\n" + "\n".join(whys) if whys else ""
    return "\n".join([head, *(line.text for line in lines)]) + missed + "\n"


def main() -> None:
    """Measure every line, print it as soon as it is there, and write the table where it is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true", help="fewer runs, and 800 artifacts for 3,200")
    asked.add_argument("--write", type=Path, metavar="FILE", help="also write the table to a file")
    given = asked.parse_args()
    times, big = (3, 800) if given.quick else (9, 3200)
    gc.set_threshold(200_000, 20, 20)
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: tuple[Callable[[], Iterator[Line]], ...] = (
            # Whole processes first: a child's peak is never told to be below what this one holds when it starts it.
            lambda: processes(folder, times, big), lambda: pdf(folder), lambda: packs(times),
            lambda: evaluation(folder, times), lambda: peers(times, big=not given.quick),
            lambda: _fleet(60_000 if given.quick else 3_000_000),
        )  # fmt: skip
        for part in parts:
            for line in part():
                print(line.text, flush=True)
                lines.append(line)
        figure = (folder / "curve.svg").read_text(encoding="utf-8")
    how = f"`python -m benchmarks.goals{' --quick' if given.quick else ''}` on {machine()}"
    text = f"# Measured against the goals\n\nWritten by {how}.\n\n{table(lines)}"
    print(f"\n{text}")
    if given.write:
        held = given.write.read_text(encoding="utf-8") if given.write.exists() else ""
        # What `benchmarks.fleet` has written there stays.
        kept = held[held.index(FLEET) :] if FLEET in held else ""
        drawn = "\n![Time and memory by the number of artifacts](scaling.svg)\n\n"
        given.write.write_text(text + drawn + kept, encoding="utf-8")
        given.write.with_name("scaling.svg").write_text(figure, encoding="utf-8")


if __name__ == "__main__":
    main()
