"""`pytest tests/docs --update-golden` writes the outputs and tables in the Markdown files anew."""

from __future__ import annotations

import contextlib

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the flag, unless another folder's tests already do."""
    with contextlib.suppress(ValueError):
        parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the files are to be written."""
    return bool(request.config.getoption("--update-golden", default=False))
