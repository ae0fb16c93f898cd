"""A fleet of any size: `python -m benchmarks.fleet kernels|hub|real|spark [--nodes N] [--write FILE]`.

`kernels` measures how quickly queries are followed against gathering the same rows at random, which is the limit of the
machine; `hub` takes a synthetic hub through ingest, check and explain; `real` a hub's dump; `spark` compares verdicts.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.goals import Line, table
from benchmarks.measure import machine
from compliance.compile.automaton import STATES, Passing, entries, moves
from compliance.fleet.check import check
from compliance.fleet.explain import explain
from compliance.fleet.ingest import ingest
from compliance.fleet.store import Store
from compliance.kernels import numba_kernel, numpy_kernel
from compliance.kernels.evidence import walk_back
from compliance.kernels.graph import EdgeType, Graph, in_circles, ordered
from compliance.load.packs.knowledge import load_packs

AS_OF = datetime.date(2026, 8, 22)
QUERIES = 100
_BASES = (
    "Qwen/Qwen2.5-7B",
    "meta-llama/Llama-3.1-8B",
    "google/gemma-2-9b",
    "mistralai/Mistral-7B-v0.1",
    "lost/model",
)
_SETS = ("tatsu-lab/alpaca", "HuggingFaceFW/fineweb-edu", "lost/rows")
_LICENCES = ("apache-2.0", "mit", "llama3.1", "gemma", "cc-by-nc-4.0", "other", None)


def graph(nodes: int, seed: int = 7) -> Graph:
    """A hub in the large: things made from earlier ones, popular ones more often, 1.87 parents each."""
    draw = np.random.default_rng(seed)
    edges = int(1.87 * nodes)
    target = np.sort(draw.integers(1, nodes, edges))
    source = (target * draw.random(edges) ** 3).astype(np.int64)
    options = (
        (("weights",),),
        (("trained-on",),),
        (("data",),),
        (("outputs",),),
        (("outputs", "trained-on"),),
    )
    types = tuple(
        EdgeType(tuple(moves(passing)), entries(passing, "model", True))
        for one in options
        for passes in (True, False)
        for passing in [Passing(one, True, passes)]
    )
    kind = draw.integers(0, len(types), edges)
    pair = np.where(draw.random(edges) < 0.02, draw.integers(0, 1000, edges), -1)
    circle = in_circles(nodes, source, target)
    return Graph(
        nodes, source, target, kind, pair, types, len(STATES), ordered(nodes, source, target, circle)
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds, of the better of two runs, and what came out."""
    best = 1e9
    for _ in range(2):
        start = time.process_time()
        found = work()
        best = min(best, time.process_time() - start)
    return best, found


def gathered(one: Graph, words: int) -> float:
    """Seconds to gather the rows of all edges once for each word of queries: what no kernel goes below."""
    rows = np.ones((one.nodes, 2 * one.states), dtype=np.uint64)

    def gather() -> None:
        for start in range(0, len(one.source), 200_000):
            rows.take(one.source[start : start + 200_000], axis=0)

    return timed(gather)[0] * words


def _each(reach: Callable[[Any, Any], Any], one: Graph, asked: list[Any]) -> list[Any]:
    return [reach(one, each) for each in asked]


