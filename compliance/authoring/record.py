"""The committed record of a mutation run: what came of every rule and definition, and the content it was run for.

Whoever runs it again runs anew only what has another content by now: a rule, what it uses and cites, its situations, or
the faults themselves. What a change of the program or of the registry moves, `rules test` tells.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
from collections.abc import Mapping

from compliance.authoring.mutate import Outcome

_FAULTS = ("changes.py", "mutants.py")


def faults_digest() -> str:
    """Digest of the modules that make faults: other faults are run anew."""
    found = hashlib.sha256()
    for name in _FAULTS:
        found.update((pathlib.Path(__file__).parent / name).read_bytes())
    return found.hexdigest()


def read(file: pathlib.Path) -> dict[str, Outcome]:
    """Outcomes by digest; none where there is no record yet, or it cannot be read."""
    try:
        held = json.loads(file.read_bytes())
        return {
            one["digest"]: Outcome(name, int(one["faults"]), tuple(one["unnoticed"]))
            for name, one in held.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def unnoticed(file: pathlib.Path) -> frozenset[tuple[str, str]]:
    """Rule or definition and fault of everything that nothing noticed when the record was made."""
    return frozenset((one.name, fault) for one in read(file).values() for fault in one.survivors)


def written(outcomes: Mapping[str, Outcome]) -> str:
    """The record of outcomes by digest, a line for each, so that changes of two people meet in few places."""
    lines = {
        one.name: json.dumps({"digest": digest, "faults": one.mutants, "unnoticed": list(one.survivors)})
        for digest, one in outcomes.items()
    }
    return "{\n" + ",\n".join(f'"{name}": {line}' for name, line in sorted(lines.items())) + "\n}\n"
