"""What takes the place of a bundle that is in effect."""

from __future__ import annotations

import json
import os
import pathlib
from collections.abc import Callable

import pytest

from compliance.errors import PackError, UsageError
from compliance.load.updating.held_folder import held
from compliance.load.updating.minisign import PublicKey
from compliance.load.updating.updates import Update, Updates


def _update(content: bytes, comment: str = "a comment") -> Update:
    return Update(content, "a signature", comment, PublicKey(b"12345678", b"k" * 32))


@pytest.mark.parametrize("noted", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("harm", ["as it is", "gone", "altered"])
def test_a_bundle_that_cannot_be_verified_is_healed_by_another(
    tmp_path: pathlib.Path, harm: str, noted: bool
) -> None:
    updates = Updates(tmp_path)
    first, second = _update(b"old", "2026-01-02" if noted else "a comment"), _update(b"new")
    updates.take(first)
    held = tmp_path / f"{first.digest}.packs"
    if harm == "gone":
        held.unlink()
    elif harm == "altered":
        held.write_bytes(b"else")
    updates.take(second)
    assert updates.state().taken == (first.digest, second.digest)
    assert (tmp_path / f"{second.digest}.packs").read_bytes() == b"new"
    assert json.loads((tmp_path / "state.json").read_text())["taken"] == [first.digest, second.digest]


@pytest.mark.parametrize("first", [None, "2026-01-01"], ids=["nothing in effect", "an earlier one"])
def test_what_was_held_against_something_else_than_is_in_effect_is_refused(
    tmp_path: pathlib.Path, first: str | None
) -> None:
    updates = Updates(tmp_path)
    if first:
        updates.take(_update(b"first", first))
    seen = updates.state()
    newer = _update(b"newer", "2026-03-01")
    Updates(tmp_path).take(newer, seen)
    other = Update(b"other", "a signature", "2026-02-01", PublicKey(b"87654321", b"l" * 32))
    for each in (_update(b"older", "2026-02-01"), other):
        with pytest.raises(UsageError, match="has changed meanwhile"):
            updates.take(each, seen)
    assert updates.state().key == newer.key.line
    assert updates.state().taken[-1] == newer.digest


def test_two_runs_do_not_write_at_once(tmp_path: pathlib.Path) -> None:
    pytest.importorskip("fcntl")
    updates = Updates(tmp_path)
    updates.take(_update(b"first"))
    with held(tmp_path):
        for act in (lambda: updates.take(_update(b"second")), updates.back):
            with pytest.raises(UsageError, match="another run is writing"):
                act()
    updates.take(_update(b"second"))


def _pipe(path: pathlib.Path, elsewhere: pathlib.Path) -> None:
    os.mkfifo(path)


def _link(path: pathlib.Path, elsewhere: pathlib.Path) -> None:
    path.symlink_to(elsewhere)


def _folder(path: pathlib.Path, elsewhere: pathlib.Path) -> None:
    path.mkdir()


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of POSIX")
@pytest.mark.parametrize("made", [_pipe, _link, _folder])
@pytest.mark.parametrize("ending", ["packs", "packs.minisig"])
def test_nothing_but_a_file_is_written_over(
    tmp_path: pathlib.Path, made: Callable[[pathlib.Path, pathlib.Path], None], ending: str
) -> None:
    folder, elsewhere = tmp_path / "packs", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.write_bytes(b"of somebody")
    update = _update(b"content")
    made(folder / f"{update.digest}.{ending}", elsewhere)
    with pytest.raises(PackError, match="no regular file"):
        Updates(folder).take(update)
    assert elsewhere.read_bytes() == b"of somebody"
    assert not (folder / "state.json").exists()


_DIGEST = "a" * 64


@pytest.mark.parametrize(
    "changed",
    [
        {"taken": _DIGEST}, {"taken": {_DIGEST: 1}}, {"taken": [1]}, {"newest": "zzz"}, {"newest": None},
        {"newest": "2026-01-01\n"}, {"newest": "0"}, {"key": ""}, {"key": None}, {"key": ["a"]},
    ],
)  # fmt: skip
def test_a_note_that_says_something_else_is_damaged(
    tmp_path: pathlib.Path, changed: dict[str, object]
) -> None:
    said = {"key": "a key", "taken": [_DIGEST], "newest": "2026-01-01T00:00:00"}
    (tmp_path / "state.json").write_text(json.dumps(said))
    assert Updates(tmp_path).state().taken == (_DIGEST,)
    (tmp_path / "state.json").write_text(json.dumps({**said, **changed}))
    with pytest.raises(PackError, match="is damaged"):
        Updates(tmp_path).state()


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        ("2026-01-02", "2026-01-02", True), ("2026-01-02", "timestamp:1767312000", True),
        ("timestamp:1767312000", "timestamp:1767312001", False), ("2026-01-02", "2026-01-03", False),
        ("none", "none", False), ("none", "2026-01-02", False),
    ],
)  # fmt: skip
def test_of_two_of_one_day_nobody_can_tell_the_older(
    tmp_path: pathlib.Path, before: str, now: str, same: bool
) -> None:
    updates = Updates(tmp_path)
    updates.take(_update(b"one", before))
    other = _update(b"two", now)
    assert updates.same_date(other) is same
    assert not updates.same_date(_update(b"one", before))
