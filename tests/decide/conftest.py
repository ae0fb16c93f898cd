"""Loaded packs and scenarios, read once."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.load.packs.scenarios import load_scenarios
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.scenario import Scenario


@pytest.fixture(scope="session")
def packs() -> Knowledge:
    """The bundled packs."""
    return load_packs()


@pytest.fixture(scope="session")
def scenarios(packs: Knowledge) -> dict[str, Scenario]:
    """The bundled scenarios by id."""
    return {one.id: one for one in load_scenarios(packs)}
