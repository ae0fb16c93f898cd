"""What several runs came to together, kept in a file between them, so that a long run may be done in pieces."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from compliance.whole_files import put_file
from tools.reliability.runs import Tally

ENOUGH, ENOUGH_CHECKS = 1_000_000, 100_000
"""Inputs of a kind, and whole checks, after which the time goes to others."""


@dataclass(frozen=True, slots=True)
class State:
    """How often it was run, for how long, and what came of each kind."""

    runs: int = 0
    minutes: float = 0.0
    tallies: Mapping[str, Tally] = field(default_factory=dict)

    @classmethod
    def read(cls, path: pathlib.Path | None) -> State:
        """What a file keeps; nothing where there is none."""
        if path is None or not path.exists():
            return cls()
        told = json.loads(path.read_text(encoding="utf-8"))
        tallies = {name: Tally(**one) for name, one in told["tallies"].items()}
        return cls(told["runs"], told["minutes"], tallies)

    def write(self, path: pathlib.Path) -> None:
        """Keep it, whole or not at all; inputs that went wrong are kept apart."""
        tallies = {name: {**asdict(one), "samples": []} for name, one in self.tallies.items()}
        told = {"runs": self.runs, "minutes": self.minutes, "tallies": tallies}
        put_file(path, json.dumps(told, indent=1).encode() + b"\n")

    def begun(self) -> State:
        """One run more, which has not come to anything yet."""
        return replace(self, runs=self.runs + 1)

    def with_(self, tally: Tally, minutes: float) -> State:
        """With what came of a kind in some time."""
        before = self.tallies.get(tally.name)
        both = tally if before is None else before.and_(tally)
        return replace(self, minutes=self.minutes + minutes, tallies={**self.tallies, tally.name: both})

    def tried(self, name: str) -> int:
        """How often a kind was tried."""
        return self.tallies[name].inputs if name in self.tallies else 0
