"""Whether a name that somebody wrote is one of those for which a record stands; compared as a whole."""

from __future__ import annotations

from compliance.model.names.catalogue import AnyEntry
from compliance.model.names.template import may_fit, template
from compliance.model.words.spelling import key, split_organisation


def means(entry: AnyEntry, organisation: str | None, spoken: tuple[str, ...], theirs: bool) -> bool:
    """Whether a bare name under an organisation (None: under none) is one of the record's."""
    name = "".join(f"{word} " for word in spoken)
    if any((organisation, name) == _split(text) for text in entry.excluded):
        return False
    for text in entry.names:
        if not may_fit(text, spoken):
            continue
        one = template(text, entry.slots)
        under = one.organisation is None or len(spoken) > 1 if organisation is None else (
            theirs or organisation == one.organisation
        )  # fmt: skip
        if under and one.names(name):
            return True
    if organisation is not None:
        return False
    return any(may_fit(text, spoken) and template(text, entry.slots).names(name) for text in entry.aliases)


def _split(text: str) -> tuple[str | None, str]:
    organisation, bare = split_organisation(text)
    return key(organisation) if organisation else None, key(bare)
