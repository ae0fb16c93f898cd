"""Names that a folder mentions and a draft holds no artifact of, as lines of the draft itself."""

from __future__ import annotations

from compliance.intake.folder import Scan

MOST_TOLD = 40
"""The most that a draft tells one by one."""


def only_mentioned(scan: Scan) -> list[str]:
    """What a draft says of such names: those who confirm it may know what they were for, and did not see the scan."""
    told = [f"confirm: was {one.name} used to make this, and as what? {one.first.place.file}:{one.first.place.line}"
            f"{f', “{one.first.words}”' if one.first.words else ''}" for one in scan.mentioned]  # fmt: skip
    more = [f"confirm: {len(told) - MOST_TOLD:,} more are only mentioned"] if len(told) > MOST_TOLD else []
    return [*told[:MOST_TOLD], *more]
