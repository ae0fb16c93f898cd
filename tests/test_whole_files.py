"""Files are written whole or not at all, several of them together or none."""

from __future__ import annotations

import os
import pathlib
import stat
import subprocess
import sys

import pytest

from compliance import whole_files
from compliance.whole_files import put_file, put_files


def _there(folder: pathlib.Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_files_are_written_and_nothing_else_is_left(tmp_path: pathlib.Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    put_files([(tmp_path / "a", b"1"), (tmp_path / "b", b"2"), (tmp_path / ("n" * 250), b"3")])
    assert _there(tmp_path) == {"a": b"1", "b": b"2", "n" * 250: b"3"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o444])
def test_a_file_keeps_its_mode(tmp_path: pathlib.Path, mode: int) -> None:
    target = tmp_path / "report.json"
    target.write_bytes(b"old")
    target.chmod(mode)
    put_file(target, b"new")
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", mode)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_that_the_user_asks_for(tmp_path: pathlib.Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        put_file(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode


def test_a_link_is_followed_and_stays(tmp_path: pathlib.Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    put_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_where_the_last_cannot_be_written_none_is(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    bad = tmp_path / "none" / "c"
    with pytest.raises(OSError, match="No such") as error:
        put_files([(tmp_path / "a", b"1"), (tmp_path / "b", b"2"), (bad, b"3")])
    assert error.value.filename == str(bad)
    assert _there(tmp_path) == {"a": b"old"}


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="this system has no full device")
def test_where_the_disk_is_full_none_is_written(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        put_files([(tmp_path / "a", b"1"), (pathlib.Path("/dev/full"), b"x" * 100_000)])
    assert _there(tmp_path) == {"a": b"old"}


@pytest.mark.parametrize("error", [OSError("no"), KeyboardInterrupt(), MemoryError()], ids=repr)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_where_one_cannot_be_put_in_place_those_before_it_are_taken_back(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "c").write_bytes(b"old c")
    whole, calls = pathlib.Path.replace, []

    def replace(path: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
        calls.append(target)
        if len(calls) == number + 1:
            raise error
        return whole(path, target)

    monkeypatch.setattr(pathlib.Path, "replace", replace)
    with pytest.raises(type(error)):
        put_files([(tmp_path / name, b"new") for name in "abc"])
    assert _there(tmp_path) == {"a": b"old a", "c": b"old c"}


def test_what_a_killed_run_left_is_swept_up_and_what_another_holds_is_not(tmp_path: pathlib.Path) -> None:
    start = whole_files._hidden_start(tmp_path / "a")
    left, held, others = (tmp_path / name for name in (f"{start}1", f"{start}2", ".fresh.0123456789abcdef.3"))
    for path in (left, held, others):
        path.write_bytes(b"half")
    with held.open("rb") as stream:
        assert whole_files._hold(stream)
        put_file(tmp_path / "a", b"2")
    assert set(_there(tmp_path)) == {"a", held.name, others.name}


@pytest.mark.skipif(os.name == "nt", reason="the system bounds open files otherwise")
def test_more_files_than_may_be_open_at_first_are_written_together(tmp_path: pathlib.Path) -> None:
    import resource

    _, most = limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    many = 300
    if most != resource.RLIM_INFINITY and most < 2 * many:
        pytest.skip("the system allows no more")
    paths = [tmp_path / f"{number}.yaml" for number in range(many)]
    for path in paths[::2]:
        path.write_bytes(b"old")
    resource.setrlimit(resource.RLIMIT_NOFILE, (many - 40, most))
    try:
        put_files([(path, b"new") for path in paths])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert _there(tmp_path) == {path.name: b"new" for path in paths}


@pytest.mark.skipif(os.name == "nt", reason="the system bounds open files otherwise")
def test_where_the_system_lets_no_more_be_open_nothing_is_written(tmp_path: pathlib.Path) -> None:
    script = (
        "import pathlib, resource, sys\n"
        "from compliance.whole_files import put_files\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (60, 60))\n"
        "try:\n"
        "    put_files([(pathlib.Path(sys.argv[1], str(n)), b'new') for n in range(100)])\n"
        "except OSError as error:\n"
        "    print(error.strerror)\n"
    )
    (tmp_path / "7").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "open files" in done.stdout
    assert _there(tmp_path) == {"7": b"old"}
