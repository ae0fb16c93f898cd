"""The examples, checked once as of a fixed date; `pytest tests/examples --update-golden` writes their goldens."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from compliance.cli import app
from tests.whole_texts import first_difference

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "golden"
AS_OF = "2025-11-20"
PACKS = re.compile(r"\d+ rules in \d+ packs, and \d+ files of texts and names")
SETTLED = ("clear", "not-applicable")
SHORT = ("rule", "release", "source", "party", "position", "force", "reason")


@dataclass(frozen=True)
class Checked:
    """What the command printed about one example, and how it ended."""

    text: str
    report: dict[str, Any]
    exit_code: int

    def live(self) -> list[dict[str, Any]]:
        """Findings that are neither clear nor without application."""
        return [finding for finding in self.report["findings"] if finding["position"] not in SETTLED]

    def of(self, **wanted: object) -> list[dict[str, Any]]:
        """Findings with these values, `family` by its start."""
        family = str(wanted.pop("family", ""))
        return [
            finding
            for finding in self.report["findings"]
            if finding["family"].startswith(family) and all(finding[key] == wanted[key] for key in wanted)
        ]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the flag, unless another folder's tests already do."""
    with contextlib.suppress(ValueError):
        parser.addoption("--update-golden", action="store_true", help="write golden files anew")


def run_check(manifest: str, *options: str) -> tuple[str, int]:
    """Check a manifest as of the fixed date; return what was printed and the exit code."""
    return _run("check", manifest, "--as-of", AS_OF, *options)


def run_command(*arguments: str) -> str:
    """What a command prints."""
    return _run(*arguments)[0]


def _run(*arguments: str) -> tuple[str, int]:
    with contextlib.chdir(ROOT):
        result = CliRunner().invoke(app, arguments, env={"COLUMNS": "100", "NO_COLOR": "1"})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout, result.exit_code


def _checked(name: str) -> Checked:
    manifest = f"examples/{name}/lineage.yaml"
    text, code = run_check(manifest)
    report, other = run_check(manifest, "--format", "json")
    assert code == other
    return Checked(text, json.loads(report), code)


@pytest.fixture(scope="session")
def olmo_3() -> Checked:
    """The main example."""
    return _checked("olmo-3")


@pytest.fixture(scope="session")
def quickstart() -> Checked:
    """A fine-tune on a published data set."""
    return _checked("quickstart")


@pytest.fixture(scope="session")
def clean() -> Checked:
    """A release with nothing open."""
    return _checked("clean")


@pytest.fixture(scope="session")
def merge_gguf() -> Checked:
    """One work in two forms, merged out of two tunes."""
    return _checked("merge-gguf")


@pytest.fixture(scope="session")
def eu_product() -> Checked:
    """A product in the EU on weights under a licence that passes its limits on."""
    return _checked("eu-product")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file, or write the file where that is asked for."""

    def compare(name: str, actual: str) -> None:
        path = FOLDER / name
        if request.config.getoption("--update-golden", default=False):
            path.write_text(actual, encoding="utf-8")
        assert first_difference(path.read_text(encoding="utf-8"), actual) == ""

    return compare


def settled_text(checked: Checked) -> str:
    """The terminal report without the numbers of loaded files, which change with every new pack."""
    return PACKS.sub("… rules in … packs, and … files of texts and names", checked.text)


def settled_json(checked: Checked) -> str:
    """The JSON report as a reviewer can read it: without digests of packs, and clear findings in short."""
    findings = [
        {key: finding[key] for key in SHORT} if finding["position"] in SETTLED else finding
        for finding in checked.report["findings"]
    ]
    shown = {**checked.report, "findings": findings, "packs": [], "packs_digest": ""}
    return json.dumps(shown, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
