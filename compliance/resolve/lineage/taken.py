"""Whose terms and licences a party has taken by what its own steps call, run or change.

Nobody calls a service without an account, and nobody runs weights but under their licence. Who does so in one step need
not be asked whether it took the same terms where another step brings in what others made under them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from compliance.model.lineage import Artifact
from compliance.model.manifest import Party, Publisher, Step

_P = TypeVar("_P", bound=Party)


def with_terms_taken(
    publisher: Publisher,
    parties: Mapping[str, Party],
    steps: Sequence[Step],
    artifacts: Mapping[str, Artifact],
) -> tuple[Publisher, dict[str, Party]]:
    """The publisher and the parties, each with what its own steps show that it accepted, where it is silent."""
    taken: dict[str | None, dict[str, bool]] = {}
    for step in steps:
        if step.facts.get("account_holder", "own") != "own":
            continue
        whose = None if step.by in (None, publisher.id) else step.by
        for key in _terms(step, artifacts):
            taken.setdefault(whose, {})[key] = True
    return (
        _having_accepted(publisher, taken.get(None, {})),
        {key: _having_accepted(party, taken.get(key, {})) for key, party in parties.items()},
    )


def _terms(step: Step, artifacts: Mapping[str, Artifact]) -> Iterable[str]:
    """Ids of the providers that a step calls by their own route, and of the licences of what it runs or changes."""
    used = (one for given in step.inputs.values() for item in given if not item.one_of for one in item.named)
    for artifact in (artifacts[one] for one in used if one in artifacts):
        if artifact.provider and artifact.kind == "service":
            if (step.route or artifact.route) == "direct":
                yield artifact.provider
        elif artifact.kind == "model" and not artifact.hosted and len(artifact.licences) == 1:
            yield artifact.licences[0]


def _having_accepted(party: _P, taken: Mapping[str, bool]) -> _P:
    new = {key: answer for key, answer in taken.items() if key not in party.accepted}
    return party.model_copy(update={"accepted": {**party.accepted, **new}}) if new else party
