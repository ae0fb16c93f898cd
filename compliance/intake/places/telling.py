"""Whether what stands at a place is the name of a thing at all, or may be one and is asked about."""

from __future__ import annotations

from compliance.acquire.code.remarks import OF_REMARK
from compliance.acquire.names import is_hub_name, is_local, is_remote
from compliance.acquire.page.sentences import IN_LIST
from compliance.acquire.prose.upstreams import is_guess
from compliance.acquire.prose.went_in import is_name
from compliance.intake.naming.generic import is_generic
from compliance.intake.naming.registry_words import RegistryWords, is_known_model
from compliance.intake.places.support import support
from compliance.model.declared.sighting import Sighting
from compliance.model.words.spelling import is_sized_name

MOST_NAME = 300
"""The most characters that a manifest takes as a name."""
TIED = 3
"""The least support of a name that nothing knows, with which it is asked about."""


def tells(one: Sighting, known: RegistryWords) -> bool:
    """Whether a name is one: the registry knows it, or it is written like one where names stand."""
    if (
        is_generic(one.name)
        or not one.name.strip()
        or len(one.name) > MOST_NAME
        or not one.name.isprintable()
    ):
        return False
    if one.if_known:
        # What a document tells to be made on the way is not made here where it bears a known name.
        told = one.source == "document" and known(one.name) is not None
        return told or is_known_model(one, known)
    if known(one.name) is not None or is_remote(one.name) or ("prose" in one.how and is_sized_name(one.name)):
        return True
    if is_hub_name(one.name) and not is_local(one.name):
        return True
    if one.source == "data":
        # Any word may stand in a column; only that of a judge or a teacher is a model by its place.
        return one.relation in ("judged-by",) and " " not in one.name
    if one.source == "code" and one.how.startswith(("model of", "rows written", "rows of")):
        return " " not in one.name or one.how == OF_REMARK
    listed = one.kind is not None or "front matter" in one.how or "Croissant" in one.how
    return one.source in ("config", "document", "weights") and listed and not is_local(one.name)


def is_tied(one: Sighting) -> bool:
    """Whether a name that nothing knows is written as one, and words tie it to the work: it is asked about."""
    if one.how == IN_LIST and one.is_lineage:
        return True
    if one.source != "document" or "prose" not in one.how or is_guess(one) or not one.is_lineage:
        return False
    spoken = one.relation in ("data", "base", "adapter", "component")
    return spoken and is_name(one.name) and support(one, one.relation == "data") >= TIED
