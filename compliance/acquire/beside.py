"""Files that lie beside the work: they measure, test or show it, or are somebody else's."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.found import Found

_BESIDE = frozenset(
    {"eval", "evals", "evaluate", "evaluation", "evaluations", "bench", "benchmark", "benchmarks", "test", "tests",
     "baseline", "baselines",
     "third_party", "third-party", "thirdparty", "vendor", "vendored", "external", "fixtures", "sample_data",
     "leaderboard", "site-packages", "auswertung", "evaluierung", "évaluation", "evaluacion",
     "evaluación", "valutazione", "avaliacao", "avaliação"}
)  # fmt: skip


_TESTS = re.compile(
    r"(?:^|[-_.])(?:(?:listening|user|unit|integration|smoke|ab|blind|human|load|stress|regression|acceptance)[-_]?"
    r"(?:tests?|stud(?:y|ies)|evals?|evaluations?)|(?:eval|evaluation|benchmark|bench)[-_](?:results?|scripts?|sets?|data|"
    r"tools?|suite|harness|outputs?|logs?|configs?|runs?))$"
)
"""How folders are called that hold one kind of tests, or what belongs to measuring."""


def is_beside(name: str) -> bool:
    """Whether a file lies in a folder that measures, tests or shows the work, or is somebody else's.

    >>> [is_beside(one) for one in ("eval/run.py", "third_party/x/LICENSE", "listening_test/a.py")]
    [True, True, True]
    >>> is_beside("scripts/evaluate.py")
    False
    """
    return any(part in _BESIDE or _TESTS.search(part) for part in name.lower().split("/")[:-1])


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


_OLD = frozenset(
    {"old", "archive", "archived", "attic", "deprecated", "abandoned", "obsolete", "unused", "graveyard",
     "outdated", "veraltet", "archiv", "alt"}
)  # fmt: skip


def is_put_away(name: str) -> bool:
    """Whether a file lies in a folder of what is no longer used.

    >>> is_put_away("recipes/old/a.yaml"), is_put_away("recipes/gold/a.yaml")
    (True, False)
    """
    return any(part.lower().strip("_.") in _OLD for part in name.split("/")[:-1])


def beside(found: Found) -> Found:
    """What such a file names went into nothing, and what it says of licences is said of itself."""
    seen = [replace(one, relation="none") if one.is_lineage else one for one in found.sightings]
    return Found(sightings=seen, lost=found.lost)
