"""A maker's name before that of its work: `Microsoft Phi-4`, `Mistral AI's Mixtral 8x7B`."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.names.catalogue import Catalogue
from compliance.model.words.spelling import split_organisation

_WORDS = 3
"""Of how many words a maker's name is at most, where it stands before another name."""
_OWNS = ("'s", "’s")


def after_their_maker(name: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each way to read a name as a maker's and that of a work: the maker's id and the work, the longest maker first.

    A maker that is known by nothing but an account is left out: accounts are called by any word, and `open llama` is
    no work of somebody who happens to be `open` on a hub.
    """
    if split_organisation(name)[0] is not None:
        return
    spoken = name.split()
    for count in range(min(_WORDS, len(spoken) - 1), 0, -1):
        head = " ".join(spoken[:count])
        maker = head[:-2] if head.endswith(_OWNS) else head
        party_id = catalogue.owner(maker) or ""
        party = catalogue.party(party_id)
        if party is not None and not party.is_account:
            yield party_id, " ".join(spoken[count:])


def organisation_of(party_id: str, catalogue: Catalogue) -> str | None:
    """An organisation on a hub under which a party publishes, if one is known to be its alone."""
    party = catalogue.party(party_id)
    theirs = party.organisations if party else ()
    return next((one for one in theirs if catalogue.owner(one) == party_id), None)
