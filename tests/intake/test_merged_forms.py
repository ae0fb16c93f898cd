"""What is added to a manifest stands where it counts, however it is laid out; else nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from compliance.cli import app

_CARD = "---\nbase_model: org/a\ndatasets: [tatsu-lab/alpaca]\n---\n# me\n"
_HEAD = "lineage: 1\nproject: {id: me, title: x}\npublisher: {name: x}\n"
_RELEASES = "releases:\n  - {artifact: me, name: me}\n"
_ME = "me: {kind: model, name: me}\n"
_ZED = "z: {kind: model, name: zed}\n"
_STEP = "{id: seen-a, kind: finetune, inputs: {base: z}, outputs: me}\n"


def _run(folder: Path, manifest: str) -> tuple[int, str]:
    (folder / "README.md").write_text(_CARD)
    (folder / "lineage.yaml").write_bytes(manifest.encode())
    told = CliRunner().invoke(app, ["init", str(folder), "--no-input"])
    return told.exit_code, (folder / "lineage.yaml").read_text()


@pytest.mark.parametrize(
    "manifest",
    [
        f"{_HEAD}artifacts:\n    {_ME}{_RELEASES}",
        f"{_HEAD}artifacts:\n  {_ME}  {_ZED}steps:\n  - {_STEP}{_RELEASES}",
        f"{_HEAD}artifacts:\n  {_ME}  {_ZED}steps:\n- {_STEP}{_RELEASES}",
        f"{_HEAD}artifacts:\n # all\n\n   {_ME}   {_ZED}steps: # made\n      - {_STEP}{_RELEASES}",
        f"---\n{_HEAD}{_RELEASES}artifacts:\n  {_ME}...\n",
        f"{_HEAD}artifacts:\n  {_ME}{_RELEASES}".replace("\n", "\r\n"),
    ],
)
def test_what_was_seen_is_added_in_every_layout(tmp_path: Path, manifest: str) -> None:
    code, after = _run(tmp_path, manifest)
    assert code == 0
    before, now = yaml.safe_load(manifest), yaml.safe_load(after)
    assert {"org/a", "tatsu-lab/alpaca"} <= {one["name"] for one in now["artifacts"].values()}
    assert before["artifacts"].items() <= now["artifacts"].items()
    steps = before.get("steps", [])
    assert now["steps"][: len(steps)] == steps
    assert len({one["id"] for one in now["steps"]}) == len(now["steps"]) == len(steps) + 2


@pytest.mark.parametrize(
    "manifest",
    [
        f'lineage: 1\nproject: {{id: me, title: "x\nartifacts:\n  y\nsteps:\n z"}}\npublisher: {{name: x}}\n'
        f'"artifacts":\n  {_ME}{_RELEASES}',
        f'{_HEAD}"artifacts":\n  {_ME}{_RELEASES}',
        f"{_HEAD}artifacts: {{{_ME.strip()}}}\n{_RELEASES}",
        f"{_HEAD}artifacts:\n  {{{_ME.strip()}}}\n{_RELEASES}",
    ],
)
def test_a_manifest_to_which_nothing_can_be_added_stays_as_it_is(tmp_path: Path, manifest: str) -> None:
    code, after = _run(tmp_path, manifest)
    assert code
    assert manifest == after
