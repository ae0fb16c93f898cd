"""A draft out of a chain of a hub: the thing asked for, with each base at its revision, licence and making."""

from __future__ import annotations

from dataclasses import replace

from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.drafted import Draft, Entry
from compliance.intake.hub.chain import Chain, Link
from compliance.intake.naming.ids import GENERATED


def chain_draft(chain: Chain, endpoint: str) -> Draft:
    """One draft of a whole chain; the bases' steps come first."""
    first, *others = chain.links
    draft = draft_of(first.scan, first.fetched.name)
    _pin(draft, first, endpoint, licence=False)
    for link in others:
        _take(draft, link)
        _pin(draft, link, endpoint, licence=True)
    return draft


def _pin(draft: Draft, link: Link, endpoint: str, *, licence: bool) -> None:
    """Note revision and, of a base, the licence of its own card at its artifact."""
    key = draft.ids.get(link.fetched.name)
    fields: dict[str, object] = {}
    if licence and link.licence:
        fields["license"] = link.licence
    fields["revision"] = link.fetched.revision
    gated = ", gated" if link.fetched.gated else ""
    told = f"{endpoint}/{link.fetched.name} at {link.fetched.revision[:12]}, read without a token{gated}"
    draft.artifacts = [
        replace(one, fields={**one.fields, **fields}, confirm=f"{one.confirm}; {told}")
        if one.key == key
        else one
        for one in draft.artifacts
    ]


def _take(draft: Draft, link: Link) -> None:
    """Add what a base was made from, and the steps that made it."""
    made = draft_of(link.scan, link.fetched.name, draft)
    own = draft.ids.get(link.fetched.name, link.fetched.name)
    rows = f"{own}-rows"
    there = {one.key for one in draft.artifacts}
    for entry in made.artifacts:
        key = rows if entry.key == GENERATED else entry.key
        if key not in there:
            draft.artifacts.append(replace(entry, key=key))
            there.add(key)
    steps = [_renamed(entry, own, rows) for entry in made.steps]
    draft.steps = [*steps, *draft.steps]


def _renamed(entry: Entry, own: str, rows: str) -> Entry:
    """A step of a base: its id is the base's, and rows that nobody named are that base's."""
    inputs = entry.fields["inputs"]
    assert isinstance(inputs, dict)
    fields = {**entry.fields, "inputs": {role: _swapped(value, rows) for role, value in inputs.items()}}
    fields["outputs"] = _swapped(entry.fields["outputs"], rows)
    return replace(entry, key=f"{entry.key}-{own}"[:80], fields=fields)


def _swapped(value: object, rows: str) -> object:
    if isinstance(value, list):
        return [rows if one == GENERATED else one for one in value]
    return rows if value == GENERATED else value
