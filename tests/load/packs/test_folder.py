"""A folder of somebody's packs is looked through before anything in it is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compliance.errors import PackError
from compliance.load.packs import folder as pack_folder
from compliance.load.packs.folder import check_folder, parts_of
from compliance.load.packs.knowledge import load_packs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.yaml").write_text("password: hunter2")
    made = tmp_path / "packs"
    (made / "deep").mkdir(parents=True)
    (made / "deep" / "a.yaml").write_text("facts: {}\n")
    return made


def _faults(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_packs([folder], cache=False)
    return [fault.what for fault in caught.value.faults]


def test_a_link_within_the_folder_is_fine(folder: Path) -> None:
    (folder / "b.yaml").symlink_to("deep/a.yaml")
    check_folder(folder)


def test_every_pipe_and_every_link_out_is_told_and_none_is_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    (folder / "out.yaml").symlink_to(folder.parent / "secret.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    told = _faults(folder)
    assert sorted(told) == [
        f"{folder / name} is no regular file of {folder}" for name in ("out.yaml", "pipe.yaml", "zero.yaml")
    ]
    assert "hunter2" not in "".join(told)


def test_a_folder_behind_a_link_is_no_part_of_it(folder: Path) -> None:
    (folder / "more").symlink_to(folder.parent)
    check_folder(folder)


@pytest.mark.parametrize(("name", "limit"), [("MAX_FILES", 0), ("MAX_TOTAL", 5), ("MAX_ENTRIES", 1)])
def test_more_than_can_be_meant_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(pack_folder, name, limit)
    (told,) = _faults(folder)
    assert "holds more than" in told


def test_a_file_too_large_to_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_folder, "MAX_BYTES", 5)
    assert [f"{folder / 'deep' / 'a.yaml'} is larger than 5 bytes"] == _faults(folder)


@pytest.mark.parametrize("name", ["scenarios", "situations"])
def test_a_folder_that_is_looked_for_lies_in_the_folder_itself(folder: Path, name: str) -> None:
    (folder / name).symlink_to("deep")
    check_folder(folder)
    (folder / name).unlink()
    (folder / name).symlink_to(folder.parent)
    assert _faults(folder) == [f"{folder / name} is a link that leads out of {folder}"]


@pytest.mark.parametrize("name", ["rules.yml", "rules.YAML", "rules.Yml", "deep/more.yml"])
def test_a_file_that_nothing_would_read_is_told(folder: Path, name: str) -> None:
    (folder / name).write_text("facts: {}\n")
    assert _faults(folder) == [f"{folder / name} is read by nothing"]


def test_what_other_programs_keep_in_a_hidden_folder_is_theirs(folder: Path) -> None:
    (folder / ".github" / "workflows").mkdir(parents=True)
    (folder / ".github" / "workflows" / "ci.yml").write_text("on: push\n")
    check_folder(folder)


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swapped(found: Path) -> None:
        check_folder(found)
        (found / "deep" / "a.yaml").unlink()
        os.mkfifo(found / "deep" / "a.yaml")

    monkeypatch.setattr(pack_folder, "check_folder", swapped)
    (told,) = _faults(folder)
    assert told == f"cannot read {folder / 'deep' / 'a.yaml'}: it is no regular file"


@pytest.mark.parametrize("target", ["..", "../other", "/", "../packs-of-others"])
@pytest.mark.parametrize("name", ["rules", "policies"])
def test_a_whole_set_has_no_part_elsewhere(tmp_path: Path, name: str, target: str) -> None:
    root = tmp_path / "packs"
    root.mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "packs-of-others").mkdir()
    (root / name).symlink_to(target, target_is_directory=True)
    with pytest.raises(PackError, match="leads out"):
        parts_of(root, ("rules", "policies"))


def test_a_whole_set_may_have_links_within_itself(tmp_path: Path) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "policies").mkdir()
    (tmp_path / "rules").symlink_to("held", target_is_directory=True)
    assert parts_of(tmp_path, ("rules", "policies", "none")) == [tmp_path / "rules", tmp_path / "policies"]


@pytest.mark.parametrize("name", [b"\xff.yaml", b"\xff\xfe/a.yaml", b"sub/\xc3.yaml"])
def test_a_name_that_is_no_text_is_refused(folder: Path, name: bytes) -> None:
    path = os.path.join(os.fsencode(folder), name)  # noqa: PTH118 - a path of bytes
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    with open(path, "w") as file:  # noqa: PTH123
        file.write("parties: {}\n")
    for ask in (lambda: check_folder(folder), lambda: load_packs([folder])):
        with pytest.raises(PackError, match="is no text in UTF-8"):
            ask()


def test_a_folder_whose_name_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    folder.mkdir()
    (folder / "a.yaml").write_text("parties: {}\n")
    with pytest.raises(PackError, match="is no text in UTF-8"):
        load_packs([folder])
