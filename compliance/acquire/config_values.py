"""What the value of a setting comes to, before anybody asks what it was for."""

from __future__ import annotations

from compliance.acquire.code.literals import default_of
from compliance.acquire.names import hub_name
from compliance.acquire.tree import Placed


def values_given(value: Placed, is_of_rows: bool) -> list[Placed]:
    """What a value's variable falls back to, and each of several sets that a plus joins.

    >>> values_given(Placed.at("org/a+org/b", 3), True), values_given(Placed.at("${BASE:-org/a}", 3), False)
    (['org/a', 'org/b'], ['org/a'])
    """
    told = default_of(value)
    several = [one.strip() for one in told.split("+")] if is_of_rows else []
    if len(several) > 1 and all(hub_name(one) for one in several):
        return [Placed.at(one, value.line) for one in several]
    return [Placed.at(told, value.line)]
