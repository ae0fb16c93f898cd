"""Three-valued truth (Kleene) and the three readings of a clause."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

from compliance.values import dataclass


class Truth(enum.IntEnum):
    """Kleene's strong three-valued truth, ordered NO < UNKNOWN < YES so that and is min, or is max."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    def __invert__(self) -> Truth:
        """Negation: YES and NO change places, UNKNOWN stays."""
        return _OPPOSITES[self]

    @property
    def decided(self) -> bool:
        """Whether the value is YES or NO."""
        return self is not Truth.UNKNOWN

    @property
    def word(self) -> str:
        """The lower-case word used in reports."""
        return self.name.lower()

    @classmethod
    def of(cls, value: bool | None) -> Truth:
        """Truth of a Python value, None meaning unknown."""
        if value is None:
            return cls.UNKNOWN
        return cls.YES if value else cls.NO


_OPPOSITES = (Truth.YES, Truth.UNKNOWN, Truth.NO)


def conjunction(values: Iterable[Truth]) -> Truth:
    """Kleene and; YES for no values."""
    return min(values, default=Truth.YES)


def disjunction(values: Iterable[Truth]) -> Truth:
    """Kleene or; NO for no values."""
    return max(values, default=Truth.NO)


READINGS = ("narrow", "plain", "broad")


@dataclass(frozen=True, slots=True)
class Readings:
    """One truth per reading, seen from the restriction's side, with narrow <= plain <= broad.

    The order is that of `Truth`: what holds on the narrow reading holds on the wider ones. `of` restores the
    order where a text's own alternatives would break it, so that every value in the program keeps the law.
    """

    narrow: Truth
    plain: Truth
    broad: Truth

    @classmethod
    def of(cls, narrow: Truth, plain: Truth, broad: Truth) -> Readings:
        """Build from three truths; a wider reading never says less than a narrower one."""
        plain = max(narrow, plain)
        return _TABLE[narrow][plain][max(plain, broad)]

    @classmethod
    def same(cls, value: Truth) -> Readings:
        """The same truth on every reading."""
        return _TABLE[value][value][value]

    def __iter__(self) -> Iterator[Truth]:
        """Iterate narrow, plain, broad."""
        return iter((self.narrow, self.plain, self.broad))

    def __and__(self, other: Readings) -> Readings:
        """Kleene and on each reading."""
        narrow, plain, broad = self.narrow, self.plain, self.broad
        first, second, third = other.narrow, other.plain, other.broad
        of_narrow = _TABLE[narrow if narrow < first else first]
        return of_narrow[plain if plain < second else second][broad if broad < third else third]

    def __or__(self, other: Readings) -> Readings:
        """Kleene or on each reading."""
        narrow, plain, broad = self.narrow, self.plain, self.broad
        first, second, third = other.narrow, other.plain, other.broad
        of_narrow = _TABLE[narrow if narrow > first else first]
        return of_narrow[plain if plain > second else second][broad if broad > third else third]

    def __invert__(self) -> Readings:
        """Negation swaps the readings: what an exception covers narrowly, its restriction reaches broadly."""
        return _TABLE[~self.broad][~self.plain][~self.narrow]

    @property
    def decided(self) -> bool:
        """Whether all three truths are decided."""
        unknown = Truth.UNKNOWN
        return self.narrow is not unknown and self.plain is not unknown and self.broad is not unknown

    def assuming(self, value: Truth) -> Readings:
        """The same readings with every unknown replaced by `value`."""
        return Readings(*(value if truth is Truth.UNKNOWN else truth for truth in self))

    def words(self) -> dict[str, str]:
        """Reading name to truth word, for reports."""
        return {name: truth.word for name, truth in zip(READINGS, self, strict=True)}


_TABLE = tuple(
    tuple(tuple(Readings(narrow, plain, broad) for broad in Truth) for plain in Truth) for narrow in Truth
)
"""Every value that three truths can make: an evaluation makes thousands, and these are all of them."""
ALWAYS = Readings.same(Truth.YES)
NEVER = Readings.same(Truth.NO)
OPEN = Readings.same(Truth.UNKNOWN)


class Position(enum.StrEnum):
    """The answer of one rule for one release and party."""

    BREACH = "breach"
    ARGUABLE = "arguable"
    REMOTE = "remote"
    NEEDS_FACTS = "needs-facts"
    CLEAR = "clear"
    NOT_APPLICABLE = "not-applicable"
    NOT_COVERED = "not-covered"


SCALE = (Position.CLEAR, Position.REMOTE, Position.ARGUABLE, Position.BREACH)


def decided_position(bites: Readings) -> Position:
    """Position of three decided readings: the narrowest reading that bites names it."""
    for truth, position in zip(bites, (Position.BREACH, Position.ARGUABLE, Position.REMOTE), strict=True):
        if truth is Truth.YES:
            return position
    return Position.CLEAR


def position_range(bites: Readings) -> tuple[Position, Position]:
    """Lowest and highest position that the missing facts still allow, on clear < remote < arguable < breach."""
    return decided_position(bites.assuming(Truth.NO)), decided_position(bites.assuming(Truth.YES))


def position_of(bites: Readings) -> Position:
    """The position: the one the facts force, whatever the missing ones are, else needs-facts.

    Where only the broad reading waits for a fact, the point is remote at most, whatever the answer.
    """
    low, high = position_range(bites)
    if (low, high) == (Position.CLEAR, Position.REMOTE):
        return Position.REMOTE
    return low if low is high else Position.NEEDS_FACTS
