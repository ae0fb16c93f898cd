"""Files of others are read only where they are regular, bounded and where they seem to be."""

from __future__ import annotations

import os
import pathlib

import pytest

from compliance.foreign_files import TooLargeError, home_of, is_plain, open_foreign, read_foreign


@pytest.fixture
def checkout(tmp_path: pathlib.Path) -> pathlib.Path:
    """A repository with a secret beside it."""
    (tmp_path / "secret").write_text("word: pass")
    folder = tmp_path / "checkout"
    (folder / ".git").mkdir(parents=True)
    (folder / "deep").mkdir()
    (folder / "deep" / "real").write_text("a: 1")
    return folder


def test_a_file_is_read_whole_up_to_its_limit(checkout: pathlib.Path) -> None:
    path = checkout / "deep" / "real"
    assert read_foreign(path, limit=4) == b"a: 1"
    with pytest.raises(TooLargeError, match="larger than 3 bytes"):
        read_foreign(path, limit=3)


def test_what_is_no_regular_file_is_refused_at_once(checkout: pathlib.Path) -> None:
    os.mkfifo(checkout / "pipe")
    (checkout / "link").symlink_to("pipe")
    for name in ("pipe", "link", "deep", "/dev/null", "/dev/zero"):
        with pytest.raises(ValueError, match=r"no regular file|directory"):
            read_foreign(checkout / name, limit=10)
        with pytest.raises(ValueError, match=r"no regular file|directory"):
            open_foreign(checkout / name)


def test_a_stream_that_the_program_was_given_is_read() -> None:
    read, write = os.pipe()
    os.write(write, b"lineage: 1")
    os.close(write)
    try:
        assert read_foreign(pathlib.Path(f"/dev/fd/{read}"), limit=100) == b"lineage: 1"
    finally:
        os.close(read)


@pytest.mark.parametrize("target", ["../secret", "../../secret", "/etc/hostname"])
def test_a_link_out_of_the_repository_is_refused(checkout: pathlib.Path, target: str) -> None:
    path = checkout / "link"
    path.symlink_to(target)
    if path.exists():
        with pytest.raises(ValueError, match="leads out of its folder"):
            read_foreign(path, limit=1000, home=home_of(path))
    assert not is_plain(path, checkout)


def test_a_folder_that_is_a_link_leads_nowhere_either(checkout: pathlib.Path) -> None:
    (checkout / "models").symlink_to("..")
    path = checkout / "models" / "secret"
    with pytest.raises(ValueError, match="leads out of its folder"):
        read_foreign(path, limit=1000, home=home_of(path))


def test_a_link_within_the_repository_is_followed(checkout: pathlib.Path) -> None:
    path = checkout / "link"
    path.symlink_to("deep/real")
    assert read_foreign(path, limit=1000, home=home_of(path)) == b"a: 1"
    assert is_plain(path, checkout)


def test_a_file_belongs_to_its_repository_or_else_to_its_folder(
    checkout: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home_of(checkout / "deep" / "real") == checkout
    assert home_of(tmp_path / "secret") == tmp_path
    monkeypatch.chdir(checkout)
    assert home_of(pathlib.Path("lineage.yaml")) == checkout
