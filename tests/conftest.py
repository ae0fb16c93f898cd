"""What tests of every kind need: where the checkout is, and the shared corpora beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from compliance.errors import ResourceError
from tests.bundled_once import bundled_once, further_in_memory

_ROOT = Path(__file__).resolve().parent.parent


def _without_pango() -> Iterator[None]:
    """Skip what makes a PDF where Pango is missing, which an ordinary user cannot install; in CI it fails."""
    try:
        return (yield)
    except (ResourceError, OSError, AssertionError) as missing:
        if "CI" not in os.environ and any(word in str(missing) for word in ("needs Pango", "libgobject")):
            pytest.skip("Pango is not installed")
        raise


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Skip a test whose report cannot be printed here."""
    return (yield from _without_pango())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Skip a test that cannot print its report here."""
    return (yield from _without_pango())


@pytest.fixture(autouse=True)
def _outside_a_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on whether it runs in a GitHub workflow, where the default format is another."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture(scope="session", autouse=True)
def _bundled_once() -> Iterator[None]:
    """Read each bundled file once: hundreds of tests load the packs anew beside a small folder of their own."""
    with bundled_once(), further_in_memory():
        yield


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The root of the checkout."""
    return _ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared corpora: `$COMPLIANCE_SHARED`, or `shared` beside the checkout.

    Where there is none, the test is skipped; in CI it fails, for there the corpora belong to the machine.
    """
    folder = Path(os.environ.get("COMPLIANCE_SHARED") or _ROOT.parent / "shared")
    if folder.is_dir():
        return folder
    reason = "the shared corpora are not here: set COMPLIANCE_SHARED to their folder"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the checks that failed before the tests, so that the last lines of a run tell of them too."""
    if failed := os.environ.get("COMPLIANCE_FAILED_CHECKS"):
        terminalreporter.section("checks")
        terminalreporter.write_line(f"FAILED before the tests: {failed}", red=True)
