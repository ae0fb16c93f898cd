"""Whose terms and licences a party has taken by what its own steps call, run or change.

Nobody calls a service without an account, and nobody runs weights but under their licence. Who does so in one step need
not be asked whether it took the same terms where another step brings in what others made under them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Party, Publisher, Step
from compliance.model.names.resolved import OWN_ROUTES
from compliance.values import dataclass

_P = TypeVar("_P", bound=Party)
_Shown = dict[str, tuple[Step, str]]
"""Id of a provider or licence to the step that shows it, and the id of what that step uses."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The publisher and the parties with what their steps show that they accepted, and what there is to say of it."""

    publisher: Publisher
    parties: Mapping[str, Party]
    told: tuple[str, ...]


def with_terms_taken(
    publisher: Publisher,
    parties: Mapping[str, Party],
    steps: Sequence[Step],
    artifacts: Mapping[str, Artifact],
) -> Taken:
    """Every party with what its own steps show, where it is silent itself.

    It is said where nobody would think of it: where the publisher takes in what others made with a service that it
    calls itself. Of `steps`, those of other parties may be told by the registry.
    """
    taken: dict[str | None, _Shown] = {}
    others: set[str] = set()
    for step in steps:
        whose = None if step.by in (None, publisher.id) else step.by
        own = step.facts.get("account_holder", "own") == "own"
        holder: Party = publisher if whose is None else parties.get(whose, publisher)
        for keys, used, direct in _terms(step, artifacts):
            if whose is not None:
                others.update(keys)
            # Of texts that hold together, what a party says of one leaves open what it means of the rest.
            if own and direct and not (len(keys) > 1 and holder.accepted.keys() & set(keys)):
                for key in keys:
                    taken.setdefault(whose, {}).setdefault(key, (step, used))
    mine = {key: how for key, how in taken.get(None, {}).items() if key not in publisher.accepted}
    return Taken(
        _having_accepted(publisher, mine),
        {key: _having_accepted(party, taken.get(key, {})) for key, party in parties.items()},
        tuple(
            _line(publisher, key, step, artifacts[used])
            for key, (step, used) in mine.items()
            if key in others and artifacts[used].kind == "service"
        ),
    )


def _terms(step: Step, artifacts: Mapping[str, Artifact]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Providers that a step calls and licences of what it runs; by what; whether no host is between.

    Weights that are had under an agreement of their own, which no pack knows, stand for it themselves.
    """
    for used in _used(step):
        artifact = artifacts.get(used)
        if artifact is None:
            continue
        if artifact.provider and artifact.kind == "service":
            yield (artifact.provider,), used, (step.route or artifact.route) in OWN_ROUTES
        elif artifact.kind == "model":
            # Where no licence is known, what there is of leave goes by the weights' own id.
            yield artifact.licences or (artifact.id,), used, not artifact.hosted


def _used(step: Step) -> Iterable[str]:
    return (one for given in step.inputs.values() for item in given if not item.one_of for one in item.named)


def _having_accepted(party: _P, taken: Iterable[str]) -> _P:
    new = {key: True for key in taken if key not in party.accepted}
    return party.model_copy(update={"accepted": {**party.accepted, **new}}) if new else party


def _line(publisher: Publisher, provider: str, step: Step, service: Artifact) -> str:
    return (
        f"{publisher.name} counts as having accepted the terms of {provider}, since its step {step.id} calls "
        f"{service.name}; if it has not, write `accepted: {{{provider}: false}}`."
    )
