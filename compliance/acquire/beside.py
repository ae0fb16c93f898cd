"""Files that lie beside the work: they measure, test or show it, or are somebody else's."""

from __future__ import annotations

from dataclasses import replace

from compliance.acquire.found import Found

_BESIDE = frozenset(
    {"eval", "evals", "evaluate", "evaluation", "evaluations", "bench", "benchmark", "benchmarks", "test", "tests",
     "third_party", "third-party", "thirdparty", "vendor", "vendored", "external", "fixtures", "sample_data",
     "leaderboard", "site-packages"}
)  # fmt: skip


def is_beside(name: str) -> bool:
    """Whether a file lies in a folder that measures, tests or shows the work, or is somebody else's.

    >>> is_beside("eval/run.py"), is_beside("third_party/x/LICENSE"), is_beside("scripts/evaluate.py")
    (True, True, False)
    """
    return any(part.lower() in _BESIDE for part in name.split("/")[:-1])


_EXAMPLES = frozenset(
    {"example", "examples", "demo", "demos", "playground", "quickstart", "cookbook", "cookbooks", "tutorial",
     "tutorials", "showcase", "samples", "space", "spaces"}
)  # fmt: skip


def is_example(name: str) -> bool:
    """Whether a file lies in a folder that shows how the work is used.

    >>> is_example("examples/rag/chat.py"), is_example("src/example.py")
    (True, False)
    """
    return any(part.lower() in _EXAMPLES for part in name.split("/")[:-1])


def beside(found: Found) -> Found:
    """What such a file names went into nothing, and what it says of licences is said of itself."""
    seen = [replace(one, relation="none") if one.is_lineage else one for one in found.sightings]
    return Found(sightings=seen, lost=found.lost)