def kernels(nodes: int) -> Iterator[Line]:
    """Both kernels on one graph, against the gather limit and against a third of the graph."""
    draw = np.random.default_rng(3)
    words = -(-QUERIES // 64)
    asked = [draw.integers(0, 2**63, 1000, dtype=np.uint64) for _ in range(words)]
    per_edge = {}
    for size in (nodes // 3, nodes):
        one = graph(size)
        limit = gathered(one, words)
        numba_kernel.reach(graph(100), asked[0])
        for name, kernel, goal in (("numpy", numpy_kernel, 60), ("numba", numba_kernel, 20)):
            seconds, tables = timed(functools.partial(_each, kernel.reach, one, asked))
            per_edge[name, size] = seconds / len(one.source)
            if size == nodes:
                yield Line(
                    f"{nodes:,} nodes × {QUERIES} queries, {name}, against the gather limit",
                    goal,
                    seconds / limit,
                    "×",
                )
                grown = per_edge[name, size] / per_edge[name, nodes // 3]
                yield Line(f"time per edge at {nodes:,} against a third of it, {name}", 2, grown, "×")
    yield Line("memory of the table of reach, a node", 300, tables[0].nbytes / nodes, " B")
    bit = next(b for b in range(64) if int(np.bitwise_or.reduce(tables[0][:, -14:], axis=None)) >> b & 1)
    node, state = np.nonzero(tables[0][:, one.states :] >> np.uint64(bit) & np.uint64(1))
    walk = walk_back(one, tables[0], asked[0])
    seconds, _ = timed(lambda: walk(bit, node, state, np.zeros(len(node), dtype=np.int64)))
    yield Line(f"evidence of {len(node):,} hits of one query", 10, 1e6 * seconds / len(node), " µs a hit")


def dump(path: Path, nodes: int, seed: int = 7) -> None:
    """Records of a synthetic hub: models made from earlier ones or from known ones, and data sets."""
    draw = np.random.default_rng(seed)
    back, chance = draw.random(nodes) ** 3, draw.random((nodes, 4))
    with path.open("w", encoding="utf-8") as lines:
        for n in range(nodes):
            base = (
                f"lab{int(n * back[n]) % 5000}/m{int(n * back[n])}"
                if n and chance[n, 0] < 0.8
                else _BASES[n % 5]
            )
            relation = ("finetune", "quantized", "adapter", "merge")[int(4 * chance[n, 1])]
            card: dict[str, Any] = {"license": _LICENCES[int(7 * chance[n, 2])]}
            if chance[n, 3] < 0.87:
                card["datasets"] = [_SETS[n % 3] if chance[n, 3] < 0.2 else f"lab{n % 5000}/d{n % 40_000}"]
            record = {
                "id": f"lab{n % 5000}/m{n}", "modelId": "", "tags": [f"base_model:{relation}:{base}"], "cardData": card,
                "createdAt": f"{2022 + n % 5}-{1 + n % 12:02}-01T00:00:00Z", "pipeline_tag": "text-generation",
            }  # fmt: skip
            lines.write(json.dumps(record) + "\n")


def through(path: Path, folder: Path, kernel: Any, release: str | None = None) -> Iterator[Line]:
    """A dump through ingest, check and explain, in seconds of the wall and MiB; no goals, but a run that ends."""
    packs, store = load_packs(), Store(folder / "hub.fleet")
    marks = [time.monotonic()]

    def say(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    ingest(store, path, packs, say)
    marks.append(time.monotonic())
    done = check(store, packs, AS_OF, kernel.reach, say)
    marks.append(time.monotonic())
    picked = release or store.one(
        "SELECT id FROM positions JOIN names USING (n) WHERE entry <> n ORDER BY ALL LIMIT 1"
    )
    explain(store, packs, AS_OF, picked)
    marks.append(time.monotonic())
    again = check(store, packs, AS_OF, kernel.reach, say)
    marks.append(time.monotonic())
    assert again.written == 0
    nodes, edges = store.counts()
    for name, start, end in zip(
        ("ingest", "check", "explain one", "check again"), marks, marks[1:], strict=False
    ):
        yield Line(f"{name} of {nodes:,} artifacts, {edges:,} edges", 3600, end - start, " s")
    yield Line(
        f"{done.written:,} positions; memory",
        24 * 1024,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        " MiB",
    )


def spark(nodes: int) -> Iterator[Line]:
    """Spark on two local workers against numpy: 0 differences."""
    from compliance.fleet.relations import kernel_in

    one = graph(nodes)
    asked = np.random.default_rng(3).integers(0, 2**63, 1000, dtype=np.uint64) & np.uint64(0xF)
    start = time.monotonic()
    found = kernel_in("spark", "local[2]")(one, asked)
    seconds = time.monotonic() - start
    differing = int((found != numpy_kernel.reach(one, asked)).any(axis=1).sum())
    yield Line(
        f"Spark on 2 local workers, {nodes:,} nodes: differing nodes (in {seconds:.0f} s)", 0.5, differing, ""
    )


def main() -> None:
    """Measure what is asked for, and write the table where it is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", choices=("kernels", "hub", "real", "spark"))
    asked.add_argument("--nodes", type=int, default=3_000_000)
    asked.add_argument("--dump", type=Path, help="the hub's records, for `real`")
    asked.add_argument("--write", type=Path, metavar="FILE", help="also add the table to a file")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = given.dump or folder / "models.jsonl"
        if given.what == "hub":
            dump(path, given.nodes)
        lines: list[Line] = []
        made: dict[str, Callable[[], Iterator[Line]]] = {
            "kernels": lambda: kernels(given.nodes), "spark": lambda: spark(given.nodes),
            "hub": lambda: through(path, folder, numba_kernel), "real": lambda: through(path, folder, numpy_kernel),
        }  # fmt: skip
        for line in made[given.what]():
            print(line.text, flush=True)
            lines.append(line)
    told = (
        f"python -m benchmarks.fleet {given.what} --nodes {given.nodes}"
        if given.what != "real"
        else f"{given.what}"
    )
    text = f"\n## A fleet: {given.what}\n\nWritten by `{told}` on {machine()}.\n\n{table(lines)}"
    print(text)
    if given.write:
        with given.write.open("a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
