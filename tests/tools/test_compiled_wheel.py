"""A wheel carries the packs of its tree compiled, under the name that the program looks for."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("hatchling")

from compliance.load.packs import kept
from compliance.load.packs.compiled import restored
from compliance.load.packs.knowledge import load_packs
from tools import compiled_wheel
from tools.compiled_wheel import CompiledPacks


def _hook(root: Path) -> CompiledPacks:
    nothing: Any = None
    return CompiledPacks(str(root), {}, nothing, nothing, str(root), "wheel")


def _data() -> dict[str, Any]:
    return {"force_include": {}}


def test_a_wheel_carries_compiled_packs_that_the_program_believes(
    repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook, data = _hook(repo_root), _data()
    hook.initialize("standard", data)
    included: dict[str, str] = data["force_include"]
    for source, target in included.items():
        assert target.startswith("compliance/_compiled/")
        (tmp_path / Path(target).name).write_bytes(Path(source).read_bytes())
    hook.finalize("standard", data, "")
    monkeypatch.setattr(kept, "compiled_folder", lambda: tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))
    (key,) = {path.name.partition("-")[2] for path in tmp_path.iterdir()}
    content = kept.kept(key)
    assert content is not None
    assert hashlib.sha256(content).hexdigest() in (tmp_path / f"noted-{key}").read_text()
    assert restored(content) == load_packs()
    assert not (tmp_path / "empty").exists()


def test_what_a_build_requires_is_found_where_its_own_process_finds_it(
    repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "required_to_build.py").write_text(
        "import pathlib, sys\n(pathlib.Path(sys.argv[1]) / 'noted-x').mkdir(parents=True)\n"
        "(pathlib.Path(sys.argv[1]).parent / 'compliance').mkdir()\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(compiled_wheel, "_COMPILE", "import required_to_build")
    hook, data = _hook(repo_root), _data()
    hook.initialize("standard", data)
    hook.finalize("standard", data, "")
    assert list(data["force_include"].values()) == ["compliance/_compiled/noted-x"]


def test_an_editable_wheel_carries_none(repo_root: Path) -> None:
    hook, data = _hook(repo_root), _data()
    hook.initialize("editable", data)
    hook.finalize("editable", data, "")
    assert data == _data()
