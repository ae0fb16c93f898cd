"""How many parameters the work has, where its name and its page cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.acquire.found import Found
from compliance.acquire.prose.parameters import PARAMETERS, parameters_of_name
from compliance.intake.releases import Released
from compliance.intake.statements import Contradiction, Said
from compliance.model.declared.sighting import Figure


def differing_sizes(found: Found, released: Sequence[Released]) -> Iterator[Contradiction]:
    """The name of the main thing against what its own page tells, and two counts of that page.

    Args:
        found: What was seen.
        released: What is put out, the main thing first.
    """
    main = released[0]
    page = [
        one
        for one in found.figures
        if one.about == PARAMETERS and one.place.file.rpartition("/")[0] == main.folder
    ]
    named = parameters_of_name(main.name) if main.own_card and main.kind == "model" else None
    if not page or not main.own_card:
        return
    told = list(page)
    if named is not None:
        told.insert(0, Figure("amount", PARAMETERS, named.low, named.high, main.place, main.name))
    if any(all(_apart(one, other) for other in told if other is not one) for one in told) and len(told) > 1:
        said = tuple(dict.fromkeys(Said(one.words, one.place) for one in told))
        words = " / ".join(dict.fromkeys(one.words for one in told))
        yield Contradiction("size", PARAMETERS, said, f"told differently: {words[:300]}")


def _apart(one: Figure, other: Figure) -> bool:
    return one.high < other.low or other.high < one.low
