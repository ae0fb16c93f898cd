"""How a clause stood on the days of a period: held, assumed to go on, not known, or absent."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Sequence

from compliance.model.answered.finding import ClauseInForce
from compliance.model.declared.lineage import Period
from compliance.model.packs.instrument import Clause, Instrument, Version
from compliance.values import dataclass

_OPEN_STARTS = ("or-earlier", "earliest-capture")


class DayStatus(enum.Enum):
    """What is known of the clause on one day."""

    HELD = "held"
    CONTINUITY = "continuity"
    NOT_HELD = "not-held"
    ABSENT = "not-in-force"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which one version of one cited clause applies here."""

    start: datetime.date
    end: datetime.date  # first day after
    instrument: Instrument
    clause_id: str
    clause: Clause
    version: Version

    @property
    def may_be_older(self) -> bool:
        """Whether the text may have stood before its first record; not where another text governed until then."""
        return self.version.from_basis in _OPEN_STARTS and self.start == self.version.start

    def record(self, status: DayStatus) -> ClauseInForce:
        """The version as findings show it."""
        version, instrument = self.version, self.instrument
        return ClauseInForce(
            instrument=instrument.id,
            clause=self.clause_id,
            title=instrument.title,
            locator=self.clause.locator,
            status=status.value,
            version_from=version.from_,
            version_to=version.to,
            assurance=version.assurance or instrument.assurance,
            verified_on=instrument.verified_on,
            paraphrase=self.clause.paraphrase,
            fingerprint=version.fingerprint,
            url=instrument.url,
            note=version.note,
        )


def status_on(stretches: Sequence[Stretch], day: datetime.date) -> DayStatus:
    """What is known of the clause on one day.

    A stretch without text counts as going on where the clause stands both before and after it.
    """
    covering = [s for s in stretches if s.start <= day < s.end]
    if any(s.version.held for s in covering):
        return DayStatus.HELD
    held = [s for s in stretches if s.version.held]
    before, after = [s for s in held if s.end <= day], [s for s in held if s.start > day]
    if covering:
        return DayStatus.CONTINUITY if before and after else DayStatus.NOT_HELD
    older = bool(after) and not before and min(after, key=lambda s: s.start).may_be_older
    return DayStatus.NOT_HELD if older else DayStatus.ABSENT


def statuses(stretches: Sequence[Stretch], period: Period) -> set[DayStatus]:
    """Every status that some day of the period has; it can change only where a stretch starts or ends."""
    turns = {day for s in stretches for day in (s.start, s.end) if period.start < day <= period.end}
    return {status_on(stretches, day) for day in (period.start, *turns)}


def nearest(stretches: Sequence[Stretch], period: Period) -> tuple[Stretch, ...]:
    """The held versions just before and just after the period, else the first of all."""
    before = [s for s in stretches if s.end <= period.start and s.version.held]
    after = [s for s in stretches if s.start > period.end and s.version.held]
    return (*before[-1:], *after[:1]) or tuple(stretches[:1])


def meeting(stretches: Sequence[Stretch], period: Period) -> tuple[Stretch, ...]:
    """The held versions that stood on some day of the period."""
    return tuple(s for s in stretches if s.version.held and s.start <= period.end and period.start < s.end)


def spans(stretches: Iterable[Stretch]) -> tuple[str, ...]:
    """Instrument, places and dates in words: places of one text that stood on the same days are told together."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for one in stretches:
        until = f"until before {one.version.to}" if one.version.to else "on"
        days = f"from {one.version.from_} {until}"
        places.setdefault((one.instrument.title, days), {})[one.clause.locator] = None
    return tuple(f"{title}, {_joined(tuple(locators))}, {days}" for (title, days), locators in places.items())


def _joined(places: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(places[:-1]), places[-1]) if part)
