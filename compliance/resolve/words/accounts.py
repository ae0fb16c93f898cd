"""Whether something behind an artifact is what the artifact's name or a sentence beside it speaks of."""

from __future__ import annotations

from collections.abc import Callable

from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.words.spelling import key as spelt
from compliance.resolve.lineage.ancestry import Expanded, record_of
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.related import related
from compliance.resolve.words.spoken import Spoken
from compliance.resolve.words.telling import fetches_from_site


def accounting(one: Spoken, full: Expanded, names: Names) -> Callable[[str], bool]:
    """Tell of artifacts, by their keys, whether one is what is spoken of."""
    return lambda item: accounts_for(full.artifacts[item], one, names)


def accounts_for(item: Declared, one: Spoken, names: Names) -> bool:
    """Whether something behind an artifact is what the artifact's name speaks of."""
    name = item.name or ""
    if item.kind == "code" and fetches_from_site(one.text):
        return False
    if spelt(one.text) in spelt(name):
        return True
    spoken_of = getattr(one.entry, "provider", None) or names.provider(one.text)
    if spoken_of and spoken_of in (item.provider, names.provider(name)):
        return True
    if one.entry is None:
        return False
    records = [record_of(item, names), *(names.model(base) for base in names.derived_from(name) if name)]
    return any(record is not None and related(record, one.entry) for record in records)
