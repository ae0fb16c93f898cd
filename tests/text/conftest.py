"""Collections of texts for tests: small git repositories with documents of our own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Record = Callable[..., str]


@pytest.fixture(scope="session")
def kept_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compiled packs are kept, so that one test makes them and the others find them."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, kept_packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's cache and data out of the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept_packs))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty collection."""
    place = tmp_path / "meadow-versions"
    place.mkdir()
    _git(place, "init", "--quiet", "--initial-branch=main")
    return place


@pytest.fixture
def record(repository: Path) -> Record:
    """Record documents on a day; returns the commit. A document without text is taken away."""

    def once(day: str, documents: Mapping[str, str]) -> str:
        for path, text in documents.items():
            place = repository / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if text:
                place.write_text(text, encoding="utf-8")
            else:
                place.unlink()
        _git(repository, "add", "--all")
        _git(repository, "commit", "--quiet", "--message", "Record", day=day)
        return _git(repository, "rev-parse", "HEAD").strip()

    return once


def _git(place: Path, *words: str, day: str = "2026-01-01") -> str:
    when = f"{day}T12:00:00+00:00"
    own = {
        "GIT_AUTHOR_NAME": "Meadow", "GIT_AUTHOR_EMAIL": "meadow@example.com", "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_NAME": "Meadow", "GIT_COMMITTER_EMAIL": "meadow@example.com", "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip
    done = subprocess.run(
        ["git", "-C", str(place), *words], check=True, capture_output=True, env={**os.environ, **own}
    )
    return done.stdout.decode()
