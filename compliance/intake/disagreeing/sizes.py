"""How many parameters the work has, where its name and its page cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.acquire.found import Found
from compliance.acquire.prose.parameters import PARAMETERS, parameters_of_name
from compliance.intake.disagreeing.statements import Contradiction, other_amount, told_differently
from compliance.intake.released.releases import Released
from compliance.model.declared.sighting import Figure


def differing_sizes(found: Found, released: Sequence[Released]) -> Iterator[Contradiction]:
    """The name of the main thing against what its own page tells, and two counts of that page.

    Args:
        found: What was seen.
        released: What is put out, the main thing first.
    """
    main = released[0]
    if not main.own_card:
        return
    of_work = (one for one in found.figures if one.about == PARAMETERS)
    told = [one for one in of_work if one.place.file.rpartition("/")[0] == main.folder]
    named = parameters_of_name(main.name) if main.kind == "model" else None
    if told and named is not None:
        told.insert(0, Figure("amount", PARAMETERS, named.low, named.high, main.place, main.name))
    if len(told) > 1 and any(
        all(other_amount(one, each) for each in told if each is not one) for one in told
    ):
        yield told_differently("size", PARAMETERS, told)
