"""Whose a known name may be: who publishes, who performed the steps, and what the registry calls them."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.declared.manifest import Manifest
from compliance.model.words.spelling import split_organisation
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.resting import Resting
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.names.accounts import accounting
from compliance.resolve.words.prose.spoken import Spoken


def performers(key: str, full: Expanded, manifest: Manifest) -> list[str]:
    """The names of parties that performed the steps which write an artifact."""
    parties = [manifest.parties.get(step.by or "") for step in full.writing.writers(key)]
    return [party.name for party in parties if party is not None and party.name]


def parties_named(words: Iterable[str | None], names: Names) -> set[str]:
    """The parties that words name."""
    return {party for text in words if text and (party := names.party(text))}


def is_called(one: Spoken, called: Iterable[str], names: Names) -> bool:
    """Whether a release is called exactly as the known model or data set of which its name speaks."""
    entries = ((names.model_entry(name), names.dataset_entry(name)) for name in called)
    return one.entry is not None and any(one.entry is known for pair in entries for known in pair)


def is_itself(
    one: Spoken, called: Iterable[str], key: str, full: Expanded, names: Names, resting: Resting
) -> bool:
    """Whether a release is the known model itself: its steps start from all that the record starts from.

    Who is behind an account on a hub nobody can tell by the publisher's name. A known house would be the publisher,
    save where the registry knows how the model was made, so that what its steps leave out is asked by itself, or where
    the manifest names that house's authors as its developer.
    """
    own = next((name for name in called if one.entry is not None and _may_mean(one, name, names)), None)
    entry = names.model_entry(own) if own is not None else None
    if own is None or entry is None:
        return False
    record = names.model(own)
    developer = full.artifacts[key].developer
    whose = developer is not None and names.party(developer) == entry.developer
    if record is None or not (names.is_account(entry.developer or "") or record.making == "known" or whose):
        return False
    return bool(record.base) and all(
        resting.some_behind(
            key, ("base", base), accounting(Spoken(base, names.model_entry(base)), full, names)
        )
        for base in record.base
    )


def _may_mean(one: Spoken, name: str, names: Names) -> bool:
    """Whether what is spoken of is the known model that bears a name, or another house's of that name without account.

    Two houses call their own "Chinese-Llama-2-7b"; under the account of the one it is not the other's.
    """
    entry = names.model_entry(name)
    return entry is not None and one.entry in (entry, names.model_entry(split_organisation(name)[1]))
