"""Run the program in this process as a shell would: arguments in; exit code, standard output and error out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from compliance.cli import main

CLEAN = """\
lineage: 1
project: {id: clean}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  rows: {kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}
  tuned: {kind: model}
steps:
  - {id: tune, kind: pretrain, inputs: {data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: meadow/answers, date: 2025-10-01, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose, markets: [US]}
"""
"""A manifest on which no bundled rule keeps anything open."""

PACK = """\
pack: {{id: trial, title: Trial, family: "house-rule:trial", version: "1"}}
rules:
  - id: trial/{name}
    title: A rule of the tests
    status: in-force
    norm: prohibition
    about: {{release: {{}}}}
    when: {{bites: {when}}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""

SURE = '{always: "yes", because: always}'
NEVER = '{always: "no", because: never}'
WHEN = {
    "breach": SURE,
    "arguable": f"{{readings: {{narrow: {NEVER}, plain: {SURE}, broad: {SURE}}}}}",
    "remote": f"{{readings: {{narrow: {NEVER}, plain: {NEVER}, broad: {SURE}}}}}",
    "needs-facts": "{fact: publisher.revenue, over: 5}",
}


@dataclass(frozen=True)
class Outcome:
    """What one run gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's cache out of the tests, and use one for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program; an exception that would be a traceback in a shell fails the test."""

    def once(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["compliance", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return Outcome(end.value.code if isinstance(end.value.code, int) else 1, out, err)

    return once


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of its own with a clean manifest, as the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "lineage.yaml").write_text(CLEAN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pack(project: Path) -> Callable[[str], Path]:
    """Write a pack whose one rule stands at the given position for every release; returns its folder."""

    def write(position: str) -> Path:
        folder = project / f"pack-{position}"
        folder.mkdir(exist_ok=True)
        (folder / "rule.yaml").write_text(PACK.format(name=position, when=WHEN[position]))
        return folder

    return write
