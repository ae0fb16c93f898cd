"""Which records of the user's own registry files a lineage rests on, and which bundled ones they stand instead of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from compliance.model.declared.lineage import Artifact as Resolved
from compliance.model.declared.manifest import Artifact
from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Kind
from compliance.model.words.spelling import split_organisation
from compliance.model.words.warned import of_name
from compliance.resolve.lineage.ancestry import record_of
from compliance.resolve.names.lookup import Names


def own_records(artifacts: Mapping[str, Artifact], names: Names) -> Iterator[str]:
    """A warning for each name that finds a record or a party of one's own, told once."""
    told: set[str] = set()
    for artifact in artifacts.values():
        name = artifact.name or ""
        record = names.service(name) if artifact.kind == "service" else record_of(artifact, names)
        if name in told:
            continue
        if record is None or not record.own:
            if several := _claimed_twice(name, names):
                told.add(name)
                yield of_name(
                    f"{name}: records {' and '.join(several[:2])} of a registry file of your own both mean it, and "
                    "none of them counts; leave one of them"
                )
            elif owner := names.owner_of_ones_own(name):
                told.add(name)
                yield of_name(
                    f"{name}: that it is of {owner} comes from a registry file of your own; the finding is as good as "
                    "that file"
                )
            continue
        told.add(name)
        bundled = names.bundled(name)
        instead = f", instead of the bundled record {bundled}" if bundled else ""
        yield of_name(
            f"{name}: what is known of it comes from a registry file of your own, record {record.id}{instead}; "
            "the finding is as good as that record"
        )


def _claimed_twice(name: str, names: Names) -> tuple[str, ...]:
    """Ids of several records of one further folder that mean a name, of which none counts."""
    if names.without_own is names:
        return ()
    organisation, bare = split_organisation(name)
    for kind in get_args(Kind):
        found = [one for one in names.claims(kind, organisation, bare) if one.layer]
        for layer in dict.fromkeys(one.layer for one in found):
            ids = tuple(dict.fromkeys(one.entry.id for one in found if one.layer == layer))
            if len(ids) > 1:
                return ids
    return ()


def own_parties(texts: Iterable[str | None], names: Names) -> Iterator[str]:
    """A warning for each publisher, party and developer that users' own records know, told once."""
    for text in dict.fromkeys(filter(None, texts)):
        if party := names.party_of_ones_own(text):
            yield _whose(text, party)


def own_providers(texts: Iterable[str | None], names: Names) -> Iterator[str]:
    """A warning for each text, a name or whose a thing is, that users' own providers or routes alone make somebody's.

    Such a text need not be a service's: whether two names mean the same house turns on it too.
    """
    for text in dict.fromkeys(filter(None, texts)):
        if provider := names.provider_of_ones_own(text):
            record = names.provider_record(provider)
            yield _whose(text, f"{record.name} ({provider})" if record else provider)


def _whose(text: str, whose: str) -> str:
    return of_name(
        f"{text}: that it is {whose} comes from a registry file of your own; the finding is as good as that file"
    )


def own_terms(
    artifacts: Mapping[str, Resolved], licences: Iterable[str], registry: Registry
) -> Iterator[str]:
    """A warning for each provider and licence of one's own that a lineage rests on, told once.

    Args:
        artifacts: What was resolved.
        licences: Ids of the licences of what is released.
        registry: What knows which of them are of further folders.
    """
    if not (registry.own_providers or registry.own_licences):
        return
    found = list(licences)
    for artifact in artifacts.values():
        found += [*artifact.licences, *(one for ids in artifact.licence_options for one in ids)]
    providers = dict.fromkeys(artifact.provider for artifact in artifacts.values())
    for provider in registry.own_providers:
        if provider in providers:
            yield _told(registry.providers[provider].name, f"provider {provider}", "what its texts are")
    for licence in registry.own_licences:
        if licence in found:
            yield _told(registry.licences[licence].title, f"licence {licence}", "what it asks")


def _told(name: str, which: str, what: str) -> str:
    return of_name(
        f"{name}: what goes by this name and {what} comes from a registry file of your own, {which}; the finding is as "
        "good as that file"
    )
