"""What a process costs: CPU time and memory of its own, as ratios to a process that does nothing.

Times of one run are compared with each other only: machines differ, and so does one machine from minute to minute.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

BARE = (sys.executable, "-c", "pass")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU, and mebibytes at most."""

    seconds: float
    mebibytes: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command and return what it cost; its exit code says what it found, and does not matter."""
    with subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def warm_environment(folder: str) -> dict[str, str]:
    """An environment whose bytecode and compiled packs are kept in a folder, whatever the caller's says."""
    given = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return given | {"XDG_CACHE_HOME": folder, "PYTHONPYCACHEPREFIX": os.path.join(folder, "bytecode")}  # noqa: PTH118


def interleaved(commands: Mapping[str, Sequence[str]], times: int) -> dict[str, Cost]:
    """Median costs of commands that take turns, after one run of each that counts for nothing."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        environment = warm_environment(folder)
        for number in range(times + 1):
            for name, command in commands.items():
                cost = run(command, environment)
                if number:
                    found[name].append(cost)
    return {
        name: Cost(statistics.median(c.seconds for c in costs), max(c.mebibytes for c in costs))
        for name, costs in found.items()
    }


def cpu(work: Callable[[], object], times: int) -> float:
    """The least CPU seconds that a piece of work took in this process."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def machine() -> str:
    """The machine in a line."""
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
