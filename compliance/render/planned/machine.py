"""Plans and surveys of licences as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from compliance.model.answered.plan import Act, LicenceOutcome, OpenItem, Planning

VERSION = 1
"""Of the format; it grows when a field changes its meaning or goes."""


def plans_json(plannings: Mapping[str, Planning]) -> str:
    """The search as a document for programs; of a manifest with variants, one search for each by its name."""
    if set(plannings) == {""}:
        return _text({"schema_version": VERSION, **_search(plannings[""])})
    return _text(
        {"schema_version": VERSION, "variants": {name: _search(one) for name, one in plannings.items()}}
    )


def _search(planning: Planning) -> dict[str, Any]:
    return {
        "gate": planning.gate,
        "complete": planning.complete,
        "least_cost": planning.plans[0].cost if planning.plans else None,
        "bound": planning.bound,
        "considered": planning.considered,
        "evaluations": planning.evaluations,
        "open": [_item(item) for item in planning.open],
        "plans": [
            {
                "cost": plan.cost,
                "acts": [
                    _act(need.act) | {"settles": [_item(item) for item in need.settles]}
                    for need in plan.needs
                ],
            }
            for plan in planning.plans
        ],
        "obstacles": [
            _item(one.item) | {"acts": [_act(act) for act in one.acts]} for one in planning.obstacles
        ],
    }


def licences_json(outcomes: Sequence[LicenceOutcome]) -> str:
    """The survey as a document for programs."""
    told = [
        {
            "release": one.release,
            "licence": one.licence,
            "stated": one.stated,
            "non_commercial": one.non_commercial,
            "due": [_act(act) for act in one.due],
            "readings": list(one.readings),
            "blocked": {reading: [_item(item) for item in items] for reading, items in one.blocked.items()},
        }
        for one in outcomes
    ]
    return _text({"schema_version": VERSION, "licences": told})


def _act(act: Act) -> dict[str, Any]:
    return {
        "key": act.key, "act": act.word, "subject": act.subject, "says": act.says, "cost": act.cost,
        "question": act.question,
    }  # fmt: skip


def _item(item: OpenItem) -> dict[str, Any]:
    return asdict(item)


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
