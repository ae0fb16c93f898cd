"""Score the comparison of versions on a gold file of pairs."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    raise SystemExit(2)
