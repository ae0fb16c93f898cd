"""A file of costs of one's own, which goes before those of the packs."""

from __future__ import annotations

import pathlib

from compliance.errors import FaultCollector
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import read_yaml
from compliance.model.answered.plan import Costs
from compliance.model.known.knowledge import Knowledge


def load_costs(knowledge: Knowledge, path: pathlib.Path | None = None) -> Costs:
    """The costs of the packs, and over them those of a file. Raises `InputError` with all faults of the file."""
    costs = Costs(costs={})
    for given in knowledge.costs:
        costs = given.over(costs)
    if path is None:
        return costs
    faults = FaultCollector()
    own = validate(read_yaml(path, name=str(path)), Costs, collector=faults)
    faults.raise_if_any()
    assert own is not None
    return own.over(costs)
