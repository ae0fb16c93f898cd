"""Which warnings tell that an answer rests on others' packs: no report leaves them out."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.words.warned import WarningKind, kind_of


def of_further(warnings: Iterable[str]) -> tuple[str, ...]:
    """Those of some warnings that tell what rests on packs of a further folder; of the whole answer first.

    However many names rest on a folder, none of them stands before what tells it of the whole answer.
    """
    found = [one for one in warnings if kind_of(one) is not WarningKind.OTHER]
    return tuple(sorted(found, key=lambda one: kind_of(one) is not WarningKind.WHOLE_ANSWER))


def further_first(warnings: Iterable[str]) -> tuple[str, ...]:
    """The same warnings, with those first that tell what rests on packs of a further folder."""
    given = tuple(warnings)
    first = of_further(given)
    return (*first, *(one for one in given if one not in first)) if first else given
