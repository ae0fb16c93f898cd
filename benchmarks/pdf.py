"""Time and memory of the PDF report, beyond loading WeasyPrint.

    python -m benchmarks.pdf [MANIFEST] [--as-of DATE] [--rounds N]

Every measurement is a process of its own, and those that only load WeasyPrint take turns with those that also draw:
what counts is the difference within one run. The goals: 12 pages in 2.5 s beyond the import, and 150 MiB.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import pathlib
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

MANIFEST = pathlib.Path(__file__).parent.parent / "examples" / "olmo-3" / "lineage.yaml"
GOAL_PAGES, GOAL_SECONDS, GOAL_MIB = 12, 2.5, 150
LOADED = "weasyprint.text.fonts"


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.pdf", description="Time and memory of the PDF report.")
    parser.add_argument("manifest", type=pathlib.Path, nargs="?", default=MANIFEST)
    parser.add_argument("--as-of", type=dt.date.fromisoformat, default=dt.date(2025, 11, 20), metavar="DATE")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--one", choices=("load", "draw"), help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def one(given: argparse.Namespace) -> dict[str, Any]:
    """Measure in this process: load WeasyPrint, and draw if asked to."""
    start, spent = time.perf_counter(), time.process_time()
    __import__(LOADED)
    result: dict[str, Any] = {"load": time.perf_counter() - start, "load_cpu": time.process_time() - spent}
    if given.one == "draw":
        result |= draw(given.manifest, given.as_of)
    return result | {"mib": peak_mib()}


def peak_mib() -> float:
    """Return the most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def draw(manifest: pathlib.Path, as_of: dt.date) -> dict[str, Any]:
    """Draw the report of a manifest; what comes before the drawing is not counted."""
    from compliance.pipeline import check
    from compliance.render.machine.json_report import render_json
    from compliance.render.pdf.document import render_pdf
    from compliance.render.view.report_view import build_view

    report = check(manifest, as_of=as_of)
    view = build_view(report)
    text = render_json(report, view)
    before = peak_mib()
    start, spent = time.perf_counter(), time.process_time()
    made = render_pdf(report, view, text)
    took = {"draw": time.perf_counter() - start, "cpu": time.process_time() - spent}
    return took | {"before": before, "pages": pages(made), "bytes": len(made)}


def pages(made: bytes) -> int:
    """Count the pages of a PDF."""
    import io

    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(made)).pages)


def measure(given: argparse.Namespace, what: str) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.pdf", str(given.manifest), "--as-of", str(given.as_of)]
    run = subprocess.run([*command, "--one", what], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def show(rounds: Sequence[tuple[dict[str, float], dict[str, float]]]) -> None:
    """Print what was measured; processor time says more than the clock where a machine is shared."""
    loads, draws = [first for first, _ in rounds], [second for _, second in rounds]
    number = int(draws[0]["pages"])
    print(f"{number} pages, {draws[0]['bytes'] / 1024:.0f} KiB, best of {len(rounds)} rounds")
    for name, load_key, draw_key in (("clock", "load", "draw"), ("processor", "load_cpu", "cpu")):
        load, took = min(one[load_key] for one in loads), min(one[draw_key] for one in draws)
        print(
            f"{name:<10} import {load:.2f} s, beyond it {took:.2f} s: {took / load:.1f} x the import, "
            f"{took / number:.3f} s a page, {took / number * GOAL_PAGES:.2f} s for {GOAL_PAGES} pages "
            f"(goal {GOAL_SECONDS:.2f})"
        )
    print(
        f"{'memory':<10} import {max(one['mib'] for one in loads):.0f} MiB, report checked "
        f"{max(one['before'] for one in draws):.0f} MiB, drawn {max(one['mib'] for one in draws):.0f} MiB "
        f"(goal {GOAL_MIB})"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print what it found."""
    given = arguments(argv)
    if given.one:
        print(json.dumps(one(given)))
        return 0
    rounds = [(measure(given, "load"), measure(given, "draw")) for _ in range(given.rounds)]
    show(rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
