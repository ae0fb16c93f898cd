"""One party stands once: a name or an account of two parties would make two owners of one."""

from __future__ import annotations

from collections import defaultdict

from compliance.load.packs.knowledge import load_packs


def test_no_account_and_no_name_belongs_to_two_parties() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for shelf in load_packs().registry.catalogue.shelves:
        for one, party in shelf.records.parties.items():
            for name in (party.name, *party.organisations):
                owners[name.casefold()].add(one)
    assert {name: parties for name, parties in owners.items() if len(parties) > 1} == {}
